"""Beside: names told by what stands beside them — a post with its body, a nickname after a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.words import adjectives, alias_cues, given_names, group_words, titles
from kg.mentions.candidates import (
    COMMAS,
    OPENING,
    QUOTES,
    Candidate,
    has_class,
    is_name_word,
    is_plain,
    quoted,
)
from kg.mentions.gazetteer import known
from kg.mentions.person_names import given, name_end
from kg.model import Kind, Word

GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))
HELD = GROUPS | {Kind.PLACE}
"""What one has a post in."""
POSTS = frozenset(("post", "member"))
FAR = 4
"""How many words may stand between a post and its body: «الناطق الرسمي باسم»."""
SHORT = 3
"""How many words a nickname has at most."""


def beside(words: Sequence[Word], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the persons that stand beside the names found in a sentence.

    >>> from kg.arabic.words import cut
    >>> words = cut("قال قائد لواء الفجر هفال روج إن")
    >>> [(c.start, c.end) for c in beside(words, [Candidate(2, 4, Kind.ARMED_GROUP, "group word", 0.8)])]
    [(4, 6)]
    """
    starts = {c.start for c in found}
    for c in found:
        if c.kind in HELD and c.end not in starts and _has_post(words, c):
            start = c.end + _is_pause(words, c.end)
            end = holder_end(words, start)
            after = words[end].form if end < len(words) else "."
            told = start == c.end or (after in COMMAS and not words[start].form.startswith("ال"))
            if c.kind is Kind.PLACE and start == c.end and not _is_governed(words, c):
                continue
            if end > start and told and starts.isdisjoint(range(start, end)):
                yield Candidate(start, end, Kind.PERSON, "holder", 0.75)
        elif c.kind is Kind.PERSON or (c.kind in GROUPS and c.end < len(words)):
            run = _nickname(words, c)
            if run and not any(o.start in range(*run) and o.kind in GROUPS for o in found):
                yield Candidate(*run, c.kind, "nickname", 0.75)


def _is_governed(words: Sequence[Word], c: Candidate) -> bool:
    """Say whether a governor's title stands before a place, so that his name follows: «محافظ [البصرة] سالم»."""
    before = words[c.start - 1].form if c.start else ""
    return any(has_class(rest, "governor") for _, rest in splits(before) if before)


def _is_pause(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].form in COMMAS


def holder_end(words: Sequence[Word], at: int) -> int:
    """End the name of two words or more at `at`, up to «إن», a mark or the end; `at` if there is none."""
    if at + 1 >= len(words) or not is_name_word(words[at].form):
        return at
    form = words[at].form
    article = form.startswith("ال")
    if article and (form[2:] in adjectives() or has_class(form, "identity")):
        return at
    end = name_end(words, at, titled=True)
    if end < at + 2:
        return at
    after = words[end].form if end < len(words) else "."
    if has_class(after, "that"):
        return end
    return end if after in MARKS and not article else at


MARKS = frozenset(("،", ",", ":", ".", "(", "«", "“", '"', "”"))


def _has_post(words: Sequence[Word], c: Candidate) -> bool:
    """Say whether a post stands before a body: «قائد [لواء الفجر]», «الناطق الرسمي باسم [الجيش]»."""
    for back in range(c.start - 1, max(c.start - 1 - FAR, -1), -1):
        form = words[back].form
        rank = _rank(form)
        if rank in POSTS:
            return True
        if not (rank == "trait" or (back == c.start - 1 and has_class(form, "of-body"))):
            return False
    return False


@lru_cache(maxsize=1 << 14)
def _rank(form: str) -> str:
    """Return the class of the title a form is, clitics aside, or nothing."""
    found = (titles().get(bare(rest)) for _, rest in splits(form))
    return next((title.rank for title in found if title), "")


def _nickname(words: Sequence[Word], c: Candidate) -> tuple[int, int] | None:
    """Return the words of the nickname in marks after a name: «سالم الرواس "جدو"», «الملقب بـ"الشلفوح"»."""
    at = c.end
    told = False
    while at < len(words) and at < c.end + FAR and words[at].form not in QUOTES:
        form = words[at].form
        told = told or form in alias_cues()
        pause = (
            at == c.end
            and form == "،"
            and at + 1 < len(words)
            and words[at + 1].form in alias_cues()
        )
        if not (told or pause or has_class(form, "of-body")) or (form in "،." and not pause):
            return None
        at += 1
    run = quoted(words, at) if at < len(words) and words[at].form in OPENS else None
    if run is None or run[1] - run[0] > SHORT or (c.kind is not Kind.PERSON and not told):
        return None
    if not _may_be_nickname(words, run, told):
        return None
    bracket = words[at].form in "(["
    return None if bracket and not told and any(known(words, run[0])) else run


def _may_be_nickname(words: Sequence[Word], run: tuple[int, int], told: bool = False) -> bool:
    """Say whether the words between marks can be a nickname: no title, body, kunya or plain words."""
    first = words[run[0]].form
    stem = bare(first)
    if not first[0].isalpha() or stem in titles() or stem in group_words():
        return False
    if has_class(first, "kunya"):
        return False
    many = first.endswith(("ون", "ين", "يه")) or first in adjectives()
    return told or not (many or any(is_plain(word.form) for word in words[run[0] : run[1]]))


def with_nickname(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield a given name at `at` with the nickname in quotation marks that ends it: «سالم "قرن شطة"».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in with_nickname(cut('عبد الرحمن "قرن شطة"'), 0)]
    [(0, 5)]
    """
    if DOUBLE.isdisjoint([word.form for word in words[at + 1 : at + 3]]):
        return
    for prefix, rest in splits(words[at].form):
        end = at + given(words, at, rest)
        if end == at or end >= len(words) or words[end].form not in DOUBLE:
            continue
        if end == at + 1 and given_names().get(rest, True):
            return
        run = quoted(words, end)
        if run and run[1] - run[0] <= SHORT and _may_be_nickname(words, run):
            yield Candidate(at, run[1], Kind.PERSON, "given name", 0.75, prefix)
        return


def after_bare_body(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the unknown name after a post at `at` and a body's mere noun: «زعيم الحركة [هفال روج] إن».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in after_bare_body(cut("زعيم الحركة عبد شهاب إن"), 0)]
    [(2, 4)]
    """
    if _rank(words[at].form) not in POSTS:
        return
    body = at + 1
    while body < len(words) and body - at < FAR and _joins(words[body].form):
        body += 1
    if body >= len(words) or not _is_bare_body(words[body].form) or any(known(words, body)):
        return
    end = holder_end(words, body + 1)
    if end > body + 1:
        yield Candidate(body + 1, end, Kind.PERSON, "title", 0.75)


@lru_cache(maxsize=1 << 14)
def _is_bare_body(form: str) -> bool:
    """Say whether a form is the mere noun for a body, with its article: «الحركة», «للحركة»."""
    nouns = [rest for _, rest in splits(form) if rest.startswith("ال")]
    return any(bare(noun) in group_words() and not has_class(noun, "lone") for noun in nouns)


@lru_cache(maxsize=1 << 14)
def _joins(form: str) -> bool:
    return _rank(form) == "trait" or has_class(form, "of-body")


OPENS = frozenset((*OPENING, '"', "„", "”", "‘"))
DOUBLE = OPENS - {"(", "["}
