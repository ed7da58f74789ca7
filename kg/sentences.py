"""Sentences: cutting an article into sentences, headlines and list items, page furniture left out."""

from __future__ import annotations

import re
from functools import cache

from kg.arabic.letters import fold
from kg.arabic.memo import Memo
from kg.arabic.words import cut
from kg.lexicon.tables import read_table
from kg.model import Sentence, Span

_LINE = re.compile(r"[^\r\n]+")
_MARKS = re.compile(r"[.!?؟۔…]+")
_CLOSING = '"”»“)'
_ABBREVIATED = re.compile(r"[\s\"“”«(]?[^\W\d_]")
_TOLD = re.compile(r"[^\W_]")
LONGEST = 1200
"""Sentences longer than this many code points are cut at a comma: bounds the work for hostile text."""


def split(text: str) -> list[Sentence]:
    """Cut `text` into sentences with their words; page furniture belongs to none.

    >>> [s.span.quote("سقط قتيل. وقع قصف.") for s in split("سقط قتيل. وقع قصف.")]
    ['سقط قتيل.', 'وقع قصف.']
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        place = furniture(line.group())
        if place == "rest":
            break
        if not place:
            spans.extend(_cut_line(text, line.start(), line.end()))
    return [
        Sentence(index, span, tuple(cut(text, span.start, span.end)))
        for index, span in enumerate(spans)
    ]


def _cut_line(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    at = start
    for match in _MARKS.finditer(text, start, end):
        first, last = match.span()
        after = text[last] if last < end else " "
        if not (after.isspace() or after in _CLOSING):
            continue
        if match.group() == "." and at < first and text[first - 1].isspace() and after.isspace():
            first -= 1  # a stop that stands apart: «أ . سالم»
        if last < end and _ABBREVIATED.fullmatch(text, max(at, first - 2), first):
            continue
        while last < end and text[last] in _CLOSING:
            last += 1
        spans.append(Span(at, last))
        at = last
    spans.append(Span(at, end))
    return [
        piece for span in spans for whole in _shorten(text, span) if (piece := _trim(text, whole))
    ]


def _shorten(text: str, span: Span) -> list[Span]:
    pieces: list[Span] = []
    at = span.start
    while span.end - at > LONGEST:
        cuts = [text.rfind(mark, at + 1, at + LONGEST) for mark in "،,;؛ "]
        best = next((c for c in cuts if c > at), at + LONGEST - 1)
        pieces.append(Span(at, best + 1))
        at = best + 1
    return [*pieces, Span(at, span.end)]


def _trim(text: str, span: Span) -> Span | None:
    quote = span.quote(text)
    start = span.start + len(quote) - len(quote.lstrip())
    end = start + len(quote.strip())
    return Span(start, end) if _TOLD.search(quote) else None


def furniture(line: str) -> str:
    """Say whether a line is page furniture: how its phrase is placed, `rest` if all after it is too, or ``.

    >>> furniture("اترك تعليقاً")
    'rest'
    """
    words = _folded
    folded = " ".join(" ".join([words[word] for word in line.split()]).split())
    if not folded:
        return ""
    first = folded.split(" ", 1)[0].strip(" :|«»\"'[]()")
    for phrase, place in _phrases().get(first, ()):
        if place == "whole":
            if folded.strip(" :|.«»\"'[]()!") == phrase:
                return place
        elif _begins(folded, phrase) and (place != "rest" or len(folded) <= len(phrase) + 60):
            return place
    for phrase in _anywhere():
        at = folded.find(phrase)
        if at >= 0 and (at == 0 or not folded[at - 1].isalnum()) and _begins(folded[at:], phrase):
            return "anywhere"
    return ""


_folded = Memo(fold)


def _begins(line: str, phrase: str) -> bool:
    """Say whether a line begins with a phrase that ends where a word ends."""
    after = line[len(phrase) : len(phrase) + 1]
    return line.startswith(phrase) and not (after.isalnum() and phrase[-1:].isalnum())


@cache
def _phrases() -> dict[str, list[tuple[str, str]]]:
    by_first: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("ar/furniture.tsv", ("phrase", "place", "gloss", "example")):
        if row["place"] != "anywhere":
            phrase = " ".join(fold(row["phrase"]).split()).strip(" :|.«»\"'[]()!")
            by_first.setdefault(phrase.split(" ", 1)[0], []).append((phrase, row["place"]))
    return by_first


@cache
def _anywhere() -> tuple[str, ...]:
    rows = read_table("ar/furniture.tsv", ("phrase", "place", "gloss", "example"))
    return tuple(
        " ".join(fold(row["phrase"]).split()) for row in rows if row["place"] == "anywhere"
    )
