"""Blamed: whose deed an event noun tells, by the words before it — «قيام الحركة [بخطف]», «تقف الحركة وراء [الهجوم]»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.agents import genitive
from kg.claims.arguments import patient
from kg.claims.drafts import ACTORS, BODIES
from kg.claims.governors import governor, is_accusation
from kg.claims.phrases import COMMAS, phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import accusings, cued, doings
from kg.lexicon.lexemes import lexemes
from kg.lexicon.words import titles
from kg.model import Kind

BEHIND = frozenset(("وراء", "خلف"))
NEAR = 7
"""How far before «وراء الهجوم» whoever stands behind it may be named."""


def doing(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whose deed it is after a noun of doing: «قيام عناصر الحركة بخطف …», «شن الحركة هجوماً …»."""
    joined = units[at].clitic == "ب" or (at > 0 and units[at - 1].form == "علي")
    for position in range(at - 1, max(-1, at - 9), -1):
        unit = units[position]
        if unit.noun in doings() and not unit.entity and joined:
            return genitive(units, position)
        if unit.stops or is_verb(unit):
            break
        if {unit.noun, unit.form} & cued("carrying") and not unit.entity and not joined:
            return tuple(u for u in genitive(units, position) if u.kind in ACTORS)
    return ()


def behind(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who stands behind the deed or answers for it: «تقف [الحركة] وراء …», «[الحركة] مسؤولة عن …»."""
    mark = _mark(units, at)
    if mark is None:
        return ()
    found = phrase(units, mark + 1) if mark + 1 < len(units) else None
    if found and found.bearers and found.end < at:
        return tuple(units[b] for b in found.bearers)
    for position in range(mark - 1, max(-1, mark - NEAR), -1):
        unit = units[position]
        if unit.entity:
            return (unit,) if unit.kind in ACTORS else ()
        if unit.stops or is_verb(unit) or (unit.form in COMMAS and position < mark - 1):
            break
    return ()


def _mark(units: Sequence[Unit], at: int) -> int | None:
    """Return the word that tells that someone is behind the deed at `at`, if it does."""
    for position in range(at - 1, max(-1, at - 6), -1):
        unit = units[position]
        if unit.stops:
            return None
        if unit.form in cued("stand") and any(u.form in BEHIND for u in units[position:at]):
            return position
        if unit.noun in cued("answer") and units[at - 1].form == "عن" and not unit.entity:
            return position
    return None


def accused(
    units: Sequence[Unit], at: int, said: Subjects, before: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Return who is accused of the deed: the object of a verb of accusing, its subject in the passive."""
    verb = governor(units, at)
    if verb is None or not is_accusation(units, at):
        return ()
    if not has_lemma(units[verb], accusings()):
        return ()
    found = patient(units, verb, before)
    return tuple(u for u in found if u not in said[verb]) or found


def announced(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return the army that announces the death of another's men: «أعلن [الجيش] مقتل القيادي في الحركة سالم»."""
    verb = governor(units, at)
    if verb is None or not any(v.lemma == "اعلن" for v in units[verb].verbs) or at - verb > NEAR:
        return ()
    army = tuple(u for u in said.get(verb, ()) if _is_army(u))
    for unit in units[at + 1 : at + NEAR] if army else ():
        if unit.stops or is_verb(unit) or unit.pronoun:
            break
        if unit.kind is Kind.ARMED_GROUP and not _is_army(unit):
            return army
        own = titles().get(unit.noun)
        if not unit.entity and own is not None and own.rank == "rank":
            break
    return ()


def _is_army(unit: Unit) -> bool:
    if unit.kind is Kind.STATE:
        return True
    lexeme = lexemes().get(unit.mention.lexeme or "") if unit.mention else None
    if lexeme is not None:
        return unit.kind in BODIES and lexeme.type in ("StateForces", "ExternalForces")
    return unit.form in ARMIES and not is_particle(unit)


ARMIES = frozenset(("الجيش", "جيش", "القوات", "التحالف", "تحالف"))
