"""Builds knowledge graphs of armed actors out of news articles, Arabic first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Dataset

__version__ = "0.1.0"


def load(path: str | Path) -> Dataset:
    """Open the graph in a folder as an `rdflib.Dataset`; its default graph is the union of all.

    `kg.load("graph").query("SELECT ?who { ?who kg:commands ?group }")` needs no prefixes declared.
    Raises `BadGraph` where there is no whole graph.
    """
    from kg.graph.store import load as open_dataset

    return open_dataset(Path(path))
