"""`kg decide`: say who is who, and see the graph follow."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.graphs import find_id, graph_option, read_graph
from kg.cli.verdicts import (
    Signature,
    decisions_option,
    rebuild,
    signature_options,
    write_down,
)

if TYPE_CHECKING:
    from kg.model import Entity

VERDICTS = ("same", "not-same", "rename", "split", "kind", "note")


@click.command("decide")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("one")
@click.argument("other", default="")
@graph_option
@decisions_option
@signature_options
@click.pass_context
def command(
    ctx: click.Context,
    verdict: str,
    one: str,
    other: str,
    graph: Path,
    decisions: Path | None,
    by: Signature,
) -> None:
    """Decide who is who; the graph is woven anew.

    ONE is a name or an id. OTHER is for same and not-same a second one; for rename ar:NAME or
    en:NAME; for split a name that is another's, or @ARTICLE#NAME; for kind a kind; for note
    nothing: the note is --why. Verdicts are lines of decisions.tsv in the folder of the graph.

    \b
    Example:
      kg decide same "الحاج رعد" "حيدر الزبيداوي" --why "one photograph"
    """
    entities, _ = read_graph(graph)
    first = part_id(graph, entities, one)
    two = verdict in ("same", "not-same") and other
    second = part_id(graph, entities, other) if two else other
    decision = write_down(graph, decisions, by, verdict, first, second)
    click.echo(f"{decision.id}: {verdict} {first} {second}".rstrip(), err=True)
    ctx.exit(0 if rebuild(graph, decisions) else 1)


def part_id(graph: Path, entities: Sequence[Entity], text: str) -> str:
    """Return the id that a name would have alone, where it is part of an entity; else the entity's.

    So two names that are one entity now can be told apart.
    """
    from kg.entities.likeness import family, key
    from kg.entities.nodes import entity_id

    found = find_id(graph, entities, text)
    entity = next(entity for entity in entities if entity.id == found)
    plain = text.strip().removeprefix("id:")
    alone = entity_id(family(entity.kind), *key(entity.kind, text))
    return next((id for id in (plain, alone) if id in entity.ids), found)
