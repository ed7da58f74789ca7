from __future__ import annotations

from dataclasses import replace

import pytest
from golden_graph import ENTITIES, LEXEMES, READINGS, TIES, reading, romanise
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from kg.errors import BadLexicon
from kg.graph.iris import BASE, Iris, digest
from kg.graph.literals import decimal, moment, name
from kg.graph.ontology import DCTERMS, GEO, KG, OA, PROV, RDF, SCHEMA, SKOS, closure, prefixes
from kg.graph.shapes import check
from kg.graph.store import memory_store
from kg.graph.weave import weave
from kg.lexicon.lexemes import Lexeme, lexemes
from kg.model import Entity, Kind, Moment
from kg.ties import weigh

IRIS = Iris()


def said(quads, predicate, subject=None) -> set:
    """Return the objects of a predicate, of a subject if one is named."""
    return {
        quad.object
        for quad in quads
        if quad.predicate == predicate and subject in (None, quad.subject)
    }


def test_every_triple_stands_in_one_graph_only(quads):
    triples = [quad.triple for quad in quads]
    assert len(set(triples)) == len(triples)


def test_nothing_lies_in_the_default_graph_and_nothing_is_blank(quads):
    assert not [quad for quad in quads if quad.graph_name == DefaultGraph()]
    assert not [node for quad in quads for node in quad if isinstance(node, BlankNode)]


def test_the_graphs_are_those_of_the_articles_and_five_more(quads):
    assert {quad.graph_name.value.removeprefix(BASE) for quad in quads} == {
        *(f"article/{one.article.id}" for one in READINGS),
        *(f"graph/{part}" for part in ("ontology", "names", "ties", "facts", "runs")),
    }


def test_two_builds_are_alike_whatever_the_order(quads):
    entities = ENTITIES[::-1]
    readings = READINGS[::-1]
    again = weave(readings, entities, weigh(readings, entities), lexemes=LEXEMES, romanise=romanise)
    assert sorted(map(str, again)) == sorted(map(str, quads))


def facts(quads) -> set[str]:
    short = {"sahl-front": "sahl"}
    lines = set()
    for quad in quads:
        if quad.graph_name == IRIS.graph("facts"):
            ends = [
                short.get(slug, slug)
                for slug in (end.value.rpartition("/")[2] for end in (quad.subject, quad.object))
            ]
            lines.add(f"{ends[0]} {quad.predicate.value.rpartition('#')[2]} {ends[1]}")
    return lines


@pytest.mark.parametrize(
    "fact",
    [
        "laith commands fajr",
        "laith leads fajr",
        "laith memberOf fajr",
        "laith linkedTo fajr",
        "jabal opposes sahl",
        "sahl opposes jabal",
        "laith kinOf yaser",
        "yaser kinOf laith",
        "nasr operatesIn qalaa",
    ],
)
def test_super_verbs_and_both_directions_are_written_out(fact, quads):
    assert fact in facts(quads)


@pytest.mark.parametrize(
    "fact",
    [
        "janub funds sahl",
        "janub supports sahl",
        "janub trains wadi",
        "jabal killed wadi",
        "fajr linkedTo laith",
        "sahl attacked tell",
    ],
)
def test_what_is_disputed_alleged_or_unsaid_is_no_fact(fact, quads):
    assert fact not in facts(quads)


def test_a_country_is_one_node_an_actor_and_a_place(quads):
    kinds = {kind.value.rpartition("#")[2] for kind in said(quads, RDF.type, IRIS.entity("janub"))}
    assert kinds == {"State", "Organization", "Agent", "Place"}


def test_a_quote_is_the_words_at_its_offsets(quads):
    texts = {IRIS.article(one.article.id): one.article.text for one in READINGS}
    starts = {quad.subject: int(quad.object.value) for quad in quads if quad.predicate == OA.start}
    ends = {quad.subject: int(quad.object.value) for quad in quads if quad.predicate == OA.end}
    quotes = [quad for quad in quads if quad.predicate == OA.exact]
    assert len(quotes) == 2 * sum(len(one.claims) for one in READINGS)
    for quad in quotes:
        text = texts[quad.graph_name]
        assert text[starts[quad.subject] : ends[quad.subject]] == quad.object.value


def test_every_tie_leads_to_words_in_an_article(quads):
    step = {}
    for quad in quads:
        if quad.predicate == PROV.wasDerivedFrom:
            step.setdefault(quad.subject, []).append(quad.object)
    articles = {IRIS.article(one.article.id) for one in READINGS}
    ties = [quad.subject for quad in quads if (quad.predicate, quad.object) == (RDF.type, KG.Tie)]
    assert len(ties) == len(TIES)
    for tie in ties:
        for claim in step[tie]:
            for sentence in step[claim]:
                assert set(step[sentence]) <= articles


def test_a_claim_keeps_the_precision_of_the_text(quads):
    xsd = prefixes()["xsd"]
    starts = {(t.value, t.datatype.value.removeprefix(xsd)) for t in said(quads, KG.since)}
    assert {("2021", "gYear"), ("2022-04", "gYearMonth"), ("2023-06-01", "date")} <= starts
    assert ("2017-10/2017-12", "http://id.loc.gov/datatypes/edtf") in starts


