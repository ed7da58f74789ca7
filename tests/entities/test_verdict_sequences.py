"""Ten thousand random sequences of verdicts: no claim is lost, no veto broken, every id still leads somewhere."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.entities.clustering import Clusters
from kg.entities.decisions import Decision, in_force
from kg.entities.merging import merge
from kg.entities.resolving import Resolution, State, joined, prepare, resolution
from kg.entities.vetoes import veto
from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance
from kg.ties import weigh

P, G = Kind.PERSON, Kind.ARMED_GROUP
TOLD = (
    ((P, "العميد سالم الرواس"), "commands", (G, "لواء فجر البادية")),
    ((P, "سالم محمد الرواس"), "memberOf", (G, "فجر البادية")),
    ((P, "أبو راشد"), "memberOf", (G, "Liwa Fajr al-Badia")),
    ((P, "Salem al-Rawas"), "commands", (G, "اللواء 35")),
    ((P, "راشد الرواس"), "commands", (G, "اللواء السادس والثلاثون")),
    ((G, "حزب السهل"), "foughtWith", (G, "كتائب حزب السهل")),
)
SEQUENCES, AN_EXAMPLE = 10_000, 100


@cache
def readings() -> tuple[Reading, ...]:
    return tuple(_reading(number, *told) for number, told in enumerate(TOLD))


def _reading(number: int, one: tuple[Kind, str], verb: str, other: tuple[Kind, str]) -> Reading:
    entities = (Entity("e1", one[0], (one[1],)), Entity("e2", other[0], (other[1],)))
    claim = Claim(0, "e1", verb, "e2", Stance.AFFIRMED, 0.9, "made", Span(0, 1))
    article = Article(f"a{number}", f"a{number}", ".", issued=Moment.parse(f"20{10 + number}"))
    return Reading(article, (Span(0, 1),), entities, (claim,))


@cache
def whole() -> Resolution:
    return resolution(readings())


@cache
def plain() -> tuple[Entity, ...]:
    return whole().entities


IDS = sorted(id for one in plain() for id in (one.id, *one.ids))
NAMES = sorted(name for one in plain() for name in one.names)
MEMBERS = {member for one in plain() for member in one.members}
VERDICTS = ("same", "not-same", "split", "same", "not-same", "undo", "kind", "rename", "note")


def decided(numbers: list[int]) -> list[Decision]:
    """Read numbers as verdicts, one each; an undo takes back the one before it."""
    found: list[Decision] = []
    for when, number in enumerate(numbers):
        number, which = divmod(number, len(VERDICTS))
        number, one = divmod(number, len(IDS))
        other = IDS[number % len(IDS)]
        name = NAMES[number % len(NAMES)]
        verdict = VERDICTS[which]
        if verdict == "undo" and not found:
            continue
        more = {"split": name, "kind": "Person", "rename": f"ar:{name}", "note": "", "undo": ""}
        first = found[-1].id if verdict == "undo" else IDS[one]
        where = f"here:{when}"
        found.append(
            Decision(str(when), "rana", verdict, first, more.get(verdict, other), "", where)
        )
    return found


NUMBERS = st.integers(0, len(VERDICTS) * len(IDS) * len(IDS) * 7 - 1)
MANY = st.lists(st.lists(NUMBERS, max_size=6), min_size=AN_EXAMPLE, max_size=AN_EXAMPLE)


@settings(
    max_examples=SEQUENCES // AN_EXAMPLE,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(MANY)
def test_no_sequence_of_verdicts_loses_a_claim_or_breaks_a_veto(many: list[list[int]]) -> None:
    for numbers in many:
        held, _ = in_force(decided(numbers))
        state = prepare(readings(), held, whole())
        clusters = joined(state)
        entities, _ = merge(clusters, held)
        ids = [id for one in entities for id in (one.id, *one.ids)]
        assert len(set(ids)) == len(ids)
        assert set(IDS) <= set(ids)
        assert {member for one in entities for member in one.members} == MEMBERS
        _keeps_all_claims(entities)
        assert not any(clusters.find(a) == clusters.find(b) for a, b in state.verdicts.forbidden)
        if not any(decision.verdict == "same" for decision in held):
            _breaks_no_veto(state, clusters)


def _breaks_no_veto(state: State, clusters: Clusters) -> None:
    """Hold that no rule is broken where an analyst did not say so."""
    for members in clusters.all():
        for one in members:
            assert state.verdicts.apart.get(one, set()).isdisjoint(members)
            assert all(veto(state.nodes[one], state.nodes[other]) is None for other in members)


def _keeps_all_claims(entities: list[Entity]) -> None:
    """Hold that each claim stands behind a tie, or has both ends joined in one."""
    owner = {member: one.id for one in entities for member in one.members}
    told = {claim for tie in weigh(readings(), entities) for claim in tie.claims}
    for reading in readings():
        ends = {owner[reading.article.id, end] for end in ("e1", "e2")}
        assert len(ends) == 1 or (reading.article.id, 0) in told


@pytest.mark.parametrize("numbers", [[0], [1, 2], list(range(0, 60, 7))])
def test_sequences_are_read_as_verdicts(numbers: list[int]) -> None:
    assert all(decision.verdict in VERDICTS for decision in decided(numbers))
