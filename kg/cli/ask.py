"""`kg ask`: put one of the analysts' questions, or one's own in SPARQL, to a graph."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click

from kg.cli.graphs import graph_option
from kg.cli.rows import form_option, is_table, print_rows
from kg.errors import BadCall


@click.command("ask", context_settings={"ignore_unknown_options": True})
@click.argument("name", required=False)
@click.argument("parameters", nargs=-1, type=click.UNPROCESSED)
@graph_option
@click.option("--list", "listing", is_flag=True, help="List the questions and their parameters.")
@click.option("--sparql", metavar="TEXT|FILE", help="Ask in SPARQL; - reads standard input.")
@click.option("--seconds", type=float, default=60, show_default=True, help="Give up SPARQL after.")
@form_option
def command(
    name: str | None,
    parameters: tuple[str, ...],
    graph: Path,
    listing: bool,
    sparql: str | None,
    seconds: float,
    as_json: bool | None,
) -> None:
    """Ask a question.

    NAME is one of the questions that --list shows; its parameters are options. Actors may be named
    in any spelling; days are written 2023-06-01.

    \b
    Example:
      kg ask who-commanded-on --group "لواء القدس" --day 2023-06-01
      kg ask --list
    """
    if listing:
        print_rows(_list(), as_json)
    elif sparql is not None:
        from kg.graph.sparql import select_within

        _print(select_within(graph, _read(sparql), seconds), as_json)
    elif name is not None:
        from kg.graph.questions import ask
        from kg.graph.store import open_store

        _print(ask(open_store(graph), name, read_parameters(parameters)), as_json)
    else:
        raise BadCall("name a question, or see them all with: kg ask --list")


def read_parameters(words: Sequence[str]) -> Mapping[str, str]:
    """Return what options say: `--name value` or `--name=value`.

    >>> read_parameters(["--group", "لواء القدس", "--day=2023-06-01"])
    {'group': 'لواء القدس', 'day': '2023-06-01'}
    """
    given: dict[str, str] = {}
    rest = list(words)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not name.startswith("--"):
            raise BadCall(f"{name!r} belongs to no parameter; write --group {name!r}")
        if not equals:
            if not rest:
                raise BadCall(f"{name} needs a value")
            value = rest.pop(0)
        given[name.removeprefix("--")] = value
    return given


def _list() -> list[dict[str, Any]]:
    from kg.graph.questions import questions

    return [
        {
            "name": question.name,
            "question": question.wording,
            "parameters": [
                f"--{parameter.name} ({parameter.kind})"
                if parameter.default is None
                else f"[--{parameter.name} ({parameter.kind})]"
                for parameter in question.parameters
            ],
        }
        for question in questions()
    ]


def _read(sparql: str) -> str:
    if sparql == "-":
        return sys.stdin.read()
    if "{" not in sparql and Path(sparql).is_file():
        return Path(sparql).read_text(encoding="utf-8")
    return sparql


def _print(answer: Any, as_json: bool | None) -> None:
    from kg.graph.sparql import Iri

    def shown(value: Any) -> Any:
        if isinstance(value, Iri) and is_table(as_json):
            return unquote(value.replace("#", "/").rpartition("/")[2])
        return value

    rows = [dict(zip(answer.columns, map(shown, row), strict=True)) for row in answer.rows]
    print_rows(rows, as_json)
