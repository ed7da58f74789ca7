"""What is read out of the examples is what was read before; a change is shown line by line.

If the change is for the better: `kg read examples/articles > tests/golden/examples.jsonl`.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import articles, build
from kg.model import Article
from kg.views.records import reading_record

GOLDEN = Path(__file__).parent / "golden" / "examples.jsonl"
EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
BEFORE = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
QUALIFIERS = ("role", "since", "until", "as_of", "ended", "place", "speaker", "attribution")


def told(record: dict[str, Any]) -> Iterator[str]:
    """Yield a reading in lines for people, ids replaced by names."""
    names = {entity["id"]: entity["names"][0] for entity in record["entities"]}
    yield f"{record['doc']} {record['language']} {record['issued']}"
    yield from sorted(f"{one['kind']}: {' | '.join(one['names'])}" for one in record["entities"])
    for claim in record["claims"]:
        given = [f"{key}={names.get(claim[key], claim[key])}" for key in QUALIFIERS if claim[key]]
        yield f"{names[claim['s']]} → {claim['v']} → {names[claim['o']]}  [{claim['stance']}]"
        yield f"    {' '.join([*given, claim['rule'], str(claim['confidence'])])}"
        yield f"    «{claim['quote']}» {claim['start']}-{claim['end']}"


@pytest.fixture(scope="module")
def now() -> dict[str, Any]:
    found = [article for article in articles.read([EXAMPLES]) if isinstance(article, Article)]
    records = [reading_record(build.read_article(article)) for article in found]
    assert len({record["doc"] for record in records}) == len(records)
    return {record["doc"]: json.loads(json.dumps(record)) for record in records}


def test_the_golden_readings_are_of_the_examples(now: dict[str, Any]) -> None:
    assert [record["doc"] for record in BEFORE] == list(now)


@pytest.mark.parametrize("before", BEFORE, ids=lambda record: record["doc"])
def test_an_example_is_read_as_before(before: dict[str, Any], now: dict[str, Any]) -> None:
    after = now[before["doc"]]
    if after != before:
        lines = difflib.unified_diff(
            list(told(before)), list(told(after)), "golden", "now", lineterm="", n=1
        )
        pytest.fail("\n".join([*lines, (__doc__ or "").splitlines()[-1]]), pytrace=False)
