"""Gathering: the mentions of one article into its entities — same name, known name, short form, alias."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.words import bare
from kg.entities.aliases import alias_pairs
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.words import group_words, place_words
from kg.model import Entity, Kind, Mention, Sentence

KUNYAS = frozenset(("ابو", "ابي", "ابا", "ام"))
GROUPS = (Kind.ARMED_GROUP, Kind.ORGANIZATION)


def gather(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Entity]:
    """Return the article's entities, their ids `e1`, `e2` … in order of first mention, fullest name first."""
    clusters = _Clusters()
    for mention in mentions:
        clusters.add(mention)
    clusters.join_short_forms()
    for one, other in alias_pairs(sentences, mentions):
        clusters.join(one, other)
    return [_entity(f"e{number}", members) for number, members in enumerate(clusters.in_order(), 1)]


def _entity(id: str, members: list[Mention]) -> Entity:
    counts: dict[str, int] = {}
    for mention in members:
        counts[mention.name] = counts.get(mention.name, 0) + 1
    names = sorted(counts, key=lambda name: (-len(forms(name)), -counts[name], name))
    kinds = [m.kind for m in sorted(members, key=lambda m: -m.confidence)]
    lexeme = next((m.lexeme for m in members if m.lexeme), None)
    kind = lexemes()[lexeme].kind if lexeme else kinds[0]
    return Entity(id, kind, tuple(names), lexeme, tuple(members))


def core(kind: Kind, name: str) -> tuple[str, ...]:
    """Return the words that tell a name: folded, a mere label (تنظيم، مدينة) taken off.

    >>> core(Kind.ARMED_GROUP, "تنظيم الوادي"), core(Kind.PLACE, "مدينة الوادي")
    (('الوادي',), ('الوادي',))
    """
    words = forms(name)
    if len(words) > 1:
        head = bare(words[0])
        if kind in GROUPS and head in group_words() and not group_words()[head].named:
            return words[1:]
        if kind is Kind.PLACE and head in place_words() and place_words()[head].inside == "label":
            return words[1:]
    return words


class _Clusters:
    """Mentions joined step by step; the first mention of a cluster stands for it."""

    def __init__(self) -> None:
        self._parent: dict[Mention, Mention] = {}
        self._by_key: dict[tuple[object, ...], Mention] = {}

    def add(self, mention: Mention) -> None:
        """Add a mention to the cluster of its lexeme or of its name."""
        self._parent[mention] = mention
        family = "group" if mention.kind in GROUPS else mention.kind
        keys: list[tuple[object, ...]] = [(family, core(mention.kind, mention.name))]
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
        first, second = sorted((self.find(one), self.find(other)), key=lambda m: m.span)
        if first is not second:
            self._parent[second] = first

    def join_short_forms(self) -> None:
        """Join a one-word or headless name to the last fuller one it is part of."""
        mentions = sorted(self._parent, key=lambda m: m.span)
        for short in mentions:
            words = core(short.kind, short.name)
            kunya = bool(words) and words[0] in KUNYAS and len(words) == 2
            if short.kind is Kind.PERSON and (
                len(words) == 1 or kunya or short.found_by == "short form"
            ):
                full = [
                    m for m in mentions if m.kind is Kind.PERSON and _is_short(words, forms(m.name))
                ]
            elif short.kind in GROUPS and short.found_by in ("short form", "ministry"):
                full = [m for m in mentions if m.kind in GROUPS and forms(m.name)[1:] == words]
            elif short.kind in GROUPS and len(words) > 1:
                full = [m for m in mentions if _is_prefix(short, m)]
            elif short.found_by == "lone noun":
                full = [m for m in mentions if _is_fuller(short, m)]
            else:
                continue
            before = [m for m in full if m.span < short.span and self._compatible(m, short)]
            if before or full:
                self.join((before or full)[-1], short)

    def in_order(self) -> list[list[Mention]]:
        """Return the clusters, each in order of the text, in order of their first mention."""
        members: dict[Mention, list[Mention]] = {}
        for mention in sorted(self._parent, key=lambda m: m.span):
            members.setdefault(self.find(mention), []).append(mention)
        return list(members.values())


def _is_short(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(full) > len(short) and (full[-len(short) :] == short or full[: len(short)] == short)


def _is_prefix(short: Mention, full: Mention) -> bool:
    """Say whether a unit's number alone can stand for a fuller name: «الفرقة 30» for «الفرقة 30 مشاة»."""
    words, whole = forms(short.name), forms(full.name)
    return full.kind in GROUPS and len(whole) > len(words) and whole[: len(words)] == words


def _is_fuller(short: Mention, full: Mention) -> bool:
    """Say whether a lone noun can stand for a fuller name: «الجيش» for «الجيش السوري»."""
    words = forms(full.name)
    same = bool(words) and full.kind in GROUPS and bare(words[0]) == bare(forms(short.name)[0])
    return same and full.found_by != "lone noun"
