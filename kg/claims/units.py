"""Units: a sentence as claims are read from it — names, verbs, nouns, particles and marks in a row.

Quotation marks are left out, so that what they part is adjacent; a name is one unit however long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.claims.analysis import analyse
from kg.lexicon.frames import labellings
from kg.lexicon.words import VerbForm
from kg.model import Kind, Mention, Sentence, Word

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


def is_particle(unit: Unit, *names: str) -> bool:
    """Say whether the unit is a particle of one of the classes (of any, if none is named)."""
    return bool(unit.classes.intersection(names) if names else unit.classes)


def is_verb(unit: Unit) -> bool:
    """Say whether the unit is read as a verb."""
    return bool(unit.verbs) and unit.mention is None and not unit.anaphor


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
    while at < len(words):
        word = words[at]
        if word.form.endswith("ما") and (end := _label_end(words, at)):
            prefix, at, labelled = prefix + word.form[:-2], end, end
            continue
        mention = next(
            (starts[p] for p in range(word.span.start, word.span.end) if p in starts), None
        )
        if mention:
            name = _name(words, at, prefix, mention, entity_of[mention], gender_of)
            if at == labelled and at and name.clitic == "ب":
                name = replace(name, prefix=name.prefix[:-1])
            units.append(name)
            at, prefix = name.end, ""
            continue
        at += 1
        if word.form in QUOTES or (word.form == "-" and prefix):
            continue
        if word.form in ("و", "ب", "ل", "ف", "ك", "ول", "وب") and at < len(words):
            prefix += word.form
            continue
        if word.form == "ا" and units and at > 1:
            continue
        units.append(_word(word, at - 1, prefix))
        prefix = ""
    return units


def _label_end(words: Sequence[Word], at: int) -> int:
    """Return where the words end that only hold a name at arm's length — «ما يسمى بـ», «لما يعرف باسم» — or 0."""
    if words[at].form not in LABELS or at + 1 >= len(words):
        return 0
    if not any(verb.lemma in labellings() for verb in analyse(words[at + 1].form).verbs):
        return 0
    end = at + 2
    while end < len(words) and words[end].form in (*CALLED, *QUOTES):
        end += 1
    return end


LABELS = frozenset(("ما", "لما", "بما", "وما", "ولما"))
CALLED = frozenset(("ب", "باسم", "اسم", "عليه", "عليها", "عليهم"))


def _name(
    words: Sequence[Word],
    at: int,
    prefix: str,
    mention: Mention,
    entity: str,
    gender_of: Mapping[str, str],
) -> Unit:
    end = at
    while end < len(words) and words[end].span.start < mention.span.end:
        end += 1
    inside = mention.span.start - words[at].span.start
    return Unit(
        at,
        end,
        words[at].form[inside:],
        prefix + words[at].form[:inside],
        mention=mention,
        entity=entity,
        kind=mention.kind,
        gender=gender_of.get(entity, "b"),
    )


def _word(word: Word, at: int, prefix: str) -> Unit:
    form = word.form
    if word.raw[:2] in HAMZA_AFTER_AND and len(form) > 3:
        prefix, form = prefix + form[0], form[1:]
    found = analyse(form)
    return Unit(
        at,
        at + 1,
        found.form,
        prefix + found.prefix,
        found.noun,
        found.pronoun,
        found.verbs,
        found.classes,
    )
