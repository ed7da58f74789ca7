"""`kg decide`: say who is who, and see the graph follow."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import find_id, graph_option, read_graph
from kg.cli.verdicts import decisions_option, rebuild, signature_options, signed, write_down

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
    who: str | None,
    when: str | None,
    why: str,
) -> None:
    """Decide who is who; the graph is woven anew.

    ONE is a name or an id. OTHER is for same and not-same a second one; for rename ar:NAME or
    en:NAME; for split a name that is another's, or @ARTICLE#NAME; for kind a kind; for note
    nothing: the note is --why. Verdicts are lines of decisions.tsv in the folder of the graph.

    \b
    Example:
      kg decide same "الحاج رعد" "حيدر الزبيداوي" --why "one photograph"
    """
    from kg.entities.decisions import Decision

    entities, _ = read_graph(graph)
    ends = [find_id(graph, entities, one), other]
    if verdict in ("same", "not-same") and other:
        ends[1] = find_id(graph, entities, other)
    by = signed(who, when, why)
    decision = write_down(
        graph, decisions, Decision(by.when, by.who, verdict, ends[0], ends[1], by.why)
    )
    click.echo(f"{decision.id}: {verdict} {ends[0]} {ends[1]}".rstrip(), err=True)
    ctx.exit(0 if rebuild(graph, decisions) else 1)
