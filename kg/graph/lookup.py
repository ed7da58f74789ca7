"""Finds an entity of a graph by what a user calls it: its IRI, its id, or one of its names."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Store

from kg.arabic.letters import fold
from kg.errors import UnknownName
from kg.graph.iris import Iris
from kg.graph.ontology import DCTERMS, RDF, SKOS
from kg.graph.store import find_base


def find_entity(store: Store, text: str) -> NamedNode:
    """Return the entity that goes by an IRI, by `id:hezbollah` or `hezbollah`, or by a name.

    An id that a merge has replaced leads to the entity it became part of.

    Names count whatever their vowel marks and letter variants. Raises `UnknownName` where none
    fits, saying which are near, or where several do, saying which.
    """
    iris = Iris(find_base(store))
    for node in _spelled(text.strip(), iris):
        if any(store.quads_for_pattern(node, RDF.type, None)):
            return node
        for quad in store.quads_for_pattern(node, DCTERMS.isReplacedBy, None, iris.graph("names")):
            if isinstance(quad.object, NamedNode):
                return quad.object
    wanted = fold(" ".join(text.split()))
    names: dict[str, set[str]] = {}
    for node, name in _named(store, iris):
        names.setdefault(fold(name), set()).add(node.value)
    found = sorted(names.get(wanted, ()))
    if len(found) == 1:
        return NamedNode(found[0])
    if found:
        ids = ", ".join(iri.removeprefix(iris.base).replace("id/", "id:", 1) for iri in found)
        raise UnknownName(f"several go by {text!r}: {ids}; name one of them by its id")
    near = get_close_matches(wanted, sorted(names), n=3)
    hint = f"; near are {', '.join(near)}" if near else ""
    raise UnknownName(f"nothing in the graph goes by {text!r}{hint}")


def _spelled(text: str, iris: Iris) -> Iterator[NamedNode]:
    """Yield the IRIs that a text may spell."""
    if text.startswith(iris.base):
        try:
            yield NamedNode(text)
        except ValueError:
            return
    elif text:
        yield iris.entity(text.removeprefix("id:"))


def _named(store: Store, iris: Iris) -> Iterator[tuple[NamedNode, str]]:
    """Yield all entities with each of their names."""
    graph = iris.graph("names")
    for label in (SKOS.prefLabel, SKOS.altLabel):
        for quad in store.quads_for_pattern(None, label, None, graph):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject, quad.object.value
