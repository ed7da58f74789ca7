"""Listed: names in quotation marks beside groups in quotation marks — «"لواء الفجر" و"راية الوادي"»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.lexicon.words import given_names
from kg.mentions.candidates import QUOTES, Candidate, is_plain, quoted
from kg.mentions.extents import LONGEST
from kg.mentions.person_names import is_name_at
from kg.model import Kind, Word


def listed(words: Sequence[Word], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names in quotation marks beside groups in quotation marks: «"لواء الفجر" و"راية الوادي"».

    >>> from kg.arabic.words import cut
    >>> words = cut('"لواء الفجر"، و"راية الوادي"')
    >>> [(c.start, c.end) for c in listed(words, [Candidate(1, 3, Kind.ARMED_GROUP, "group word", 0.8)])]
    [(7, 9)]
    """
    ends: dict[int, Kind] = {
        c.end: c.kind for c in found if c.kind is Kind.ARMED_GROUP and _in_quotes(words, c)
    }
    if not ends:
        return
    busy = {i for c in found for i in range(c.start, c.end)}
    for at in [at for at, word in enumerate(words) if word.form in QUOTES]:
        run = quoted(words, at)
        if run is None or run[1] - run[0] > LONGEST or busy & set(range(*run)):
            continue
        before = at - 1
        while before > 0 and (words[before].form in QUOTES or words[before].form in JOINING):
            before -= 1
        telling = run[1] > run[0] + 1 or not is_plain(words[run[0]].form)
        if telling and before + 1 in ends and before + 1 < at - 1:
            kind = Kind.PERSON if _is_person(words, run[0]) else Kind.ARMED_GROUP
            ends[run[1]] = kind
            yield Candidate(run[0], run[1], kind, "listed", 0.7)


def _is_person(words: Sequence[Word], at: int) -> bool:
    """Say whether a kunya or a given name that is no plain word stands at `at`."""
    form = words[at].form
    return is_name_at(words, at) and not (form in given_names() and given_names()[form])


JOINING = frozenset(("و", "،", ","))


def _in_quotes(words: Sequence[Word], c: Candidate) -> bool:
    before = c.start > 0 and words[c.start - 1].form in QUOTES
    return before and c.end < len(words) and words[c.end].form in QUOTES
