"""CSV records: one article a row, columns named by the first row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from kg.articles import limits
from kg.articles.encodings import decode
from kg.articles.lines import cut_lines
from kg.articles.records import Origin, Record
from kg.errors import UnreadableArticle
from kg.model import Problem

_DELIMITERS = (",", ";", "\t")


def read_csv(stream: BinaryIO, origin: Origin) -> Iterator[Record | Problem]:
    """Yield a record or a problem for every row that is not blank, in flat memory.

    Rows are counted from 1 after the row of column names. Raises `UnreadableArticle` if there is no
    column `text`. The delimiter is comma, or semicolon or tab if only so a column `text` is found.
    """
    faults: list[str] = []
    lines = _decode_lines(stream, faults)
    heading = next(lines, "")
    if faults:
        raise UnreadableArticle(faults[0])
    delimiter, columns = _columns(heading)
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while (row := _next_row(rows, faults)) is not None:
        if not row and not faults:
            continue
        number += 1
        blank = Record(origin, {}, f"record {number}", f"-{number}")
        yield from (Problem(blank.where, fault) for fault in faults)
        if not faults:
            yield Record(origin, dict(zip(columns, row, strict=False)), blank.place, blank.mark)
        faults.clear()
    if number == 0:
        raise UnreadableArticle("no record after the row of column names; fill it or leave it out")


def _columns(heading: str) -> tuple[str, list[str]]:
    if not heading.strip():
        raise UnreadableArticle("the file is empty; fill it or leave it out")
    for delimiter in _DELIMITERS:
        names = [name.strip(' "\r\n').lower() for name in heading.split(delimiter)]
        if "text" in names:
            return delimiter, names
    raise UnreadableArticle("no column text; name the columns in the first row, one of them text")


def _next_row(rows: Iterator[list[str]], faults: list[str]) -> list[str] | None:
    """Return the next row, None at the end; what the csv module finds wrong is put to `faults`."""
    try:
        with _long_fields():
            return next(rows, None)
    except csv.Error as error:
        faults.append(f"broken CSV ({error}); check its quotation marks")
        return []


@contextmanager
def _long_fields() -> Iterator[None]:
    """Lift, for one row, the csv module's limit on fields, which the whole process shares."""
    before = csv.field_size_limit(limits.LONGEST_LINE)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _decode_lines(stream: BinaryIO, faults: list[str]) -> Iterator[str]:
    """Yield lines as text; a faulty one keeps its quotation marks, so its row alone is lost."""
    for line in cut_lines(stream):
        if line.data is None:
            longest = limits.megabytes(limits.LONGEST_LINE)
            faults.append(f"line {line.number} is longer than {longest}; split its article")
            yield "\n"
            continue
        try:
            text = decode(line.data, line.offset)
        except UnreadableArticle as error:
            faults.append(str(error))
            text = line.data.decode("utf-8", "replace")
        yield text
