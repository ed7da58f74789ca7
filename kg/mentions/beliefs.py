"""Beliefs: which names that are also plain words are meant as names, told by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import members, modifier_frames
from kg.lexicon.words import common_words, group_words, place_words, time_words, titles
from kg.mentions import persons
from kg.mentions.candidates import COMMAS, QUOTES, Candidate, has_class, is_common
from kg.model import Kind, Word

AGAINST = frozenset(("ضد", "بين", "مبايعه"))
"""Words before a group, not before what its name means else: «القتال ضد [القاعدة]»."""


def all_believed(
    words: Sequence[Word], some: Sequence[Candidate], near: Sequence[Candidate], vouched: set[str]
) -> set[Candidate]:
    """Return those names that are also plain words which are meant as names: a row of places from both its ends."""
    believed: list[Candidate] = []
    for c in (*some, *reversed(some)):
        if c not in believed and _believed(c, words, [*near, *believed], vouched):
            believed.append(c)
    return set(believed)


def _believed(
    c: Candidate, words: Sequence[Word], near: Sequence[Candidate], vouched: set[str]
) -> bool:
    """Say whether a name that is also a plain word is meant as a name here."""
    form = words[c.start].form
    mere = (
        c.kind is Kind.PLACE and c.end == c.start + 1 and _is_mere_word(form, form[len(c.skip) :])
    )
    if c.lexeme in vouched and not mere:
        return True
    before = words[c.start - 1].form if c.start else ""
    after = words[c.end].form if c.end < len(words) else ""
    if c.kind is Kind.PLACE:
        return _is_place(c, before, near, words)
    if c.kind is Kind.PERSON:
        return persons.is_called_for(words, c)
    if before in QUOTES and after in QUOTES:
        return True
    stems = [rest for _, rest in splits(before)] if before else []
    if any(bare(stem) in group_words() for stem in stems):
        return True
    if not after.startswith("ال") and (_is_answered(stems, c.skip) or _is_of_men(words, c)):
        return True
    noun = bare(form[len(c.skip) :]) in group_words()
    if c.end == c.start + 1 and (noun or after.startswith("ال") or c.skip[-1:] == "ب"):
        return False
    return any(stem in members() or stem in titles() or stem in AGAINST for stem in stems)


def _is_answered(stems: Sequence[str], skip: str) -> bool:
    """Say whether a participle of belonging calls for a group: «المرتبطة [بالقاعدة]», «التابع [للقاعدة]»."""
    return skip[-1:] in ("ب", "ل") and any(
        frame.preposition == skip[-1] and frame.verb in BELONGING
        for stem in stems
        for frame in modifier_frames().get(bare(stem), ())
    )


BELONGING = ("affiliatedWith", "partOf", "memberOf")


def _is_of_men(words: Sequence[Word], c: Candidate) -> bool:
    """Say whether men are told to be of it: «مسلحون من [القاعدة]»."""
    if c.skip or c.start < 2 or words[c.start - 1].form != "من":
        return False
    return any(rest in members() for _, rest in splits(words[c.start - 2].form))


def _is_place(c: Candidate, before: str, near: Sequence[Candidate], words: Sequence[Word]) -> bool:
    """Believe a place after a place word, in a row of places, or with «في» unless it is a common word."""
    form = words[c.start].form
    name = form[len(c.skip) :]
    own = bare(name) in place_words()
    for _, rest in splits(before) if before else ():
        head = place_words().get(bare(rest))
        whole = head is not None and head.inside == "label" and not head.plural
        if head and not rest.startswith("ال") and (whole or not own):
            return True
    if len(name) < 3 or (c.end == c.start + 1 and _is_mere_word(form, name)):
        return False
    beside = any(
        o is not c
        and o.kind in (Kind.PLACE, Kind.STATE)
        and (
            (_is_next(words, o.end, c.start) and c.skip[:1] == "و")
            or (_is_next(words, c.end, o.start) and o.skip[:1] == "و")
        )
        for o in near
    )
    located = has_class(before, "locating") or c.skip[-1:] == "ب"
    return beside or (located and c.end == c.start + 1 and not is_common(name))


def _is_next(words: Sequence[Word], end: int, start: int) -> bool:
    """Say whether nothing but a comma stands between the end of a name and the start of another."""
    return start == end or (start == end + 1 and words[end].form in COMMAS)


@lru_cache(maxsize=1 << 14)
def _is_mere_word(form: str, name: str) -> bool:
    """Say whether a place's name is so plain a word that only a place word before it tells the place."""
    stem = bare(name)
    head = place_words().get(stem)
    plain = bool(head and head.word == stem) or stem in group_words() or name in time_words()
    return plain or has_class(name, "direction") or (form != name and form in common_words())
