"""Writes entities and ties as two tables that a spreadsheet opens, Arabic included."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.model import Entity, Tie
from kg.network import describe_entity, describe_tie, in_order

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be run as a formula."""

BETWEEN_NAMES = " | "


def write_nodes(entities: Iterable[Entity]) -> str:
    """Return one row an entity: id, label, names, kind, lexeme, articles."""
    ordered = sorted(entities, key=lambda entity: entity.id)
    return write_table([{"id": entity.id, **describe_entity(entity)} for entity in ordered])


def write_edges(entities: Iterable[Entity], ties: Iterable[Tie]) -> str:
    """Return one row a tie: both ends by id and name, verb, stance, confidence, dates, counts."""
    label = {entity.id: describe_entity(entity)["label"] for entity in entities}
    rows = [
        {
            "source": tie.subject,
            "source_name": label[tie.subject],
            "target": tie.object,
            "target_name": label[tie.object],
            **describe_tie(tie),
        }
        for tie in in_order(ties)
    ]
    return write_table(rows)


def write_table(rows: Sequence[dict[str, Any]]) -> str:
    """Return rows as CSV (RFC 4180) under a header; formulas are made harmless by an apostrophe.

    >>> write_table([{"name": "=1+1", "count": 2}])
    "name,count\\r\\n'=1+1,2\\r\\n"
    """
    out = io.StringIO(newline="")
    if rows:
        table = csv.DictWriter(out, fieldnames=list(rows[0]))
        table.writeheader()
        table.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        value = BETWEEN_NAMES.join(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def save_tables(file: Path, entities: Sequence[Entity], ties: Iterable[Tie]) -> tuple[Path, Path]:
    """Write `actors.csv` as `actors-nodes.csv` and `actors-edges.csv`, and return both paths.

    UTF-8 with a byte order mark, without which Excel shows Arabic as noise.
    """
    paths = (
        file.with_name(f"{file.stem}-nodes{file.suffix}"),
        file.with_name(f"{file.stem}-edges{file.suffix}"),
    )
    tables = (write_nodes(entities), write_edges(entities, ties))
    for path, table in zip(paths, tables, strict=True):
        path.write_text(table, encoding="utf-8-sig", newline="")
    return paths
