"""Every frame reads its own example: the row of the lexicon is its test."""

from __future__ import annotations

import pytest

from kg.build import read_article
from kg.lexicon.tables import read_table
from kg.model import Article

SLOTS = ("subject", "object")
TABLES = {
    "verb-frames": ("rule", "lemma", "voice", "verb", *SLOTS, "gloss", "example"),
    "noun-frames": ("rule", "noun", "forms", "verb", *SLOTS, "gloss", "example"),
    "modifier-frames": ("rule", "word", "forms", "preposition", "verb", "head", "gloss", "example"),
    "belongings": ("rule", "noun", "forms", "verb", "link", "gloss", "example"),
}
NEAR = {"memberOf", "partOf", "locatedIn", "leads"}
"""What a frame's verb becomes where the kinds of the ends ask for it."""

ROWS = [
    pytest.param(row, id=f"{table}-{number}-{row['rule']}")
    for table, columns in TABLES.items()
    for number, row in enumerate(read_table(f"ar/{table}.tsv", columns), 1)
]


@pytest.mark.parametrize("row", ROWS)
def test_a_frame_reads_its_example(row: dict[str, str]) -> None:
    reading = read_article(Article(id="example", doc="example", text=row["example"]))
    names = {entity.id: entity.names[0] for entity in reading.entities}
    read = [(c.rule, c.verb, names[c.subject], names[c.object]) for c in reading.claims]
    verbs = {row["verb"], *NEAR}
    assert any(rule == row["rule"] and verb in verbs for rule, verb, _, _ in read), (
        f"{row['rule']} reads nothing in «{row['example']}»; entities: "
        f"{[(entity.kind.value, entity.names[0]) for entity in reading.entities]}; claims: {read}"
    )
