"""Answers one SPARQL query in a process of its own: see `kg.graph.sparql.select_within`.

`python -m kg.graph.within FOLDER` reads the query from standard input and writes the answer, or the
error, to standard output as a pickle.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from kg.errors import BadCall, BadGraph
from kg.graph.sparql import Answer, select
from kg.graph.store import open_store


def answer() -> None:
    """Answer the query of standard input."""
    query = sys.stdin.buffer.read().decode("utf-8", "surrogatepass")
    found: Answer | BadCall | BadGraph
    try:
        found = select(open_store(Path(sys.argv[1])), query)
    except (BadCall, BadGraph) as error:
        found = error
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    answer()
