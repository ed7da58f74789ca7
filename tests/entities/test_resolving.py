"""Resolving: who is one across articles, whatever the order they come in; ids that stay."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.entities.resolving import joined, prepare, resolution, resolve
from kg.entities.vetoes import veto
from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance

P, G, S = Kind.PERSON, Kind.ARMED_GROUP, Kind.STATE
Named = tuple[Kind, str]
Said = tuple[str, str, str]


def article(
    number: int, named: Sequence[Named], said: Sequence[Said] = (), issued: str = ""
) -> Reading:
    """Make a reading: entities are numbered by their names, joined by | where an article gives several."""
    states = {"سوريا": "syria", "اليمن": "yemen"}
    ids = {name: f"e{at}" for at, (_, name) in enumerate(named, 1)}
    entities = tuple(
        Entity(ids[name], kind, tuple(name.split("|")), states.get(name)) for kind, name in named
    )
    claims = tuple(
        Claim(0, ids[one], verb, ids[other], Stance.AFFIRMED, 0.9, "made", Span(0, 1))
        for one, verb, other in said
    )
    day = Moment.parse(issued or f"20{10 + number:02}")
    return Reading(
        Article(f"a{number}", f"a{number}", ".", issued=day), (Span(0, 1),), entities, claims
    )


FAJR, SAHL, NAKHIL = "لواء فجر البادية", "كتائب صقور السهل", "حركة درع النخيل"
CASES = {
    "rank, father and kunya": (
        [
            article(1, [(P, "العميد سالم الرواس")]),
            article(2, [(P, "سالم محمد الرواس")]),
            article(3, [(P, "أبو راشد سالم الرواس")]),
        ],
        1,
    ),
    "fathers contradict": (
        [article(1, [(P, "سالم محمد الرواس")]), article(2, [(P, "سالم أحمد الرواس")])],
        2,
    ),
    "kunyas contradict": (
        [article(1, [(P, "سالم الرواس|أبو راشد")]), article(2, [(P, "سالم الرواس|أبو ليث")])],
        2,
    ),
    "a common name with one group": (
        [
            article(1, [(P, "محمد الجبوري"), (G, FAJR)], [("محمد الجبوري", "commands", FAJR)]),
            article(2, [(P, "محمد الجبوري"), (G, FAJR)], [("محمد الجبوري", "memberOf", FAJR)]),
        ],
        2,
    ),
    "a common name with two groups": (
        [
            article(1, [(P, "محمد الجبوري"), (G, FAJR)], [("محمد الجبوري", "commands", FAJR)]),
            article(2, [(P, "محمد الجبوري"), (G, SAHL)], [("محمد الجبوري", "commands", SAHL)]),
        ],
        4,
    ),
    "a common name with nothing around it": (
        [article(1, [(P, "محمد الجبوري")]), article(2, [(P, "محمد الجبوري")])],
        2,
    ),
    "a kunya beside the group of its bearer": (
        [
            article(1, [(P, "سالم الرواس|أبو راشد"), (G, FAJR)], [("سالم الرواس|أبو راشد", "leads", FAJR)]),
            article(2, [(P, "أبو راشد"), (G, FAJR)], [("أبو راشد", "leads", FAJR)]),
        ],
        2,
    ),
    "a kunya beside another group": (
        [
            article(1, [(P, "سالم الرواس|أبو راشد"), (G, FAJR)], [("سالم الرواس|أبو راشد", "leads", FAJR)]),
            article(2, [(P, "أبو راشد"), (G, SAHL)], [("أبو راشد", "leads", SAHL)]),
        ],
        4,
    ),
    "a number in one country": (
        [article(1, [(G, "اللواء 35"), (S, "سوريا")]), article(2, [(G, "اللواء الخامس والثلاثون"), (S, "سوريا")])],
        2,
    ),
    "a number in two countries": (
        [article(1, [(G, "اللواء 35"), (S, "سوريا")]), article(2, [(G, "اللواء 35"), (S, "اليمن")])],
        4,
    ),
    "a group and its brigades": (
        [article(1, [(G, "حزب السهل")]), article(2, [(G, "كتائب حزب السهل")])],
        2,
    ),
    "head left out, label put before": (
        [article(1, [(G, FAJR)]), article(2, [(G, "فجر البادية")]), article(3, [(G, f"ميليشيا {FAJR}")])],
        1,
    ),
    "spelled and translated": (
        [
            article(1, [(G, FAJR)]),
            article(2, [(G, "Liwa Fajr al-Badia")]),
            article(3, [(G, "Dawn of the Desert Brigade")]),
        ],
        1,
    ),
    "two scripts": ([article(1, [(P, "سالم الرواس")]), article(2, [(P, "Salem al-Rawas")])], 1),
    "nobody commands himself": (
        [
            article(1, [(G, FAJR), (G, "فجر البادية")], [(FAJR, "foughtWith", "فجر البادية")]),
        ],
        2,
    ),
    "of two kinds": ([article(1, [(P, "سالم الرواس")]), article(2, [(G, "سالم الرواس")])], 2),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_is_one(case: str) -> None:
    readings, count = CASES[case]
    found = resolve(readings)
    assert len(found) == count, [entity.names for entity in found]


def test_a_known_figure_attracts_only_full_names() -> None:
    known = Entity("e1", P, ("خليفة حفتر",), "khalifa-haftar")
    first = Reading(Article("a0", "a0", "."), (Span(0, 1),), (known,), ())
    assert len(resolve([first, article(1, [(P, "حفتر")])])) == 2
    assert len(resolve([first, article(1, [(P, "أبو حفتر خليفة")])])) == 2
    assert len(resolve([first, article(1, [(P, "خليفة بلقاسم عمر حفتر")])])) == 1


def test_later_articles_rename_nobody_and_old_ids_lead_on() -> None:
    first = [article(1, [(P, "سالم الرواس")]), article(2, [(G, FAJR)])]
    (group, person) = resolve(first)
    more = [*first, article(3, [(P, "أبو راشد سالم عمر الرواس")]), article(4, [(G, "فجر البادية")])]
    assert [one.id for one in resolve(more)] == [group.id, person.id]
    (alone,) = resolve([article(4, [(G, "فجر البادية")])])
    assert alone.id in resolve(more)[0].ids


def test_the_most_printed_telling_name_is_shown_and_all_are_counted() -> None:
    (one,) = resolve(
        [
            article(1, [(P, "العميد سالم الرواس|الرواس")]),
            article(2, [(P, "سالم الرواس|الرواس")]),
            article(3, [(P, "سالم الرواس|الرواس")]),
        ]
    )
    assert (one.names, one.counts) == (("سالم الرواس", "العميد سالم الرواس", "الرواس"), (2, 1, 3))


GIVEN, FAMILY = ("سالم", "فهد", "حسن", "حسين"), ("الرواس", "الجبوري", "الهيلمان", "علي")
PERSONS = st.builds(
    lambda kunya, given, father, family: " ".join(filter(None, (kunya, given, father, family))),
    st.sampled_from(("", "", "أبو راشد", "أبو ليث", "العميد")),
    st.sampled_from((*GIVEN, "")),
    st.sampled_from(("", "", "بن عمر", "أحمد")),
    st.sampled_from(FAMILY),
)
GROUPS = st.sampled_from(
    (
        *(FAJR, SAHL, "فجر البادية", "اللواء 35", "اللواء 36", "لواء 35"),
        *("حزب السهل", "كتائب حزب السهل", "Liwa Fajr al-Badia"),
    )
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    readings = []
    for number in range(draw(st.integers(1, 9))):
        people = draw(st.lists(PERSONS, min_size=1, max_size=3, unique=True))
        groups = draw(st.lists(GROUPS, max_size=2, unique=True))
        named = [*((P, name) for name in people), *((G, name) for name in groups), (S, "سوريا")]
        said = [(people[0], "memberOf", group) for group in groups[:1]]
        readings.append(article(number, named, said))
    return readings


@settings(max_examples=200, deadline=None)
@given(corpora(), st.randoms(use_true_random=False), st.integers(0, 9))
def test_what_is_added_later_resolves_as_if_it_had_been_there(
    readings: list[Reading], chance: random.Random, cut: int
) -> None:
    whole = resolution(readings)
    before = resolution(readings[:cut])
    after = resolution(readings, (), before)
    assert (after.entities, after.digests, after.links) == (
        whole.entities,
        whole.digests,
        whole.links,
    )
    assert after.compared <= whole.compared
    fewer = resolution(readings[:cut], (), whole)
    assert (fewer.entities, fewer.links) == (before.entities, before.links)
    assert fewer.compared == 0 or cut < len(readings)
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert resolution(shuffled).entities == whole.entities


@settings(max_examples=200, deadline=None)
@given(corpora())
def test_no_veto_is_ever_broken(readings: list[Reading]) -> None:
    state = prepare(readings, ())
    clusters = joined(state)
    for members in clusters.all():
        for one in members:
            for other in members:
                assert one == other or veto(state.nodes[one], state.nodes[other]) is None
                assert other not in state.verdicts.apart.get(one, set())
