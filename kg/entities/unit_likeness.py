"""Likeness of groups' names, part by part, with what tells groups apart as vetoes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from kg.arabic.letters import fold
from kg.entities.judgement import DOUBTFUL, MATCHES, Likeness
from kg.entities.spellings import SAME, likeness, normal
from kg.entities.unit_names import UnitName
from kg.entities.units import is_telling_word
from kg.lexicon.names import latin_words, name_words
from kg.lexicon.tables import read_table, split
from kg.lexicon.words import given_names


@lru_cache(maxsize=1 << 18)
def compare(one: UnitName, other: UnitName) -> Likeness:
    """Compare two groups' names part by part.

    >>> from kg.entities.units import parse
    >>> compare(parse("حزب الله"), parse("كتائب حزب الله")).veto
    'the head words differ: حزب, كتايب حزب'
    >>> compare(parse("حركة أحرار الشام الإسلامية"), parse("أحرار الشام")).score
    0.92
    >>> compare(parse("لواء فجر البادية"), parse("Dawn of the Desert Brigade")).score
    0.97
    """
    if one.script != other.script:
        from kg.entities.translation import compare_scripts

        return compare_scripts(*((one, other) if one.script == "ar" else (other, one)))
    if one.key == other.key:
        return Likeness(0.97, ("same name, part by part",))
    veto = number_veto(one, other) or _word_veto(one, other) or _head_veto(one, other)
    reasons: list[str] = []
    eponym = _eponyms(one.eponym, other.eponym, reasons)
    score = min(eponym, _heads(one, other, reasons), _details(one, other, reasons))
    if one.numbers and one.numbers == other.numbers:
        reasons.append(f"same number {one.numbers[0]}")
    return Likeness(round(score, 4), tuple(reasons), veto)


def number_veto(one: UnitName, other: UnitName) -> str | None:
    """Say whether numbers or countries forbid that two names are one group's, in any script."""
    if one.numbers and other.numbers and not set(one.numbers) & set(other.numbers):
        return f"the numbers differ: {one.numbers[0]}, {other.numbers[0]}"
    if one.countries and other.countries and not set(one.countries) & set(other.countries):
        return f"the countries differ: {one.countries[0]}, {other.countries[0]}"
    return None


def _word_veto(one: UnitName, other: UnitName) -> str | None:
    """Say whether words that tell groups apart forbid it: identity, arm, direction, place."""
    for label, ones, others in (
        ("words that tell groups apart", one.identity, other.identity),
        ("arms", one.arms, other.arms),
        ("directions", one.directions, other.directions),
    ):
        if ones and others and not set(ones) & set(others):
            return f"the {label} differ: {' '.join(ones)}, {' '.join(others)}"
    if one.places and other.places and _words(one.places, other.places) < MATCHES:
        return f"the places differ: {' '.join(one.places)}, {' '.join(other.places)}"
    return None


def _head_veto(one: UnitName, other: UnitName) -> str | None:
    """Say whether the head words forbid it: a brigade is no corps, a party's brigades are not the party."""
    if not one.heads or not other.heads:
        nested = len(one.heads) + len(other.heads) > 1
        return _heads_differ(one, other) if nested and one.eponym != other.eponym else None
    if one.heads == other.heads or are_plural(one.heads[0], other.heads[0]):
        return None
    known = [latin_heads(unit) for unit in (one, other)]
    forces = [len(unit.heads) == 1 and is_force(unit.heads[0]) for unit in (one, other)]
    called = one.eponym == other.eponym and one.identity == other.identity
    same = called and (all(forces) or (any(forces) and _tells(one)))
    return None if known[0] & known[1] or same else _heads_differ(one, other)


def is_force(head: str) -> bool:
    """Say whether a head word only says that a group has men: «قوات»; a brigade's may be called so too."""
    return head in name_words("force")


def _tells(name: UnitName) -> bool:
    return len(name.eponym) > 1 or any(map(is_telling_word, name.eponym))


def _heads_differ(one: UnitName, other: UnitName) -> str:
    heads = [" ".join(unit.heads) or "none" for unit in (one, other)]
    return f"the head words differ: {heads[0]}, {heads[1]}"


def latin_heads(unit: UnitName) -> set[str]:
    """Return the Arabic nouns that the Latin head words of a name may stand for."""
    table = latin_words()["head"]
    return {word for head in unit.heads for word in table.get(head, ())}


