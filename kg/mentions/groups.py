"""Groups: names headed by a group word — «لواء شهداء الوادي», «الفرقة 30», «القوات الروسية», ميليشيا “…”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.arabic.words import bare, splits
from kg.lexicon.frames import members, noun_frames
from kg.lexicon.words import (
    GroupWord,
    adjectives,
    group_words,
    place_words,
    titles,
)
from kg.mentions.candidates import (
    QUOTES,
    Candidate,
    classes_of,
    has_class,
    is_fused,
    quoted,
)
from kg.mentions.commands import begins, double, doubled, military_area
from kg.mentions.extents import LONGEST, construct_end, definite_end
from kg.mentions.fields import past_identity, past_purpose
from kg.mentions.gazetteer import known
from kg.mentions.person_names import is_name_at
from kg.mentions.rows import shared
from kg.model import Kind, Word


class Head(NamedTuple):
    """A reading of a form as the first word of a group's name: `rest` less its clitics, the group word if it is one."""

    prefix: str
    rest: str
    fused: bool
    definite: bool
    word: GroupWord | None
    double: bool
    """Whether the form begins a group word of two words."""
    lone: bool
    """Whether it names a group by itself: «الجيش»."""
    classes: frozenset[str]
    """What kind of noun the group word is."""


@lru_cache(maxsize=1 << 16)
def heads(form: str) -> tuple[Head, ...]:
    """Return the readings of a form that can head a group's name."""
    found: list[Head] = []
    for prefix, rest in splits(form):
        stem = bare(rest)
        definite = rest.startswith("ال") and stem in group_words()
        word = group_words().get(stem if definite else rest)
        if stem in members() or has_class(stem, "staff"):
            word = None
        double = begins(rest) or begins(stem)
        if word or double:
            lone, classes = (
                definite and has_class(rest, "lone"),
                classes_of(word.word if word else ""),
            )
            fused = is_fused(form, prefix, rest)
            found.append(Head(prefix, rest, fused, definite, word, double, lone, classes))
    return tuple(found)


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the group names that begin with a group word at word `at`.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("لواء شهداء الوادي"), 0)]
    [(0, 3)]
    """
    for reading in heads(words[at].form):
        prefix, rest, fused, definite, head, two, lone, _ = reading
        area = military_area(words, at, rest) if two else None
        if area:
            yield Candidate(at, area, Kind.ARMED_GROUP, "group word", 0.85, prefix)
            return
        twofold = double(words, at, rest) if two else None
        if twofold:
            yield from doubled(words, at, prefix, rest, twofold)
            return
        if head is None or _is_of_staff(words, at + 1):
            continue
        told = None if definite else _told(words, at, reading, head)
        if told:
            yield from shared(words, told, head, rest)
            return
        if _is_no_name(words, at, reading, head):
            continue
        kind, end, label = _extent(words, at, head, definite)
        if end > at + 1 and kind is Kind.ORGANIZATION and not label:
            end = past_purpose(words, end)
        if end > at + 1:
            found = "quoted" if label else "group word"
            first = Candidate(at, end, kind, found, 0.8, prefix, name_from=label, fused=fused)
            yield from shared(words, first, head, rest)
            return
        if lone and not _is_safety(words, at):
            kind = Kind.ARMED_GROUP if has_class(rest, "armed") else head.kind
            yield Candidate(at, at + 1, kind, "lone noun", 0.6, prefix, fused=fused)
            return


def _told(words: Sequence[Word], at: int, reading: Head, head: GroupWord) -> Candidate | None:
    """Return the known group, or the armed arm of a party, that an indefinite label at `at` tells."""
    prefix, rest, fused, *_ = reading
    inner = None if head.named else _labelled(words, at + 1)
    arm = (
        has_class(bare(rest), "fighters")
        if inner is None or inner.kind is Kind.ORGANIZATION
        else False
    )
    if inner and not arm:
        end, id = _identified(words, inner.end), inner.lexeme
        return Candidate(
            at, end, inner.kind, "group word", 0.9, prefix, id, name_from=at + 1, fused=fused
        )
    end = (inner.end if inner else _party(words, at + 1)) if arm else 0
    return (
        Candidate(at, end, Kind.ARMED_GROUP, "group word", 0.85, prefix, fused=fused)
        if end
        else None
    )


def _is_no_name(words: Sequence[Word], at: int, reading: Head, head: GroupWord) -> bool:
    """Say whether what follows the group word at `at` is whose the group is, and not its name."""
    if head.plural and head.kind is not Kind.ARMED_GROUP and _owner(words, at + 1):
        return True  # «مراكز النصرة» are the group's, and no group
    if "men" in reading.classes and _is_of_group(words, at + 1):
        return True
    if "branch" in reading.classes and _is_branch(words, at, reading.definite):
        return True  # «فرع تنظيم X» is what the body before it is to X
    if at and has_class(words[at - 1].form, "one-of") and _labelled(words, at + 1):
        return True  # «أحد [ألوية] الجيش السوري» is a brigade of the army, not one named after it
    if at and has_class(words[at - 1].form, "under") and _begins_group(words, at + 1):
        return True  # «تحت [لواء] جبهة X»
    # «خلفاً [للواء] سالم» is in place of a man of that rank
    return reading.prefix == "ل" and head.word in titles() and _is_succeeded(words, at)


def _is_succeeded(words: Sequence[Word], at: int) -> bool:
    """Say whether a person in whose place another comes stands after the word at `at`: «خلفاً للواء [سالم]»."""
    if at == 0 or not is_name_at(words, at + 1):
        return False
    frames = noun_frames().get(words[at - 1].form.removesuffix("ا"), ())
    return any(frame.verb == "succeeded" for frame in frames)


def _party(words: Sequence[Word], at: int) -> int:
    """End the organization, known or not, that word `at` heads; 0 if there is none: «ميليشيات [حزب الفجر]»."""
    head = group_words().get(words[at].form) if at < len(words) else None
    if head is None or head.kind is not Kind.ORGANIZATION or head.plural:
        return 0
    return next((c.end for c in headed(words, at) if c.start == at and not c.skip), 0)


def _owner(words: Sequence[Word], at: int) -> Candidate | None:
    """Return the known group at `at`, over an opening quotation mark."""
    return _labelled(words, at + (at < len(words) and words[at].form in QUOTES))


def _is_of_group(words: Sequence[Word], at: int) -> bool:
    """Say whether a group stands at `at`, whose men or youth are meant: «رجال الجيش», «شباب جماعة …»."""
    form = words[at].form if at < len(words) else ""
    return has_class(form, "lone") or has_class(form, "actor") or form in group_words()


def _is_safety(words: Sequence[Word], at: int) -> bool:
    """Say whether «الأمن» is what is kept, not who keeps it: «فرض الأمن», «الأمن والاستقرار»."""
    if not has_class(bare(words[at].form), "safety"):
        return False
    before = words[at - 1].form if at else ""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return any(has_class(bare(rest), "keeping") for _, rest in splits(before) if before) or (
        has_class(after[1:], "peace") and after.startswith("و")
    )


def _is_branch(words: Sequence[Word], at: int, definite: bool) -> bool:
    """Say whether a branch is told to be of another body: «فرع تنظيم …», «الفرع المحلي لحركة …»."""
    after = [word.form for word in words[at + 1 : at + 3]]
    if not after:
        return False
    if definite:
        return len(after) == 2 and after[0].startswith("ال") and after[1].startswith("ل")
    label = group_words().get(after[0])
    if label is not None and not label.named:
        return True
    return bare(after[0]) not in group_words() and _labelled(words, at + 1) is not None


def _begins_group(words: Sequence[Word], at: int) -> bool:
    if at >= len(words):
        return False
    return _labelled(words, at) is not None or any(head.word for head in heads(words[at].form))


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


def _is_of_staff(words: Sequence[Word], at: int) -> bool:
    """Say whether word `at` makes the one before it a post, not a group: «رئيس [هيئة أركان] الجيش»."""
    return at < len(words) and _is_staff(words[at].form)


@lru_cache(maxsize=1 << 14)
def _is_staff(form: str) -> bool:
    return has_class(bare(form), "staff")


def _extent(
    words: Sequence[Word], at: int, head: GroupWord, definite: bool
) -> tuple[Kind, int, int | None]:
    """Return kind, end and, for a label before a name in quotation marks, where that name begins."""
    run = quoted(words, at + 1)
    inner = words[run[0]].form if run else ""
    if run and head.named and bare(inner) in group_words() and not has_class(inner, "house"):
        return head.kind, at + 1, None
    front = head.word in place_words() and at > 0 and has_class(words[at - 1].form, "locating")
    if run and front:
        return head.kind, at + 1, None  # «في جبهة «…»» one fights
    if run and (not definite or not head.named) and run[1] - run[0] <= LONGEST:
        label = not head.named and not words[run[0]].form.isdigit()
        return head.kind, run[1], run[0] if label else None
    if definite:
        return head.kind, definite_end(words, at, head), None
    told = past_identity(words, at + 2)
    if head.kind is Kind.ORGANIZATION and past_purpose(words, told) > told:
        return head.kind, told, None
    if any(f.rule != "component-noun" for f in noun_frames().get(head.word, ())) or (
        head.weak and head.word in place_words()
    ):
        return head.kind, at + 1, None
    if head.word in place_words() and any(c.kind is Kind.PLACE for c in known(words, at + 1)):
        return head.kind, at + 1, None
    return _construct_kind(words, at, head), construct_end(words, at, head), None


def _construct_kind(words: Sequence[Word], at: int, head: GroupWord) -> Kind:
    """Take the kind of the service an office is of: «وكالة الاستخبارات», «مديرية المخابرات»."""
    if at + 2 < len(words) and has_class(f"{words[at + 1].form} {words[at + 2].form}", "desk"):
        return Kind.ORGANIZATION
    if at + 1 >= len(words) or not has_class(head.word, "office"):
        return head.kind
    unit = group_words().get(bare(words[at + 1].form))
    service = unit and unit.kind is Kind.ARMED_GROUP and not (unit.weak or unit.plural)
    return Kind.ARMED_GROUP if service else head.kind


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
    if (
        named
        and form.startswith("ال")
        and bare(form) not in titles()
        and form[2:] not in adjectives()
    ) and not any(c.kind in (Kind.ARMED_GROUP, Kind.ORGANIZATION) for c in known(words, at + 1)):
        yield Candidate(at + 1, at + 2, Kind.ORGANIZATION, "ministry", 0.7)
