from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from kg.errors import BadData
from kg.graph.ontology import KG, is_symmetric, verbs
from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance
from kg.ties import SYMMETRIC, weigh

AFFIRMED, ALLEGED, DENIED = Stance.AFFIRMED, Stance.ALLEGED, Stance.DENIED
DISPUTED = Stance.DISPUTED

ENDS = (
    Entity("e1", Kind.PERSON, ("سليم المري",)),
    Entity("e2", Kind.ARMED_GROUP, ("لواء الفجر",)),
)


def told(
    stance=AFFIRMED,
    confidence=0.5,
    publisher=None,
    issued=None,
    verb="commands",
    turned=False,
    **more,
):
    """Say how one article speaks of the two: a row of the tables below."""
    ends = ("e2", "e1") if turned else ("e1", "e2")
    moments = {
        key: Moment.parse(text) for key, text in more.items() if key in ("since", "until", "as_of")
    }
    claim = Claim(
        0,
        ends[0],
        verb,
        ends[1],
        stance,
        confidence,
        "test",
        Span(0, 4),
        ended=more.get("ended", False),
        **moments,
    )
    return publisher, issued, claim


def read(*voices) -> list[Reading]:
    """Return a reading for each voice, its article numbered."""
    return [
        Reading(
            Article(
                f"a{number}",
                "",
                "كلام",
                publisher=publisher,
                issued=Moment.parse(issued) if issued else None,
            ),
            (Span(0, 4),),
            ENDS,
            (claim,),
        )
        for number, (publisher, issued, claim) in enumerate(voices)
    ]


def merged(readings) -> list[Entity]:
    return [
        Entity(
            f"whole-{end.id}",
            end.kind,
            end.names,
            members=tuple((reading.article.id, end.id) for reading in readings),
        )
        for end in ENDS
    ]


def weighed(*voices):
    readings = read(*voices)
    return weigh(readings, merged(readings))


@pytest.mark.parametrize(
    ("stances", "stance"),
    [
        ([AFFIRMED], AFFIRMED),
        ([ALLEGED], ALLEGED),
        ([DENIED], DENIED),
        ([DENIED, DENIED], DENIED),
        ([AFFIRMED, ALLEGED], AFFIRMED),
        ([AFFIRMED, DENIED], DISPUTED),
        ([ALLEGED, DENIED], DISPUTED),
        ([AFFIRMED, ALLEGED, DENIED], DISPUTED),
    ],
)
def test_stances_come_to_one(stances, stance):
    (tie,) = weighed(*(told(one) for one in stances))
    assert tie.stance is stance
    assert len(tie.claims) == len(stances)


@pytest.mark.parametrize(
    ("voices", "confidence", "sources"),
    [
        ([told(confidence=0.5)], 0.5, 1),
        ([told(confidence=0.5), told(confidence=0.5)], 0.75, 2),
        ([told(publisher="الأفق"), told(publisher="الأفق ")], 0.5, 1),
        ([told(publisher="Ufuq"), told(publisher="UFUQ", confidence=0.8)], 0.8, 1),
        ([told(publisher="الأفق"), told(publisher="الضفة")], 0.75, 2),
        ([told(confidence=1.0)], 0.99, 1),
        ([told(confidence=0.95)] * 5, 0.99, 5),
    ],
)
def test_independent_sources_add_to_the_confidence(voices, confidence, sources):
    (tie,) = weighed(*voices)
    assert (tie.confidence, tie.sources) == (confidence, sources)


