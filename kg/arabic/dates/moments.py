"""Moments: what the phrases that say when mean, never more precise than the text.

A phrase that leans on the day of issue (`issued`) yields nothing without it, nor where a coarse
day of issue leaves more than one answer. A bare month («في يوليو») is the nearest one that is not
after the month of issue; where it is the month after, or another year was told before in the
paragraph, it stays unread.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.arabic.dates import months, parts, relative
from kg.arabic.dates.phrases import Phrase, find
from kg.arabic.dates.signs import read
from kg.arabic.dates.years import Told
from kg.model import Moment, Span


def find_moments(text: str, issued: Moment | None) -> list[tuple[Span, Moment]]:
    """Find the moments a text names, each as precise as it says, in the text's order.

    >>> text = "عُيّن مطلع آذار 2023 وقُتل الثلاثاء"
    >>> found = find_moments(text, Moment.parse("2023-05-12"))
    >>> [(span.quote(text), moment.iso) for span, moment in found]
    [('مطلع آذار 2023', '2023-03-01/2023-03-10'), ('الثلاثاء', '2023-05-09')]
    """
    return [(phrase.span, moment) for phrase, moment in told_moments(text, issued)]


def told_moments(text: str, issued: Moment | None) -> list[tuple[Phrase, Moment]]:
    """Find the phrases that say when, with the moments they mean."""
    letters, signs = read(text)
    told = Told(issued)
    found: list[tuple[Phrase, Moment]] = []

    def accept(phrase: Phrase) -> bool:
        moment = _read(phrase, told)
        if moment is None:
            return False
        found.append((phrase, moment))
        if phrase.all("YFPR"):
            told.year, told.at = moment.last.year, phrase.end
        return True

    for _ in find(letters, signs, accept):
        pass
    return found


def _read(phrase: Phrase, told: Told) -> Moment | None:
    """Read a phrase by its pattern."""
    if phrase.before == "X" or (phrase.before == "I" and phrase.run[0] in "uU"):
        return None
    return _READINGS[phrase.name](phrase, told)


_READINGS: dict[str, Callable[[Phrase, Told], Moment | None]] = {
    "numeric": months.numeric,
    "listed": months.listed,
    "dated": months.dated,
    "day-of-month": months.day_of_month,
    "month-numbers": months.month_numbers,
    "part": parts.part,
    "fraction": parts.fraction,
    "season": parts.season,
    "decade": parts.decade,
    "years": parts.years,
    "year-range": parts.year_range,
    "spelled-year": parts.spelled_year,
    "ago": relative.ago,
    "night": relative.night,
    "near-day": relative.near_day,
    "weekday": relative.weekday,
    "unit": relative.unit,
}
