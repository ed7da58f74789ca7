"""`kg build`: read articles into a graph."""

from __future__ import annotations

import os
from pathlib import Path

import click

from kg.cli.articles import paths_argument, strict_option
from kg.cli.progress import show_progress
from kg.cli.rows import report
from kg.cli.verdicts import decisions_option
from kg.errors import UnreadableArticle


@click.command("build")
@paths_argument
@click.option(
    "--out",
    "-o",
    "graph",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("graph"),
    show_default=True,
    help="Folder of the graph; what it holds already is kept and added to.",
)
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=min(os.cpu_count() or 1, 8),
    help="Processes that read at the same time; by default one a processor, at most 8.",
)
@click.option("--base", metavar="IRI", help="What the names of all things in the graph begin with.")
@decisions_option
@strict_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    graph: Path,
    jobs: int,
    base: str | None,
    decisions: Path | None,
    strict: bool,
) -> None:
    """Read articles into a graph.

    PATHS are files or folders of articles, or - for standard input.

    \b
    Example:
      kg build articles/ -o graph
    """
    from kg.build import build

    with show_progress("reading") as progress:
        outcome = build(paths, graph, jobs=jobs, base=base, decisions=decisions, progress=progress)
    for problem in outcome.problems:
        report(problem)
    click.echo(f"{graph}: {outcome.articles} articles, {outcome.new} of them new", err=True)
    if strict and outcome.problems:
        raise UnreadableArticle(f"{len(outcome.problems)} problems, told above")
    ctx.exit(1 if outcome.problems else 0)
