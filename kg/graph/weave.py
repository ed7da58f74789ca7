"""Weaves readings, merged entities and ties into the quads of one graph.

Each triple stands in exactly one named graph and the default graph is empty: one graph for each
article (named by it), and `ontology`, `names`, `ties`, `facts` and `runs` beside them. So the union
of all graphs holds every triple once, and questions asked over it count rightly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from kg import __version__
from kg.graph.facts import state_all, tie_all
from kg.graph.iris import BASE, Iris
from kg.graph.literals import plain
from kg.graph.naming import Romanise, name_all
from kg.graph.ontology import KG, RDF, RDFS, SCHEMA, closure, triples
from kg.graph.statements import read_out
from kg.lexicon.lexemes import Lexeme
from kg.model import Entity, Reading, Tie


def weave(
    readings: Sequence[Reading],
    entities: Sequence[Entity],
    ties: Sequence[Tie],
    *,
    lexemes: Mapping[str, Lexeme] | None = None,
    romanise: Romanise | None = None,
    base: str = BASE,
) -> Iterator[Quad]:
    """Yield all quads of a graph, each once, in an order that only the input decides.

    `romanise` spells an Arabic name in Latin letters where no English name is known.
    """
    iris = Iris(base)
    run = iris.run(__version__)
    yield from _ontology(iris)
    yield from _run(run, iris)
    whole = _whole(entities, iris)
    claims: dict[tuple[str, int], NamedNode] = {}
    for reading in readings:
        id = reading.article.id
        claims.update({(id, place): name for place, name in enumerate(iris.claims(reading))})
        yield from read_out(reading, whole.get(id, {}), iris, run)
    publishers = {r.article.publisher for r in readings if r.article.publisher}
    yield from name_all(entities, publishers, lexemes or {}, iris, romanise)
    yield from tie_all(ties, claims, iris)
    yield from state_all(ties, iris)


def _whole(entities: Sequence[Entity], iris: Iris) -> dict[str, dict[str, NamedNode]]:
    """Return for each article the way from ids of its entities to merged entities."""
    whole: dict[str, dict[str, NamedNode]] = {}
    for entity in entities:
        for article, id in entity.members:
            whole.setdefault(article, {})[id] = iris.entity(entity.id)
    return whole


def _ontology(iris: Iris) -> Iterator[Quad]:
    """Yield the words of the graph themselves, so that a graph explains itself."""
    for triple in dict.fromkeys(triples()):
        if not isinstance(triple.object, NamedNode | Literal):
            raise TypeError(f"the ontology has a blank node: {triple}")
        yield Quad(triple.subject, triple.predicate, triple.object, iris.graph("ontology"))


def _run(run: NamedNode, iris: Iris) -> Iterator[Quad]:
    """Yield the run that read the claims."""
    graph = iris.graph("runs")
    for kind in closure(KG.Run, RDFS.subClassOf):
        yield Quad(run, RDF.type, kind, graph)
    yield Quad(run, SCHEMA.softwareVersion, plain(__version__), graph)
