"""Gathering: the mentions of one article into its entities — same name, known name, short form, alias."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from kg.arabic.words import bare
from kg.entities.aliases import alias_pairs
from kg.entities.persons import parse
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.words import group_words, place_words
from kg.model import Entity, Kind, Mention, Sentence

KUNYAS = frozenset(("ابو", "ابي", "ابا", "ام"))
GROUPS = (Kind.ARMED_GROUP, Kind.ORGANIZATION)


_place = attrgetter("span")


def gather(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Entity]:
    """Return the article's entities, their ids `e1`, `e2` … in order of first mention, fullest name first."""
    clusters = _Clusters()
    for mention in mentions:
        clusters.add(mention)
    clusters.join_short_forms()
    clusters.join_lone_names()
    for one, other in alias_pairs(sentences, mentions):
        clusters.join(one, other)
    return [_entity(f"e{number}", members) for number, members in enumerate(clusters.in_order(), 1)]


def _entity(id: str, members: list[Mention]) -> Entity:
    if len(members) == 1:
        name, lexeme = members[0].name, members[0].lexeme
        kind = lexemes()[lexeme].kind if lexeme else members[0].kind
        return Entity(id, kind, (name,), lexeme, (members[0],))
    counts: dict[str, int] = {}
    for mention in members:
        counts[mention.name] = counts.get(mention.name, 0) + 1
    printed = {mention.name for mention in members if mention.found_by != "adjective"}
    names = sorted(
        counts, key=lambda name: (name not in printed, -len(forms(name)), -counts[name], name)
    )
    kinds = [m.kind for m in sorted(members, key=lambda m: -m.confidence)]
    lexeme = next((m.lexeme for m in members if m.lexeme), None)
    kind = lexemes()[lexeme].kind if lexeme else kinds[0]
    return Entity(id, kind, tuple(names), lexeme, tuple(members))


