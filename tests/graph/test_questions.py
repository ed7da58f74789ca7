from __future__ import annotations

import re

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, serialize

from kg.errors import BadCall, UnknownName
from kg.graph.iris import BASE
from kg.graph.questions import ask, fill, find_question, questions
from kg.graph.store import all_prefixes

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
"""rdflib 7 warns of itself when it reads N-Quads."""

S = {"group": "sahl-front"}

ANSWERS = {
    "01-who-commands": ({"group": "لواء الفجر"}, "person", ["laith"]),
    "02-who-commanded-on": (
        {"group": "fajr", "day": "2022-03-01"},
        "person stance",
        ["laith Affirmed"],
    ),
    "03-command-history": (
        {"group": "fajr"},
        "person verb since until firstSeen lastSeen",
        ["laith commands 2021-01-01 2023-12-31 2023-05-01 2023-05-01"],
    ),
    "04-career": (
        {"person": "yaser"},
        "group verb until",
        ["fajr memberOf 2019-12-31", "jabal memberOf -"],
    ),
    "05-chain-of-command": ({"unit": "nasr"}, "above leader", ["fajr laith", "sahl salim"]),
    "06-changed-sides": ({}, "person one other", ["yaser fajr jabal"]),
    "07-kin-across-groups": (
        {},
        "person group relative theirGroup",
        ["laith fajr yaser jabal"],
    ),
    "08-units": (S, "unit kind", ["fajr -", "nasr -"]),
    "09-broke-away": (
        S,
        "who from since firstSeen",
        ["wadi fajr 2024-03-30 2024-04-02"],
    ),
    "10-backers": (S, "backer verb stance sources", ["janub funds Disputed 2"]),
    "11-reach-of-a-backer": ({"state": "janub"}, "group", ["wadi"]),
    "12-shared-backers": ({}, "backer one other", ["janub sahl wadi"]),
    "13-shifting-alliances": (
        {},
        "one other alliedUntil enmity opposedFrom",
        ["jabal wadi 2023-12-31 killed 2024-04-01"],
    ),
    "14-how-connected": (
        {"from": "laith", "to": "salim"},
        "steps first second",
        ["3 fajr sahl"],
    ),
    "15-who-is-here": (
        {"place": "محافظة النهر"},
        "group spot verb",
        ["jabal qalaa controls", "nasr qalaa controls"],
    ),
    "16-contested-ground": ({}, "place one other", ["qalaa jabal nasr"]),
    "17-clashes": (
        {**S, "start": "2023-06-20", "end": "2023-12-31"},
        "subject verb object place when",
        ["sahl attacked jabal tell 2023-06"],
    ),
    "18-claimed-attacks": ({}, "group verb target place", ["sahl attacked jabal tell"]),
    "19-denied-attacks": ({}, "group verb target stance", ["jabal killed wadi Affirmed"]),
    "20-chain-on-a-day": (
        {"unit": "nasr", "day": "2023-05-01"},
        "group person verb",
        ["fajr laith commands", "sahl salim leads"],
    ),
    "21-evidence": (
        {"subject": "janub", "object": "sahl-front"},
        "said stance speaker issued",
        ["funds Affirmed - 2023-05-01", "funds Denied janub 2023-06-10"],
    ),
    "22-single-source": (
        {},
        "subject verb object",
        [
            "fajr partOf sahl",
            "jabal alliedWith wadi",
            "jabal controls qalaa",
            "jabal locatedIn shamal",
            "jabal opposes sahl",
            "laith kinOf yaser",
            "munir memberOf hayaa",
            "nasr controls qalaa",
            "nasr partOf fajr",
            "nasr tookPartIn nada",
            "qalaa partOf tell",
            "sahl attacked jabal",
            "salim appointedBy janub",
            "salim leads sahl",
            "salim succeeded munir",
            "wadi defectedFrom fajr",
            "yaser memberOf fajr",
            "yaser memberOf jabal",
            "laith commands fajr",
        ],
    ),
    "23-contradictions": (
        {},
        "subject verb object stance",
        [
            "jabal killed wadi Affirmed",
            "jabal killed wadi Denied",
            "janub funds sahl Affirmed",
            "janub funds sahl Denied",
        ],
    ),
    "24-new-since": (
        {"day": "2024-01-01"},
        "subject verb object first",
        [
            "jabal alliedWith wadi 2024-04-02",
            "jabal killed wadi 2024-04-02",
            "jabal locatedIn shamal 2024-04-02",
            "nasr tookPartIn nada 2024-04-02",
            "wadi defectedFrom fajr 2024-04-02",
        ],
    ),
    "25-named-together": (
        {},
        "one other times",
        ["hayaa laith 1", "janub sahl 2", "laith munir 1"],
    ),
    "26-changed-hands": (
        {},
        "place before lastHeld after firstHeld",
        ["qalaa nasr 2023-06-15 jabal 2023-06-01"],
    ),
    "27-by-whose-account": (
        {"state": "دولة الجنوب"},
        "verb group stance",
        [
            "arms wadi Affirmed",
            "funds sahl Affirmed",
            "funds sahl Denied",
            "trains wadi Alleged",
        ],
    ),
    "28-appointments": (
        {},
        "person by before since",
        ["salim janub munir 2020-01-15"],
    ),
}
"""For each question: parameters, columns looked at, and the rows that must come, in any order."""


