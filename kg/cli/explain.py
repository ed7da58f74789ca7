"""`kg explain`: the claims behind what a graph says of an actor."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.door import did_you_mean
from kg.cli.graphs import find_id, graph_option, read_evidence, read_graph
from kg.cli.rows import form_option, is_table, print_cards, print_rows
from kg.errors import UnknownName


@click.command("explain")
@click.argument("name")
@click.argument("verb", required=False)
@click.argument("other", required=False)
@graph_option
@form_option
def command(
    name: str, verb: str | None, other: str | None, graph: Path, as_json: bool | None
) -> None:
    """Show the claims behind what is said.

    All claims about NAME; or with a VERB only those, and with OTHER only those of both.

    \b
    Example:
      kg explain "لواء القدس"
      kg explain روسيا arms "لواء القدس"
    """
    from kg.graph.ontology import verbs
    from kg.network import in_order
    from kg.views.records import evidence_record

    if verb is not None and verb not in verbs():
        raise UnknownName(f"no verb {verb}{did_you_mean(verb, verbs())}")
    entities, ties = read_graph(graph)
    ends = {find_id(graph, entities, text) for text in (name, other) if text is not None}
    chosen = [
        tie
        for tie in in_order(ties)
        if ends <= {tie.subject, tie.object} and verb in (None, tie.verb)
    ]
    evidence = read_evidence(graph, chosen)
    records = [evidence_record(evidence[c]) for tie in chosen for c in tie.claims if c in evidence]
    if is_table(as_json):
        print_cards(records)
    else:
        print_rows(records, as_json)
