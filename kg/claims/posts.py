"""Posts: claims by titles with a body — «قائد الفوج سالم», «سالم، نائب رئيس المجلس», «الناطق باسم الحركة سالم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.appointees import by_pronoun
from kg.claims.bodies import (
    bodies_from,
    by_adjective,
    is_trait,
    meant,
    of_staff,
    of_state,
    owned,
    title_of,
)
from kg.claims.departures import goes_on_leaving, has_left, is_past, was_before
from kg.claims.drafts import LED, Draft, pairs
from kg.claims.incumbents import (
    incumbents,
    is_accusative,
    is_bridging,
    is_many,
)
from kg.claims.memory import Memory
from kg.claims.phrases import COMMAS
from kg.claims.predicates import told_of
from kg.claims.standings import is_function, relation_of
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle, is_verb
from kg.claims.vacancies import named_later
from kg.lexicon.frames import cued
from kg.lexicon.posts import formers
from kg.lexicon.words import Title, adjectives, titles
from kg.model import Kind

LONGEST = 12  # words of a post before its body


@dataclass(frozen=True, slots=True)
class Post:
    """A post read at units `start` to `end`: what it makes of its holder, and of which bodies."""

    start: int
    end: int
    relation: str
    bodies: tuple[Unit, ...]
    ended: bool


def read(
    units: Sequence[Unit], before: Sequence[Unit], said: Subjects, memory: Memory
) -> Iterator[Draft]:
    """Yield what the posts named in a sentence say of the persons beside them; `memory` grows by them."""
    free = 0
    waiting: list[Post] = []
    last: tuple[Post, tuple[Unit, ...]] | None = None
    left = False
    known, victims = titles(), cued("victim")
    calling = known.keys() | victims | SECOND
    spots = [at for at, unit in enumerate(units) if unit.noun in calling]
    for at in spots:
        if at < free or _is_ones_deputy(units, at):
            continue
        if units[at].noun not in known and units[at].noun not in SECOND:
            if memory.vacant[1]:
                yield from named_later(units, at, before, memory)
            continue
        post = post_at(units, at, before, memory)
        if post is None and last and units[at].joined:
            post = _second(units, at, last[0])
        if post is None:
            yield from named_later(units, at, before, memory)
            continue
        waiting.append(post)
        free = max(post.end, at + 1)
        people = incumbents(units, post.start, post.end, last[1] if last else ())
        if not people and last and _continues(units, last[0], post):
            people = last[1]
        if is_accusative(units[post.start]) and (
            made := by_pronoun(units, post.start, before, said)
        ):
            people = made.person
        people = people or told_of(units, post.start, before, said)
        if not people and _goes_on(units, free):
            continue
        alone = not units[post.start].definite and not is_many(units[post.start])
        if not people and alone and post.relation == "memberOf":
            memory.vacant = (titles()[units[post.start].noun].word, post.bodies)
        yield from _nested(units, post)
        goes_on = left and last is not None and goes_on_leaving(units, post.start, last[1])
        left = goes_on or has_left(units, waiting[0].start, people)
        for each in waiting:
            yield from _said(units, each, people, memory, left)
        last = (post, people) if people else None
        waiting.clear()


def _is_ones_deputy(units: Sequence[Unit], at: int) -> bool:
    """Say whether a post is that of whom one is the deputy: «عُيّن سالم نائباً [لقائدها]»."""
    title = title_of(units[at - 1]) if at and units[at].clitic == "ل" else None
    return title is not None and title.relation == "deputyLeaderOf"


def _said(
    units: Sequence[Unit], post: Post, people: Sequence[Unit], memory: Memory, left: bool
) -> Iterator[Draft]:
    """Yield what a post says of its holders, who have `left` it if the clause says so."""
    left = left or post.ended
    for person in people:
        if post.relation != "memberOf" and person.entity:
            memory.heads[person.entity] = post.bodies
            if post.relation in LED and not left:
                memory.chiefs.update((body.entity or "", person) for body in post.bodies)
        yield from pairs(
            f"post-{post.relation}", post.relation, [person], post.bodies, post.start,
            role=_words_of(units, post), ended=left, begun=is_accusative(units[post.start]) and not left,
        )  # fmt: skip


def _continues(units: Sequence[Unit], last: Post, post: Post) -> bool:
    """Say whether a post goes on from the one before it: «سالم، قائد اللواء وعضو المجلس», «… ثم أصبح قائده»."""
    between = units[last.end : post.start]
    if not between and not units[post.start].joined:
        return True
    if between and is_bridging(between[-1]) and not any(u.kind is Kind.PERSON for u in between):
        return True
    return units[post.start].joined and all(u.form in COMMAS for u in between)


def _second(units: Sequence[Unit], at: int, first: Post) -> Post | None:
    """Read a post without a body as of the body of the one before: «ونائب القائد راشد»."""
    title = title_of(units[at])
    inner = units[at + 1] if at + 1 < len(units) else None
    if title is None or title.relation != "deputyLeaderOf" or inner is None:
        return None
    if not inner.definite or title_of(inner) is None:
        return None
    end = at + 2
    while end < len(units) and is_trait(units[end]):
        end += 1
    return Post(at, end, title.relation, first.bodies, False)


def _words_of(units: Sequence[Unit], post: Post) -> tuple[int, int]:
    """Return the words of the post without its body: «نائب رئيس هيئة الأركان» of «… في الجيش»."""
    firsts = [body.start for body in post.bodies]
    spoken = range(post.start + 1, post.end)
    end = next((p for p in spoken if units[p].start in firsts), post.end)
    while end > post.start + 1 and (
        is_particle(units[end - 1], "preposition", "demonstrative")
        or units[end - 1].form in REFERRED
    ):
        end -= 1
    return units[post.start].start, units[end - 1].end


def _nested(units: Sequence[Unit], post: Post) -> Iterator[Draft]:
    """Yield who holds the post that the given one is second to: «نائباً لقائد اللواء سالم الرواس»."""
    given = units[post.start]
    inner = title_of(units[post.start + 1]) if post.start + 1 < len(units) else None
    if post.relation != "deputyLeaderOf" or given.form != given.noun + "ا" or inner is None:
        return
    person = units[post.end] if post.end < len(units) else None
    if person is not None and person.kind is Kind.PERSON and not person.prefix:
        rule = f"post-{inner.relation}"
        yield from pairs(rule, inner.relation, [person], post.bodies, post.start + 1, role=None)


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Say whether another post follows at once, whose holder holds this one too: «قائد المحور، قائد اللواء، سالم»."""
    start = at
    while at < len(units) and (units[at].form in COMMAS or is_particle(units[at], "coordinator")):
        at += 1
    if at < len(units) and title_of(units[at]) is not None:
        return True
    for unit in units[at : start + LONGEST]:
        if unit.stops or is_verb(unit) or unit.kind is Kind.PERSON:
            break
        if unit.joined and unit.definite and title_of(unit):
            return True  # «عضو الأمانة العامة للحركة المدعومة من إيران، والمسؤول عنها سالم»
    return False


