"""Designations: plain nouns that name an actor only where it acts — «سيطر [الثوار] على», «قتال [السلفيين]»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import noun_frames, verb_frames
from kg.lexicon.words import adjectives, name_parts, verb_forms
from kg.mentions.candidates import Candidate, has_class, is_fused
from kg.model import Kind, Word

PHRASES = {"desk": Kind.ORGANIZATION, "service": Kind.ARMED_GROUP, "site": Kind.PLACE}
"""Classes of phrases that name one body or place by themselves, and their kinds."""
DEEDS = frozenset(
    (
        "attacked",
        "foughtWith",
        "killed",
        "detained",
        "controls",
        "supports",
        "arms",
        "funds",
        "trains",
    )
)
"""What groups do to each other."""
NEAR = 4
"""How many words may stand between the deed and the designation."""


@lru_cache(maxsize=1 << 16)
def designates(form: str) -> bool:
    """Say whether a form, less its clitics, is a noun that names an actor where it acts."""
    return any(
        has_class(rest, "actor") or has_class(rest, "side-taker") for _, rest in splits(form)
    )


def acting(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the designation at `at` if a deed stands shortly before it or right after it.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in acting(cut("هاجم الحوثيون السلفيين"), 2)]
    [(2, 3)]
    >>> list(acting(cut("اجتمع السلفيون"), 1))
    []
    """
    if not _acts(words, at) or (at and _agree(words[at - 1].form, words[at].form)):
        return
    for prefix, rest in splits(words[at].form):
        party = has_class(rest, "side-taker")
        if party or has_class(rest, "actor"):
            end = at + 1
            while (
                end < len(words)
                and words[end].form.startswith("ال")
                and bare(words[end].form) in adjectives()
            ):
                end += 1
            kind = Kind.ORGANIZATION if party else Kind.ARMED_GROUP
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(at, end, kind, "lone noun", 0.6, prefix, fused=fused)
            return


def _agree(before: str, form: str) -> bool:
    """Say whether a form is an adjective of the plural before it: «الناشطين الإسلاميين»."""
    return before.startswith("ال") and before.endswith(("ون", "ين")) and before[-2:] == form[-2:]


def _acts(words: Sequence[Word], at: int) -> bool:
    if at + 1 < len(words) and _is_verb(words[at + 1].form):
        return True
    for back in range(at - 1, max(at - 1 - NEAR, -1), -1):
        form = words[back].form
        if not form[0].isalpha() or has_class(form, "that"):
            return False
        if _is_deed(form):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _is_verb(form: str) -> bool:
    """Say whether a form is a verb of a deed of groups."""
    verbs = (verb for _, rest in splits(form) for verb in verb_forms().get(rest, ()))
    frames = (f for verb in verbs for f in verb_frames().get((verb.lemma, verb.voice), ()))
    return any(frame.verb in DEEDS for frame in frames)


@lru_cache(maxsize=1 << 14)
def _is_deed(form: str) -> bool:
    """Say whether a form is a verb or noun of a deed of groups: «هاجم», «هجوم»."""
    nouns = (f for _, rest in splits(form) for f in noun_frames().get(bare(rest), ()))
    return _is_verb(form) or any(frame.verb in DEEDS for frame in nouns)


def begins_phrase(form: str) -> bool:
    """Say whether a form, less its clitics, begins a phrase that names one body or place by itself."""
    return any(rest in _phrases() for _, rest in splits(form))


@cache
def _phrases() -> dict[str, dict[str, Kind]]:
    """Map the first words of phrases to their second words and kinds."""
    found: dict[str, dict[str, Kind]] = {}
    for phrase, classes in name_parts().items():
        kind = next((PHRASES[name] for name in classes if name in PHRASES), None)
        if kind:
            first, second = phrase.split()
            found.setdefault(first, {})[second] = kind
    return found


def phrases(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the body or place a set phrase at `at` names: «الإعلام الحربي», «المجمع الحكومي».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in phrases(cut("والإعلام الحربي"), 0)]
    [(0, 2)]
    """
    after = words[at + 1].form if at + 1 < len(words) else ""
    for prefix, rest in splits(words[at].form):
        kind = _phrases().get(rest, {}).get(after)
        if kind:
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(at, at + 2, kind, "phrase", 0.75, prefix, fused=fused)
            return
