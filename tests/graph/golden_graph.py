"""A small graph made by hand, every person, group and place in it invented."""

from __future__ import annotations

from dataclasses import replace

from kg.graph.weave import weave
from kg.lexicon.lexemes import Lexeme
from kg.model import Article, Claim, Entity, Kind, Mention, Moment, Reading, Span, Stance
from kg.ties import weigh

PEOPLE = {
    "laith": "ليث المري",
    "salim": "سليم المري",
    "yaser": "ياسر الحداد",
    "munir": "منير الزيات",
}
GROUPS = {
    "sahl": "جبهة السهل",
    "fajr": "لواء الفجر",
    "nasr": "كتيبة النسر",
    "jabal": "حركة الجبل",
    "wadi": "سرايا الوادي",
}
STATES = {"janub": "دولة الجنوب", "shamal": "دولة الشمال"}
PLACES = {"tell": "بلدة التل", "qalaa": "حي القلعة"}
NAMES = {**PEOPLE, **GROUPS, **STATES, **PLACES, "hayaa": "هيئة الرصد", "nada": "عملية الندى"}
KINDS = {
    **dict.fromkeys(PEOPLE, Kind.PERSON),
    **dict.fromkeys(GROUPS, Kind.ARMED_GROUP),
    **dict.fromkeys(STATES, Kind.STATE),
    **dict.fromkeys(PLACES, Kind.PLACE),
    "hayaa": Kind.ORGANIZATION,
    "nada": Kind.EVENT,
}
LEXEMES = {
    "sahl-front": Lexeme(
        "sahl-front",
        Kind.ARMED_GROUP,
        ("جبهة السهل", "الجبهة"),
        ("Sahl Front",),
        type="RebelGroup",
        country=("JN",),
    ),
    "tell-town": Lexeme(
        "tell-town",
        Kind.PLACE,
        ("بلدة التل", "التل"),
        ("Tell",),
        type="Town",
        country=("JN",),
        lat=33.5,
        lon=40.25,
        parents=("nahr",),
    ),
    "nahr": Lexeme("nahr", Kind.PLACE, ("محافظة النهر",), ("Nahr",), country=("JN",)),
    "janub-state": Lexeme(
        "janub-state", Kind.STATE, ("دولة الجنوب",), ("South State",), country=("JN",)
    ),
}
SLUGS = {"sahl": "sahl-front"}
KNOWN = {"sahl": "sahl-front", "tell": "tell-town", "janub": "janub-state"}

Row = tuple[str, str, str, str, dict[str, object]]
"""A sentence with the claim it makes: words, subject, verb, object, other fields of the claim."""


def reading(id: str, publisher: str | None, issued: str | None, rows: list[Row]) -> Reading:
    """Make a reading of sentences that each make one claim; entities are those they name."""
    text, spans, claims = "", [], []
    for words, subject, verb, object, more in rows:
        span = Span(len(text), len(text) + len(words))
        text += words + "\n"
        spans.append(span)
        claim = Claim(
            len(claims), subject, verb, object, Stance.AFFIRMED, 0.9, f"test.{verb}", quote=span
        )
        claims.append(
            replace(
                claim,
                **{
                    key: Moment.parse(str(value)) if key in ("since", "until", "as_of") else value
                    for key, value in more.items()
                },
            )
        )
    article = Article(
        id,
        f"{id}.txt",
        text,
        title=f"خبر {id}",
        publisher=publisher,
        issued=Moment.parse(issued) if issued else None,
        url=f"https://news.example/{id}",
    )
    used = {
        end
        for claim in claims
        for end in (claim.subject, claim.object, claim.speaker, claim.place)
        if end is not None
    }
    entities = tuple(
        Entity(entity, KINDS[entity], (NAMES[entity],), mentions=_mentions(entity, rows, spans))
        for entity in NAMES
        if entity in used or any(NAMES[entity] in row[0] for row in rows)
    )
    return Reading(article, tuple(spans), entities, tuple(claims))


def _mentions(entity: str, rows: list[Row], spans: list[Span]) -> tuple[Mention, ...]:
    name = NAMES[entity]
    return tuple(
        Mention(index, Span(start, start + len(name)), KINDS[entity], name, "test")
        for index, row in enumerate(rows)
        if (at := row[0].find(name)) >= 0
        for start in [spans[index].start + at]
    )


def merge(readings: list[Reading]) -> list[Entity]:
    """Merge the entities of all articles by their ids, which are the same in each."""
    members: dict[str, list[tuple[str, str]]] = {}
    for one in readings:
        for entity in one.entities:
            members.setdefault(entity.id, []).append((one.article.id, entity.id))
    return [
        Entity(
            SLUGS.get(id, id),
            KINDS[id],
            (NAMES[id],),
            lexeme=KNOWN.get(id),
            members=tuple(members[id]),
        )
        for id in sorted(members)
    ]


