"""How memory grows while one process reads: after every thousand articles, each with words never met before.

`python tests/benchmarks/memory.py [ARTICLES]` — by default 10000. Wants psutil, which is in the extra `test`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator

import psutil
from invented import compose

from kg.build import read_article
from kg.model import Article, Moment

BATCH, NEW = 100, 30
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def unheard_of(text: str, chance: random.Random) -> str:
    """Return a text with some of its words made up, as names and slips of the pen are in real news."""
    words = text.split(" ")
    for _ in range(NEW):
        words[chance.randrange(len(words))] = "".join(chance.choices(LETTERS, k=6))
    return " ".join(words)


def articles(count: int) -> Iterator[Article]:
    """Yield that many articles, composed by the hundred."""
    chance = random.Random(0)
    for batch in range(0, count, BATCH):
        for record in compose(min(BATCH, count - batch), seed=batch):
            text = unheard_of(record["text"], chance)
            yield Article(f"{batch}-{record['doc']}", record["doc"], text,
                          issued=Moment.parse(record["issued"]))  # fmt: skip


def main(count: int) -> None:
    """Print the resident memory after every thousand articles."""
    process = psutil.Process()
    for number, article in enumerate(articles(count), 1):
        read_article(article)
        if number % 1000 == 0 or number in (1, 100):
            print(f"{number:6} articles {process.memory_info().rss / 2**20:6.0f} MiB", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
