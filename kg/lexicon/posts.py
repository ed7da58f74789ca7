"""Words that tell how posts change hands. Keys are folded: verbs by lemma, nouns without article."""

from __future__ import annotations

from functools import cache

from kg.arabic.letters import fold
from kg.lexicon.tables import read_table, split

HANDS = ("take", "give", "go", "leave", "remove", "succeed")


@cache
def transfers() -> dict[str, str]:
    """Map the words after which a post changes hands to the way it does: `HANDS`."""
    return {word: way for word, way in _rows() if way in HANDS}


@cache
def removals() -> frozenset[str]:
    """Return the words of taking someone's post: «أقال», «إعفاء»."""
    return _of("remove")


@cache
def departures() -> frozenset[str]:
    """Return the words of leaving one's post: «استقال», «تنازل»."""
    return _of("leave")


@cache
def charges() -> frozenset[str]:
    """Return the nouns of being in charge, an office where someone takes or gets it: «مسؤولية»."""
    return _of("charge")


@cache
def decrees() -> frozenset[str]:
    """Return the nouns for what one is appointed by: «قرار», «مرسوم»."""
    return _of("decree")


@cache
def orders() -> frozenset[str]:
    """Return the nouns for what one is appointed by only after «بـ»: «بتوجيه من»."""
    return _of("order")


@cache
def issuings() -> frozenset[str]:
    """Return the verbs of bringing out a decree: «أصدر»."""
    return _of("issue")


@cache
def containings() -> frozenset[str]:
    """Return the verbs that tell what a decree says: «قضى القرار بـ»."""
    return _of("contain")


@cache
def choosings() -> frozenset[str]:
    """Return the words that appoint only where the post is told: «اختار», «سمى»."""
    return _of("choose")


@cache
def formers() -> frozenset[str]:
    """Return the words, folded, that say a post is held no more: «السابق», «المقال»."""
    return _of("former")


@cache
def seats() -> frozenset[str]:
    """Return the nouns that a post follows: «منصب», «مهام»."""
    return _of("seat")


@cache
def post_nouns() -> frozenset[str]:
    """Return all nouns and lemmas of the table."""
    return frozenset(word for word, _ in _rows())


def _of(name: str) -> frozenset[str]:
    return frozenset(word for word, way in _rows() if way == name)


def _rows() -> list[tuple[str, str]]:
    rows = read_table("ar/post-cues.tsv", ("word", "class", "gloss", "example"))
    return [(fold(row["word"]), row["class"]) for row in rows]


@cache
def group_adjectives() -> dict[str, str]:
    """Map the adjectives that name a group after a post, folded, to the group's lexeme: «القيادي الحوثي»."""
    columns = ("word", "forms", "lexeme", "gloss", "example")
    return {
        fold(form): row["lexeme"]
        for row in read_table("ar/group-adjectives.tsv", columns, "word")
        for form in (row["word"], *split(row["forms"]))
    }
