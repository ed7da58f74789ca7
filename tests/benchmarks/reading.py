"""How fast articles are read in one process, beside camel_tools cutting the same text into words.

`python tests/benchmarks/reading.py [ARTICLES]`
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from camel_tools.tokenizers.word import simple_word_tokenize
from invented import compose

from kg.build import read_article
from kg.model import Article, Moment

TURNS = 8


def speed(act: Callable[[Any], Any], things: Iterable[Any]) -> float:
    """Return how many things a second are acted on."""
    listed = list(things)
    start = time.perf_counter()
    for thing in listed:
        act(thing)
    return len(listed) / (time.perf_counter() - start)


def main(count: int) -> None:
    """Print both speeds, taken by turns in this run, so that both meet the same load of the machine."""
    found = [
        Article(r["doc"], r["doc"], r["text"], issued=Moment.parse(r["issued"]))
        for r in compose(count + 20)
    ]
    warm, rest = found[:20], found[20:]
    for article in warm:
        read_article(article)
        simple_word_tokenize(article.text)
    ours: list[float] = []
    theirs: list[float] = []
    for at in range(TURNS):
        turn = rest[at::TURNS]
        ours.append(speed(read_article, turn))
        theirs.append(speed(simple_word_tokenize, [article.text for article in turn]))
    mean = sum(len(article.text) for article in rest) / len(rest)
    ours_mean, theirs_mean = (TURNS / sum(1 / one for one in speeds) for speeds in (ours, theirs))
    print(f"{len(rest)} articles of {mean:.0f} code points, one process")
    print(f"kg.build.read_article             {ours_mean:8.1f} articles/s")
    print(f"camel_tools simple_word_tokenize  {theirs_mean:8.1f} articles/s")
    print(f"reading costs {theirs_mean / ours_mean:.2f} times what cutting into words costs")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
