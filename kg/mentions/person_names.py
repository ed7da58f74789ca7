"""Person names: how far the name of a person reaches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import modifier_frames, noun_frames
from kg.lexicon.words import (
    adjectives,
    alias_cues,
    given_names,
    group_words,
    names_in_alef,
    ordinary_words,
    particles,
    place_words,
    time_words,
    titles,
)
from kg.mentions.candidates import (
    MARKS_SET,
    ends_in_pronoun,
    has_class,
    is_common,
    is_name_word,
    is_plain,
)
from kg.mentions.gazetteer import known_states, place_forms
from kg.model import Word

LONGEST = 7
RANKS = frozenset(("rank", "honorific"))
"""Titles that are family names as well: «محمد النقيب»."""
TANWIN = "\N{ARABIC FATHATAN}"
"""A mark no name in apposition carries: «سالم قائداً»."""


@lru_cache(maxsize=1 << 14)
def is_joined_kunya(form: str) -> bool:
    """Say whether a form is a kunya written as one word: «أبوعمر»."""
    joined = form[:3] in ("ابو", "ابي") and len(form) > 5
    return joined and form not in ordinary_words() and form not in place_forms()


def may_be_given(form: str) -> bool:
    """Say whether a form can be, or begin, a given name (see `given`)."""
    return form in given_names() or form.startswith("عبد") or form in _firsts_of_given()


@cache
def _firsts_of_given() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in given_names() if " " in name)


def begins_name(form: str) -> bool:
    """Say whether a form, less its clitics, can be the first word of a name: a kunya or given name."""
    return any(
        has_class(rest, "kunya") or is_joined_kunya(rest) or may_be_given(rest)
        for _, rest in splits(form)
    )


def given(words: Sequence[Word], at: int, first: str) -> int:
    """Return how many words the given name at `at` takes: 0 if none, 2 for «عبد الله»."""
    return _given(first, words[at + 1].form if at + 1 < len(words) else "", words[at].raw)


@lru_cache(maxsize=1 << 16)
def _given(first: str, after: str, raw: str) -> int:
    if after and f"{first} {after}" in given_names():
        return 2
    if first == "عبد" and (after.startswith("ال") or given_names().get(after) is False):
        return 2
    if has_class(first, "nasab") or first in known_states():
        return 0
    if first in names_in_alef() and raw.rstrip(MARKS_SET).endswith("ي"):
        return 0  # «ليلى» is a name, «ليلي» nightly
    if first in given_names() or (first.startswith("عبدال") and len(first) > 6):
        return 1
    return 0


def is_name_at(words: Sequence[Word], at: int) -> bool:
    """Say whether a given name or kunya stands at word `at`."""
    if at >= len(words):
        return False
    form = words[at].form
    return has_class(form, "kunya") or is_joined_kunya(form) or bool(given(words, at, form))


def name_end(words: Sequence[Word], at: int, *, titled: bool) -> int:
    """Return the end of the personal name at word `at`, or `at` if none begins there."""
    form = words[at].form
    if (
        form in particles()
        and words[at].raw != "علي"
        and not (at + 1 < len(words) and given(words, at + 1, words[at + 1].form))
    ):
        return at
    first = next((r for _, r in splits(form) if has_class(r, "kunya")), "")
    if first or is_joined_kunya(form):
        end = at + (2 if first else 1)
        if end > len(words) or not words[end - 1].form.isalpha():
            return at
        if first and has_class(words[end - 1].form, "nasab") and end < len(words):
            end += 1
        return run_end(words, at, end)
    length = given(words, at, form)
    if not length and not (titled and is_name_word(form) and not _leans(form)):
        return at
    return run_end(words, at, at + max(length, 1), titled)


def run_end(words: Sequence[Word], at: int, end: int, titled: bool = False) -> int:
    """Carry a name on over given names, «بن», «أبو», families and nisbas."""
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        if _ends_name(form, words[end].raw):
            break
        if has_class(form, "nasab"):
            if _is_kin(words, end + 1):
                break
            if end + 1 < len(words) and words[end + 1].form[0].isalpha():
                end += 1 + bool(given(words, end + 1, words[end + 1].form) or form != "عبد")
                continue
        if has_class(form, "kunya") and end + 1 < len(words) and not is_plain(words[end + 1].form):
            end += 2
            continue
        if end + 1 < len(words) and has_class(words[end + 1].form, "of-faith"):
            end += 2  # «محمود [شيخ الدين]»
            continue
        length = given(words, end, form)
        word = length == 1 and given_names().get(form, True) and is_common(form)
        if length and (not word or _goes_on(words, end, titled)):
            end += length
            continue
        if not (is_name_word(form) or _is_family(words, at, end, titled)) or _leans(form):
            break
        end += 1
        if form.startswith("ال") and not (end < len(words) and _is_nisba(words[end].form)):
            break
    return end


@lru_cache(maxsize=1 << 16)
def _ends_name(form: str, raw: str) -> bool:
    """Say whether a word never goes on with a name: an accusative, a cue of an alias, «نائبه», «الأحد»."""
    if TANWIN in raw or form in alias_cues() or bare(form) in alias_cues():
        return True
    return ends_in_pronoun(form, raw) or (form.startswith("ال") and form in time_words())


def _is_kin(words: Sequence[Word], at: int) -> bool:
    """Say whether «ابن» before word `at` tells of kin: «ابن أخ», «ابن عم»."""
    frames = noun_frames().get(words[at].form, ()) if at < len(words) else ()
    return any(frame.verb == "kinOf" for frame in frames)


def _goes_on(words: Sequence[Word], at: int, titled: bool) -> bool:
    """Say whether a given name that is also a word carries a name on: «صلاح علي عبدالله», «محمد خلف،»."""
    if words[at].raw == "علي":
        return True
    if at + 1 >= len(words):
        return titled
    after = words[at + 1]
    if words[at].form in titles():
        return False
    if words[at].form in particles():
        return titled and words[at].raw != "على" and not after.form[0].isalnum()
    return titled or given_names().get(after.form) is False


def _is_family(words: Sequence[Word], at: int, end: int, titled: bool) -> bool:
    """Say whether a word with the article that is an ordinary one ends a name here: «أبو راشد العراقي»."""
    form = words[end].form
    servant = end - at >= 2 and words[end - 2].form == "عبد"
    if not form.startswith("ال") or (words[end - 1].form.startswith("ال") and not servant):
        return False
    if form[2:] in adjectives() and form.endswith("ي"):
        return True
    sure = servant or words[end - 1].form in given_names()
    title = titles().get(form[2:])
    if title and title.rank in RANKS and titled and sure and form not in time_words():
        after = words[end + 1].form if end + 1 < len(words) else "."
        return not is_name_word(after) or _leans(after)
    other = (titles(), group_words(), modifier_frames())
    if form in time_words() or form in particles() or any(form[2:] in known for known in other):
        return False
    return titled and sure


def _is_nisba(form: str) -> bool:
    return form.startswith("ال") and form.endswith("ي") and is_name_word(form)


@lru_cache(maxsize=1 << 14)
def _leans(form: str) -> bool:
    """Say whether a form is rather a clitic and a name or noun than part of this name: «وسالم», «بدمشق»."""
    return any(
        prefix
        and (
            rest in given_names()
            or has_class(bare(rest), "press")
            or rest.startswith("ال")
            or has_class(rest, "kunya")
            or _is_head(rest)
        )
        for prefix, rest in splits(form)
    )


def _is_head(rest: str) -> bool:
    stem = bare(rest)
    return (
        rest in place_forms() or stem in group_words() or stem in place_words() or stem in titles()
    )
