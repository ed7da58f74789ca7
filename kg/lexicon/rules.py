"""Rules: what each rule that reads claims goes by, so that a claim's rule can be looked up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon.tables import read_table

ENDS = ("subject", "object")
FRAMES = {
    "verb": ("rule", "lemma", "voice", "verb", *ENDS, "gloss", "example"),
    "noun": ("rule", "noun", "forms", "verb", *ENDS, "gloss", "example"),
    "modifier": ("rule", "word", "forms", "preposition", "verb", "head", "gloss", "example"),
}
"""The tables of frames by the kind of word that calls for them, and their columns."""


BELONGINGS = ("rule", "noun", "forms", "verb", "link", "gloss", "example")
"""The columns of the table of the nouns of which a name may be one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row by which claims are read: `calls` is the word it goes by, empty where it goes by what stands where."""

    rule: str
    verb: str
    calls: str
    gloss: str
    example: str


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rows of all rules, in order of their names. Raises `BadLexicon` where a table breaks its rules."""
    return tuple(sorted(_read(), key=lambda rule: (rule.rule, rule.verb, rule.calls)))


def _read() -> Iterator[Rule]:
    for row in read_table("ar/rules.tsv", ("rule", "verb", "gloss", "example")):
        yield Rule(row["rule"], row["verb"], "", row["gloss"], row["example"])
    for row in read_table("ar/belongings.tsv", BELONGINGS):
        yield Rule(row["rule"], row["verb"], row["noun"], row["gloss"], row["example"])
    for word, columns in FRAMES.items():
        for row in read_table(f"ar/{word}-frames.tsv", columns):
            yield Rule(row["rule"], row["verb"], row[columns[1]], row["gloss"], row["example"])
