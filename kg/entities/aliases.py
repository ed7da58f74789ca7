"""Aliases: two names that the text says are one — «الملقب بـ», «المعروف باسم», a second name in brackets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from kg.lexicon.words import alias_cues
from kg.model import WITHIN, Kind, Mention, Sentence

NEAR = 5
"""How many words may stand between a name and its alias."""
APART = 8
"""How many where the cue stands right before the second name."""
GROUND = frozenset((Kind.PLACE, Kind.STATE))
GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))


def alias_pairs(
    sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Yield neighbouring mentions of one kind with an alias cue, or an opening bracket, between them."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.found_by != WITHIN:
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        for one, other in pairwise(here):
            if _alike(one, other) and _linked(sentence, one, other):
                yield one, other
        named = [mention for mention in here if mention.kind not in GROUND]
        for one, other in pairwise(named):
            if _alike(one, other) and _called(sentence, one, other):
                yield one, other


def _alike(one: Mention, other: Mention) -> bool:
    if one.lexeme and other.lexeme and one.lexeme != other.lexeme:
        return False
    return one.kind is other.kind or {one.kind, other.kind} <= GROUPS


def _called(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Say whether a cue stands right before the second name, the first apart: «سالم من أهالي X وكنيته أبو راشد»."""
    told = [form for form in _between(sentence, one, other) if form[0].isalnum()]
    return len(told) <= APART and any(form in alias_cues() for form in told[-2:])


_start, _end = attrgetter("span.start"), attrgetter("span.end")


def _between(sentence: Sentence, one: Mention, other: Mention) -> list[str]:
    words = sentence.words
    first = bisect_left(words, one.span.end, key=_start)
    last = bisect_right(words, other.span.start, lo=first, key=_end)
    return [word.form for word in words[first:last]]


def _linked(sentence: Sentence, one: Mention, other: Mention) -> bool:
    between = _between(sentence, one, other)
    if len(between) > NEAR + 4:
        return False
    told = [form for form in between if form[0].isalnum()]
    if any(form in alias_cues() for form in told):
        return len(told) <= NEAR
    if not told and other.kind is Kind.PERSON and not {"،", ","} & {*between}:
        return "(" in between or other.found_by in ("nickname", "quoted person")
    return not told and "(" in between and other.kind is not Kind.PLACE
