"""Phrases: which runs of signs say when. A pattern's letters are those of `signs.LETTERS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.arabic.dates.signs import CORE, Sign
from kg.model import Span

_DAY = "(?:[d#]|n(?:w?n){0,2})"
_MONTH = r"(?:M(?:[/\-]?M|\(M\))?|J)"
_NUMBERED_YEAR = "Y[GH]?"
_YEAR = rf"(?:[ml]?[uU]?{_NUMBERED_YEAR}|m?Ua(?:\(?Y\)?)?|m?hU|m?UN)"
_DATED_MONTH = rf"u?{_MONTH}(?:[/\-,]?{_YEAR}|a)?"
_WEEKDAY = r"o?u?(?:[ty]?,?Wa?,?\(?j?)?"

_PHRASES = {
    "numeric": rf"{_WEEKDAY}(?:F|d[/\-]d[/\-]Y)[GH]?",
    "listed": rf"(?<=[fbmugvlBA,w(])d(?=(?:,?w|[iv\-]){_DAY}[/\-]?m?u?{_MONTH})",
    "dated": rf"{_WEEKDAY}(?:{_DAY}[/\-]?m?)?{_DATED_MONTH}",
    "day-of-month": rf"o?u?{_DAY}m(?:Ua|hU|UN)",
    "part": rf"em?(?:{_DATED_MONTH}|[Ss]m?{_YEAR}|{_YEAR}|U)",
    "fraction": rf"q[nL]m?(?:{_DATED_MONTH}|{_YEAR}|U)",
    "season": rf"[sS]m?(?:[uU]?R|{_YEAR})|Sa|hS",
    "ago": rf"[Bg]r?(?:{_DAY}[pu]|D|u)(?![mOYMJWFRPtydne#T])",
    "years": rf"[uUVp]{_NUMBERED_YEAR}|(?<=[fgvBAEbl]){_NUMBERED_YEAR}(?!C)"
    rf"|{_NUMBERED_YEAR}(?=[iv]u?{_NUMBERED_YEAR})|(?<=\(){_NUMBERED_YEAR}(?=\))|YH",
    "year-range": "[uUVp]?RH?",
    "spelled-year": "[uU]n(?:w?n){1,5}",
    "month-numbers": r"(?<=[fgvBAei(])P",
    "night": r"o?u?W[/\-]?W|ou?WwW",
    "near-day": r"o?u?[ty](?:,?W)?(?![NLn])|uT",
    "weekday": r"o?u?Wa?",
    "unit": "Ua(?:Y)?|hU",
    "decade": "e?m?K(?:m?Z(?:a|n))?",
}
_ANY = re.compile("|".join(f"(?P<p{at}>{p})" for at, p in enumerate(_PHRASES.values())))
_NAMES = {f"p{at}": name for at, name in enumerate(_PHRASES)}
_WHOLE = frozenset({"numeric", "dated", "near-day"})
"""Phrases whose day is part of what they say: where it does not fit, the rest is not read alone."""
_ANOTHER_YEAR = re.compile(rf"(?:,?w|[,iv\-])u?{_NUMBERED_YEAR}(?!C)")
_MONTH_AHEAD = re.compile(rf"(?:,?w|[,iv\-])(?P<dated>(?:{_DAY}[/\-]?m?)?{_DATED_MONTH})")
_RUN = re.compile(f"(?<![^_;¶])[^_;¶]*[{CORE}][^_;¶]*")
"""A run of signs that has one by which it may say when."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of signs that may say when, as pattern `name` reads it: `letters[start:end]`."""

    name: str
    letters: str
    signs: list[tuple[int, Sign]]
    start: int
    end: int

    @property
    def run(self) -> str:
        """The letters of the phrase itself."""
        return self.letters[self.start : self.end]

    @property
    def before(self) -> str:
        """The letter before the phrase, or nothing."""
        return self.letters[self.start - 1 : self.start]

    @property
    def span(self) -> Span:
        """Where the phrase stands in the text."""
        return span_of(self.signs, self.start, self.end)

    def all(self, letters: str) -> list[Sign]:
        """Return the signs of the phrase with one of these letters, in order."""
        return [sign for _, sign in self.signs[self.start : self.end] if sign.letter in letters]


def span_of(signs: list[tuple[int, Sign]], start: int, end: int) -> Span:
    """Return the span from the first to the last of some signs, without a bracket left open."""
    (first_at, first), (last_at, last) = signs[start], signs[end - 1]
    return Span(first_at + first.start, last_at + last.end)


def find(
    letters: str, signs: list[tuple[int, Sign]], accept: Callable[[Phrase], bool]
) -> Iterator[Phrase]:
    """Find the phrases that say when, leftmost first, none within another."""
    for run in _RUN.finditer(letters):
        at, end = run.span()
        while (match := _ANY.search(letters, at, end)) is not None:
            name = _NAMES[match.lastgroup or ""]
            phrase = Phrase(name, letters, signs, match.start(), match.end())
            at = match.start() + 1
            if accept(phrase):
                yield phrase
                at = match.end()
                for another in _more_years(phrase):
                    if accept(another):
                        yield another
                        at = another.end
            elif name in _WHOLE and set(phrase.run) & set("dn#FW"):
                at = match.end()


def _more_years(phrase: Phrase) -> Iterator[Phrase]:
    """Find the years that a year is joined to: «عامي 2011 و2013»."""
    end = phrase.end
    while (
        phrase.name == "years" and (match := _ANOTHER_YEAR.match(phrase.letters, end)) is not None
    ):
        start = match.start() + len(match.group()) - len(match.group().lstrip(",wiv-"))
        end = match.end()
        yield Phrase("years", phrase.letters, phrase.signs, start, end)


def month_ahead(phrase: Phrase) -> Phrase | None:
    """Return the month, with what dates it, that is joined to the end of a phrase.

    The first of «آذار ونيسان 2015» has its year from there, the first of «5 و10 آذار» its month.
    """
    match = _MONTH_AHEAD.match(phrase.letters, phrase.end)
    if match is None:
        return None
    return Phrase("dated", phrase.letters, phrase.signs, match.start("dated"), match.end())
