"""Nodes: what resolving works on — all entities of articles that certainly are one, by name or by context."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.arabic.letters import is_arabic
from kg.entities import persons, units
from kg.entities.contexts import Context, contexts
from kg.entities.likeness import GROUPS, family, is_telling, key
from kg.entities.unit_names import UnitName
from kg.model import Kind, Reading

Member = tuple[str, str]
"""Article id and in-article entity id."""
Born = tuple[str, str, str]
"""Date of issue, article id and entity id: what came first."""
_FEW = 200
"""So many bearers of one name are compared by all that stands around them; more only by their ties."""


def entity_id(kin: str, *parts: str) -> str:
    """Return the id of an entity of a family that goes by a name: the same in every graph."""
    whole = "\x1f".join((kin, *parts)).encode("utf-8", "surrogatepass")
    return f"{kin.lower()}-{hashlib.sha256(whole).hexdigest()[:12]}"


@dataclass
class Node:
    """Entities of one name that are one: spellings with counts, members, ties, and when it first appeared."""

    family: str
    lexeme: str | None
    own: str = ""
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[Kind] = field(default_factory=Counter)
    members: list[Member] = field(default_factory=list)
    ties: set[str] = field(default_factory=set)
    around: set[str] = field(default_factory=set)
    born: Born = ("~", "~", "~")

    def add(self, part: _Part, *, around: bool = False) -> None:
        """Take an entity of an article in; `around`, with what stands around it where it has no ties."""
        self.names.update(part.names)
        self.kinds[part.kind] += 1
        self.members.append(part.member)
        self.ties |= part.context.ties
        if around and not part.context.ties:
            self.around |= part.context.around
        self.born = min(self.born, part.born)

    @cached_property
    def kind(self) -> Kind:
        """Return the kind most articles give."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """Return one spelling for each name, in order of the names."""
        found: dict[tuple[str, ...], str] = {}
        for name in sorted(self.names, key=lambda name: (-self.names[name], name)):
            found.setdefault(key(self.kind, name), name)
        return tuple(found[name] for name in sorted(found))

    @cached_property
    def is_sure(self) -> bool:
        """Say whether a name of it tells it from all others."""
        return self.lexeme is not None or any(is_telling(self.kind, n) for n in self.spellings)

    @cached_property
    def is_latin(self) -> bool:
        """Say whether none of its names is in Arabic letters."""
        return not any(map(is_arabic, self.names))

    @cached_property
    def is_lone(self) -> bool:
        """Say whether each of its names is one part of a person's name: a kunya, a given or a family name."""
        return all(name.length == 1 for name in self.persons)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Return the ids it would go by alone: the lexicon's, those of telling names, else one of its own."""
        telling = [name for name in self.spellings if is_telling(self.kind, name)]
        named = [entity_id(self.family, *key(self.kind, name)) for name in telling]
        if self.own:
            return (entity_id(self.family, "own", self.own),)
        first = (self.lexeme,) if self.lexeme is not None else ()
        return (*first, *dict.fromkeys(named)) or (entity_id(self.family, "own", *self.born),)

    @cached_property
    def digest(self) -> str:
        """Return a hash of all that its likeness to others depends on."""
        ties = ("|", *sorted(self.ties), "|", *sorted(self.around))
        parts = (self.family, self.lexeme or "", self.own, *self.spellings, *ties)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @cached_property
    def persons(self) -> tuple[persons.PersonName, ...]:
        """Return its names by the grammar of persons' names."""
        return tuple(map(persons.parse, self.spellings)) if self.family == Kind.PERSON else ()

    @cached_property
    def units(self) -> tuple[UnitName, ...]:
        """Return its names by the grammar of groups' names."""
        return tuple(map(units.parse, self.spellings)) if self.family == "group" else ()


@dataclass(slots=True)
class _Part:
    """An entity of one article."""

    member: Member
    kind: Kind
    names: tuple[str, ...]
    context: Context
    born: Born


_Key = tuple[str, str | None, tuple[tuple[str, ...], ...]]


