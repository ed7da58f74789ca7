"""Leaders: which body a person leads or speaks for, for «قواته», «مقاتليه» said of him."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.claims.units import Unit
from kg.lexicon.words import titles
from kg.model import Kind

Heads = Mapping[str, tuple[Unit, ...]]
"""The bodies that persons, by entity, were said to be the head or second of."""
RELATIONS = ("commands", "leads", "deputyLeaderOf", "memberOf")
"""Posts in a body that make its men a person's own."""
REACH = 8
"""How far from his name a leader's post and body may stand."""


def led_by(units: Sequence[Unit], person: Unit, heads: Heads) -> Unit | None:
    """Return the body that a person leads, by a post beside his name or told before."""
    if person in units:
        at = units.index(person)
        beside = _before(units, at) or _after(units, at)
        if beside is not None:
            return beside
    told = heads.get(person.entity or "", ())
    return told[0] if told else None


def _before(units: Sequence[Unit], at: int) -> Unit | None:
    """Read «قائد لواء الفجر العقيد [سالم]»."""
    for position in range(at - 1, max(-1, at - REACH), -1):
        unit = units[position]
        if unit.kind is Kind.ARMED_GROUP:
            return unit if any(map(_heads, units[max(0, position - 3) : position])) else None
        if unit.stops or unit.verbs or unit.kind is Kind.PERSON:
            break
    return None


def _after(units: Sequence[Unit], at: int) -> Unit | None:
    """Read «[سالم]، قائد لواء الفجر»."""
    headed = False
    for unit in units[at + 1 : at + REACH]:
        if unit.kind is Kind.ARMED_GROUP:
            return unit if headed else None
        if _heads(unit):
            headed = True
        elif unit.stops or unit.verbs or unit.entity:
            break
    return None


def _heads(unit: Unit) -> bool:
    title = titles().get(unit.noun) if not unit.entity else None
    return title is not None and title.relation in RELATIONS
