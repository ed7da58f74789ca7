"""What the commands that decide have in common: who decides, when, in which file."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.rows import report
from kg.errors import BadCall, BadDecisions

if TYPE_CHECKING:
    from kg.entities.decisions import Decision

Command = TypeVar("Command", bound=Callable[..., Any])
_FILE = click.Path(dir_okay=False, path_type=Path)


def decisions_option(command: Command) -> Command:
    """Give a command `--decisions`."""
    return click.option(
        "--decisions",
        type=_FILE,
        help="File of verdicts, besides the graph's own decisions.tsv; a graph remembers it.",
    )(command)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when, and why, as far as the call says so."""

    who: str | None
    when: str | None
    why: str


def signature_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--who`, `--when` and `--why`, which it gets as one `by`."""

    @wraps(command)
    def signed(*args: Any, who: str | None, when: str | None, why: str, **more: Any) -> Any:
        return command(*args, by=Signature(who, when, why), **more)

    by_whom = click.option("--who", help="Who decides; by default $KG_WHO, else the user's name.")
    on_day = click.option("--when", help="When, in ISO 8601; by default now.")
    for_that = click.option("--why", default="", help="Why; it stands in the file.")
    return by_whom(on_day(for_that(signed)))


def names_by_id(graph: Path) -> dict[str, str]:
    """Map all ids of a graph's entities, those they had before included, to their first names."""
    from kg import build

    return {id: one.names[0] for one in build.entities(graph) for id in (one.id, *one.ids)}


def write_down(
    graph: Path, file: Path | None, by: Signature, verdict: str, one: str, other: str = ""
) -> Decision:
    """Add a verdict to the file, unless it stands there, with the names of those it is about."""
    from kg.entities.decisions import NAME, Decision, append, read_decisions

    when = by.when or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    who = by.who or os.environ.get("KG_WHO") or getpass.getuser()
    decision = Decision(when, who, verdict, one, other, by.why)
    path = file or graph / NAME
    if not (graph / "readings.jsonl").exists():
        raise BadCall(f"{graph}: no graph there to decide on; make one with kg build")
    names = names_by_id(graph)
    if decision.id in {known.id for known in read_decisions([path])}:
        raise BadCall(f"{path}: that verdict stands there already")
    try:
        return append(path, decision, (names.get(decision.one, ""), names.get(decision.other, "")))
    except BadDecisions as error:
        raise BadCall(str(error).partition(": ")[2]) from error


def rebuild(graph: Path, file: Path | None) -> bool:
    """Build a graph anew under its verdicts; say whether all could be carried out."""
    from kg.build import build

    outcome = build([], graph, decisions=file)
    for problem in outcome.problems:
        report(problem)
    return not outcome.problems
