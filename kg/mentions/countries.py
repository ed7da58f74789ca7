"""Countries: which of several lexemes of one name an article means, by the country it speaks of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from kg.arabic.words import bare
from kg.lexicon.lexemes import key, lexemes
from kg.lexicon.words import group_words
from kg.mentions.candidates import Candidate, has_class
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

GROUPS = (Kind.ARMED_GROUP, Kind.ORGANIZATION)


def count(candidates: Iterable[Candidate]) -> Counter[str]:
    """Count the countries of the names that belong to one lexeme alone; states count twice."""
    votes: Counter[str] = Counter()
    for c in candidates:
        if c.lexeme and c.lexeme not in _shared():
            for country in lexemes()[c.lexeme].country:
                votes[country] += 2 if c.kind is Kind.STATE else 1
    return votes


def choose(words: Sequence[Word], c: Candidate, votes: Mapping[str, int]) -> Candidate:
    """Give a name that several lexemes of its kind bear the one whose country has most votes."""
    if c.lexeme is not None and _is_foreign(words, c, votes):
        return c._replace(lexeme=None)
    if c.lexeme is None or c.lexeme not in _shared() or c.found_by == "adjective":
        return c
    start = c.start if c.found_by == "lexicon" else (c.name_from or c.start)
    others = [
        o.lexeme
        for o in known(words, start)
        if o.lexeme
        and o.kind is c.kind
        and o.end == c.end
        and (o.skip == c.skip or start != c.start)
    ]
    if len(others) < 2:
        return c
    best = max(others, key=lambda other: (_votes(other, votes), other == c.lexeme))
    return c if _votes(best, votes) == _votes(c.lexeme, votes) else c._replace(lexeme=best)


def _is_foreign(words: Sequence[Word], c: Candidate, votes: Mapping[str, int]) -> bool:
    """Say whether a mere designation, «القوات الحكومية», or a given name is known of another country than meant."""
    if not votes or c.found_by != "lexicon":
        return False
    if c.kind is Kind.PERSON and c.trap:
        return max(votes.values()) >= SURE and not _votes(c.lexeme or "", votes)
    if c.kind not in GROUPS:
        return False
    head, *rest = (word.form for word in words[c.start : c.end])
    designates = bool(rest) and all(has_class(form, "identity") for form in rest)
    if not designates or bare(head[len(c.skip) :]) not in group_words():
        return False
    return max(SURE, _votes(c.lexeme or "", votes) + 1) <= max(votes.values())


SURE = 2
"""How many votes make an article's country sure enough to part a designation from another's."""


def fits(c: Candidate, votes: Mapping[str, int]) -> bool:
    """Say whether a group's name of several words, also a plain phrase, is of the country meant most."""
    group = c.kind in GROUPS and c.end > c.start + 1
    if not (group and c.trap and c.lexeme and votes):
        return False
    return _votes(c.lexeme, votes) >= max(2, *votes.values())


def _votes(id: str, votes: Mapping[str, int]) -> int:
    return max((votes.get(country, 0) for country in lexemes()[id].country), default=0)


@cache
def _shared() -> frozenset[str]:
    """Return the lexemes that share a name with another of their kind."""
    bearers: dict[tuple[Kind, str], set[str]] = {}
    for lexeme in lexemes().values():
        for name in lexeme.names_ar:
            bearers.setdefault((lexeme.kind, key(name)), set()).add(lexeme.id)
    return frozenset(id for ids in bearers.values() if len(ids) > 1 for id in ids)
