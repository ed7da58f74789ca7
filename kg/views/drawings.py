"""Draws entities and ties as nodes and edges of vis-network; the only home of pyvis.

pyvis gives the shape of the data and ships vis-network. The page around them is our own, for
pyvis's asks a network for styles and runs whatever script a name may hold.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from pyvis.edge import Edge
from pyvis.node import Node

from kg.graph.ontology import KG, is_symmetric
from kg.model import Entity, Tie
from kg.views.styles import FAMILIES, STANCES, family_of, look_of_kind

Options = dict[str, Any]

OPTIONS: Options = {
    "physics": {
        "enabled": False,
        "solver": "forceAtlas2Based",
        "stabilization": False,
        "forceAtlas2Based": {"springLength": 120, "avoidOverlap": 0.5},
    },
    "layout": {"improvedLayout": False},
    "interaction": {
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": True,
        "hover": False,
        "multiselect": False,
        "selectConnectedEdges": True,
        "tooltipDelay": 1_000_000,
    },
    "edges": {"smooth": False, "arrowStrikethrough": False, "selectionWidth": 2},
    "nodes": {"borderWidth": 1, "borderWidthSelected": 4},
}


def draw_nodes(
    entities: Sequence[Entity], ties: Sequence[Tie], at: Mapping[str, Any]
) -> list[Options]:
    """Return a node for each entity, named by its position; sized by the number of its ties."""
    degrees = Counter(end for tie in ties for end in (tie.subject, tie.object))
    nodes = []
    for position, entity in enumerate(entities):
        look = look_of_kind(entity.kind)
        x, y = at[entity.id]
        size = min(10 + 4 * math.isqrt(degrees[entity.id] * 2), 48)
        options = Node(position, look.shape, "", color=look.colour, size=size, x=x, y=y).options
        del options["label"]  # the page writes labels itself, where there is room
        nodes.append(options)
    return nodes


def draw_edges(ties: Sequence[Tie], number: Mapping[str, int]) -> list[Options]:
    """Return an edge for each tie, named by its position, in the looks of its verb and stance."""
    beside: Counter[tuple[str, ...]] = Counter()
    edges = []
    for position, tie in enumerate(ties):
        pair = tuple(sorted((tie.subject, tie.object)))
        ends = number[tie.subject], number[tie.object]
        drawn = {"id": position, **_look_of_tie(tie), **_bend(tie, beside[pair])}
        edges.append(Edge(*ends, directed=True, **drawn).options)
        beside[pair] += 1
    return edges


def _look_of_tie(tie: Tie) -> Options:
    stance, family = STANCES[tie.stance], FAMILIES[family_of(tie.verb)]
    head = {"enabled": True, "type": family.arrow, "scaleFactor": 0.7}
    arrows = {"to": head, "from": head} if _holds_both_ways(tie.verb) else {"to": head}
    look = {"color": family.colour, "width": min(1 + tie.sources, 5), "arrows": arrows}
    dashes = stance.dashes or family.dashes
    return {**look, "dashes": list(dashes)} if dashes else look


def _holds_both_ways(verb: str) -> bool:
    return verb in KG and is_symmetric(KG[verb])


def _bend(tie: Tie, earlier: int) -> Options:
    """Bend an edge that is not the first of its pair, to either side in turn, ever further."""
    if earlier == 0:
        return {}
    clockwise = (earlier % 2 == 1) == (tie.subject < tie.object)
    way = "curvedCW" if clockwise else "curvedCCW"
    return {"smooth": {"enabled": True, "type": way, "roundness": 0.15 * ((earlier + 1) // 2)}}


def vis_network() -> str:
    """Return the newest vis-network that pyvis ships, without the link to its source map."""
    folders = files("pyvis").joinpath("templates", "lib")
    newest = max(
        (folder for folder in folders.iterdir() if folder.name.startswith("vis-")),
        key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.name)],
    )
    text = newest.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S*\s*$", "", text).replace("\r\n", "\n")
