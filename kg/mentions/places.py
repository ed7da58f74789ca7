"""Places: names headed by a place word — «بلدة X», «ريف X الشمالي», «بلدتي X و Y», known or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.words import bare, splits
from kg.lexicon.frames import frame_nouns
from kg.lexicon.words import given_names, group_words, place_words, titles, verb_forms
from kg.mentions.candidates import Candidate, has_class, is_common, is_fused, is_plain, quoted
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

LONGEST = 5


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the places named after the place word at word `at`; a plural names all that follow with «و».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("بلدتي الشيخة والعنابة"), 0)]
    [(0, 2), (2, 3)]
    """
    for prefix, rest in splits(words[at].form):
        head = place_words().get(rest) or place_words().get(bare(rest))
        if head is None or (head.inside == "part" and rest.startswith("ال")):
            continue
        definite = rest.startswith("ال") and rest not in place_words()
        if definite and head.inside != "part" and _directions(words, at + 1) > at + 1:
            end = _directions(words, at + 1)
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(at, end, Kind.PLACE, "place word", 0.7, prefix, fused=fused)
            return
        start, end = _named(words, at + 1, definite)
        if end == start or (definite and head.inside != "label"):
            continue
        inside = head.inside
        if inside == "part":
            return
        if start < len(words) and rest in verb_forms() and _is_person(words, at, start):
            return
        label = start if inside == "label" else None
        sure = 0.75 if bare(rest) in group_words() else 0.85
        fused = is_fused(words[at].form, prefix, rest)
        yield Candidate(
            at, end, Kind.PLACE, "place word", sure, prefix, name_from=label, fused=fused
        )
        many = head.plural or rest.endswith(("تي", "تا", "ي")) and rest != head.word
        while many and end < len(words) and words[end].form.startswith("و"):
            first = words[end].form[1:]
            if not first and end + 1 < len(words):
                end += 1
                first = words[end].form
            if not _begins(first) or first in place_words():
                return
            after = _end(words, end)
            yield Candidate(end, after, Kind.PLACE, "place word", 0.75, "و")
            end = after
        return


def _is_person(words: Sequence[Word], at: int, start: int) -> bool:
    """Say whether a verb spelt like a place word has a person after it: «عُيّن أبو راشد»."""
    named = words[start].form in given_names() or "\N{ARABIC SHADDA}" in words[at].raw
    return named or (has_class(words[start].form, "kunya") and words[at].form.endswith("عين"))


def _named(words: Sequence[Word], at: int, definite: bool) -> tuple[int, int]:
    """Return start and end of the place name at `at`; quotation marks are looked into."""
    run = None if definite else quoted(words, at)
    if run and run[1] - run[0] <= LONGEST:
        return run
    if at >= len(words):
        return at, at
    best = max((c for c in known(words, at) if c.kind in (Kind.PLACE, Kind.STATE) and not c.skip),
               key=lambda c: c.end, default=None)
    if best:
        return at, _directions(words, best.end)
    inner = place_words().get(words[at].form)
    if inner and inner.inside != "part":
        start, end = _named(words, at + 1, False)
        return at, end if end > start else at
    if definite or not _begins(words[at].form):
        return at, at
    return at, _end(words, at)


def _begins(form: str) -> bool:
    """Say whether an unknown place may begin with this form."""
    if not form or not form[0].isalpha() or len(form) < 3:
        return False
    if has_class(form, "toponym") or has_class(form, "kunya"):
        return True
    stem = bare(form)
    if stem in titles() or (stem in group_words() and not form.startswith("ال")):
        return False
    if form.startswith("ال"):
        return stem not in frame_nouns() and not (is_plain(form) or is_common(form)) and stem not in place_words()
    return not (is_plain(form) or is_common(form) or form in frame_nouns() or form.endswith("ي"))


def _end(words: Sequence[Word], at: int) -> int:
    end = at + 1
    while end < len(words) and end - at < 3:
        before, form = words[end - 1].form, words[end].form
        starts = has_class(before, "toponym") or has_class(before, "kunya") or has_class(before, "nasab")
        if not (starts and form[0].isalpha() and end - at < 2 + starts and not has_class(form, "direction")):
            break
        end += 1
    return _directions(words, end)


def _directions(words: Sequence[Word], end: int) -> int:
    while end < len(words) and has_class(words[end].form, "direction"):
        end += 1
    return end
