"""Limits: how much of one thing is read, so that no file can fill the memory."""

from __future__ import annotations

from typing import BinaryIO

from kg.errors import UnreadableArticle

LONGEST_TEXT = 5_000_000
"""Bytes of UTF-8 of one article's text; also of a `.txt` file."""

LONGEST_LINE = 20_000_000
"""Bytes of one line of JSON Lines or CSV."""

LARGEST_PAGE = 20_000_000
"""Bytes of one saved web page."""

LARGEST_JSON = 100_000_000
"""Bytes of one `.json` file, which cannot be read but as a whole."""


def megabytes(size: int) -> str:
    """Write a limit for people.

    >>> megabytes(5_000_000)
    '5 MB'
    """
    return f"{size // 1_000_000} MB"


def read_whole(stream: BinaryIO, limit: int, way_out: str) -> bytes:
    """Return all bytes of `stream`; raise `UnreadableArticle` if there are none or over `limit`."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableArticle(f"larger than {megabytes(limit)}; {way_out}")
    if not data.strip():
        raise UnreadableArticle("the file is empty; fill it or leave it out")
    return data
