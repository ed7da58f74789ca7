"""Rules can be looked up: each reads its own example, and no claim names a rule that no table has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.build import read_article
from kg.lexicon.rules import Rule, rules
from kg.model import Article

GOLDEN = Path(__file__).parent.parent / "golden" / "examples.jsonl"


@pytest.mark.parametrize("rule", [r for r in rules() if not r.calls], ids=lambda r: r.rule)
def test_a_rule_reads_its_example(rule: Rule) -> None:
    reading = read_article(Article(id="example", doc="example", text=rule.example))
    assert (rule.rule, rule.verb) in {(claim.rule, claim.verb) for claim in reading.claims}


def test_every_claim_names_a_rule_of_the_tables() -> None:
    readings = map(json.loads, GOLDEN.read_text(encoding="utf-8").splitlines())
    read = {claim["rule"] for reading in readings for claim in reading["claims"]}
    assert len(read) > 30
    assert read <= {rule.rule for rule in rules()}
