"""Writes who is who: kinds, names, and what the lexicon knows of them, in one graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from pyoxigraph import NamedNode, Quad

from kg.arabic.letters import is_arabic
from kg.errors import BadLexicon
from kg.graph import literals
from kg.graph.iris import Iris
from kg.graph.ontology import DCTERMS, GEO, KG, RDF, RDFS, SCHEMA, SKOS, closure, triples
from kg.graph.statements import Pair
from kg.lexicon.lexemes import Lexeme
from kg.model import Entity, Kind

Romanise = Callable[[str], str]


def name_all(
    entities: Iterable[Entity],
    publishers: Iterable[str],
    lexemes: Mapping[str, Lexeme],
    iris: Iris,
    romanise: Romanise | None = None,
) -> Iterator[Quad]:
    """Yield kinds and names of all entities and outlets, and of the places they lie in."""
    graph = iris.graph("names")
    merged = {entity.lexeme: entity.id for entity in entities if entity.lexeme in lexemes}
    around = _around([id for id in merged if id is not None], lexemes)
    nodes = {id: iris.entity(merged.get(id, id)) for id in around}
    for entity in entities:
        lexeme = lexemes.get(entity.lexeme) if entity.lexeme is not None else None
        pairs = [*_kinds(entity.kind), *_names(entity.names, lexeme, romanise, entity.shown)]
        pairs += [(SKOS.note, literals.plain(note)) for note in entity.notes]
        yield from _replaced(entity, iris, graph)
        if lexeme is not None:
            pairs += _known(lexeme, around[lexeme.id], nodes)
        yield from (Quad(iris.entity(entity.id), *pair, graph) for pair in dict.fromkeys(pairs))
    for id in sorted(around.keys() - merged.keys()):
        pairs = [*_kinds(lexemes[id].kind), *_names((), lexemes[id], romanise)]
        pairs += _known(lexemes[id], around[id], nodes)
        yield from (Quad(nodes[id], *pair, graph) for pair in dict.fromkeys(pairs))
    for publisher, spelling in sorted(_outlets(publishers).items()):
        pairs = [*_kinds(Kind.ORGANIZATION), *_names((spelling,), None, romanise)]
        pairs.append((DCTERMS.type, KG.Outlet))
        yield from (Quad(iris.outlet(publisher), *pair, graph) for pair in pairs)


def _replaced(entity: Entity, iris: Iris, graph: NamedNode) -> Iterator[Quad]:
    """Lead from the ids that parts of an entity would have alone to the entity."""
    for id in entity.ids:
        yield Quad(iris.entity(id), DCTERMS.isReplacedBy, iris.entity(entity.id), graph)


def _outlets(publishers: Iterable[str]) -> dict[str, str]:
    """Return one spelling for each publisher, whatever its case and margins."""
    spellings: dict[str, str] = {}
    for publisher in sorted(publishers):
        spellings.setdefault(publisher.strip().casefold(), publisher.strip())
    return spellings


def _around(ids: Iterable[str], lexemes: Mapping[str, Lexeme]) -> dict[str, tuple[str, ...]]:
    """Return the lexemes named and all they lie in, at any depth: id → ids right above.

    A table names a country by its ISO code, which leads to the state that has that code alone.
    """
    states: dict[str, str] = {}
    for lexeme in lexemes.values():
        if lexeme.kind is Kind.STATE and len(lexeme.country) == 1:
            states.setdefault(lexeme.country[0], lexeme.id)
    around: dict[str, tuple[str, ...]] = {}
    waiting = list(ids)
    for id in waiting:
        if id not in around:
            lexeme = lexemes[id]
            codes = lexeme.country if lexeme.kind is not Kind.STATE else ()
            above = (*lexeme.parents, *(states[code] for code in codes if code in states))
            around[id] = tuple(up for up in dict.fromkeys(above) if up in lexemes and up != id)
            waiting.extend(around[id])
    return around


def _kinds(kind: Kind) -> Iterator[Pair]:
    """Yield the classes of an entity, super-classes too; a country is an actor and a place."""
    classes = (KG.State, KG.Place) if kind is Kind.STATE else (KG[kind.value],)
    for one in classes:
        for upper in closure(one, RDFS.subClassOf):
            yield RDF.type, upper


def _names(
    printed: tuple[str, ...],
    lexeme: Lexeme | None,
    romanise: Romanise | None,
    shown: tuple[tuple[str, str], ...] = (),
) -> Iterator[Pair]:
    """Yield one label to show for each language, and every other name and spelling.

    The one to show is an analyst's choice, else the lexicon's, else the first printed one.
    """
    chosen = [name for _, name in shown]
    known = (*lexeme.names_ar, *lexeme.names_en) if lexeme is not None else ()
    every = (" ".join(name.split()) for name in (*chosen, *known, *printed))
    names = [name for name in dict.fromkeys(every) if name]
    arabic = [name for name in names if is_arabic(name)]
    others = [name for name in names if not is_arabic(name)]
    if arabic and not others and romanise is not None:
        others = [romanise(arabic[0])]
        yield KG.romanised, literals.boolean(True)
    for group in (arabic, others):
        for place, name in enumerate(group):
            yield (SKOS.altLabel if place else SKOS.prefLabel), literals.name(name)


def _known(
    lexeme: Lexeme, above: tuple[str, ...], nodes: Mapping[str, NamedNode]
) -> Iterator[Pair]:
    """Yield what the lexicon knows besides names: type, position, country, the places around."""
    if lexeme.type is not None:
        yield DCTERMS.type, concept(lexeme.type, lexeme.id)
    is_ground = lexeme.kind in (Kind.PLACE, Kind.STATE)
    for id in above:
        yield (SCHEMA.containedInPlace if is_ground else DCTERMS.spatial), nodes[id]
    if lexeme.lat is not None and lexeme.lon is not None:
        yield GEO.lat, literals.decimal(lexeme.lat)
        yield GEO.long, literals.decimal(lexeme.lon)


def concept(type: str, lexeme: str) -> NamedNode:
    """Return the concept of `ontology/kinds.ttl` that a table calls `RebelGroup` or `rebel-group`.

    Raises `BadLexicon` where there is none.
    """
    found = _concepts().get(_bare(type))
    if found is None:
        raise BadLexicon(f"{lexeme}: {type} is no concept of ontology/kinds.ttl")
    return found


@cache
def _concepts() -> dict[str, NamedNode]:
    """Return all concepts by their bare local names."""
    concepts = [
        triple.subject
        for triple in triples()
        if (triple.predicate, triple.object) == (RDF.type, SKOS.Concept)
    ]
    named = [concept for concept in concepts if isinstance(concept, NamedNode)]
    return {_bare(concept.value.rpartition("#")[2]): concept for concept in named}


def _bare(name: str) -> str:
    """Return a name's letters in lower case."""
    return "".join(letter for letter in name if letter.isalnum()).casefold()