STRETCHES = {
    "nothing stated": ([told()], [("-", "-", "")]),
    "the day of issue is attested": (
        [told(issued="2023-05-01")],
        [("-", "-", "2023-05-01")],
    ),
    "the stated day comes before the day of issue": (
        [told(issued="2023-05-01", as_of="2023-04-20")],
        [("-", "-", "2023-04-20")],
    ),
    "a month is no day": ([told(as_of="2023-04")], [("-", "-", "")]),
    "what is alleged or denied attests no day": (
        [told(ALLEGED, issued="2023-05-01"), told(DENIED, issued="2023-05-02")],
        [("-", "-", "")],
    ),
    "what has ended is not attested on the day of issue": (
        [told(issued="2023-05-01", ended=True)],
        [("-", "-", "")],
    ),
    "what ended before is not attested on the day of issue": (
        [told(issued="2023-05-01", until="2020")],
        [("-", "2020", "")],
    ),
    "the more precise start counts": (
        [told(since="2020"), told(since="2020-03")],
        [("2020-03", "-", "")],
    ),
    "starts that differ leave open what lies between": (
        [told(since="2019"), told(since="2020-03")],
        [("2019-01/2020-03", "-", "")],
    ),
    "start and end of two claims make one stretch": (
        [told(since="2019"), told(until="2021-06")],
        [("2019", "2021-06", "")],
    ),
    "over before the next begins: two stretches": (
        [told(since="2012", until="2014"), told(since="2019")],
        [("2012", "2014", ""), ("2019", "-", "")],
    ),
    "seen again after the end: two stretches": (
        [told(until="2014"), told(issued="2019-02-03")],
        [("-", "2014", ""), ("-", "-", "2019-02-03")],
    ),
    "seen before the start: two stretches": (
        [told(since="2019"), told(issued="2014-02-03")],
        [("-", "-", "2014-02-03"), ("2019", "-", "")],
    ),
    "a claim without dates joins the latest": (
        [told(until="2014"), told(since="2019"), told()],
        [("-", "2014", ""), ("2019", "-", "")],
    ),
    "a denial gives no dates": (
        [told(since="2019"), told(DENIED, since="2015")],
        [("2019", "-", "")],
    ),
    "a start after the end is not believed": (
        [told(since="2020", until="2015")],
        [("-", "-", "")],
    ),
}


def show(tie) -> tuple[str, str, str]:
    since, until = (moment.iso if moment else "-" for moment in (tie.since, tie.until))
    return since, until, " ".join(day.isoformat() for day in tie.days)


@pytest.mark.parametrize("name", STRETCHES)
def test_dates_make_stretches(name):
    voices, stretches = STRETCHES[name]
    assert [show(tie) for tie in weighed(*voices)] == stretches


@pytest.mark.parametrize(
    ("denial", "stances"),
    [
        (told(DENIED), [DISPUTED, DISPUTED]),
        (told(DENIED, since="2020"), [AFFIRMED, DISPUTED]),
        (told(DENIED, until="2013"), [DISPUTED, AFFIRMED]),
        (told(DENIED, since="2015", until="2016"), [AFFIRMED, AFFIRMED, DENIED]),
        (told(DENIED, since="2016", until="2017"), [AFFIRMED, DISPUTED]),
    ],
)
def test_a_denial_counts_in_the_stretches_its_dates_allow(denial, stances):
    ties = weighed(told(since="2012", until="2014"), told(since="2017-06"), denial)
    assert sorted(tie.stance for tie in ties) == sorted(stances)


@pytest.mark.parametrize(
    ("voices", "ended"),
    [
        ([told(ended=True)], True),
        ([told(ended=True, issued="2023-01-01"), told(issued="2022-01-01")], True),
        ([told(ended=True, issued="2022-01-01"), told(issued="2023-01-01")], False),
        ([told(DENIED, ended=True), told()], False),
    ],
)
def test_a_tie_has_ended_if_the_latest_word_says_so(voices, ended):
    assert weighed(*voices)[0].ended is ended


def test_both_directions_of_a_symmetric_verb_are_one_tie():
    (tie,) = weighed(told(verb="opposes"), told(verb="opposes", turned=True))
    assert (tie.subject, tie.object, tie.sources) == ("whole-e1", "whole-e2", 2)


def test_directions_of_other_verbs_are_two_ties():
    assert len(weighed(told(verb="supports"), told(verb="supports", turned=True))) == 2


def test_the_symmetric_verbs_are_those_of_the_ontology():
    assert {verb for verb in verbs() if is_symmetric(KG[verb])} == SYMMETRIC


def test_ends_merged_into_one_make_no_tie():
    (reading,) = read(told())
    one = Entity("one", Kind.PERSON, (), members=(("a0", "e1"), ("a0", "e2")))
    assert weigh([reading], [one]) == []


def test_an_end_nobody_merged_is_told():
    with pytest.raises(BadData, match=r"a0.*e1"):
        weigh(read(told()), [])


def test_the_order_of_articles_does_not_matter():
    voices = [
        told(since="2012", until="2014", publisher="الأفق"),
        told(since="2019", confidence=0.3),
        told(DENIED, issued="2020-01-01", publisher="الضفة"),
        told(issued="2021-01-01"),
    ]
    readings = read(*voices)
    entities = merged(readings)
    ties = weigh(readings, entities)
    assert len(ties) == 2
    assert ties[1].days == (date(2021, 1, 1),)
    for order in permutations(readings):
        assert weigh(list(order), entities) == ties
