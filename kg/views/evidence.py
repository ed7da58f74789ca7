"""Gathers what stands behind ties: each claim with its sentence, its article and all its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Article, Claim, Reading, Span, Tie

ClaimId = tuple[str, int]
"""The id of an article, and the position of the claim in its reading."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim as it is shown; `quote` is a span of `sentence`, names are as printed."""

    claim: Claim
    article: Article
    sentence: str
    quote: Span
    subject: str
    object: str
    speaker: str | None
    place: str | None


def gather(ties: Iterable[Tie], readings: Iterable[Reading]) -> dict[ClaimId, Evidence]:
    """Return the evidence of ties by claim; readings are gone through once and not kept."""
    wanted: dict[str, set[int]] = {}
    for tie in ties:
        for article, position in tie.claims:
            wanted.setdefault(article, set()).add(position)
    found: dict[ClaimId, Evidence] = {}
    for reading in readings:
        positions = wanted.get(reading.article.id, set())
        for position, evidence in enumerate(evidence_of(reading) if positions else ()):
            if position in positions:
                found[reading.article.id, position] = evidence
    return found


def evidence_of(reading: Reading) -> Iterator[Evidence]:
    """Yield the evidence of each claim of a reading, in its order."""
    text = reading.article.text
    names = {entity.id: entity.names[0] for entity in reading.entities if entity.names}
    for claim in reading.claims:
        span = reading.sentences[claim.sentence]
        start = min(max(claim.quote.start, span.start), span.end) - span.start
        end = min(max(claim.quote.end, span.start), span.end) - span.start
        yield Evidence(
            claim=claim,
            article=reading.article,
            sentence=span.quote(text),
            quote=Span(start, end),
            subject=names.get(claim.subject, claim.subject),
            object=names.get(claim.object, claim.object),
            speaker=None if claim.speaker is None else names.get(claim.speaker, claim.speaker),
            place=None if claim.place is None else names.get(claim.place, claim.place),
        )
