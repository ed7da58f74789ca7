from __future__ import annotations

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from golden_graph import LEXEMES, UFUQ, merge, reading
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.iris import BASE
from kg.graph.ontology import DCTERMS, KG, OA, PROV, RDF, SCHEMA, SKOS, XSD, ontology_dir
from kg.graph.shapes import check
from kg.graph.store import memory_store
from kg.graph.weave import weave
from kg.ties import weigh

ID = f"{BASE}id/"
XSD_NS = "http://www.w3.org/2001/XMLSchema#"


def entity(slug: str) -> NamedNode:
    return NamedNode(ID + slug)


SMALL = [
    reading(
        "b1",
        UFUQ,
        "2023-05-01",
        [
            (
                "قال ليث المري إنه يقود لواء الفجر",
                "laith",
                "commands",
                "fajr",
                {"since": "2021", "until": "2024", "speaker": "laith"},
            ),
            ("كتيبة النسر جزء من لواء الفجر", "nasr", "partOf", "fajr", {}),
            ("هاجمت جبهة السهل حركة الجبل", "sahl", "attacked", "jabal", {"place": "tell"}),
            ("شاركت كتيبة النسر في عملية الندى", "nasr", "tookPartIn", "nada", {}),
        ],
    )
]


@pytest.fixture(scope="module")
def small() -> list[Quad]:
    """Weave a graph of few claims, for pySHACL takes a second for a thousand triples."""
    entities = merge(SMALL)
    return list(weave(SMALL, entities, weigh(SMALL, entities), lexemes=LEXEMES))


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_dir() / "shapes.ttl")


def by_pyshacl(quads: list[Quad], shapes: rdflib.Graph) -> set[str]:
    """Return the nodes that pySHACL finds at fault, leaving out the terms they lean on."""
    data = ox.serialize(dict.fromkeys(q.triple for q in quads), format=ox.RdfFormat.N_TRIPLES)
    graph = rdflib.Graph().parse(data=data, format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes)
    nodes = {str(node) for node in report.objects(None, rdflib.SH.focusNode)}
    return {node for node in nodes if node.startswith(BASE)}


def by_sparql(quads: list[Quad]) -> set[str]:
    """Return the nodes that our checks find at fault."""
    found = set()
    for problem in check(memory_store(quads)):
        where = problem.where
        found.add(ID + where.removeprefix("id:") if where.startswith("id:") else BASE + where)
    return found


def test_a_woven_graph_has_no_problem(quads, shapes):
    assert by_pyshacl(quads, shapes) == set()
    assert check(memory_store(quads)) == []


def find(quads, predicate, object, kind=None) -> NamedNode:
    """Return the first subject, by IRI, of a predicate and object, of a class if one is named."""
    found = {q.subject.value for q in quads if q.predicate == predicate and q.object == object}
    if kind is not None:
        found &= {q.subject.value for q in quads if q.predicate == RDF.type and q.object == kind}
    return NamedNode(min(found))


def drop(predicate, kind):
    """Plant: take away all values of a predicate from the first node of a class."""

    def plant(quads):
        node = find(quads, RDF.type, kind)
        return [q for q in quads if not (q.subject == node and q.predicate == predicate)]

    return plant


def put(predicate, kind, value, keep=False):
    """Plant: replace the values of a predicate at the first node of a class, or add one."""

    def plant(quads):
        node = min(
            {q.subject.value for q in quads if q.predicate == RDF.type and q.object == kind}
            & {q.subject.value for q in quads if q.predicate == predicate}
        )
        graph = next(q.graph_name for q in quads if q.subject.value == node)
        kept = (
            quads
            if keep
            else [q for q in quads if not (q.subject.value == node and q.predicate == predicate)]
        )
        return [*kept, Quad(NamedNode(node), predicate, value, graph)]

    return plant


def turn(verb, end, slug):
    """Plant: let a claim or tie of a verb have another subject or object."""

    def plant(quads):
        node = find(quads, RDF.predicate, verb, KG.Claim)
        graph = next(q.graph_name for q in quads if q.subject == node)
        kept = [q for q in quads if not (q.subject == node and q.predicate == end)]
        return [*kept, Quad(node, end, entity(slug), graph)]

    return plant


