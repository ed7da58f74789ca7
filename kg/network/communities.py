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
    nodes = sorted(network)
    number = {node: place for place, node in enumerate(nodes)}  # sets of numbers keep their order
    plain: networkx.Graph[int] = networkx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    pairs = ((number[one], number[other]) for one, other in network.edges())
    for one, other in sorted((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]):
        weight = plain.get_edge_data(one, other, {"weight": 0})["weight"]
        plain.add_edge(one, other, weight=weight + 1)
    found = networkx.community.louvain_communities(plain, weight="weight", seed=1)
    groups = [
        sorted((nodes[place] for place in group), key=lambda node: (-network.degree(node), node))
        for group in found
    ]
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
