"""Clustering: nodes joined by likeness, the surest first, and never two that a veto keeps apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.nodes import Node
from kg.entities.vetoes import veto

Pair = tuple[int, int]
"""Two places in the list of nodes, the lower first."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes likely to be one: `score` 0 to 1; `by_context` where the name alone would not do."""

    pair: Pair
    score: float
    by_context: bool = False


@dataclass(slots=True)
class Clusters:
    """Nodes joined step by step. `apart` are pairs that must not be one, whatever their names."""

    nodes: Sequence[Node]
    apart: Mapping[int, set[int]]
    parent: list[int] = field(default_factory=list)
    members: list[list[int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parent = list(range(len(self.nodes)))
        self.members = [[at] for at in range(len(self.nodes))]

    def find(self, at: int) -> int:
        """Return the node that stands for a node's cluster."""
        while self.parent[at] != at:
            self.parent[at] = self.parent[self.parent[at]]
            at = self.parent[at]
        return at

    def forbidden(self, one: int, other: int) -> str | None:
        """Say what keeps the clusters of two nodes apart, or `None`."""
        ones, others = self.members[self.find(one)], self.members[self.find(other)]
        for a in ones:
            kept = self.apart.get(a)
            if kept and not kept.isdisjoint(others):
                return "they are said to deal with each other, or an analyst told them apart"
        for a in ones:
            for b in others:
                found = veto(self.nodes[a], self.nodes[b])
                if found is not None:
                    return found
        return None

    def join(self, one: int, other: int) -> None:
        """Join the clusters of two nodes."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self.parent[second] = first
            self.members[first] += self.members[second]
            self.members[second] = []

    def all(self) -> list[list[int]]:
        """Return the clusters, each in order of its nodes."""
        return [sorted(members) for members in self.members if members]


def cluster(clusters: Clusters, edges: Sequence[Edge]) -> Clusters:
    """Join what is not joined yet: first by name, then partial names by context.

    A partial name that context leads to several, joins none. The outcome is the same for any order
    of `edges`, and each cluster depends only on the nodes that edges lead to from it.
    """
    sure = [edge for edge in edges if not edge.by_context]
    for edge in sorted(sure, key=_order(clusters.nodes)):
        one, other = edge.pair
        if clusters.find(one) != clusters.find(other) and clusters.forbidden(one, other) is None:
            clusters.join(one, other)
    _join_partial(clusters, [edge for edge in edges if edge.by_context])
    return clusters


def _order(nodes: Sequence[Node]) -> Callable[[Edge], tuple[float, str, str]]:
    """Return what edges are sorted by: score, then what the nodes hold, never their places."""

    def key(edge: Edge) -> tuple[float, str, str]:
        ends = sorted(nodes[at].digest for at in edge.pair)
        return (-edge.score, ends[0], ends[1])

    return key


def _join_partial(clusters: Clusters, edges: Sequence[Edge]) -> None:
    """Join nodes whose name alone does not tell to the one cluster that their context leads to."""
    ways: dict[int, set[int]] = {}
    for edge in edges:
        for at, other in (edge.pair, edge.pair[::-1]):
            if not clusters.nodes[at].is_sure:
                ways.setdefault(at, set()).add(other)
    found: list[Pair] = []
    for at, others in ways.items():
        free = [other for other in others if clusters.forbidden(at, other) is None]
        full = {clusters.find(other) for other in free if clusters.nodes[other].is_sure}
        if len(full or {clusters.find(other) for other in free}) == 1:
            found += [(at, other) for other in free if not full or clusters.find(other) in full]
    for one, other in sorted(found, key=lambda pair: [clusters.nodes[at].digest for at in pair]):
        if clusters.find(one) != clusters.find(other) and clusters.forbidden(one, other) is None:
            clusters.join(one, other)
