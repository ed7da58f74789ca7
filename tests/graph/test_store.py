from __future__ import annotations

import shutil

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import BadGraph
from kg.graph.iris import BASE, Iris
from kg.graph.ontology import KG
from kg.graph.sparql import select
from kg.graph.store import find_base, load, open_store, write
from kg.graph.weave import weave

A = NamedNode("https://names.example/a")
FOREIGN = [Quad(A, A, Literal("x"), A)]


def test_what_was_written_is_read(folder, quads):
    assert set(open_store(folder)) == set(quads)


def test_the_folder_holds_the_store_and_no_leftovers(folder):
    assert [path.name for path in folder.iterdir()] == ["store"]


def test_two_readers_may_read_at_once(folder):
    one, other = open_store(folder), open_store(folder)
    assert len(one) == len(other)


def test_a_new_graph_takes_the_place_of_the_old(folder, quads, tmp_path):
    path = tmp_path / "graph"
    shutil.copytree(folder, path)
    reader = open_store(path)
    fewer = [*weave([], [], [])]
    write(fewer, path)
    assert len(open_store(path)) == len(fewer) < len(quads)
    assert [p.name for p in path.iterdir()] == ["store"]
    del reader


class TornError(Exception):
    """A crash in the middle."""


def torn(quads):
    yield from quads[:50]
    raise TornError


def test_a_crash_while_writing_leaves_the_old_graph(folder, quads, tmp_path):
    path = tmp_path / "graph"
    shutil.copytree(folder, path)
    with pytest.raises(TornError):
        write(torn(quads), path)
    assert len(open_store(path)) == len(quads)
    write(quads, path)
    assert [p.name for p in path.iterdir()] == ["store"]


def test_a_crash_at_the_swap_leaves_the_old_graph(folder, quads, tmp_path):
    path = tmp_path / "graph"
    shutil.copytree(folder, path)
    (path / "store").rename(path / "store.old")
    (path / "store.new").mkdir()
    assert len(open_store(path)) == len(quads)
    with pytest.raises(TornError):
        write(torn(quads), path)
    assert len(open_store(path)) == len(quads)


def test_a_graph_folder_is_made_with_its_parents(tmp_path):
    write(weave([], [], []), tmp_path / "far" / "away")
    assert find_base(open_store(tmp_path / "far" / "away")) == BASE


def missing(path):
    return path / "nowhere"


def empty(path):
    return path


def without_a_database(path):
    (path / "store").mkdir()
    (path / "store" / "notes.txt").write_text("mine", encoding="utf-8")
    return path


def of_someone_else(path):
    store = Store(str(path / "store"))
    store.bulk_extend(FOREIGN)
    store.flush()
    return path


def damaged(path):
    write(weave([], [], []), path)
    for part in (path / "store").iterdir():
        if part.name.startswith("MANIFEST"):
            part.write_bytes(b"\0" * 64)
    return path


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (missing, "kg build"),
        (empty, "kg build"),
        (without_a_database, "build it anew"),
        (of_someone_else, "not a graph made by"),
        (damaged, "build the graph anew"),
    ],
)
def test_what_is_no_graph_is_told_with_the_way_out(make, said, tmp_path):
    with pytest.raises(BadGraph, match=said):
        open_store(make(tmp_path))


@pytest.mark.parametrize("make", [without_a_database, of_someone_else])
def test_what_is_not_ours_is_never_written_over(make, tmp_path):
    path = make(tmp_path)
    before = {p.name for p in (path / "store").iterdir()}
    with pytest.raises(BadGraph, match="another folder"):
        write([], path)
    assert before <= {p.name for p in (path / "store").iterdir()}


def test_a_damaged_graph_can_be_built_anew(quads, tmp_path):
    write(quads, damaged(tmp_path))
    assert len(open_store(tmp_path)) == len(quads)


def test_a_file_is_no_graph_folder(tmp_path):
    (tmp_path / "graph").write_text("", encoding="utf-8")
    with pytest.raises(BadGraph, match="is a file"):
        write([], tmp_path / "graph")


def test_another_base_is_found_again(tmp_path):
    write(weave([], [], [], base="https://names.example/kg/"), tmp_path)
    assert find_base(open_store(tmp_path)) == "https://names.example/kg/"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_load_gives_an_rdflib_dataset_over_all_graphs(folder, quads):
    dataset = load(folder)
    laith, fajr = Iris().entity("laith").value, Iris().entity("fajr").value
    rows = dataset.query("SELECT ?who { ?who kg:commands id:fajr }")
    assert [str(row.who) for row in rows] == [laith]
    assert [str(s) for s, _, _ in dataset.triples((None, _uri(KG.commands), _uri(fajr)))] == [laith]
    assert len(dataset) == len(quads)


def _uri(node) -> rdflib.URIRef:
    return rdflib.URIRef(getattr(node, "value", node))


def test_damage_found_while_asking_is_told(quads, tmp_path):
    write(quads, tmp_path)
    for part in (tmp_path / "store").glob("*.sst"):
        part.write_bytes(part.read_bytes()[:-100] + b"x" * 100)
    with pytest.raises(BadGraph, match="anew"):
        select(open_store(tmp_path), "SELECT * { ?s ?p ?o }")
