"""Persons: names after titles, kunyas, and runs that begin with a given name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import noun_frames
from kg.lexicon.words import (
    adjectives,
    given_names,
    group_words,
    ordinary_words,
    particles,
    place_words,
    titles,
)
from kg.mentions.candidates import Candidate, has_class, is_common, is_name_word, is_plain, quoted
from kg.mentions.gazetteer import known_places, known_states
from kg.model import Kind, Word

LONGEST = 7
TANWIN = "\N{ARABIC FATHATAN}"
"""A mark no name in apposition carries: «سالم قائداً»."""


def titled(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the person named after the title at word `at`; the title stays outside.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in titled(cut("العميد الركن سالم الرواس قال"), 0)]
    [(2, 4)]
    """
    after = _after_titles(words, at)
    if after is None or after >= len(words):
        return
    run = quoted(words, after)
    trait = run and bare(words[run[0]].form) in titles()
    if run and run[1] - run[0] <= 4 and not trait and not _is_body(words[run[0]].form):
        yield Candidate(run[0], run[1], Kind.PERSON, "title", 0.85)
        return
    end = name_end(words, after, titled=True)
    if end > after:
        yield Candidate(after, end, Kind.PERSON, "title", 0.9)


def _is_body(form: str) -> bool:
    return bare(form) in group_words()


def _after_titles(words: Sequence[Word], at: int) -> int | None:
    """Return the word after the titles that begin at `at`; the last must be one that names follow."""
    end, ready = at, False
    while end < len(words) and end - at < 5:
        form = words[end].form
        readings = splits(form) if end == at else (("", form),)
        title = next((titles()[bare(r)] for _, r in readings if bare(r) in titles()), None)
        definite = any(r.startswith("ال") for _, r in readings if bare(r) in titles())
        nisba = form.startswith("ال") and form[2:] in adjectives()
        if title is None and not (ready and nisba):
            break
        if title is not None and title.rank != "trait":
            ready = definite or (title.rank == "rank" and ready)
        end += 1
    return end if ready and end > at else None


def in_quotes(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield a personal name that stands alone in quotation marks opening at word `at`: «تعيين “سالم الرواس”».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in in_quotes(cut("“سالم الرواس”"), 0)]
    [(1, 3)]
    """
    run = quoted(words, at)
    if run is None or not 2 <= run[1] - run[0] <= 4:
        return
    first, called = words[run[0]].form, at > 0 and _calls_for_person(words[at - 1].form)
    if not (called or first in given_names() or has_class(first, "kunya")):
        return
    if all(is_name_word(word.form) or has_class(word.form, "nasab") for word in words[run[0] + 1 : run[1]]):
        if is_name_word(first) or first in given_names() or has_class(first, "kunya"):
            yield Candidate(run[0], run[1], Kind.PERSON, "quoted person", 0.75)


def _calls_for_person(form: str) -> bool:
    """Say whether a person is named after this word: «تعيين», «مقتل», «اعتقال»."""
    frames = (f for _, rest in splits(form) for f in noun_frames().get(bare(rest), ()))
    return any(frame.verb in ("appointedBy", "killed", "detained", "succeeded") for frame in frames)


def named(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the person whose name begins at word `at` with a kunya or a given name.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in named(cut("أبو راشد العراقي"), 0)]
    [(0, 3)]
    """
    if words[at].form in particles() and words[at].raw != "علي":
        return
    for prefix, rest in splits(words[at].form):
        if has_class(rest, "kunya") or _is_joined_kunya(rest):
            end = name_end(words, at, titled=False)
            if end > at + (not _is_joined_kunya(rest)):
                yield Candidate(at, end, Kind.PERSON, "kunya", 0.9, prefix)
                return
        length = _given(words, at, rest)
        if length and (not prefix or not is_plain(rest)):
            end = _run_end(words, at, at + length)
            trap = length == 1 and given_names().get(rest, False)
            if end - at >= 2 and end > at + length and not (trap and not _sure(words, at + 1, end)):
                yield Candidate(at, end, Kind.PERSON, "given name", 0.8, prefix)
                return


