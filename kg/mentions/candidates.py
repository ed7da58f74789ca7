"""Candidates: possible mentions in the words of one sentence, and what words can be part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from kg.arabic.letters import MARKS
from kg.arabic.memo import Memo
from kg.arabic.numbers import ordinal
from kg.arabic.words import pronoun, splits
from kg.lexicon.frames import frame_nouns, modifier_frames
from kg.lexicon.posts import removals, seats
from kg.lexicon.words import (
    common_words,
    given_names,
    group_words,
    name_parts,
    ordinary_words,
    particles,
    place_words,
    titles,
    verb_forms,
)
from kg.model import Kind, Word

QUOTES = frozenset("\"«»“”„'‘’()[]'")
COMMAS = frozenset("،,")
OPENING = {"«": "»", "“": "”", "(": ")", "[": "]"}
LONGEST_QUOTE = 9
MARKS_SET = "".join(c for c in map(chr, range(0x610, 0x6EE)) if re.match(f"[{MARKS}]", c))
"""Vowel marks and strokes, as a string to strip."""


class Candidate(NamedTuple):
    """A possible mention: words `start` to `end` (exclusive), less the first `skip` letters (clitics)."""

    start: int
    end: int
    kind: Kind
    found_by: str
    confidence: float
    skip: str = ""
    lexeme: str | None = None
    trap: bool = False
    name_from: int | None = None
    """Word at which the bare name begins, where a label stands before it."""
    fused: bool = False
    """Whether the article is fused with the clitic ل: «للجيش» names «الجيش»."""
    named: str = ""
    """The name, where it is other than what is printed: «كتيبة الجبل» for the other of «كتيبتي الفجر والجبل»."""


def quoted(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return the run of words inside the quotation marks that open at `at`: first, and closing mark.

    >>> from kg.arabic.words import cut
    >>> quoted(cut("” فراس العراقية”"), 0)
    (1, 3)
    """
    if at >= len(words) or words[at].form not in QUOTES or _closes(words, at):
        return None
    first = at + 1
    while first < len(words) and words[first].form in QUOTES:
        first += 1
    for end in range(first, min(len(words), first + LONGEST_QUOTE)):
        if words[end].form in QUOTES:
            return (first, end) if end > first else None
    return None


def _closes(words: Sequence[Word], at: int) -> bool:
    """Say whether a mark leans on the word before it and not on the one after: it closes a quotation."""
    if at == 0 or at + 1 >= len(words):
        return False
    before = words[at - 1].span.end == words[at].span.start and words[at - 1].form[0].isalnum()
    return before and words[at + 1].span.start > words[at].span.end


@lru_cache(maxsize=1 << 16)
def is_plain(form: str) -> bool:
    """Say whether a folded form is an ordinary word, a particle or a verb, and so ends a name.

    >>> is_plain("ومقتل"), is_plain("الجهام")
    (True, False)
    """
    if form in given_names():
        return False
    if len(form) < 3 and not form.isdigit():
        return True
    for _, rest in splits(form):
        if rest in particles() or rest in verb_forms() or rest in ordinary_words():
            return True
        cut = pronoun(rest)
        if (
            cut
            and cut[1] in THEIRS
            and (
                cut[0] in common_words()
                or cut[0] + "ه" in ordinary_words()
                or cut[0] in verb_forms()
                or cut[0] in frame_nouns()
            )
        ):
            return True
    return False


THEIRS = frozenset(("ه", "ها", "هم", "هما", "هن"))
"""The pronouns of news, which tells of others; «شناك» is a name."""


@lru_cache(maxsize=1 << 16)
def is_name_word(form: str) -> bool:
    """Say whether a folded form can be part of a person's name; an unknown one in ي is likelier a verb."""
    if not form[0].isalpha() or is_plain(form):
        return False
    stem = form[2:] if form.startswith("ال") else form
    if form in given_names():
        return form not in particles() and form not in titles()
    if stem in modifier_frames() or stem in seats() or stem in removals():
        return False
    if has_class(form, "outlet-end"):
        return False
    if form.startswith("و") and len(form) > 4:
        return False  # likelier «and» with a word; names that begin so are known
    if form.startswith("ي") or ordinal(form) is not None or form[:-1] in titles():
        return False
    if form in titles() or stem in titles():
        return False
    heads = (group_words().get(stem), place_words().get(stem))
    dual = stem != form and stem.endswith(
        "ي"
    )  # «تلي», two hills of, takes no article: «التلي» is a family
    return not any(head and (head.word == stem or not dual) for head in heads)