def nodes(readings: Iterable[Reading], apart: Mapping[Member, str] | None = None) -> list[Node]:
    """Return the nodes of all readings, in an order that does not depend on theirs.

    `apart` names entities that an analyst set apart: each value makes a node of its own.
    """
    apart = apart or {}
    sure: dict[_Key, Node] = {}
    held: dict[_Key, list[_Part]] = {}
    own: dict[tuple[str, _Key], Node] = {}
    for reading in readings:
        issued = reading.article.issued.first.isoformat() if reading.article.issued else "~"
        around = contexts(reading)
        for entity in reading.entities:
            names = tuple(sorted({key(entity.kind, name) for name in entity.names}))
            member = (reading.article.id, entity.id)
            part = _Part(member, entity.kind, entity.names, around[entity.id], (issued, *member))
            place = (family(entity.kind), entity.lexeme, () if entity.lexeme else names)
            if member in apart:
                verdict = apart[member]
                own.setdefault((verdict, place), Node(*place[:2], verdict)).add(part)
            elif entity.lexeme is not None or _tells(part):
                sure.setdefault(place, Node(*place[:2])).add(part)
            else:
                held.setdefault(place, []).append(part)
    found = [*sure.values(), *own.values()]
    for place, parts in held.items():
        for some in _by_context(sorted(parts, key=lambda p: p.member), parts[0].kind in GROUPS):
            node = Node(*place[:2], "/".join(min(part.born for part in some)))
            for part in some:
                node.add(part, around=True)
            found.append(node)
    for node in found:
        node.members.sort()
    return sorted(found, key=lambda node: (node.family, node.digest, node.members[0]))


def _tells(part: _Part) -> bool:
    return any(is_telling(part.kind, name) for name in part.names)


def _by_context(parts: Sequence[_Part], are_groups: bool) -> list[list[_Part]]:
    """Join bearers of a common name who share a tie, or a group a country, or much of what is around."""
    held = _Bearers(parts)
    first: dict[str, int] = {}
    for at, part in enumerate(parts):
        for mark in _marks(part, are_groups):
            held.join(first.setdefault(mark, at), at)
    led = []
    for at, part in enumerate(parts):
        if not part.context.ties:
            ways = {held.find(first[mark]) for mark in part.context.around if mark in first}
            led += [(way, at) for way in ways if len(ways) == 1]
    for way, at in led:
        held.join(way, at, unless_tied=True)
    if len(parts) <= _FEW and not are_groups:
        for at, part in enumerate(parts):
            for other in range(at):
                if _share_neighbours(part.context, parts[other].context):
                    held.join(other, at, unless_tied=True)
    return held.all()


def _marks(part: _Part, are_groups: bool) -> list[str]:
    """Return what two bearers of a common name need share one of to be one."""
    ties = sorted(part.context.ties)
    return [*ties, part.context.country] if are_groups and part.context.country else ties


def _share_neighbours(one: Context, other: Context) -> bool:
    """Say whether two articles name largely the same others beside one name."""
    shared = one.neighbours & other.neighbours
    return len(shared) >= 2 and len(shared) * 2 >= min(len(one.neighbours), len(other.neighbours))


class _Bearers:
    """Bearers of one name, joined step by step."""

    def __init__(self, parts: Sequence[_Part]) -> None:
        self._parts = parts
        self._parent = list(range(len(parts)))
        self._tied = [bool(part.context.ties) for part in parts]

    def find(self, at: int) -> int:
        """Return the bearer that stands for one and those joined to it."""
        while self._parent[at] != at:
            self._parent[at] = self._parent[self._parent[at]]
            at = self._parent[at]
        return at

    def join(self, one: int, other: int, *, unless_tied: bool = False) -> None:
        """Join two bearers; `unless_tied` both have ties, which then are different ones."""
        one, other = sorted((self.find(one), self.find(other)))
        if one == other or (unless_tied and self._tied[one] and self._tied[other]):
            return
        self._parent[other] = one
        self._tied[one] = self._tied[one] or self._tied[other]

    def all(self) -> list[list[_Part]]:
        """Return the bearers of each who is one."""
        found: dict[int, list[_Part]] = {}
        for at, part in enumerate(self._parts):
            found.setdefault(self.find(at), []).append(part)
        return list(found.values())
