"""Years and what they are made of: halves, seasons, beginnings and ends, and decades."""

from __future__ import annotations

from kg.arabic.dates import calendars, months
from kg.arabic.dates.calendars import agreed
from kg.arabic.dates.phrases import Phrase
from kg.arabic.dates.relative import unit
from kg.arabic.dates.years import OUR_TIME, Told, numbered_year, relative, without
from kg.arabic.numbers import number
from kg.model import Moment


def years(phrase: Phrase, told: Told) -> Moment | None:
    """Read «عام 2017», «في 2015», «1436هـ»."""
    words = phrase.all("uUV")
    if words and words[0].value != "year":
        return None
    return numbered_year(phrase)


def year_range(phrase: Phrase, told: Told) -> Moment | None:
    """Read `2014-2016`."""
    sign = phrase.all("R")[0]
    first, last = sign.number("first"), sign.number("last")
    if phrase.all("H"):
        start, end = calendars.hijri(first), calendars.hijri(last)
    elif first in OUR_TIME and last in OUR_TIME:
        start, end = calendars.year(first), calendars.year(last)
    else:
        return None
    return Moment(start.first, end.last) if start and end and start < end else None


def spelled_year(phrase: Phrase, told: Told) -> Moment | None:
    """Read «عام ألفين وثلاثة عشر»."""
    value = months.spelled_number(phrase)
    if value is None or value not in OUR_TIME or phrase.all("uU")[0].value != "year":
        return None
    return calendars.year(value)


def _whole(phrase: Phrase, told: Told) -> Moment | None:
    """Read the month, year or season that a phrase speaks of a part of."""
    if phrase.all("sS"):
        return season(phrase, told)
    if phrase.all("MJ"):
        return months.dated(phrase, told)
    if phrase.all("Y"):
        return years(phrase, told)
    if phrase.all("N"):
        told_year = relative(phrase, told)
        return None if told_year is None else calendars.year(told_year)
    return unit(phrase, told)


def part(phrase: Phrase, told: Told) -> Moment | None:
    """Read «مطلع آذار 2015», «أواخر العام الماضي»."""
    whole = _whole(without(phrase, 1), told)
    return None if whole is None else calendars.part(whole, phrase.all("e")[0].value)


def fraction(phrase: Phrase, told: Told) -> Moment | None:
    """Read «النصف الأول من 2015»."""
    whole = _whole(without(phrase, 2), told)
    count = int(phrase.all("q")[0].value)
    numbered = phrase.signs[phrase.start + 1][1]
    which = count if numbered.letter == "L" else number(numbered.form)
    if whole is None or which is None:
        return None
    return calendars.fraction(whole, which, count)


def season(phrase: Phrase, told: Told) -> Moment | None:
    """Read «صيف 2012», «صيف العام الماضي», «الصيف الماضي»."""
    first, last = (int(end) for end in phrase.all("sS")[0].value.split("-"))
    if phrase.all("R"):
        sign = phrase.all("R")[0]
        start, end = sign.number("first"), sign.number("last")
        is_winter = last - first > 2 and end == start + 1
        begun, ended = calendars.month(start, 12), calendars.month(end, 2)
        return Moment(begun.first, ended.last) if is_winter and begun and ended else None
    known = phrase.all("Y")
    if known:
        year = known[-1].number()
        return calendars.months(year, first, last) if year in OUR_TIME else None
    if phrase.all("U"):
        told_year = relative(phrase, told)
        return None if told_year is None else calendars.months(told_year, first, last)
    which = sum(int(sign.value) for sign in phrase.all("a"))
    # A winter begins and ends a year: which one is the last or the next is open.
    return None if last - first > 2 else _season_by_issue(told, first, last, which)


def _season_by_issue(told: Told, first: int, last: int, which: int) -> Moment | None:
    return agreed(
        told.issued,
        lambda day: months.named(
            [calendars.months(day.year + shift, first, last) for shift in (-1, 0, 1)], day, which
        ),
    )


def decade(phrase: Phrase, told: Told) -> Moment | None:
    """Read «ثمانينيات القرن الماضي», but not «في الستينيات من عمره»."""
    if phrase.letters.startswith(("m", "c"), phrase.end):
        return None
    sign = phrase.all("K")[0]
    if not phrase.all("Z") and not sign.form.startswith("ال"):
        return None
    start = 1900 + int(sign.value)
    first, last = calendars.year(start), calendars.year(start + 9)
    return Moment(first.first, last.last) if first and last else None
