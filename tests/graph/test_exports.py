from __future__ import annotations

import io

import pytest
import rdflib
from pyoxigraph import Literal, Quad, RdfFormat, Store, parse

from kg.errors import UnknownName
from kg.graph.exports import FORMATS, dump
from kg.graph.literals import plain
from kg.graph.ontology import OA
from kg.graph.store import memory_store
from kg.graph.weave import weave

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

RDFLIB = {
    "nquads": "nquads",
    "ntriples": "nt",
    "turtle": "turtle",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
ODD = 'سطر\r\nوآخر\tو<علامة> & "قول" \x07 \ud800 \u2028 نهاية'
"""A text with all that formats trip over: line ends, marks, control and half characters."""


@pytest.fixture(scope="module")
def odd_store(quads) -> Store:
    sentence = next(quad for quad in quads if quad.predicate == OA.exact)
    return memory_store([*quads, Quad(sentence.subject, OA.exact, plain(ODD), sentence.graph_name)])


def written(store, format) -> bytes:
    output = io.BytesIO()
    dump(store, format, output)
    return output.getvalue()


@pytest.mark.parametrize("format", FORMATS)
def test_pyoxigraph_reads_back_every_triple(format, odd_store):
    kind = FORMATS[format]
    back = set(parse(written(odd_store, format), format=kind))
    if kind.supports_datasets:
        assert back == set(odd_store)
    else:
        assert {quad.triple for quad in back} == {quad.triple for quad in odd_store}


def lines(quads) -> set[str]:
    return {str(Quad(*quad.triple)) for quad in quads}


@pytest.mark.parametrize("format", FORMATS)
def test_rdflib_reads_back_every_triple(format, odd_store):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=written(odd_store, format), format=RDFLIB[format])
    flat = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        flat.add(triple)
    again = parse(flat.serialize(format="nt").encode(), format=RdfFormat.N_TRIPLES)
    assert lines(again) == lines(odd_store)


@pytest.mark.parametrize("format", ["nquads", "trig", "jsonld"])
def test_rdflib_reads_back_the_named_graphs(format, odd_store):
    dataset = rdflib.Dataset()
    dataset.parse(data=written(odd_store, format), format=RDFLIB[format])
    ours = {quad.graph_name.value for quad in odd_store}
    assert {str(graph.identifier) for graph in dataset.graphs() if len(graph)} == ours


@pytest.mark.parametrize("format", FORMATS)
def test_the_order_of_weaving_does_not_show(format, quads):
    assert written(memory_store(quads), format) == written(memory_store(quads[::-1]), format)


def test_nquads_are_sorted_lines_each_once(store):
    text = written(store, "nquads").decode()
    assert text.splitlines() == sorted(set(text.splitlines()))
    assert text.endswith(" .\n")


def test_an_empty_graph_can_be_written(tmp_path):
    assert written(memory_store(weave([], [], [])), "nquads")


def test_another_format_is_told_which_there_are(store):
    with pytest.raises(UnknownName, match="turtle"):
        written(store, "yaml")


def test_odd_characters_are_replaced_one_for_one():
    assert plain("a\x07b\ud800c\r") == Literal("a\ufffdb\ufffdc\r")
