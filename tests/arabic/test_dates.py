"""Dates: every row of `cases/dates.tsv`, and what must hold for any text and any date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.arabic.dates import find_bounds, find_moments
from kg.model import Moment

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def issue(iso: str) -> Moment | None:
    return Moment.parse(iso) if iso else None


@pytest.mark.parametrize(("text", "issued", "told"), rows("dates.tsv"))
def test_moments_are_read_as_precisely_as_told(text: str, issued: str, told: str) -> None:
    found = find_moments(text, issue(issued))
    written = " ; ".join(f"{span.quote(text)}={moment.iso}" for span, moment in found)
    assert (written or "-") == told


@pytest.mark.parametrize(("text", "issued", "told"), rows("bounds.tsv"))
def test_bounds_have_the_role_their_words_give(text: str, issued: str, told: str) -> None:
    found = find_bounds(text, issue(issued))
    written = " ; ".join(f"{b.span.quote(text)}={b.role}={b.moment.iso}" for b in found)
    assert (written or "-") == told


WORDS = [
    "في",
    "منذ",
    "حتى",
    "من",
    "إلى",
    "بين",
    "قبل",
    "بعد",
    "عام",
    "العام",
    "عامي",
    "عامين",
    "أشهر",
    "و",
    "5",
    "و10",
    "2015",
    "2011",
    "15/3/2011",
    "2014-2016",
    "1436هـ",
    "آذار",
    "وآذار",
    "تشرين",
    "الأول",
    "الثاني",
    "رمضان",
    "مارس",
    "الماضي",
    "هذا",
    "الشهر",
    "صيف",
    "النصف",
    "مطلع",
    "أمس",
    "اليوم",
    "غد",
    "الثلاثاء",
    "مساء",
    "الخامس",
    "عشر",
    "والعشرين",
    "(",
    ")",
    "/",
    "-",
    "،",
    ".",
    "لواء",
    "ثمانينيات",
    "القرن",
    "نفسه",
    "هـ",
    "5-10",
    "\u200f",
    "ـ",
    "99",
    "0",
]
DAYS = st.dates(date(1925, 1, 1), date(2076, 12, 31))
ISSUES = st.one_of(st.none(), DAYS.map(lambda day: Moment(day, day)), st.just(issue("2019")))
LEVANT = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
]
EGYPT = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)), ISSUES)
@settings(max_examples=300, deadline=None)
def test_any_text_yields_quotes_in_order(text: str, issued: Moment | None) -> None:
    end = 0
    for span, moment in find_moments(text, issued):
        assert end <= span.start < span.end <= len(text)
        assert span.quote(text).strip()
        assert moment.first <= moment.last
        end = span.end
    for bound in find_bounds(text, issued):
        assert bound.span.quote(text).strip()


@given(DAYS)
@settings(deadline=None)
def test_a_day_is_read_back_from_each_notation(day: date) -> None:
    levant, egypt = LEVANT[day.month - 1], EGYPT[day.month - 1]
    for written in (
        f"{day.day} {levant} {day.year}",
        f"{day.day} {egypt} {day.year}",
        f"{day.day} {levant}/{egypt} {day.year}",
        f"{day.day} من {egypt} ({levant}) عام {day.year}",
        f"{WEEKDAYS[day.weekday()]} {day.day} {egypt}، {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        day.isoformat(),
    ):
        for text in (written, written.translate(EASTERN)):
            found = find_moments(f"حدث ذلك في {text} هناك", None)
            assert [(s.quote(f"حدث ذلك في {text} هناك"), m) for s, m in found] == [
                (text, Moment(day, day))
            ]


@given(DAYS)
@settings(deadline=None)
def test_a_day_of_the_hijra_is_read_back(day: date) -> None:
    hijridate = pytest.importorskip("hijridate")
    hijri = hijridate.Gregorian(day.year, day.month, day.day).to_hijri()
    text = f"صدر في {hijri.day}/{hijri.month}/{hijri.year}هـ"
    assert [m for _, m in find_moments(text, None)] == [Moment(day, day)]


@given(DAYS)
@settings(deadline=None)
def test_a_weekday_is_at_most_six_days_before_the_issue(day: date) -> None:
    for number, weekday in enumerate(WEEKDAYS):
        [(_, moment)] = find_moments(f"وصل الوفد يوم {weekday}", Moment(day, day))
        assert moment.first.weekday() == number
        assert 0 <= (day - moment.first).days <= 6


@pytest.mark.parametrize("word", WORDS)
def test_a_word_said_ten_thousand_times_is_read(word: str) -> None:
    assert len(find_moments(f"{word} " * 10_000, issue("2019-06-10"))) <= 10_000
