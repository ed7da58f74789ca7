"""`kg read`: what single articles say, one JSON object a line."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.articles import Readings, paths_argument, strict_option
from kg.cli.rows import as_line


@click.command("read")
@paths_argument
@strict_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], strict: bool) -> None:
    """Print what single articles say.

    One JSON object a line for each article at PATHS.

    \b
    Example:
      kg read articles/ > readings.jsonl
    """
    from kg.views.records import reading_record

    readings = Readings(paths, strict=strict)
    for reading in readings:
        click.echo(as_line(reading_record(reading)))
    ctx.exit(1 if readings.problems else 0)
