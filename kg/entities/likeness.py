"""Likeness: whether two names of one kind name one, in words; and of two entities by all their names."""

from __future__ import annotations

from functools import lru_cache

from kg.entities import person_likeness, persons, places, unit_likeness, units
from kg.entities.judgement import Likeness
from kg.entities.spellings import latin, normal
from kg.lexicon.lexemes import forms
from kg.model import Kind

GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))


def family(kind: Kind) -> str:
    """Return the family of a kind: groups and organizations are told apart too loosely to forbid a merge."""
    return "group" if kind in GROUPS else kind.value


@lru_cache(maxsize=1 << 18)
def compare(kind: Kind, one: str, other: str) -> Likeness:
    """Say how likely two names of one kind name one, and why.

    >>> found = compare(Kind.ARMED_GROUP, "اللواء 51", "اللواء الثاني والخمسون")
    >>> found.is_one, found.veto
    (False, 'the numbers differ: 51, 52')
    """
    one, other = sorted((one, other))
    if kind is Kind.PERSON:
        return person_likeness.compare(persons.parse(one), persons.parse(other))
    if kind in GROUPS:
        return unit_likeness.compare(units.parse(one), units.parse(other))
    if kind is Kind.EVENT:
        same = plain_key(one) == plain_key(other)
        return Likeness(0.97 if same else 0.0, ("same name",) if same else ("another name",))
    return places.compare(places.parse(one), places.parse(other))


def key(kind: Kind, name: str) -> tuple[str, ...]:
    """Return what is equal for spellings of one name, part by part.

    >>> key(Kind.PERSON, "العقيد عبدالله الرواس") == key(Kind.PERSON, "عبد الله الروّاس")
    True
    """
    if kind is Kind.PERSON:
        return persons.parse(name).key
    if kind in GROUPS:
        return units.parse(name).key
    return plain_key(name) if kind is Kind.EVENT else places.parse(name).key


def plain_key(name: str) -> tuple[str, ...]:
    """Return a name's words without article, in either script."""
    return tuple(normal(word) for word in forms(name)) or latin(name)


def is_telling(kind: Kind, name: str) -> bool:
    """Say whether a name alone tells one of its kind from all others, across articles.

    >>> is_telling(Kind.PERSON, "أبو عمر"), is_telling(Kind.PERSON, "سالم الرواس")
    (False, True)
    """
    if kind is Kind.PERSON:
        return persons.is_telling(persons.parse(name))
    if kind in GROUPS:
        return units.is_telling(units.parse(name))
    return True
