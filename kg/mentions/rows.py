"""Rows: groups that share a head — «كتيبتي الفجر والجبل», «الفرقتين الرابعة والتاسعة», «قبائل "مراد" و"عبيدة"»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.numbers import ordinal
from kg.arabic.words import bare
from kg.lexicon.words import GroupWord, group_words, place_words, titles
from kg.mentions.candidates import QUOTES, Candidate, has_class, is_plain, quoted
from kg.mentions.extents import construct_end
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

ROW = "group row"
"""The `found_by` of the names after the first of a row."""
GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))
SURE = 0.96
"""How sure a name is that can only share the head: surer than a known name of another kind."""
DUAL = ("تين", "تان", "تي", "تا", "ين", "ان", "ي", "ا")
MOST = 6
"""How many names may share a plural head."""
ASIDE = 4
"""How many words in brackets may stand after a name of a row."""


def is_dual(stem: str, head: GroupWord) -> bool:
    """Say whether a form of a group word, without article, is of two: «كتيبتي», «لواءين».

    >>> [is_dual(stem, group_words()[stem]) for stem in ("كتيبتي", "لواءين", "كتيبه", "مليشيا")]
    [True, True, False, False]
    """
    if head.plural or stem == head.word:
        return False
    ending = next((ending for ending in DUAL if stem.endswith(ending)), "")
    return bool(ending) and (ending[0] == "ت" or stem[: -len(ending)] in (head.word, _seat(head)))


def _seat(head: GroupWord) -> str:
    """Write a final hamza as it is before the ending: «لواي» of «لواء»."""
    return head.word[:-1] + "ي" if head.word.endswith("ء") else head.word


def shared(
    words: Sequence[Word], first: Candidate, head: GroupWord, rest: str
) -> Iterator[Candidate]:
    """Yield the first name after a head, and those after it that share the head.

    >>> from kg.arabic.words import cut
    >>> words = cut("كتيبتي الفجر والجبل")
    >>> first = Candidate(0, 3, Kind.ARMED_GROUP, "group word", 0.8)
    >>> [(c.start, c.end, c.named) for c in shared(words, first, group_words()["كتيبتي"], "كتيبتي")]
    [(0, 2, 'كتيبة الفجر'), (2, 3, 'كتيبة الجبل')]
    """
    two = is_dual(bare(rest), head)
    if not (two or head.plural or has_class(head.word, "row")):
        yield first
        return
    if two:
        first = first._replace(end=_first_end(words, first))
    others = list(_others(words, first, head, two))
    if not two or (first.name_from and first.lexeme):
        yield first
    else:
        yield first._replace(named=_name(words, first, head, rest))
    for other in others:
        own = other.lexeme or not two
        yield other if own else other._replace(named=_name(words, other, head, rest))


def _first_end(words: Sequence[Word], first: Candidate) -> int:
    """End the first of two names before the «و» that joins the other to it."""
    for at in range(first.start + 2, first.end):
        if words[at].form.startswith("و") and words[at].form[1:3] == "ال":
            return at
    return first.end


def _name(words: Sequence[Word], c: Candidate, head: GroupWord, rest: str) -> str:
    """Write a name of two with its own head: «الفرقة التاسعة»."""
    heads = [f"ال{word}" if rest.startswith("ال") else word for word in head.singular.split()]
    start = c.start if c.found_by == ROW else c.name_from or c.start + len(heads)
    parts = [word.raw for word in words[start : c.end] if word.form not in QUOTES]
    if c.skip and c.found_by == ROW:
        parts[0] = parts[0][len(c.skip) :]
    return " ".join([*heads, *parts])


def _others(
    words: Sequence[Word], first: Candidate, head: GroupWord, two: bool
) -> Iterator[Candidate]:
    end, count = first.end, 0
    in_quotes = any(word.form in QUOTES for word in words[first.start : first.end])
    while count < (1 if two else MOST):
        at = _past_marks(words, end)
        other = _other(words, at, first, head, two) if at < len(words) else None
        if other is None or (in_quotes and words[other.start - 1].form not in QUOTES and not two):
            return
        yield other
        end, count = other.end, count + 1


def _past_marks(words: Sequence[Word], at: int) -> int:
    """Step over closing marks, and over what stands in brackets: «"الفجر" (الفجريون) و»."""
    while at < len(words) and words[at].form in QUOTES:
        if words[at].form == "(":
            close = next((i for i in range(at, at + ASIDE) if _form(words, i) == ")"), at)
            at = close
        at += 1
    if _form(words, at) in ("،", ",") and _form(words, at + 1).startswith("و"):
        at += 1
    return at


def _form(words: Sequence[Word], at: int) -> str:
    return words[at].form if at < len(words) else ""


def _other(
    words: Sequence[Word], at: int, first: Candidate, head: GroupWord, two: bool
) -> Candidate | None:
    """Return the name after «و» at word `at` that shares the head."""
    form = words[at].form
    if form == "و" and _form(words, at + 1).isdigit():
        return Candidate(at + 1, at + 2, first.kind, ROW, SURE) if two else None
    if form == "و":
        run = quoted(words, at + 1)
        if run is None or any(word.form in group_words() for word in words[run[0] : run[0] + 1]):
            return None
        return _known_in(words, run, first.kind)
    if not form.startswith("و") or len(form) < 3:
        return None
    rest = form[1:]
    found = [c for c in known(words, at) if c.skip == "و" and c.kind in GROUPS and not c.trap]
    if found:
        best = max(found, key=lambda c: c.end)
        return best._replace(found_by=ROW)
    if ordinal(rest) is not None or _numbered(words, first):
        ends = two and ordinal(rest) is not None
        return Candidate(at, at + 1, first.kind, ROW, SURE, "و") if ends else None
    if has_class(rest, "house") and _form(words, at + 1).isalpha():
        return Candidate(at, at + 2, first.kind, ROW, SURE, "و")
    if rest in group_words() or rest in place_words() or bare(rest) in titles():
        return None
    if not two and not _is_new(words, at, rest, head):
        return None
    end = at + construct_end(_as_name(words, at, rest), 0, head) - 1
    return Candidate(at, end, first.kind, ROW, SURE if two else 0.7, "و") if end > at else None


def _known_in(words: Sequence[Word], run: tuple[int, int], kind: Kind) -> Candidate:
    """Return the name in quotation marks, known or not."""
    for c in known(words, run[0]):
        if c.end == run[1] and c.kind in GROUPS and not c.skip:
            return c._replace(found_by=ROW, trap=False)
    return Candidate(run[0], run[1], kind, ROW, SURE)


def _numbered(words: Sequence[Word], first: Candidate) -> bool:
    """Say whether the first name ends in a number, as the others then must."""
    last = words[first.end - 1].form
    return last.isdigit() or ordinal(last) is not None


def _is_new(words: Sequence[Word], at: int, rest: str, head: GroupWord) -> bool:
    """Say whether a word after a plural head's first name can only be another name: «كتائب الوادي [والصواعق]»."""
    if is_plain(rest) or bare(rest) in group_words():
        return False
    if not rest.startswith("ال") and not has_class(head.word, "tribes"):
        return False
    places = any(c.kind in (Kind.PLACE, Kind.STATE) and not c.trap for c in known(words, at))
    return not places and not has_class(rest, "lone") and not has_class(rest, "actor")


def _as_name(words: Sequence[Word], at: int, rest: str) -> list[Word]:
    """Return the words from `at` after a head, the «و» cut off."""
    first = words[at]._replace(form=rest)
    return [words[at - 1], first, *words[at + 1 : at + 8]]
