"""JSON records: `.json` files of one article or many, and JSON Lines read one line at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.articles import limits
from kg.articles.encodings import decode, guess
from kg.articles.lines import Line, cut_lines
from kg.articles.records import Origin, Record
from kg.errors import UnreadableArticle
from kg.model import Problem


def read_json(stream: BinaryIO, origin: Origin) -> Iterator[Record | Problem]:
    """Yield the records of an object, a list of objects, or `{"articles": [...]}`.

    Raises `UnreadableArticle` if the file as a whole cannot be read.
    """
    data = limits.read_whole(stream, limits.LARGEST_JSON, "write it as JSON Lines (.jsonl)")
    found = _parse(decode(data))
    if isinstance(found, dict) and "text" not in found and isinstance(found.get("articles"), list):
        found = found["articles"]
    if not isinstance(found, list):
        yield _record(found, Record(origin, {}))
        return
    if not found:
        raise UnreadableArticle("no article in it; fill it or leave it out")
    for number, value in enumerate(found, 1):
        yield _record(value, Record(origin, {}, f"record {number}", f"-{number}"))


def read_json_lines(stream: BinaryIO, origin: Origin) -> Iterator[Record | Problem]:
    """Yield a record or a problem for every line that is not blank, in flat memory."""
    is_empty = True
    for line in cut_lines(stream):
        if line.number == 1 and line.data is not None:
            _refuse_utf16(line.data)
        if line.data is None or line.data.strip():
            is_empty = False
            yield _read_line(line, origin)
    if is_empty:
        raise UnreadableArticle("the file is empty; fill it or leave it out")


def _read_line(line: Line, origin: Origin) -> Record | Problem:
    blank = Record(origin, {}, f"line {line.number}", f"-{line.number}")
    try:
        if line.data is None:
            longest = limits.megabytes(limits.LONGEST_LINE)
            raise UnreadableArticle(f"the line is longer than {longest}; split its article")
        return _record(_parse(decode(line.data, line.offset).rstrip()), blank)
    except UnreadableArticle as error:
        return Problem(blank.where, str(error))


def _record(value: object, blank: Record) -> Record | Problem:
    if not isinstance(value, dict):
        return Problem(blank.where, "the record is not an object; write {…} with a field text")
    return Record(blank.origin, value, blank.place, blank.mark)


def _parse(text: str) -> object:
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            why = "more than one JSON value; name the file .jsonl if each line is one"
        else:
            line = f"line {error.lineno}, " if error.lineno > 1 else ""
            why = f"broken JSON at {line}column {error.colno} ({error.msg}); mend it"
        raise UnreadableArticle(why) from error
    except RecursionError as error:
        raise UnreadableArticle("JSON nested too deep; write fields as plain strings") from error
    except ValueError as error:  # a number of thousands of digits
        raise UnreadableArticle("a number too long to read; write it as a string") from error
    return value


def _refuse_utf16(data: bytes) -> None:
    if (guess(data) or "").startswith("UTF-16"):
        decode(data)
