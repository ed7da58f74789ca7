"""The nouns that flow from stage to stage: small, frozen, and alike in Python, RDF and prose.

Offsets are code points into `Article.text` (or into the text a function was given), half-open.
Entities and claims of one article form a `Reading`; merged entities and ties belong to a graph of many.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kinds of entity; the values are the local names of the ontology's classes."""

    PERSON = "Person"
    ARMED_GROUP = "ArmedGroup"
    ORGANIZATION = "Organization"
    STATE = "State"
    PLACE = "Place"
    EVENT = "Event"


class Stance(StrEnum):
    """How firmly something is said; `DISPUTED` is only ever a tie's."""

    AFFIRMED = "affirmed"
    ALLEGED = "alleged"
    DENIED = "denied"
    DISPUTED = "disputed"


class Span(NamedTuple):
    """A half-open run of code points."""

    start: int
    end: int

    def quote(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, month, year or stated range of days: first and last day it can mean, both included."""

    first: date
    last: date

    @classmethod
    def parse(cls, iso: str) -> Moment:
        """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or two of them joined by `/`; raise `ValueError` on others."""
        start, _, end = iso.partition("/")
        first, last = _bounds(start)
        return cls(first, _bounds(end)[1] if end else last)

    @property
    def iso(self) -> str:
        """Write the moment as precisely as it is known: `2023`, `2023-03`, `2023-03-12` or `2017-10/2017-12`."""
        for width in (10, 7, 4):
            start, end = self.first.isoformat()[:width], self.last.isoformat()[:width]
            if (_bounds(start)[0], _bounds(end)[1]) == (self.first, self.last):
                shortest = start if start == end else f"{start}/{end}"
        return shortest


def _bounds(iso: str) -> tuple[date, date]:
    """Return the first and last day of a year, month or day written in ISO 8601."""
    if len(iso) == 4:
        return date(int(iso), 1, 1), date(int(iso), 12, 31)
    if len(iso) == 7:
        year, month = int(iso[:4]), int(iso[5:])
        following = date(year + month // 12, month % 12 + 1, 1) if year < 9999 else None
        last = date.fromordinal(following.toordinal() - 1) if following else date(year, 12, 31)
        return date(year, month, 1), last
    day = date.fromisoformat(iso)
    return day, day


@dataclass(frozen=True, slots=True)
class Article:
    """A published text. `text` is never altered after reading.

    `id` is a hash of what the article is (text, title, publisher, date of issue, address); `doc` is the name
    its file or record gives it; `source` says where it was read from, so that an edited article replaces itself.
    """

    id: str
    doc: str
    text: str
    title: str = ""
    language: str = "ar"
    publisher: str | None = None
    issued: Moment | None = None
    url: str | None = None
    source: str = ""


class Word(NamedTuple):
    """A word, number or mark of a sentence: folded (see `kg.arabic.letters`) and as written."""

    span: Span
    form: str
    raw: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Unit of reading and of evidence: a sentence, headline or list item of one article."""

    index: int
    span: Span
    words: tuple[Word, ...] = ()


WITHIN = "within"
"""The `found_by` of a mention inside another: the place a group is named by."""


class Mention(NamedTuple):
    """A name, or a phrase that stands for one, in a sentence (by its index)."""

    sentence: int
    span: Span
    kind: Kind
    name: str
    found_by: str
    confidence: float = 1.0
    lexeme: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, group, state, place or named event: of an article, or merged over many.

    `names` are spellings as printed, the fullest first; merged, the one to show first: of those that tell
    one from all others the most printed. `lexeme` is the lexicon's id where the name is known;
    `mentions` are filled within an article, the rest in a graph of many: `members` (article id, entity id),
    `counts` (in how many articles each of `names` is printed), `ids` (all others it is known by: what its parts
    would be called alone), `shown` (language and name to show, where an analyst chose one) and `notes`.
    """

    id: str
    kind: Kind
    names: tuple[str, ...]
    lexeme: str | None = None
    mentions: tuple[Mention, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    counts: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence saying one thing. The only primary data.

    `subject`, `object`, `speaker` and `place` are ids of entities of the same `Reading`; `sentence` the index of
    the sentence that says it; `attribution` the words by which the text names an unnamed or named source.
    """

    sentence: int
    subject: str
    verb: str
    object: str
    stance: Stance
    confidence: float
    rule: str
    quote: Span
    speaker: str | None = None
    attribution: str | None = None
    role: str | None = None
    place: str | None = None
    since: Moment | None = None
    until: Moment | None = None
    as_of: Moment | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article."""

    article: Article
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What all claims of one subject, verb and object come to.

    Ends are ids of merged entities. `claims` are (article id, position of the claim in its reading).
    `since` and `until` are the stated start and end with what they leave open; `days` the days attested;
    `sources` the number of independent publishers.
    """

    subject: str
    verb: str
    object: str
    stance: Stance
    confidence: float
    claims: tuple[tuple[str, int], ...]
    since: Moment | None = None
    until: Moment | None = None
    days: tuple[date, ...] = ()
    sources: int = 1
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with the data, told with its place and the way out; the rest of the run goes on."""

    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.why}"
