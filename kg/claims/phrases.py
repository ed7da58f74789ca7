"""Phrases: who a noun phrase stands for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.claims.apposed import is_deed, is_named, is_owner, next_posted, past_post, person_behind
from kg.claims.examples import examples, labels
from kg.claims.heads import (
    belongs,
    ends_phrase,
    is_closed,
    is_held,
    is_object,
    is_other,
    qualifies,
)
from kg.claims.ties import inside, is_elsewhere, is_tie
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, holders, members
from kg.lexicon.words import adjectives, group_words, titles
from kg.model import Kind

COMMAS = frozenset("،,-–")
REACH = 5
"""How many units a noun phrase may run before the name it is of."""


class Phrase(NamedTuple):
    """A noun phrase: the names it stands for (positions of units), where it ends, its head noun if not a name."""

    bearers: tuple[int, ...]
    end: int
    head: str = ""
    holder: str = ""


def phrase(units: Sequence[Unit], at: int) -> Phrase | None:
    """Read the noun phrase that begins at `at`, or return `None` where none does."""
    start = at
    at = _past_lead(units, at)
    if at >= len(units):
        return None
    unit = units[at]
    if unit.entity:
        return _coordinate(units, (at,), at + 1, "", "")
    if unit.verbs or unit.is_mark or unit.classes:
        return None
    if at - start >= 8:
        return None
    found = _headed(units, at)
    first = 0 if found.bearers else examples(units, at)
    listed = phrase(units, first) if first else None
    if listed is not None and listed.bearers and not listed.head:
        return Phrase(listed.bearers, listed.end, found.head, found.holder or "both")
    return found


def _past_lead(units: Sequence[Unit], at: int) -> int:
    """Return where a phrase goes on after the numbers, adverbs and the like that it begins with."""
    start = at
    counted = False
    while at < len(units) and at - start < LEAD and not units[at].entity:
        unit = units[at]
        if not unit.classes and unit.form not in COUNTING and not unit.form[0].isdigit():
            break
        number = "number" in unit.classes or unit.form[0].isdigit()
        if number or not unit.classes.isdisjoint(BEFORE_NOUN):
            counted = counted or number
            at += 1
        elif unit.form not in COUNTING:
            break
        elif (
            unit.form == "علي" and at + 1 < len(units) and units[at + 1].form in ("الاقل", "الاكثر")
        ):
            at += 2
        elif unit.form in ("ما", "لا", "يقل", "لايقل") and any(
            u.form in ("يقل", "لايقل") for u in units[at : at + 3]
        ):
            counted, at = True, at + 1
        elif unit.form in ("من", "عن") and (counted or units[at - 1].form in EACH):
            at += 1
        else:
            break
    return at


LEAD = 20
"""How many numbers, adverbs and the like a noun phrase may begin with."""
BEFORE_NOUN = frozenset(("adverb", "demonstrative", "time", "direction"))
"""Classes of particles that a noun phrase may begin with."""
COUNTING = frozenset(("علي", "ما", "لا", "يقل", "لايقل", "من", "عن"))
"""Words of «ثلاثة على الأقل من», «ما لا يقل عن ثلاثة»."""


def _headed(units: Sequence[Unit], at: int) -> Phrase:
    """Read a phrase headed by a noun: «مقاتلو الحركة», «عناصر من اللواء», «منزل قائد الفوج»."""
    head = units[at].noun
    holder = holders().get(head, "")
    end, listing = at + 1, cued("listing")
    plain = head not in titles() and head not in adjectives()
    apart = units[at].definite and plain and (not holder or units[at].form.endswith(MANY))
    closed = is_closed(units[at])
    body: int | None = None
    if closed and end < len(units) and is_other(units[end]):
        return Phrase((), end, head, holder)
    while end < len(units) and end - at <= REACH:
        unit = units[end]
        if apart and _is_another(units[at], unit):
            return Phrase((), end, head, holder)
        if unit.entity:
            if is_elsewhere(units, at, end):
                return Phrase((), end + 1, head, holder)
            if end != body and _is_of_place(units, at, end):
                break
            if end == body or is_owner(units, at, end, holder):
                return _owned(units, end, head, holder)
            break
        if (unit.joined and not holder) or unit.form in listing:
            break
        if units[at].definite and head in titles() and is_deed(unit):
            return Phrase((), end, head, holder)
        another = end > at + 1 and holder and not (unit.definite or unit.clitic or unit.entity)
        if another and unit.noun in holders() and units[end - 1].form != "من":
            return Phrase((), end, head, holder)
        if is_object(unit) or (closed and not unit.clitic and not qualifies(unit)):
            return Phrase((), end, head, holder)
        if holder and is_tie(units, end):
            body = inside(units, end)
            if body is None:
                return Phrase((), _past_participle(units, end), head, holder)
            end = body
            continue
        ahead = _past_preposition(units, end, holder)
        if ahead:
            end = ahead
            continue
        if unit.form in COMMAS and head in titles() and is_named(units, end):
            end += 1
            continue
        if ends_phrase(unit) or (unit.clitic and not belongs(unit) and not is_held(unit, holder)):
            break
        holder = holder if unit.clitic else holder or holders().get(unit.noun, "")
        end += 1
    return Phrase((), end, head, holder)


MANY = ("ون", "ين")


def _is_another(head: Unit, unit: Unit) -> bool:
    """Say whether a name or post after a definite noun is another's, not its own: not «المسلحين [الحوثيين]»."""
    alike = head.form.endswith(MANY) and unit.form.endswith(MANY)
    return not (unit.clitic or alike) and bool(unit.entity or titles().get(unit.noun))


