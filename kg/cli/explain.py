"""`kg explain`: the claims behind what a graph says of an actor."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from kg.cli.door import did_you_mean
from kg.cli.graphs import find_id, graph_option, read_evidence, read_graph
from kg.cli.rows import form_option, print_rows
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
    """Show the claims about NAME, or those that say NAME does VERB to OTHER, word for word.

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
    is_table = as_json is False or (as_json is None and sys.stdout.isatty())
    print_rows(map(_shorten, records) if is_table else records, as_json)


def _shorten(record: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what fits on a terminal."""
    return {
        "claim": f"{record['subject']} {record['verb']} {record['object']}",
        "stance": record["stance"],
        "sentence": record["sentence"],
        "article": record["article"],
        "date": record["issued"],
        "said by": record["speaker"] or record["attribution"],
        "rule": record["rule"],
        "confidence": record["confidence"],
    }
