"""Gathers all that the page shows, as tables that name one another's rows by position.

Nothing is named by a text out of an article; sentences and articles stand once each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kg.arabic.letters import fold, is_arabic
from kg.lexicon.lexemes import Lexeme, lexemes
from kg.lexicon.tables import read_table
from kg.model import Article, Entity, Kind, Moment, Tie
from kg.network import (
    describe_entity,
    find_communities,
    in_importance,
    in_order,
    lay_out,
    weave_network,
)
from kg.views.drawings import OPTIONS, draw_edges, draw_nodes
from kg.views.evidence import ClaimId, Evidence, Naming
from kg.views.packing import safe_link
from kg.views.styles import FAMILIES, STANCES, family_of, look_of_kind, word

Row = dict[str, Any]


class _Numbers(dict[Any, int]):
    """Numbers things in the order in which they are first asked for."""

    def __missing__(self, key: Any) -> int:
        self[key] = len(self)
        return self[key]


def contents(
    entities: Sequence[Entity], ties: Iterable[Tie], evidence: Mapping[ClaimId, Evidence]
) -> Row:
    """Return all that the page shows, ready for JSON. The order of what is given does not matter."""
    entities = sorted(entities, key=lambda entity: entity.id)
    ties = in_order(ties)
    number = {entity.id: position for position, entity in enumerate(entities)}
    shown = sorted({claim for tie in ties for claim in tie.claims if claim in evidence})
    claim_number = {claim: position for position, claim in enumerate(shown)}
    sentences, articles = _Numbers(), _Numbers()
    whole = {member: number[entity.id] for entity in entities for member in entity.members}
    claims = [
        _claim(evidence[claim], sentences, articles) | _ends(evidence[claim], whole)
        for claim in shown
    ]
    network = weave_network(entities, ties)
    communities = find_communities(network)
    return {
        "nodes": draw_nodes(entities, ties, lay_out(network, communities)),
        "edges": draw_edges(ties, number),
        "options": OPTIONS,
        "entities": [_entity(entity) for entity in entities],
        "ties": [_tie(tie, number, claim_number) for tie in ties],
        "claims": claims,
        "sentences": list(sentences),
        "articles": [_article(article) for article in articles],
        "order": [number[id] for id in in_importance(network, communities)],
        "communities": [[number[id] for id in group] for group in communities if len(group) > 3],
        "looks": _looks(ties),
        "fold": fold_table(),
        "skeletons": skeleton_table(),
    }


def _entity(entity: Entity) -> Row:
    lexeme = lexemes().get(entity.lexeme) if entity.lexeme is not None else None
    described = describe_entity(entity)
    known = (*lexeme.names_ar, *lexeme.names_en) if lexeme is not None else ()
    names = list(dict.fromkeys((*entity.names, *known)))
    return _without_empty(
        {
            "id": entity.id,
            "kind": entity.kind.value,
            "ar": _first(described["label"], lexeme.names_ar if lexeme else (), arabic=True),
            "en": _english(entity, lexeme),
            "names": names,
            "articles": described["articles"],
            "at": [lexeme.lon, lexeme.lat] if lexeme and lexeme.lat is not None else None,
        }
    )


def _first(label: str, names: Sequence[str], *, arabic: bool) -> str:
    fitting = (name for name in (label, *names) if is_arabic(name) == arabic)
    return next(fitting, label)


def _english(entity: Entity, lexeme: Lexeme | None) -> str | None:
    """Return a name in Latin letters, or nothing where none is known; none is made up."""
    names = (*(lexeme.names_en if lexeme else ()), *entity.names)
    return next((name for name in names if not is_arabic(name)), None)


def _tie(tie: Tie, number: Mapping[str, int], claim_number: Mapping[ClaimId, int]) -> Row:
    return _without_empty(
        {
            "subject": number[tie.subject],
            "verb": tie.verb,
            "object": number[tie.object],
            "stance": tie.stance.value,
            "confidence": round(tie.confidence, 4),
            "since": _iso(tie.since),
            "until": _iso(tie.until),
            "days": [day.isoformat() for day in tie.days],
            "sources": tie.sources,
            "ended": tie.ended,
            "claims": [claim_number[claim] for claim in tie.claims if claim in claim_number],
        }
    )


def _claim(evidence: Evidence, sentences: _Numbers, articles: _Numbers) -> Row:
    claim = evidence.claim
    return _without_empty(
        {
            "sentence": sentences[evidence.sentence],
            "article": articles[evidence.article],
            "quote": [evidence.quote.start, evidence.quote.end],
            "subject": evidence.subject,
            "subject_at": _naming(evidence.subject_named, sentences),
            "object": evidence.object,
            "object_at": _naming(evidence.object_named, sentences),
            "stance": claim.stance.value,
            "verb": claim.verb,
            "speaker": evidence.speaker,
            "attribution": claim.attribution,
            "role": claim.role,
            "place": evidence.place,
            "since": _iso(claim.since),
            "until": _iso(claim.until),
            "as_of": _iso(claim.as_of),
            "ended": claim.ended,
            "rule": claim.rule,
            "confidence": round(claim.confidence, 4),
        }
    )


def _ends(evidence: Evidence, whole: Mapping[tuple[str, str], int]) -> Row:
    """Return the positions of the entities that speak, and where it happened, if merged ones."""
    article, claim = evidence.article.id, evidence.claim
    found = {"speaker_entity": claim.speaker, "place_entity": claim.place}
    return {
        key: whole[article, id]
        for key, id in found.items()
        if id is not None and (article, id) in whole
    }


def _naming(naming: Naming | None, sentences: _Numbers) -> list[Any] | None:
    if naming is None:
        return None
    return [sentences[naming.sentence], [[span.start, span.end] for span in naming.spans]]


def _article(article: Article) -> Row:
    return _without_empty(
        {
            "title": article.title or article.doc,
            "publisher": article.publisher,
            "issued": _iso(article.issued),
            "url": safe_link(article.url),
            "source": article.source,
        }
    )


def _without_empty(row: Row) -> Row:
    """Leave out what a row does not tell; a position may well be 0."""
    return {
        key: value
        for key, value in row.items()
        if value is not None and value is not False and value not in ("", [])
    }


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else moment.iso


def _looks(ties: Iterable[Tie]) -> Row:
    verbs = sorted({tie.verb for tie in ties})
    return {
        "kinds": {kind.value: asdict(look_of_kind(kind)) for kind in Kind},
        "families": {name: asdict(look) for name, look in FAMILIES.items()},
        "stances": {stance.value: asdict(look) for stance, look in STANCES.items()},
        "verbs": [[verb, word(verb, "ar"), word(verb, "en"), family_of(verb)] for verb in verbs],
    }


def fold_table() -> dict[str, str]:
    """Return how single Arabic letters and marks are folded, so that the search box folds alike."""
    letters = [*range(0x600, 0x700), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    letters += [*range(0x2060, 0x206A), 0xFEFF]
    return {chr(code): fold(chr(code)) for code in letters if fold(chr(code)) != chr(code)}


def skeleton_table() -> list[list[str]]:
    """Return the letters of either script with the sound they share, the longest first."""
    rows = read_table("ar/skeletons.tsv", ("letters", "sound", "gloss", "example"))
    pairs = [[letters, row["sound"]] for row in rows for letters in row["letters"].split("|")]
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))
