"""`kg proposals`: what an analyst should decide, the weightiest first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.graphs import graph_option
from kg.cli.rows import form_option, is_table, print_cards, print_rows
from kg.cli.verdicts import (
    Signature,
    decisions_option,
    rebuild,
    signature_options,
    write_down,
)

if TYPE_CHECKING:
    from kg.entities.proposals import Proposal


@click.command("proposals")
@graph_option
@decisions_option
@click.option("--most", type=click.IntRange(1), default=20, show_default=True, help="So many.")
@click.option("--answer", is_flag=True, help="Ask one by one, and write the verdicts down.")
@signature_options
@form_option
@click.pass_context
def command(
    ctx: click.Context,
    graph: Path,
    decisions: Path | None,
    most: int,
    answer: bool,
    by: Signature,
    as_json: bool | None,
) -> None:
    """List likely merges, and merges that may be wrong.

    Each with its reasons and a sentence for either side, ordered by how much a verdict would
    change times how unsure it is.

    \b
    Example:
      kg proposals --answer
    """
    from kg.build import proposals

    found = proposals(graph)[:most]
    if not answer:
        rows = map(_row, found)
        print_cards(rows) if is_table(as_json) else print_rows(rows, as_json)
        return
    decided = 0
    for number, proposal in enumerate(found, 1):
        click.echo(f"{number} of {len(found)}")
        print_cards([_row(proposal)])
        said = click.prompt(
            "[s]ame, [n]ot the same, [l]ater or [q]uit",
            type=click.Choice("snlq"),
            show_choices=False,
        )
        if said == "q":
            break
        if said in "sn":
            verdict = "same" if said == "s" else "not-same"
            reasoned = replace(by, why=by.why or "; ".join(proposal.reasons))
            write_down(graph, decisions, reasoned, verdict, proposal.one, proposal.other)
            decided += 1
    click.echo(f"{decided} decided", err=True)
    if decided:
        ctx.exit(0 if rebuild(graph, decisions) else 1)


def _row(proposal: Proposal) -> dict[str, object]:
    return {
        "question": "rightly one?" if proposal.joined else "the same?",
        "one": proposal.one,
        "name": proposal.names[0],
        "quote": proposal.quotes[0],
        "other": proposal.other,
        "other_name": proposal.names[1],
        "other_quote": proposal.quotes[1],
        "score": proposal.score,
        "weight": proposal.weight,
        "reasons": proposal.reasons,
    }
