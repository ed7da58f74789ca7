"""Gazetteer: names the lexicon knows, found in the words of a sentence, clitics aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from kg.arabic.letters import fold
from kg.arabic.words import bare, splits
from kg.lexicon.lexemes import Lexeme, forms, lexemes
from kg.lexicon.words import adjectives, given_names, group_words, place_words, titles
from kg.mentions.candidates import QUOTES, Candidate, is_fused, is_plain
from kg.model import Kind, Word

Trie = dict[str, Any]
_ENDS = ""


@cache
def trie() -> Trie:
    """Return all Arabic names of the lexicon as a trie over folded words; a leaf lists (id, trap).

    Where one name belongs to several lexemes the first of actor, figure, state, place (largest) stands.
    """
    root: Trie = {}
    for lexeme in sorted(lexemes().values(), key=_rank):
        traps = {fold(name) for name in lexeme.traps}
        for name in (*lexeme.names_ar, *lexeme.capitals):
            node = root
            for form in forms(name):
                node = node.setdefault(form, {})
            trap = fold(name) in traps or _is_word(lexeme.kind, forms(name))
            node.setdefault(_ENDS, []).append((lexeme.id, trap, lexeme.kind))
    return root


def _is_word(kind: Kind, name: tuple[str, ...]) -> bool:
    """Say whether a place's or person's one-word name is also a word of the language, or heads names."""
    if len(name) != 1 or kind not in (Kind.PLACE, Kind.PERSON):
        return False
    form, stem = name[0], bare(name[0])
    heads = stem in titles() or stem in group_words() or stem in place_words()
    return heads or stem in adjectives() or (form in given_names() or is_plain(form))


_ORDER = {
    Kind.EVENT: 0,
    Kind.ARMED_GROUP: 1,
    Kind.ORGANIZATION: 2,
    Kind.STATE: 3,
    Kind.PLACE: 4,
    Kind.PERSON: 5,
}


def _rank(lexeme: Lexeme) -> tuple[int, int, str]:
    return _ORDER[lexeme.kind], -lexeme.population, lexeme.id


def known(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the known names that begin at word `at`, longest match of each reading."""
    root = trie()
    for prefix, rest in splits(words[at].form):
        node = root.get(rest)
        if node is None:
            continue
        skip = prefix
        best: tuple[int, Trie] | None = None
        end = at + 1
        while True:
            if _ENDS in node:
                best = (end, node)
            ahead = _skip_mark(words, end, node)
            if ahead is None:
                break
            node = node[words[ahead].form]
            end = ahead + 1
        if best:
            for id, trap, kind in best[1][_ENDS]:
                fused = is_fused(words[at].form, prefix, rest)
                yield Candidate(at, best[0], kind, "lexicon", 0.95, skip, id, trap, None, fused)


def _skip_mark(words: Sequence[Word], end: int, node: Trie) -> int | None:
    """Return the next word that carries the name on; a hyphen or quotation mark inside is passed over."""
    if end < len(words) and words[end].form in node:
        return end
    if end + 1 < len(words) and words[end].form in QUOTES | {"-"} and words[end + 1].form in node:
        return end + 1 if words[end + 1].form != _ENDS else None
    return None
