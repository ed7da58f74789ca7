"""Likeness: whether two names of one kind name one, in words; and of two entities by all their names."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.arabic.letters import is_arabic
from kg.entities import person_likeness, persons, places, unit_likeness, units
from kg.entities.judgement import Likeness
from kg.entities.spellings import latin, normal
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.names import latin_words
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
    known, more = (known_as(kind, name) for name in (one, other))
    if known & more:
        return Likeness(0.98, (f"the lexicon knows both names as {min(known & more)}",))
    found = _by_parts(kind, one, other)
    if known and more and kind is not Kind.PLACE:
        veto = f"the lexicon tells them apart: {min(known)}, {min(more)}"
        return Likeness(found.score, found.reasons, found.veto or veto)
    return found


def _by_parts(kind: Kind, one: str, other: str) -> Likeness:
    if kind is Kind.PERSON:
        return person_likeness.compare(persons.parse(one), persons.parse(other))
    if kind in GROUPS:
        return unit_likeness.compare(units.parse(one), units.parse(other))
    if kind is Kind.EVENT:
        same = plain_key(one) == plain_key(other)
        return Likeness(0.97 if same else 0.0, ("same name",) if same else ("another name",))
    return places.compare(places.parse(one), places.parse(other))


def known_as(kind: Kind, name: str) -> frozenset[str]:
    """Return the ids of what the lexicon knows by a name, in either script; nothing for a name that may mislead.

    >>> sorted(known_as(Kind.STATE, "Syria")), sorted(known_as(Kind.PERSON, "حفتر"))
    (['syria'], [])
    """
    return _known().get((family(kind), _plain(name)), frozenset())


@cache
def _known() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for lexeme in lexemes().values():
        traps = set(map(_plain, lexeme.traps))
        for name in (*lexeme.names_ar, *lexeme.names_en):
            plain = _plain(name)
            if plain not in traps and (lexeme.kind is not Kind.PERSON or " " in plain):
                found.setdefault((family(lexeme.kind), plain), set()).add(lexeme.id)
    return {names: frozenset(ids) for names, ids in found.items()}


@lru_cache(maxsize=1 << 17)
def _plain(name: str) -> str:
    """Return a name's words in lower case, Latin ones without article."""
    if is_arabic(name):
        return " ".join(forms(name))
    return " ".join(word for word in latin(name) if word not in latin_words()["article"])


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
