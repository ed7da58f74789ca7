"""Resolving: which entities of different articles are one, by known name, full name or a name's distinctive core.

On doubt two entities stay two. Entities known to the lexicon under different ids, or of different kinds,
are never joined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from kg.entities.gathering import GROUPS, core
from kg.lexicon.lexemes import forms, lexemes
from kg.model import Entity, Kind, Reading

Member = tuple[str, str]
"""Article id and in-article entity id."""


def resolve(readings: Sequence[Reading]) -> list[Entity]:
    """Return the merged entities of all readings, in order of id; the order of the readings does not matter."""
    parts = {
        (reading.article.id, entity.id): entity
        for reading in sorted(readings, key=lambda r: r.article.id)
        for entity in reading.entities
    }
    by_key: dict[tuple[str, ...], list[Member]] = {}
    for member, entity in parts.items():
        for key in _keys(member, entity):
            by_key.setdefault(key, []).append(member)
    clusters = _Clusters(parts)
    for key in sorted(by_key):
        first, *others = by_key[key]
        for other in others:
            clusters.join(first, other)
    return sorted((_merged(c) for c in clusters.all()), key=lambda entity: entity.id)


def _keys(member: Member, entity: Entity) -> Iterator[tuple[str, ...]]:
    """Yield what an entity is recognised by in other articles: its lexeme, its distinctive names."""
    family = _family(entity.kind)
    if entity.lexeme:
        yield "lexeme", entity.lexeme
        return
    found = False
    for name in entity.names:
        words = core(entity.kind, name)
        if words and is_distinctive(entity.kind, words):
            found = True
            yield (family, *words)
    if not found:
        yield ("alone", *member)


def _family(kind: Kind) -> str:
    return "group" if kind in GROUPS else kind.value


def is_distinctive(kind: Kind, words: Sequence[str]) -> bool:
    """Say whether a name alone tells one of its kind from all others across articles.

    >>> is_distinctive(Kind.PERSON, ("ابو", "عمر")), is_distinctive(Kind.PERSON, ("سالم", "الرواس"))
    (False, True)
    """
    if kind is Kind.PERSON:
        return len(words) >= (3 if words[0] in ("ابو", "ابي", "ام") else 2)
    return len(" ".join(words)) > 2


class _Clusters:
    """Members joined step by step, never two lexemes into one."""

    def __init__(self, parts: dict[Member, Entity]) -> None:
        self._parts = parts
        self._parent = {member: member for member in parts}
        self._lexeme = {member: entity.lexeme for member, entity in parts.items()}
        self._kind = {member: entity.kind for member, entity in parts.items()}

    def find(self, member: Member) -> Member:
        """Return the member that stands for a member's cluster."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: Member, other: Member) -> None:
        """Join two clusters unless their lexemes forbid it."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return
        known = {self._lexeme[first], self._lexeme[second]} - {None}
        if len(known) > 1:
            return
        self._parent[second] = first
        self._lexeme[first] = next(iter(known), None)

    def all(self) -> Iterator[list[tuple[Member, Entity]]]:
        """Yield each cluster's members."""
        found: dict[Member, list[tuple[Member, Entity]]] = {}
        for member, entity in self._parts.items():
            found.setdefault(self.find(member), []).append((member, entity))
        yield from found.values()


def _merged(cluster: Iterable[tuple[Member, Entity]]) -> Entity:
    members = sorted(cluster, key=lambda pair: pair[0])
    counts: dict[str, int] = {}
    for _, entity in members:
        for name in entity.names:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(counts, key=lambda name: (-len(forms(name)), -counts[name], name))
    lexeme = next((entity.lexeme for _, entity in members if entity.lexeme), None)
    if lexeme and lexeme in lexemes():
        kind = lexemes()[lexeme].kind
    else:
        kinds = [entity.kind for _, entity in members]
        kind = min(kinds, key=lambda kind: (-kinds.count(kind), kind))
    return Entity(
        lexeme or _id(kind, names, members[0][0]),
        kind,
        tuple(names),
        lexeme,
        members=tuple(member for member, _ in members),
    )


def _id(kind: Kind, names: Sequence[str], member: Member) -> str:
    """Return an id from the name that is recognised everywhere, or from the place of its only mention."""
    for name in names:
        words = core(kind, name)
        if words and is_distinctive(kind, words):
            return _digest(kind, " ".join(words))
    return _digest(kind, " ".join(core(kind, names[0])), *member)


def _digest(kind: Kind, *parts: str) -> str:
    digest = hashlib.sha256("\x1f".join((_family(kind), *parts)).encode()).hexdigest()[:12]
    return f"{kind.value.lower()}-{digest}"
