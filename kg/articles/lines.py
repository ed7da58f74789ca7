"""Lines: the lines of a stream, one at a time, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from kg.articles import limits

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end: `number` from 1, `offset` of its first byte, `data` None if too long."""

    number: int
    offset: int
    data: bytes | None


def cut_lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the lines of `stream`; one over `limits.LONGEST_LINE` is passed over, not held."""
    number = offset = 0
    while data := stream.readline(limits.LONGEST_LINE + 1):
        number += 1
        size = len(data)
        if size > limits.LONGEST_LINE:
            size += 0 if data.endswith(b"\n") else _pass_over(stream)
            yield Line(number, offset, None)
        else:
            yield Line(number, offset, data)
        offset += size


def _pass_over(stream: BinaryIO) -> int:
    """Read on to the end of the line and return the bytes passed."""
    size = 0
    while chunk := stream.readline(_CHUNK):
        size += len(chunk)
        if chunk.endswith(b"\n"):
            break
    return size
