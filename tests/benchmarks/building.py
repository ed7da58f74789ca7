"""How fast and in how much memory a graph is built, and built again with nothing changed.

`python tests/benchmarks/building.py [ARTICLES] [JOBS]`
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from invented import compose, write

COMMAND = [sys.executable, "-c", "from kg.cli import main; main()", "build"]


def memory(process: psutil.Process) -> int:
    """Return the bytes in RAM of a process and all below it; shared pages count in each."""
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def run(words: list[str]) -> tuple[float, int]:
    """Run `kg build` and return its seconds and the most memory seen, looked at 50 times a second."""
    start = time.perf_counter()
    child = subprocess.Popen([*COMMAND, *words])
    watched, most = psutil.Process(child.pid), 0
    while child.poll() is None:
        try:
            most = max(most, memory(watched))
        except psutil.NoSuchProcess:
            break
        time.sleep(0.02)
    assert child.wait() == 0
    return time.perf_counter() - start, most


def main(count: int, jobs: int) -> None:
    """Print the figures of a first and of a second, unchanged build."""
    with tempfile.TemporaryDirectory() as place:
        path, graph = Path(place) / "articles.jsonl", Path(place) / "graph"
        write(compose(count), path)
        words = [str(path), "-o", str(graph), "--jobs", str(jobs)]
        first, most = run(words)
        again, little = run(words)
        size = sum(file.stat().st_size for file in graph.rglob("*") if file.is_file())
    print(f"{count} articles, {jobs} processes")
    print(f"first build  {first:7.1f} s  {count / first:7.1f} articles/s  {most / 2**20:6.0f} MiB")
    print(
        f"again        {again:7.1f} s  {first / again:7.1f} times as fast  {little / 2**20:4.0f} MiB"
    )
    print(f"graph        {size / 2**20:7.1f} MiB on disk")


if __name__ == "__main__":
    main(*(int(word) for word in (sys.argv[1:] + ["1000", "2"][len(sys.argv) - 1 :])))
