from __future__ import annotations

import pytest
from golden_graph import golden_quads
from pyoxigraph import Store

from kg.graph.store import memory_store, write


@pytest.fixture(scope="session")
def quads():
    return golden_quads()


@pytest.fixture(scope="session")
def store(quads) -> Store:
    return memory_store(quads)


@pytest.fixture(scope="session")
def folder(quads, tmp_path_factory):
    path = tmp_path_factory.mktemp("golden") / "graph"
    write(quads, path)
    return path
