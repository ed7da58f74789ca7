"""What the commands that decide have in common: who decides, when, in which file."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
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


def signature_options(command: Command) -> Command:
    """Give a command `--who`, `--when` and `--why`."""
    who = click.option("--who", help="Who decides; by default $KG_WHO, else the user's name.")
    when = click.option("--when", help="When, in ISO 8601; by default now.")
    why = click.option("--why", default="", help="Why; it stands in the file.")
    return who(when(why(command)))


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decides, when, and why."""

    who: str
    when: str
    why: str


def signed(who: str | None, when: str | None, why: str) -> Signature:
    """Return a signature, filled in where the call left it out."""
    moment = when or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Signature(who or os.environ.get("KG_WHO") or getpass.getuser(), moment, why)


def write_down(graph: Path, file: Path | None, decision: Decision) -> Decision:
    """Add a verdict to the file, unless it stands there, with the names of those it is about."""
    from kg import build
    from kg.entities.decisions import NAME, append, read_decisions

    path = file or graph / NAME
    if not (graph / "readings.jsonl").exists():
        raise BadCall(f"{graph}: no graph there to decide on; make one with kg build")
    names = {id: one.names[0] for one in build.entities(graph) for id in (one.id, *one.ids)}
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
