"""Communities of invented actors: found, ranked, and laid out beside one another."""

import math
from itertools import combinations

from kg.model import Entity, Kind, Stance, Tie
from kg.network import Network, find_communities, in_importance, lay_out, weave_network

SIZE, GROUPS = 25, 22


def cliques(groups: int = GROUPS, size: int = SIZE) -> Network:
    """Weave groups in which all are tied to all, the first of each to the first of the next."""
    ids = [[f"{group:02}-{number:03}" for number in range(size)] for group in range(groups)]
    pairs = [pair for group in ids for pair in combinations(group, 2)]
    pairs += [(ids[n][0], ids[(n + 1) % groups][0]) for n in range(groups)]
    ties = [Tie(one, "supports", other, Stance.AFFIRMED, 0.9, ()) for one, other in pairs]
    entities = [Entity(id, Kind.ARMED_GROUP, (id,)) for group in ids for id in group]
    return weave_network(entities, ties)


def test_communities_are_those_with_ties_among_themselves() -> None:
    found = find_communities(cliques())
    assert [{id[:2] for id in group} for group in found] == [{f"{n:02}"} for n in range(GROUPS)]
    assert found == find_communities(cliques())
    assert [group[0] for group in found] == [f"{n:02}-000" for n in range(GROUPS)]


def test_every_community_is_among_the_first() -> None:
    network = cliques()
    order = in_importance(network, find_communities(network))
    assert sorted(order) == sorted(network)
    assert {id[:2] for id in order[: 2 * GROUPS]} == {f"{n:02}" for n in range(GROUPS)}


def test_communities_lie_beside_one_another() -> None:
    network = cliques()
    groups = find_communities(network)
    placed = lay_out(network, groups)
    assert placed == lay_out(cliques(), find_communities(cliques()))
    middles = [
        [sum(placed[id][axis] for id in group) / len(group) for axis in (0, 1)] for group in groups
    ]
    for number, group in enumerate(groups):
        nearest = [
            min(range(GROUPS), key=lambda n: math.dist(placed[id], middles[n])) for id in group
        ]
        assert nearest.count(number) > 0.9 * SIZE


def test_a_network_of_nothing_has_no_communities() -> None:
    empty = weave_network([], [])
    assert find_communities(empty) == in_importance(empty, []) == []
