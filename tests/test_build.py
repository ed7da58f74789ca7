"""A build changes nothing without cause, loses nothing, and gives the same whatever the way to it."""

from __future__ import annotations

import hashlib
import io
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

import kg
from kg import build
from kg.errors import BadCall
from kg.graph import exports, ontology, shapes
from kg.graph.questions import Question, ask, fill, find_question, questions
from kg.graph.store import all_prefixes, open_store
from kg.model import Article, Kind

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
"""rdflib 7 warns of itself when it reads TriG."""

EXAMPLES = Path(kg.__file__).parent.parent / "examples" / "articles"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".md")
NEIGHBOURS = {
    "00-before.txt": "title: القيادة\nissued: 2021-06-01\n\nيقود العميد سالم الراوي لواء القدس.\n",
    "zz-after.txt": "title: الدعم\nissued: 2021-07-01\n\nتدعم روسيا لواء القدس.\n",
}
HELD = {"store", "readings.jsonl", "entities.jsonl", "likenesses.jsonl"}
ROUNDS, HURT_A_ROUND = 10, 15


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build") / "graph"
    outcome = build.build([EXAMPLES], folder)
    assert (outcome.articles, outcome.new, outcome.problems) == (14, 14, ())
    return folder


def hashes(folder: Path) -> dict[str, str]:
    """Return what every file of a graph holds, but for RocksDB's diary and lock."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(("LOG", "LOCK"))
    }


def nquads(folder: Path) -> bytes:
    """Return a graph as `kg export nquads` writes it."""
    output = io.BytesIO()
    exports.dump(open_store(folder), "nquads", output)
    return output.getvalue()


def test_building_again_changes_no_byte(graph: Path) -> None:
    before = hashes(graph)
    assert {name.partition("/")[0] for name in before} == HELD
    assert build.build([EXAMPLES], graph) == build.Outcome(14, 0, ())
    assert hashes(graph) == before


def test_an_edited_article_replaces_its_older_self(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in NEIGHBOURS.items():
        (folder / name).write_text(text, encoding="utf-8")
    build.build([folder], tmp_path / "graph")
    edited = folder / "00-before.txt"
    edited.write_text(edited.read_text("utf-8").replace("سالم الراوي", "ماهر الخطيب"), "utf-8")
    assert build.build([folder], tmp_path / "graph") == build.Outcome(2, 1, ())
    build.build([folder], tmp_path / "fresh")
    assert nquads(tmp_path / "graph") == nquads(tmp_path / "fresh")
    assert "الراوي" not in nquads(tmp_path / "graph").decode()


def test_articles_that_come_one_by_one_make_the_same_graph(graph: Path, tmp_path: Path) -> None:
    build.build(FILES[7:], tmp_path / "graph")
    build.build(FILES[:7], tmp_path / "graph")
    assert nquads(tmp_path / "graph") == nquads(graph)


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_and_number_of_processes_leave_no_trace(
    jobs: int, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "WORTH_A_PROCESS", 1)
    build.build(FILES[::-1], tmp_path / "graph", jobs=jobs)
    assert nquads(tmp_path / "graph") == nquads(graph)


def fail(*_: Any, **__: Any) -> Any:
    raise RuntimeError("a crash")


def fail_midway(*words: Any, **named: Any) -> Iterator[Any]:
    for number, quad in enumerate(WEAVE(*words, **named)):
        if number == 500:
            raise RuntimeError("a crash")
        yield quad


WEAVE = build.weave


@pytest.mark.parametrize(
    ("place", "crash"),
    [("read_article", fail), ("weave", fail), ("weave", fail_midway), ("write", fail)],
)
def test_a_crash_leaves_the_old_graph_in_force(
    place: str,
    crash: Callable[..., Any],
    graph: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "graph"
    build.build(FILES[:6], folder)
    old, readings = nquads(folder), build.readings(folder)
    with monkeypatch.context() as patch:
        patch.setattr(build, place, crash)
        with pytest.raises(RuntimeError, match="a crash"):
            build.build([EXAMPLES], folder)
    assert nquads(folder) == old
    assert build.readings(folder) == readings
    build.build([EXAMPLES], folder)
    assert nquads(folder) == nquads(graph)
    assert {path.name for path in folder.iterdir()} == HELD


def test_another_base_needs_another_folder(graph: Path) -> None:
    with pytest.raises(BadCall, match="has the base"):
        build.build([EXAMPLES], graph, base="https://other.example/")


def hurt(content: bytes, chance: random.Random) -> bytes:
    """Return a file's bytes damaged in one of five ways."""
    data = bytearray(content)
    at = chance.randrange(len(data))
    match chance.choice(["flip", "cut", "marks", "swap", "twice"]):
        case "flip":
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] ^= chance.randint(1, 255)
        case "cut":
            del data[at:]
        case "marks":
            letters = chance.choices(
                "\0\x07\x1b\x85\u200f\u202e\u2066\u2069\ufeff\ufffe\u061c", k=20
            )
            data[at:at] = "".join(letters).encode()
        case "swap":
            other = chance.randrange(len(data))
            data[at : at + 40] = data[other : other + 40]
        case "twice":
            data[at:at] = data[: chance.randrange(len(data))]
    return bytes(data)


