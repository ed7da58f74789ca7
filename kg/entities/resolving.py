"""Resolving: which entities of different articles are one, with the analyst in command.

Names are compared part by part (`likeness`), candidates found by shared parts (`blocking`), joined the surest
first where no veto forbids it (`clustering`). On doubt two entities stay two, and are proposed to the
analyst. What holds of two nodes depends on them alone: a resolution kept from before is taken up where
nothing changed, and the outcome is that of resolving all anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.blocking import pairs
from kg.entities.clustering import Clusters, Edge, Pair, cluster
from kg.entities.decisions import Decision
from kg.entities.judgement import LIKELY, ONE
from kg.entities.linking import link
from kg.entities.merging import merge
from kg.entities.nodes import Node, nodes
from kg.entities.verdicts import Verdicts, carry_out, set_apart
from kg.model import Entity, Problem, Reading

Links = Mapping[tuple[str, str], tuple[float, bool]]
"""Digests of two nodes, sorted → score, and whether context made it: what is kept from one build to the next."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Merged entities in order of id, what could not be carried out, and what to keep for the next time."""

    entities: tuple[Entity, ...]
    problems: tuple[Problem, ...] = ()
    digests: frozenset[str] = frozenset()
    links: Links = field(default_factory=dict)
    compared: int = 0


def resolve(readings: Iterable[Reading], decisions: Sequence[Decision] = ()) -> list[Entity]:
    """Return the merged entities of all readings, in order of id; the order of the readings does not matter."""
    return list(resolution(readings, decisions).entities)


def resolution(
    readings: Iterable[Reading],
    decisions: Sequence[Decision] = (),
    before: Resolution | None = None,
) -> Resolution:
    """Resolve readings under verdicts that hold; `before` is a resolution to take up, of any readings."""
    state = prepare(readings, decisions, before)
    clusters = joined(state)
    problems = [*state.problems, *state.verdicts.problems]
    entities, told = merge(clusters, decisions)
    return Resolution(
        tuple(entities),
        tuple(sorted({*problems, *told}, key=str)),
        frozenset(node.digest for node in state.nodes),
        state.links,
        state.compared,
    )


@dataclass(slots=True)
class State:
    """Nodes, the likely pairs among them, and the verdicts on them."""

    nodes: list[Node]
    edges: list[Edge]
    verdicts: Verdicts
    links: dict[tuple[str, str], tuple[float, bool]]
    problems: list[Problem]
    compared: int


def prepare(
    readings: Iterable[Reading], decisions: Sequence[Decision], before: Resolution | None = None
) -> State:
    """Make nodes of readings, compare what may be one, and read the verdicts."""
    splits = any(decision.verdict == "split" for decision in decisions)
    by_id = {reading.article.id: reading for reading in readings} if splits else {}
    apart, problems = set_apart(decisions, by_id)
    found = nodes(readings, apart)
    links, compared = _links(found, before)
    places: dict[str, list[int]] = {}
    for at, node in enumerate(found):
        places.setdefault(node.digest, []).append(at)
    edges = [
        Edge((min(a, b), max(a, b)), score, by_context)
        for (one, other), (score, by_context) in links.items()
        for a in places[one]
        for b in places[other]
        if a != b
    ]
    verdicts = carry_out(decisions, found)
    _deal_with_each_other(readings, found, verdicts)
    return State(found, edges, verdicts, links, problems, compared)


def _links(
    found: Sequence[Node], before: Resolution | None
) -> tuple[dict[tuple[str, str], tuple[float, bool]], int]:
    """Compare nodes that may be one, but for pairs of which both were compared before."""
    known = before.digests if before is not None else frozenset()
    here = {node.digest for node in found}
    old = before.links if before is not None else {}
    links = {pair: link for pair, link in old.items() if pair[0] in here and pair[1] in here}
    fresh = frozenset(at for at, node in enumerate(found) if node.digest not in known)
    compared = 0
    for one, other in pairs(found, fresh):
        compared += 1
        likeness = link(found[one], found[other])
        if likeness.veto is None and likeness.score >= LIKELY:
            a, b = sorted((found[one].digest, found[other].digest))
            links[a, b] = (likeness.score, not (found[one].is_sure and found[other].is_sure))
    return dict(sorted(links.items())), compared


def _deal_with_each_other(
    readings: Iterable[Reading], found: Sequence[Node], verdicts: Verdicts
) -> None:
    """Keep apart the two ends of every claim: nobody commands, fights or succeeds himself."""
    places = {member: at for at, node in enumerate(found) for member in node.members}
    for reading in readings:
        for claim in reading.claims:
            one = places.get((reading.article.id, claim.subject))
            other = places.get((reading.article.id, claim.object))
            if one is None or other is None or one == other:
                continue
            if found[one].family == found[other].family:
                verdicts.keep_apart(one, other)


def joined(state: State) -> Clusters:
    """Join the nodes of a state: by likeness, then whole entities as an analyst says.

    Verdicts that contradict each other are told, and what they are about stays apart.
    """
    verdicts = state.verdicts
    clusters = Clusters(state.nodes, verdicts.apart)
    cluster(clusters, [edge for edge in state.edges if edge.score >= ONE])
    for pair, decision in sorted(verdicts.together, key=lambda item: item[1].id):
        against = _contradicted(clusters, pair, verdicts.forbidden)
        if against is None:
            clusters.join(*pair)
            continue
        where = f"{decision.where} and {against.where}"
        why = f"same and not-same contradict ({decision.who}, {against.who}); they stay apart"
        verdicts.problems.append(Problem(where, f"{why}; undo one of them"))
    return clusters


def _contradicted(
    clusters: Clusters, pair: Pair, forbidden: Mapping[Pair, Decision]
) -> Decision | None:
    """Return a verdict that keeps apart what a pair would join."""
    if not forbidden:
        return None
    ones, others = (clusters.members[clusters.find(at)] for at in pair)
    for one in ones:
        for other in others:
            found = forbidden.get((min(one, other), max(one, other)))
            if found is not None:
                return found
    return None
