"""The ledger: all readings of a graph in one JSON Lines file, so that a build reads only what is new.

The first line is the head: version of the reader, base IRI, and for each article its id and source.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import BadGraph
from kg.model import Article, Claim, Entity, Kind, Mention, Moment, Reading, Span, Stance

NAME = "readings.jsonl"


@dataclass(frozen=True, slots=True)
class Head:
    """What a ledger says of itself: `sources` maps article ids to where they were read from."""

    version: str
    base: str
    sources: Mapping[str, str]


def read_head(folder: Path) -> Head | None:
    """Return the head of a graph folder's ledger, or `None` where there is none.

    Raises `BadGraph` where the file is damaged.
    """
    path = folder / NAME
    if not path.exists():
        return None
    with path.open(encoding="utf-8") as lines:
        record = _parse(path, 1, lines.readline())
    try:
        return Head(record["version"], record["base"], dict(record["sources"]))
    except (KeyError, TypeError, ValueError) as error:
        raise BadGraph(f"{path}:1: not a ledger's head; build into a new folder") from error


def read_ledger(folder: Path) -> Iterator[Reading]:
    """Yield the readings of a graph folder, in order of article id.

    Raises `BadGraph` where there is no ledger or a line is damaged, naming the line.
    """
    path = folder / NAME
    if not path.exists():
        raise BadGraph(f"{folder}: no {NAME} in it; make a graph with kg build")
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if number > 1:
                record = _parse(path, number, line)
                try:
                    yield from_record(record)
                except (KeyError, TypeError, ValueError) as error:
                    raise BadGraph(f"{path}:{number}: not a reading; build again") from error


def write_ledger(folder: Path, head: Head, readings: Sequence[Reading]) -> Path:
    """Write a ledger beside the one there, and return its path: rename it to `NAME` to put it in force."""
    path = folder / f"{NAME}.new"
    with path.open("w", encoding="utf-8", newline="\n") as lines:
        sources = dict(sorted(head.sources.items()))
        lines.write(as_line({"version": head.version, "base": head.base, "sources": sources}))
        for reading in readings:
            lines.write(as_line(to_record(reading)))
    return path


def as_line(record: Any) -> str:
    """Return a record as a line of JSON Lines, the same for the same record."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"


def parse_line(path: Path, number: int, line: str, way_out: str) -> Any:
    """Return the record of a line. Raises `BadGraph`, naming line and way out, where it is damaged."""
    try:
        return json.loads(line)
    except ValueError as error:
        raise BadGraph(f"{path}:{number}: damaged; {way_out}") from error


def _parse(path: Path, number: int, line: str) -> dict[str, Any]:
    record = parse_line(path, number, line, "build into a new folder")
    if not isinstance(record, dict):
        raise BadGraph(f"{path}:{number}: damaged; build into a new folder")
    return record


def to_record(reading: Reading) -> dict[str, Any]:
    """Return a reading as plain JSON values."""
    article = reading.article
    return {
        "article": {
            "id": article.id,
            "doc": article.doc,
            "text": article.text,
            "title": article.title,
            "language": article.language,
            "publisher": article.publisher,
            "issued": _iso(article.issued),
            "url": article.url,
            "source": article.source,
        },
        "sentences": [[span.start, span.end] for span in reading.sentences],
        "entities": [_entity(entity) for entity in reading.entities],
        "claims": [_claim(claim) for claim in reading.claims],
    }


def _iso(moment: Moment | None) -> str | None:
    return moment.iso if moment else None


def _moment(iso: str | None) -> Moment | None:
    return Moment.parse(iso) if iso else None


def _entity(entity: Entity) -> list[Any]:
    mentions = [
        [m.sentence, m.span.start, m.span.end, m.kind, m.name, m.found_by, m.confidence, m.lexeme]
        for m in entity.mentions
    ]
    return [entity.id, entity.kind, list(entity.names), entity.lexeme, mentions]


def _claim(claim: Claim) -> list[Any]:
    dates = [_iso(claim.since), _iso(claim.until), _iso(claim.as_of)]
    who = [claim.speaker, claim.attribution, claim.role, claim.place]
    said = [claim.subject, claim.verb, claim.object, claim.stance, claim.confidence, claim.rule]
    return [claim.sentence, *said, claim.quote.start, claim.quote.end, *who, *dates, claim.ended]


def from_record(record: Mapping[str, Any]) -> Reading:
    """Return the reading a record holds. Raises `KeyError`, `TypeError` or `ValueError` on a bad one."""
    article = dict(record["article"])
    issued = _moment(article.pop("issued"))
    return Reading(
        Article(**article, issued=issued),
        tuple(Span(start, end) for start, end in record["sentences"]),
        tuple(_to_entity(*row) for row in record["entities"]),
        tuple(_to_claim(row) for row in record["claims"]),
    )


def _to_entity(
    id: str, kind: str, names: list[str], lexeme: str | None, mentions: list[list[Any]]
) -> Entity:
    found = tuple(Mention(row[0], Span(row[1], row[2]), Kind(row[3]), *row[4:]) for row in mentions)
    return Entity(id, Kind(kind), tuple(names), lexeme, found)


def _to_claim(row: list[Any]) -> Claim:
    sentence, subject, verb, object, stance, confidence, rule, start, end = row[:9]
    speaker, attribution, role, place, since, until, as_of, ended = row[9:]
    return Claim(
        sentence,
        subject,
        verb,
        object,
        Stance(stance),
        confidence,
        rule,
        Span(start, end),
        speaker,
        attribution,
        role,
        place,
        _moment(since),
        _moment(until),
        _moment(as_of),
        ended,
    )
