"""Each command does its one thing, in JSON and as a table."""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import pytest

import kg
from kg.cli.door import COMMANDS
from kg.model import Problem


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_of_itself_in_its_help(run: Any, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert f"Example:\n    kg {command} " in result.out


def test_the_first_help_lists_every_command_in_one_line(run: Any) -> None:
    lines = run("--help").out.split("Commands:\n")[1].splitlines()
    assert [line.split()[0] for line in lines] == list(COMMANDS)
    assert not [line for line in lines if line.endswith("...")]


def test_the_version_is_that_of_the_package(run: Any) -> None:
    from kg import __version__

    assert __version__ in run("--version").out


def test_build_tells_what_it_did_and_what_it_could_not(run: Any) -> None:
    assert run("build", "one.txt", "-o", "new").err == "new: 1 articles, 1 of them new\n"
    both = run("build", "one.txt", "broken.txt", "-o", "new")
    assert both.code == 1
    assert "broken.txt: not UTF-8" in both.err
    assert "Error" in run("build", "broken.txt", "--strict", "-o", "new").err


def test_read_prints_a_line_for_each_article(run: Any) -> None:
    result = run("read", "one.txt", "broken.txt", "one.txt")
    records = [json.loads(line) for line in result.out.splitlines()]
    assert [record["doc"] for record in records] == ["one", "one"]
    assert records[0]["claims"][0]["quote"] == "يقود سالم الراوي"
    assert (result.code, result.err) == (1, "broken.txt: not UTF-8\n")


def test_read_stops_at_the_first_problem_if_strict(run: Any) -> None:
    result = run("read", "broken.txt", "one.txt", "--strict")
    assert (result.code, result.out) == (1, "")
    assert result.err == "Error: broken.txt: not UTF-8\n"


def test_ask_takes_its_parameters_as_options_in_any_spelling(run: Any) -> None:
    rows = run("ask", "who-commands", "--group", "لِواء النخيــل").json
    assert [row["personName"] for row in rows] == ["سالم الراوي"]
    assert rows == run("ask", "1", "--group=nakhil", "--graph", "graph").json
    table = run("ask", "who-commands", "--group", "nakhil", "--table").out
    assert "سالم الراوي" in table
    assert "https://" not in table


def test_ask_lists_its_questions(run: Any) -> None:
    listed = {row["name"]: row for row in run("ask", "--list").json}
    first = listed["01-who-commands"]
    assert first["question"] == "Who has ever commanded this group?"
    assert first["parameters"][0] == "--group (organization)"


@pytest.mark.parametrize("given", ["text", "file", "input"])
def test_ask_speaks_sparql(run: Any, tmp_path: Path, given: str) -> None:
    query = "SELECT ?group { ?person kg:commands ?group }"
    (tmp_path / "q.rq").write_text(query, encoding="utf-8")
    words = {"text": query, "file": "q.rq", "input": "-"}[given]
    rows = run("ask", "--sparql", words, input=query).json
    assert rows == [{"group": "https://w3id.org/armed-actors/id/nakhil"}]


def test_explain_shows_the_sentence_and_who_says_so(run: Any) -> None:
    rows = run("explain", "لِواء النخيل").json
    assert [row["verb"] for row in rows] == ["operatesIn", "commands"]
    assert rows[1]["sentence"] == "يقود سالم الراوي لواء النخيل."
    assert rows[1]["article"] == "من هو قائد اللواء"
    assert (rows[1]["issued"], rows[1]["rule"]) == ("2021-06-01", "rule-commands")


def test_explain_narrows_to_a_verb_and_another_actor(run: Any) -> None:
    assert len(run("explain", "nakhil", "operatesIn").json) == 1
    assert len(run("explain", "salim", "commands", "nakhil").json) == 1
    assert run("explain", "salim", "commands", "mayadin").json == []
    table = run("explain", "salim", "commands", "nakhil", "--table").out
    assert "rule-commands" in table


def test_rules_are_looked_up_by_name(run: Any) -> None:
    rows = run("rules", "named-by-area").json
    assert [(row["verb"], row["calls"]) for row in rows] == [("operatesIn", "")]
    assert {row["rule"] for row in run("rules").json} >= {"office", "attack-noun", "attacked-verb"}
    refused = run("rules", "atack-noun")
    assert (refused.code, "attack-noun" in refused.err) == (2, True)


def test_entities_are_listed_most_tied_first_and_found_by_name(run: Any) -> None:
    assert [row["id"] for row in run("entities").json] == ["nakhil", "mayadin", "salim"]
    found = run("entities", "النَّخيل").json
    assert found == [
        {"id": "nakhil", "kind": "ArmedGroup", "names": ["لواء النخيل"], "articles": 1, "ties": 2}
        | {"spellings": {}, "ids": [], "notes": []}
    ]
    assert [row["id"] for row in run("entities", "--kind", "person").json] == ["salim"]
    assert "لواء النخيل" in run("entities", "--table").out


def test_show_writes_a_page(run: Any, tmp_path: Path) -> None:
    assert run("show", "graph", "-o", "page.html", "--title", "عنوان <b>").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "سالم الراوي" in page
    assert "<title>عنوان &lt;b&gt;</title>" in page
    assert "عنوان <b>" not in page
    assert run("show", "--title", "عنوان <b>").out == page


def test_show_opens_in_either_language(run: Any) -> None:
    assert '<html lang="ar" dir="rtl">' in run("show").out
    assert '<html lang="en" dir="ltr">' in run("show", "--language", "en").out


ONLY = [
    ("--focus salim --steps 1", {"سالم الراوي", "لواء النخيل"}),
    ("--around salim --steps 1", {"سالم الراوي", "لواء النخيل"}),
    ("--focus salim", {"سالم الراوي", "لواء النخيل", "الميادين"}),
    ("--verbs commands", {"سالم الراوي", "لواء النخيل"}),
    ("--verbs commands --all", {"سالم الراوي", "لواء النخيل", "الميادين"}),
    ("--since 2022", {"لواء النخيل", "الميادين"}),
    ("--until 2021-05", {"لواء النخيل", "الميادين"}),
    ("--since 2021-06 --until 2021-06-01", {"سالم الراوي", "لواء النخيل", "الميادين"}),
]


@pytest.mark.parametrize(("words", "names"), ONLY)
def test_show_keeps_to_what_is_asked_for(run: Any, words: str, names: set[str]) -> None:
    page = run("show", *words.split()).out
    data = json.loads(page.partition('data-packing="json">')[2].partition("</script>")[0])
    assert {entity["ar"] for entity in data["entities"]} == names


@pytest.mark.parametrize("format", ["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml"])
def test_export_writes_rdf(run: Any, tmp_path: Path, format: str) -> None:
    assert run("export", format, "graph", "-o", "out").code == 0
    assert "nakhil" in (tmp_path / "out").read_text(encoding="utf-8")


def test_export_writes_networks(run: Any, tmp_path: Path) -> None:
    run("export", "graphml", "-o", "out.graphml")
    run("export", "gexf", "-o", "out.gexf")
    for network in (networkx.read_graphml("out.graphml"), networkx.read_gexf("out.gexf")):
        assert sorted(network) == ["mayadin", "nakhil", "salim"]
    assert len(run("export", "json").json["links"]) == 2


def test_export_writes_two_tables(run: Any, tmp_path: Path) -> None:
    result = run("export", "csv", "graph", "-o", "actors.csv")
    assert result.err == "wrote actors-nodes.csv\nwrote actors-edges.csv\n"
    text = (tmp_path / "actors-edges.csv").read_text(encoding="utf-8-sig")
    assert [row["verb"] for row in csv.DictReader(text.splitlines())] == ["operatesIn", "commands"]


def test_check_finds_a_sound_graph_sound_and_names_breaches(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = run("check")
    assert (sound.code, sound.err) == (0, "graph: all rules are kept\n")
    breach = Problem("id:nakhil", "two labels")
    monkeypatch.setattr("kg.graph.shapes.check", lambda store: [breach])
    unsound = run("check", "graph")
    assert (unsound.code, unsound.err) == (1, "id:nakhil: two labels\n")


def gold(tmp_path: Path) -> None:
    passage = {
        "doc": "one",
        "entities": [
            {"id": "p", "kind": "Person", "names": ["سالم الراوي"]},
            {"id": "g", "kind": "ArmedGroup", "names": ["لواء النخيل"]},
        ],
        "claims": [{"s": "p", "v": "commands", "o": "g"}],
        "register": "local | news",
    }
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.json").write_text(json.dumps(passage), encoding="utf-8")


def test_evaluate_prints_figures_by_kind_and_verb(run: Any, tmp_path: Path) -> None:
    gold(tmp_path)
    figures = run("evaluate", "gold", "one.txt").json
    assert figures["claims"] == {"asked": 1, "precision": 0.5, "recall": 1.0, "f1": 2 / 3}
    assert figures["verbs"]["commands"]["f1"] == 1.0
    assert figures["kinds"]["Person"]["f1"] == 1.0
    table = run("evaluate", "gold", "one.txt", "--table").out
    assert "operatesIn" in table
    assert "stance right in 1.000" in table


def test_evaluate_reports_in_markdown_by_kind_verb_and_register(run: Any, tmp_path: Path) -> None:
    gold(tmp_path)
    report = run("evaluate", "gold", "one.txt", "--report").out
    assert f"kg {kg.__version__}, {date.today().isoformat()[:4]}" in report
    for line in ("commands | 1 | 1.000 | 1.000 | 1.000", "local news | 1 | 0.500 | 1.000 | 0.667"):
        assert f"\n| {line} |" in report
    assert "* stance right in 1.000" in report


def test_evaluate_names_the_passages_it_was_not_given(run: Any, tmp_path: Path) -> None:
    gold(tmp_path)
    (tmp_path / "two.txt").touch()
    result = run("evaluate", "gold", "two.txt")
    assert (result.code, result.err) == (1, "not among the articles: one\n")
