"""Writes readings, evidence and ties as plain records, ready for JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Claim, Entity, Moment, Reading, Tie
from kg.network import describe_entity, describe_tie, in_order
from kg.views.evidence import ClaimId, Evidence

Record = dict[str, Any]


def reading_record(reading: Reading) -> Record:
    """Return all that was read out of one article, as `kg read` prints it.

    `quote` are the words that say a claim; `start` and `end` bound its sentence in the article.
    """
    return {
        "doc": reading.article.doc,
        "language": reading.article.language,
        "issued": _iso(reading.article.issued),
        "entities": [
            {"id": entity.id, "kind": entity.kind.value, "names": list(entity.names)}
            for entity in reading.entities
        ],
        "claims": [_claim_record(reading, claim) for claim in reading.claims],
    }


def _claim_record(reading: Reading, claim: Claim) -> Record:
    sentence = reading.sentences[claim.sentence]
    return {
        "s": claim.subject,
        "v": claim.verb,
        "o": claim.object,
        "stance": claim.stance.value,
        "role": claim.role,
        "since": _iso(claim.since),
        "until": _iso(claim.until),
        "as_of": _iso(claim.as_of),
        "ended": claim.ended,
        "place": claim.place,
        "speaker": claim.speaker,
        "attribution": claim.attribution,
        "quote": claim.quote.quote(reading.article.text),
        "start": sentence.start,
        "end": sentence.end,
        "rule": claim.rule,
        "confidence": round(claim.confidence, 6),
    }


def evidence_record(evidence: Evidence) -> Record:
    """Return a claim with its sentence and article, as `kg explain` prints it."""
    claim, article = evidence.claim, evidence.article
    return {
        "subject": evidence.subject,
        "verb": claim.verb,
        "object": evidence.object,
        "stance": claim.stance.value,
        "sentence": evidence.sentence,
        "quote": evidence.quote.quote(evidence.sentence),
        "article": article.title or article.doc,
        "publisher": article.publisher,
        "issued": _iso(article.issued),
        "url": article.url,
        "source": article.source,
        "speaker": evidence.speaker,
        "attribution": claim.attribution,
        "role": claim.role,
        "place": evidence.place,
        "since": _iso(claim.since),
        "until": _iso(claim.until),
        "as_of": _iso(claim.as_of),
        "ended": claim.ended,
        "rule": claim.rule,
        "confidence": round(claim.confidence, 6),
    }


def write_json(
    entities: Iterable[Entity], ties: Iterable[Tie], evidence: Mapping[ClaimId, Evidence]
) -> str:
    """Return a network as JSON: `nodes`, and `links` that each list the claims behind them."""
    nodes = [
        {"id": entity.id, **describe_entity(entity)}
        for entity in sorted(entities, key=lambda entity: entity.id)
    ]
    links = [
        {
            "source": tie.subject,
            "target": tie.object,
            **describe_tie(tie),
            "evidence": [evidence_record(evidence[c]) for c in tie.claims if c in evidence],
        }
        for tie in in_order(ties)
    ]
    return json.dumps({"nodes": nodes, "links": links}, ensure_ascii=False, indent=1) + "\n"


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else moment.iso
