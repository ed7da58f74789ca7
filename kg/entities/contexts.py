"""Contexts: what an article says around a name, by which bearers of one name are told apart.

Everything is drawn from the names in the article itself, never from merged entities, so that what is
known of one article does not change with the others.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from sys import intern

from kg.entities.likeness import family, is_telling, key
from kg.lexicon.lexemes import lexemes
from kg.model import Entity, Kind, Reading


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an entity: persons and groups it has `ties` with, all `neighbours` in the article,
    those of them that are persons or groups (`around`), and the `country`."""

    ties: frozenset[str] = frozenset()
    neighbours: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    country: str | None = None


def contexts(reading: Reading) -> dict[str, Context]:
    """Return the context of each of an article's entities, by its id within the article.

    Ties are the groups and persons it has claims with; neighbours the groups, persons and places named
    beside it; states say too little to tell anyone.
    """
    marks = {entity.id: recognised(entity) for entity in reading.entities}
    ties: dict[str, set[str]] = {}
    for claim in reading.claims:
        for one, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
            mark = marks.get(other)
            if one != other and mark is not None and not mark.startswith(Kind.PLACE):
                ties.setdefault(one, set()).add(mark)
    country = _country(reading)
    beside = frozenset(found for found in marks.values() if found is not None)
    found: dict[str, Context] = {}
    for entity in reading.entities:
        others = frozenset(other for other in beside if other != marks[entity.id])
        around = frozenset(other for other in others if not other.startswith(Kind.PLACE))
        own = frozenset(ties.get(entity.id, ()))
        found[entity.id] = Context(own, others, around, country)
    return found


def recognised(entity: Entity) -> str | None:
    """Return what an entity is recognised by in other articles, or `None` where nothing is sure."""
    if entity.kind in (Kind.STATE, Kind.EVENT):
        return None
    kin = family(entity.kind)
    if entity.lexeme:
        return intern(f"{kin} {entity.lexeme}")
    for name in entity.names:
        if is_telling(entity.kind, name):
            return intern(" ".join((kin, *key(entity.kind, name))))
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
