"""Checks a graph against its shapes, `ontology/shapes.ttl`, by SPARQL so that it may be large.

Each file of `ontology/checks` finds the breaches of one rule, its first line. The tests hold them
against pySHACL, which reads the shapes themselves.
"""

from __future__ import annotations

from functools import cache

from pyoxigraph import Store

from kg.graph.ontology import ontology_dir, prefixes
from kg.graph.sparql import Value, select
from kg.graph.store import find_base
from kg.model import Problem


@cache
def _checks() -> tuple[tuple[str, str], ...]:
    """Return the rules, each with the query that finds its breaches, in the order of files."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((ontology_dir() / "checks").glob("*.rq"))
    ]
    return tuple((text.partition("\n")[0].removeprefix("#").strip(), text) for text in texts)


def check(store: Store) -> list[Problem]:
    """Return the breaches of the shapes in a graph: where is the node, why names rule and value."""
    base = find_base(store)
    problems = []
    for rule, query in _checks():
        for node, path, value in select(store, query).rows:
            said = f": {_short(value, base)}" if value is not None else ""
            problems.append(Problem(_short(node, base), f"{rule} ({_short(path, base)}{said})"))
    return problems


def _short(value: Value, base: str) -> str:
    """Return a value as the prefixes write it: `id:hezbollah`, `kg:stance`."""
    text = str(value)
    for prefix, iri in {"id": f"{base}id/", **prefixes(), "": base}.items():
        if text.startswith(iri):
            return f"{prefix}:{text.removeprefix(iri)}" if prefix else text.removeprefix(iri)
    return text
