"""Relative time: days, weeks, months and years counted from the day of issue."""

from __future__ import annotations

from datetime import date

from kg.arabic.dates import calendars
from kg.arabic.dates.calendars import agreed
from kg.arabic.dates.months import spelled_number
from kg.arabic.dates.phrases import Phrase
from kg.arabic.dates.years import Told, stated
from kg.model import Moment

_FEW_DAYS = 3
"""How far «أمس الأربعاء» may be from that Wednesday: papers bear the date of the day after."""


def near_day(phrase: Phrase, told: Told) -> Moment | None:
    """Read «أمس», «مساء اليوم», «أمس الأربعاء»."""
    sign = phrase.all("tyT")[0]
    if sign.letter == "y" and phrase.before and phrase.before in "Q~fl":
        return None
    shift = int(sign.value)
    near = agreed(told.issued, lambda day: calendars.days_from(day, shift, shift))
    weekdays = phrase.all("W")
    if near is None or not weekdays or near.first.weekday() == int(weekdays[0].value):
        return near
    named = _weekday(told, int(weekdays[0].value), 0, 0)
    far = named is None or abs((named.first - near.first).days) > _FEW_DAYS
    return None if far else named


def weekday(phrase: Phrase, told: Told) -> Moment | None:
    """Read «الثلاثاء», «يوم السبت الماضي»: the nearest, not after the issue but if told."""
    if phrase.before == "b" and not phrase.letters.startswith("w", phrase.end):
        return None
    if any(sign.value != "day" for sign in phrase.all("u")):
        return None
    named = int(phrase.all("W")[0].value)
    which = [int(sign.value) for sign in phrase.all("a")]
    if which == [0]:
        return None
    if which == [1]:
        return _weekday(told, named, 1, 1)
    return _weekday(told, named, -len(which), 0)


def _weekday(told: Told, named: int, start: int, ahead: int) -> Moment | None:
    """Return the nearest such weekday: back from `start` days from the issue, or on from there."""

    def reckon(day: date) -> Moment | None:
        step = named - day.weekday()
        shift = start + (step - start) % 7 if ahead else start - (start - step) % 7
        return calendars.days_from(day, shift, shift)

    return agreed(told.issued, reckon)


def night(phrase: Phrase, told: Told) -> Moment | None:
    """Read «ليل الثلاثاء - الأربعاء»."""
    first, second = (int(sign.value) for sign in phrase.all("W"))
    if second != (first + 1) % 7:
        return None
    later = _weekday(told, second, 0, 0)
    return None if later is None else calendars.days_from(later.first, -1, 0)


def unit(phrase: Phrase, told: Told) -> Moment | None:
    """Read «الشهر الماضي», «هذا العام», «الأسبوع المقبل»; «العام الماضي 2014» by its digits."""
    known = stated(phrase)
    if known is not None:
        return calendars.year(known[0])
    shift = sum(int(sign.value) for sign in phrase.all("a"))
    return _shifted(told, phrase.all("U")[0].value, shift)


def _shifted(told: Told, unit: str, count: int) -> Moment | None:
    """Return the day, week, month or year that lies `count` of them from the issue."""
    if unit == "year":
        return agreed(told.issued, lambda day: calendars.year(day.year + count))
    if unit == "month":
        return agreed(told.issued, lambda day: calendars.month_from(day, count))
    if unit == "week":
        return agreed(told.issued, lambda day: calendars.week_from(day, count))
    return agreed(told.issued, lambda day: calendars.days_from(day, count, count))


def ago(phrase: Phrase, told: Told) -> Moment | None:
    """Read «قبل عامين», «منذ ثلاثة أشهر»: weeks give or take three days, months and years whole."""
    units = phrase.all("uDp")
    count = 2 if units[0].letter == "D" else 1
    digits = phrase.all("d")
    if digits:
        count = digits[0].number()
    elif phrase.all("n"):
        spelled = spelled_number(phrase)
        if spelled is None:
            return None
        count = spelled
    if units[0].value == "week":
        return agreed(
            told.issued, lambda day: calendars.days_from(day, -7 * count - 3, -7 * count + 3)
        )
    return _shifted(told, units[0].value, -count)
