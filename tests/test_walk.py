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
