"""Memos: what was found out of words met before, at the cost of one look-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

MOST = 1 << 16
"""A memo of more words than these forgets them all and begins again."""


class Memo(dict[str, T]):
    """Maps each word to what `work` makes of it.

    Words come back all the time, and mostly the same ones: unlike `lru_cache`, a memo keeps no order of use,
    which costs more than the look-up itself.

    >>> lengths = Memo(len)
    >>> lengths["كتاب"], lengths["كتاب"]
    (4, 4)
    """

    def __init__(self, work: Callable[[str], T]) -> None:
        """Begin with no word."""
        super().__init__()
        self._work = work

    def __missing__(self, word: str) -> T:
        """Find out of a word not met before."""
        if len(self) >= MOST:
            self.clear()
        self[word] = found = self._work(word)
        return found
