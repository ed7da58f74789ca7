"""Groups: names headed by a group word — «لواء شهداء الوادي», «الفرقة 30», «القوات الروسية», ميليشيا “…”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.arabic.numbers import ordinal
from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import holders, members, modifier_frames, noun_frames
from kg.lexicon.words import (
    GroupWord,
    adjectives,
    given_names,
    group_words,
    ordinary_words,
    particles,
    place_words,
    titles,
)
from kg.mentions.gazetteer import known
from kg.mentions.persons import name_end
from kg.mentions.candidates import (
    QUOTES,
    Candidate,
    has_class,
    has_pronoun,
    is_common,
    is_count,
    is_fused,
    is_plain,
    quoted,
)
from kg.model import Kind, Word

LONGEST = 6


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the group names that begin with a group word at word `at`.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("لواء شهداء الوادي"), 0)]
    [(0, 3)]
    """
    for prefix, rest in splits(words[at].form):
        area = _military_area(words, at, rest)
        if area:
            yield Candidate(at, area, Kind.ARMED_GROUP, "group word", 0.85, prefix)
            return
        double = _double(words, at, rest)
        if double:
            yield from _doubled(words, at, prefix, rest, double)
            return
        definite = rest.startswith("ال") and bare(rest) in group_words()
        head = group_words().get(bare(rest) if definite else rest)
        if head is None or bare(rest) in members() or _is_staff(words, at, rest):
            continue
        fused = is_fused(words[at].form, prefix, rest)
        inner = None if definite or head.named else _labelled(words, at + 1)
        if inner:
            end, id = _identified(words, inner.end), inner.lexeme
            yield Candidate(
                at, end, inner.kind, "group word", 0.9, prefix, id, name_from=at + 1, fused=fused
            )
            return
        if head.weak and head.gender == "m" and at + 1 < len(words) and has_class(words[at + 1].form, "lone"):
            continue
        kind, end, label = _extent(words, at, head, definite)
        if end > at + 1:
            found = "quoted" if label else "group word"
            yield Candidate(at, end, kind, found, 0.8, prefix, name_from=label, fused=fused)
            return
        if definite and has_class(rest, "lone"):
            yield Candidate(at, at + 1, head.kind, "lone noun", 0.6, prefix, fused=fused)
            return


def _double(words: Sequence[Word], at: int, rest: str) -> GroupWord | None:
    """Return the group word of two words at `at`: «المنطقة العسكرية», «قيادة عمليات»."""
    if at + 1 >= len(words) or bare(rest) not in _firsts():
        return None
    return group_words().get(f"{bare(rest)} {bare(words[at + 1].form)}")


def _military_area(words: Sequence[Word], at: int, rest: str) -> int | None:
    """End «منطقة الوادي العسكرية»: a double group word with its area inside."""
    if rest not in _firsts() or at + 2 >= len(words):
        return None
    end = max((c.end for c in known(words, at + 1) if not c.skip), default=at + 2)
    last = words[end].form if end < len(words) else ""
    named = last.startswith("ال") and f"{rest} {last[2:]}" in group_words()
    return end + 1 if named else None


@cache
def _firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in group_words() if " " in word)


def _doubled(
    words: Sequence[Word], at: int, prefix: str, rest: str, head: GroupWord
) -> Iterator[Candidate]:
    """Yield the name a double group word at `at` heads: «المنطقة العسكرية الثالثة», «قيادة عمليات الوادي»."""
    if words[at + 1].form.startswith("ال"):
        end = _definite_end(words, at + 1, head)
    else:
        place = max((c.end for c in known(words, at + 2) if not c.skip), default=0)
        end = max(place, _construct_end(words, at + 1, head))
    if end > at + 2:
        fused = is_fused(words[at].form, prefix, rest)
        yield Candidate(at, end, head.kind, "group word", 0.85, prefix, fused=fused)


