"""Sources: from paths and standard input to articles, each once."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from kg.articles.csv_records import read_csv
from kg.articles.folders import find_files, show
from kg.articles.json_records import read_json, read_json_lines
from kg.articles.pages import read_page
from kg.articles.records import Origin, Record, check, writable
from kg.articles.streams import name_format, read_ahead
from kg.articles.texts import read_text
from kg.errors import UnreadableArticle
from kg.model import Article, Problem

Format = Callable[[BinaryIO, Origin], Iterator[Record | Problem] | Iterator[Record]]

FORMATS: dict[str, Format] = {
    ".txt": read_text,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".html": read_page,
    ".htm": read_page,
}
STDIN = "-"


def read(
    paths: Sequence[str | Path], *, stdin: BinaryIO | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles of files, folders and `-` (standard input), and what could not be read.

    `read(["examples/articles", "-"])` gives every article once: one met again, the same in text,
    title, publisher, date and address, is passed over in silence. Two that differ and yet share
    their `source` are both kept, the second as `…#2`. Nothing is raised for bad data.
    """
    ids: set[str] = set()
    times: Counter[bytes] = Counter()
    seen: set[str] = set()
    for path in [paths] if isinstance(paths, str | Path) else paths:
        for found in _read_path(str(path), seen, stdin):
            if isinstance(found, Problem):
                yield found
            elif found.id not in ids:
                ids.add(found.id)
                yield _tell_apart(found, times)


def _tell_apart(article: Article, times: Counter[bytes]) -> Article:
    """Count the article's source; from the second time on, say which time it is."""
    key = hashlib.sha256(article.source.encode()).digest()[:8]  # short: there may be millions
    times[key] += 1
    if times[key] == 1:
        return article
    return replace(article, source=f"{article.source}#{times[key]}")


def _read_path(path: str, seen: set[str], stdin: BinaryIO | None) -> Iterator[Article | Problem]:
    if path == STDIN:
        if STDIN not in seen:
            seen.add(STDIN)
            yield from _read_stdin(sys.stdin.buffer if stdin is None else stdin)
    elif not path or "\0" in path:
        yield Problem(writable(path), "not a path; give a file, a folder or -")
    else:
        for file in find_files(Path(path), FORMATS, seen):
            yield from [file] if isinstance(file, Problem) else _read_file(file)


def _read_file(file: Path) -> Iterator[Article | Problem]:
    """Read one file; a system's refusal anywhere in it ends this file, not the run."""
    name = show(file)
    suffix = file.suffix.lower()
    origin = Origin(name, writable(file.stem), writable(os.path.realpath(file)))
    try:
        if os.path.lexists(file) and os.path.exists(file) and not os.path.isfile(file):
            yield Problem(name, "not a regular file; pipe it to - instead")
        elif suffix not in FORMATS and os.path.exists(file):
            known = " ".join(FORMATS)
            yield Problem(name, f"unknown suffix {writable(suffix) or 'none'}; it takes {known}")
        else:
            with file.open("rb") as stream:
                yield from _articles(FORMATS.get(suffix, read_text), stream, origin)
    except FileNotFoundError:
        yield Problem(name, "no such file or folder; check the path")
    except OSError as error:
        yield Problem(name, f"cannot be opened ({error.strerror}); check path and permissions")


def _read_stdin(stream: BinaryIO) -> Iterator[Article | Problem]:
    origin = Origin("standard input", "stdin", STDIN)
    try:
        head, whole = read_ahead(stream)
        yield from _articles(FORMATS[name_format(head)], whole, origin)
    except OSError as error:
        yield Problem(origin.name, f"cannot be read ({error.strerror}); pipe the article to it")


def _articles(form: Format, stream: BinaryIO, origin: Origin) -> Iterator[Article | Problem]:
    try:
        for found in form(stream, origin):
            yield from [found] if isinstance(found, Problem) else check(found)
    except UnreadableArticle as error:
        yield Problem(origin.name, str(error))