def text(value, datatype="string"):
    return Literal(value, datatype=NamedNode(XSD_NS + datatype))


PLANTS = {
    "person without a name": drop(SKOS.prefLabel, KG.Person),
    "place without a name": drop(SKOS.prefLabel, KG.Place),
    "two labels": put(SKOS.prefLabel, KG.Person, Literal("اسم آخر", language="ar"), keep=True),
    "group of a kind of event": put(DCTERMS.type, KG.ArmedGroup, KG.Battle),
    "article without a title": drop(DCTERMS.title, KG.Article),
    "article issued at an hour": put(
        DCTERMS.issued, KG.Article, text("2023-01-01T00:00:00", "dateTime")
    ),
    "article issued twice": put(DCTERMS.issued, KG.Article, text("2020-01-01", "date"), keep=True),
    "publisher a person": put(DCTERMS.publisher, KG.Article, entity("laith")),
    "language in words": put(SCHEMA.inLanguage, KG.Article, text("Arabic")),
    "sentence without words": drop(OA.exact, KG.Sentence),
    "sentence ends before it starts": put(OA.end, KG.Sentence, Literal("-1", datatype=XSD.integer)),
    "sentence offset a text": put(OA.start, KG.Sentence, text("4")),
    "sentence of no article": put(PROV.wasDerivedFrom, KG.Sentence, entity("laith")),
    "claim without a stance": drop(KG.stance, KG.Claim),
    "claim disputed": put(KG.stance, KG.Claim, KG.Disputed),
    "claim of two stances": put(KG.stance, KG.Claim, KG.Alleged, keep=True),
    "claim without evidence": drop(PROV.wasDerivedFrom, KG.Claim),
    "claim without a run": drop(PROV.wasGeneratedBy, KG.Claim),
    "claim without a rule": drop(KG.rule, KG.Claim),
    "claim without a subject": drop(RDF.subject, KG.Claim),
    "claim with a text for an object": put(RDF.object, KG.Claim, text("الجبهة")),
    "claim of a verb unheard of": put(RDF.predicate, KG.Claim, SCHEMA.mentions),
    "claim surer than sure": put(KG.confidence, KG.Claim, Literal("1.5", datatype=XSD.decimal)),
    "confidence a text": put(KG.confidence, KG.Claim, text("0.5")),
    "spoken by a place": put(PROV.wasAttributedTo, KG.Claim, entity("tell")),
    "happened in a person": put(KG.place, KG.Claim, entity("laith")),
    "since an hour": put(KG.since, KG.Claim, text("2023-01-01T00:00:00", "dateTime")),
    "tie of an unknown stance": put(KG.stance, KG.Tie, KG.Battle),
    "tie from a sentence": put(PROV.wasDerivedFrom, KG.Tie, entity("laith")),
    "tie without sources": drop(KG.sources, KG.Tie),
    "tie from no source": put(KG.sources, KG.Tie, Literal("0", datatype=XSD.integer)),
    "tie since a year": put(KG.since, KG.Tie, text("2021", "gYear")),
    "tie over before it began": put(KG.until, KG.Tie, text("1900-01-01", "date")),
    "a group commands": turn(KG.commands, RDF.subject, "sahl"),
    "a place is commanded": turn(KG.commands, RDF.object, "tell"),
    "an event is attacked": turn(KG.attacked, RDF.object, "nada"),
    "a person is part of a group": turn(KG.partOf, RDF.subject, "laith"),
    "a group is part of a place": turn(KG.partOf, RDF.object, "tell"),
}


@pytest.mark.parametrize("name", PLANTS)
def test_both_find_the_same_planted_fault(name, small, shapes):
    planted = PLANTS[name](small)
    ours = by_sparql(planted)
    assert ours, f"not found: {name}"
    assert ours == by_pyshacl(planted, shapes)