@cache
def _plurals() -> frozenset[frozenset[str]]:
    columns = ("word", "plural", "forms", "gender", "kind", "named", "definite", "gloss", "example")
    rows = read_table("ar/group-words.tsv", columns, "word")
    return frozenset(
        frozenset((fold(row["word"]), fold(plural)))
        for row in rows
        for plural in split(row["plural"])
    )


def are_plural(one: str, other: str) -> bool:
    """Say whether one head word is the other's plural: «كتيبة», «كتائب»."""
    return frozenset((one, other)) in _plurals()


def _heads(one: UnitName, other: UnitName, reasons: list[str]) -> float:
    """Return how far the head words agree."""
    if one.heads == other.heads:
        if one.heads:
            reasons.append(f"same head word {' '.join(one.heads)}")
        return SAME
    if one.heads and other.heads:
        if all(map(is_force, one.heads + other.heads)):
            reasons.append(f"head words of one meaning: {one.heads[0]}, {other.heads[0]}")
            return 0.92 if one.eponym or one.identity else 0.8
        if are_plural(one.heads[0], other.heads[0]) and one.heads[1:] == other.heads[1:]:
            reasons.append(f"head words of one noun: {one.heads[0]}, {other.heads[0]}")
            return 0.8
        loose = any(is_force(head) for head in one.heads + other.heads)
        return 0.8 if loose else 0.92
    bare = one if one.heads == () else other
    reasons.append(f"only one name has a head word: {' '.join(one.heads or other.heads)}")
    tells = _tells(bare)
    droppable = all(head in name_words("droppable") for head in one.heads + other.heads)
    return 0.92 if tells and droppable else 0.5


def _eponyms(one: Sequence[str], other: Sequence[str], reasons: list[str]) -> float:
    """Return how far the words agree that groups are called by."""
    if one == other:
        if one:
            reasons.append(f"called the same: {' '.join(one)}")
        return SAME
    if not one or not other:
        reasons.append(f"only one name says more: {' '.join(one or other)}")
        return 0.3
    level = _words(one, other)
    if level >= MATCHES:
        reasons.append(f"called the same, spelled otherwise: {' '.join(one)}, {' '.join(other)}")
    elif level >= DOUBTFUL:
        reasons.append(f"called almost the same: {' '.join(one)}, {' '.join(other)}")
    else:
        short, full = sorted((tuple(one), tuple(other)), key=len)
        if _is_family_of(short, full):
            reasons.append(f"{' '.join(short)} may be short for {' '.join(full)}")
            return 0.8
        reasons.append(f"called otherwise: {' '.join(one)}, {' '.join(other)}")
        return _overlap(one, other)
    return level


def _is_family_of(short: Sequence[str], full: Sequence[str]) -> bool:
    """Say whether one eponym is the family name of the other, a person: «القسام», «عز الدين القسام»."""
    given = "".join(full[:-1])
    return len(short) == 1 and tuple(full[-1:]) == tuple(short) and normal(given) in given_names()


def _words(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the likeness of two runs of words: that of the least alike pair; words may be joined."""
    if "".join(one) == "".join(other):
        return SAME
    if len(one) != len(other):
        return 0.0
    levels = [likeness(a, b) for a, b in zip(one, other, strict=True)]
    slips = sum(level < SAME for level in levels)
    return min(levels) if slips < 2 or len(levels) > 2 else min(*levels, 0.8)


def _overlap(one: Sequence[str], other: Sequence[str]) -> float:
    """Return a likeness below a proposal's unless one run holds the other whole."""
    shared = sum(any(likeness(a, b) >= MATCHES for b in other) for a in one)
    part = shared == min(len(one), len(other))
    return (0.65 if part and shared > 1 else 0.4) * shared / max(len(one), len(other))


def _details(one: UnitName, other: UnitName, reasons: list[str]) -> float:
    """Return how far number, country and adjectives agree that one name gives and the other does not."""
    score = 0.97
    tells = _tells(one)
    small = not name_words("small").isdisjoint(one.heads + other.heads)
    for label, ones, others, free, cap in (
        ("number", one.numbers, other.numbers, False, 0.5),
        ("country", one.countries, other.countries, tells and small, 0.75),
        ("adjective", one.identity, other.identity, tells, 0.65),
        ("arm", one.arms, other.arms, bool(one.numbers), 0.75),
        ("direction", one.directions, other.directions, False, 0.65),
        ("place", one.places, other.places, False, 0.7),
    ):
        given = set(map(str, ones)) ^ set(map(str, others))
        if given:
            reasons.append(f"only one name gives the {label} {' '.join(sorted(given))}")
            score = min(score, 0.93 if free else cap)
    return score