def _past_preposition(units: Sequence[Unit], at: int, holder: str) -> int:
    """Return where a phrase goes on after a preposition that tells whose men are meant, else 0."""
    partitive = units[at].form in PARTITIVE and is_particle(units[at], "preposition")
    return at + 1 if partitive and holder and at + 1 < len(units) else 0


def _past_participle(units: Sequence[Unit], at: int) -> int:
    """Return the end of what a participle says of the many: «فصائل [مدعومة من تركيا] سيطرت …»."""
    start = at + 1
    while start < len(units) and units[start].form in ("من", "مع", "علي", "عن", "قبل", "في", "الي"):
        start += 1
    governed = start > at + 1 or (start < len(units) and units[start].clitic)
    found = phrase(units, start) if governed and start < len(units) else None
    return found.end if found else at + 1


def _is_of_place(units: Sequence[Unit], at: int, end: int) -> bool:
    """Say whether a place only tells where the armed are of: «ميليشيات من [دارفور]», «مقاتلون في [حلب]»."""
    placed = units[end].kind is Kind.PLACE and units[end - 1].form in PARTITIVE
    return placed and (units[at].noun in members() or units[at].noun in group_words())


def _owned(units: Sequence[Unit], at: int, head: str, holder: str) -> Phrase:
    if units[at].kind is Kind.PERSON and (head in titles() or head in adjectives()):
        return _coordinate(units, (at,), at + 1, "", "")
    return _person_last(units, at, head, holder)


EACH = frozenset(("كل", "كلا", "اكثر", "اقل", "عشرات", "مءات", "الاف"))
PARTITIVE = frozenset(("من", "في", "باسم", "لدي"))


def _person_last(units: Sequence[Unit], at: int, head: str, holder: str) -> Phrase:
    """Where a post, its body and a person stand in a row, the phrase is about the person."""
    posted = head in titles() and units[at].kind is not Kind.PERSON
    person = person_behind(units, at) if posted else None
    if person is not None:
        return _coordinate(units, (person,), person + 1, "", "")
    return _coordinate(units, (at,), at + 1, head, holder)


def _coordinate(
    units: Sequence[Unit], bearers: tuple[int, ...], end: int, head: str, holder: str
) -> Phrase:
    """Carry a phrase on over «A و B، و C»."""
    found = list(bearers)
    while end < len(units):
        end = past_post(units, end, found)
        following = next_posted(units, end, found)
        if following is not None:
            found.append(following)
            end = following + 1
            continue
        at = end
        if at == len(units):
            break
        if units[at].form in COMMAS and at + 1 < len(units) and units[at + 1].entity:
            nearby = units[at + 1]
            listed = (
                nearby.joined
                or (at + 2 < len(units) and units[at + 2].form in COMMAS | {"و"})
                or (at + 2 < len(units) and units[at + 2].joined and bool(units[at + 2].entity))
            )
            again = len(found) > 1 and units[found[-1] - 1].form == units[at].form
            if not (listed or again) or nearby.clitic:
                break
            at += 1
        elif besides := _besides(units, at):
            at = besides
        elif not units[at].joined and "coordinator" not in units[at].classes:
            if (
                units[at].entity == units[found[-1]].entity
                and units[at].entity
                and not units[at].clitic
            ):
                end = at + 1
                continue
            break
        if "coordinator" in units[at].classes and not units[at].entity:
            at += 1
        bearer = _coordinated(units, at, units[found[-1]])
        if bearer is None:
            break
        found.append(bearer)
        end = bearer + 1
    return Phrase(tuple(found), end, head, holder)


BESIDES = frozenset(("اضافه", "فضلا", "علاوه"))
"""Words that join one more name to others: «A وB، [إضافة] إلى C»."""


def _besides(units: Sequence[Unit], at: int) -> int:
    """Return where the name stands that «إضافة إلى», «فضلاً عن» at `at` joins, or 0."""
    at += units[at].form in COMMAS
    if at + 2 >= len(units) or units[at].form not in BESIDES:
        return 0
    return at + 2 if is_particle(units[at + 1], "preposition") and units[at + 2].entity else 0


def _coordinated(units: Sequence[Unit], at: int, last: Unit) -> int | None:
    """Return the name coordinated with `last` that begins at `at`, over a holder or title before it."""
    titled = at < len(units) and last.kind is Kind.PERSON and units[at].noun in titles()
    if (
        at < len(units)
        and not units[at].entity
        and (units[at].noun in holders() or titled)
        and not is_verb(units[at])
    ):
        inner = _headed(units, at)
        if not inner.bearers:
            return None
        at = inner.bearers[0]
    if last.kind is Kind.PLACE and at + 1 < len(units) and labels(units[at], units[at + 1]):
        at += 1
    if at >= len(units) or not units[at].entity:
        return None
    same = (units[at].kind is Kind.PLACE) == (last.kind is Kind.PLACE) or Kind.STATE in (
        units[at].kind,
        last.kind,
    )
    person = (units[at].kind is Kind.PERSON) == (last.kind is Kind.PERSON)
    alike = not units[at].clitic or units[at].clitic == last.clitic
    return at if same and person and alike else None