def test_what_the_lexicon_knows_is_written_with_the_places_around(quads):
    tell, nahr, janub = (IRIS.entity(slug) for slug in ("tell", "nahr", "janub"))
    assert said(quads, SCHEMA.containedInPlace, tell) == {nahr, janub}
    assert said(quads, SCHEMA.containedInPlace, nahr) == {janub}
    assert said(quads, DCTERMS.type, tell) == {KG.Town}
    assert said(quads, GEO.lat, tell) == {decimal(33.5)}
    assert said(quads, GEO.long, tell) == {decimal(40.25)}
    assert said(quads, SKOS.prefLabel, nahr) == {name("محافظة النهر"), name("Nahr")}
    assert said(quads, DCTERMS.spatial, IRIS.entity("sahl-front")) == {janub}


def test_names_show_one_label_a_language_and_keep_the_others(quads):
    sahl, laith = IRIS.entity("sahl-front"), IRIS.entity("laith")
    assert said(quads, SKOS.prefLabel, sahl) == {name("جبهة السهل"), name("Sahl Front")}
    assert said(quads, SKOS.altLabel, sahl) == {name("الجبهة")}
    assert said(quads, SKOS.prefLabel, laith) == {name("ليث المري"), name("Latin of 9 letters")}
    assert said(quads, KG.romanised, laith)
    assert not said(quads, KG.romanised, sahl)


def test_an_unknown_kind_in_the_lexicon_is_told():
    table = {"x": Lexeme("x", Kind.PLACE, ("س",), type="Galaxy")}
    with pytest.raises(BadLexicon, match="Galaxy"):
        list(weave([], [Entity("x", Kind.PLACE, ("س",), lexeme="x")], [], lexemes=table))


def test_a_table_may_write_a_kind_in_small_letters():
    table = {"x": Lexeme("x", Kind.PLACE, ("س",), type="natural-feature")}
    quads = list(weave([], [Entity("x", Kind.PLACE, ("س",), lexeme="x")], [], lexemes=table))
    assert said(quads, DCTERMS.type, IRIS.entity("x")) == {KG.NaturalFeature}


ROW = ("يقود ليث المري لواء الفجر", "laith", "commands", "fajr", {})


def test_a_claim_keeps_its_name_when_others_come_before_it():
    one = reading("a", None, None, [ROW])
    more = replace(one, claims=(replace(one.claims[0], verb="leads"), *one.claims))
    assert next(IRIS.claims(one)) == list(IRIS.claims(more))[1]


def test_a_claim_keeps_its_name_when_entities_are_numbered_anew():
    one = reading("a", None, None, [ROW])
    entities = tuple(replace(entity, id=f"e-{entity.id}") for entity in one.entities)
    claims = tuple(
        replace(claim, subject=f"e-{claim.subject}", object=f"e-{claim.object}")
        for claim in one.claims
    )
    assert list(IRIS.claims(one)) == list(
        IRIS.claims(replace(one, entities=entities, claims=claims))
    )


def test_equal_claims_have_two_names():
    one = reading("a", None, None, [ROW])
    twice = replace(one, claims=one.claims * 2)
    assert len(set(IRIS.claims(twice))) == 2


def test_another_base_is_used_throughout():
    base = "https://names.example/"
    quads = list(weave(READINGS, ENTITIES, TIES, base=base))
    minted = [
        node.value
        for quad in quads
        if quad.graph_name.value != f"{base}graph/ontology"
        for node in (quad.subject, quad.graph_name)
    ]
    assert all(iri.startswith(base) for iri in minted)


TEXT = st.text(st.characters(), max_size=12)


@given(TEXT, TEXT)
def test_any_text_makes_a_safe_iri(text, other):
    for mint in (IRIS.entity, IRIS.article, IRIS.outlet):
        node = mint(text)
        assert not set(node.value) & set(' <>"{}|^`\\\n')
    assert (digest(text, other) == digest(other, text)) == (text == other)


@given(TEXT)
def test_any_text_can_be_quoted_and_written(text):
    quad = str(Quad(IRIS.entity("x"), OA.exact, name(text)))
    assert quad.encode("utf-8")


@pytest.mark.parametrize(
    ("value", "written"), [(0.9, "0.9"), (1.0, "1"), (0.0, "0"), (0.123456789, "0.123457")]
)
def test_numbers_are_written_in_one_form(value, written):
    assert decimal(value).value == written


@pytest.mark.parametrize("iso", ["2023", "2023-03", "2023-03-12", "2017-10/2017-12"])
def test_moments_are_written_as_precisely_as_known(iso):
    literal = moment(Moment.parse(iso))
    assert isinstance(literal, Literal)
    assert literal.value == iso


def test_classes_above_are_known():
    above = closure(KG.ArmedGroup, NamedNode(prefixes()["rdfs"] + "subClassOf"))
    assert above == (KG.ArmedGroup, KG.Organization, KG.Agent)


def test_every_kind_in_the_lexicon_is_a_concept_and_every_country_a_state():
    known = lexemes()
    entities = [
        Entity(lexeme.id, lexeme.kind, lexeme.names_ar, lexeme=lexeme.id)
        for lexeme in known.values()
    ]
    quads = list(weave([], entities, [], lexemes=known))
    syria = IRIS.entity("syria")
    assert said(quads, DCTERMS.type) >= {KG.RebelGroup, KG.City}
    assert syria in said(quads, SCHEMA.containedInPlace)
    assert syria in said(quads, DCTERMS.spatial)
    assert check(memory_store(quads)) == []
