"""Calendars: days, months, years and parts of them as moments; the Hijra's through hijridate.

Hijri dates follow Umm al-Qura (1343 to 1500 of the Hijra); others are not reckoned.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from kg.lexicon.tables import read_table
from kg.model import Moment

EARLIEST, LATEST = 1500, 2199
"""The Gregorian years that a text of our kind may mean."""


def day(year: int, month: int, number: int) -> Moment | None:
    """Return a day, or `None` where there is none such: `day(2015, 2, 30)`."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Moment(found, found)


def month(year: int, number: int) -> Moment | None:
    """Return a month of a year: `month(2015, 2)` is 1 to 28 February."""
    return months(year, number, number)


def months(year: int, first: int, last: int) -> Moment | None:
    """Return the months from `first` to `last` of a year, or `None` where there are none such."""
    if not (EARLIEST <= year <= LATEST and 1 <= first <= last <= 12):
        return None
    return Moment(date(year, first, 1), _next_month(year, last) - timedelta(1))


def year(number: int) -> Moment | None:
    """Return a year."""
    return months(number, 1, 12)


def _next_month(year: int, number: int) -> date:
    return date(year + number // 12, number % 12 + 1, 1)


def month_from(day: date, shift: int) -> Moment | None:
    """Return the month that lies `shift` months from that of `day`."""
    count = day.year * 12 + day.month - 1 + shift
    return month(count // 12, count % 12 + 1)


def days_from(day: date, first: int, last: int) -> Moment | None:
    """Return the days that lie `first` to `last` days from `day`."""
    try:
        return Moment(day + timedelta(first), day + timedelta(last))
    except OverflowError:
        return None


def week_from(day: date, shift: int) -> Moment | None:
    """Return the week that lies `shift` weeks from that of `day`.

    Weeks begin on Saturday, Sunday or Monday, by country: the range has the days of all three.
    """
    starts = [-((day.weekday() + offset) % 7) + 7 * shift for offset in (2, 1, 0)]
    return days_from(day, min(starts), max(starts) + 6)


def hijri(year: int, month: int | None = None, number: int | None = None) -> Moment | None:
    """Return a year, month or day of the Hijra as Gregorian days.

    >>> hijri(1442, 9, 15).iso, hijri(1442, 9).iso, hijri(1442).iso
    ('2021-04-27', '2021-04-13/2021-05-12', '2020-08-20/2021-08-08')
    """
    # Only texts that date by the Hijra pay for loading its tables.
    from hijridate import Hijri

    try:
        if number is not None:
            found = _plain(Hijri(year, month or 1, number).to_gregorian())
            return Moment(found, found)
        first = Hijri(year, month or 1, 1)
        last = Hijri(year, month or 12, 1)
        return Moment(
            _plain(first.to_gregorian()),
            _plain(last.to_gregorian()) + timedelta(last.month_length() - 1),
        )
    except (OverflowError, ValueError):
        return None


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def hijri_in(year: int, month: int, number: int | None = None) -> Moment | None:
    """Return the month or day of the Hijra that touches a Gregorian year, if only one does.

    >>> hijri_in(2015, 9).iso, hijri_in(2030, 9)
    ('2015-06-18/2015-07-16', None)
    """
    about = (year - 622) * 33 // 32
    found = [hijri(about + shift, month, number) for shift in (-1, 0, 1, 2)]
    touching = [m for m in found if m and m.first.year <= year <= m.last.year]
    return touching[0] if len(touching) == 1 else None


@cache
def _parts() -> dict[tuple[str, str], tuple[int, int]]:
    """Map part and unit to its first and last day (of a month) or month (of a year)."""
    columns = ("part", "of", "first", "last", "gloss", "example")
    return {
        (row["part"], row["of"]): (int(row["first"]), int(row["last"]))
        for row in read_table("ar/calendar-parts.tsv", columns)
    }


def part(whole: Moment, name: str) -> Moment:
    """Return the early, middle or late part of a month or year; of anything else, the whole.

    >>> part(Moment.parse("2015-03"), "early").iso, part(Moment.parse("2017"), "late").iso
    ('2015-03-01/2015-03-10', '2017-10/2017-12')
    """
    unit = _unit(whole)
    if unit is None:
        return whole
    first, last = _parts()[name, unit]
    if unit == "year":
        return months(whole.first.year, first, last) or whole
    return Moment(
        whole.first.replace(day=first), whole.first.replace(day=min(last, whole.last.day))
    )


def fraction(whole: Moment, which: int, count: int) -> Moment | None:
    """Return a half, third or quarter of a year, or a half of a month.

    >>> fraction(Moment.parse("2015"), 2, 4).iso, fraction(Moment.parse("2015-02"), 2, 2).iso
    ('2015-04/2015-06', '2015-02-15/2015-02-28')
    """
    unit = _unit(whole)
    if unit is None or not 1 <= which <= count:
        return None
    if unit == "year":
        return months(whole.first.year, 12 // count * (which - 1) + 1, 12 // count * which)
    if count != 2:
        return None
    middle = whole.last.day // 2
    if which == 1:
        return Moment(whole.first, whole.first.replace(day=middle))
    return Moment(whole.first.replace(day=middle + 1), whole.last)


def _unit(moment: Moment) -> str | None:
    """Say whether a moment is a whole month or a whole year."""
    year, number = moment.first.year, moment.first.month
    if moment == months(year, number, number):
        return "month"
    return "year" if moment == months(year, 1, 12) else None


def agreed(issued: Moment | None, reckon: Callable[[date], Moment | None]) -> Moment | None:
    """Reckon from the day of issue; `None` where not all days it can mean lead to one moment."""
    if issued is None:
        return None
    found = reckon(issued.first)
    if issued.first == issued.last:
        return found
    return found if found == reckon(issued.last) else None
