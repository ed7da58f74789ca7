"""Blocking: which nodes are compared at all — those that share a key drawn from the parts of a name.

No key is shared by much of a corpus: each holds at least two parts of a person's name, a unit's number
with its head, or a word a group is called by. Latin names meet Arabic ones by `skeleton` and by translation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.letters import is_arabic
from kg.entities import places
from kg.entities.nodes import Node
from kg.entities.persons import PersonName
from kg.entities.sounding import skeleton
from kg.entities.unit_names import UnitName
from kg.lexicon.names import latin_places, latin_words
from kg.model import Kind

Key = tuple[str, ...]
_CROSS = "across"
"""The first word of keys under which only an Arabic and a Latin name meet."""
_BESIDE = "beside"
"""The first word of keys under which a lone part of a name meets fuller names beside one tie."""


def pairs(nodes: Sequence[Node], fresh: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in `nodes` worth comparing, each once, of which one at least is `fresh`."""
    blocks: dict[Key, list[int]] = {}
    for at, node in enumerate(nodes):
        for key in set(keys(node)):
            blocks.setdefault(key, []).append(at)
    seen: set[tuple[int, int]] = set()
    for key, members in blocks.items():
        if len(members) < 2:
            continue
        for one, other in _meeting(nodes, members, fresh, key[0]):
            pair = (min(one, other), max(one, other))
            if pair not in seen and not _are_told_apart(nodes[one], nodes[other]):
                seen.add(pair)
                yield pair


def _are_told_apart(one: Node, other: Node) -> bool:
    """Say whether two nodes bear one name that does not tell: context has told them apart already."""
    return not one.is_sure and not other.is_sure and one.spellings == other.spellings


def _meeting(
    nodes: Sequence[Node], members: Sequence[int], fresh: frozenset[int], way: str
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of one block that have a fresh node.

    Across scripts a Latin name meets Arabic ones; beside a tie a lone part of a name meets fuller ones.
    """
    if way not in (_CROSS, _BESIDE):
        new = (at for at in members if at in fresh)
        yield from ((one, other) for one in new for other in members if one != other)
        return
    apart = [nodes[at].is_latin if way == _CROSS else nodes[at].is_lone for at in members]
    few = [at for at, is_few in zip(members, apart, strict=True) if is_few]
    rest = [at for at, is_few in zip(members, apart, strict=True) if not is_few] if few else []
    yield from ((one, other) for one in few for other in rest if one in fresh or other in fresh)


def keys(node: Node) -> Iterator[Key]:
    """Yield the keys of a node's names; a name that many bear meets others by what is around it."""
    if node.lexeme is not None:
        yield ("lexeme", node.lexeme)
    for person in node.persons:
        if node.is_sure or node.ties:
            yield from _person_keys(person)
        yield from _tie_keys(person, node.ties | node.around)
    for unit in node.units:
        yield from _unit_keys(unit)
    if node.family in (Kind.PLACE, Kind.STATE):
        for name in node.spellings:
            words = places.parse(name).words
            yield (node.family, "".join(words))
            yield (_CROSS, node.family, "".join(map(skeleton, words)))
    elif node.family == Kind.EVENT:
        for name in node.spellings:
            yield (node.family, name)


def _person_keys(name: PersonName) -> Iterator[Key]:
    """Yield given or father's name with family name, whole, and in part for slips of the pen."""
    firsts = [first for first in (name.given, *name.kunyas) if first]
    lasts = name.families or name.fathers
    for first in firsts:
        for last in lasts:
            yield ("person", first, last)
            if is_arabic(name.given) or not name.given:
                yield ("person anagram", first, "".join(sorted(set(last))))
                if len(last) > 6:
                    yield ("person start", first, last[:4])
                    yield ("person end", first, last[-4:])
                yield ("person given", "".join(sorted(set(first))), last)
            yield (_CROSS, "person", skeleton(first), skeleton(last))
    if not name.families and len(firsts) > 1:
        yield ("person", *firsts)


def _tie_keys(name: PersonName, beside: set[str]) -> Iterator[Key]:
    """Yield parts of a short name with the node's ties: they find the full name beside the same group."""
    for tie in sorted(beside):
        for kunya in name.kunyas:
            yield (_BESIDE, "kunya", kunya, tie)
        for family in name.families:
            yield (_BESIDE, "family", family, tie)
        if name.given:
            yield (_BESIDE, "given", name.given, tie)


def _unit_keys(name: UnitName) -> Iterator[Key]:
    """Yield number and head, the whole eponym, and for slips the eponym less one word."""
    table = latin_words()
    heads = name.heads[:1]
    if name.script == "la":
        heads = tuple(arabic for head in name.heads for arabic in table["head"].get(head, ()))
    for number in name.numbers:
        for head in heads:
            yield ("unit", head, str(number))
    if name.script == "la":
        for word in name.eponym:
            yield (_CROSS, "unit", skeleton(word))
            for arabic in (*table["word"].get(word, ()), *latin_places().get(word, ())):
                yield (_CROSS, "meant", _stem(arabic))
        return
    for word in (*name.eponym, *name.identity):
        yield (_CROSS, "unit", skeleton(word))
        yield (_CROSS, "meant", _stem(word))
    if len(name.eponym) > 1 or len(name.heads) > 1:
        yield (_CROSS, "unit", skeleton("".join((*name.heads[-1:], *name.eponym))))
    if name.eponym:
        yield ("eponym", "".join(name.eponym))
        for at in range(len(name.eponym) if len(name.eponym) > 1 else 0):
            rest = (*name.eponym[:at], "·", *name.eponym[at + 1 :])
            yield ("eponym anagram", *rest, "".join(sorted(set(name.eponym[at]))))
            if len(name.eponym[at]) > 6:
                yield ("eponym start", *rest, name.eponym[at][:4])
                yield ("eponym end", *rest, name.eponym[at][-4:])
        if len(name.eponym) == 1:
            yield ("eponym anagram", *name.heads, "".join(sorted(set(name.eponym[0]))))
    elif not name.numbers:
        yield ("headed", *name.heads, *name.identity)


def _stem(word: str) -> str:
    """Return a word without article and endings, as translations are compared."""
    return word.removeprefix("ال").split(" ")[0].rstrip("يه")
