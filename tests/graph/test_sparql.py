from __future__ import annotations

import pytest

from kg.errors import BadCall
from kg.graph.sparql import Answer, Iri, calls_out, select, select_within


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("ASK { id:laith kg:commands id:fajr }", Answer(("answer",), ((True,),))),
        (
            "SELECT (COUNT(*) AS ?n) { ?a kg:commands ?b }",
            Answer(("n",), ((1,),)),
        ),
        (
            "CONSTRUCT { ?a kg:leads ?b } WHERE { ?a kg:commands ?b }",
            Answer(
                ("subject", "predicate", "object"),
                (
                    (
                        Iri("https://w3id.org/armed-actors/id/laith"),
                        Iri("https://w3id.org/armed-actors#leads"),
                        Iri("https://w3id.org/armed-actors/id/fajr"),
                    ),
                ),
            ),
        ),
    ],
)
def test_each_form_of_query_is_answered(query, answer, store):
    assert select(store, query) == answer


def test_describe_tells_all_of_a_node(store):
    answer = select(store, "DESCRIBE id:tell")
    assert answer.columns == ("subject", "predicate", "object")
    assert len(answer.rows) > 5


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { id:a kg:commands id:b }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <http://elsewhere.example/x.ttl>",
        "SELECT * { ?s ?p }",
        "",
        "SELECT * { ?s no:prefix ?o }",
    ],
)
def test_what_is_no_reading_query_is_refused(query, store):
    size = len(store)
    with pytest.raises(BadCall):
        select(store, query)
    assert len(store) == size


CALLS = [
    "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { SERVICESILENT<http://127.0.0.1:9/>{ ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p true.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "PREFIX e: <http://e/> SELECT * { ?s ?p e:.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    "PREFIX e: <http://e/> SELECT * { ?s ?p e:a\\#b . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "\\u0022" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } ?a ?b "" }',
    "SELECT * { FILTER(1<2) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } FILTER(2>1) }",
    "SELECT * { ?s ?p '''it's''' . SERVICE ?x { ?s ?p 'a' } }",
    "SELECT * { # '''\n SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } # '''\n }",
    "SELECT * { ?s ?p <http://e/#> . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    'SELECT * { ?s ?p "a"@en.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
]


@pytest.mark.parametrize("query", CALLS)
def test_no_question_leaves_the_machine(query, store):
    with pytest.raises(BadCall, match="SERVICE"):
        select(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service a kg:Tie }",
        'SELECT * { ?s kg:rule "SERVICE" }',
        "SELECT * { ?s kg:rule '''a ' SERVICE''' }",
        "SELECT * { ?s a <http://e/SERVICE> } # SERVICE",
        "PREFIX e: <http://e/> SELECT * { ?s a e:MilitaryService }",
    ],
)
def test_the_word_may_stand_where_it_calls_nobody(query, store):
    assert not calls_out(query)
    select(store, query)


def test_a_question_in_its_own_process_is_answered(folder, store):
    query = (
        "SELECT ?who ?stance { ?tie rdf:subject ?who ; kg:stance ?stance } ORDER BY ?who ?stance"
    )
    assert select_within(folder, query, 60) == select(store, query)


def test_a_bad_question_in_its_own_process_is_told(folder):
    with pytest.raises(BadCall, match="SPARQL"):
        select_within(folder, "SELECT", 60)


def test_an_endless_question_is_stopped(folder):
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(BadCall, match="no answer within 2 s"):
        select_within(folder, query, 2)
