"""Finds who stands above a group: its heads, the groups it belongs to, and theirs."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from kg.network.actors import Network
from kg.network.measures import without_denied

HEADING = ("commands", "leads", "deputyLeaderOf")
BELONGING = ("partOf", "memberOf", "affiliatedWith")


@dataclass(frozen=True, slots=True)
class Step:
    """One tie of a chain of command, `level` steps above the group asked about."""

    level: int
    subject: str
    verb: str
    object: str
    stance: str


def chain_of_command(network: Network, group: str) -> list[Step]:
    """Return the ties that lead upward from a group, nearest first, each group only once.

    Heads of a group stand on its own level; the groups above it one higher. Raises `KeyError` for
    an unknown group.
    """
    if group not in network:
        raise KeyError(group)
    said = without_denied(network)
    levels = {group: 0}
    waiting = deque([group])
    steps: list[Step] = []
    while waiting:
        here = waiting.popleft()
        level = levels[here]
        heads = [(s, verb, stance) for s, _, verb, stance in _ties(said, "in", here, HEADING)]
        steps += [Step(level, subject, verb, here, stance) for subject, verb, stance in heads]
        for _, above, verb, stance in _ties(said, "out", here, BELONGING):
            steps.append(Step(level + 1, here, verb, above, stance))
            if above not in levels:
                levels[above] = level + 1
                waiting.append(above)
    return steps


def _ties(
    network: Network, way: str, node: str, verbs: tuple[str, ...]
) -> list[tuple[str, str, str, str]]:
    """Return subject, object, verb and stance of the ties of some verbs, in or out of a node."""
    edges = network.in_edges if way == "in" else network.out_edges
    found = [
        (subject, object, data["verb"], data["stance"])
        for subject, object, data in edges(node, data=True)
        if data["verb"] in verbs
    ]
    return sorted(found, key=lambda tie: (verbs.index(tie[2]), tie))
