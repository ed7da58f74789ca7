"""Words: cutting text into words and marks, and words into clitics and what they lean on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.arabic.letters import MARKS, fold
from kg.arabic.memo import Memo
from kg.model import Span, Word

_WORD = re.compile(rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*|\d+(?:[.,:/]\d+)*|[^\w\s]|_")

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
SUFFIXES = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_SHORTEST = 2


def cut(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut `text[start:end]` into words, numbers and single marks, each with its folded form.

    What folds to nothing, such as a lone stroke of lengthening, is left out.

    >>> [w.form for w in cut("قال لـ«الجيش» 30")]
    ['قال', 'ل', '«', 'الجيش', '»', '30']
    """
    new = tuple.__new__  # what `Span(…)` and `Word(…)` come to, in half the time
    return [
        new(Word, (new(Span, match.span()), form, raw))
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
        if (form := _folded[raw := match.group()])
    ]


_folded = Memo(fold)


@lru_cache(maxsize=1 << 16)
def splits(form: str) -> tuple[tuple[str, str], ...]:
    """List the ways to read a folded form as clitics and the rest, the uncut form first.

    >>> splits("وللجيش")
    (('', 'وللجيش'), ('و', 'للجيش'), ('ول', 'الجيش'), ('ول', 'لجيش'))
    """
    return tuple(_splits(form))


def _splits(form: str) -> Iterator[tuple[str, str]]:
    yield "", form
    heads = [("", form)]
    if form[:1] in CONJUNCTIONS and len(form) > _SHORTEST:
        heads.append((form[0], form[1:]))
        yield heads[-1]
    for before, rest in heads:
        if rest[:1] in PREPOSITIONS and len(rest) > _SHORTEST:
            if rest.startswith("لل"):
                yield before + "ل", "ال" + rest[2:]
            yield before + rest[0], rest[1:]


@lru_cache(maxsize=1 << 16)
def pronoun(form: str) -> tuple[str, str] | None:
    """Cut a suffix pronoun off a folded form: stem and pronoun, or `None` where there is none.

    >>> pronoun("قايدها"), pronoun("حزب")
    (('قايد', 'ها'), None)
    """
    if form.startswith("ال"):
        return None
    for suffix in SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= 3:
            return form[: -len(suffix)], suffix
    return None


def bare(form: str) -> str:
    """Take the article off a folded form.

    >>> bare("الحركه"), bare("البو"), bare("الله")
    ('حركه', 'البو', 'الله')
    """
    return form[2:] if form.startswith("ال") and len(form) > 4 and form != "الله" else form
