"""Writes a whole graph in the formats of RDF, always in the same order: same graph, same bytes.

Turtle, N-Triples and RDF/XML have no named graphs; nothing is lost, for every triple stands in one
graph only and none means more by the graph it is in.
"""

from __future__ import annotations

from typing import IO

from pyoxigraph import Quad, RdfFormat, Store, serialize

from kg.errors import UnknownName
from kg.graph.store import all_prefixes, find_base

FORMATS = {
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def dump(store: Store, format: str, output: IO[bytes]) -> None:
    """Write the graph to an open binary file in one of `FORMATS`.

    N-Quads come sorted by code point, one line a quad. Raises `UnknownName` for another format.
    """
    if format not in FORMATS:
        raise UnknownName(f"no format {format}; there are {', '.join(FORMATS)}")
    kind = FORMATS[format]
    if kind == RdfFormat.N_QUADS:
        _write_lines(sorted(str(quad) for quad in store), output)
        return
    if kind == RdfFormat.N_TRIPLES:
        _write_lines(sorted({str(quad.triple) for quad in store}), output)
        return
    quads = sorted(store, key=_graph_first if kind.supports_datasets else str)
    prefixes = all_prefixes(find_base(store))
    if kind.supports_datasets:
        text = serialize(quads, format=kind, prefixes=prefixes)
    else:
        flat = dict.fromkeys(quad.triple for quad in quads)
        text = serialize(flat, format=kind, prefixes=prefixes)
    assert text is not None
    output.write(_keep_returns(text) if kind == RdfFormat.RDF_XML else text)


def _write_lines(lines: list[str], output: IO[bytes]) -> None:
    """Write statements, each with its full stop, a line each."""
    for line in lines:
        output.write(f"{line} .\n".encode())


def _graph_first(quad: Quad) -> tuple[str, str]:
    """Order quads by graph, then by what they say."""
    return str(quad.graph_name), str(quad.triple)


def _keep_returns(text: bytes) -> bytes:
    """Write carriage returns as references: an XML reader would take them for line ends."""
    return text.replace(b"\r", b"&#13;")