@lru_cache(maxsize=1 << 16)
def core(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the words that tell a name: folded, a mere label (تنظيم، مدينة) taken off.

    >>> core(Kind.ARMED_GROUP, "تنظيم الوادي"), core(Kind.PLACE, "مدينة الوادي")
    (('الوادي',), ('الوادي',))
    """
    words = forms(name)
    if kind is Kind.PERSON:
        return tuple(part for word in words for part in _plain(word))
    if len(words) > 1:
        head = bare(words[0])
        if kind in GROUPS and head in group_words() and not group_words()[head].named:
            body = group_words().get(bare(words[1]))
            of_body = body is not None and body.kind is Kind.ORGANIZATION
            return words if kind is Kind.ARMED_GROUP and of_body else words[1:]
        if kind is Kind.PLACE and head in place_words() and place_words()[head].inside == "label":
            return words[1:]
    return words


def _plain(word: str) -> tuple[str, ...]:
    """Write a word of a person's name as most do: a kunya apart, a family without its article."""
    if word[:3] in KUNYAS and len(word) > 5:
        return word[:3], word[3:]
    return (bare(word),)


class _Clusters:
    """Mentions joined step by step; the first mention of a cluster stands for it."""

    def __init__(self) -> None:
        self._parent: dict[Mention, Mention] = {}
        self._by_key: dict[tuple[object, ...], Mention] = {}
        self._given: dict[Mention, frozenset[str]] = {}

    def add(self, mention: Mention) -> None:
        """Add a mention to the cluster of its lexeme or of its name."""
        self._parent[mention] = mention
        if mention.kind is Kind.PERSON:
            name = parse(mention.name)
            if name.given and name.length > 1:
                self._given[mention] = frozenset((name.given,))
        words = core(mention.kind, mention.name)
        family = "group" if mention.kind in GROUPS else mention.kind
        keys: list[tuple[object, ...]] = [(family, words)]
        if mention.kind is Kind.PERSON and len(words) == 1 and not mention.lexeme:
            return
        if mention.lexeme:
            keys.append(("lexeme", mention.lexeme))
        for found in [self._by_key[key] for key in keys if key in self._by_key]:
            if self._compatible(found, mention):
                self.join(found, mention)
        for key in keys:
            self._by_key.setdefault(key, mention)

    def _compatible(self, one: Mention, other: Mention) -> bool:
        if one.kind is Kind.PLACE and core(one.kind, one.name) == core(other.kind, other.name):
            return (
                True  # a governorate and its capital share their name; news seldom tells them apart
            )
        return not (one.lexeme and other.lexeme and one.lexeme != other.lexeme)

    def find(self, mention: Mention) -> Mention:
        """Return the mention that stands for a mention's cluster."""
        while self._parent[mention] is not mention:
            mention = self._parent[mention]
        return mention

    def join(self, one: Mention, other: Mention) -> None:
        """Join two clusters; the earlier one's first mention stands for both."""
        first, second = self.find(one), self.find(other)
        if second.span < first.span:
            first, second = second, first
        if first is not second:
            self._parent[second] = first
            given = self._given.get(first, frozenset()) | self._given.get(second, frozenset())
            self._given[first] = given

    def join_short_forms(self) -> None:
        """Join a one-word or headless name to the last fuller one it is part of."""
        mentions = sorted(self._parent, key=_place)
        places: dict[Short, list[int]] = {}
        for at, mention in enumerate(mentions):
            for key in _shortened(mention.kind, mention.name, mention.found_by):
                places.setdefault(key, []).append(at)
        for at, short in enumerate(mentions):
            full = places.get(_as_short(short))
            if full:
                before = (mentions[full[i]] for i in range(bisect_left(full, at) - 1, -1, -1))
                fit = (m for m in before if self._compatible(m, short) and self._may_join(m, short))
                chosen = next(fit, mentions[full[-1]])
                if self._may_join(chosen, short):
                    self.join(chosen, short)

    def _may_join(self, one: Mention, other: Mention) -> bool:
        """Say whether no name of two clusters contradicts: «ربيع الشقراوي» and «غسان الشقراوي» stay two."""
        if one.kind is not Kind.PERSON:
            return True
        ones, others = (self._given.get(self.find(end), frozenset()) for end in (one, other))
        return not ones or not others or not ones.isdisjoint(others)

    def join_lone_names(self) -> None:
        """Join names of one word that no fuller one stands for to one another."""
        first: dict[tuple[str, ...], Mention] = {}
        for mention in sorted(self._parent, key=_place):
            words = core(mention.kind, mention.name)
            lone = self._parent[mention] is mention and not mention.lexeme
            if lone and mention.kind is Kind.PERSON and len(words) == 1:
                self.join(first.setdefault(words, mention), mention)

    def in_order(self) -> list[list[Mention]]:
        """Return the clusters, each in order of the text, in order of their first mention."""
        members: dict[Mention, list[Mention]] = {}
        for mention in sorted(self._parent, key=_place):
            members.setdefault(self.find(mention), []).append(mention)
        return list(members.values())


Short = tuple[str, tuple[str, ...]]
"""A way to be short, and the words of the short form."""


@lru_cache(maxsize=1 << 14)
def _shortened(kind: Kind, name: str, found_by: str) -> tuple[Short, ...]:
    """Return the short forms that can stand for a name."""
    words = core(kind, name) if kind is Kind.PERSON else forms(name)
    begins = [words[:count] for count in range(1, len(words))]
    if kind is Kind.PERSON:
        ends = [words[count:] for count in range(1, len(words))]
        return tuple(("person", part) for part in {*begins, *ends})
    if kind not in GROUPS:
        return ()
    lone = [("lone noun", (bare(words[0]),))] if words and found_by != "lone noun" else []
    return (("headless", words[1:]), *(("number", part) for part in begins), *lone)


def _as_short(short: Mention) -> Short:
    """Say as what short form a name can stand for a fuller one.

    A person's one name or kunya; a group without its head; a unit's number («الفرقة 30» for «الفرقة 30 مشاة»);
    a lone noun («الجيش» for «الجيش السوري»).
    """
    words = core(short.kind, short.name)
    if short.kind is Kind.PERSON:
        return "person", words
    if short.kind in GROUPS and short.found_by in ("short form", "ministry"):
        return "headless", words
    if short.kind in GROUPS and len(words) > 1:
        return "number", forms(short.name)
    if short.found_by == "lone noun":
        return "lone noun", (bare(forms(short.name)[0]),)
    return "", words
