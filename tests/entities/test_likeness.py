"""Likeness of names: every row of `cases/identity.tsv`, and what must hold for any two names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities.likeness import compare, key
from kg.model import Kind

CASES = Path(__file__).parent.parent / "cases" / "identity.tsv"
ROWS = list(
    csv.DictReader(
        (line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")),
        delimiter="\t",
    )
)
APART = [row for row in ROWS if row["same"] == "no"]
WORDS = (
    "سالم الهيلمان أبو راشد بن عبد الله العميد لواء فجر البادية 51 الرابعة في حزب Salem al-Rawas"
)
NAMES = st.lists(
    st.sampled_from([*WORDS.split()]),
    min_size=1,
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize("row", APART, ids=lambda row: f"{row['one']}~{row['other']}")
def test_names_of_two_are_never_joined(row: dict[str, str]) -> None:
    found = compare(Kind(row["kind"]), row["one"], row["other"])
    assert not found.is_one, found


@pytest.mark.parametrize(("scripts", "least"), [("ar-ar", 0.95), ("ar-en", 0.95)])
def test_names_of_one_are_joined(scripts: str, least: float) -> None:
    rows = [row for row in ROWS if row["same"] == "yes" and row["scripts"] == scripts]
    joined = [row for row in rows if compare(Kind(row["kind"]), row["one"], row["other"]).is_one]
    missed = [f"{row['one']} ~ {row['other']}" for row in rows if row not in joined]
    assert len(joined) >= least * len(rows), missed


@given(st.sampled_from(list(Kind)), NAMES, NAMES)
def test_likeness_is_the_same_both_ways_and_whole_with_itself(
    kind: Kind, one: str, other: str
) -> None:
    there, back = compare(kind, one, other), compare(kind, other, one)
    assert there.score == back.score
    assert (there.veto is None) == (back.veto is None)
    assert compare(kind, one, one).is_one
    assert 0.0 <= there.score <= 1.0


@given(st.sampled_from(list(Kind)), st.text(max_size=30), st.text(max_size=30))
def test_any_text_can_be_compared(kind: Kind, one: str, other: str) -> None:
    compare(kind, one, other)
    key(kind, one)


def test_reasons_are_told_in_words() -> None:
    found = compare(Kind.PERSON, "العقيد سالم محمد الرواس", "سالم رواس")
    assert found.reasons == ("same given name سالم", "same family name رواس")
    assert compare(Kind.ARMED_GROUP, "اللواء 51", "اللواء 52").veto == "the numbers differ: 51, 52"
