"""Lays large parts of a network out by communities: each a disc, the discs beside one another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import networkx
import numpy

Places = dict[str, tuple[float, float]]

MOST_DISCS = 400
"""Discs are pushed apart pair by pair; more of them would take too long."""
_PUSHES = 300


def lay_out_discs(
    plain: networkx.Graph[str],
    groups: Sequence[Sequence[str]],
    lay_out_group: Callable[[list[str]], Places],
    spacing: float,
) -> Places:
    """Lay out each group for itself, and the groups near those they have ties with."""
    insides = [lay_out_group(sorted(group)) for group in groups]
    middles = [_middle(inside) for inside in insides]
    radii = [
        _most([math.dist(at, middle) for at in inside.values()]) + spacing
        for inside, middle in zip(insides, middles, strict=True)
    ]
    centres = _push_apart(_between(plain, groups, radii), numpy.array(radii))
    return {
        node: (x - middle[0] + float(centre[0]), y - middle[1] + float(centre[1]))
        for inside, middle, centre in zip(insides, middles, centres, strict=True)
        for node, (x, y) in inside.items()
    }


def _most(distances: list[float]) -> float:
    """Return how far nineteen of twenty lie at most: the last may stray into another disc."""
    return sorted(distances)[(len(distances) - 1) * 19 // 20]


def _middle(inside: Places) -> tuple[float, float]:
    xs, ys = [x for x, _ in inside.values()], [y for _, y in inside.values()]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _between(
    plain: networkx.Graph[str], groups: Sequence[Sequence[str]], radii: Sequence[float]
) -> Any:
    """Lay out the groups by the ties between them."""
    home = {node: number for number, group in enumerate(groups) for node in group}
    ties = Counter(
        (min(home[a], home[b]), max(home[a], home[b]))
        for a, b in plain.subgraph(home).edges()
        if home[a] != home[b]
    )
    between: networkx.Graph[int] = networkx.Graph()
    between.add_nodes_from(range(len(groups)))
    for (one, other), count in sorted(ties.items()):
        between.add_edge(
            one, other, weight=count / math.sqrt(len(groups[one]) * len(groups[other]))
        )
    scale = math.sqrt(sum(radius**2 for radius in radii)) * 1.2
    found = networkx.spring_layout(between, iterations=100, seed=1, scale=scale)
    return numpy.array([found[number] for number in range(len(groups))], dtype=float)


def _push_apart(centres: Any, radii: Any) -> Any:
    """Move discs until hardly any two overlap, all the while drawn to the middle."""
    least = radii[:, None] + radii[None, :]
    numpy.fill_diagonal(least, 0.0)
    for _ in range(_PUSHES):
        apart = centres[:, None, :] - centres[None, :, :]
        distance = numpy.maximum(numpy.hypot(apart[:, :, 0], apart[:, :, 1]), 1e-6)
        overlap = numpy.maximum(least - distance, 0.0)
        push = (apart * (overlap / distance * 0.25)[:, :, None]).sum(axis=1)
        reach = numpy.maximum(numpy.hypot(push[:, 0], push[:, 1]), 1e-9)
        push *= (numpy.minimum(reach, radii) / reach)[:, None]
        centres = centres * 0.998 + push
    return centres
