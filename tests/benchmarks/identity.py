"""How well names are told to be one's: ours beside popular mergers, on pairs and among candidates.

`python tests/benchmarks/identity.py [PAIRS.tsv]` — the pairs are `tests/cases/identity.tsv` unless others
are named, in the same columns. Wants the extra `bench`: jellyfish and nomenklatura; what is not installed
is left out. We join from 0.90 on, as a build does. The others join, in each column, from the threshold (in
steps of 0.01) at which their F1 on these very pairs is highest: they are shown at their best.
"""

from __future__ import annotations

import csv
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kg.entities.judgement import ONE
from kg.entities.likeness import compare, known_as
from kg.model import Kind

CASES = Path(__file__).parents[1] / "cases" / "identity.tsv"
CANDIDATES = 500
Score = Callable[[Kind, str, str], float]


@dataclass(frozen=True)
class Pair:
    """A row of the table."""

    kind: Kind
    one: str
    other: str
    same: bool
    scripts: str
    tier: str


def read(path: Path) -> list[Pair]:
    """Read pairs; lines that start with # are comments."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [
            Pair(
                Kind(row["kind"]),
                row["one"],
                row["other"],
                row["same"] == "yes",
                row["scripts"],
                row["tier"],
            )
            for row in rows
        ]


def ours(kind: Kind, one: str, other: str) -> float:
    """Return our likeness; what a veto forbids counts for less than anything it does not."""
    found = compare(kind, one, other)
    return found.score if found.veto is None else found.score / 2


def mergers() -> Iterator[tuple[str, Score]]:
    """Yield the mergers that are installed."""
    yield "kg", ours
    from rapidfuzz.fuzz import WRatio

    yield "rapidfuzz WRatio", lambda kind, one, other: WRatio(one, other) / 100
    if find_spec("jellyfish"):
        from jellyfish import jaro_winkler_similarity

        yield "jellyfish Jaro–Winkler", lambda kind, one, other: jaro_winkler_similarity(one, other)
    if find_spec("nomenklatura"):
        yield "nomenklatura logic-v2", _logic_v2()


def _logic_v2() -> Score:
    from followthemoney.proxy import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = algorithm.default_config()

    def entity(kind: Kind, name: str) -> EntityProxy:
        schema = "Person" if kind is Kind.PERSON else "Organization"
        return EntityProxy.from_dict({"id": name, "schema": schema, "properties": {"name": [name]}})

    def score(kind: Kind, one: str, other: str) -> float:
        return float(algorithm.compare(entity(kind, one), entity(kind, other), config).score)

    return score


def rates(judged: list[tuple[float, bool]], threshold: float) -> tuple[float, float]:
    """Return precision and recall of joining from a threshold on."""
    joined = [same for score, same in judged if score >= threshold]
    wanted = sum(same for _, same in judged)
    return (sum(joined) / len(joined) if joined else 1.0), (sum(joined) / wanted if wanted else 1.0)


def best_threshold(judged: list[tuple[float, bool]]) -> float:
    """Return the threshold of the highest F1."""

    def f1(threshold: float) -> float:
        precision, recall = rates(judged, threshold)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    return max((step / 100 for step in range(30, 101)), key=f1)


def top_one(pairs: list[Pair], score: Score) -> float:
    """Return the share of Latin names whose own Arabic name comes first, alone, among 500 of its kind.

    Other names that the lexicon knows the same actor by are no rivals.
    """
    wanted = [pair for pair in pairs if pair.scripts == "ar-en" and pair.same]
    hits = 0
    for pair in wanted:
        own = score(pair.kind, pair.one, pair.other)
        own_ids = known_as(pair.kind, pair.one) | known_as(pair.kind, pair.other)
        rivals = (
            score(pair.kind, name, pair.other)
            for id, name in crowd(pair.kind)
            if name != pair.one and id not in own_ids
        )
        hits += own > max(rivals)
    return hits / len(wanted) if wanted else 1.0


def crowd(kind: Kind) -> list[tuple[str, str]]:
    """Return 499 Arabic names of a kind, with their ids, out of the lexicon, the same every time."""
    from kg.lexicon.lexemes import lexemes

    found = {one.names_ar[0]: one.id for one in lexemes().values() if one.kind is kind}
    names = [(found[name], name) for name in sorted(found)]
    step = len(names) / (CANDIDATES - 1)
    return [names[int(at * step)] for at in range(CANDIDATES - 1)]


def main(path: Path) -> None:
    """Print the table."""
    pairs = read(path)
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of them of one")
    columns = ("ar–ar P", "R", "ar–en P", "R", "hard P", "R", "top-1 of 500", "pairs/s")
    print(f"| merger | {' | '.join(columns)} |")
    print("|---" * (len(columns) + 1) + "|")
    for name, score in mergers():
        start = time.perf_counter()
        judged = [(score(pair.kind, pair.one, pair.other), pair) for pair in pairs]
        speed = len(pairs) / (time.perf_counter() - start)
        cells = []
        for chosen in (
            [(v, p.same) for v, p in judged if p.scripts == "ar-ar"],
            [(v, p.same) for v, p in judged if p.scripts == "ar-en"],
            [(v, p.same) for v, p in judged if p.tier in ("hard", "adversarial")],
        ):
            threshold = ONE if name == "kg" else best_threshold(chosen)
            cells += [f"{rate:.3f}" for rate in rates(chosen, threshold)]
        cells += [f"{top_one(pairs, score):.3f}", f"{speed:,.0f}"]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CASES)
