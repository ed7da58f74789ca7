"""Streams: looking at the head of standard input to name its format, without losing it."""

from __future__ import annotations

import io
import re
from typing import BinaryIO, cast

_HEAD = 1 << 16
_LIST = re.compile(rb"\[\s*[\[{\]]")
_OBJECT = re.compile(rb"\{\s*[\"}]")
_MANY = re.compile(rb"\{\s*\"articles\"\s*:")
_PAGE = re.compile(rb"<(!doctype|html|head|body|!--|\?xml)", re.I)


def name_format(head: bytes) -> str:
    r"""Name the suffix a file that begins with `head` would have.

    An object that ends with its line, or with `head`, is the first of JSON Lines.

    >>> name_format(b'{"text": "a"}\n{"text": "b"}'), name_format(b"[{}]"), name_format(b"<html>")
    ('.jsonl', '.json', '.html')
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    first, _, _ = start.partition(b"\n")
    if _LIST.match(start) or _MANY.match(start):
        return ".json"
    if _OBJECT.match(start):
        is_cut = len(first) == len(start) and len(head) >= _HEAD
        return ".jsonl" if is_cut or first.rstrip().endswith(b"}") else ".json"
    return ".html" if _PAGE.match(start) else ".txt"


def read_ahead(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes of `stream`, and a stream that still begins with them."""
    head = b""
    while len(head) < _HEAD and (chunk := stream.read(_HEAD - len(head))):
        head += chunk
    return head, cast(BinaryIO, io.BufferedReader(_Rejoined(head, stream)))


class _Rejoined(io.RawIOBase):
    """The bytes already read, then the rest of the stream: a class because `io` asks for one."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill `buffer` with what comes next and return its size, 0 at the end."""
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
