"""Pages: the main text, title, date and publisher of a saved web page, by trafilatura."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

from kg.articles import limits
from kg.articles.encodings import decode
from kg.articles.records import Origin, Record
from kg.errors import UnreadableArticle

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.I)
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
"""Only dates the page states; no guesses from its text, and no limit that moves with the clock."""


def read_page(stream: BinaryIO, origin: Origin) -> Iterator[Record]:
    """Yield the one record of a web page; raise `UnreadableArticle` if it has no main text."""
    data = limits.read_whole(stream, limits.LARGEST_PAGE, "save the article's page alone")
    yield Record(origin, extract(_decode_page(data)), is_whole_file=True)


def extract(html: str) -> dict[str, object]:
    """Return what the page says of its article, as fields; menus and comments are left out."""
    import trafilatura  # takes 0.4 s: only who reads pages waits for it
    from trafilatura.settings import Document

    _silence()
    try:
        page = trafilatura.bare_extraction(
            html, include_comments=False, date_extraction_params=_DATES, with_metadata=True
        )
        fields: dict[str, Any] = page.as_dict() if isinstance(page, Document) else page or {}
    except Exception as error:  # outside code on hostile input: whatever breaks it, others go on
        raise UnreadableArticle(f"the page cannot be read ({error}); save it as .txt") from error
    if not (fields.get("text") or "").strip():
        raise UnreadableArticle("no main text in the page; save the article as .txt")
    return {
        "text": fields["text"],
        "title": fields["title"],
        "issued": fields["date"],
        "publisher": fields["sitename"],
        "url": fields["url"],
    }


@cache
def _silence() -> None:
    """Keep what the libraries log of odd pages off the terminal, unless the caller logs it."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def _decode_page(data: bytes) -> str:
    """Decode by UTF-8, else by the encoding the page declares of itself."""
    try:
        return decode(data)
    except UnreadableArticle:
        declared = _CHARSET.search(data[:4096])
        if declared is None or b"\0" in data:
            raise
        try:
            return data.decode(declared[1].decode("ascii"))
        except (UnicodeDecodeError, LookupError):
            pass  # a wrong or unknown declaration: told as any page that is not UTF-8
        raise
