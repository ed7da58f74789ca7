"""`kg evaluate`: how well articles are read, measured on passages that people annotated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg import __version__
from kg.cli.articles import Readings, paths_argument
from kg.cli.rows import as_line, form_option, is_table, print_rows

if TYPE_CHECKING:
    from kg.evaluation import Evaluation


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@paths_argument
@form_option
@click.option("--report", is_flag=True, help="A report in Markdown, with version and date.")
@click.pass_context
def command(
    ctx: click.Context, gold: Path, paths: tuple[Path, ...], as_json: bool | None, report: bool
) -> None:
    """Score the reading of articles.

    What is read from PATHS is held against GOLD, a folder of annotated passages. Passages
    may name their register ("agency", "local news"), and are then scored by it too.

    \b
    Example:
      kg evaluate gold/ gold/passages.jsonl
      kg evaluate gold/ gold/passages.jsonl --report > report.md
    """
    from kg.evaluation import evaluate, read_gold
    from kg.views.records import reading_record

    passages = read_gold(gold)
    readings = Readings(paths)
    records = {reading.article.doc: reading_record(reading) for reading in readings}
    unread = sorted({passage["doc"] for passage in passages} - records.keys())
    if unread:
        click.echo(f"not among the articles: {', '.join(unread)}", err=True)
    figures = evaluate(passages, records)
    if report:
        click.echo("\n".join(_report(figures, date.today())))
    elif is_table(as_json):
        print_rows(_rows(figures), as_json=False)
        click.echo("\n".join(_remarks(figures)))
    else:
        click.echo(as_line(asdict(figures)))
    ctx.exit(1 if readings.problems or unread else 0)


def _rows(figures: Evaluation) -> Iterator[dict[str, Any]]:
    scores = {"entities": figures.entities, **figures.kinds}
    scores |= {"claims": figures.claims, "families": figures.families, **figures.verbs}
    scores |= figures.registers
    for what, score in scores.items():
        figured = (f"{part:.3f}" for part in (score.precision, score.recall, score.f1))
        yield {"": what, "asked": score.asked} | dict(
            zip(("precision", "recall", "F1"), figured, strict=True)
        )


def _report(figures: Evaluation, today: date) -> Iterator[str]:
    """Yield the lines of a report, a table each for kinds, verbs and registers."""
    yield f"# How well articles are read\n\nkg {__version__}, {today.isoformat()}"
    wholes = {"entities": figures.entities, "claims": figures.claims, "families": figures.families}
    for title, scores in (
        ("All", wholes),
        ("Entities by kind", figures.kinds),
        ("Claims by verb", figures.verbs),
        ("Claims by register", figures.registers),
    ):
        if scores:
            yield f"\n## {title}\n\n| | asked | precision | recall | F1 |\n|---|---:|---:|---:|---:|"
        for name, score in scores.items():
            label = re.sub(r"[|<>\s]+", " ", name)
            yield (
                f"| {label} | {score.asked} "
                f"| {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"
            )
    yield ""
    yield from (f"* {remark}" for remark in _remarks(figures))


def _remarks(figures: Evaluation) -> Iterator[str]:
    low, high = figures.interval
    yield f"{figures.passages} passages; claims F1 within {low:.3f} and {high:.3f} (95 %)"
    if figures.stance is not None:
        yield f"stance right in {figures.stance:.3f} of the claims found"
    for field, (right, asked) in figures.qualifiers.items():
        yield f"{field} right in {right} of {asked}"
