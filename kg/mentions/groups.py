"""Groups: names headed by a group word — «لواء شهداء الوادي», «الفرقة 30», «القوات الروسية», ميليشيا “…”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.numbers import ordinal
from kg.arabic.words import bare, splits
from kg.lexicon.frames import holders, members, modifier_frames, noun_frames
from kg.lexicon.words import GroupWord, adjectives, group_words, ordinary_words, place_words, titles
from kg.mentions.gazetteer import known
from kg.mentions.persons import name_end
from kg.mentions.candidates import Candidate, has_class, is_common, is_fused, is_plain, quoted
from kg.model import Kind, Word

LONGEST = 6


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the group names that begin with a group word at word `at`.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("لواء شهداء الوادي"), 0)]
    [(0, 3)]
    """
    for prefix, rest in splits(words[at].form):
        definite = rest.startswith("ال") and bare(rest) in group_words()
        head = group_words().get(bare(rest) if definite else rest)
        if head is None or bare(rest) in members() or _is_staff(words, at, rest):
            continue
        kind, end, label = _extent(words, at, head, definite)
        if end > at + 1:
            found = "quoted" if label else "group word"
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(at, end, kind, found, 0.8, prefix, name_from=label, fused=fused)
            return
        if definite and has_class(rest, "lone"):
            fused = is_fused(words[at].form, prefix, rest)
            yield Candidate(at, at + 1, head.kind, "lone noun", 0.6, prefix, fused=fused)
            return


def _is_staff(words: Sequence[Word], at: int, rest: str) -> bool:
    """Say whether the word heads a post, not a group: «رئيس [هيئة أركان] الجيش», «رئيس [أركان] الجيش»."""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return bare(rest) == "اركان" or bare(after) == "اركان"


def _extent(
    words: Sequence[Word], at: int, head: GroupWord, definite: bool
) -> tuple[Kind, int, int | None]:
    """Return kind, end and, for a label before a name in quotation marks, where that name begins."""
    run = quoted(words, at + 1)
    if run and head.named and bare(words[run[0]].form) in group_words():
        return head.kind, at + 1, None
    if run and (not definite or not head.named) and run[1] - run[0] <= LONGEST:
        return head.kind, run[1], None if head.named else run[0]
    if definite:
        return head.kind, _definite_end(words, at, head), None
    if head.word in noun_frames() or (head.weak and head.word in place_words()):
        return head.kind, at + 1, None
    if head.word in place_words() and any(c.kind is Kind.PLACE for c in known(words, at + 1)):
        return head.kind, at + 1, None
    return head.kind, _construct_end(words, at, head), None


def _definite_end(words: Sequence[Word], at: int, head: GroupWord) -> int:
    """End «القوات الروسية الخاصة», «الفرقة 30», «اللواء الرابع», or return `at` + 1 for a bare noun."""
    end = at + 1
    telling = False
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        if form.isdigit() and end == at + 1 and len(form) < 4:
            telling, end = True, end + 1
            continue
        if telling and has_class(form, "arm") and _is_number(words[end - 1].form):
            return end + 1
        if not form.startswith("ال"):
            break
        stem = form[2:]
        if stem in adjectives() or ordinal(form) is not None:
            telling = True
        elif has_class(form, "identity") and not (head.weak and is_common(form)):
            telling = True
        elif not (telling and has_class(form, "direction")):
            named = head.named and not telling and not form.startswith("الم")
            if named and not is_plain(form) and stem not in titles() and stem not in noun_frames():
                telling = True
            else:
                break
        end += 1
    return end if telling else at + 1


def _is_number(form: str) -> bool:
    return form.isdigit() or ordinal(form) is not None


def _construct_end(words: Sequence[Word], at: int, head: GroupWord) -> int:
    """End «لواء شهداء الوادي», «جيش الفتح», «كتيبة 101», «وزارة الدفاع الأميركية»."""
    end = at + 1
    if end >= len(words):
        return end
    form = words[end].form
    if form.isdigit() and len(form) < 5:
        return end + 1 + (end + 1 < len(words) and has_class(words[end + 1].form, "arm"))
    inner = group_words().get(form)
    if inner and not form.startswith("ال") and inner.word != head.word:
        if head.word in holders():
            return at + 1
        after = _construct_end(words, end, inner)
        return after if after > end + 1 else at + 1
    honoured = _honoured_end(words, end)
    if honoured:
        return honoured
    if not _begins_eponym(form) or (head.weak and form in ordinary_words()):
        return at + 1
    end += 1
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        before = words[end - 1].form
        if has_class(before, "eponym") or has_class(before, "nasab") or has_class(before, "kunya"):
            joins = form.isalpha() and not _is_clitic_run(form) and not is_plain(form)
            joins = joins or (form.startswith("ال") and form[2:] not in modifier_frames())
        elif form.startswith("ال"):
            joins = _joins(form, head)
        elif form.startswith("لل") and head.kind is Kind.ORGANIZATION:
            joins = end == at + 2 and has_class("ال" + form[2:], "identity")
        else:
            joins = has_class(form, "nasab") or has_class(form, "direction")
        if not joins:
            break
        end += 1
    return end


def _honoured_end(words: Sequence[Word], at: int) -> int | None:
    """End a person a group is named after, with his title: «كتائب الإمام علي», «لواء الأمير محمد بن راشد»."""
    title = titles().get(bare(words[at].form))
    if title is None or title.rank != "honorific" or at + 1 >= len(words):
        return None
    end = name_end(words, at + 1, titled=True)
    return end if end > at + 1 else None


def _begins_eponym(form: str) -> bool:
    if form[:3] in ("بال", "وال", "كال", "فال") or form.startswith("لل"):
        return False
    if form in modifier_frames():
        return False
    if any(prefix and rest.removesuffix("ا") in group_words() for prefix, rest in splits(form)):
        return False
    if not form[0].isalpha() or (bare(form) in place_words() and not form.startswith("ال")):
        return False
    if has_class(form, "eponym") or has_class(form, "kunya") or has_class(form, "nasab"):
        return True
    if form.startswith("ال") and len(form) > 3:
        return bare(form) not in titles() or form[2:] in group_words()
    return not is_plain(form)


def _joins(form: str, head: GroupWord) -> bool:
    """Say whether a definite word after a construct belongs to the name: «وزارة الدفاع الأميركية»."""
    stem = form[2:]
    if stem in adjectives() or has_class(form, "identity") or ordinal(form) is not None:
        return True
    if has_class(form, "direction"):
        return True
    if form.startswith("الم") or stem in modifier_frames():
        return False
    return form not in ordinary_words() and stem not in titles() and stem not in group_words()


def _is_clitic_run(form: str) -> bool:
    return any(
        rest in ordinary_words() or rest in group_words() or rest in place_words()
        for _, rest in splits(form)[1:]
    )


def ministries(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the ministry that «وزير» names at word `at`: «وزير الداخلية».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in ministries(cut("وزير الداخلية"), 0)]
    [(1, 2)]
    """
    if at + 1 >= len(words):
        return
    form = words[at + 1].form
    named = any(has_class(rest, "minister") for _, rest in splits(words[at].form))
    if named and form.startswith("ال") and bare(form) not in titles() and form[2:] not in adjectives():
        if not any(c.kind in (Kind.ARMED_GROUP, Kind.ORGANIZATION) for c in known(words, at + 1)):
            yield Candidate(at + 1, at + 2, Kind.ORGANIZATION, "ministry", 0.7)
