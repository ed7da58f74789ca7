"""Invented articles in any number, composed of sentences of `examples/articles`."""

from __future__ import annotations

import json
import random
from pathlib import Path

from kg import articles, sentences
from kg.model import Article

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
LENGTH = 2_500
"""Code points of an article, about."""


def compose(count: int, seed: int = 0) -> list[dict[str, str]]:
    """Return records of `count` articles, each of whole sentences of several examples."""
    chance = random.Random(seed)
    known = [found for found in articles.read([EXAMPLES]) if isinstance(found, Article)]
    spoken = [
        sentence.span.quote(article.text)
        for article in known
        for sentence in sentences.split(article.text)
    ]
    records = []
    for number in range(count):
        chosen: list[str] = []
        while sum(map(len, chosen)) < LENGTH:
            chosen.append(chance.choice(spoken))
        text = "\n\n".join(" ".join(chosen[at : at + 3]) for at in range(0, len(chosen), 3))
        issued = f"{2015 + number % 9}-{1 + number % 12:02}-{1 + number % 28:02}"
        records.append({"doc": f"a{number}", "text": text, "issued": issued})
        records[-1]["publisher"] = f"صحيفة {number % 40}"
    return records


def write(records: list[dict[str, str]], path: Path) -> None:
    """Write records as JSON Lines."""
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    path.write_text("".join(lines), encoding="utf-8")
