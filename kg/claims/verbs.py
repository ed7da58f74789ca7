"""Verbs: claims by frames over finite verbs — «سيطر الجيش على البلدة», «التي يقودها سالم», «قُتل على يد …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.claims.agents import by_agent, cause, foe
from kg.claims.arguments import patient, prepositional
from kg.claims.clauses import (
    clause_end,
    is_unnamed,
    matches,
    person_meant,
    relative_head,
)
from kg.claims.decrees import by_order, called_so
from kg.claims.deeds import is_carrier
from kg.claims.doers import is_done_by_event, own_doers
from kg.claims.drafts import BODIES, GROUPS, LED, LEFT, Draft, pairs
from kg.claims.inversions import RULES, inverted
from kg.claims.subjects import Subjects
from kg.claims.supporters import help_told, support
from kg.claims.units import Unit, is_particle
from kg.lexicon.frames import VerbFrame, cued, members, modifier_frames, verb_frames
from kg.lexicon.offices import official_nouns
from kg.lexicon.words import VerbForm, group_words
from kg.model import Kind


def read(units: Sequence[Unit], before: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say; `before` is the sentence before it."""
    for at, subject in said.items():
        frames = _frames(units[at].verbs)
        if not frames or (units[at].pronoun and is_carrier(units, at)):
            continue
        clause = Clause(at, clause_end(units, at), subject, before)
        by = by_agent(units, at, clause.end)
        done: set[str] = set()
        for frame in frames:
            if units[at].pronoun and frame.rule in INTRANSITIVE:
                continue
            if (done and (frame.rule not in BESIDES or frame.rule in done)) or (
                by and not _takes_agent(frame)
            ):
                continue
            drafts = _fill(units, frame, clause)
            yield from drafts
            done.update([draft.rule for draft in drafts])


class Clause(NamedTuple):
    """The clause of the verb at `at`: where it ends, who the verb is said of, the sentence before."""

    at: int
    end: int
    subject: tuple[Unit, ...]
    before: Sequence[Unit]


INTRANSITIVE = frozenset(("operates-verb", "led-operation"))
"""Rules that do not hold where the verb's object is a pronoun: «هجوم نفذته الحركة على … في البلدة»."""


BESIDES = frozenset(
    (
        *("allied-verb", "cleared-verb", "fell-fighting", "fought-beside"),
        *("lost-verb", "gained-verb", "expelled-verb", "fought-there"),
    )
)
"""Rules that say something more, not the same in another way."""


@lru_cache(maxsize=1 << 14)
def _frames(verbs: tuple[VerbForm, ...]) -> tuple[VerbFrame, ...]:
    """Return the frames of a verb, each once, of its active readings first."""
    found = {
        frame: None
        for voice in ("active", "passive")
        for reading in verbs
        if reading.voice == voice
        for frame in verb_frames().get((reading.lemma, voice), ())
    }
    return tuple(found)


def _takes_agent(frame: VerbFrame) -> bool:
    """Say whether a frame can go with «على يد»."""
    return "by" in (frame.subject, frame.object) or frame.voice == "passive"


def _fill(units: Sequence[Unit], frame: VerbFrame, clause: Clause) -> list[Draft]:
    subjects = _slot(units, frame, frame.subject, clause)
    found = inverted(units, clause.at) if frame.rule in RULES else None
    if found and all(u in found.people for u in subjects if u.kind is Kind.PERSON):
        return pairs(frame.rule, frame.verb, found.people, found.bodies, clause.at)
    if frame.verb == "designatedBy" and not _is_listed(units, clause.at):
        return []
    if frame.object == "each":
        return pairs(frame.rule, frame.verb, subjects[:1], subjects[1:], clause.at)
    objects = _slot(units, frame, frame.object, clause) if subjects else ()
    if not objects and frame.rule == "founded-verb":
        objects = called_so(units, clause.at)
    if frame.verb == "succeeded" and frame.lemma == "تلا" and not _tells_office(units):
        return []  # «وتلاه الناطق …» spoke after him
    if frame.rule == "resigned-verb" and _is_from_office(units, clause.at):
        return []
    if frame.rule == "dismissed-verb" and not _is_expelled(units, clause.at):
        return []
    if frame.rule == "comprises-verb" and _is_of_men(units, clause.at):
        return []
    verb = frame.verb if frame.subject != "support" else help_told(units, clause.at) or frame.verb
    return pairs(frame.rule, verb, subjects, objects, clause.at, ended=frame.rule in LEFT)


