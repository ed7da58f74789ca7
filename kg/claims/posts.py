"""Posts: claims by titles with a body — «قائد الفوج سالم», «سالم، نائب رئيس المجلس», «الناطق باسم الحركة سالم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.claims.clauses import antecedent, with_coordinates
from kg.claims.drafts import Draft, pairs
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import modifier_frames
from kg.lexicon.words import Title, adjectives, alias_cues, group_words, titles
from kg.model import Kind

BODY_REACH = 5
PERSON_REACH = 9
INTO = frozenset(("في", "باسم", "ل", "ب", "لدي", "من"))


@dataclass(frozen=True, slots=True)
class Post:
    """A post read at units `start` to `end`: what it makes of its holder, and of which bodies."""

    start: int
    end: int
    relation: str
    bodies: tuple[Unit, ...]
    ended: bool


def read(units: Sequence[Unit], before: Sequence[Unit]) -> Iterator[Draft]:
    """Yield what the posts named in a sentence say of the persons beside them."""
    at = 0
    waiting: list[Post] = []
    while at < len(units):
        post = _post(units, at, before)
        if post is None:
            at += 1
            continue
        waiting.append(post)
        at = max(post.end, at + 1)
        people = _holders_of(units, post)
        if not people and _goes_on(units, at):
            continue
        yield from _nested(units, post)
        for each in waiting:
            for person in people:
                yield from pairs(
                    f"post-{each.relation}", each.relation, [person], each.bodies, each.start,
                    role=_words_of(units, each), ended=each.ended,
                )  # fmt: skip
        waiting.clear()


def _words_of(units: Sequence[Unit], post: Post) -> tuple[int, int]:
    """Return the words of the post without its body: «نائب رئيس هيئة الأركان» of «… في الجيش»."""
    end = next((p for p in range(post.start, post.end) if units[p] in post.bodies), post.end)
    while end > post.start + 1 and is_particle(units[end - 1], "preposition"):
        end -= 1
    return units[post.start].start, units[end - 1].end


def _nested(units: Sequence[Unit], post: Post) -> Iterator[Draft]:
    """Yield who holds the post that the given one is second to: «نائباً لقائد اللواء سالم الرواس»."""
    given = units[post.start]
    inner = _title(units[post.start + 1]) if post.start + 1 < len(units) else None
    if post.relation != "deputyLeaderOf" or given.form != given.noun + "ا" or inner is None:
        return
    person = units[post.end] if post.end < len(units) else None
    if person is not None and person.kind is Kind.PERSON and not person.prefix:
        rule = f"post-{inner.relation}"
        yield from pairs(rule, inner.relation, [person], post.bodies, post.start + 1, role=None)


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Say whether another post follows at once, whose holder holds this one too: «قائد المحور، قائد اللواء، سالم»."""
    while at < len(units) and (units[at].form in COMMAS or is_particle(units[at], "coordinator")):
        at += 1
    return at < len(units) and _title(units[at]) is not None


def _title(unit: Unit) -> Title | None:
    if unit.entity or is_verb(unit) or unit.is_mark:
        return None
    title = titles().get(unit.noun)
    return title if title and title.relation else None


def _post(units: Sequence[Unit], at: int, before: Sequence[Unit]) -> Post | None:
    """Read a post with its body: «نائب قائد اللواء», «القيادي البارز في الحركة», «قائدها»."""
    title = _title(units[at])
    if title is None:
        return None
    relation, end, ended = title.relation, at, False
    pronoun = units[at].pronoun
    while end + 1 < len(units):
        following = units[end + 1]
        inner = titles().get(following.noun) if not following.entity else None
        if inner is None or following.joined or is_verb(following):
            break
        if inner.rank == "trait":
            ended = ended or following.noun in ENDED
        elif relation == "deputyLeaderOf" and inner.relation:
            pronoun = pronoun or following.pronoun
        else:
            break
        end += 1
    bodies: tuple[Unit, ...] = ()
    if relation in ("commands", "leads") and _is_one_of_many(units, at):
        relation = "memberOf"
    if relation == "commands" and _is_of_unit(units, end + 1):
        relation = "memberOf"
    if pronoun:
        who = antecedent(units, at, pronoun, before, actors_only=True)
        if who is None or who.kind is Kind.PERSON:
            return None
        bodies = (who,)
    else:
        bodies, end = _bodies(units, end + 1)
        referred = units[end].form if not bodies and end < len(units) else ""
        if referred in ("له", "لها", "لهم"):
            who = antecedent(units, at, referred[1:], before, actors_only=True)
            bodies, end = ((who,) if who and who.kind is not Kind.PERSON else ()), end + 1
    if not bodies:
        return None
    while end < len(units) and not units[end].entity and units[end].noun in ENDED:
        ended, end = True, end + 1
    return Post(at, end if end > at else at + 1, relation, bodies, ended)


