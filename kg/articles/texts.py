"""Texts: plain `.txt` files, with or without a header of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from kg.articles import limits
from kg.articles.encodings import decode
from kg.articles.records import FIELDS, Origin, Record

_FIELD = re.compile(r"([A-Za-z][A-Za-z_-]*)[ \t]*:(.*)")


def read_text(stream: BinaryIO, origin: Origin) -> Iterator[Record]:
    """Yield the one record of a text file; raise `UnreadableArticle` if its bytes are no text."""
    data = limits.read_whole(stream, limits.LONGEST_TEXT, "split it into its articles")
    yield Record(origin, split_header(decode(data)), is_whole_file=True)


def split_header(text: str) -> dict[str, object]:
    r"""Return the fields of a header and the `text` after it; line ends become `\n`.

    A header is there only if the first line is one of its fields; it ends at a blank line or at the
    first line without a field's name. Names not in `FIELDS` are passed over.

    >>> split_header("title: قصف على درعا\nissued: 2023-03-12\n\nسقط قتيل.\n")
    {'title': 'قصف على درعا', 'issued': '2023-03-12', 'text': 'سقط قتيل.'}
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fields: dict[str, object] = {}
    after = 0
    first = _FIELD.fullmatch(lines[0])
    if first is not None and first[1].lower() in FIELDS[1:]:
        for line in lines:
            match = _FIELD.fullmatch(line)
            if match is None:
                break
            after += 1
            if match[1].lower() in FIELDS[1:]:
                fields[match[1].lower()] = match[2].strip()
    return {**fields, "text": "\n".join(lines[after:]).strip("\n")}
