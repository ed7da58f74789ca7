"""Places' names by their grammar: label, head, direction, and the words that name; and their likeness."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.arabic.letters import is_arabic
from kg.arabic.words import bare
from kg.entities.judgement import DOUBTFUL, MATCHES, Likeness
from kg.entities.sounding import skeleton
from kg.entities.spellings import SAME, latin, likeness, normal
from kg.lexicon.lexemes import forms
from kg.lexicon.names import latin_words, name_grammar
from kg.lexicon.words import place_words

_ACROSS = 0.89
"""The most that one word in two scripts comes to: towns of one sound are many, so it is only proposed,"""
_BY_THE_BOOK, _TELLING = 0.95, 3
"""unless it is spelled by the book and has so many consonants."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The parts of a place's name; `heads` are part of it («معبر», «ريف»), labels («مدينة») are not."""

    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    script: str = "ar"

    @property
    def key(self) -> tuple[str, ...]:
        """Return all that tells the place: equal for spellings of one name."""
        return (*self.heads, "|", *self.words, "|", *self.directions)


@lru_cache(maxsize=1 << 16)
def parse(name: str) -> PlaceName:
    """Read a place's name as its parts.

    >>> parse("مدينة دير الزور") == parse("دير الزور"), parse("معبر البوكمال").heads
    (True, ('معبر',))
    """
    if not is_arabic(name):
        return _parse_latin(name)
    words = list(forms(name))
    heads: list[str] = []
    while len(words) > 1 and bare(words[0]) in place_words():
        word = place_words()[bare(words[0])]
        if word.word in _of_names():
            break
        if word.inside != "label":
            heads.append(word.word)
        words = words[1:]
    directions = [word for word in words[1:] if "direction" in name_grammar().get(word, ())]
    rest = [normal(word) for word in words if word not in directions]
    return PlaceName(tuple(heads), tuple(rest), tuple(map(normal, directions)))


@lru_cache(maxsize=1)
def _of_names() -> frozenset[str]:
    """Return the place words that begin names of towns and are never left out: «تل», «دير»."""
    return frozenset(word for word in place_words() if "ground" in name_grammar().get(word, ()))


def _parse_latin(name: str) -> PlaceName:
    """Read a Latin spelling: what lies around the place, after a comma, is left out."""
    known = latin_words()
    heads: list[str] = []
    rest: list[str] = []
    directions: list[str] = []
    words = [w for w in latin(name.partition(",")[0]) if w not in known["particle"]]
    for word in [word for word in words if word not in known["article"]]:
        meant = known["word"].get(word, ())
        ground = [place_words()[bare(one)] for one in meant if bare(one) in place_words()]
        if any("direction" in name_grammar().get(f"ال{one}", ()) for one in meant) and rest:
            directions.append(normal(meant[0]))
        elif not ground or len(words) == 1:
            rest.append(word)
        elif not all(place.inside == "label" for place in ground):
            heads.append("/".join(place.word for place in ground))
    return PlaceName(tuple(heads), tuple(rest), tuple(directions), "la")


def _heads_differ(one: PlaceName, other: PlaceName) -> bool:
    """Say whether no reading of the heads is shared; a Latin word may stand for several."""
    ones, others = ({way for head in p.heads for way in head.split("/")} for p in (one, other))
    return bool(ones or others) and not ones & others


@lru_cache(maxsize=1 << 16)
def compare(one: PlaceName, other: PlaceName) -> Likeness:
    """Compare two places' names part by part.

    >>> compare(parse("الشميطية"), parse("بلدة شميطية")).score
    0.97
    >>> compare(parse("معبر البوكمال"), parse("البوكمال")).veto
    'one is معبر, the other not'
    """
    if one.key == other.key:
        return Likeness(0.97, ("same name, part by part",))
    veto = None
    if _heads_differ(one, other):
        told = [" ".join(place.heads) for place in (one, other)]
        veto = f"one is {told[0] or told[1]}, the other {told[1] if all(told) else 'not'}"
    elif one.directions != other.directions and one.script == other.script:
        veto = f"the directions differ: {' '.join(one.directions + other.directions)}"
    one_script = one.script == other.script
    level = _words(one.words, other.words, one_script)
    if not one_script:
        plain = len(one.words) == 1 and not _is_certain(level, one.words[0])
        level = min(level, _ACROSS) if plain or one.directions != other.directions else level
    names = f"{' '.join(one.words)}, {' '.join(other.words)}"
    if level >= MATCHES:
        reason = f"same name, spelled otherwise: {names}"
        return Likeness(round(min(level, 0.96), 4), (reason,), veto)
    if level >= DOUBTFUL:
        return Likeness(round(level, 4), (f"almost the same name: {names}",), veto)
    return Likeness(round(level / 2, 4), (f"another name: {names}",), veto)


def _is_certain(level: float, word: str) -> bool:
    """Say whether a lone word is spelled by the book in the other script, and long enough to be no other."""
    return level >= _BY_THE_BOOK and len(skeleton(word)) >= _TELLING


def _words(one: tuple[str, ...], other: tuple[str, ...], one_script: bool) -> float:
    """Return the likeness of two runs of words: of the least alike pair, or joined."""
    joined = likeness("".join(one), "".join(other)) if one and other else 0.0
    if len(one) != len(other) or not one:
        return joined
    levels = [likeness(a, b) for a, b in zip(one, other, strict=True)]
    apart = min(levels)
    if one_script and SAME > apart >= MATCHES and not all(len(word) > 5 for word in one):
        apart = 0.8
    return max(apart, joined if not one_script else 0.0)
