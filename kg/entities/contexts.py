"""Contexts: what an article says around a name, by which bearers of one name are told apart.

Everything is drawn from the names in the article itself, never from merged entities, so that what is
known of one article does not change with the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.entities.likeness import family, is_telling, key
from kg.lexicon.lexemes import lexemes
from kg.model import Entity, Kind, Reading


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an entity: `ties` it is said to have, `neighbours` in the article, the `country`."""

    ties: frozenset[str] = frozenset()
    neighbours: frozenset[str] = frozenset()
    country: str | None = None


_NOTHING = Context()


def contexts(reading: Reading) -> dict[str, Context]:
    """Return the context of each of an article's entities, by its id within the article.

    Ties are the groups and persons it has claims with and the places it acts in; neighbours the groups,
    persons and places named beside it; states say too little to tell anyone.
    """
    marks = {entity.id: mark(entity) for entity in reading.entities}
    ties: dict[str, set[str]] = {}
    for claim in reading.claims:
        ends = (claim.subject, claim.object, claim.place)
        for one in ends[:2]:
            for other in ends:
                if one is not None and other is not None and one != other and marks.get(other):
                    ties.setdefault(one, set()).add(str(marks[other]))
    country = _country(reading)
    around = frozenset(str(found) for found in marks.values() if found)
    return {
        entity.id: Context(frozenset(ties.get(entity.id, ())), around - {marks[entity.id]}, country)
        for entity in reading.entities
    }


def mark(entity: Entity) -> str | None:
    """Return what an entity is recognised by in other articles, or `None` where nothing is sure."""
    if entity.kind in (Kind.STATE, Kind.EVENT):
        return None
    kin = family(entity.kind)
    if entity.lexeme:
        return f"{kin} {entity.lexeme}"
    for name in entity.names:
        if is_telling(entity.kind, name):
            return " ".join((kin, *key(entity.kind, name)))
    return None


def _country(reading: Reading) -> str | None:
    """Return the country most of an article's known places, states and groups lie in, if one leads."""
    counts: Counter[str] = Counter()
    known = lexemes()
    for entity in reading.entities:
        lexeme = known.get(entity.lexeme) if entity.lexeme else None
        if lexeme is not None and len(lexeme.country) == 1:
            counts[lexeme.country[0]] += max(1, len(entity.mentions))
    leading = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:2]
    if not leading or (len(leading) == 2 and leading[0][1] == leading[1][1]):
        return None
    return leading[0][0]
