"""Work: reading takes work in proportion to the text, whatever its words; counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import read_article
from kg.claims.stances import cues
from kg.lexicon.frames import holders, modifier_frames, noun_frames
from kg.lexicon.words import (
    event_words,
    group_words,
    name_parts,
    particles,
    place_words,
    time_words,
    titles,
    verb_forms,
)
from kg.model import Article, Moment

TABLES = (
    group_words, place_words, titles, particles, name_parts, event_words, time_words, holders,
    noun_frames, modifier_frames, cues, verb_forms,
)  # fmt: skip
LONE = [
    "تل", "واحات", "لواء", "لواء القدس", "كتيبة", "الحركة", "قائد", "قائدها", "نواب", "أبو", "عبد", "سالم",
    "محمد", "العقيد", "مدينة", "سوريا", "بيروت", "حلب", "ظل", "كان", "قصف", "ومقتل", "حرب", "قال", "الذي يقوده",
    "بين", "منذ", "آذار", "2015", "1", "1/2/2015", "هم:", "الأخيرة", "و", "ال", "أ.", "«", "»", '"', "“", "(", ")",
    "[", "،", ".", "...", "-", "ـ", "\u064b", "\u200f",
]  # fmt: skip
MOST = 200
"""Calls and returns a code point may take; running text takes some 30."""


def work(text: str) -> int:
    """Return how many calls and returns reading a text takes."""
    count = 0

    def tick(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += 1

    article = Article("a", "a", text, issued=Moment.parse("2019-03-04"))
    read_article(article)  # what is found out of words only once does not count
    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        read_article(article)
    finally:
        sys.setprofile(before)
    return count


def repeat(words: str, length: int) -> str:
    return words * (length // len(words))


@pytest.mark.parametrize("word", LONE)
@pytest.mark.parametrize("between", ["", " "])
def test_work_grows_with_the_text_and_not_faster(word: str, between: str) -> None:
    short, long = (work(repeat(word + between, length)) for length in (3_000, 12_000))
    assert long <= 4.4 * short + 1_000
    assert long <= MOST * 12_000


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted({w for t in TABLES for w in t()})), min_size=1, max_size=4))
def test_no_words_take_much_more_work_than_others(words: list[str]) -> None:
    assert work(repeat(" ".join(words) + " ", 2_400)) <= MOST * 2_400