UFUQ, DIFFA = "وكالة الأفق", "نشرة الضفة"
ALLEGED = {"stance": Stance.ALLEGED, "confidence": 0.6}
DENIED = {"stance": Stance.DENIED}

READINGS = [
    reading(
        "a1",
        UFUQ,
        "2023-05-01",
        [
            (
                "يقود ليث المري لواء الفجر منذ 2021",
                "laith",
                "commands",
                "fajr",
                {"since": "2021", "role": "قائد"},
            ),
            ("لواء الفجر من تشكيلات جبهة السهل", "fajr", "partOf", "sahl", {}),
            ("كتيبة النسر جزء من لواء الفجر", "nasr", "partOf", "fajr", {}),
            ("يتزعم سليم المري جبهة السهل", "salim", "leads", "sahl", {"role": "زعيم"}),
            ("تمول دولة الجنوب جبهة السهل", "janub", "funds", "sahl", {}),
            ("يقع حي القلعة في بلدة التل", "qalaa", "partOf", "tell", {}),
            ("تسيطر كتيبة النسر على حي القلعة", "nasr", "controls", "qalaa", {"since": "2022-04"}),
            ("ليث المري شقيق ياسر الحداد", "yaser", "kinOf", "laith", {}),
            ("ياسر الحداد عنصر في حركة الجبل", "yaser", "memberOf", "jabal", {}),
            ("ليث المري ومنير الزيات مع هيئة الرصد", "munir", "memberOf", "hayaa", {}),
        ],
    ),
    reading(
        "a2",
        DIFFA,
        "2023-06-10",
        [
            (
                "نفت دولة الجنوب أنها تمول جبهة السهل",
                "janub",
                "funds",
                "sahl",
                {**DENIED, "speaker": "janub", "attribution": "نفت دولة الجنوب"},
            ),
            (
                "هاجمت جبهة السهل حركة الجبل في بلدة التل",
                "sahl",
                "attacked",
                "jabal",
                {"place": "tell", "as_of": "2023-06", "speaker": "sahl"},
            ),
            ("حركة الجبل تعادي جبهة السهل", "jabal", "opposes", "sahl", {}),
            (
                "كان ياسر الحداد في لواء الفجر",
                "yaser",
                "memberOf",
                "fajr",
                {"until": "2019", "ended": True},
            ),
            ("تدرب دولة الجنوب سرايا الوادي", "janub", "trains", "wadi", ALLEGED),
            (
                "سيطرت حركة الجبل على حي القلعة",
                "jabal",
                "controls",
                "qalaa",
                {"since": "2023-06-01"},
            ),
            (
                "عينت دولة الجنوب سليم المري",
                "salim",
                "appointedBy",
                "janub",
                {"since": "2020-01-15"},
            ),
            ("سليم المري خلفا لمنير الزيات", "salim", "succeeded", "munir", {}),
        ],
    ),
    reading(
        "a3",
        UFUQ,
        "2024-04-02",
        [
            (
                "انشقت سرايا الوادي عن لواء الفجر",
                "wadi",
                "defectedFrom",
                "fajr",
                {"since": "2024-03-30"},
            ),
            ("سرايا الوادي وحركة الجبل حليفان", "wadi", "alliedWith", "jabal", {"until": "2023"}),
            (
                "قتلت حركة الجبل عناصر سرايا الوادي",
                "jabal",
                "killed",
                "wadi",
                {"as_of": "2024-04-01"},
            ),
            (
                "نفت حركة الجبل قتل عناصر سرايا الوادي",
                "jabal",
                "killed",
                "wadi",
                {**DENIED, "speaker": "jabal"},
            ),
            (
                "كان ليث المري يقود لواء الفجر حتى 2022",
                "laith",
                "commands",
                "fajr",
                {"until": "2023-12", "ended": True},
            ),
            (
                "كانت كتيبة النسر في حي القلعة يوم 15 حزيران",
                "nasr",
                "controls",
                "qalaa",
                {"as_of": "2023-06-15"},
            ),
            ("شاركت كتيبة النسر في عملية الندى", "nasr", "tookPartIn", "nada", {}),
            ("مقر حركة الجبل في دولة الشمال", "jabal", "locatedIn", "shamal", {}),
        ],
    ),
    reading(
        "a4",
        None,
        None,
        [("تسلح دولة الجنوب سرايا الوادي", "janub", "arms", "wadi", {"since": "2017-10/2017-12"})],
    ),
]
ENTITIES = merge(READINGS)
TIES = weigh(READINGS, ENTITIES)


def romanise(name: str) -> str:
    """Stand in for the romanisation of names: any Latin text will do here."""
    return f"Latin of {len(name)} letters"


def golden_quads() -> list:
    """Weave the golden graph."""
    return list(weave(READINGS, ENTITIES, TIES, lexemes=LEXEMES, romanise=romanise))
