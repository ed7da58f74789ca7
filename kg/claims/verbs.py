"""Verbs: claims by frames over finite verbs — «سيطر الجيش على البلدة», «التي يقودها سالم», «قُتل على يد …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.agents import by_agent, cause
from kg.claims.arguments import patient, prepositional, support
from kg.claims.clauses import clause_end, person_meant
from kg.claims.drafts import Draft, pairs
from kg.claims.subjects import Subjects
from kg.claims.units import Unit
from kg.lexicon.frames import VerbFrame, verb_frames


def read(units: Sequence[Unit], before: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say; `before` is the sentence before it."""
    for at, subject in said.items():
        unit = units[at]
        by = by_agent(units, at, clause_end(units, at))
        done: set[str] = set()
        for frame in _frames(unit, bool(by)):
            if done and frame.rule not in BESIDES:
                continue
            drafts = list(_fill(units, at, frame, subject, before))
            yield from drafts
            done.update(draft.rule for draft in drafts)


BESIDES = frozenset(("allied-verb",))
"""Rules that say something more, not the same in another way."""


def _frames(unit: Unit, by: bool) -> list[VerbFrame]:
    """Return the frames of a verb, of its active readings first; with «على يد», those that take an agent."""
    found: list[VerbFrame] = []
    for voice in ("active", "passive"):
        for reading in unit.verbs:
            if reading.voice == voice:
                found.extend(
                    f for f in verb_frames().get((reading.lemma, voice), ()) if f not in found
                )
    return (
        [f for f in found if "by" in (f.subject, f.object) or f.voice == "passive"] if by else found
    )


def _fill(
    units: Sequence[Unit],
    at: int,
    frame: VerbFrame,
    subject: tuple[Unit, ...],
    before: Sequence[Unit],
) -> Iterator[Draft]:
    ends: list[tuple[Unit, ...]] = []
    for slot in (frame.subject, frame.object):
        if slot == "agent" or (slot == "patient" and frame.voice == "passive"):
            ends.append(subject)
        elif slot == "patient" and frame.verb == "succeeded" and units[at].pronoun:
            ends.append(person_meant(units, at, before))
        elif slot == "patient":
            ends.append(patient(units, at, before))
        elif slot == "by":
            ends.append(by_agent(units, at, clause_end(units, at)) or cause(units, at))
        elif slot == "support":
            ends.append(support(units, at))
        else:
            ends.append(prepositional(units, at, slot, clause_end(units, at)))
    if ends[0] and ends[1]:
        yield from pairs(
            frame.rule, frame.verb, ends[0], ends[1], at, ended=frame.rule == "withdrew-verb"
        )
