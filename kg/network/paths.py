"""Finds how two actors are connected."""

from __future__ import annotations

from collections import deque

from kg.model import Kind
from kg.network.actors import Network
from kg.network.measures import without_denied


def shortest_path(network: Network, start: str, goal: str) -> list[str] | None:
    """Return the actors from `start` to `goal` along the fewest ties of any direction, or `None`.

    Two that are active in one place are not connected by that alone: no path leads through a place.
    Among paths of one length the first by id is taken. Raises `KeyError` for an unknown end.
    """
    for end in (start, goal):
        if end not in network:
            raise KeyError(end)
    said = without_denied(network)
    before: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting and goal not in before:
        here = waiting.popleft()
        if here != start and said.nodes[here]["kind"] == Kind.PLACE.value:
            continue
        for near in sorted({*said.successors(here), *said.predecessors(here)} - before.keys()):
            before[near] = here
            waiting.append(near)
    return _walk_back(before, goal) if goal in before else None


def _walk_back(before: dict[str, str | None], goal: str) -> list[str]:
    path: list[str] = []
    here: str | None = goal
    while here is not None:
        path.append(here)
        here = before[here]
    return path[::-1]


def within(network: Network, start: str, steps: int) -> list[str]:
    """Return the actors up to so many ties away from `start`, the nearest first, itself included.

    As with paths, places are reached but not crossed. Raises `KeyError` for an unknown start.
    """
    far = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        is_crossed = here == start or network.nodes[here]["kind"] != Kind.PLACE.value
        if far[here] < steps and is_crossed:
            for near in sorted({*network.successors(here), *network.predecessors(here)}):
                if near not in far:
                    far[near] = far[here] + 1
                    waiting.append(near)
    return list(far)
