"""Events: named operations, battles and agreements — «عملية "درع الوادي"», «تحت مسمى "…"»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.words import bare, splits
from kg.lexicon.words import event_words
from kg.mentions.candidates import Candidate, has_class, is_fused, is_plain, quoted
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

LONGEST = 5


def _is_adjective(words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Say whether the quoted word only qualifies the event, in irony or doubt: «حملة “أمنية”»."""
    form = words[run[0]].form
    return run[1] - run[0] == 1 and (is_plain(form) or form.endswith(("يه", "ي")))


def _is_actor(words: Sequence[Word], run: tuple[int, int]) -> bool:
    """Say whether the quoted words name whose event it is: «هجوم “داعش”»."""
    ends = (c.end for c in known(words, run[0]) if c.kind in ACTORS and not (c.skip or c.trap))
    return run[1] in ends


ACTORS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION, Kind.STATE))


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the event named after the event word at word `at`, in quotation marks or after «درع», «فجر» and the like.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("عملية «نبع الوادي»"), 0)]
    [(0, 4)]
    """
    for prefix, rest in splits(words[at].form):
        if bare(rest) not in event_words():
            continue
        run = quoted(words, at + 1)
        owned = run is not None and _is_actor(words, run)
        if run and run[1] - run[0] <= LONGEST and not (owned or _is_adjective(words, run)):
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(
                at, run[1], Kind.EVENT, "event word", 0.8, prefix, name_from=run[0], fused=fused
            )
            return
        whole = quoted(words, at - 1) if at and not prefix else None
        if whole and 1 < whole[1] - at <= LONGEST:
            yield Candidate(at, whole[1], Kind.EVENT, "event word", 0.85)
            return
        named = at + 2 < len(words) and has_class(words[at + 1].form, "operation")
        if named and words[at + 2].form.startswith("ال"):
            yield Candidate(at, at + 3, Kind.EVENT, "event word", 0.75, prefix)
        return


def wars(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the war named after the known place or month that follows word `at`: «حرب دارفور».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in wars(cut("حرب دارفور"), 0)]
    [(0, 2)]
    """
    prefix = next(
        (prefix for prefix, rest in splits(words[at].form) if has_class(rest, "war")), None
    )
    if prefix is None:
        return
    grounds = (c for c in known(words, at + 1) if c.kind in (Kind.PLACE, Kind.STATE))
    end = max((c.end for c in grounds if not c.skip and not c.trap), default=0)
    waged = end < len(words) and words[end].form in ("علي", "ضد", "مع")
    if end and not waged:  # «حرب إسرائيل على …» is waged by it
        yield Candidate(at, end, Kind.EVENT, "event word", 0.7, prefix)
