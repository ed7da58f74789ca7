"""Commands: groups named by two words or by the area they command — «المنطقة العسكرية الثالثة», «قائد محور الوادي»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.arabic.numbers import ordinal
from kg.arabic.words import bare, splits
from kg.lexicon.words import (
    GroupWord,
    group_words,
    titles,
)
from kg.mentions.candidates import (
    Candidate,
    has_class,
    is_fused,
)
from kg.mentions.extents import construct_end, definite_end
from kg.mentions.gazetteer import known
from kg.mentions.rows import shared
from kg.model import Kind, Word


def double(words: Sequence[Word], at: int, rest: str) -> GroupWord | None:
    """Return the group word of two words at `at`: «المنطقة العسكرية», «قيادة عمليات»."""
    if at + 1 >= len(words) or bare(rest) not in _firsts():
        return None
    return group_words().get(f"{bare(rest)} {bare(words[at + 1].form)}")


def military_area(words: Sequence[Word], at: int, rest: str) -> int | None:
    """End «منطقة الوادي العسكرية»: a double group word with its area inside."""
    if rest not in _firsts() or at + 2 >= len(words):
        return None
    end = max((c.end for c in known(words, at + 1) if not c.skip), default=at + 2)
    last = words[end].form if end < len(words) else ""
    named = last.startswith("ال") and f"{rest} {last[2:]}" in group_words()
    return end + 1 if named else None


def begins(form: str) -> bool:
    """Say whether a form begins a group word of two words: «منطقة» of «منطقة عسكرية»."""
    return form in _firsts()


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in group_words() if " " in word)


def doubled(
    words: Sequence[Word], at: int, prefix: str, rest: str, head: GroupWord
) -> Iterator[Candidate]:
    """Yield the name a double group word at `at` heads: «المنطقة العسكرية الثالثة», «قيادة عمليات الوادي»."""
    if words[at + 1].form.startswith("ال"):
        end = definite_end(words, at + 1, head)
    else:
        place = max((c.end for c in known(words, at + 2) if not c.skip), default=0)
        end = max(place, construct_end(words, at + 1, head))
    if end > at + 2:
        fused = is_fused(words[at].form, prefix, rest)
        first = Candidate(at, end, head.kind, "group word", 0.85, prefix, fused=fused)
        yield from shared(words, first, head, rest)


def commanded(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the command that a commander's title before an area tells: «قائد المنطقة الشمالية».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in commanded(cut("قائد المنطقة الشمالية"), 0)]
    [(1, 3)]
    """
    if at + 1 >= len(words) or not is_commander(words[at].form):
        return
    for prefix, rest in splits(words[at + 1].form):
        if prefix not in ("", "ل") or not has_class(bare(rest), "command"):
            continue
        fused = is_fused(words[at + 1].form, prefix, rest)
        end = at + 2
        if rest.startswith("ال"):
            while end < len(words) and _tells_area(words[end].form):
                end += 1
        elif not (double(words, at + 1, rest) or military_area(words, at + 1, rest)):
            end = max((c.end for c in known(words, end) if not c.skip), default=end)
        if end > at + 2:
            yield Candidate(at + 1, end, Kind.ARMED_GROUP, "command", 0.85, prefix, fused=fused)
        return


@lru_cache(maxsize=1 << 14)
def is_commander(form: str) -> bool:
    """Say whether a form is a commander's title, clitics aside."""
    titled = (titles().get(bare(rest.removesuffix("ا"))) for _, rest in splits(form))
    return any(title is not None and title.relation == "commands" for title in titled)


def _tells_area(form: str) -> bool:
    return ordinal(form) is not None or (has_class(form, "direction") and form.startswith("ال"))
