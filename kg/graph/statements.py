"""Writes what was read out of one article: the article, its sentences and claims, in one graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph import literals
from kg.graph.iris import Iris
from kg.graph.ontology import DCTERMS, KG, OA, PROV, RDF, RDFS, SCHEMA, XSD, closure
from kg.model import Article, Claim, Reading

STANCES = {
    "affirmed": KG.Affirmed,
    "alleged": KG.Alleged,
    "denied": KG.Denied,
    "disputed": KG.Disputed,
}

Term = NamedNode | Literal
Pair = tuple[NamedNode, Term]


def read_out(
    reading: Reading, whole: Mapping[str, NamedNode], iris: Iris, run: NamedNode
) -> Iterator[Quad]:
    """Yield the graph of one article; `whole` leads from ids of its entities to merged ones."""
    graph = iris.article(reading.article.id)
    for pair in _article(reading.article, iris):
        yield Quad(graph, *pair, graph)
    named = _named(reading)
    for index in sorted({*named, *(claim.sentence for claim in reading.claims)}):
        span = reading.sentences[index]
        sentence = iris.sentence(reading.article.id, span)
        yield from _typed(sentence, KG.Sentence, graph)
        yield Quad(sentence, PROV.wasDerivedFrom, graph, graph)
        yield Quad(sentence, OA.exact, literals.plain(span.quote(reading.article.text)), graph)
        yield Quad(sentence, OA.start, literals.integer(span.start), graph)
        yield Quad(sentence, OA.end, literals.integer(span.end), graph)
        for entity in sorted({whole[id].value for id in named.get(index, ()) if id in whole}):
            yield Quad(sentence, SCHEMA.mentions, NamedNode(entity), graph)
    for name, claim in zip(iris.claims(reading), reading.claims, strict=True):
        yield from _typed(name, KG.Claim, graph)
        yield Quad(name, PROV.wasGeneratedBy, run, graph)
        for pair in _claim(claim, reading, whole, iris):
            yield Quad(name, *pair, graph)


def _typed(node: NamedNode, kind: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    """Yield a node's classes, super-classes written out."""
    for upper in closure(kind, RDFS.subClassOf):
        yield Quad(node, RDF.type, upper, graph)


def _article(article: Article, iris: Iris) -> Iterator[Pair]:
    """Yield what is known of an article itself."""
    for kind in closure(KG.Article, RDFS.subClassOf):
        yield RDF.type, kind
    language = article.language if re.fullmatch("[a-z]{2,3}", article.language) else "und"
    title = article.title or article.doc or article.id
    yield DCTERMS.title, literals.tagged(title, language)
    yield SCHEMA.inLanguage, literals.plain(language)
    if article.doc:
        yield DCTERMS.identifier, literals.plain(article.doc)
    if article.publisher:
        yield DCTERMS.publisher, iris.outlet(article.publisher)
    if article.issued is not None:
        yield DCTERMS.issued, literals.moment(article.issued)
    if article.url:
        text = literals.plain(article.url).value
        yield SCHEMA.url, Literal(text, datatype=XSD.anyURI)


def _named(reading: Reading) -> dict[int, set[str]]:
    """Return for each sentence the ids of the entities mentioned in it."""
    named: dict[int, set[str]] = {}
    for entity in reading.entities:
        for mention in entity.mentions:
            named.setdefault(mention.sentence, set()).add(entity.id)
    return named


def _claim(
    claim: Claim, reading: Reading, whole: Mapping[str, NamedNode], iris: Iris
) -> Iterator[Pair]:
    """Yield what one claim says and how."""
    yield RDF.subject, whole[claim.subject]
    yield RDF.predicate, KG[claim.verb]
    yield RDF.object, whole[claim.object]
    yield KG.stance, STANCES[claim.stance]
    yield KG.confidence, literals.decimal(claim.confidence)
    yield KG.rule, literals.plain(claim.rule)
    sentence = reading.sentences[claim.sentence]
    yield PROV.wasDerivedFrom, iris.sentence(reading.article.id, sentence)
    yield OA.exact, literals.plain(claim.quote.quote(reading.article.text))
    yield OA.start, literals.integer(claim.quote.start)
    yield OA.end, literals.integer(claim.quote.end)
    yield from _qualifiers(claim, whole)


def _qualifiers(claim: Claim, whole: Mapping[str, NamedNode]) -> Iterator[Pair]:
    """Yield who says it, as what, where and when, as far as the text tells."""
    if claim.speaker is not None:
        yield PROV.wasAttributedTo, whole[claim.speaker]
    if claim.attribution:
        yield KG.attribution, literals.plain(claim.attribution)
    if claim.role:
        yield SCHEMA.roleName, literals.plain(claim.role)
    if claim.place is not None:
        yield KG.place, whole[claim.place]
    for verb, moment in (
        (KG.since, claim.since),
        (KG.until, claim.until),
        (KG.asOf, claim.as_of),
    ):
        if moment is not None:
            yield verb, literals.moment(moment)
    if claim.ended:
        yield KG.ended, literals.boolean(True)
