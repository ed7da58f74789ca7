"""Proposals: likely merges that were not made and made ones that may be wrong, for the analyst to decide.

They are ordered by what a verdict would change times how unsure it is: the ties that would move, and one for
the entity, times 4·s·(1-s) for a likeness s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.entities.clustering import Clusters
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


class _Quotes:
    """Finds the sentence that names an entity of an article."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.article.id: reading for reading in readings}

    def of(self, node: Node) -> str:
        """Return a sentence that names a node, and the article it stands in."""
        article, id = node.members[0]
        reading = self._readings[article]
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
    quotes = _Quotes(readings)
    found = [
        *_merges(state, clusters, owner, counts, quotes),
        *_doubts(state, clusters, owner, counts, quotes),
    ]
    best: dict[tuple[str, str, bool], Proposal] = {}
    for proposal in sorted(found, key=lambda p: (-p.weight, p.one, p.other)):
        one, other = sorted((proposal.one, proposal.other))
        best.setdefault((one, other, proposal.joined), proposal)
    return list(best.values())


def _merges(
    state: State,
    clusters: Clusters,
    owner: dict[Member, Entity],
    counts: Counter[str],
    quotes: _Quotes,
) -> list[Proposal]:
    """Propose the likely pairs that were not joined and that nothing forbids."""
    found: list[Proposal] = []
    for edge in state.edges:
        one, other = (state.nodes[at] for at in edge.pair)
        if clusters.find(edge.pair[0]) == clusters.find(edge.pair[1]):
            continue
        if clusters.forbidden(*edge.pair) is not None:
            continue
        ends = [owner[node.members[0]] for node in (one, other)]
        change = 1 + min(counts[end.id] for end in ends)
        found.append(_proposal(one, other, (ends[0].id, ends[1].id), False, change, quotes))
    return found


def _doubts(
    state: State,
    clusters: Clusters,
    owner: dict[Member, Entity],
    counts: Counter[str],
    quotes: _Quotes,
) -> list[Proposal]:
    """Propose to look again at merges that rest on context or on a slip of the pen."""
    found: list[Proposal] = []
    decided = {pair for pair, _ in state.verdicts.together}
    for edge in state.edges:
        same = clusters.find(edge.pair[0]) == clusters.find(edge.pair[1])
        if not same or edge.pair in decided or (not edge.by_context and edge.score >= _SURE):
            continue
        one, other = (state.nodes[at] for at in edge.pair)
        if edge.score < ONE or one.ids[0] == other.ids[0]:
            continue
        change = 1 + counts[owner[one.members[0]].id]
        found.append(_proposal(one, other, (one.ids[0], other.ids[0]), True, change, quotes))
    return found


def _proposal(
    one: Node, other: Node, ids: tuple[str, str], joined: bool, change: int, quotes: _Quotes
) -> Proposal:
    likeness: Likeness = link(one, other)
    score = min(max(likeness.score, 0.01), 0.99)
    return Proposal(
        ids[0],
        ids[1],
        (_name(one), _name(other)),
        joined,
        likeness.score,
        round(change * 4 * score * (1 - score), 4),
        likeness.reasons,
        (quotes.of(one), quotes.of(other)),
    )


def _name(node: Node) -> str:
    return max(node.names, key=lambda name: (node.names[name], name))
