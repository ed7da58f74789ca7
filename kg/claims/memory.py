"""Memory: what the sentences of an article read so far leave for those that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.claims.units import Unit
from kg.lexicon.lexemes import lexemes
from kg.model import Entity, Kind, Moment


@dataclass(slots=True)
class Memory:
    """`heads`: the bodies each person is said to be the head or second of; `sides`: those they are in;
    `chiefs`: who heads each body, by entity;
    `issuer`: who appointed last, `army` the one named last,
    `issuing` whether the sentence at hand tells it, `issued` when that was.

    `vacant`: the last post told of without its holder, and its bodies.
    `attackers`: who attacks in the sentence before, where it tells of one side's attacks only.
    `known`: the article's groups and states by lexeme, and its states by the code of the country.
    """

    known: Mapping[str, Unit] = field(default_factory=dict)
    heads: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    chiefs: dict[str, Unit] = field(default_factory=dict)
    sides: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    issuer: tuple[Unit, ...] = ()
    attackers: tuple[Unit, ...] = ()
    army: Unit | None = None
    issuing: bool = False
    issued: Moment | None = None
    vacant: tuple[str, tuple[Unit, ...]] = ("", ())


def remember(entities: Iterable[Entity], genders: Mapping[str, str]) -> Memory:
    """Return the memory of an article before its first sentence."""
    known: dict[str, Unit] = {}
    for entity in entities:
        lexeme = lexemes().get(entity.lexeme or "")
        if lexeme is None or entity.kind in (Kind.PERSON, Kind.PLACE, Kind.EVENT):
            continue
        gender = genders.get(entity.id, "b")
        unit = Unit(0, 0, entity.names[0], entity=entity.id, kind=entity.kind, gender=gender)
        known.setdefault(lexeme.id, unit)
        for country in lexeme.country if entity.kind is Kind.STATE else ():
            known.setdefault(country, unit)
    return Memory(known)
