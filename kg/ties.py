"""Weighs claims: what all of one subject, verb and object come to, stretch by stretch of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import prod

from kg.errors import BadData
from kg.model import Claim, Entity, Moment, Reading, Stance, Tie

SYMMETRIC = frozenset({"alliedWith", "foughtWith", "kinOf", "opposes"})
"""Verbs that hold both ways; a test holds them against the ontology."""

CEILING = 0.99
"""No number of sources makes a reading certain."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """A claim with where it stands, its source, and the time it speaks of, as far as believed.

    `day` is a day on which the claim affirms that it holds: the one it states, else that of issue.
    """

    claim: Claim
    at: tuple[str, int]
    source: str
    issued: Moment | None
    since: Moment | None
    until: Moment | None
    day: date | None


def _voice(reading: Reading, position: int) -> _Voice:
    """Say who speaks in a claim and of which time; bounds that run backwards are not believed."""
    article, claim = reading.article, reading.claims[position]
    source = article.publisher.strip().casefold() if article.publisher else f"#{article.id}"
    since, until = claim.since, claim.until
    if since is not None and until is not None and until.last < since.first:
        since = until = None
    day = _day(claim, article.issued, since, until)
    return _Voice(claim, (article.id, position), source, article.issued, since, until, day)


def _day(
    claim: Claim, issued: Moment | None, since: Moment | None, until: Moment | None
) -> date | None:
    """Return the one day on which a claim affirms that it holds, if there is such a day."""
    moment = claim.as_of or (None if claim.ended else issued)
    if claim.stance is not Stance.AFFIRMED or moment is None or moment.first != moment.last:
        return None
    day = moment.first
    began = since is None or since.first <= day
    return day if began and (until is None or day <= until.last) else None


@dataclass(slots=True)
class _Stretch:
    """The claims of one unbroken stretch of time, with the bounds that each newcomer must fit."""

    voices: list[_Voice] = field(default_factory=list)
    latest_start: date = date.min
    earliest_end: date = date.max
    first_day: date = date.max
    last_day: date = date.min

    def fits(self, voice: _Voice) -> bool:
        """Say whether no claim here is over before the voice's time starts, nor the other way."""
        start = voice.since.first if voice.since is not None else date.min
        end = voice.until.last if voice.until is not None else date.max
        if start > min(self.earliest_end, self.first_day):
            return False
        if end < max(self.latest_start, self.last_day):
            return False
        return voice.day is None or self.latest_start <= voice.day <= self.earliest_end

    def add(self, voice: _Voice) -> None:
        """Take the voice in and narrow the bounds."""
        self.voices.append(voice)
        if voice.since is not None:
            self.latest_start = max(self.latest_start, voice.since.first)
        if voice.until is not None:
            self.earliest_end = min(self.earliest_end, voice.until.last)
        if voice.day is not None:
            self.first_day = min(self.first_day, voice.day)
            self.last_day = max(self.last_day, voice.day)


def weigh(readings: Iterable[Reading], entities: Iterable[Entity]) -> list[Tie]:
    """Weigh the claims of all readings between merged entities; sorted by ends, verb and time.

    Claims whose two ends were merged into one entity make no tie. Raises `BadData` where an end of
    a claim is no member of any entity.
    """
    whole = {member: entity.id for entity in entities for member in entity.members}
    voices: dict[tuple[str, str, str], list[_Voice]] = defaultdict(list)
    for reading in readings:
        for position, claim in enumerate(reading.claims):
            ends = [_whole(whole, reading.article.id, end) for end in (claim.subject, claim.object)]
            if ends[0] == ends[1]:
                continue
            if claim.verb in SYMMETRIC:
                ends.sort()
            voices[ends[0], claim.verb, ends[1]].append(_voice(reading, position))
    return [tie for triple in sorted(voices) for tie in _weigh_triple(triple, voices[triple])]


def _whole(whole: dict[tuple[str, str], str], article: str, entity: str) -> str:
    """Return the id of the merged entity that an entity of an article belongs to."""
    if (article, entity) not in whole:
        raise BadData(f"article {article}: the entity {entity} of a claim was not merged into any")
    return whole[article, entity]


def _weigh_triple(triple: tuple[str, str, str], voices: Sequence[_Voice]) -> list[Tie]:
    """Return the ties of one subject, verb and object, one for each stretch of time."""
    ties = [_tie(triple, stretch) for stretch in _stretches(voices)]
    return sorted(ties, key=lambda tie: (_start(tie), tie.claims))


