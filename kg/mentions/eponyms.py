"""Eponyms: what groups are named after — a person with his titles, martyrs, a place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import modifier_frames
from kg.lexicon.words import GroupWord, adjectives, given_names, group_words, place_words, titles
from kg.mentions.candidates import has_class, is_plain
from kg.mentions.gazetteer import known
from kg.mentions.person_names import is_name_at, name_end
from kg.model import Kind, Word


def honoured_end(words: Sequence[Word], at: int, head: GroupWord) -> int | None:
    """End a person a group is named after, with his titles: «كتائب الإمام علي», «قوات الرئيس السابق سالم الرواس»."""
    title = titles().get(bare(words[at].form))
    if title is None or at + 1 >= len(words):
        return None
    plain = title.rank != "honorific"
    if plain and (head.weak or head.word in titles() or title.rank not in ("rank", "post")):
        return None
    if plain and not words[at].form.startswith("ال"):
        return None
    start = at + 1
    while start + 1 < len(words) and _is_trait(words[start].form):
        start += 1
    if (plain or words[at].form.endswith("ي")) and not is_name_at(words, start):
        return None
    figures = (c.end for c in known(words, start) if c.kind is Kind.PERSON and not c.skip)
    end = max(name_end(words, start, titled=True), *figures, start)
    if end < len(words) and has_class(f"ال{words[end].form[2:]}", "field"):
        after = words[end + 1].form if end + 1 < len(words) else ""
        if words[end].form.startswith("لل") and has_class(after, "identity"):
            return end + 2
    return end if end > start else None


def _is_trait(form: str) -> bool:
    title = titles().get(bare(form))
    if form.startswith("ال") and form[2:] in adjectives():
        return True
    return title is not None and title.rank != "honorific" and form.startswith("ال")


@lru_cache(maxsize=1 << 14)
def begins_eponym(form: str) -> bool:
    """Say whether a form can begin what a group is named after: «شهداء», «الفجر»."""
    if form[:3] in ("بال", "وال", "كال", "فال") or form.startswith("لل"):
        return False
    if form.startswith("و") and len(form) > 4 and form not in given_names():
        return False  # likelier «and» with a word
    if form in modifier_frames() or has_class(form, "call"):
        return False
    if any(prefix and _is_head(rest) for prefix, rest in splits(form)):
        return False
    if not form[0].isalpha() or (bare(form) in place_words() and not form.startswith("ال")):
        return False
    if has_class(form, "eponym") or has_class(form, "kunya") or has_class(form, "nasab"):
        return True
    if form.startswith("ال") and len(form) > 3:
        return bare(form) not in titles() or form[2:] in group_words()
    return not is_plain(form)


def _is_head(rest: str) -> bool:
    """Say whether a form after a clitic is a noun that heads other names: «وقضاء», «وريفها»."""
    stem = (pronoun(rest) or (rest, ""))[0]
    known_nouns = stem in group_words() or stem in place_words()
    return rest.removesuffix("ا") in group_words() or rest in place_words() or known_nouns
