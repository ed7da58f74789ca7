"""`kg decisions`: list the verdicts on who is who."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import graph_option
from kg.cli.rows import form_option, print_rows, report
from kg.cli.verdicts import decisions_option, names_by_id


@click.command("decisions")
@graph_option
@decisions_option
@form_option
@click.pass_context
def command(ctx: click.Context, graph: Path, decisions: Path | None, as_json: bool | None) -> None:
    """List the verdicts, and tell those that contradict.

    \b
    Example:
      kg decisions --table
    """
    from kg import build
    from kg.entities.decisions import in_force

    known, problems = build.decisions(graph, decisions)
    names = names_by_id(graph)
    held = {decision.id for decision in in_force(known)[0]}
    print_rows(
        (
            {
                "id": decision.id,
                "holds": decision.id in held if decision.verdict != "undo" else None,
                "when": decision.when,
                "who": decision.who,
                "verdict": decision.verdict,
                "one": decision.one,
                "name": names.get(decision.one),
                "other": decision.other or None,
                "why": decision.why or None,
                "where": decision.where,
            }
            for decision in known
        ),
        as_json,
    )
    for problem in problems:
        report(problem)
    ctx.exit(1 if problems else 0)
