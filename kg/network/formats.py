"""Writes a network as XML that Gephi, Cytoscape, yEd and NodeXL open."""

from __future__ import annotations

import io
import re
from typing import Any

import networkx

from kg.network.actors import Network

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""

BETWEEN_NAMES = " | "


def as_graphml(network: Network) -> bytes:
    """Return the network as GraphML in UTF-8."""
    out = io.BytesIO()
    networkx.write_graphml(_plain(network), out, prettyprint=True)
    return out.getvalue()


def as_gexf(network: Network) -> bytes:
    """Return the network as GEXF 1.2 in UTF-8, without the day of writing."""
    out = io.BytesIO()
    networkx.write_gexf(_plain(network), out, prettyprint=True)
    return re.sub(rb' lastmodifieddate="[^"]*"', b"", out.getvalue())


def _plain(network: Network) -> Network:
    """Return a copy that XML can hold; edges get an `id` and the verb as their `label`."""
    plain: Network = networkx.MultiDiGraph()
    for node, data in network.nodes(data=True):
        plain.add_node(_clean(node), **{key: _clean(value) for key, value in data.items()})
    for number, (subject, object, data) in enumerate(network.edges(data=True)):
        attributes: dict[str, Any] = {key: _clean(value) for key, value in data.items()}
        label = attributes["verb"]
        plain.add_edge(_clean(subject), _clean(object), key=str(number), label=label, **attributes)
    return plain


def _clean(value: Any) -> Any:
    if isinstance(value, tuple):
        value = BETWEEN_NAMES.join(value)
    return _NOT_XML.sub("", value) if isinstance(value, str) else value
