"""Patrons: groups named only by whose they are — «القوات الموالية لـ…», «الفصائل المدعومة من …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kg.arabic.words import splits
from kg.lexicon.frames import modifier_frames
from kg.mentions.candidates import Candidate, has_class, is_fused
from kg.mentions.gazetteer import known
from kg.mentions.persons import titled
from kg.mentions.states import capital
from kg.model import Kind, Word

LEANINGS = frozenset(("affiliatedWith", "supports"))


def is_many(form: str) -> bool:
    """Say whether a form, less its clitics, is a plural of groups or fighters: «القوات», «الفصائل»."""
    return any(has_class(rest, "many") for _, rest in splits(form))


def patronised(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the group at `at` that a participle and its patron tell from others.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in patronised(cut("والقوات الموالية لإيران"), 0)]
    [(0, 3)]
    """
    if at + 2 >= len(words) or not words[at + 1].form.startswith("ال"):
        return
    before = words[at - 1].form if at else ""
    if has_class(before, "one-of") or (
        before.startswith("ال") and before[-2:] == words[at].form[-2:]
    ):
        return  # «أبرز الفصائل …» singles one out; «المدنيين المسلحين» is no group
    frames = modifier_frames().get(words[at + 1].form[2:], ())
    leanings = {frame.preposition for frame in frames if frame.verb in LEANINGS}
    start = at + 2
    if words[start].form == "من" and "من" in leanings:
        start += 1
    elif not ("ل" in leanings and words[start].form.startswith("ل")):
        return
    end = _patron_end(words, start, "ل" if start == at + 2 else "")
    if end:
        for prefix, rest in splits(words[at].form):
            if has_class(rest, "many"):
                fused = is_fused(words[at].form, prefix, rest)
                yield Candidate(at, end, Kind.ARMED_GROUP, "group word", 0.8, prefix, fused=fused)
                return


def _patron_end(words: Sequence[Word], at: int, prefix: str) -> int:
    """End the state, body or person at `at`; 0 if there is none."""
    if at >= len(words):
        return 0
    found = (c for c in chain(known(words, at), capital(words, at)) if not c.trap)
    ends = [c.end for c in found if c.skip == prefix and c.kind is not Kind.PLACE]
    for man in titled(words, at):
        figures = (c.end for c in known(words, man.start) if c.kind is Kind.PERSON and not c.skip)
        ends.append(max(man.end, *figures, 0))
    return max(ends, default=0)
