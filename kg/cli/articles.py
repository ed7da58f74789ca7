"""Reads the articles a command is given; what is wrong is told on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.rows import report
from kg.errors import UnreadableArticle
from kg.model import Problem

if TYPE_CHECKING:
    from kg.model import Reading

Command = TypeVar("Command", bound=Callable[..., Any])


def paths_argument(command: Command) -> Command:
    """Give a command the argument PATHS: files or folders of articles, or `-`."""
    kind = click.Path(exists=True, allow_dash=True, path_type=Path)
    return click.argument("paths", nargs=-1, required=True, type=kind)(command)


def strict_option(command: Command) -> Command:
    """Give a command `--strict`."""
    return click.option("--strict", is_flag=True, help="Stop at the first problem.")(command)


class Readings:
    """The readings of some paths, one after the other; counts the problems met on the way."""

    def __init__(self, paths: Sequence[Path], *, strict: bool = False) -> None:
        """Read nothing yet; `strict` makes the first problem the last."""
        self.paths = paths
        self.strict = strict
        self.problems = 0

    def __iter__(self) -> Iterator[Reading]:
        """Read article by article. Raises `UnreadableArticle` at the first problem if strict."""
        from kg import articles, build

        for article in articles.read(self.paths):
            if not isinstance(article, Problem):
                yield build.read_article(article)
            elif self.strict:
                raise UnreadableArticle(str(article))
            else:
                self.problems += 1
                report(article)