def commands(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the command that a commander's title before an area tells: «قائد المنطقة الشمالية».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in commands(cut("قائد المنطقة الشمالية"), 0)]
    [(1, 3)]
    """
    form = words[at].form
    titled = (titles().get(bare(r.removesuffix("ا"))) for _, r in splits(form))
    if at + 1 >= len(words) or not any(t and t.relation == "commands" for t in titled):
        return
    for prefix, rest in splits(words[at + 1].form):
        if prefix not in ("", "ل") or not has_class(bare(rest), "command"):
            continue
        fused = is_fused(words[at + 1].form, prefix, rest)
        end = at + 2
        if rest.startswith("ال"):
            while end < len(words) and _tells_area(words[end].form):
                end += 1
        elif not (_double(words, at + 1, rest) or _military_area(words, at + 1, rest)):
            end = max((c.end for c in known(words, end) if not c.skip), default=end)
        if end > at + 2:
            yield Candidate(at + 1, end, Kind.ARMED_GROUP, "command", 0.85, prefix, fused=fused)
        return


def _tells_area(form: str) -> bool:
    return ordinal(form) is not None or has_class(form, "direction") and form.startswith("ال")


def _labelled(words: Sequence[Word], at: int) -> Candidate | None:
    """Return the known group that a label before word `at` introduces: «جماعة [أنصار الله]»."""
    found = (c for c in (known(words, at) if at < len(words) else ()) if not c.skip)
    groups = [c for c in found if c.kind in (Kind.ARMED_GROUP, Kind.ORGANIZATION)]
    return max(groups, key=lambda c: c.end, default=None)


def _identified(words: Sequence[Word], end: int) -> int:
    """Carry a known name on over an adjective that only says again whose it is: «أنصار الله الحوثية»."""
    if end < len(words) and has_class(words[end].form, "identity"):
        return end + 1
    return end


def _is_staff(words: Sequence[Word], at: int, rest: str) -> bool:
    """Say whether the word heads a post, not a group: «رئيس [هيئة أركان] الجيش», «رئيس [أركان] الجيش»."""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return has_class(bare(rest), "staff") or has_class(bare(after), "staff")


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
    if any(f.rule != "component-noun" for f in noun_frames().get(head.word, ())) or (head.weak and head.word in place_words()):
        return head.kind, at + 1, None
    if head.word in place_words() and any(c.kind is Kind.PLACE for c in known(words, at + 1)):
        return head.kind, at + 1, None
    return _construct_kind(words, at, head), _construct_end(words, at, head), None


def _construct_kind(words: Sequence[Word], at: int, head: GroupWord) -> Kind:
    """Take the kind of the service an office is of: «وكالة الاستخبارات», «مديرية المخابرات»."""
    unit = group_words().get(bare(words[at + 1].form)) if at + 1 < len(words) else None
    service = unit and unit.kind is Kind.ARMED_GROUP and not (unit.weak or unit.plural)
    return Kind.ARMED_GROUP if service and has_class(head.word, "office") else head.kind


def _definite_end(words: Sequence[Word], at: int, head: GroupWord) -> int:
    """End «القوات الروسية الخاصة», «الفرقة 30», «اللواء الرابع», or return `at` + 1 for a bare noun."""
    end = at + 1
    telling = False
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        numbered = head.kind is Kind.ARMED_GROUP
        if form.isdigit() and numbered and end == at + 1 and len(form) < 4 and not is_count(words, end):
            telling, end = True, end + 1
            continue
        if telling and has_class(form, "arm") and _is_number(words[end - 1].form):
            return end + 1
        if not form.startswith("ال"):
            break
        stem = form[2:]
        if stem in adjectives() or (numbered and ordinal(form) is not None):
            telling = True
        elif has_class(form, "identity") and not (head.weak and is_common(form)):
            telling = True
        elif not (telling and has_class(form, "direction")):
            named = head.named and not telling and not form.startswith("الم")
            named = named and stem not in group_words() and stem not in place_words()
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
    if form.isdigit() and len(form) < 5 and head.kind is Kind.ARMED_GROUP:
        return end + 1 + (end + 1 < len(words) and has_class(words[end + 1].form, "arm"))
    unit = group_words().get(bare(form)) if form.startswith("ال") else None
    if unit and unit.word != head.word and unit.kind is Kind.ARMED_GROUP:
        after = _definite_end(words, end, unit)
        if after > end + 1:
            return after
        if head.word in holders() and not unit.weak and not has_class(form, "lone"):
            return at + 1
    inner = group_words().get(form)
    if inner and not form.startswith("ال") and inner.word != head.word:
        if head.word in holders():
            return at + 1
        after = _construct_end(words, end, inner)
        return after if after > end + 1 else at + 1
    honoured = _honoured_end(words, end)
    if honoured:
        return honoured
    weak = form in ordinary_words() or form in given_names()
    if not _begins_eponym(form) or has_pronoun(words[end]) or (head.weak and weak):
        return at + 1
    if _is_described(words[end], head) or has_class(form, "aside"):
        return at + 1
    coordinated = _coordinated_end(words, end, head)
    if coordinated:
        return coordinated
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


def _is_described(word: Word, head: GroupWord) -> bool:
    """Say whether an indefinite word only describes the head: «قوى سنية», «جيش نظامي», «حشد مقاتلين»."""
    form = word.form
    if form.startswith("ال") or form in given_names() or has_class(form, "eponym"):
        return False
    if form in adjectives() or form in holders():
        return True
    return form.endswith("يه") and (head.plural or head.gender == "f" or head.word == "قوات")


def _coordinated_end(words: Sequence[Word], at: int, head: GroupWord) -> int | None:
    """End «لجنة الأمن والدفاع النيابية», «جبهة البناء والتنمية»: two or three plain nouns that make one name."""
    end = at
    if not _is_field(words[at].form):
        return None
    while end + 1 < len(words) and end - at < 3 and words[end + 1].form.startswith("وال"):
        if not _is_field(words[end + 1].form[1:]) or any(known(words, end + 1)):
            break
        end += 1
    if end == at:
        return None
    end += 1
    while end < len(words) and (has_class(words[end].form, "identity") or _is_of_state(words[end].form)):
        end += 1
    return end


def _is_of_state(form: str) -> bool:
    return form.startswith("ال") and form[2:] in adjectives()


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
    if any(prefix and _is_head(rest) for prefix, rest in splits(form)):
        return False
    if not form[0].isalpha() or (bare(form) in place_words() and not form.startswith("ال")):
        return False
    if has_class(form, "eponym") or has_class(form, "kunya") or has_class(form, "nasab"):
        return True
    if form.startswith("ال") and len(form) > 3:
        return bare(form) not in titles() or form[2:] in group_words()
    return not is_plain(form)


def _is_head(rest: str) -> bool:
    """Say whether a form after a clitic is a noun that heads other names: «وقضاء», «وريفها»."""
    stem = (pronoun(rest) or (rest, ""))[0]
    known_nouns = stem in group_words() or stem in place_words()
    return rest.removesuffix("ا") in group_words() or rest in place_words() or known_nouns


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


def listed(words: Sequence[Word], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield names in quotation marks beside groups in quotation marks: «"لواء الفجر" و"راية الوادي"».

    >>> from kg.arabic.words import cut
    >>> words = cut('"لواء الفجر"، و"راية الوادي"')
    >>> [(c.start, c.end) for c in listed(words, [Candidate(1, 3, Kind.ARMED_GROUP, "group word", 0.8)])]
    [(7, 9)]
    """
    ends = {c.end: c.kind for c in found if c.kind is Kind.ARMED_GROUP and _in_quotes(words, c)}
    if not ends:
        return
    busy = {i for c in found for i in range(c.start, c.end)}
    for at in range(len(words)):
        run = quoted(words, at)
        if run is None or run[1] - run[0] > LONGEST or busy & set(range(*run)):
            continue
        before = at - 1
        while before > 0 and (words[before].form in QUOTES or words[before].form in JOINING):
            before -= 1
        if before + 1 in ends and before + 1 < at - 1 and not is_plain(words[run[0]].form):
            ends[run[1]] = Kind.ARMED_GROUP
            yield Candidate(run[0], run[1], Kind.ARMED_GROUP, "listed", 0.7)


JOINING = frozenset(("و", "،", ","))


def _in_quotes(words: Sequence[Word], c: Candidate) -> bool:
    before = c.start > 0 and words[c.start - 1].form in QUOTES
    return before and c.end < len(words) and words[c.end].form in QUOTES
