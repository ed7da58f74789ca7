"""Writes what claims come to: ties in one graph, plain triples in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.graph import literals
from kg.graph.iris import Iris
from kg.graph.ontology import KG, PROV, RDF, RDFS, closure, is_symmetric
from kg.graph.statements import STANCES, Pair
from kg.model import Stance, Tie


def tie_all(
    ties: Iterable[Tie], claims: Mapping[tuple[str, int], NamedNode], iris: Iris
) -> Iterator[Quad]:
    """Yield the graph of ties; `claims` leads from a claim's article and position to its IRI."""
    graph = iris.graph("ties")
    for tie in ties:
        node = iris.tie(tie)
        for kind in closure(KG.Tie, RDFS.subClassOf):
            yield Quad(node, RDF.type, kind, graph)
        for at in tie.claims:
            yield Quad(node, PROV.wasDerivedFrom, claims[at], graph)
        for pair in _tie(tie, iris):
            yield Quad(node, *pair, graph)


def _tie(tie: Tie, iris: Iris) -> Iterator[Pair]:
    """Yield what one tie says, how surely, and when it held."""
    yield RDF.subject, iris.entity(tie.subject)
    yield RDF.predicate, KG[tie.verb]
    yield RDF.object, iris.entity(tie.object)
    yield KG.stance, STANCES[tie.stance]
    yield KG.confidence, literals.decimal(tie.confidence)
    yield KG.sources, literals.integer(tie.sources)
    if tie.since is not None:
        yield KG.since, literals.day(tie.since.first)
        yield KG.sinceLatest, literals.day(tie.since.last)
    if tie.until is not None:
        yield KG.untilEarliest, literals.day(tie.until.first)
        yield KG.until, literals.day(tie.until.last)
    for day in tie.days:
        yield KG.asOf, literals.day(day)
    if tie.ended:
        yield KG.ended, literals.boolean(True)


def state_all(ties: Iterable[Tie], iris: Iris) -> Iterator[Quad]:
    """Yield each plain triple once: what some source affirms and, for that stretch, none denies.

    Super-verbs and both directions of symmetric verbs are written out, so no reasoner is needed.
    """
    graph = iris.graph("facts")
    stated: set[tuple[str, str, str]] = set()
    for tie in ties:
        if tie.stance is Stance.AFFIRMED:
            stated.update(_implied(tie))
    for subject, verb, object in sorted(stated):
        yield Quad(iris.entity(subject), NamedNode(verb), iris.entity(object), graph)


def _implied(tie: Tie) -> Iterator[tuple[str, str, str]]:
    """Yield the triple of a tie under its verb and all above it, both ways where they hold so."""
    for verb in closure(KG[tie.verb], RDFS.subPropertyOf):
        yield tie.subject, verb.value, tie.object
        if is_symmetric(verb):
            yield tie.object, verb.value, tie.subject
