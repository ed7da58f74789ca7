"""Words by what they mean to the reader: heads of names, titles, particles, verbs. Keys are folded forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.arabic.letters import fold
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.tables import read_table, split
from kg.model import Kind


@dataclass(frozen=True, slots=True)
class GroupWord:
    """A noun that heads names of groups: `named` if it is part of the name, not a mere label.

    After a `weak` one an ordinary noun makes no name: «قوة السلاح».
    """

    word: str
    kind: Kind
    named: bool
    gender: str
    plural: bool
    weak: bool
    singular: str = ""
    """The noun as printed."""


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A noun that heads names of places; `inside` is `name`, `label` or `part`."""

    word: str
    inside: str
    gender: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A word before or after a person's name; `relation` is the verb a post stands for.

    `construct` is the verb where the body follows at once: «مسؤول الحركة», not «مسؤول في الحركة».
    """

    word: str
    rank: str
    relation: str
    construct: str = ""


class VerbForm(NamedTuple):
    """One reading of an inflected verb: `voice` active or passive, `gender` m, f or b, `number` s, d or p."""

    lemma: str
    voice: str
    tense: str
    person: str
    gender: str
    number: str


@cache
def group_words() -> dict[str, GroupWord]:
    """Map the folded forms of group words, without article, to what they are."""
    columns = ("word", "plural", "forms", "gender", "kind", "named", "definite", "gloss", "example")
    found: dict[str, GroupWord] = {}
    rows = read_table("ar/group-words.tsv", columns, "word")
    for row in rows:
        for many, cell in ((False, row["forms"]), (True, row["plural"])):
            for form in split(cell):
                found.setdefault(fold(form), _group_word(row, many))
    return found | {fold(row["word"]): _group_word(row, False) for row in rows}


def _group_word(row: dict[str, str], plural: bool) -> GroupWord:
    kind, named = Kind(row["kind"]), row["named"] != "no"
    weak = row["named"] == "weak" or plural
    return GroupWord(fold(row["word"]), kind, named, row["gender"], plural, weak, row["word"])


@cache
def place_words() -> dict[str, PlaceWord]:
    """Map the folded forms of place words, without article, to what they are."""
    columns = ("word", "plural", "forms", "gender", "inside", "gloss", "example")
    found: dict[str, PlaceWord] = {}
    rows = read_table("ar/place-words.tsv", columns, "word")
    for row in rows:
        for many, cell in ((False, row["word"]), (False, row["forms"]), (True, row["plural"])):
            for form in split(cell):
                word = PlaceWord(fold(row["word"]), row["inside"], row["gender"], many)
                found.setdefault(fold(form), word)
    own = {fold(row["word"]): row for row in rows if row["inside"] == "name"}
    return found | {w: PlaceWord(w, "name", row["gender"], False) for w, row in own.items()}


@cache
def titles() -> dict[str, Title]:
    """Map the folded forms of titles, without article, to what they are."""
    columns = ("word", "forms", "class", "verb", "gloss", "example")
    found: dict[str, Title] = {}
    for row in read_table("ar/titles.tsv", columns, "word"):
        for form in (row["word"], *split(row["forms"])):
            relation, _, construct = row["verb"].partition("|")
            title = Title(fold(row["word"]), row["class"], relation, construct)
            found.setdefault(fold(form), title)
    return found


@cache
def particles() -> dict[str, frozenset[str]]:
    """Map function words to their classes."""
    return _classes("ar/particles.tsv")


@cache
def name_parts() -> dict[str, frozenset[str]]:
    """Map the words that names are built of to their classes."""
    return _classes("ar/name-parts.tsv")


def _classes(table: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(table, ("word", "class", "gloss", "example")):
        found.setdefault(fold(row["word"]), set()).add(row["class"])
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Map inflected verbs to their readings."""
    columns = ("form", "lemma", "voice", "tense", "person", "gender", "number")
    found: dict[str, list[VerbForm]] = {}
    for row in read_table("ar/verbs.tsv", columns):
        reading = VerbForm(*(row[column] for column in columns[1:]))
        if reading.person == "3":
            found.setdefault(row["form"], []).append(reading)
    return {form: tuple(readings) for form, readings in found.items()}


@cache
def given_names() -> dict[str, bool]:
    """Map given names (one folded form, words joined by a space) to whether they are also plain words."""
    columns = ("name", "gender", "variants", "gloss", "example")
    found: dict[str, bool] = {}
    for row in read_table("ar/given-names.tsv", columns, "name"):
        for name in (row["name"], *split(row["variants"])):
            found.setdefault(" ".join(forms(name)), row["gloss"].startswith("trap:"))
    return found


@cache
def names_in_alef() -> frozenset[str]:
    """Return the given names, folded, that end in ى, which folding makes ي: «ليلى»."""
    columns = ("name", "gender", "variants", "gloss", "example")
    rows = read_table("ar/given-names.tsv", columns, "name")
    return frozenset(fold(row["name"]) for row in rows if row["name"].endswith("ى"))


@cache
def common_words() -> frozenset[str]:
    """Return the folded forms that news uses as plain words, given names among them."""
    return frozenset(row["form"] for row in read_table("ar/ordinary-words.tsv", ("form", "count")))


@cache
def ordinary_words() -> frozenset[str]:
    """Return the folded forms that are hardly ever part of a name."""
    return common_words() - given_names().keys()


@cache
def adjectives() -> dict[str, str]:
    """Map the adjectives of states, folded and without article, to the state's id."""
    found: dict[str, str] = {}
    for lexeme in lexemes().values():
        for adjective in lexeme.adjectives:
            found.setdefault(fold(adjective), lexeme.id)
    return found


@cache
def event_words() -> dict[str, str]:
    """Map the nouns that head names of events, folded, in all their forms, to the kind of event."""
    columns = ("word", "forms", "type", "gloss", "example")
    return {
        fold(form): row["type"]
        for row in read_table("ar/event-words.tsv", columns, "word")
        for form in (row["word"], *split(row["forms"]))
    }


WHEN = frozenset(
    ("weekday", "near-day", "time-of-day", "season", "unit", "definite-unit", "dual-unit", "which")
)
"""Classes of `calendar-words.tsv` that say when by themselves."""


@cache
def time_words() -> frozenset[str]:
    """Return the words by which texts say when, folded: weekdays, parts of the day, months."""
    days = read_table(
        "ar/calendar-words.tsv", ("word", "class", "value", "forms", "gloss", "example")
    )
    words = [
        form for row in days if row["class"] in WHEN for form in (row["word"], *split(row["forms"]))
    ]
    columns = ("word", "calendar", "month", "region", "guard", "forms", "gloss", "example")
    months = (row for row in read_table("ar/months.tsv", columns) if not row["guard"])
    words.extend(form for row in months for form in (row["word"], *split(row["forms"])))
    return frozenset(fold(word) for word in words if " " not in word)


@cache
def alias_cues() -> frozenset[str]:
    """Return the words, folded, between a name and another name of the same one: «الملقب», «المعروف»."""
    rows = read_table("ar/alias-cues.tsv", ("phrase", "gloss", "example"), "phrase")
    return frozenset(fold(row["phrase"]) for row in rows)


@cache
def number_words() -> frozenset[str]:
    """Return the words that numbers are made of, folded, without article."""
    columns = ("word", "value", "kind", "article", "forms", "gloss", "example")
    rows = read_table("ar/numbers.tsv", columns)
    counted = (row for row in rows if not row["kind"].startswith("ordinal"))
    return frozenset(fold(form) for row in counted for form in (row["word"], *split(row["forms"])))
