"""Gazetteer: names the lexicon knows, found in the words of a sentence, clitics aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from kg.arabic.letters import fold
from kg.arabic.memo import Memo
from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import frame_nouns
from kg.lexicon.lexemes import Lexeme, forms, key, lexemes
from kg.lexicon.words import (
    adjectives,
    given_names,
    group_words,
    ordinary_words,
    particles,
    place_words,
    time_words,
    titles,
    verb_forms,
)
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
        for name in lexeme.names_ar:
            if _is_part(lexeme, forms(name)):
                continue
            trap = fold(name) in traps or _is_word(lexeme, forms(name))
            for spelt in _spellings(lexeme, name):
                node = root
                for form in spelt:
                    node = node.setdefault(form, {})
                node.setdefault(_ENDS, []).append((lexeme.id, trap, lexeme.kind))
    return root


OTHERWISE = (("كرد", "كورد"), ("امريك", "اميرك"), ("اميرك", "امريك"), ("سوريا", "سوريه"))
"""Spellings of the names of peoples and countries, and how they are also written."""


def _spellings(lexeme: Lexeme, name: str) -> Iterator[tuple[str, ...]]:
    """Yield the folded words of a name, and as others spell the country or people in it: «كردستان», «كوردستان»."""
    own = forms(name)
    yield own
    others = {key(other) for other in lexeme.names_ar}
    for spelt, otherwise in OTHERWISE:
        varied = tuple(form.replace(spelt, otherwise) for form in own)
        if varied != own and " ".join(varied) not in others:
            yield varied


LARGE = 100_000
"""A place of as many inhabitants, or a governorate, is known by its name though that is a word as well."""


def _is_word(lexeme: Lexeme, name: tuple[str, ...]) -> bool:
    """Say whether a one-word name is also a word of the language or a given name."""
    if len(name) != 1:
        return False
    form, stem = name[0], bare(name[0])
    if len(form) < 3 or form in time_words():
        return True
    if lexeme.kind in (Kind.ARMED_GROUP, Kind.ORGANIZATION):
        return form in verb_forms()
    if lexeme.kind not in (Kind.PLACE, Kind.PERSON):
        return False
    if stem in titles() or stem in group_words() or stem in place_words() or stem in adjectives():
        return True
    if lexeme.population >= LARGE or lexeme.type == "governorate":
        return form in ordinary_words() or form in particles()
    return form in given_names() or is_plain(form) or _is_inflected(form)


def _is_inflected(form: str) -> bool:
    """Say whether a form is a plural or feminine of a word of the language: «بعيدين»."""
    endings = (ending for ending in ("ين", "ون") if form.endswith(ending))
    return any(form[: -len(ending)] in ordinary_words() for ending in endings)


def _is_part(lexeme: Lexeme, name: tuple[str, ...]) -> bool:
    """Say whether a place is a mere side of a state or town, which is read instead: «جنوب لبنان»."""
    head = place_words().get(name[0])
    if lexeme.kind is not Kind.PLACE or head is None or head.inside != "part":
        return False
    return name[1:] in _states() or (lexeme.type == "region" and name[1:] in _grounds())


@cache
def _grounds() -> frozenset[tuple[str, ...]]:
    """Return the names of places that are no regions."""
    places = (x for x in lexemes().values() if x.kind is Kind.PLACE and x.type != "region")
    return frozenset(forms(name) for place in places for name in place.names_ar)


@cache
def known_states() -> frozenset[str]:
    """Return the one-word names of states, which are no given names here."""
    return frozenset(name[0] for name in _states() if len(name) == 1)


@cache
def place_forms() -> frozenset[str]:
    """Return the one-word names of places and states, save those that are given names too."""
    return frozenset(
        form
        for form, node in trie().items()
        if any(kind in (Kind.PLACE, Kind.STATE) for _, _, kind in node.get(_ENDS, ()))
        and form not in given_names()
    )


@cache
def known_families() -> frozenset[str]:
    """Return the one-word names of figures, folded: «الشيباني»."""
    figures = (lexeme for lexeme in lexemes().values() if lexeme.kind is Kind.PERSON)
    names = (forms(name) for figure in figures for name in figure.names_ar)
    return frozenset(name[-1] for name in names if name)


@cache
def _states() -> frozenset[tuple[str, ...]]:
    states = (lexeme for lexeme in lexemes().values() if lexeme.kind is Kind.STATE)
    return frozenset(forms(name) for state in states for name in state.names_ar)


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


def begins(form: str) -> bool:
    """Say whether a known name may begin with a form, clitics aside."""
    return bool(_starts[form])


Bearer = tuple[str, bool, Kind]
"""Whose a name is: a lexeme, whether the name is also a plain word, the kind."""


def _begun(form: str) -> tuple[tuple[str, Trie, bool, Sequence[Bearer], bool], ...]:
    """Return where in the trie each reading of a form leads.

    Its clitics, the node, whether it is fused, whose name it is alone, whether no name goes on from it.
    """
    own = pronoun(form)
    theirs = own is not None and (own[0] in group_words() or own[0] in frame_nouns())
    return tuple(
        (prefix, node, is_fused(form, prefix, rest), node.get(_ENDS, ()), node.keys() == {_ENDS})
        for prefix, rest in splits(form)
        if (node := trie().get(rest)) is not None and not (prefix and theirs)
    )


_starts = Memo(_begun)


def known(words: Sequence[Word], at: int) -> list[Candidate]:
    """Return the known names that begin at word `at`, longest match of each reading; none past the end."""
    found: list[Candidate] = []
    size = len(words)
    for prefix, node, fused, best, leaf in _starts[words[at].form] if at < size else ():
        end = ahead = at + 1
        while ahead < size and not leaf:
            form = words[ahead].form
            if form not in node:
                if form not in INSIDE or ahead + 1 == size:
                    break
                ahead += 1
                form = words[ahead].form
                if form not in node:
                    break
            node = node[form]
            ahead += 1
            if _ENDS in node:
                end, best = ahead, node[_ENDS]
        if best and end > at + 3 and best[0][2] in GROUPS:
            end = _before_larger(words, at, end)
        for id, trap, kind in best:
            found.append(Candidate(at, end, kind, "lexicon", 0.95, prefix, id, trap, None, fused))
    return found


GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))


def _before_larger(words: Sequence[Word], at: int, end: int) -> int:
    """End a unit's known name before the larger body it is told to be in: «الفيلق الثالث [في الجيش الوطني]»."""
    for inside in range(at + 2, end - 1):
        if words[inside].form == "في" and any(
            c.end == end and c.kind in GROUPS
            for c in known(words, inside + 1 + _marks(words, inside))
        ):
            return inside
    return end


def _marks(words: Sequence[Word], at: int) -> int:
    """Return 1 where a mark follows word `at`, else 0."""
    return int(at + 1 < len(words) and words[at + 1].form in INSIDE)


INSIDE = QUOTES | {"-", "–"}
"""Marks that may stand inside a known name."""
