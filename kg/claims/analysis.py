"""Analysis of words: clitics, readings as a verb, the noun without article and pronoun."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from kg.arabic.words import CONJUNCTIONS, PREPOSITIONS, bare, pronoun, splits
from kg.lexicon.frames import cued, frame_nouns, intentions, noun_frames
from kg.lexicon.posts import post_nouns
from kg.lexicon.words import (
    VerbForm,
    adjectives,
    group_words,
    number_words,
    ordinary_words,
    particles,
    place_words,
    time_words,
    titles,
    verb_forms,
)

STOPS = frozenset(".!?؟؛;:")


class Analysis(NamedTuple):
    """A folded word taken apart, as `Unit` holds it: `noun` is `form` without article and pronoun."""

    form: str
    prefix: str
    noun: str
    pronoun: str
    verbs: tuple[VerbForm, ...]
    classes: frozenset[str]
    article: bool
    is_mark: bool
    stops: bool
    clitic: str
    joined: bool


RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان"))
"""Relatives that look like another word with «و» before them: «والتي» is no form of «والى»."""


def analyse(form: str, before: str = "") -> Analysis:
    """Read a folded word, and the clitics written apart before it, if any.

    >>> a = analyse("وقايدها")
    >>> a.prefix, a.noun, a.pronoun
    ('و', 'قايد', 'ها')
    """
    prefix, form, noun, suffix, verbs, classes = _taken_apart(form)
    prefix = before + prefix
    article = noun != form and form.startswith("ال")  # else these letters are the noun's: «ألوية»
    marks = (not form[0].isalnum(), form in STOPS)
    return Analysis(
        form, prefix, noun, suffix, verbs, classes, article, *marks, clitic(prefix), joins(prefix)
    )


def clitic(prefix: str) -> str:
    """Return the preposition that a word's clitics end in, if any."""
    return prefix[-1:] if prefix.endswith(PREPOSITIONS) else ""


def joins(prefix: str) -> bool:
    """Say whether a word's clitics begin with the conjunction و or ف."""
    return prefix.startswith(CONJUNCTIONS)


def _taken_apart(form: str) -> tuple[str, str, str, str, tuple[VerbForm, ...], frozenset[str]]:
    for prefix, rest in splits(form)[1:]:
        if rest in RELATIVES:
            return prefix, rest, rest, "", (), particles()[rest]
    for known in (_is_telling, _is_ordinary):
        for prefix, rest in splits(form):
            verbs, suffix = _verbs(rest)
            classes = _classes(rest)
            noun, pron = _noun(rest, known)
            if classes or verbs or noun:
                if noun and suffix and not pron and known is _is_telling:
                    verbs = ()
                if noun and not verbs:
                    suffix = pron
                return prefix, rest, noun or bare(rest), suffix or pron, verbs, classes
    prefix, rest = next(
        ((p, r) for p, r in splits(form)[1:] if r.startswith("ال")),
        ("و", form[1:]) if form.startswith("و") and len(form) > 4 else ("", form),
    )
    stem = pronoun(rest)
    return (
        prefix, rest, stem[0] if stem else bare(rest), stem[1] if stem else "", (), frozenset()
    )  # fmt: skip


def _classes(form: str) -> frozenset[str]:
    found = particles().get(form, frozenset())
    if form in time_words():
        return found | {"time"}
    return found | {"number"} if form in number_words() else found


def _verbs(form: str) -> tuple[tuple[VerbForm, ...], str]:
    if form in verb_forms():
        return verb_forms()[form], ""
    if form[:1] == "س" and form[1:2] in ("ي", "ت") and form[1:] in verb_forms():
        return verb_forms()[form[1:]], ""
    cut = pronoun(form)
    if cut and len(cut[1]) < 4:
        for stem in (cut[0], cut[0] + "ا", cut[0][:-1] + "ي" if cut[0].endswith("ا") else ""):
            if stem in verb_forms():
                return verb_forms()[stem], cut[1]
    if form[2:] in SHORT and (form[:2] in cued("carry") or form[:2] in cued("repel")):
        return verb_forms().get(form[:2], ()), form[2:]  # «شنه», «صدها»
    return (), ""


SHORT = frozenset(("ه", "ها", "هم"))
"""Pronouns that may follow a verb of two letters."""


def _is_telling(noun: str) -> bool:
    return (
        noun in frame_nouns()
        or noun in intentions()
        or noun in titles()
        or noun in post_nouns()
        or noun in group_words()
        or noun in place_words()
        or noun in adjectives()
    )


def _is_ordinary(noun: str) -> bool:
    return noun in ordinary_words()


def _noun(form: str, known: Callable[[str], bool]) -> tuple[str, str]:
    """Return a known noun without article, tanwin and pronoun, and the pronoun; empty where not known."""
    stem = bare(form)
    if known is _is_telling and known(form):
        return form, ""
    if known(stem):
        return stem, ""
    cut = pronoun(form) or _own_article(form)
    if cut:
        base, suffix = cut
        for noun in (base, base[:-1] + "ه" if base.endswith("ت") else base):
            if known(noun):
                return noun, suffix
    if form.endswith("ا") and len(stem) > 3 and known(stem[:-1]):
        return stem[:-1], ""
    if known is _is_telling and form[2:] in ("ه", "ها", "هم") and form[:2] in noun_frames():
        return form[:2], form[2:]
    return "", ""


def _own_article(form: str) -> tuple[str, str] | None:
    """Cut the pronoun off a noun whose first letters only look like the article: «التحاقه»."""
    for suffix in ("ها", "هم", "ه"):
        if form.startswith("الت") and form.endswith(suffix) and len(form) > 6:
            return form[: -len(suffix)], suffix
    return None
