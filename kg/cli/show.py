"""`kg show`: draw a graph as one HTML page."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.graphs import find_id, graph_argument, output_option, read_evidence, read_graph


@click.command("show")
@graph_argument
@output_option
@click.option("--around", metavar="NAME", help="Only what lies around this actor.")
@click.option("--steps", type=click.IntRange(1), default=2, show_default=True, help="How far.")
@click.option("--all", "lonely", is_flag=True, help="Show those without ties, too.")
@click.option("--title", help="Heading of the page.")
def command(
    graph: Path, output: Path, around: str | None, steps: int, lonely: bool, title: str | None
) -> None:
    """Draw a graph as a page.

    GRAPH (by default ./graph) becomes one HTML file that needs no network.

    \b
    Example:
      kg show graph -o graph.html
      kg show graph --around "لواء القدس" --steps 1 -o around.html
    """
    from kg.network import weave_network, within
    from kg.views.page import draw_page

    entities, ties = read_graph(graph)
    shown = {end for tie in ties for end in (tie.subject, tie.object)}
    if lonely:
        shown = {entity.id for entity in entities}
    if around is not None:
        start = find_id(graph, entities, around)
        shown = set(within(weave_network(entities, ties), start, steps))
    ties = [tie for tie in ties if tie.subject in shown and tie.object in shown]
    entities = [entity for entity in entities if entity.id in shown]
    named = {} if title is None else {"title": title}
    page = draw_page(entities, ties, read_evidence(graph, ties), **named)
    with click.open_file(str(output), "wb", atomic=str(output) != "-") as file:
        file.write(page.encode())
