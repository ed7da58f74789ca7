"""`kg export`: write a graph in a format that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.door import did_you_mean
from kg.cli.graphs import graph_argument, output_option, read_evidence, read_graph
from kg.errors import BadCall

NETWORKS = ("graphml", "gexf", "csv", "json")


@click.command("export")
@click.argument("format")
@graph_argument
@output_option
def command(format: str, graph: Path, output: Path) -> None:
    """Write a graph in another format.

    GRAPH is ./graph by default. RDF: turtle, trig, nquads, ntriples, jsonld, rdfxml. Networks:
    graphml, gexf, json, and csv, which writes two tables: -o actors.csv gives actors-nodes.csv and
    actors-edges.csv.

    \b
    Example:
      kg export graphml graph -o graph.graphml
    """
    from kg.graph.exports import FORMATS

    formats = (*FORMATS, *NETWORKS)
    if format not in formats:
        near = did_you_mean(format, formats) or f"; there are {', '.join(formats)}"
        raise BadCall(f"no format {format}{near}")
    if format == "csv":
        _save_tables(graph, output)
        return
    with click.open_file(str(output), "wb", atomic=str(output) != "-") as file:
        if format in FORMATS:
            from kg.graph.exports import dump
            from kg.graph.store import open_store

            dump(open_store(graph), format, file)
        else:
            file.write(_network(graph, format))


def _save_tables(graph: Path, output: Path) -> None:
    from kg.views.tables import save_tables

    if str(output) == "-":
        raise BadCall("csv writes two files; name them with -o, e.g. -o actors.csv")
    for path in save_tables(output, *read_graph(graph)):
        click.echo(f"wrote {path}", err=True)


def _network(graph: Path, format: str) -> bytes:
    from kg.views.networks import write_gexf, write_graphml
    from kg.views.records import write_json

    entities, ties = read_graph(graph)
    if format == "json":
        return write_json(entities, ties, read_evidence(graph, ties)).encode()
    return (write_graphml if format == "graphml" else write_gexf)(entities, ties)
