"""Units: a sentence as claims are read from it — names, verbs, nouns, particles and marks in a row.

Quotation marks are left out, so that what they part is adjacent; a name is one unit however long.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any

from kg.arabic.letters import fold
from kg.arabic.memo import Memo
from kg.arabic.words import bare
from kg.claims.analysis import STOPS, Analysis, analyse, clitic, joins
from kg.lexicon.frames import labellings
from kg.lexicon.words import VerbForm
from kg.model import Kind, Mention, Sentence, Word

DAMMA = "\N{ARABIC DAMMA}"
"""A vowel by which a past tense shows that it is passive: «قُتل», «اعتُقل»."""
LISTING = frozenset(("بينهم", "ابرزهم", "منهم", "ضمنهم"))
"""What opens a list of some of those just told of."""
QUOTES = frozenset("\"«»“”„'‘’()[]'")
CLITICS = frozenset(("و", "ب", "ل", "ف", "ك", "ول", "وب"))
"""Clitics that texts write apart, before a quotation mark or a number."""
LABELS = frozenset(("ما", "لما", "بما", "وما", "ولما"))
"""Words that with the next may hold a name at arm's length: «ما يسمى»."""
ASIDE = QUOTES | CLITICS | LABELS | {"-", "ا"}
"""Words and marks that may be no unit of their own."""
HAMZA_AFTER_AND = frozenset(("وأ", "وإ", "فأ", "فإ"))
"""No word of the language begins so but with the conjunction: «وأدى» is not «وادي»."""


@dataclass(slots=True, eq=False)
class Unit:
    """One unit: `prefix` its clitics, `form` the folded rest, `noun` that without article and pronoun.

    `entity`, `kind` and `gender` are set for names and for nouns that stand for one (`anaphor`); these are no
    verbs. A unit is itself and no other, and stays as laid out; to read it otherwise, `replace` it.
    """

    start: int
    end: int
    form: str
    prefix: str = ""
    noun: str = ""
    pronoun: str = ""
    verbs: tuple[VerbForm, ...] = ()
    classes: frozenset[str] = frozenset()
    article: bool = False
    is_mark: bool = False
    """Whether the unit is a punctuation mark."""
    stops: bool = False
    """Whether the unit ends a clause for good."""
    clitic: str = ""
    """The preposition fused with the word, if any."""
    joined: bool = False
    """Whether the word begins with the conjunction و or ف."""
    mention: Mention | None = None
    entity: str | None = None
    kind: Kind | None = None
    gender: str = "b"
    anaphor: bool = False
    ours: bool = False
    """Whether the verb is said of «we»."""

    @property
    def definite(self) -> bool:
        """Say whether the word carries the article."""
        if not self.article or not self.verbs:
            return self.article
        return not any(v.lemma.startswith("ال") for v in self.verbs)


_values = attrgetter(*(field.name for field in fields(Unit)))


def replace(unit: Unit, **changes: Any) -> Unit:
    """Return a unit like `unit`, but for the `changes`."""
    other = Unit(*_values(unit))
    for name, value in changes.items():
        setattr(other, name, value)
    return other


def is_particle(unit: Unit, *names: str) -> bool:
    """Say whether the unit is a particle of one of the classes (of any, if none is named)."""
    classes = unit.classes
    return bool(classes) and not (names and classes.isdisjoint(names))


def is_verb(unit: Unit) -> bool:
    """Say whether the unit is read as a verb."""
    return bool(unit.verbs)


def has_lemma(unit: Unit, lemmas: Container[str]) -> bool:
    """Say whether the unit may be read as a verb of one of these lemmas."""
    found = False
    for verb in unit.verbs:
        if verb.lemma in lemmas:
            found = True
            break
    return found


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
    labelled = 0
    ahead = [sentence.span.end, *sorted(starts, reverse=True)]
    due, size = ahead.pop(), len(words)
    while at < size:
        (begin, end), form, raw = words[at]
        aside = form in ASIDE
        if aside and form in LABELS and (label := _label_end(words, at)):
            prefix, at, labelled = prefix + form[:-2], label, label
            continue
        if due < end:
            start, due = due, ahead.pop()
            if start < begin:
                continue
            mention = starts[start]
            name = _name(words, at, prefix, mention, entity_of[mention], gender_of)
            if at == labelled and at and name.clitic == "ب":
                name = replace(name, prefix=name.prefix[:-1], clitic="")
            units.append(name)
            at, prefix = name.end, ""
            continue
        at += 1
        if aside:
            if form in QUOTES or (form == "-" and prefix):
                continue
            if form in CLITICS and at < size:
                prefix += form
                continue
            if form == "ا" and units and at > 1:
                continue
        if prefix:
            units.append(Unit(at - 1, at, *_read(raw, prefix)))
            prefix = ""
        else:
            units.append(Unit(at - 1, at, *_words[raw]))
    return units


def _label_end(words: Sequence[Word], at: int) -> int:
    """Return where the words end that only hold a name at arm's length — «ما يسمى بـ», «لما يعرف باسم» — or 0."""
    if at + 1 >= len(words):
        return 0
    if not any(verb.lemma in labellings() for verb in analyse(words[at + 1].form).verbs):
        return 0
    end = at + 2
    while end < len(words) and words[end].form in (*CALLED, *QUOTES):
        end += 1
    return end


CALLED = frozenset(("ب", "باسم", "اسم", "عليه", "عليها", "عليهم"))


def _name(
    words: Sequence[Word],
    at: int,
    prefix: str,
    mention: Mention,
    entity: str,
    gender_of: Mapping[str, str],
) -> Unit:
    size, (first, last) = len(words), mention.span
    end = at
    while end < size and words[end].span.start < last:
        end += 1
    inside = first - words[at].span.start
    form = words[at].form
    if inside:
        prefix, form = prefix + form[:inside], form[inside:]
    found = _named(form, prefix)
    return Unit(at, end, *found, mention, entity, mention.kind, gender_of.get(entity, "b"))


@lru_cache(maxsize=1 << 14)
def _named(form: str, prefix: str) -> Analysis:
    """Read the first word of a name, which is no noun or verb of the sentence."""
    article, mark = form.startswith("ال"), bool(form) and not form[0].isalnum()
    return Analysis(
        form, prefix, "", "", (), NONE, article, mark, form in STOPS, clitic(prefix), joins(prefix)
    )


NONE: frozenset[str] = frozenset()


def _read(raw: str, before: str = "") -> Analysis:
    """Read a word as written, and the clitics written apart before it."""
    form = fold(raw)
    if raw[:2] in HAMZA_AFTER_AND and len(form) > 3:
        before, form = before + form[0], form[1:]
    found = analyse(form, before)
    if DAMMA in raw and any(v.voice == "passive" and v.tense == "past" for v in found.verbs):
        passive = tuple(v for v in found.verbs if v.voice == "passive" or v.tense != "past")
        found = found._replace(verbs=passive)
    if raw.endswith("ة"):
        found = found._replace(verbs=())
        if found.pronoun == "ه":
            found = found._replace(noun=bare(found.form), pronoun="")  # «فصائل مسلحة» is no «مسلحه»
    return found


_words = Memo(_read)
