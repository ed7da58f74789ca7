"""`kg show`: draw a graph as one HTML page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kg.cli.door import did_you_mean
from kg.cli.graphs import find_id, graph_argument, output_option, read_evidence, read_graph
from kg.errors import BadCall, UnknownName
from kg.model import Moment


@click.command("show")
@graph_argument
@output_option
@click.option("--focus", "--around", metavar="NAME", help="Only what lies around this actor.")
@click.option("--steps", type=click.IntRange(1), default=2, show_default=True, help="How far.")
@click.option("--since", metavar="DAY", help="Only ties told of this day, month, year or later.")
@click.option("--until", metavar="DAY", help="Only ties told of this day, month, year or before.")
@click.option("--verbs", metavar="VERB,…", help="Only ties of these verbs.")
@click.option("--all", "everything", is_flag=True, help="Draw all, those without ties, too.")
@click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
@click.option("--title", help="Heading of the page.")
def command(
    graph: Path,
    output: Path,
    focus: str | None,
    steps: int,
    since: str | None,
    until: str | None,
    verbs: str | None,
    everything: bool,
    language: str,
    title: str | None,
) -> None:
    """Draw a graph as a page.

    GRAPH (by default ./graph) becomes one HTML file that needs no network. Of more than 1,500
    actors it draws the most important ones and those in view; the rest is found by search, by
    zooming in, and by expanding an actor; --all draws all at once. Ties without any date stay,
    whatever --since and --until say.

    \b
    Example:
      kg show graph -o graph.html
      kg show graph --focus "لواء القدس" --steps 1 -o around.html
      kg show graph --since 2023 --verbs commands,leads -o commanders.html
    """
    from kg.views import selection
    from kg.views.page import draw_page

    first, last = _day(since, "--since"), _day(until, "--until")
    entities, ties = read_graph(graph)
    if verbs is not None:
        ties = selection.of_verbs(ties, _verbs(verbs))
    if first is not None or last is not None:
        ends = first.first if first else date.min, last.last if last else date.max
        ties = selection.in_time(ties, *ends)
    if focus is not None:
        entities, ties = selection.around(entities, ties, find_id(graph, entities, focus), steps)
    elif not everything:
        tied = {end for tie in ties for end in (tie.subject, tie.object)}
        entities = [entity for entity in entities if entity.id in tied]
    evidence = read_evidence(graph, ties)
    page = draw_page(entities, ties, evidence, title=title, language=language, draw_all=everything)
    with click.open_file(str(output), "wb", atomic=str(output) != "-") as file:
        file.write(page.encode())


def _day(text: str | None, option: str) -> Moment | None:
    """Read a day, month or year of the call."""
    try:
        return None if text is None else Moment.parse(text)
    except ValueError:
        raise BadCall(f"{option} {text}: write 2023, 2023-03 or 2023-03-12") from None


def _verbs(text: str) -> set[str]:
    """Read the verbs of the call, which must be those of the ontology."""
    from kg.graph.ontology import verbs

    wanted = [verb.strip() for verb in text.split(",") if verb.strip()]
    for verb in wanted:
        if verb not in verbs():
            raise UnknownName(f"no verb {verb}{did_you_mean(verb, verbs())}")
    return set(wanted)