@pytest.mark.parametrize("round", range(ROUNDS))
def test_damaged_files_harm_nothing_but_themselves(round: int, tmp_path: Path) -> None:
    chance = random.Random(round)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in NEIGHBOURS.items():
        (folder / name).write_text(text, encoding="utf-8")
    found = [a for a in build.articles.read([folder]) if isinstance(a, Article)]
    alone = {article.id: build.read_article(article) for article in found}
    assert [len(reading.claims) for reading in alone.values()] == [1, 1]
    for number in range(HURT_A_ROUND):
        file = chance.choice(FILES)
        damaged = folder / f"{number:02}{file.suffix}"
        damaged.write_bytes(hurt(file.read_bytes(), chance))
    build.build([folder], tmp_path / "graph")
    assert alone.items() <= {r.article.id: r for r in build.readings(tmp_path / "graph")}.items()
    assert shapes.check(open_store(tmp_path / "graph")) == []


def test_the_examples_keep_the_shapes(graph: Path) -> None:
    data = rdflib.Graph()
    flat = dict.fromkeys(quad.triple for quad in open_store(graph))
    data.parse(data=ox.serialize(flat, format=ox.RdfFormat.N_TRIPLES), format="nt")
    rules = rdflib.Graph().parse(ontology.ontology_dir() / "shapes.ttl")
    conforms, _, report = pyshacl.validate(data, shacl_graph=rules)
    assert conforms, report
    assert shapes.check(open_store(graph)) == []


KINDS = {
    "organization": (Kind.ARMED_GROUP,),
    "agent": (Kind.ARMED_GROUP, Kind.STATE),
    "person": (Kind.PERSON,),
    "place": (Kind.PLACE,),
    "entity": (Kind.PERSON, Kind.ARMED_GROUP),
}
PLAIN = {"date": "2023-03-14", "verb": "commands", "language": "ar"}


def example_values(graph: Path, question: Question) -> dict[str, str]:
    """Return for each parameter that must be given the busiest entity of its kind, or a day."""
    ties = build.ties(graph)
    ends = [end for tie in ties for end in (tie.subject, tie.object)]
    busiest = sorted(build.entities(graph), key=lambda one: (-ends.count(one.id), one.id))
    given: dict[str, str] = {}
    for parameter in question.parameters:
        if parameter.default is None:
            kinds = KINDS.get(parameter.kind, ())
            fitting = [f"id:{one.id}" for one in busiest if one.kind in kinds]
            fresh = [id for id in fitting if id not in given.values()]
            given[parameter.name] = fresh[0] if fresh else PLAIN[parameter.kind]
    return given


@pytest.fixture(scope="module")
def dataset(graph: Path) -> rdflib.Dataset:
    """Return the examples' graph in rdflib's own store, read from what was exported."""
    dataset = rdflib.Dataset(default_union=True)
    quads = ox.parse(nquads(graph), format=ox.RdfFormat.N_QUADS)
    trig = ox.serialize(quads, format=ox.RdfFormat.TRIG)
    dataset.parse(data=trig, format="trig")
    return dataset


def plain(row: Any) -> tuple[str, ...]:
    """Return the values of a row as text, numbers in one form."""
    return tuple(
        f"{float(cell):g}" if type(cell).__name__ in ("Decimal", "float", "int") else str(cell)
        for cell in row
    )


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_rdflib_and_oxigraph_answer_alike(name: str, graph: Path, dataset: rdflib.Dataset) -> None:
    given = example_values(graph, find_question(name))
    store = open_store(graph)
    answer = ask(store, name, given)
    result = dataset.query(fill(store, find_question(name), given), initNs=all_prefixes())
    assert [str(variable) for variable in result.vars or ()] == list(answer.columns)
    rows = [tuple(None if cell is None else cell.toPython() for cell in row) for row in result]
    assert sorted(map(plain, rows)) == sorted(map(plain, answer.rows))


def test_load_opens_a_graph_for_rdflib(graph: Path) -> None:
    rows = kg.load(str(graph)).query("SELECT ?who { ?who kg:commands ?group }")
    assert 0 < len(list(rows)) < 50


def test_a_graph_may_be_moved(graph: Path, tmp_path: Path) -> None:
    shutil.copytree(graph, tmp_path / "elsewhere")
    assert build.build([EXAMPLES], tmp_path / "elsewhere").new == 0
