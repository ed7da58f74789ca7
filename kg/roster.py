"""The roster: who is in a graph, as the last build resolved it, and the likenesses it rests on.

Two JSON Lines files beside the ledger. `entities.jsonl`: a head, then an entity a line, in order of id.
`likenesses.jsonl`: the nodes that were compared, then a likely pair a line: a later build compares only what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.errors import BadGraph
from kg.ledger import as_line, parse_line
from kg.model import Entity, Kind

ENTITIES, LIKENESSES = "entities.jsonl", "likenesses.jsonl"
Links = Mapping[tuple[str, str], tuple[float, bool]]
"""Hashes of two nodes, sorted → how likely they are one, and whether context has a part in it."""


@dataclass(frozen=True, slots=True)
class RosterHead:
    """What a roster rests on: version of the software, a hash of the verdicts, the file named for them."""

    version: str
    decisions: str = ""
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Hashes of all nodes that were compared, and the likely pairs among them."""

    digests: frozenset[str] = frozenset()
    links: Links = field(default_factory=dict)


def read_roster_head(folder: Path) -> RosterHead | None:
    """Return a roster's head, or `None` where there is none. Raises `BadGraph` where it is damaged."""
    path = folder / ENTITIES
    if not path.exists():
        return None
    with path.open(encoding="utf-8") as lines:
        record = _parse(path, 1, lines.readline())
    try:
        return RosterHead(record["version"], record["decisions"], record["file"])
    except (KeyError, TypeError) as error:
        raise BadGraph(f"{path}:1: not a roster's head; build into a new folder") from error


def read_roster(folder: Path) -> list[Entity] | None:
    """Return the entities of a graph, or `None` where there is no roster. Raises `BadGraph` on damage."""
    path = folder / ENTITIES
    if not path.exists():
        return None
    found: list[Entity] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if number > 1:
                try:
                    found.append(_entity(*_parse(path, number, line)))
                except (TypeError, ValueError) as error:
                    raise BadGraph(f"{path}:{number}: not an entity; build again") from error
    return found


def read_likenesses(folder: Path) -> Likenesses:
    """Return what the last build compared; nothing where there is no file, or a damaged one."""
    path = folder / LIKENESSES
    if not path.exists():
        return Likenesses()
    with path.open(encoding="utf-8") as lines:
        digests = frozenset(_parse(path, 1, lines.readline()))
        rows = [_parse(path, number, line) for number, line in enumerate(lines, 2)]
    try:
        links = {(one, other): (score, by_context) for one, other, score, by_context in rows}
    except (TypeError, ValueError) as error:
        raise BadGraph(f"{path}: damaged; delete it and build again") from error
    return Likenesses(digests, links)


def write_roster(
    folder: Path, head: RosterHead, entities: Iterable[Entity], likenesses: Likenesses
) -> list[Path]:
    """Write both files beside those there; rename each to its name without `.new` to put it in force."""
    paths = [folder / f"{name}.new" for name in (ENTITIES, LIKENESSES)]
    with paths[0].open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(
            as_line({"version": head.version, "decisions": head.decisions, "file": head.file})
        )
        lines.writelines(as_line(_row(entity)) for entity in entities)
    with paths[1].open("w", encoding="utf-8", newline="\n") as lines:
        lines.write(as_line(sorted(likenesses.digests)))
        for (one, other), (score, by_context) in sorted(likenesses.links.items()):
            lines.write(as_line([one, other, score, by_context]))
    return paths


def _parse(path: Path, number: int, line: str) -> Any:
    return parse_line(path, number, line, "delete it and build again")


def _row(entity: Entity) -> list[Any]:
    names = list(zip(entity.names, entity.counts, strict=True))
    more = [entity.ids, entity.shown, entity.notes]
    return [entity.id, entity.kind, names, entity.lexeme, entity.members, *more]


def _entity(
    id: str,
    kind: str,
    names: list[tuple[str, int]],
    lexeme: str | None,
    members: list[tuple[str, str]],
    ids: list[str],
    shown: list[tuple[str, str]],
    notes: list[str],
) -> Entity:
    return Entity(
        id,
        Kind(kind),
        tuple(name for name, _ in names),
        lexeme,
        members=tuple((article, entity) for article, entity in members),
        counts=tuple(count for _, count in names),
        ids=tuple(ids),
        shown=tuple((language, name) for language, name in shown),
        notes=tuple(notes),
    )
