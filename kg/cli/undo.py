"""`kg undo`: take a verdict back."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import graph_option
from kg.cli.verdicts import (
    Signature,
    decisions_option,
    rebuild,
    signature_options,
    write_down,
)
from kg.errors import UnknownName


@click.command("undo")
@click.argument("verdict", default="")
@graph_option
@decisions_option
@signature_options
@click.pass_context
def command(
    ctx: click.Context, verdict: str, graph: Path, decisions: Path | None, by: Signature
) -> None:
    """Take a verdict back; the graph is as if it had never been given.

    VERDICT is its id, as `kg decisions` lists it; without one, the last verdict that holds.

    \b
    Example:
      kg undo --why "the photograph shows two"
    """
    from kg import build
    from kg.entities.decisions import in_force

    known, _ = build.decisions(graph, decisions)
    held = {decision.id for decision in in_force(known)[0]}
    found = [one for one in known if one.id == verdict or (not verdict and one.id in held)]
    if not found:
        raise UnknownName(f"no verdict {verdict}".rstrip() + "; see kg decisions")
    last = max(found, key=lambda decision: (decision.when, known.index(decision)))
    write_down(graph, decisions, by, "undo", last.id)
    click.echo(f"taken back: {last.id} {last.verdict} {last.one} {last.other}".rstrip(), err=True)
    ctx.exit(0 if rebuild(graph, decisions) else 1)
