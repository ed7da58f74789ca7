"""From an article to every output, through the real stages and the real command."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

ARTICLES = {
    "one": (
        "title: القيادة الجديدة\npublisher: صحيفة المثال\nissued: 2021-06-01\n\n"
        "يقود العميد سالم الراوي لواء القدس. واشتبك لواء القدس مع تنظيم داعش في مدينة الميادين.\n"
    ),
    "two": (
        "title: الدعم\npublisher: وكالة المثال\nissued: 2021-07-01\n\n"
        "تدعم روسيا لواء القدس. ونفى لواء القدس انسحابه من مدينة الميادين.\n"
    ),
}


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("walk")
    (home / "articles").mkdir()
    for name, text in ARTICLES.items():
        (home / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(home)
    assert run("build", "articles", "-o", "graph").stderr == "graph: 2 articles, 2 of them new\n"
    yield home
    os.chdir(before)


def run(*words: str) -> Result:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result


def rows(*words: str) -> Any:
    return json.loads(run(*words).stdout)


def test_who_commands_is_answered_and_explained() -> None:
    answer = rows("ask", "who-commands", "--group", "لِواء القدس")
    assert [row["personName"] for row in answer] == ["سالم الراوي"]
    claims = rows("explain", "سالم الراوي", "commands", "لواء القدس")
    assert [claim["sentence"] for claim in claims] == ["يقود العميد سالم الراوي لواء القدس."]
    assert (claims[0]["publisher"], claims[0]["issued"]) == ("صحيفة المثال", "2021-06-01")


def test_the_graph_keeps_its_rules() -> None:
    assert run("check").stderr == "graph: all rules are kept\n"


def test_what_is_known_is_the_same_in_every_view() -> None:
    ids = {row["id"] for row in rows("entities")}
    network = rows("export", "json")
    assert {node["id"] for node in network["nodes"]} == ids
    assert all(link["evidence"] for link in network["links"])
    run("show", "-o", "graph.html")
    page = Path("graph.html").read_text(encoding="utf-8")
    for link in network["links"]:
        for claim in link["evidence"]:
            assert claim["sentence"] in page


def test_two_builds_of_the_same_articles_are_equal() -> None:
    run("build", "articles", "-o", "again")
    for words in (("export", "nquads"), ("export", "graphml"), ("show",)):
        assert run(*words, "graph").stdout == run(*words, "again").stdout


def test_a_second_build_reads_nothing_anew() -> None:
    assert run("build", "articles").stderr == "graph: 2 articles, 0 of them new\n"


def test_an_analyst_decides_and_takes_it_back() -> None:
    before = run("export", "nquads").stdout
    signature = ("--who", "rana", "--when", "2024-01-02")
    joined = run("decide", "rename", "سالم الراوي", "en:Salem the Rawi", *signature)
    assert "Salem the Rawi" in run("export", "nquads").stdout
    id = joined.stderr.partition(":")[0]
    (listed,) = rows("decisions")
    assert (listed["id"], listed["holds"], listed["name"]) == (id, True, "سالم الراوي")
    run("undo", id, *signature)
    assert run("export", "nquads").stdout == before
    assert [row["holds"] for row in rows("decisions")] == [False, None]


def test_a_verdict_that_is_none_is_a_fault_of_the_call() -> None:
    result = CliRunner().invoke(main, ["decide", "kind", "سالم الراوي", "Animal"])
    assert (result.exit_code, "no kind 'Animal'" in result.stderr) == (2, True)


def test_two_names_of_one_are_told_apart_and_asked_about() -> None:
    Path("more.txt").write_text('اشتبكت ميليشيا "فجر البادية" مع داعش في مدينة الميادين.', "utf-8")
    Path("less.txt").write_text("يقود سالم الراوي لواء فجر البادية.", "utf-8")
    run("build", "more.txt", "less.txt", "-o", "two")
    assert isinstance(rows("proposals", "-g", "two"), list)
    names = [row["names"] for row in rows("entities", "فجر", "-g", "two")]
    assert len(names) == 1
    run("decide", "not-same", "فجر البادية", "لواء فجر البادية", "-g", "two")
    assert len(rows("entities", "فجر", "-g", "two")) == 2


def test_questions_are_answered_one_by_one_and_contradictions_told() -> None:
    Path("long.txt").write_text("يقود سالم الهيلمان لواء فجر البادية.", "utf-8")
    Path("short.txt").write_text("يقود رائد الترشيشي قوات فجر البادية.", "utf-8")
    run("build", "long.txt", "short.txt", "-o", "asked")
    (question,) = rows("proposals", "-g", "asked")
    assert (question["question"], len(question["reasons"]) > 0) == ("the same?", True)
    assert question["quote"].startswith("يقود")
    words = ["proposals", "--answer", "-g", "asked", "--who", "rana"]
    answered = CliRunner().invoke(main, words, input="s\n")
    assert (answered.exit_code, answered.stderr) == (0, "1 decided\n")
    assert len(rows("entities", "فجر", "-g", "asked")) == 1
    assert rows("proposals", "-g", "asked") == []
    ids = (question["one"], question["other"])
    against = CliRunner().invoke(main, ["decide", "not-same", *ids, "-g", "asked", "--who", "omar"])
    assert against.exit_code == 1
    assert "decisions.tsv:" in against.stderr
    assert "contradict (rana, omar)" in against.stderr
    assert len(rows("entities", "فجر", "-g", "asked")) == 2
