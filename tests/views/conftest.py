"""A small network of invented people, with the two articles that tell of it."""

from dataclasses import dataclass, replace

import pytest

from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance, Tie

SENTENCES = (
    "يقود سالم الراوي لواء النخيل منذ عام 2019.",
    "نفى اللواء أنه تلقى سلاحاً من روسيا.",
    "وزعم ناشطون أن روسيا تسلح لواء النخيل في الميادين.",
)


@dataclass(frozen=True)
class Sample:
    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    readings: tuple[Reading, ...]


def read(article: str, claims: tuple[Claim, ...], entities: tuple[Entity, ...]) -> Reading:
    text = "\n".join(SENTENCES)
    starts = [text.index(sentence) for sentence in SENTENCES]
    spans = tuple(Span(start, start + len(s)) for start, s in zip(starts, SENTENCES, strict=True))
    about = Article(
        article, f"{article}.txt", text, "من يسلح لواء النخيل؟", publisher="صحيفة المثال",
        issued=Moment.parse("2021-06-01"), url="https://example.org/1", source=f"in/{article}.txt",
    )  # fmt: skip
    return Reading(about, spans, entities, claims)


def claim(
    sentence: int, subject: str, verb: str, object: str, stance: Stance, words: str, **more: object
) -> Claim:
    start = "\n".join(SENTENCES).index(words)
    quote = Span(start, start + len(words))
    made = Claim(sentence, subject, verb, object, stance, 0.9, f"verb:{verb}", quote)
    return replace(made, **more)  # type: ignore[arg-type]


def entities_of(article: str) -> tuple[Entity, ...]:
    members = {"p": "e1", "g": "e2", "s": "e3", "t": "e4"}
    named = (
        ("p", Kind.PERSON, ("سالم الراوي",)),
        ("g", Kind.ARMED_GROUP, ("لواء النخيل", "اللواء")),
        ("s", Kind.STATE, ("روسيا",)),
        ("t", Kind.PLACE, ("الميادين",)),
    )
    return tuple(
        Entity(id if article == "" else members[id], kind, names,
               members=() if article else (("a1", members[id]), ("a2", members[id])))
        for id, kind, names in named
    )  # fmt: skip


@pytest.fixture
def sample() -> Sample:
    since = Moment.parse("2019")
    first = (
        claim(0, "e1", "commands", "e2", Stance.AFFIRMED, "يقود سالم الراوي",
              since=since, role="قائد"),
        claim(1, "e3", "arms", "e2", Stance.DENIED, "تلقى سلاحاً",
              speaker="e2", attribution="نفى اللواء"),
    )  # fmt: skip
    second = (
        claim(2, "e3", "arms", "e2", Stance.ALLEGED, "تسلح لواء النخيل", attribution="وزعم ناشطون"),
        claim(2, "e2", "operatesIn", "e4", Stance.ALLEGED, "في الميادين", place="e4"),
    )
    day = Moment.parse("2021-06-01").first
    ties = (
        Tie("p", "commands", "g", Stance.AFFIRMED, 0.9, (("a1", 0),), since=since, days=(day,)),
        Tie("s", "arms", "g", Stance.DISPUTED, 0.9, (("a1", 1), ("a2", 0)), days=(day,), sources=2),
        Tie("g", "operatesIn", "t", Stance.ALLEGED, 0.8, (("a2", 1),), days=(day,)),
    )
    readings = (read("a1", first, entities_of("a1")), read("a2", second, entities_of("a2")))
    return Sample(entities_of(""), ties, readings)
