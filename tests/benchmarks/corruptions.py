"""Damaged files in great number through `kg build`: no traceback, and nothing lost of the rest.

`python tests/benchmarks/corruptions.py [FILES] [SEED]`
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from invented import EXAMPLES, compose, write

from kg import build
from kg.ledger import NAME, read_ledger

FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix != ".md")
WAYS = ("flip", "cut", "marks", "swap", "twice", "noise", "encoding")
MARKS = "\0\x07\x1b\x7f\x85\u200f\u202e\u2066\u2069\ufeff\ufffe\u061c"
A_ROUND = 100


def hurt(content: bytes, chance: random.Random) -> tuple[str, bytes]:
    """Return a way of damage, and a file's bytes damaged so."""
    data, way = bytearray(content), chance.choice(WAYS)
    at, other = chance.randrange(len(data)), chance.randrange(len(data))
    match way:
        case "flip":
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] ^= chance.randint(1, 255)
        case "cut":
            del data[at:]
        case "marks":
            for _ in range(chance.randint(1, 20)):
                spot = chance.randrange(len(data))
                data[spot:spot] = chance.choice(MARKS).encode()
        case "swap":
            data[at : at + 40] = data[other : other + 40]
        case "twice":
            data[at:at] = data[:other]
        case "noise":
            data[at : at + 200] = chance.randbytes(200)
        case "encoding":
            data = bytearray(
                content.decode().encode(chance.choice(("utf-16", "cp1256")), "replace")
            )
    return way, bytes(data)


def run(folder: Path, graph: Path) -> tuple[int, str]:
    """Run `kg build`, and return its exit code and what it says on standard error."""
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build"]
    done = subprocess.run(
        [*command, str(folder), "-o", str(graph)], capture_output=True, encoding="utf-8"
    )
    return done.returncode, done.stderr


def main(count: int, seed: int) -> None:
    """Damage `count` files, a hundred a build, among ten whole articles; print what came of it."""
    chance, ways, told, bad = random.Random(seed), Counter[str](), 0, 0
    for start in range(0, count, A_ROUND):
        with tempfile.TemporaryDirectory() as place:
            folder, graph = Path(place) / "articles", Path(place) / "graph"
            folder.mkdir()
            write(compose(10, seed), folder / "whole.jsonl")
            build.build([folder], Path(place) / "alone")
            alone = {r.article.id: r for r in build.readings(Path(place) / "alone")}
            for number in range(start, min(start + A_ROUND, count)):
                file = chance.choice(FILES)
                way, data = hurt(file.read_bytes(), chance)
                ways[way] += 1
                (folder / f"{number:04}{file.suffix}").write_bytes(data)
            code, said = run(folder, graph)
            told += len(said.splitlines()) - 1
            found = {r.article.id: r for r in read_ledger(graph)} if (graph / NAME).exists() else {}
            if code not in (0, 1) or "Traceback" in said or not alone.items() <= found.items():
                bad += 1
                print(f"round from {start}: exit code {code}\n{said[-2000:]}")
    print(f"{count} damaged files: {dict(sorted(ways.items()))}")
    print(f"{told} problems told; {bad} builds failed or lost something of the whole articles")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["1000", "0"][len(sys.argv) - 1 :])))
