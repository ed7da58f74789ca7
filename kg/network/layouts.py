"""Lays a network out on a plane, always the same way.

Each connected part is laid out for itself, the parts then set side by side. Up to 500 nodes
a part takes networkx's seeded spring layout. A larger one is laid out community by community, where
these are known. Where they are not, or too many or large themselves, springs pull along every tie
while each node is pushed off a few others, different ones in every step; the work grows with the
number of ties, not with its square (20,000 nodes in seconds).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import networkx
import numpy

from kg.network.actors import Network
from kg.network.discs import MOST_DISCS, lay_out_discs

_SMALL = 500
_STEPS = 120
_FAR, _NEAR = 6, 4
_DENSE = 0.4
_WIDE = 1.3
_ROOM = 0.4
_GOLDEN = math.pi * (3 - math.sqrt(5))


def lay_out(
    network: Network, communities: Sequence[Sequence[str]] = (), *, spacing: float = 150.0
) -> dict[str, tuple[int, int]]:
    """Give each node x and y; neighbours lie about `spacing` apart.

    Of communities, each must lie within one connected part, and all of a part's nodes be in one.
    """
    plain: networkx.Graph[str] = networkx.Graph()
    plain.add_nodes_from(sorted(network))
    plain.add_edges_from(sorted({(min(e), max(e)) for e in network.edges() if e[0] != e[1]}))
    parts = sorted(networkx.connected_components(plain), key=lambda part: (-len(part), min(part)))
    home = {node: number for number, group in enumerate(communities) for node in group}
    placed = [_lay_out_part(plain, sorted(part), home, spacing) for part in parts]
    return _set_side_by_side(placed, spacing)


def _lay_out_part(
    plain: networkx.Graph[str],
    nodes: list[str],
    home: Mapping[str, int],
    spacing: float,
    steps: int = 200,
) -> dict[str, tuple[float, float]]:
    if len(nodes) == 1:
        return {nodes[0]: (0.0, 0.0)}
    if len(nodes) <= _SMALL:
        part: networkx.Graph[str] = networkx.Graph()
        part.add_nodes_from(nodes)
        part.add_edges_from(sorted((min(e), max(e)) for e in plain.subgraph(nodes).edges()))
        spread = 1.8 / math.sqrt(len(nodes))
        found = networkx.spring_layout(part, k=spread, iterations=steps, seed=1)
        lengths = sorted(math.dist(found[a], found[b]) for a, b in part.edges())
        wide = max(_ROOM * math.sqrt(len(nodes) - 1), 1 / max(lengths[len(lengths) // 2], 0.1))
        return {node: _scaled(found[node], spacing * wide) for node in nodes}
    groups: dict[int, list[str]] = {}
    for node in nodes:
        if node in home:
            groups.setdefault(home[node], []).append(node)
    if 1 < len(groups) <= MOST_DISCS and sum(map(len, groups.values())) == len(nodes):
        alone = partial(_lay_out_part, plain, home={}, spacing=spacing, steps=60)
        return lay_out_discs(plain, [groups[number] for number in sorted(groups)], alone, spacing)
    return dict(zip(nodes, _spread(plain, nodes, spacing * _DENSE), strict=True))


def _scaled(at: Any, factor: float) -> tuple[float, float]:
    return float(at[0]) * factor, float(at[1]) * factor


def _spread(
    plain: networkx.Graph[str], nodes: list[str], spacing: float
) -> list[tuple[float, float]]:
    """Lay out a large part: a spiral in order of distance from its hub, then pulls and pushes."""
    index = {node: position for position, node in enumerate(nodes)}
    edges = [(index[a], index[b]) for a, b in plain.subgraph(nodes).edges()]
    ends = numpy.array(sorted((min(edge), max(edge)) for edge in edges))
    start, end = ends[:, 0], ends[:, 1]
    degrees = numpy.bincount(ends.ravel(), minlength=len(nodes)).astype(float)
    at = _spiral(plain, nodes, index, spacing)
    for step in range(_STEPS):
        force = _push_far(at, spacing, step) + _push_near(at, spacing, step)
        apart = at[end] - at[start]
        for axis in (0, 1):
            force[:, axis] += numpy.bincount(start, apart[:, axis], len(nodes)) / degrees
            force[:, axis] -= numpy.bincount(end, apart[:, axis], len(nodes)) / degrees
        length = numpy.maximum(numpy.hypot(force[:, 0], force[:, 1]), 1e-9)
        reach = spacing * math.sqrt(len(nodes)) / 8 * (1 - step / _STEPS) ** 2
        at += force * (numpy.minimum(length, reach) / length)[:, None]
    return [(float(x), float(y)) for x, y in at]


def _push_far(at: Any, spacing: float, step: int) -> Any:
    """Push each node off a few others, as hard as all of them together would."""
    count = len(at)
    force = numpy.zeros_like(at)
    for push in range(_FAR):
        offset = 1 + (step * _FAR + push) * 7919 % (count - 1)
        force += _push(at, numpy.roll(at, offset, axis=0), spacing)
    return force * ((count - 1) / _FAR)


def _push_near(at: Any, spacing: float, step: int) -> Any:
    """Push each node off the next few along a row, or every other step a column, of the plane."""
    across, along = (1, 0) if step % 2 else (0, 1)
    order = numpy.lexsort((at[:, along], numpy.floor(at[:, across] / spacing * 2)))
    row = at[order]
    force = numpy.zeros_like(at)
    for offset in range(1, _NEAR + 1):
        force[order] += _push(row, numpy.roll(row, offset, axis=0), spacing)
        force[order] += _push(row, numpy.roll(row, -offset, axis=0), spacing)
    return force


def _push(at: Any, others: Any, spacing: float) -> Any:
    away = at - others
    square = numpy.maximum(away[:, 0] ** 2 + away[:, 1] ** 2, (spacing / 8) ** 2)
    away *= (spacing**2 / square)[:, None]
    return away


def _spiral(
    plain: networkx.Graph[str], nodes: list[str], index: dict[str, int], spacing: float
) -> Any:
    hub = max(nodes, key=lambda node: (plain.degree[node], node))
    order = [hub, *(child for _, child in networkx.bfs_edges(plain, hub))]
    at = numpy.zeros((len(nodes), 2))
    for turn, node in enumerate(order):
        radius = spacing * 0.6 * math.sqrt(turn)
        at[index[node]] = radius * math.cos(turn * _GOLDEN), radius * math.sin(turn * _GOLDEN)
    return at


def _set_side_by_side(
    parts: list[dict[str, tuple[float, float]]], spacing: float
) -> dict[str, tuple[int, int]]:
    """Set parts beside and below one another, the largest first, each as far up as there is room."""
    sizes = [_size(part, spacing) for part in parts]
    column = spacing / 2
    area = sum(wide * high for wide, high in sizes)
    width = max([wide for wide, _ in sizes] + [math.sqrt(area * _WIDE)])
    tops = [0.0] * (math.ceil(width / column) + 1)
    positions: dict[str, tuple[int, int]] = {}
    for part, (wide, high) in zip(parts, sizes, strict=True):
        columns = math.ceil(wide / column)
        top, first = min(
            (max(tops[start : start + columns]), start) for start in range(len(tops) - columns + 1)
        )
        tops[first : first + columns] = [top + high] * columns
        right = first * column - min(x for x, _ in part.values())
        down = top - min(y for _, y in part.values())
        for node, (x, y) in part.items():
            positions[node] = (round(x + right), round(y + down))
    return positions


def _size(part: dict[str, tuple[float, float]], spacing: float) -> tuple[float, float]:
    """Return how wide and high a part is, with the space to the next."""
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return max(xs) - min(xs) + spacing, max(ys) - min(ys) + spacing