def post_at(units: Sequence[Unit], at: int, before: Sequence[Unit], memory: Memory) -> Post | None:
    """Read a post with its body: «نائب قائد اللواء», «القيادي البارز في الحركة», «قائدها»."""
    title = title_of(units[at]) or _assisting(units, at)
    if title is None:
        return None
    end, ended = at, False
    pronoun = units[at].pronoun
    while end + 1 < len(units) and end - at < LONGEST:
        following = units[end + 1]
        inner = titles().get(following.noun) if not following.entity else None
        if inner is None and following.noun in adjectives() and not following.joined:
            end += 1  # «قيادي سوري سابق في …»
            continue
        if inner is None or following.joined or is_verb(following):
            break
        if inner.rank == "trait":
            ended = ended or following.noun in formers()
            title = replace(title, relation=inner.construct) if inner.construct else title
        elif title.relation == "deputyLeaderOf" and inner.relation:
            pronoun = pronoun or following.pronoun
        else:
            break
        end += 1
    if pronoun and title.relation == "deputyLeaderOf" and is_many(units[at]):
        return None  # «عشرات من معاونيه» are nobody named
    if pronoun:
        bodies = meant(units, at, pronoun, before, memory)
    else:
        adjective = by_adjective(units, at, end, memory) or of_state(units, at, memory)
        after, bodies = end + 1, ()
        bodies, end = _named(units, at, after, before, memory)
        bodies, end = (bodies, end) if bodies else of_staff(units, after, memory, adjective)
    if not bodies:
        return None
    relation = relation_of(units, at, title, bodies)
    if relation in ("commands", "leads") and is_function(bodies[0]) and end < len(units):
        wider, after = bodies_from(units, end)
        if wider and (units[end].form == "في" or units[end].clitic == "ل"):
            bodies, end, relation = wider, after, "memberOf"
    while end < len(units) and is_past(units, end):
        ended, end = True, end + 1
    ended = ended or was_before(units, end)
    return Post(at, end if end > at else at + 1, relation, bodies, ended)


def _assisting(units: Sequence[Unit], at: int) -> Title | None:
    """Read «مساعد» before a post, «الرجل الثاني» as second to its head: «مساعد قائد القوة»."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after and units[at].noun in SECOND and units[at].definite and after.form == "الثاني":
        return Title(units[at].noun, "post", "deputyLeaderOf")
    inner = title_of(units[at + 1]) if at + 1 < len(units) else None
    if units[at].noun != "مساعد" or inner is None or inner.relation not in ("commands", "leads"):
        return None
    return Title(units[at].noun, "post", "deputyLeaderOf")


def _named(
    units: Sequence[Unit], post: int, at: int, before: Sequence[Unit], memory: Memory
) -> tuple[tuple[Unit, ...], int]:
    """Return the bodies named from `at` on, or meant there by «له», «فيها», or said of a post joined at once."""
    form = units[at].form if at < len(units) else ""
    if form in REFERRED:
        return meant(units, post, form[len(REFERRED[form]) :], before, memory), at + 1
    if at < len(units) and units[at].joined and title_of(units[at]):
        inner = post_at(units, at, before, memory)
        return (inner.bodies, at) if inner else ((), at)
    part = owned(units, at)
    if part is not None:
        end = part + 1
        while end < len(units) and units[end].definite and not units[end].entity:
            if title_of(units[end]) or titles().get(units[end].noun, TRAIT).rank != "trait":
                break
            end += 1
        return meant(units, post, units[part].pronoun, before, memory), end
    return bodies_from(units, at)


SECOND = frozenset(("رجل", "شخص"))
"""Nouns of «الرجل الثاني», who is second to the head."""
TRAIT = Title("", "trait", "")


REFERRED = {
    p + s: p for p in ("ل", "في", "من", "ب", "باسم", "لدي", "عن") for s in ("ه", "ها", "هم")
}
