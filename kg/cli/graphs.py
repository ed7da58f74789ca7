"""Names the graph a command works on, and opens what it needs of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.errors import UnknownName

if TYPE_CHECKING:
    from kg.model import Entity, Tie
    from kg.views.evidence import ClaimId, Evidence

Command = TypeVar("Command", bound=Callable[..., Any])
_FOLDER = click.Path(file_okay=False, path_type=Path)


def graph_argument(command: Command) -> Command:
    """Give a command the argument GRAPH, `./graph` where it is left out."""
    return click.argument("graph", type=_FOLDER, default=Path("graph"))(command)


def graph_option(command: Command) -> Command:
    """Give a command the option `--graph`, `./graph` where it is left out."""
    return click.option(
        "--graph",
        "-g",
        type=_FOLDER,
        default=Path("graph"),
        show_default=True,
        help="Folder of the graph.",
    )(command)


def output_option(command: Command) -> Command:
    """Give a command the option `-o`, standard output where it is left out or `-`."""
    return click.option(
        "--out",
        "output",
        "-o",
        type=click.Path(dir_okay=False, allow_dash=True, path_type=Path),
        default=Path("-"),
        help="File to write; - is standard output.",
    )(command)


def read_graph(graph: Path) -> tuple[list[Entity], list[Tie]]:
    """Return the entities and ties of a graph."""
    from kg import build
    from kg.graph.store import open_store

    open_store(graph)
    return list(build.entities(graph)), list(build.ties(graph))


def read_evidence(graph: Path, ties: Iterable[Tie]) -> dict[ClaimId, Evidence]:
    """Return the claims behind ties."""
    from kg import build
    from kg.views.evidence import gather

    return gather(ties, build.readings(graph))


def find_id(graph: Path, entities: Iterable[Entity], text: str) -> str:
    """Return the id of the entity that goes by a name, in any spelling, or by an id."""
    from kg.graph.iris import Iris
    from kg.graph.lookup import find_entity
    from kg.graph.store import find_base, open_store

    store = open_store(graph)
    node, iris = find_entity(store, text), Iris(find_base(store))
    for entity in entities:
        if iris.entity(entity.id) == node:
            return entity.id
    raise UnknownName(f"{text} is known by name only; no article says anything of it")
