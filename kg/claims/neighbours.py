"""Neighbours: who stands before or after an event noun, whatever governs it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.agents import genitive
from kg.claims.drafts import BODIES, GROUND
from kg.claims.lying import INSIDE
from kg.claims.phrases import COMMAS, phrase
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import members
from kg.lexicon.words import titles
from kg.model import Kind


def head(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the name right before, over a mark: «الكتيبة، بقيادة …»."""
    for position in range(at - 1, max(-1, at - 5), -1):
        unit = units[position]
        if unit.entity and (unit.kind is not Kind.PLACE or position == 0):
            return (unit,)
        if unit.stops or is_verb(unit) or _is_unnamed(unit):
            break
        if unit.entity or unit.form in COMMAS or is_particle(unit, "preposition") or unit.noun:
            continue
        break
    return ()


def _is_unnamed(unit: Unit) -> bool:
    """Say whether the noun itself is what the modifier is said of: «المقاتلون», «مجموعات»."""
    return not unit.entity and unit.definite and unit.noun in members()


def apposed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the person a noun is said of beside him, over his posts where it is joined: «سالم، قائد اللواء وابن …»."""
    for unit in reversed(units[max(0, at - 9) : at]):
        if unit.kind is Kind.PERSON:
            return (unit,)
        named = unit.entity and not units[at].joined
        if named or unit.stops or is_verb(unit) or is_particle(unit, "complementizer"):
            break
    return ()


def _is_posted(units: Sequence[Unit], at: int) -> bool:
    """Say whether a post of his own with a pronoun stands before a name: «برئاسة راشد و[نائبه سالم]»."""
    before = units[at - 1] if at else None
    return before is not None and bool(before.pronoun) and before.noun in titles()


UNDER = frozenset(("تحت", "ايام", "فتره", "ابان", "خلال", "عهد", "زمن", "ظل"))


def after_it(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the persons named after «بقيادة», «تحت إمرة»."""
    if units[at].clitic != "ب" and (at == 0 or units[at - 1].noun not in UNDER):
        return ()
    at += at + 1 < len(units) and units[at + 1].form in COMMAS
    found = phrase(units, at + 1) if at + 1 < len(units) else None
    if found is None:
        return ()
    people = [
        units[b] for b in found.bearers if units[b].kind is Kind.PERSON and not _is_posted(units, b)
    ]
    if not people and not found.bearers:
        for position in range(at + 1, min(len(units), at + 5)):
            if units[position].kind is Kind.PERSON:
                return (units[position],)
            if units[position].stops or is_verb(units[position]):
                break
    return tuple(people)


def next_to_it(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who is named right after a noun with a pronoun: «شقيقه [سالم]», «نجله القيادي [سالم]»."""
    if not units[at].pronoun:
        return ()
    start = at + 1
    while start < len(units) and start < at + 3 and _qualifies(units[start]):
        start += 1
    found = phrase(units, start) if start < len(units) and not units[start].prefix else None
    return (units[found.bearers[0]],) if found and found.bearers else ()


def _qualifies(unit: Unit) -> bool:
    return not unit.entity and (
        unit.form in COMMAS or (unit.definite and unit.noun not in titles())
    )


def name_at_once(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the person named right after the noun, over his rank: «محل [العقيد سالم]»."""
    after = units[at + 1] if at + 1 < len(units) and not units[at].definite else None
    made = after is not None and after.form == after.noun + "ا"
    if after is None or made or after.clitic or not (after.entity or after.noun in titles()):
        return ()
    return tuple(u for u in genitive(units, at) if u.kind is Kind.PERSON)


def other_person(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whom «خلفاً له», «بديلاً عنه» mean: the person named before the one just named."""
    after = units[at + 1].form if at + 1 < len(units) else ""
    people = [u for u in reversed(units[:at]) if u.kind is Kind.PERSON]
    others = [u for u in people if u.entity != people[0].entity]
    others = [u for u in others if not _is_within(units, units.index(u))] or others
    return tuple(others[:1]) if after in ("له", "عنه", "منه", "لها", "عنها", "منها") else ()


def _is_within(units: Sequence[Unit], at: int) -> bool:
    """Say whether a name stands within a relative clause: «المجلس الذي شكله [سالم]»."""
    for unit in reversed(units[:at]):
        if unit.is_mark or unit.kind is Kind.PERSON or unit.joined:
            return False
        if is_particle(unit, "relative"):
            return True
    return False


def ground(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the place right before, over a comma: «[جبل الوادي]، مقر اللواء»."""
    before = at - 1 - (at > 0 and units[at - 1].form in COMMAS)
    place = units[before] if before >= 0 else None
    if place and before > 1 and place.kind is Kind.PLACE:
        inside = units[before - 1].form in INSIDE or place.clitic == "ب"
        first = units[before - 1 - (not place.clitic)]
        if inside and first.kind is Kind.PLACE:
            place = first  # «[قلعة X] في مدينة Y، مقر …»
    return (place,) if place and place.kind in GROUND and not units[at].joined else ()


def second(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the object right after a body whose deed it is: «قصف الجيش [مواقع الحركة]», «خطف الحركة [سالماً]»."""
    if units[at].definite or units[at].pronoun:
        return ()
    first = phrase(units, at + 1) if at + 1 < len(units) else None
    if first is None or not first.bearers or first.end >= len(units) or units[at + 1].clitic:
        return ()
    after = units[first.end]
    body = all(units[b].kind in BODIES for b in first.bearers)
    if not body or after.prefix or after.classes or after.verbs or after.is_mark:
        return ()
    if after.definite and not after.entity and after.noun not in titles():
        return ()
    found = phrase(units, first.end)
    return tuple(units[b] for b in found.bearers) if found else ()