def short(found) -> str:
    if found is None:
        return "-"
    return re.sub(r".*[#/]", "", str(found)) if "://" in str(found) else str(found)


def look(columns, rows, wanted: str) -> list[str]:
    """Return the wanted columns of the rows, each row as a line."""
    places = [list(columns).index(name) for name in wanted.split()]
    return sorted(" ".join(short(row[place]) for place in places) for row in rows)


def test_every_question_has_an_expected_answer():
    assert [question.name for question in questions()] == sorted(ANSWERS)


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_the_answer_is_the_one_read_off_the_articles(name, store):
    given, wanted, rows = ANSWERS[name]
    answer = ask(store, name, given)
    found = [row.replace("sahl-front", "sahl") for row in look(answer.columns, answer.rows, wanted)]
    assert found == sorted(rows)


@pytest.fixture(scope="module")
def dataset(quads) -> rdflib.Dataset:
    """Return the golden graph in rdflib's own store."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=serialize(quads, format=RdfFormat.N_QUADS), format="nquads")
    for prefix, iri in all_prefixes().items():
        dataset.bind(prefix, iri)
    return dataset


@pytest.mark.parametrize("name", sorted(ANSWERS))
def test_rdflib_answers_alike(name, store, dataset):
    given = ANSWERS[name][0]
    answer = ask(store, name, given)
    query = fill(store, find_question(name), given)
    result = dataset.query(query, initNs=all_prefixes())
    rows = [tuple(None if term is None else term.toPython() for term in row) for row in result]
    assert [str(variable) for variable in result.vars] == list(answer.columns)
    assert sorted(map(texts, rows)) == sorted(map(texts, answer.rows))


def texts(row) -> tuple[str, ...]:
    """Return the values of a row as text, numbers in one form."""
    return tuple(
        f"{float(cell):g}" if type(cell).__name__ in ("Decimal", "float", "int") else str(cell)
        for cell in row
    )


def test_names_come_in_the_language_asked_for(store):
    answer = ask(store, "backers", {"group": "جبهه السهل", "language": "en"})
    assert look(answer.columns, answer.rows, "backerName verbName") == ["South State funds"]


@pytest.mark.parametrize(
    ("name", "given", "error", "said"),
    [
        ("99", {}, UnknownName, "no question"),
        ("1", {}, BadCall, "needs group"),
        ("1", {"grup": "fajr"}, BadCall, "it has group, language"),
        ("1", {"group": "لواء الفجز"}, UnknownName, "near are"),
        ("1", {"group": "fajr", "language": "fr"}, BadCall, "none of ar, en"),
        ("2", {"group": "fajr", "day": "yesterday"}, BadCall, "2023-06-01"),
        ("21", {"subject": "fajr", "object": "sahl-front", "verb": "fund"}, UnknownName, "funds"),
        ("1", {"group": "id:fajr } ?s ?p ?o . {"}, UnknownName, "nothing in the graph"),
        ("1", {"group": BASE + "id/fajr> } #"}, UnknownName, "nothing in the graph"),
    ],
)
def test_a_wrong_parameter_is_told_with_the_way_out(name, given, error, said, store):
    with pytest.raises(error, match=re.escape(said)):
        ask(store, name, given)


def test_a_name_of_several_is_not_guessed(quads):
    store = Store()
    store.bulk_extend(quads)
    quad = next(q for q in quads if q.object.value == "كتيبة النسر" and "prefLabel" in str(q))
    other = next(q for q in quads if q.object.value == "سرايا الوادي" and "prefLabel" in str(q))
    store.add(type(quad)(other.subject, quad.predicate, quad.object, quad.graph_name))
    with pytest.raises(UnknownName, match="id:nasr, id:wadi"):
        ask(store, "1", {"group": "كتيبة النسر"})


@pytest.mark.parametrize("question", questions(), ids=lambda question: question.name)
def test_every_parameter_has_one_slot(question):
    for parameter in question.parameters:
        assert len(re.findall(rf"VALUES \?{parameter.name} {{[^{{}}]*}}", question.query)) == 1
    assert question.wording.endswith("?")
