"""Networks of invented actors, a few lines each: `subject verb object [stance]`."""

from datetime import date

import pytest

from kg.model import Entity, Kind, Moment, Stance, Tie
from kg.network import (
    Network,
    Step,
    chain_of_command,
    lay_out,
    measure,
    shortest_path,
    weave_network,
    within,
)

KINDS = {"p": Kind.PERSON, "g": Kind.ARMED_GROUP, "s": Kind.STATE, "t": Kind.PLACE}


def tie(line: str) -> Tie:
    subject, verb, object, *stance = line.split()
    firm = Stance(stance[0]) if stance else Stance.AFFIRMED
    return Tie(subject, verb, object, firm, 0.9, claims=(("a", 0),))


def network_of(*lines: str) -> Network:
    ties = [tie(line) for line in lines]
    ids = {end for tie in ties for end in (tie.subject, tie.object)}
    return weave_network((Entity(id, KINDS[id[0]], (id.upper(),)) for id in ids), ties)


def test_nodes_and_edges_carry_what_is_known() -> None:
    group = Entity("g1", Kind.ARMED_GROUP, ("لواء النخيل", "النخيل"), "nakhil", (), (("a", "e1"),))
    person = Entity("p1", Kind.PERSON, ("سالم الراوي",))
    days = (date(2020, 5, 2), date(2020, 3, 1))
    woven = weave_network(
        [person, group],
        [
            Tie("p1", "commands", "g1", Stance.ALLEGED, 0.8, (("a", 0), ("b", 1)),
                Moment.parse("2019"), None, days, 2, True),
        ],
    )  # fmt: skip
    assert woven.nodes["g1"] == {
        "label": "لواء النخيل",
        "names": ("لواء النخيل", "النخيل"),
        "kind": "ArmedGroup",
        "lexeme": "nakhil",
        "articles": 1,
    }
    assert list(woven.edges(data=True)) == [
        (
            "p1",
            "g1",
            {
                "verb": "commands",
                "stance": "alleged",
                "confidence": 0.8,
                "since": "2019",
                "until": "",
                "first": "2020-03-01",
                "last": "2020-05-02",
                "claims": 2,
                "sources": 2,
                "ended": True,
            },
        )
    ]


def test_two_actors_may_have_many_ties() -> None:
    assert network_of("s1 arms g1", "s1 funds g1").number_of_edges("s1", "g1") == 2


def test_the_order_of_input_does_not_matter() -> None:
    lines = ["s1 arms g1", "p1 commands g1", "g1 controls t1"]
    one, other = network_of(*lines), network_of(*lines[::-1])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def test_a_tie_of_an_unknown_entity_is_refused() -> None:
    with pytest.raises(KeyError, match="no entity g1"):
        weave_network([Entity("p1", Kind.PERSON, ("P",))], [tie("p1 commands g1")])


def test_what_is_only_denied_counts_for_nothing() -> None:
    found = measure(
        network_of("s1 arms g1", "s1 funds g1", "s1 trains g2 denied", "p1 commands g2")
    )
    assert (found["s1"].ties_out, found["s1"].neighbours) == (2, 1)
    assert (found["g2"].ties_in, found["g2"].betweenness) == (1, None)


def test_who_stands_between_scores_highest() -> None:
    found = measure(network_of("s1 arms g1", "g1 partOf g2", "p1 commands g1"), betweenness=True)
    assert found["g1"].betweenness == 1.0
    assert found["p1"].betweenness == 0.0


PATHS = [
    # ties, from, to, path
    (["s1 arms g1", "p1 commands g1"], "s1", "p1", ["s1", "g1", "p1"]),
    (["s1 arms g1", "p1 commands g1"], "p1", "p1", ["p1"]),
    (["g1 operatesIn t1", "g2 operatesIn t1"], "g1", "g2", None),
    (["g1 operatesIn t1", "g2 operatesIn t1"], "g1", "t1", ["g1", "t1"]),
    (["t1 partOf t2", "g1 operatesIn t1"], "t1", "g1", ["t1", "g1"]),
    (["g1 alliedWith g2 denied", "s1 arms g1", "s1 arms g2"], "g1", "g2", ["g1", "s1", "g2"]),
    (["g1 partOf g3", "g1 partOf g2", "g4 partOf g3", "g4 partOf g2"], "g1", "g4",
     ["g1", "g2", "g4"]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "start", "goal", "path"), PATHS)
def test_paths_cross_ties_either_way_but_no_place_and_no_denial(
    lines: list[str], start: str, goal: str, path: list[str] | None
) -> None:
    assert shortest_path(network_of(*lines), start, goal) == path


def test_an_unknown_end_is_refused() -> None:
    with pytest.raises(KeyError, match="p9"):
        shortest_path(network_of("s1 arms g1"), "s1", "p9")


def test_what_lies_around_an_actor_is_reached_step_by_step() -> None:
    woven = network_of("s1 arms g1", "g1 operatesIn t1", "g2 operatesIn t1", "p1 commands g1")
    assert within(woven, "s1", 1) == ["s1", "g1"]
    assert within(woven, "s1", 9) == ["s1", "g1", "p1", "t1"]
    assert within(woven, "t1", 1) == ["t1", "g1", "g2"]


def test_a_chain_leads_from_the_heads_of_a_group_to_those_above() -> None:
    chain = chain_of_command(
        network_of(
            "p1 commands g1",
            "p9 deputyLeaderOf g1",
            "p8 commands g1 denied",
            "g1 partOf g2",
            "p2 leads g2 alleged",
            "g2 affiliatedWith s1",
            "g2 partOf g1",
            "g5 partOf g1",
        ),
        "g1",
    )
    assert chain == [
        Step(0, "p1", "commands", "g1", "affirmed"),
        Step(0, "p9", "deputyLeaderOf", "g1", "affirmed"),
        Step(1, "g1", "partOf", "g2", "affirmed"),
        Step(1, "p2", "leads", "g2", "alleged"),
        Step(2, "g2", "partOf", "g1", "affirmed"),
        Step(2, "g2", "affiliatedWith", "s1", "affirmed"),
    ]


def ring(size: int) -> Network:
    return network_of(*(f"g{n:04} alliedWith g{(n + 1) % size:04}" for n in range(size)))


@pytest.mark.parametrize("size", [3, 60, 700])
def test_a_layout_is_the_same_each_time_and_keeps_nodes_apart(size: int) -> None:
    placed = lay_out(ring(size))
    assert placed == lay_out(ring(size))
    assert len(placed) == size
    assert len(set(placed.values())) == size
    xs = [x for x, _ in placed.values()]
    assert max(xs) - min(xs) > 100


def test_parts_lie_side_by_side() -> None:
    placed = lay_out(network_of("s1 arms g1", "s2 arms g2", "s3 arms s3"))
    assert len(set(placed.values())) == 5
    assert min(*placed["s1"], *placed["g1"]) >= 0


def test_an_empty_network_has_an_empty_layout() -> None:
    assert lay_out(weave_network([], [])) == {}
