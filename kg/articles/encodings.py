"""Encodings: bytes into text by UTF-8 alone, saying what else the bytes look like."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from kg.arabic.letters import is_arabic
from kg.errors import UnreadableArticle

_SAMPLE = 4096
_MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


def decode(data: bytes, offset: int = 0) -> str:
    """Return UTF-8 bytes as text without its byte order mark.

    `offset` is the place of `data` in its file, for the byte named by `UnreadableArticle`, which is
    raised when the bytes are not UTF-8 or hold NUL.

    >>> decode(b"\\xef\\xbb\\xbfDaraa")
    'Daraa'
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableArticle(_why_not_utf8(data, offset + error.start)) from error
    if "\0" in text:
        at = offset + data.index(b"\0")
        if guess(data) is not None:
            raise UnreadableArticle(_why_not_utf8(data, at))
        raise UnreadableArticle(f"byte {at} is NUL: binary, not text; give a text file")
    return text.removeprefix("\ufeff")


def guess(data: bytes) -> str | None:
    """Say which encoding bytes that are not UTF-8 look like, or None.

    >>> guess("مدينة درعا".encode("cp1256")), guess("مدينة درعا".encode("utf-16-le"))
    ('Windows-1256', 'UTF-16LE')
    """
    sample = data[:_SAMPLE]
    for mark, name in _MARKS.items():
        if sample.startswith(mark):
            return name
    for name in ("UTF-16LE", "UTF-16BE"):
        text = sample[: len(sample) // 2 * 2].decode(name, "replace")
        if _share(text, _is_plain) > 0.9:
            return name
    utf8 = [letter for letter in sample.decode("utf-8", "replace") if letter > "\x7f"]
    if utf8.count("\ufffd") * 10 <= len(utf8):
        return None
    others = "".join(c for c in sample.decode("cp1256", "replace") if c > "\x7f")
    return "Windows-1256" if _share(others, is_arabic) > 0.6 else None


def _why_not_utf8(data: bytes, at: int) -> str:
    name = guess(data)
    if name is None:
        return f"not UTF-8 at byte {at}; convert or mend it first"
    return (
        f"not UTF-8 at byte {at}, it looks like {name}; convert it first: iconv -f {name} -t UTF-8"
    )


def _share(text: str, is_kind: Callable[[str], bool]) -> float:
    return sum(map(is_kind, text)) / len(text) if text else 0.0


def _is_plain(letter: str) -> bool:
    return is_arabic(letter) or letter in "\ufeff\n\r\t،؛؟«»“”" or " " <= letter <= "~"
