"""Weaves entities and ties into one directed network in which two actors may have many ties."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import networkx

from kg.model import Entity, Tie

Network: TypeAlias = "networkx.MultiDiGraph[str]"


def weave_network(entities: Iterable[Entity], ties: Iterable[Tie]) -> Network:
    """Make each entity a node and each tie an edge, with what is known of them, in order of id.

    Raises `KeyError` for a tie of an unknown entity.
    """
    network: Network = networkx.MultiDiGraph()
    for entity in sorted(entities, key=lambda entity: entity.id):
        network.add_node(entity.id, **describe_entity(entity))
    for tie in in_order(ties):
        for end in (tie.subject, tie.object):
            if end not in network:
                raise KeyError(f"no entity {end} for {tie.subject} {tie.verb} {tie.object}")
        network.add_edge(tie.subject, tie.object, **describe_tie(tie))
    return network


def in_order(ties: Iterable[Tie]) -> list[Tie]:
    """Return ties in the one order in which they are always shown."""
    return sorted(ties, key=lambda tie: (tie.subject, tie.verb, tie.object, tie.claims))


def describe_entity(entity: Entity) -> dict[str, Any]:
    """Return the attributes of a node; `articles` is how many name the entity."""
    return {
        "label": entity.names[0] if entity.names else entity.id,
        "names": entity.names,
        "kind": entity.kind.value,
        "lexeme": entity.lexeme or "",
        "articles": len({article for article, _ in entity.members}),
    }


def describe_tie(tie: Tie) -> dict[str, Any]:
    """Return the attributes of an edge: dates in ISO 8601, `first` and `last` day attested."""
    return {
        "verb": tie.verb,
        "stance": tie.stance.value,
        "confidence": round(tie.confidence, 6),
        "since": tie.since.iso if tie.since else "",
        "until": tie.until.iso if tie.until else "",
        "first": min(tie.days).isoformat() if tie.days else "",
        "last": max(tie.days).isoformat() if tie.days else "",
        "claims": len(tie.claims),
        "sources": tie.sources,
        "ended": tie.ended,
    }
