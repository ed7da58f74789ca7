"""Fields: nouns that tell what a body is for, and adjectives that tell whose it is, within its name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.lexicon.frames import holders, modifier_frames
from kg.lexicon.words import (
    adjectives,
    alias_cues,
    group_words,
    particles,
    place_words,
    titles,
    verb_forms,
)
from kg.mentions.candidates import has_class
from kg.mentions.gazetteer import known
from kg.model import Word


def coordinated_end(words: Sequence[Word], at: int) -> int | None:
    """End «لجنة الأمن والدفاع النيابية», «جبهة البناء والتنمية»: two or three plain nouns that make one name."""
    end = at
    if not _is_field(words[at].form):
        return None
    while end + 1 < len(words) and end - at < 3 and words[end + 1].form.startswith("وال"):
        form = words[end + 1].form[1:]
        if form in alias_cues() or form[2:] in modifier_frames() or form[2:] in titles():
            break
        if form in verb_forms():
            break  # «والتحق»
        if not _is_field(form) or (any(known(words, end + 1)) and not has_class(form, "field")):
            break
        end += 1
    if end == at:
        return None
    return past_identity(words, end + 1)


def past_identity(words: Sequence[Word], at: int) -> int:
    """Step over the adjectives at `at` that tell whose or which a body is."""
    while at < len(words) and (
        has_class(words[at].form, "identity") or is_of_state(words[at].form)
    ):
        at += 1
    return at


def is_of_state(form: str) -> bool:
    """Say whether a form is the definite adjective of a state: «السورية»."""
    return form.startswith("ال") and form[2:] in adjectives()


@lru_cache(maxsize=1 << 14)
def _is_field(form: str) -> bool:
    """Say whether a definite noun is what a body deals with or stands for, and no actor or place."""
    stem = form[2:]
    if not form.startswith("ال") or form in particles() or form == "الله":
        return False
    if has_class(form, "field"):
        return True
    if has_class(form, "lone") or has_class(form, "identity"):
        return False
    if stem in adjectives() or stem in titles() or stem in holders() or stem in place_words():
        return False
    return stem not in group_words()


def past_purpose(words: Sequence[Word], at: int) -> int:
    """Step over what a body is for, at `at`: «مركز الوادي [للعدالة وحقوق الإنسان]», «شبكة الوادي [لحقوق الإنسان]».

    >>> from kg.arabic.words import cut
    >>> past_purpose(cut("مركز الوادي للعدالة وحقوق الإنسان قال"), 2)
    5
    """
    end, lead = at, "ل"
    while end < len(words) and words[end].form.startswith(lead):
        form = words[end].form
        rest = f"ال{form[2:]}" if form.startswith("لل") else form[1:]
        if rest == "حقوق" and end + 1 < len(words) and words[end + 1].form.startswith("ال"):
            end += 2
        elif has_class(rest, "purpose"):
            end = past_identity(words, end + 1)
        else:
            break
        lead = "و"
    return end
