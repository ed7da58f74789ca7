"""Gathers what stands behind ties: each claim with its sentence, its article and all its names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model import Article, Claim, Entity, Reading, Span, Tie

ClaimId = tuple[str, int]
"""The id of an article, and the position of the claim in its reading."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Where an end of a claim is named: in a sentence of the article, at some spans of it."""

    sentence: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim as it is shown; `quote` is a span of `sentence`, names are as printed.

    `subject_named` and `object_named` say where the ends are named: in the sentence itself, or, where a
    pronoun stands for one, in the last sentence before that names it; `None` where none does.
    """

    claim: Claim
    article: Article
    sentence: str
    quote: Span
    subject: str
    object: str
    speaker: str | None
    place: str | None
    subject_named: Naming | None = None
    object_named: Naming | None = None


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
    entities = {entity.id: entity for entity in reading.entities}
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
            subject_named=_naming(reading, entities.get(claim.subject), claim.sentence),
            object_named=_naming(reading, entities.get(claim.object), claim.sentence),
        )


def _naming(reading: Reading, entity: Entity | None, sentence: int) -> Naming | None:
    """Return where an entity is named in a sentence, or in the last one before that names it."""
    mentions = entity.mentions if entity is not None else ()
    last = max((m.sentence for m in mentions if m.sentence <= sentence), default=None)
    if last is None:
        return None
    start = reading.sentences[last].start
    spans = {m.span for m in mentions if m.sentence == last}
    within = tuple(Span(span.start - start, span.end - start) for span in sorted(spans))
    return Naming(reading.sentences[last].quote(reading.article.text), within)
