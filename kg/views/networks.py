"""Writes entities and ties as network files."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Entity, Tie
from kg.network import as_gexf, as_graphml, weave_network


def write_graphml(entities: Iterable[Entity], ties: Iterable[Tie]) -> bytes:
    """Return a network as GraphML: names, kinds, verbs, dates, stances, sources."""
    return as_graphml(weave_network(entities, ties))


def write_gexf(entities: Iterable[Entity], ties: Iterable[Tie]) -> bytes:
    """Return a network as GEXF, with the same attributes."""
    return as_gexf(weave_network(entities, ties))
