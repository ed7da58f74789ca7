"""Years: the year a phrase gives to its month, in digits or by what is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from kg.arabic.dates.calendars import EARLIEST, LATEST, agreed, hijri, year
from kg.arabic.dates.phrases import Phrase, month_ahead
from kg.model import Moment

OUR_TIME = range(1900, 2100)
"""Years that need no word for year before them: «في 2015» but not «في 1650»."""

_FARTHEST = 4
"""How many months without year may be joined before the one that has it."""


@dataclass(slots=True)
class Told:
    """What is known while reading: the day of issue, the last year told and the sign after it."""

    issued: Moment | None
    year: int | None = None
    at: int = 0


def stated(phrase: Phrase) -> tuple[int, bool] | None:
    """Return the year a phrase writes in digits, and whether it is of the Hijra."""
    numbered = phrase.all("Y")
    if not numbered:
        return None
    return numbered[-1].number(), bool(phrase.all("H"))


def relative(phrase: Phrase, told: Told) -> int | None:
    """Return the year a phrase means by «العام الماضي», «هذا العام» or «العام نفسه»."""
    if not any(sign.value == "year" for sign in phrase.all("U")):
        return None
    if phrase.all("N"):
        return told.year
    shift = sum(int(sign.value) for sign in phrase.all("a"))
    found = agreed(told.issued, lambda day: year(day.year + shift))
    return None if found is None else found.first.year


def borrowed(phrase: Phrase) -> int | None:
    """Return the year of the month ahead: 2014 of «من تشرين الأول إلى آذار 2015»."""
    months = phrase.all("M")
    ahead = month_ahead(phrase)
    for _ in range(_FARTHEST):
        known = None if ahead is None else stated(ahead)
        if ahead is None or known is not None:
            break
        months += ahead.all("M")
        ahead = month_ahead(ahead)
    if ahead is None or known is None or known[1]:
        return None
    months += ahead.all("M")
    numbers = [int(sign.value) for sign in months]
    turns = sum(later < earlier for earlier, later in pairwise(numbers))
    return known[0] - turns if numbers and ahead.all("M") else None


def numbered_year(phrase: Phrase) -> Moment | None:
    """Return the year a phrase writes in digits: named as one, of our time, or of the Hijra."""
    number, of_the_hijra = stated(phrase) or (0, False)
    if of_the_hijra:
        return hijri(number)
    if number in OUR_TIME or (phrase.all("uU") and EARLIEST < number <= LATEST):
        return year(number)
    return None


def without(phrase: Phrase, count: int) -> Phrase:
    """Return a phrase without its first signs, e.g. a year without «مطلع» before it."""
    return replace(phrase, start=phrase.start + count)
