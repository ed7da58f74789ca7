"""`kg entities`: list who and what a graph knows, or find them by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.graphs import graph_option, read_graph
from kg.cli.rows import form_option, is_table, print_rows
from kg.model import Entity, Kind

KINDS = [kind.value for kind in Kind]
_ON_A_TERMINAL = 4
"""So many names are shown there; JSON has them all."""


@click.command("entities")
@click.argument("name", required=False)
@graph_option
@click.option("--kind", type=click.Choice(KINDS, case_sensitive=False), help="Only of this kind.")
@form_option
def command(name: str | None, graph: Path, kind: str | None, as_json: bool | None) -> None:
    """List who and what is known.

    With NAME only those one of whose names holds it, in any spelling.

    \b
    Example:
      kg entities النخيل --kind ArmedGroup
    """
    entities, ties = read_graph(graph)
    counts = dict.fromkeys((entity.id for entity in entities), 0)
    for tie in ties:
        for end in {tie.subject, tie.object}:
            counts[end] += 1
    found = [
        (entity, names)
        for entity in entities
        if kind is None or entity.kind.value == kind
        for names in [_names(entity)]
        if name is None or has_name(names, name)
    ]
    shown = _ON_A_TERMINAL if is_table(as_json) else None
    found.sort(key=lambda pair: (-counts[pair[0].id], pair[0].id))
    rows = (
        {
            "id": entity.id,
            "kind": entity.kind.value,
            "names": names[:shown],
            "articles": len({article for article, _ in entity.members}),
            "ties": counts[entity.id],
        }
        | ({} if shown else _printed(entity))
        for entity, names in found
    )
    print_rows(rows, as_json)


def _printed(entity: Entity) -> dict[str, Any]:
    """Return how often each spelling is printed, the ids that lead here too, and an analyst's notes."""
    spellings = dict(zip(entity.names, entity.counts, strict=False))
    return {"spellings": spellings, "ids": entity.ids, "notes": entity.notes}


def _names(entity: Entity) -> tuple[str, ...]:
    """Return the names that articles print, then those that the lexicon adds."""
    from kg.lexicon.lexemes import lexemes

    known = lexemes().get(entity.lexeme) if entity.lexeme is not None else None
    more = (*known.names_ar, *known.names_en) if known is not None else ()
    return tuple(dict.fromkeys((*entity.names, *more)))


def has_name(names: tuple[str, ...], wanted: str) -> bool:
    """Say whether a name holds all words of the wanted one, however they are spelt.

    >>> has_name(("لِواء النخيل",), "النَّخيل"), has_name(("لواء النخيل",), "لواء الفجر")
    (True, False)
    """
    from kg.arabic.letters import fold

    return any(all(word in fold(name) for word in fold(wanted).split()) for name in names)
