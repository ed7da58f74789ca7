"""Designations: plain nouns that name an actor only where it acts — «سيطر [الثوار] على», «قتال [السلفيين]»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import noun_frames, verb_frames
from kg.lexicon.words import GroupWord, adjectives, group_words, name_parts, verb_forms
from kg.mentions.candidates import Candidate, has_class, is_fused, quoted
from kg.mentions.fields import is_of_state
from kg.mentions.persons import is_title
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
    if at + 1 < len(words) and _is_deed(words[at + 1].form):
        return True  # «الثوار هاجموا», «شن الثوار هجوما»
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
    stems = {stem for _, rest in splits(form) for stem in (bare(rest), rest.removesuffix("ا"))}
    nouns = (frame for stem in stems for frame in noun_frames().get(stem, ()))
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
            end = at + 2
            while kind is not Kind.PLACE and end < len(words) and is_of_state(words[end].form):
                end += 1
            yield Candidate(at, end, kind, "phrase", 0.75, prefix, fused=fused)
            return


def cues_name(form: str) -> bool:
    """Say whether a form tells that a name in quotation marks follows: «تعرف», «تسمى»."""
    return has_class(form, "naming")


def called_bodies(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the name in quotation marks after a word that tells a body's: «مجموعة محلية تعرف باسم [“…”]».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in called_bodies(cut("مجموعة تعرف باسم “أولاد قمري”"), 1)]
    [(4, 6)]
    """
    mark = at + 1
    while mark < len(words) and mark < at + NEAR and words[mark].form.isalpha():
        mark += 1
    run = quoted(words, mark)
    if run is None or run[1] - run[0] > NEAR or is_title(words[run[0]].form):
        return
    if any(_heads(word.form) for word in words[at + 1 : run[0] + 1]):
        return
    for back in range(at - 1, max(at - 1 - NEAR, -1), -1):
        head = _heads(words[back].form)
        if head and head.kind is Kind.ARMED_GROUP and not (back and is_title(words[back - 1].form)):
            yield Candidate(run[0], run[1], head.kind, "called body", 0.7)
        if head:
            return
        if not words[back].form[0].isalpha():
            return


def _heads(form: str) -> GroupWord | None:
    """Return the group word a form is, clitics aside."""
    words = (group_words().get(bare(rest)) for _, rest in splits(form))
    return next((word for word in words if word), None)


def ways(form: str) -> Iterator[Callable[[Sequence[Word], int], Iterator[Candidate]]]:
    """Yield the readings of this module that a form calls for."""
    if designates(form):
        yield acting
    if begins_phrase(form):
        yield phrases
    if cues_name(form):
        yield called_bodies
