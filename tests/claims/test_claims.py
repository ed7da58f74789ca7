"""Claims in texts: every row of `cases/claims.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build import read_article
from kg.model import Article, Stance

CASES = Path(__file__).parent.parent / "cases" / "claims.tsv"
MARKS = {Stance.AFFIRMED: "", Stance.ALLEGED: "?", Stance.DENIED: "!"}


def rows() -> Iterator[tuple[str, str]]:
    for line in CASES.read_text(encoding="utf-8").splitlines()[2:]:
        text, wanted, _ = line.split("\t")
        yield text, wanted


@pytest.mark.parametrize(("text", "wanted"), list(rows()), ids=lambda value: value[:30])
def test_claims_are_read(text: str, wanted: str) -> None:
    reading = read_article(Article(id="case", doc="case", text=text))
    name = {entity.id: entity.names[0] for entity in reading.entities}
    told = {f"{name[c.subject]} {c.verb} {name[c.object]}{MARKS[c.stance]}" for c in reading.claims}
    assert told == set(wanted.split(" ; ")) - {"-"}