def _is_one_of_many(units: Sequence[Unit], at: int) -> bool:
    """Say whether the post is one among several, or in someone's office: «أحد قادة الحركة», «مدير مكتب القائد»."""
    if at and units[at - 1].form in MANY:
        return True
    return at + 1 < len(units) and units[at + 1].noun == "مكتب"


MANY = frozenset(("احد", "احدي", "ابرز", "كبار", "بعض", "عدد", "من"))


def _is_of_unit(units: Sequence[Unit], at: int) -> bool:
    """Say whether the post is of an unnamed unit of the body: «قائد كتيبة في الجهاز»."""
    if at + 1 >= len(units) or units[at].entity or units[at].definite:
        return False
    return units[at].noun in group_words() and units[at + 1].form in ("في", "من", "ب")


ENDED = frozenset(("سابق", "سابقه", "اسبق", "راحل"))


def _bodies(units: Sequence[Unit], at: int) -> tuple[tuple[Unit, ...], int]:
    """Return the bodies a post is of, from `at`: over «باسم», «في», «لـ», and nouns in construct."""
    end = at
    while end < len(units) and end - at < BODY_REACH:
        unit = units[end]
        if unit.entity:
            if unit.kind is Kind.PERSON or (unit.kind is Kind.PLACE):
                return (), end
            found = [unit]
            end += 1
            while (
                end < len(units)
                and units[end].joined
                and units[end].kind is unit.kind
                and not units[end].clitic
            ):
                found.append(units[end])
                end += 1
            return tuple(found), end
        if unit.stops or unit.form in COMMAS or is_verb(unit) or is_particle(unit, "relative"):
            break
        if is_particle(unit, "preposition") and unit.form not in INTO:
            break
        if unit.joined:
            break
        end += 1
    return (), end


def _holders_of(units: Sequence[Unit], post: Post) -> tuple[Unit, ...]:
    """Return who holds the post: the person right before it, or the one right after."""
    if units[post.start].form == units[post.start].noun + "ا":
        return _appointed(units, post.start)
    before = _person_before(units, post.start)
    after = _person_after(units, post.end)
    if before and (not after or _adjacent(units, post.start)):
        return before
    return after


def _adjacent(units: Sequence[Unit], at: int) -> bool:
    return at > 0 and units[at - 1].kind is Kind.PERSON and not units[at].joined


def _appointed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the person a post in the accusative is given to: «تعيين سالم … قائداً للواء»."""
    for position in range(at - 1, max(-1, at - 16), -1):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            return (unit,)
        if unit.stops:
            break
    return ()


def _person_before(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    for position in range(at - 1, max(-1, at - 8), -1):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            return tuple(units[h] for h in with_coordinates(units, position))
        bridge = (
            unit.form in COMMAS or is_particle(unit, "relative", "pronoun") or unit.noun in BRIDGES
        )
        if is_verb(unit) and any(v.lemma in BRIDGE_VERBS for v in unit.verbs):
            continue
        if not bridge:
            break
    return ()


BRIDGES = frozenset(("منصب", "موقع", "احد", "احدي", "ابرز", "اول", "نفسه", "لقب"))
BRIDGE_VERBS = frozenset(
    ("شغل", "تولي", "كان", "اصبح", "عمل", "عين", "تسلم", "بات", "ظل", "عاد", "عد", "اعتبر", "يعد")
)


def _person_after(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    for position in range(at, min(len(units), at + PERSON_REACH)):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            if unit.joined and position == at:
                return ()
            people = [unit]
            position += 1
            while (
                position < len(units)
                and units[position].kind is Kind.PERSON
                and units[position].joined
            ):
                if position + 1 < len(units) and _title(units[position + 1]):
                    break
                people.append(units[position])
                position += 1
            return tuple(people)
        if (
            unit.stops
            or is_verb(unit)
            or is_particle(unit, "relative", "complementizer", "coordinator")
        ):
            break
        if unit.entity and unit.kind is not Kind.PLACE:
            if unit.clitic and position > at:
                continue
            break
        if position == at and is_particle(unit, "pronoun"):
            continue
        known = unit.noun in modifier_frames() or unit.form in alias_cues()
        known = (
            known
            or unit.noun in titles()
            or unit.form in COMMAS
            or unit.noun in adjectives()
            or unit.noun in ENDED
        )
        if not (
            known or unit.kind is Kind.PLACE or is_particle(unit, "preposition") or unit.clitic
        ):
            break
    return ()
