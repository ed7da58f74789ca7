"""Units: a sentence as claims are read from it — names, verbs, nouns, particles and marks in a row.

Quotation marks are left out, so that what they part is adjacent; a name is one unit however long.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import frame_nouns
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
from kg.model import Kind, Mention, Sentence

QUOTES = frozenset("\"«»“”„'‘’()[]'")
HAMZA_AFTER_AND = ("وأ", "وإ", "فأ", "فإ")
"""No word of the language begins so but with the conjunction: «وأدى» is not «وادي»."""
STOPS = frozenset(".!?؟؛;:")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: `prefix` its clitics, `form` the folded rest, `noun` that without article and pronoun.

    `entity`, `kind` and `gender` are set for names and for nouns that stand for one (`anaphor`).
    """

    start: int
    end: int
    form: str
    prefix: str = ""
    noun: str = ""
    pronoun: str = ""
    verbs: tuple[VerbForm, ...] = ()
    classes: frozenset[str] = frozenset()
    mention: Mention | None = None
    entity: str | None = None
    kind: Kind | None = None
    gender: str = "b"
    anaphor: bool = False

    @property
    def definite(self) -> bool:
        """Say whether the word carries the article."""
        if self.noun == self.form:
            return False  # the first letters are of the word itself: «ألوية»
        return self.form.startswith("ال") and not any(v.lemma.startswith("ال") for v in self.verbs)

    @property
    def is_mark(self) -> bool:
        """Say whether the unit is a punctuation mark."""
        return not self.form[0].isalnum()

    @property
    def stops(self) -> bool:
        """Say whether the unit ends a clause for good."""
        return self.form in STOPS

    @property
    def clitic(self) -> str:
        """Return the preposition fused with the word, if any."""
        return self.prefix[-1:] if self.prefix[-1:] in ("ب", "ل", "ك") else ""

    @property
    def joined(self) -> bool:
        """Say whether the word begins with the conjunction و or ف."""
        return self.prefix[:1] in ("و", "ف") and bool(self.prefix)


@dataclass(frozen=True, slots=True)
class _Analysis:
    prefix: str
    form: str
    noun: str
    pronoun: str
    verbs: tuple[VerbForm, ...]
    classes: frozenset[str]


@lru_cache(maxsize=1 << 16)
def analyse(form: str) -> _Analysis:
    """Read a folded word: clitics, verb readings, noun without article and pronoun.

    >>> a = analyse("وقايدها")
    >>> a.prefix, a.noun, a.pronoun
    ('و', 'قايد', 'ها')
    """
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
                return _Analysis(prefix, rest, noun or bare(rest), suffix or pron, verbs, classes)
    prefix, rest = next(
        ((p, r) for p, r in splits(form)[1:] if r.startswith("ال")),
        ("و", form[1:]) if form.startswith("و") and len(form) > 4 else ("", form),
    )
    stem = pronoun(rest)
    return _Analysis(
        prefix, rest, stem[0] if stem else bare(rest), stem[1] if stem else "", (), frozenset()
    )


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
    return (), ""


def _is_telling(noun: str) -> bool:
    return (
        noun in frame_nouns()
        or noun in titles()
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
    cut = pronoun(form)
    if cut:
        base, suffix = cut
        for noun in (base, base[:-1] + "ه" if base.endswith("ت") else base):
            if known(noun):
                return noun, suffix
    if form.endswith("ا") and len(stem) > 3 and known(stem[:-1]):
        return stem[:-1], ""
    return "", ""


def lay_out(
    sentence: Sentence,
    mentions: Sequence[Mention],
    entity_of: Mapping[Mention, str],
    gender_of: Mapping[str, str],
) -> list[Unit]:
    """Lay a sentence out as units, its names in place."""
    starts = {m.span.start: m for m in mentions}
    units: list[Unit] = []
    words = sentence.words
    at = 0
    prefix = ""
    while at < len(words):
        word = words[at]
        mention = next(
            (starts[p] for p in range(word.span.start, word.span.end) if p in starts), None
        )
        if mention:
            end = at
            while end < len(words) and words[end].span.start < mention.span.end:
                end += 1
            clitics = prefix + word.form[: mention.span.start - word.span.start]
            entity = entity_of[mention]
            units.append(
                Unit(
                    at,
                    end,
                    word.form[len(clitics) - len(prefix) :],
                    clitics,
                    mention=mention,
                    entity=entity,
                    kind=mention.kind,
                    gender=gender_of.get(entity, "b"),
                )
            )
            at, prefix = end, ""
            continue
        at += 1
        if word.form in QUOTES or (word.form == "-" and prefix):
            continue
        if word.form in ("و", "ب", "ل", "ف", "ك", "ول", "وب") and at < len(words):
            prefix += word.form
            continue
        if word.form == "ا" and units and at > 1:
            continue
        form = word.form
        if word.raw[:2] in HAMZA_AFTER_AND and len(form) > 3:
            prefix, form = prefix + form[0], form[1:]
        found = analyse(form)
        units.append(
            Unit(
                at - 1,
                at,
                found.form,
                prefix + found.prefix,
                found.noun,
                found.pronoun,
                found.verbs,
                found.classes,
            )
        )
        prefix = ""
    return units
