"""Mints the names of everything in a graph: one IRI for one thing, the same in every build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.model import Claim, Reading, Span, Tie

BASE = "https://w3id.org/armed-actors/"
"""What all minted IRIs start with, unless the user sets another."""

GRAPHS = ("ontology", "names", "ties", "facts", "runs")
"""The graphs beside those of the articles, each of which can be dropped and woven anew."""


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one graph, all below `base`.

    >>> Iris().entity("hezbollah").value
    'https://w3id.org/armed-actors/id/hezbollah'
    """

    base: str = BASE

    def entity(self, slug: str) -> NamedNode:
        """Name a person, group, state, place or event by its slug, whatever letters it has."""
        return NamedNode(f"{self.base}id/{_safe(slug)}")

    def outlet(self, publisher: str) -> NamedNode:
        """Name a publisher by what its articles call it."""
        return self.entity(f"outlet-{digest(publisher.strip().casefold())}")

    def article(self, id: str) -> NamedNode:
        """Name an article, and the graph that holds what was read out of it."""
        return NamedNode(f"{self.base}article/{_safe(id)}")

    def sentence(self, article: str, span: Span) -> NamedNode:
        """Name a sentence by its article and place in it."""
        return NamedNode(f"{self.base}sentence/{_safe(article)}.{span.start}-{span.end}")

    def tie(self, tie: Tie) -> NamedNode:
        """Name a tie by its ends, verb and stretch of time."""
        bounds = [moment.iso if moment is not None else "" for moment in (tie.since, tie.until)]
        first = tie.days[0].isoformat() if tie.days else ""
        return NamedNode(
            f"{self.base}tie/{digest(tie.subject, tie.verb, tie.object, *bounds, first)}"
        )

    def run(self, version: str) -> NamedNode:
        """Name a run by the version of the software: a clock would make no two builds alike."""
        return NamedNode(f"{self.base}run/{_safe(version)}")

    def graph(self, name: str) -> NamedNode:
        """Name one of `GRAPHS`."""
        return NamedNode(f"{self.base}graph/{name}")

    def claims(self, reading: Reading) -> Iterator[NamedNode]:
        """Name the claims of a reading, in their order, by what they say and where.

        Neither the order of the claims nor the ids of entities count, so that a claim keeps its
        name when another rule reads more out of the article; equal claims are told apart by number.
        """
        names = {e.id: f"{e.kind} {e.names[0] if e.names else e.id}" for e in reading.entities}
        seen: Counter[tuple[str, ...]] = Counter()
        for claim in reading.claims:
            key = (reading.article.id, *_said(claim, reading.sentences, names))
            seen[key] += 1
            yield NamedNode(f"{self.base}claim/{digest(*key, str(seen[key]))}")


def _said(claim: Claim, sentences: tuple[Span, ...], names: dict[str, str]) -> tuple[str, ...]:
    """Return all that makes a claim the one it is, as texts."""
    sentence = sentences[claim.sentence]
    moments = (claim.since, claim.until, claim.as_of)
    return (
        f"{sentence.start}-{sentence.end}",
        f"{claim.quote.start}-{claim.quote.end}",
        names[claim.subject],
        claim.verb,
        names[claim.object],
        claim.stance,
        *(moment.iso if moment is not None else "" for moment in moments),
        *(names[end] if end is not None else "" for end in (claim.speaker, claim.place)),
        claim.role or "",
    )


def _safe(text: str) -> str:
    """Return any text, even half characters, as one step of a path."""
    return quote(text, safe="", errors="surrogatepass")


def digest(*parts: str) -> str:
    """Return the first 16 hex digits of the sha256 of the parts, each told apart from the next.

    >>> digest("a", "bc") == digest("ab", "c")
    False
    """
    whole = "\0".join(f"{len(part)}:{part}" for part in parts)
    return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]
