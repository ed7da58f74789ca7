"""Dating: since, until and as of when a claim holds, by the dates in its clause."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.dates import Bound, find_bounds, may_tell_when
from kg.arabic.memo import Memo
from kg.claims.clauses import clause_end
from kg.claims.drafts import Draft
from kg.claims.units import Unit
from kg.model import Article, Moment, Sentence

_may_tell_when = Memo(may_tell_when)


def bounds_of(article: Article, sentence: Sentence) -> list[Bound]:
    """Return when a sentence says that something began, ended or was."""
    if True not in [_may_tell_when[word.form] for word in sentence.words]:
        return []
    return find_bounds(sentence.span.quote(article.text), article.issued)


def dated(
    sentence: Sentence, units: Sequence[Unit], draft: Draft, bounds: Sequence[Bound]
) -> tuple[Moment | None, Moment | None, Moment | None]:
    """Return since, until and as-of from the dates in the trigger's clause."""
    if not bounds:
        return None, None, None
    words = sentence.words
    start = draft.trigger
    while start > 0 and not (units[start - 1].stops or units[start - 1].verbs):
        start -= 1
    low = words[units[start].start].span.start - sentence.span.start
    last = units[clause_end(units, draft.trigger) - 1]
    high = words[last.end - 1].span.end - sentence.span.start
    found: dict[str, Moment] = {}
    for bound in bounds:
        if low <= bound.span.start < high:
            found.setdefault(bound.role, bound.moment)
    return found.get("since"), found.get("until"), found.get("as_of")
