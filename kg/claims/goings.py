"""Goings-on: who does what a verb goes on to tell — «استطاعت [القوات] أن تدمر», «داهمت [الحركة] المقر، واعتقلت …»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.claims.agents import by_agent
from kg.claims.clauses import ACTORS, agrees
from kg.claims.units import Unit
from kg.lexicon.frames import cued, members, verb_frames


def able(units: Sequence[Unit], at: int, found: Mapping[int, tuple[Unit, ...]]) -> tuple[Unit, ...]:
    """Return who is said to be able to do what the verb after «أن» tells: «استطاعت [القوات] أن تدمر المقر»."""
    if at < 2 or units[at - 1].form != "ان" or units[at].pronoun:
        return ()
    for position in range(at - 2, max(-1, at - 8), -1):
        unit = units[position]
        if unit.verbs:
            able = any(v.lemma in cued("able") for v in unit.verbs)
            who = found.get(position, ()) if able else ()
            return who if who and agrees(units[at], who[0]) else ()
        if unit.stops:
            break
    return ()


def raider(
    units: Sequence[Unit], at: int, found: Mapping[int, tuple[Unit, ...]]
) -> tuple[Unit, ...]:
    """Return who attacked and then did it: «داهمت [الحركة] المقر، واعتقلت ثمانية من …»."""
    if not units[at].joined or units[at].pronoun or at + 1 >= len(units):
        return ()
    after = units[at + 1]
    counted = "number" in after.classes or after.form[0].isdigit() or after.noun in members()
    if (
        not counted
        or after.definite
        or not _may(units[at], "detained", "killed")
        or by_agent(units, at, len(units))
    ):
        return ()
    for position in range(at - 1, max(-1, at - RAID), -1):
        unit = units[position]
        if unit.verbs:
            who = found.get(position, ()) if _may(unit, "attacked", "detained", "killed") else ()
            alone = not (unit.pronoun or any(v.voice == "passive" for v in unit.verbs))
            sure = alone or any(u in units[position:at] and u.kind in ACTORS for u in who)
            alike = {v.gender for v in unit.verbs} & {v.gender for v in units[at].verbs}
            return who if sure and alike else ()
        if unit.stops:
            break
    return ()


RAID = 14
"""How far before a deed the raid it came in may be told."""


def _may(unit: Unit, *verbs: str) -> bool:
    """Say whether a verb tells, of its subject, one of the deeds."""
    frames = (f for v in unit.verbs for f in verb_frames().get((v.lemma, "active"), ()))
    return any(f.verb in verbs and f.subject == "agent" for f in frames)
