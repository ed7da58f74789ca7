"""Proposals: likely merges that were not made and made ones that may be wrong, for the analyst to decide.

They are ordered by what a verdict would change times how unsure it is: the ties that would move, and one for
the entity, times 4·s·(1-s) for a likeness s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.entities.clustering import Clusters, Edge
from kg.entities.decisions import Decision
from kg.entities.judgement import ONE, Likeness
from kg.entities.linking import link
from kg.entities.merging import merge
from kg.entities.nodes import Member, Node
from kg.entities.resolving import Resolution, State, joined, prepare
from kg.model import Entity, Reading, Tie

_SURE = 0.94
"""A merge of names this much alike is not asked about again."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question to the analyst: are `one` and `other` the same?

    `joined` says what the graph holds now; `weight` orders them; each side has its id, a name, and a
    sentence with its article.
    """

    one: str
    other: str
    names: tuple[str, str]
    joined: bool
    score: float
    weight: float
    reasons: tuple[str, ...]
    quotes: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Graph:
    """What is asked about: nodes and likely pairs, what they were joined to, and what rests on that."""

    state: State
    clusters: Clusters
    owner: Mapping[Member, Entity]
    ties: Mapping[str, int]
    readings: Mapping[str, Reading]

    def pair(self, edge: Edge) -> tuple[Node, Node]:
        """Return the two nodes of a likely pair."""
        return self.state.nodes[edge.pair[0]], self.state.nodes[edge.pair[1]]

    def joins(self, edge: Edge) -> bool:
        """Say whether a likely pair is one now."""
        return self.clusters.find(edge.pair[0]) == self.clusters.find(edge.pair[1])

    def quote(self, node: Node) -> str:
        """Return a sentence that names a node, and the article it stands in."""
        article, id = node.members[0]
        reading = self.readings[article]
        entity = next(entity for entity in reading.entities if entity.id == id)
        if not entity.mentions:
            return ""
        sentence = reading.sentences[entity.mentions[0].sentence].quote(reading.article.text)
        return f"{' '.join(sentence.split())} [{reading.article.doc}]"


def propose(
    readings: Sequence[Reading],
    decisions: Sequence[Decision],
    ties: Sequence[Tie],
    before: Resolution | None = None,
) -> list[Proposal]:
    """Return what an analyst should decide, the weightiest first."""
    state = prepare(readings, decisions, before)
    clusters = joined(state)
    entities, _ = merge(clusters, decisions)
    owner = {member: entity for entity in entities for member in entity.members}
    counts = Counter(end for tie in ties for end in {tie.subject, tie.object})
    by_id = {reading.article.id: reading for reading in readings}
    graph = _Graph(state, clusters, owner, counts, by_id)
    found = [*_merges(graph), *_doubts(graph)]
    best: dict[tuple[str, str, bool], Proposal] = {}
    for proposal in sorted(found, key=lambda p: (-p.weight, p.one, p.other)):
        one, other = sorted((proposal.one, proposal.other))
        best.setdefault((one, other, proposal.joined), proposal)
    return list(best.values())


def _merges(graph: _Graph) -> Iterator[Proposal]:
    """Propose the likely pairs that were not joined and that nothing forbids."""
    for edge in graph.state.edges:
        if graph.joins(edge) or graph.clusters.forbidden(*edge.pair) is not None:
            continue
        one, other = (graph.owner[node.members[0]].id for node in graph.pair(edge))
        change = 1 + min(graph.ties[one], graph.ties[other])
        yield _proposal(graph, edge, (one, other), change)


def _doubts(graph: _Graph) -> Iterator[Proposal]:
    """Propose to look again at merges that rest on context or on a slip of the pen."""
    decided = {pair for pair, _ in graph.state.verdicts.together}
    for edge in graph.state.edges:
        sure = edge.pair in decided or (not edge.by_context and edge.score >= _SURE)
        if sure or edge.score < ONE or not graph.joins(edge):
            continue
        one, other = graph.pair(edge)
        if one.ids[0] != other.ids[0]:
            change = 1 + graph.ties[graph.owner[one.members[0]].id]
            yield _proposal(graph, edge, (one.ids[0], other.ids[0]), change)


def _proposal(graph: _Graph, edge: Edge, ids: tuple[str, str], change: int) -> Proposal:
    one, other = graph.pair(edge)
    likeness: Likeness = link(one, other)
    score = min(max(likeness.score, 0.01), 0.99)
    return Proposal(
        ids[0],
        ids[1],
        (_name(one), _name(other)),
        graph.joins(edge),
        likeness.score,
        round(change * 4 * score * (1 - score), 4),
        likeness.reasons,
        (graph.quote(one), graph.quote(other)),
    )


def _name(node: Node) -> str:
    return max(node.names, key=lambda name: (node.names[name], name))