def _is_of_men(units: Sequence[Unit], at: int) -> bool:
    """Say whether what a body comprises are men, not bodies: «تضم الجبهة [مقاتلين] من حركة …»."""
    for unit in units[at + 1 : at + 5]:
        if unit.kind in GROUPS and not unit.anaphor:
            if unit.definite or unit.clitic or unit.form in group_words():
                continue
            return False
        if unit.entity is None and not unit.definite and not unit.prefix:
            if unit.form.endswith(("ين", "ون")) and unit.form not in group_words():
                return not is_particle(unit)
            if unit.noun in members():
                return True
    return False


def _is_listed(units: Sequence[Unit], at: int) -> bool:
    """Say whether the clause names what one is designated as: «… [منظمة إرهابية]», «على [لائحة العقوبات]»."""
    return any(unit.noun in cued("listed") for unit in units[at + 1 : at + 16] if not unit.entity)


def _slot(units: Sequence[Unit], frame: VerbFrame, slot: str, clause: Clause) -> tuple[Unit, ...]:
    at, end, subject, before = clause
    if slot == "agent" or (slot == "patient" and frame.voice == "passive"):
        return subject
    if slot == "patient" and frame.verb == "succeeded" and units[at].pronoun:
        return person_meant(units, at, before)
    if slot == "patient" and frame.verb in LED and units[at].pronoun and _leads_unnamed(units, at):
        return ()
    if slot == "patient":
        return patient(units, at, before, () if frame.rule == "comprises-verb" else subject)
    if slot == "by":
        agents = by_agent(units, at, end)
        if agents or frame.verb in MADE:
            return agents or by_order(units, at, end)
        if frame.verb == "detained":
            return ()
        return cause(units, at) or foe(units, at)
    if slot == "foe":
        return foe(units, at)
    if slot == "event":
        return subject if own_doers(units, at) or is_done_by_event(units, at) else ()
    if slot == "support":
        return support(units, at)
    if slot.startswith("body-"):
        found = prepositional(units, at, slot.removeprefix("body-"), end)
        return tuple(u for u in found if u.kind in BODIES and u.start > units[at].start)
    return prepositional(units, at, slot, end)


MADE = frozenset(("appointedBy", "founded"))
"""What is never told by the attack or fight that it came of."""


def _tells_office(units: Sequence[Unit]) -> bool:
    return any(unit.noun in official_nouns() for unit in units if not unit.entity)


def _is_from_office(units: Sequence[Unit], at: int) -> bool:
    """Say whether one resigns from an office, not from the body: «استقال سالم من [رئاسة] الحركة»."""
    return any(unit.noun in official_nouns() for unit in units[at + 1 : at + 7] if not unit.entity)


def _is_expelled(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb of driving out tells that it is out of one's own ranks: «طردت الحركة سالماً [من صفوفها]»."""
    near = units[at + 1 : at + 9]
    return any(
        unit.form in ("منها", "منه")
        or (before.form == "من" and unit.pronoun and unit.noun in cued("ranks"))
        for before, unit in pairwise(near)
    )


def _leads_unnamed(units: Sequence[Unit], at: int) -> bool:
    """Say whether whom a verb says to be led is left unnamed: «مجموعة محلية يقودها سالم»."""
    if relative_head(units, at) is not None:
        return False
    for position in range(at - 1, max(-1, at - 7), -1):
        if is_unnamed(units[position], units[at].pronoun):
            between = units[position + 1 : min(at, position + 3)]
            told = any(unit.noun in modifier_frames() for unit in between if not unit.entity)
            return told or not any(unit.entity for unit in between)
        if units[position].is_mark or (
            matches(units[at].pronoun, units[position]) and units[position].entity
        ):
            break
    return False
