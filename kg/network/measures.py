"""Measures of how central an actor is; what is only denied counts for nothing."""

from __future__ import annotations

from dataclasses import dataclass

import networkx

from kg.model import Stance
from kg.network.actors import Network

_EXACT = 1000
"""Up to so many nodes betweenness is exact; beyond, it is estimated from as many sources."""


@dataclass(frozen=True, slots=True)
class Measures:
    """How many ties lead out of and into an actor, how many actors it is tied to, and how much
    lies between (0 to 1, `None` unless asked for)."""

    ties_out: int
    ties_in: int
    neighbours: int
    betweenness: float | None = None


def measure(network: Network, *, betweenness: bool = False) -> dict[str, Measures]:
    """Measure each actor, in the order of the network.

    Betweenness takes seconds for 1,000 nodes; up to so many it is exact, beyond an estimate.
    """
    said = without_denied(network)
    plain = networkx.Graph(said)
    between: dict[str, float] = {}
    if betweenness:
        sources = None if len(plain) <= _EXACT else _EXACT
        between = networkx.betweenness_centrality(plain, k=sources, seed=1)
    return {
        node: Measures(
            said.out_degree(node), said.in_degree(node), len(plain[node]), between.get(node)
        )
        for node in said
    }


def without_denied(network: Network) -> Network:
    """Return a copy without the ties that are only denied."""
    kept = network.copy()
    denied = [
        (subject, object, key)
        for subject, object, key, data in network.edges(keys=True, data=True)
        if data["stance"] == Stance.DENIED.value
    ]
    kept.remove_edges_from(denied)
    return kept
