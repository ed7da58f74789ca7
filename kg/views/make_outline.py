"""Makes `explorer/outline.json`: coasts and borders of the world, small enough to travel in a page.

`python -m kg.views.make_outline countries-50m.json`, with that file of the npm package world-atlas
2.0.2, which is Natural Earth's 1:50m map (public domain) as TopoJSON. Lines are thinned after
Douglas and Peucker: closely around the lands of which the lexicon knows places, coarsely elsewhere.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import accumulate
from pathlib import Path
from typing import Any

Point = tuple[float, float]

OUT = Path(__file__).parent / "explorer" / "outline.json"
NEAR = (-20.0, -5.0, 80.0, 48.0)
"""West, south, east, north of what is drawn closely, in degrees."""
CLOSE, COARSE = 0.03, 0.5
STEPS = 100
"""Coordinates are kept in hundredths of a degree, about a kilometre."""


def make(path: Path) -> None:
    """Write the outline: lines as differences, rings of land, and which lines are borders."""
    atlas = json.loads(path.read_text(encoding="utf-8"))
    lines = [_round(_thin(_decode(arc, atlas["transform"]))) for arc in atlas["arcs"]]
    rings = [ring for part in _polygons(atlas["objects"]["land"]) for ring in part]
    coasts = {arc if arc >= 0 else ~arc for ring in rings for arc in ring}
    used = coasts | {
        arc if arc >= 0 else ~arc
        for part in _polygons(atlas["objects"]["countries"])
        for ring in part
        for arc in ring
    }
    outline = {
        "credit": "Natural Earth",
        "steps": STEPS,
        "lines": [_differences(line) if n in used else [] for n, line in enumerate(lines)],
        "rings": [ring for ring in rings if sum(len(lines[a if a >= 0 else ~a]) for a in ring) > 4],
        "borders": sorted(used - coasts),
    }
    OUT.write_text(json.dumps(outline, separators=(",", ":")) + "\n", encoding="utf-8")


def _decode(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    xs, ys = accumulate(point[0] for point in arc), accumulate(point[1] for point in arc)
    return [(x * scale_x + shift_x, y * scale_y + shift_y) for x, y in zip(xs, ys, strict=True)]


def _polygons(thing: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a TopoJSON object, each a list of rings of arc numbers."""
    if thing["type"] == "GeometryCollection":
        return [part for inner in thing["geometries"] for part in _polygons(inner)]
    parts: list[list[list[int]]] = thing.get("arcs", [])
    return [parts] if thing["type"] == "Polygon" else parts  # type: ignore[list-item]


def _thin(line: list[Point]) -> list[Point]:
    """Leave out points that lie nearer to the line between their neighbours than the tolerance."""
    west, south, east, north = NEAR
    is_near = any(west <= x <= east and south <= y <= north for x, y in line)
    tolerance = CLOSE if is_near else COARSE
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        start, end = waiting.pop()
        far = [(_distance(line[at], line[start], line[end]), at) for at in range(start + 1, end)]
        if far and max(far)[0] > tolerance:
            at = max(far)[1]
            keep.add(at)
            waiting += [(start, at), (at, end)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    length = math.hypot(bx - ax, by - ay)
    if length == 0:
        return math.hypot(x - ax, y - ay)
    return abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length


def _round(line: list[Point]) -> list[tuple[int, int]]:
    return [(round(x * STEPS), round(y * STEPS)) for x, y in line]


def _differences(line: list[tuple[int, int]]) -> list[int]:
    found: list[int] = []
    before = (0, 0)
    for x, y in line:
        found += [x - before[0], y - before[1]]
        before = (x, y)
    return found


if __name__ == "__main__":
    make(Path(sys.argv[1]))
