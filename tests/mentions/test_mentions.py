"""Names in texts: every row of `cases/mentions.tsv`, and what must hold for any text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import mentions, sentences
from kg.lexicon.words import event_words, group_words, particles, place_words, titles
from kg.model import WITHIN, Mention

CASES = Path(__file__).parent.parent / "cases" / "mentions.tsv"
WORDS = [
    "لواء", "كتيبة", "قوات", "الجيش", "الفرقة", "30", "وزير", "الدفاع", "بلدة", "ريف", "مدينتي",
    "شمال", "الشرقي", "سوريا", "طهران", "لطهران", "الموالية", "العقيد", "أبو", "سالم", "بن", "علي",
    "عبد", "الله", "و", "وريف", "«", "»", '"', "(", ")", "،", ".", "في", "من", "عملية", "درع",
    "المنطقة", "العسكرية", "الثالثة", "للجيش", "ا", "ال", "ـ", "\u200f", "ّ",
]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def rows() -> Iterator[tuple[str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines()[2:]:
        text, wanted, _ = line.split("\t")
        yield text, wanted


def read(text: str) -> list[Mention]:
    return mentions.find(text, sentences.split(text))


@pytest.mark.parametrize(("text", "wanted"), list(rows()), ids=lambda value: value[:30])
def test_names_are_found(text: str, wanted: str) -> None:
    found = " ; ".join(f"{m.name}|{m.kind}" for m in read(text)) or "-"
    assert found == wanted


@settings(deadline=None)
@given(st.one_of(texts, st.text(max_size=80)))
def test_mentions_quote_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in read(text):
        assert mention.span.quote(text).strip()
        assert mention.name
        if mention.found_by == WITHIN:
            assert mention.span.end <= end
            continue
        assert mention.span.start >= end
        end = mention.span.end


@pytest.mark.parametrize("before", ["", "قائد ", "أحد "])
def test_every_word_that_heads_a_name_may_end_a_text(before: str) -> None:
    for word in (*group_words(), *place_words(), *titles(), *event_words(), *particles()):
        read(f"{before}{word}")
