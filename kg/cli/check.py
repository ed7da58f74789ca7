"""`kg check`: hold a graph against the rules that every graph keeps."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import graph_argument
from kg.cli.rows import report


@click.command("check")
@graph_argument
@click.pass_context
def command(ctx: click.Context, graph: Path) -> None:
    """Check a graph against the rules.

    GRAPH is ./graph by default; the rules are those of the ontology.

    \b
    Example:
      kg check graph
    """
    from kg.graph.shapes import check
    from kg.graph.store import open_store

    problems = list(check(open_store(graph)))
    for problem in problems:
        report(problem)
    if not problems:
        click.echo(f"{graph}: all rules are kept", err=True)
    ctx.exit(1 if problems else 0)
