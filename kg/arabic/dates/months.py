"""Months: what a month with or without day and year means, in either calendar."""

from __future__ import annotations

from datetime import date, timedelta

from kg.arabic.dates import calendars
from kg.arabic.dates.calendars import agreed
from kg.arabic.dates.phrases import Phrase, month_ahead
from kg.arabic.dates.years import Told, borrowed, relative, stated
from kg.arabic.numbers import number
from kg.model import Moment

_BARE_MONTH_AFTER = frozenset("fgviBAbmlue>w")
_GUARDED_MONTH_AFTER = frozenset("fgviBAblue>wW")
_SOON = timedelta(31)
"""A day that comes so soon after the issue is as likely meant as last year's: neither is read."""


def numeric(phrase: Phrase, told: Told) -> Moment | None:
    """Read `15/3/2011`, day first unless only month first makes a date."""
    full = phrase.all("F")
    if full:
        year, month, number = (full[0].number(name) for name in ("year", "month", "day"))
    else:
        number, month = (sign.number() for sign in phrase.all("d"))
        year = phrase.all("Y")[0].number()
    if phrase.all("H"):
        return calendars.hijri(year, month, number)
    if not calendars.EARLIEST < year <= calendars.LATEST:
        return None
    return calendars.day(year, month, number) or calendars.day(year, number, month)


def _days(phrase: Phrase) -> tuple[int, int] | None:
    """Return the first and last day of a month that a phrase names; (0, 0) if none."""
    ranges = phrase.all("#")
    if ranges:
        return ranges[0].number("first"), ranges[0].number("last")
    signs = phrase.all("dn")
    if not signs:
        return 0, 0
    if signs[0].letter == "d":
        return signs[0].number(), signs[0].number()
    value = spelled_number(phrase)
    return None if value is None else (value, value)


def spelled_number(phrase: Phrase) -> int | None:
    """Return the number that the number words of a phrase make: «الخامس والعشرين»."""
    words, and_before = "", False
    for sign in phrase.all("nw"):
        if sign.letter == "n":
            words += (" و" if and_before else " ") + sign.form
        and_before = sign.letter == "w"
    return number(words)


def dated(phrase: Phrase, told: Told) -> Moment | None:
    """Read a month, with or without day and year: «15 آذار/مارس 2011», «أبريل الماضي»."""
    days = _days(phrase)
    if days is None:
        return None
    hijri = phrase.all("J")
    if hijri:
        return _hijri(phrase, told, days)
    months = [int(sign.value) for sign in phrase.all("M")]
    if not _is_month(phrase, days[0] > 0):
        return None
    if len(set(months)) > 1:
        year = _year(phrase, told)
        is_range = days == (0, 0) and not phrase.all("(") and year is not None
        return calendars.months(year or 0, months[0], months[1]) if is_range else None
    year = _year(phrase, told)
    if year is not None:
        return _in_year(year, months[0], days)
    if phrase.all("YU"):
        return None
    return _by_issue(phrase, told, months[0], days)


def _year(phrase: Phrase, told: Told) -> int | None:
    """Return the year a phrase gives its month, by itself or through the month ahead."""
    known = stated(phrase)
    if known is not None:
        return None if known[1] or known[0] <= calendars.EARLIEST else known[0]
    if phrase.all("U"):
        return relative(phrase, told)
    return None if phrase.all("a") else borrowed(phrase)


def _in_year(year: int, month: int, days: tuple[int, int]) -> Moment | None:
    """Return a month of a year, or days in it."""
    if days == (0, 0):
        return calendars.month(year, month)
    first, last = (calendars.day(year, month, number) for number in days)
    if first is None or last is None or last < first:
        return None
    return Moment(first.first, last.last)


def _is_month(phrase: Phrase, has_day: bool) -> bool:
    """Say whether the word is a month here, not a verb or a name that is written alike."""
    months = phrase.all("M")
    if len(months) > 1 or (has_day and phrase.all("Y")):
        return True
    guard = months[0].guard
    if guard == "weak":
        return has_day and bool(phrase.all("Yau"))
    firm = bool(phrase.all("uW")) or has_day
    if phrase.all("YU"):
        sure = {"", "short", "verb"} if phrase.all("Y") else {"", "short"}
        return guard in sure or firm or phrase.before in _GUARDED_MONTH_AFTER
    if phrase.all("a"):
        return True
    after = _GUARDED_MONTH_AFTER if guard else _BARE_MONTH_AFTER
    return bool(phrase.all("uW")) or phrase.before in after


