"""Appointees: whom a noun of appointing means by its pronoun — «دفع القائد سالماً إلى [تعيينه] حاكماً»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.claims.bodies import is_trait, title_of
from kg.claims.clauses import matches
from kg.claims.drafts import ACTORS, GROUPS, LED, Draft, pairs
from kg.claims.governors import governor
from kg.claims.incumbents import GIVEN_REACH, given, is_accusative
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import nouns_of
from kg.lexicon.posts import choosings
from kg.model import Kind

NEAR = 3
"""How far before a post in the accusative the noun of appointing may stand."""


class Appointment(NamedTuple):
    """The noun at `at`, who is appointed by it, and by whom, where both are told."""

    at: int
    person: tuple[Unit, ...]
    by: tuple[Unit, ...]


def by_pronoun(
    units: Sequence[Unit], post: int, before: Sequence[Unit], said: Subjects
) -> Appointment | None:
    """Return the appointment to the post at `post` whose noun means the appointed by a pronoun: «وتعيينه قائداً»."""
    at = noun_before(units, post)
    if at is None:
        return None
    agent = _agent(units, at, said)
    row = [*reversed(units[:at]), *reversed(before)]
    others = (u for u in row if u.kind is Kind.PERSON and all(u.entity != a.entity for a in agent))
    person = next((u for u in others if matches(units[at].pronoun, u)), None)
    return Appointment(at, (person,) if person else (), agent)


def noun_before(units: Sequence[Unit], post: int) -> int | None:
    """Return the noun of appointing with a pronoun right before the post at `post`, or `None`."""
    for position in range(post - 1, max(-1, post - 1 - NEAR), -1):
        unit = units[position]
        if unit.entity or unit.is_mark or is_verb(unit):
            break
        if unit.pronoun in ("ه", "ها") and unit.noun in appointing_nouns():
            return position
    return None


def _agent(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return who appoints: the subject of the verb that governs the noun, or whom the verb drives to it."""
    verb = governor(units, at)
    if verb is None:
        return ()
    driven = units[at].clitic == "ل" or units[at - 1].form in ("الي", "علي")
    if driven and any(v.lemma in DRIVING for v in units[verb].verbs):
        last = next((u for u in reversed(units[verb:at]) if u.kind in ACTORS), None)
        return (last,) if last else ()
    return tuple(u for u in said.get(verb, ()) if u.kind in ACTORS and u in units[:at])


def chosen(units: Sequence[Unit], said: Subjects, posts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield whom a body makes its own head, no other body told: «اختارت الحركة سالماً زعيماً جديداً»."""
    if not any(has_lemma(units[at], choosings()) for at in said):
        return
    told = {draft.trigger for draft in posts}
    for at, unit in enumerate(units):
        title = title_of(unit) if is_accusative(unit) and at not in told else None
        if title is None or title.relation not in LED or _is_of_other(units, at):
            continue
        verb = next(
            (p for p in range(at - 1, max(-1, at - GIVEN_REACH), -1) if is_verb(units[p])), None
        )
        if verb is None or not any(
            v.lemma in choosings() and v.voice == "active" for v in units[verb].verbs
        ):
            continue
        bodies = [u for u in said.get(verb, ()) if u.kind in GROUPS]
        people = [u for u in given(units, at) if u in units[verb:at]]
        role = (unit.start, unit.end)
        yield from pairs("chosen", title.relation, people, bodies[:1], at, role=role, begun=True)


def _is_of_other(units: Sequence[Unit], at: int) -> bool:
    """Say whether the post is told to be of something: «رئيساً [للبلاد]», «رئيساً في [اللجنة]»."""
    position = at + 1
    while position < len(units) and is_trait(units[position]):
        position += 1
    after = units[position] if position < len(units) else None
    return after is not None and (bool(after.clitic) or is_particle(after, "preposition"))


DRIVING = frozenset(("دفع", "حمل", "حدا", "اضطر", "اجبر", "دعا"))
"""Verbs that drive their object to a deed."""


@cache
def appointing_nouns() -> frozenset[str]:
    """Return the nouns that appoint, some only where the post is told: «تعيين», «اختيار»."""
    return nouns_of("appointedBy") | choosings()