def has_pronoun(word: Word) -> bool:
    """Say whether a word ends in a suffix pronoun, as no name does: «احتجاجاتها», «إمداده».

    >>> from kg.arabic.words import cut
    >>> [has_pronoun(word) for word in cut("احتجاجاتها إمداده حمزة")]
    [True, True, False]
    """
    return ends_in_pronoun(word.form, word.raw)


@lru_cache(maxsize=1 << 16)
def ends_in_pronoun(form: str, raw: str) -> bool:
    """Say whether a word, folded and as written, ends in a suffix pronoun (see `has_pronoun`)."""
    stem, suffix = pronoun(form) or ("", "")
    if form in given_names() or len(stem) < 3:
        return False
    if suffix in ("ها", "هم", "هما"):
        return True
    return (
        suffix == "ه"
        and len(stem) > 3
        and raw.rstrip(MARKS_SET).endswith("ه")
        and stem in frame_nouns()
    )


def is_foreign(word: Word) -> bool:
    """Say whether an indefinite word of no other use can go on with a foreign name: «لواء ألب [أرسلان]».

    >>> from kg.arabic.words import cut
    >>> [is_foreign(word) for word in cut("أرسلان التركي هجوما تعرضت")]
    [True, False, False, False]
    """
    form = word.form
    if (
        not form.isalpha()
        or len(form) < 3
        or form.startswith(("ال", "لل", "و", "ب", "ف", "ك", "ل"))
    ):
        return False
    if form.endswith(("ا", "ين", "ون", "ات", "يه")) and form not in given_names():
        return False
    if is_plain(form) or is_common(form) or form in frame_nouns() or has_pronoun(word):
        return False
    stems = (form, form.removesuffix("ه"), form.removesuffix("ي"))
    known = (titles(), group_words(), place_words(), modifier_frames())
    return not any(stem in words for words in known for stem in stems)


def is_idiom(words: Sequence[Word], at: int) -> bool:
    """Say whether the word at `at` is in a set phrase that only looks like a name: «مسقط رأس»."""
    form = words[at].form
    if at and form in _idioms(words[at - 1].form):
        return True
    ends = _idioms(form)
    return bool(ends) and at + 1 < len(words) and words[at + 1].form in ends


def may_be_idiom(form: str) -> bool:
    """Say whether a form is a word of any set phrase."""
    return bool(_idioms(form)) or any(form in ends for ends in _set_phrases().values())


@lru_cache(maxsize=1 << 16)
def _idioms(form: str) -> frozenset[str]:
    """Return the words that make a set phrase with the form before them."""
    return frozenset().union(*(_set_phrases().get(rest, ()) for _, rest in splits(form)))


@cache
def _set_phrases() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for first, after in (p.split() for p, classes in name_parts().items() if "idiom" in classes):
        found.setdefault(first, set()).add(after)
    return found


def is_count(words: Sequence[Word], at: int) -> bool:
    """Say whether the number at `at` counts what follows and names no unit: «أوقع الجيش 17 مسلحا»."""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    if has_class(after.form, "arm") and int(words[at].form) > 10:
        return False  # more than ten are counted in the singular: «اللواء 51 دبابات»
    return after.form in frame_nouns() or after.raw.rstrip(MARKS_SET).endswith("ا")


def is_fused(form: str, prefix: str, rest: str) -> bool:
    """Say whether reading `form` as `prefix` and `rest` takes the article out of «لل».

    >>> is_fused("للجيش", "ل", "الجيش"), is_fused("للواء", "ل", "لواء")
    (True, False)
    """
    return rest.startswith("ال") and not form.endswith(rest)


def is_common(form: str) -> bool:
    """Say whether a folded form is a word that news uses as such, not only a possible name."""
    return (
        form in common_words()
        or form in particles()
        or (form[2:] if form.startswith("ال") else form) in titles()
    )


def has_class(form: str, name: str) -> bool:
    """Say whether a folded form is of a class of `name-parts.tsv`."""
    return name in _classes[form]


def classes_of(form: str) -> frozenset[str]:
    """Return the classes of `name-parts.tsv` that a folded form is of."""
    return _classes[form]


_classes = Memo(lambda form: name_parts().get(form, frozenset()))


def unclitic(raw: str, skip: int) -> int:
    """Return how many raw code points of a word its first `skip` folded letters take up."""
    at = 0
    if not skip and raw[0] not in MARKS:
        return at
    while at < len(raw) and (skip or raw[at] in MARKS):
        if not _is_mark(raw[at]):
            skip -= 1
        at += 1
    return at


def _is_mark(letter: str) -> bool:
    from kg.arabic.letters import fold

    return not fold(letter)
