"""Finds communities, and which actors to show first where there is no room for all."""

from __future__ import annotations

from itertools import chain

import networkx

from kg.network.actors import Network


def find_communities(network: Network) -> list[list[str]]:
    """Return groups of actors that have more ties among themselves than with others.

    By the Louvain method (Blondel et al. 2008), seeded; a tie weighs as much as it has parallels.
    The largest come first; members stand in the order of their degree, then id.
    """
    plain: networkx.Graph[str] = networkx.Graph()
    plain.add_nodes_from(sorted(network))
    for subject, object in sorted((min(e), max(e)) for e in network.edges() if e[0] != e[1]):
        weight = plain.get_edge_data(subject, object, {"weight": 0})["weight"]
        plain.add_edge(subject, object, weight=weight + 1)
    found = networkx.community.louvain_communities(plain, weight="weight", seed=1)
    groups = [sorted(group, key=lambda node: (-network.degree(node), node)) for group in found]
    return sorted(groups, key=lambda group: (-len(group), group[0]))


def in_importance(network: Network, communities: list[list[str]]) -> list[str]:
    """Return all actors, those to show first at the head.

    Two orders take turns: the most connected of all, and the most connected of each community, from
    each as many as its size deserves; so every community of weight is seen, and every hub.
    """
    hubs = sorted(network, key=lambda node: (-network.degree(node), node))
    shares = [
        ((place + 0.5) / len(group), group[0], node)
        for group in communities
        for place, node in enumerate(group)
    ]
    fair = [node for _, _, node in sorted(shares)]
    return list(dict.fromkeys(chain.from_iterable(zip(hubs, fair, strict=True))))
