"""Prints rows: a table on a terminal, JSON in a pipe."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from kg.model import Problem

Command = TypeVar("Command", bound=Callable[..., Any])
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What would command a terminal rather than show on it."""


def form_option(command: Command) -> Command:
    """Give a command `--json/--table`; without either the output decides."""
    return click.option(
        "as_json",
        "--json/--table",
        default=None,
        help="JSON or a table; without either: a table on a terminal, else JSON.",
    )(command)


def print_rows(rows: Iterable[Mapping[str, Any]], as_json: bool | None) -> None:
    """Print rows that have the same columns."""
    if is_table(as_json):
        _print_table(list(rows))
    else:
        print_json(rows)


def print_json(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print a JSON array, one row a line."""
    before = "[\n"
    for row in rows:
        click.echo(before + as_line(row), nl=False)
        before = ",\n"
    click.echo("[]" if before == "[\n" else "\n]")


def as_line(row: Mapping[str, Any]) -> str:
    """Return a row as JSON in one line; days in ISO 8601."""
    return json.dumps(row, ensure_ascii=False, default=_plain)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else list(value)


def _print_table(rows: Sequence[Mapping[str, Any]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        click.echo("Nothing found.", err=True)
        return
    table = Table(box=SIMPLE_HEAD)
    for column in rows[0]:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(_text(value))) for value in row.values()))
    Console(file=sys.stdout, soft_wrap=False).print(table)


def print_cards(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print rows one below the other, what is known of each on lines of its own."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout)
    for row in rows:
        card = Table(box=None, show_header=False, padding=(0, 1))
        card.add_column(style="dim")
        card.add_column(overflow="fold")
        for name, value in row.items():
            if value not in (None, "", False):
                card.add_row(name, Text(visible(_text(value))))
        console.print(card)
        console.print()


def is_table(as_json: bool | None) -> bool:
    """Say whether to print for people: as told, or because the output is a terminal."""
    return sys.stdout.isatty() if as_json is None else not as_json


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return " | ".join(map(str, value))
    return f"{value:.3g}" if isinstance(value, float) else str(value)


def visible(text: str) -> str:
    """Return text without what would command a terminal."""
    return _UNSEEN.sub("", text)


def report(problem: Problem) -> None:
    """Print a problem on standard error."""
    click.echo(visible(str(problem)), err=True)
