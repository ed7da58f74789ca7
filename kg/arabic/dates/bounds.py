"""Bounds: whether a moment says since when, until when or as of when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kg.arabic.dates.moments import told_moments
from kg.arabic.dates.phrases import Phrase, span_of
from kg.model import Moment, Span

Role = Literal["since", "until", "as_of"]

_SINCE = re.compile(r">m[uf]?$|[gA][uf]?$")
_UNTIL = re.compile(r"(?:i?v|B)[uf]?$")
_FROM = re.compile("m[u]?$")
_BETWEEN = re.compile("bu?$")
_TO = re.compile(",?w?(?:iv?|v)[uf]?")
_AND = re.compile(",?wu?")
_NOW = re.compile("i?v@")
_LONGEST = 3
"""How many signs before a moment may give it its role."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A moment with the role its text gives it; the span has the words for the role too."""

    span: Span
    role: Role
    moment: Moment


def find_bounds(text: str, issued: Moment | None) -> list[Bound]:
    """Find since when, until when and as of when a text speaks, in its order.

    >>> text = "سيطر على البلدة من آذار حتى أيار 2015"
    >>> [(b.span.quote(text), b.role, b.moment.iso) for b in find_bounds(text, None)]
    [('من آذار', 'since', '2015-03'), ('حتى أيار 2015', 'until', '2015-05')]
    """
    found: list[Bound] = []
    told = told_moments(text, issued)
    opened: re.Pattern[str] | None = None
    for at, (phrase, moment) in enumerate(told):
        following = told[at + 1][0] if at + 1 < len(told) else None
        role, start = _role(phrase, following, opened, told[at - 1][0] if at else None)
        found.append(Bound(span_of(phrase.signs, start, phrase.end), role, moment))
        opened = _opened(phrase, following) if role == "since" else None
    return found


def _role(
    phrase: Phrase,
    following: Phrase | None,
    opened: re.Pattern[str] | None,
    previous: Phrase | None,
) -> tuple[Role, int]:
    """Say the role of a moment, and at which sign the words for it begin."""
    if phrase.name == "ago":
        return ("since" if phrase.run.startswith("g") else "as_of"), phrase.start
    if opened is not None and previous is not None and _joined(previous, phrase, opened):
        return "until", previous.end
    near = phrase.letters[max(0, phrase.start - _LONGEST) : phrase.start]
    patterns: tuple[tuple[re.Pattern[str], Role], ...] = ((_SINCE, "since"), (_UNTIL, "until"))
    for pattern, role in patterns:
        match = pattern.search(near)
        if match is not None:
            return role, phrase.start - len(match.group())
    closes = _opened(phrase, following)
    if closes is None:
        return "as_of", phrase.start
    opening = (_BETWEEN if closes is _AND else _FROM).search(near)
    return "since", phrase.start - len(opening.group() if opening else "")


def _opened(phrase: Phrase, following: Phrase | None) -> re.Pattern[str] | None:
    """Return what must join a moment to the one that ends what it begins, if it begins anything."""
    near = phrase.letters[max(0, phrase.start - _LONGEST) : phrase.start]
    if _BETWEEN.search(near) or (phrase.run.startswith("V") and near.endswith("b")):
        return _AND if following is not None and _joined(phrase, following, _AND) else None
    if following is not None and _joined(phrase, following, _TO) and phrase.end < following.start:
        return _TO
    return _TO if _FROM.search(near) and _NOW.match(phrase.letters, phrase.end) else None


def _joined(first: Phrase, second: Phrase, by: re.Pattern[str]) -> bool:
    return by.fullmatch(first.letters, first.end, second.start) is not None