def _by_issue(phrase: Phrase, told: Told, month: int, days: tuple[int, int]) -> Moment | None:
    """Read a month without year by the day of issue, and by «الماضي» and the like if said."""
    which = [int(sign.value) for sign in phrase.all("a")]
    weekday = [int(sign.value) for sign in phrase.all("W")]
    if which and not weekday:
        return agreed(
            told.issued, lambda day: named(_years_about(day, month, days), day, which[-1])
        )
    if told.year is not None and "¶" not in phrase.letters[told.at : phrase.start]:
        found = agreed(told.issued, lambda day: _nearest(day, month, days, weekday))
        return found if found is not None and found.last.year == told.year else None
    return agreed(told.issued, lambda day: _nearest(day, month, days, weekday))


def _nearest(issued: date, month: int, days: tuple[int, int], weekday: list[int]) -> Moment | None:
    """Return the nearest month or day of that name not after the issue, unless one comes soon."""
    this = _in_year(issued.year, month, days)
    coming = this if this is not None and this.first > issued else None
    coming = coming or _in_year(issued.year + 1, month, days)
    past = this if this is not None and this.first <= issued else None
    past = past or _in_year(issued.year - 1, month, days)
    if weekday:
        near = [m for m in (past, coming) if m is not None and m.first.weekday() == weekday[0]]
        return near[0] if near and abs(near[0].first - issued).days < 300 else None
    if coming is not None and coming.first - issued <= _SOON:
        return None
    return past


def _hijri(phrase: Phrase, told: Told, days: tuple[int, int]) -> Moment | None:
    """Read a month of the Hijra with a year of either calendar, or by the day of issue."""
    if days[0] != days[1]:
        return None
    month_sign = phrase.all("J")[0]
    month, number = int(month_sign.value), days[0] or None
    known = stated(phrase)
    if known is None:
        which = [int(sign.value) for sign in phrase.all("a")]
        year = relative(phrase, told) if phrase.all("U") else None
        if year is not None:
            return calendars.hijri_in(year, month, number)
        if not which:
            return None
        return agreed(
            told.issued, lambda day: named(_hijri_about(day, month, number), day, which[-1])
        )
    if known[1] or known[0] <= calendars.EARLIEST:
        return calendars.hijri(known[0], month, number)
    firm = number is not None or bool(phrase.all("u")) or phrase.before in _GUARDED_MONTH_AFTER
    if month_sign.guard and not firm:
        return None
    return calendars.hijri_in(known[0], month, number)


def _years_about(issued: date, month: int, days: tuple[int, int]) -> list[Moment | None]:
    """Return a month, or days in it, in the year of issue and its neighbours."""
    return [_in_year(issued.year + shift, month, days) for shift in (-1, 0, 1)]


def _hijri_about(issued: date, month: int, number: int | None) -> list[Moment | None]:
    """Return a month of the Hijra, or a day in it, in the years about the day of issue."""
    about = (issued.year - 622) * 33 // 32
    return [calendars.hijri(about + shift, month, number) for shift in range(-2, 4)]


def named(moments: list[Moment | None], issued: date, which: int) -> Moment | None:
    """Return the last (-1), this (0) or next (1) of moments, seen from the day of issue."""
    known = [moment for moment in moments if moment is not None]
    if which == -1:
        return max((m for m in known if m.last < issued), default=None)
    if which == 1:
        return min((m for m in known if m.first > issued), default=None)
    near = [(max(m.first - issued, issued - m.last, timedelta(0)), m) for m in known]
    distance, nearest = min(near, default=(_SOON, None))
    return nearest if distance < _SOON else None


def listed(phrase: Phrase, told: Told) -> Moment | None:
    """Read a day whose month comes with the next day: the first of «5 و10 آذار 2015»."""
    ahead = month_ahead(phrase)
    days = _days(phrase)
    if ahead is None or days is None:
        return None
    theirs = dated(ahead, told)
    if theirs is None:
        ahead = month_ahead(ahead)
        theirs = None if ahead is None else dated(ahead, told)
    if theirs is None or theirs.first.month != theirs.last.month or ahead is None or ahead.all("J"):
        return None
    return _in_year(theirs.first.year, theirs.first.month, days)


def day_of_month(phrase: Phrase, told: Told) -> Moment | None:
    """Read «الخامس من الشهر الجاري»."""
    days = _days(phrase)
    if days is None or phrase.all("N") or phrase.all("U")[0].value != "month":
        return None
    shift = sum(int(sign.value) for sign in phrase.all("a"))
    month = agreed(told.issued, lambda day: calendars.month_from(day, shift))
    return None if month is None else _in_year(month.first.year, month.first.month, days)


def month_numbers(phrase: Phrase, told: Told) -> Moment | None:
    """Read `3/2011`."""
    sign = phrase.all("P")[0]
    return calendars.month(sign.number("year"), sign.number("month"))
