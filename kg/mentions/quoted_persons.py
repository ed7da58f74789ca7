"""Quoted persons: personal names that stand alone in quotation marks — «تعيين “سالم الرواس”»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.words import given_names, titles
from kg.mentions.called_names import calls_for_person, is_kin
from kg.mentions.candidates import Candidate, has_class, is_name_word, quoted
from kg.mentions.gazetteer import known_states
from kg.mentions.person_names import given
from kg.model import Kind, Word


def in_quotes(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield a personal name that stands alone in quotation marks opening at word `at`: «تعيين “سالم الرواس”».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in in_quotes(cut("“سالم الرواس”"), 0)]
    [(1, 3)]
    """
    run = quoted(words, at)
    if run is None or run[1] - run[0] > 4:
        return
    form, before = words[run[0]].form, words[at - 1].form if at else ""
    kin = is_kin(before)
    if run[1] == run[0] + 1 and not kin:
        return
    minister = at > 1 and has_class(words[at - 2].form, "minister")
    called = kin or minister or (bool(before) and calls_for_person(before))
    if before and _is_outlet(before):
        return
    skip = _before_kunya(form)
    known_given = bool(given(words, run[0], form))
    if not (called or known_given or skip is not None):
        return
    begins = is_name_word(form) or known_given or skip is not None
    if begins and all(_is_part(word.form) for word in words[run[0] + 1 : run[1]]):
        yield Candidate(run[0], run[1], Kind.PERSON, "quoted person", 0.75, skip or "")


@lru_cache(maxsize=1 << 14)
def _is_outlet(form: str) -> bool:
    """Say whether a form is an outlet or the like, whose name may be that of a person."""
    return any(has_class(bare(rest), "outlet") for _, rest in splits(form))


@lru_cache(maxsize=1 << 14)
def _before_kunya(form: str) -> str | None:
    """Return the clitics before the kunya a form is, `None` where it is none."""
    return next((prefix for prefix, rest in splits(form) if has_class(rest, "kunya")), None)


def _is_part(form: str) -> bool:
    """Say whether a form may stand in a name after its first word: «علي», «بن», «باشا»."""
    if form in known_states():
        return False
    title = titles().get(form)
    honour = title is not None and title.rank == "honorific"
    return form in given_names() or honour or is_name_word(form) or has_class(form, "nasab")
