"""Governors: the verb that an event noun depends on, and who tells of himself by such a noun."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import following, matches
from kg.claims.phrases import COMMAS
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle
from kg.lexicon.frames import accusings
from kg.model import Kind


def governor(units: Sequence[Unit], at: int) -> int | None:
    """Return the verb that governs the event noun at `at`."""
    for position in range(at - 1, max(-1, at - 24), -1):
        unit = units[position]
        if unit.verbs and not _is_closed(units, position, at):
            return position
        if unit.stops or "complementizer" in unit.classes:
            return None
    return None


def is_accusation(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb of accusing governs the noun: «اتهم المجلس الحركة [بدعم] …»."""
    verb = governor(units, at)
    return verb is not None and has_lemma(units[verb], accusings())


def _is_closed(units: Sequence[Unit], verb: int, at: int) -> bool:
    """Say whether a verb is in a relative clause that a comma closes before `at`: «…، الذي يرأسه سالم، تعيين …»."""
    relative = verb > 1 and is_particle(units[verb - 1], "relative")
    enclosed = relative and units[verb - 2].form in COMMAS
    return enclosed and any(unit.form in COMMAS for unit in units[verb:at])


def is_of_unnamed(units: Sequence[Unit], at: int) -> bool:
    """Say whether the one who tells the deed of himself has no name: «أعلنت [مجموعة] انشقاقها …»."""
    verb = governor(units, at)
    after = following(units, verb) if verb is not None else None
    if verb is None or after is None or after.bearers or not after.head:
        return False
    return not units[verb + 1].definite and not units[verb + 1].pronoun


def of_oneself(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return who «انضمامه», «انشقاقهم» are of: the subject that tells them, else the last person it agrees with."""
    if not units[at].pronoun:
        return ()
    verb = governor(units, at)
    subject = said[verb] if verb is not None else ()
    if subject and all(matches(units[at].pronoun, u) for u in subject):
        return subject
    people = [u for u in units[:at] if u.kind is Kind.PERSON]
    return tuple(people if units[at].pronoun == "هم" else people[-1:])
