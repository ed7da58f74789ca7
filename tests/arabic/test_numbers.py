"""Numbers: every row of `cases/numbers.tsv`, and what must hold for any text and any number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.arabic.numbers import find_numbers, number, ordinal

CASES = Path(__file__).parent.parent / "cases" / "numbers.tsv"
WORDS = [
    "ثلاثة",
    "الرابع",
    "عشر",
    "وعشرون",
    "مئة",
    "ألف",
    "آلاف",
    "و",
    "15",
    "2,927",
    "مليون",
    "أحد",
    "لست",
    "الفرقة",
    "،",
    "ـ",
    "\n",
]
UNITS = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    "",
    "مئة",
    "مئتان",
    *[f"{w}مئة" for w in ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]],
]


def rows() -> list[list[str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def spelled(value: int) -> str:
    """Write a number below a million in words."""
    if value >= 1000:
        thousands = "ألف" if value < 2000 else f"{spelled(value // 1000)} ألف"
        return f"{thousands} و{spelled(value % 1000)}" if value % 1000 else thousands
    hundreds, rest = HUNDREDS[value // 100], value % 100
    if rest == 10:
        below = "عشرة"
    elif 10 < rest < 20:
        below = f"{'أحد' if rest == 11 else UNITS[rest - 10]} عشر"
    else:
        below = " و".join(word for word in (UNITS[rest % 10], TENS[rest // 10]) if word)
    return " و".join(word for word in (hundreds, below) if word)


@pytest.mark.parametrize(("text", "found"), rows())
def test_numbers_are_found_in_text(text: str, found: str) -> None:
    written = " ; ".join(f"{span.quote(text)}={value}" for span, value in find_numbers(text))
    assert (written or "-") == found


@given(st.integers(1, 999_999))
def test_a_number_in_words_is_read_back(value: int) -> None:
    assert number(spelled(value)) == value


@given(st.integers(0, 10**12))
def test_a_number_in_digits_is_read_back(value: int) -> None:
    eastern = str(value).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert number(f"{value:,}") == number(eastern) == value


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_yields_quotes_in_order(text: str) -> None:
    end = 0
    for span, _ in find_numbers(text):
        assert end <= span.start < span.end <= len(text)
        assert span.quote(text).strip()
        end = span.end


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("الرابعة", 4),
        ("رابع", 4),
        ("والرابعة", 4),
        ("للرابعة", 4),
        ("بالأولى", 1),
        ("الحادي عشر", 11),
        ("الثالث والعشرين", 23),
        ("العشرون", 20),
        ("أربعة", None),
        ("ثلاثة وعشرون", None),
        ("4", None),
        ("الفرقة", None),
        ("", None),
    ],
)
def test_ordinals_are_told_from_cardinals(word: str, value: int | None) -> None:
    assert ordinal(word) == value


@pytest.mark.parametrize("words", ["", "لواء", "لواء 30", "30 لواء", "خمسة وستة", "3.5", "وأحد"])
def test_what_is_more_or_less_than_a_number_is_none(words: str) -> None:
    assert number(words) is None