def _stretches(voices: Sequence[_Voice]) -> list[list[_Voice]]:
    """Share the claims out to unbroken stretches: no claim of one ends before another starts.

    What is affirmed or alleged makes the stretches, earliest first; a claim without any date joins
    the latest; a denial joins every stretch that its own dates allow, for it may mean any of them.
    """
    ordered = sorted(voices, key=lambda voice: (_earliest(voice), voice.at))
    held: list[_Stretch] = []
    for voice in ordered:
        if voice.claim.stance is not Stance.DENIED:
            home = next((stretch for stretch in reversed(held) if stretch.fits(voice)), None)
            if home is None:
                home = _Stretch()
                held.append(home)
            home.add(voice)
    refuted: list[_Stretch] = []
    for voice in ordered:
        if voice.claim.stance is Stance.DENIED:
            homes = [stretch for stretch in held if stretch.fits(voice)]
            homes = homes or [stretch for stretch in refuted if stretch.fits(voice)][:1]
            if not homes:
                homes = [_Stretch()]
                refuted += homes
            for home in homes:
                home.voices.append(voice)
    return [stretch.voices for stretch in (*held, *refuted)]


def _earliest(voice: _Voice) -> date:
    """Return the first day a claim speaks of; a claim without one comes last."""
    bounds = [moment.first for moment in (voice.since, voice.until) if moment is not None]
    days = [voice.day] if voice.day is not None else []
    return min(bounds or days or [date.max])


def _tie(triple: tuple[str, str, str], voices: Sequence[_Voice]) -> Tie:
    """Weigh the claims of one stretch."""
    believed = [voice for voice in voices if voice.claim.stance is not Stance.DENIED]
    since = _tightest([voice.since for voice in believed])
    until = _tightest([voice.until for voice in believed])
    return Tie(
        *triple,
        stance=_stance({voice.claim.stance for voice in voices}),
        confidence=_confidence(voices),
        claims=tuple(sorted(voice.at for voice in voices)),
        since=since,
        until=until,
        days=tuple(sorted({day for voice in believed if (day := voice.day) is not None})),
        sources=len({voice.source for voice in voices}),
        ended=_is_ended(believed),
    )


def _stance(stances: set[Stance]) -> Stance:
    """Return what the stances of the claims come to.

    >>> _stance({Stance.AFFIRMED, Stance.ALLEGED}), _stance({Stance.ALLEGED, Stance.DENIED})
    (<Stance.AFFIRMED: 'affirmed'>, <Stance.DISPUTED: 'disputed'>)
    """
    if Stance.DENIED in stances:
        return Stance.DENIED if stances == {Stance.DENIED} else Stance.DISPUTED
    return Stance.AFFIRMED if Stance.AFFIRMED in stances else Stance.ALLEGED


def _confidence(voices: Sequence[_Voice]) -> float:
    """Return the chance that at least one source was read rightly, were they independent.

    A source (a publisher, or an article without one) counts once, with its surest claim: ten
    articles of one outlet repeat one another. 1 - ∏(1 - c), at most `CEILING`, to four places.
    """
    surest: dict[str, float] = {}
    for voice in voices:
        surest[voice.source] = max(surest.get(voice.source, 0.0), voice.claim.confidence)
    missed = prod(1.0 - surest[source] for source in sorted(surest))
    return round(min(CEILING, 1.0 - missed), 4)


def _tightest(stated: Iterable[Moment | None]) -> Moment | None:
    """Return the moment all agree on, else the range they leave open.

    >>> _tightest([Moment.parse("2020"), Moment.parse("2020-03")]).iso
    '2020-03'
    >>> _tightest([Moment.parse("2020-03-01"), Moment.parse("2019")]).iso
    '2019-01-01/2020-03-01'
    """
    moments = [moment for moment in stated if moment is not None]
    if not moments:
        return None
    first, last = max(m.first for m in moments), min(m.last for m in moments)
    if first <= last:
        return Moment(first, last)
    return Moment(min(m.first for m in moments), max(m.last for m in moments))


def _is_ended(voices: Sequence[_Voice]) -> bool:
    """Say whether the latest word is that it is over: told ended, and attested on no later day."""
    over = [voice for voice in voices if voice.claim.ended]
    told = [voice.issued.first for voice in over if voice.issued is not None]
    days = [voice.day for voice in voices if not voice.claim.ended and voice.day is not None]
    return bool(over) and (not days or (bool(told) and max(days) <= max(told)))


def _start(tie: Tie) -> date:
    """Return the first day known of a tie, for order; a tie without one comes last."""
    known = [moment.first for moment in (tie.since, tie.until) if moment is not None]
    return min([*known, *tie.days[:1]] or [date.max])
