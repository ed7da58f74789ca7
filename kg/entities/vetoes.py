"""Vetoes: what forbids that two nodes are one, whatever their likeness.

A node may go by several names; a veto of names holds only where every name that speaks to the matter
contradicts every such name of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import product
from typing import TypeVar

from kg.entities.judgement import DOUBTFUL, MATCHES
from kg.entities.nodes import Node
from kg.entities.persons import PersonName
from kg.entities.spellings import likeness
from kg.entities.unit_likeness import are_plural, is_force
from kg.entities.unit_names import UnitName
from kg.lexicon.lexemes import lexemes
from kg.model import Kind

Value = TypeVar("Value")


def veto(one: Node, other: Node) -> str | None:
    """Say why two nodes cannot be one, or `None`."""
    if one.family != other.family:
        return f"the kinds differ: {one.kind}, {other.kind}"
    if one.lexeme and other.lexeme and one.lexeme != other.lexeme:
        return f"the lexicon tells them apart: {one.lexeme}, {other.lexeme}"
    if one.family == Kind.PERSON:
        return _of_persons(one.persons, other.persons)
    if one.family == "group":
        return _countries(one, other) or _of_units(one.units, other.units)
    return None


def _of_persons(ones: Sequence[PersonName], others: Sequence[PersonName]) -> str | None:
    """Compare kunyas and, of names with a family name, given names."""
    mine, theirs = ({k for name in names for k in name.kunyas} for names in (ones, others))
    if _apart(mine, theirs, _sounds):
        return f"the kunyas differ: أبو {min(mine)}, أبو {min(theirs)}"
    given, more = (
        {name.given for name in names if name.given and name.length > 1} for names in (ones, others)
    )
    if _apart(given, more, _sounds):
        return f"the given names differ: {min(given)}, {min(more)}"
    fathers = [
        (a, b) for a in ones for b in others if a.fathers and b.fathers and a.given == b.given
    ]
    for a, b in fathers:
        if set(a.families) & set(b.families) and not set(a.fathers) & set(b.fathers):
            return f"the fathers' names differ: {' '.join(a.fathers)}, {' '.join(b.fathers)}"
    return None


def _countries(one: Node, other: Node) -> str | None:
    """Compare the country in a name with what the lexicon knows of the other."""
    for named, known in ((one, other), (other, one)):
        lexeme = lexemes().get(known.lexeme) if known.lexeme else None
        codes = _codes(country for name in named.units for country in name.countries)
        if lexeme is not None and lexeme.country and codes and not codes & set(lexeme.country):
            return f"the countries differ: {' '.join(sorted(codes))}, {' '.join(lexeme.country)}"
    return None


def _codes(states: Iterable[str]) -> set[str]:
    return {code for state in states if state in lexemes() for code in lexemes()[state].country}


def _of_units(ones: Sequence[UnitName], others: Sequence[UnitName]) -> str | None:
    """Compare numbers, countries and head words."""
    for label, part in _PARTS:
        mine, theirs = ({v for name in names for v in part(name)} for names in (ones, others))
        if _apart(mine, theirs, str.__eq__):
            return f"the {label} differ: {min(mine)}, {min(theirs)}"
    heads, more = (
        {name.heads for name in names if name.heads and name.script == "ar"}
        for names in (ones, others)
    )
    if _apart(heads, more, _same_heads):
        return f"the head words differ: {' '.join(min(heads))}, {' '.join(min(more))}"
    return None


_PARTS: tuple[tuple[str, Callable[[UnitName], tuple[str, ...]]], ...] = (
    ("numbers", lambda name: tuple(map(str, name.numbers))),
    ("countries", lambda name: name.countries),
)


def _same_heads(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    loose = any(len(heads) == 1 and is_force(heads[0]) for heads in (one, other))
    return loose or one == other or (one[1:] == other[1:] and are_plural(one[0], other[0]))


@cache
def _sounds(one: str, other: str) -> bool:
    return likeness(one, other) >= min(MATCHES, DOUBTFUL)


def _apart(ones: set[Value], others: set[Value], same: Callable[[Value, Value], bool]) -> bool:
    """Say whether both speak to a matter and no value of one is like a value of the other."""
    if not ones or not others or ones & others:
        return False
    return not any(same(a, b) for a, b in product(ones, others))