def _sure(words: Sequence[Word], start: int, end: int) -> bool:
    return any(
        given_names().get(word.form) is False or (word.form.startswith("ال") and is_name_word(word.form))
        for word in words[start:end]
    )


@lru_cache(maxsize=1 << 14)
def _is_joined_kunya(form: str) -> bool:
    """Say whether a form is a kunya written as one word: «أبوعمر»."""
    return form[:3] in ("ابو", "ابي") and len(form) > 5 and form not in ordinary_words()


def _given(words: Sequence[Word], at: int, first: str) -> int:
    """Return how many words the given name at `at` takes: 0 if none, 2 for «عبد الله»."""
    if at + 1 < len(words) and f"{first} {words[at + 1].form}" in given_names():
        return 2
    if first == "عبد" and at + 1 < len(words) and words[at + 1].form.startswith("ال"):
        return 2
    if has_class(first, "nasab") or first in known_states():
        return 0
    if first in given_names() or (first.startswith("عبدال") and len(first) > 6):
        return 1
    return 0


def name_end(words: Sequence[Word], at: int, *, titled: bool) -> int:
    """Return the end of the personal name at word `at`, or `at` if none begins there."""
    form = words[at].form
    if form in particles() and form != "علي":
        return at
    first = next((r for _, r in splits(form) if has_class(r, "kunya")), "")
    if first or _is_joined_kunya(form):
        end = at + (2 if first else 1)
        if end > len(words) or not words[end - 1].form.isalpha():
            return at
        if first and has_class(words[end - 1].form, "nasab") and end < len(words):
            end += 1
        return _run_end(words, at, end)
    length = _given(words, at, form)
    if not length and not (titled and is_name_word(form) and not _leans(form)):
        return at
    return _run_end(words, at, at + max(length, 1), titled)


def _run_end(words: Sequence[Word], at: int, end: int, titled: bool = False) -> int:
    """Carry a name on over given names, «بن», «أبو», families and nisbas."""
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        if TANWIN in words[end].raw:
            break
        if has_class(form, "nasab") and end + 1 < len(words) and words[end + 1].form[0].isalpha():
            end += 1 + bool(_given(words, end + 1, words[end + 1].form) or form != "عبد")
            continue
        if has_class(form, "kunya") and end + 1 < len(words) and not is_plain(words[end + 1].form):
            end += 2
            continue
        length = _given(words, end, form)
        if length and not (length == 1 and given_names().get(form, True) and is_common(form)):
            end += length
            continue
        if not (is_name_word(form) or _is_family(words, at, end, titled)) or _leans(form):
            break
        end += 1
        if form.startswith("ال") and not (end < len(words) and _is_nisba(words[end].form)):
            break
    return end


def _is_family(words: Sequence[Word], at: int, end: int, titled: bool) -> bool:
    """Say whether a word with the article that is an ordinary one ends a name here: «أبو راشد العراقي»."""
    form = words[end].form
    if not form.startswith("ال") or words[end - 1].form.startswith("ال"):
        return False
    if form[2:] in adjectives() and form.endswith("ي"):
        return True
    sure = words[end - 1].form in given_names() and form in ordinary_words()
    return titled and sure and form[2:] not in titles() and form[2:] not in group_words()


def _is_nisba(form: str) -> bool:
    return form.startswith("ال") and form.endswith("ي") and is_name_word(form)


@lru_cache(maxsize=1 << 14)
def _leans(form: str) -> bool:
    """Say whether a form is rather a clitic and a name or noun than part of this name: «وسالم», «بدمشق»."""
    return any(
        prefix and (rest in given_names() or rest.startswith("ال") or has_class(rest, "kunya") or _is_head(rest))
        for prefix, rest in splits(form)
    )


def _is_head(rest: str) -> bool:
    stem = bare(rest)
    if rest in known_places():
        return True
    return stem in group_words() or stem in place_words() or stem in titles()
