"""Printed: candidates as mentions, with the span they take in the text and the name it prints."""

from __future__ import annotations

from kg.lexicon.lexemes import lexemes
from kg.mentions.candidates import QUOTES, Candidate, unclitic
from kg.model import Kind, Mention, Sentence, Span


def as_mention(text: str, sentence: Sentence, c: Candidate) -> Mention:
    """Return the mention a candidate of a sentence comes to, named as the text prints it."""
    words = sentence.words
    first, last = words[c.start], words[c.end - 1]
    start = first.span.start + unclitic(first.raw, len(c.skip))
    span = Span(start, last.span.end)
    name = text[words[c.name_from].span.start : last.span.end] if c.name_from else span.quote(text)
    if c.fused and not c.name_from:
        name = "ا" + name
    if c.found_by == "adjective":
        name = lexemes()[c.lexeme or ""].names_ar[0]
    name = c.named or " ".join(name.split())
    if not QUOTES.isdisjoint(name):
        name = _without_quotes(name.split(" (")[0] if c.kind is Kind.PERSON else name)
    return Mention(sentence.index, span, c.kind, name, c.found_by, c.confidence, c.lexeme)


def _without_quotes(name: str) -> str:
    """Take quotation marks and brackets out of a name: «ميليشيا “الفجر», «وكالة (الفجر»."""
    return " ".join("".join(c for c in name if c not in QUOTES).split()) or name
