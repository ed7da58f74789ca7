"""Openings: the words at which a name may begin, so that the others are passed over at once."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.words import (
    adjectives,
    event_words,
    given_names,
    group_words,
    name_parts,
    place_words,
    titles,
)
from kg.mentions.gazetteer import trie

JOINED = ("ابو", "ابي", "ابا", "عبدال")
"""What names written as one word begin with: «أبوعمر», «عبدالملك»."""


@cache
def _heads() -> frozenset[str]:
    """Return all folded words by which some kind of name may begin, or which call for one."""
    heads = {
        *trie(),
        *event_words(),
        *group_words(),
        *place_words(),
        *adjectives(),
        *titles(),
        *name_parts(),
        *given_names(),
    }
    return frozenset(word.split(" ", 1)[0] for word in heads)


@lru_cache(maxsize=1 << 16)
def may_open(form: str) -> bool:
    """Say whether a name may begin at a word of this folded form, clitics and article aside.

    >>> may_open("والعقيد"), may_open("ثم")
    (True, False)
    """
    heads = _heads()
    return any(
        rest in heads
        or bare(rest) in heads
        or rest.startswith(JOINED)
        or (rest.endswith("ا") and bare(rest[:-1]) in heads)
        for _, rest in splits(form)
    )
