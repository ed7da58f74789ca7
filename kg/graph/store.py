"""Keeps a graph on disk: written whole beside the old one, swapped in, opened for reading.

A graph folder holds `store/`. While a new one is written it lies in `store.new/`; at the swap the
old one is `store.old/` for a moment. A crash leaves a whole store, which the next call finds.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import NamedNode, Quad, Store

from kg.errors import BadGraph
from kg.graph.iris import BASE
from kg.graph.ontology import ONTOLOGY, OWL, RDF, prefixes

STORE, NEW, OLD = "store", "store.new", "store.old"


def write(quads: Iterable[Quad], folder: Path) -> None:
    """Write a graph into a folder, in place of the one there; on failure that one stays.

    The folder is made if it is missing. Raises `BadGraph` where it is a file, or holds a `store`
    that is no graph of ours.
    """
    if folder.exists() and not folder.is_dir():
        raise BadGraph(f"{folder} is a file; name a folder to write the graph into")
    folder.mkdir(parents=True, exist_ok=True)
    _tidy(folder)
    current = folder / STORE
    if current.exists() and _is_foreign(current):
        raise BadGraph(f"{current} is not a graph of ours; move it away or name another folder")
    _fill(quads, folder / NEW)
    if current.exists():
        current.rename(folder / OLD)
    (folder / NEW).rename(current)
    shutil.rmtree(folder / OLD, ignore_errors=True)


def _fill(quads: Iterable[Quad], path: Path) -> None:
    """Write quads into a fresh store and close it."""
    store = Store(str(path))
    store.bulk_extend(quads)
    store.optimize()
    store.flush()
    del store


def _tidy(folder: Path) -> None:
    """Clear away what a crash has left: an unfinished new store; an old one no longer needed."""
    shutil.rmtree(folder / NEW, ignore_errors=True)
    if not (folder / STORE).exists() and _is_store(folder / OLD):
        (folder / OLD).rename(folder / STORE)
    shutil.rmtree(folder / OLD, ignore_errors=True)


def _is_store(path: Path) -> bool:
    """Say whether a folder looks like an Oxigraph store: RocksDB names its state in `CURRENT`."""
    return (path / "CURRENT").is_file()


def _is_foreign(path: Path) -> bool:
    """Say whether a folder holds something else than a graph of ours, whole or damaged."""
    if not _is_store(path):
        return not path.is_dir() or (any(path.iterdir()) and not any(path.glob("MANIFEST-*")))
    try:
        store = Store.read_only(str(path))
    except (OSError, RuntimeError):
        return False
    return not any(store.quads_for_pattern(NamedNode(ONTOLOGY), RDF.type, OWL.Ontology))


def open_store(folder: Path) -> Store:
    """Open the graph of a folder for reading; raise `BadGraph` where there is no whole one."""
    path = folder / STORE
    if not path.exists() and _is_store(folder / OLD):
        path = folder / OLD
    if not path.is_dir():
        raise BadGraph(f"{folder} holds no graph; build one with: kg build ARTICLES --out {folder}")
    if not _is_store(path):
        raise BadGraph(f"{path} is not a graph store, or a damaged one; build it anew")
    try:
        store = Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise BadGraph(f"{path} cannot be read ({error}); build the graph anew") from error
    find_base(store)
    return store


def find_base(store: Store) -> str:
    """Return the base of a graph's IRIs, told by the name of the graph that holds the ontology.

    Raises `BadGraph` where there is no such graph: then it is not one of ours.
    """
    try:
        found = list(store.quads_for_pattern(NamedNode(ONTOLOGY), RDF.type, OWL.Ontology))
    except OSError as error:
        raise BadGraph(f"the graph store is damaged ({error}); build it anew") from error
    for quad in found:
        name = quad.graph_name
        if isinstance(name, NamedNode) and name.value.endswith("graph/ontology"):
            return name.value.removesuffix("graph/ontology")
    raise BadGraph(
        "the store holds no ontology of armed actors: it is not a graph made by kg build"
    )


def all_prefixes(base: str = BASE) -> dict[str, str]:
    """Return the prefixes a question may use: those of the ontology, and `id:` for entities."""
    return {**prefixes(), "id": f"{base}id/"}


def load(folder: Path) -> rdflib.Dataset:
    """Open the graph of a folder as an `rdflib.Dataset` whose default graph is the union of all.

    The store is on disk and read-only: queries are answered by Oxigraph, and nothing is copied.
    """
    store = open_store(folder)
    dataset = rdflib.Dataset(store=OxigraphStore(store=store), default_union=True)
    for prefix, iri in all_prefixes(find_base(store)).items():
        dataset.bind(prefix, iri)
    return dataset


def memory_store(quads: Iterable[Quad]) -> Store:
    """Return a store in memory, for graphs of some articles."""
    store = Store()
    store.bulk_extend(quads)
    return store
