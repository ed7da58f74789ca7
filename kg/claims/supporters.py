"""Supporters: who gives the support that a verb of receiving names — «تحظى بدعم [X]»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import clause_end
from kg.claims.governors import governor
from kg.claims.phrases import phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, money, noun_frames


def support(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who gives the support a verb of receiving names: «تحظى بدعم X», «تتلقى دعماً من X»."""
    for position in range(at + 1, min(clause_end(units, at), at + 8)):
        if help_of(units[position]):
            rest = position + 1
            while rest < len(units) and not units[rest].entity and rest - position < 4:
                if units[rest].form == "من" or not is_particle(units[rest]):
                    rest += 1
                    continue
                return ()
            found = phrase(units, rest) if rest < len(units) else None
            return tuple(units[b] for b in found.bearers) if found else ()
    return ()


def help_of(unit: Unit) -> str:
    """Return the verb of the help a noun tells of, if any: «دعم», «تمويل», «أسلحة»."""
    if unit.entity:
        return ""
    if unit.noun in cued("arms") or unit.form in cued("arms"):
        return "arms"
    verbs = {frame.verb for frame in noun_frames().get(unit.noun, ())}
    return next((verb for verb in ("supports", "funds", "arms", "trains") if verb in verbs), "")


def help_told(units: Sequence[Unit], at: int) -> str:
    """Return what kind of help a verb of receiving tells of: money by its adjective, arms, training or any support."""
    near = units[at + 1 : at + 7]
    if any(money() & {unit.noun, unit.form} for unit in near if not unit.entity):
        return "funds"
    return next((found for unit in near if (found := help_of(unit))), "")


def giver(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return who gives what the noun tells: the subject of the verb of giving that governs it."""
    verb = governor(units, at)
    gives = verb is not None and any(v.lemma in cued("give") for v in units[verb].verbs)
    return said[verb] if gives and verb is not None else ()


def dative(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return to whom it is given, named before it: «قدمت إيران [للحركة] دعماً»."""
    for position in range(at - 1, max(-1, at - 4), -1):
        if units[position].entity and units[position].clitic == "ل":
            return (units[position],)
        if is_verb(units[position]) or units[position].is_mark:
            break
    return ()
