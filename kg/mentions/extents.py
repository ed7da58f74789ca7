"""Extents: how far the name of a group reaches after the word that heads it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.numbers import ordinal
from kg.arabic.words import bare, splits
from kg.lexicon.frames import holders, modifier_frames, noun_frames
from kg.lexicon.words import (
    GroupWord,
    adjectives,
    given_names,
    group_words,
    ordinary_words,
    place_words,
    time_words,
    titles,
)
from kg.mentions.candidates import (
    has_class,
    has_pronoun,
    is_common,
    is_count,
    is_foreign,
    is_plain,
)
from kg.mentions.eponyms import begins_eponym, honoured_end
from kg.mentions.fields import coordinated_end, past_identity
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

LONGEST = 6
DEEPEST = 3
"""How many group words may stand before one another in a name."""


def definite_end(words: Sequence[Word], at: int, head: GroupWord) -> int:
    """End «القوات الروسية الخاصة», «الفرقة 30», «اللواء الرابع», or return `at` + 1 for a bare noun."""
    first = end = at + 1 + _is_article(words, at + 1)
    telling = False
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        if end == first and form.isdigit() and _numbers(words, end, head):
            telling, end = True, end + 1
            continue
        if end == first and form in HYPHENS and _is_digit(words, end + 1):
            telling, end = True, end + 2
            continue
        if telling and _is_number(words[end - 1].form) and arm_end(words, end) > end:
            return arm_end(words, end)
        if telling and form in HYPHENS and _wing_end(words, end + 1) > end + 1:
            end = _wing_end(words, end + 1)
            continue
        if telling and form.startswith("لل") and _is_purpose(words, end, head):
            return past_identity(words, end + 1)
        if not form.startswith("ال") or form in time_words():
            break
        if has_class(form, "recognised"):
            return _recognised_end(words, end) or (end if telling else at + 1)
        if _tells_apart(form, head) or (not telling and _names(form, head)):
            telling = True
        elif not (telling and has_class(form, "direction")):
            break
        end += 1
    return end if telling else at + 1


def _recognised_end(words: Sequence[Word], at: int) -> int:
    """End «المعترف بها دوليا» at `at`; 0 where it is not told by whom."""
    after = [word.form for word in words[at + 1 : at + 3]]
    return at + 3 if len(after) == 2 and after[0] in ("بها", "به") and after[1] == "دوليا" else 0


def _is_purpose(words: Sequence[Word], at: int, head: GroupWord) -> bool:
    """Say whether «لل…» right after an adjective of rank is part of the name: «المجلس الأعلى [للدفاع]»."""
    ranked = has_class(words[at - 1].form, "ranked")
    return ranked and head.kind is Kind.ORGANIZATION and words[at].form[2:] not in titles()


def _numbers(words: Sequence[Word], at: int, head: GroupWord) -> bool:
    """Say whether the number at `at` is a unit's: «الفرقة 30»."""
    short = head.kind is Kind.ARMED_GROUP and len(words[at].form) < 4
    return short and not is_count(words, at)


def _tells_apart(form: str, head: GroupWord) -> bool:
    """Say whether a definite adjective tells whose or which the group is: «الروسية», «الرابع», «الخاصة»."""
    if form[2:] in adjectives():
        return True
    if head.kind is Kind.ARMED_GROUP and ordinal(form) is not None:
        return True
    return has_class(form, "identity") and not (head.weak and is_common(form))


def _names(form: str, head: GroupWord) -> bool:
    """Say whether an unknown definite word names the group that a noun heads."""
    stem = form[2:]
    if not head.named or form.startswith("الم") or is_plain(form):
        return False
    if (head.plural and head.kind is not Kind.ARMED_GROUP) or form.endswith(("ون", "ين")):
        return False  # «الدول الراعية», «السلطة السلميين»
    known = (group_words(), place_words(), titles(), noun_frames())
    return not any(stem in words for words in known)


def _is_article(words: Sequence[Word], at: int) -> bool:
    """Say whether the article stands by itself before a number: «الفرقة الـ16»."""
    return at + 1 < len(words) and words[at].form == "ال" and words[at + 1].form.isdigit()


HYPHENS = frozenset("-–")


def _wing_end(words: Sequence[Word], at: int) -> int:
    """End what stands after a hyphen and tells whose it is or which wing: «العربي - الدولي», «الشعبية – شمال»."""
    form = words[at].form if at < len(words) else ""
    if form.startswith("ال") and (form[2:] in adjectives() or has_class(form, "identity")):
        return at + 1
    wing = group_words().get(form[2:]) if form.startswith("ال") else None
    if wing:
        end = definite_end(words, at, wing)
        return end if end > at + 1 else at
    return at + (has_class(form, "side") and not _is_ground(words, at + 1))


def _is_ground(words: Sequence[Word], at: int) -> bool:
    """Say whether a place, so that a side before it is a side of it, stands at word `at`."""
    form = words[at].form if at < len(words) else ""
    return form.startswith("ال") or form in place_words() or any(known(words, at))


def arm_end(words: Sequence[Word], at: int) -> int:
    """End the arm of service at `at`, `at` if there is none: «[مشاة] جبلي», «[حرس حدود]», «[دفاع جوي]»."""
    form = words[at].form if at < len(words) else ""
    after = words[at + 1].form if at + 1 < len(words) else ""
    if has_class(after, "arm-of") and (has_class(form, "arm") or has_class(form, "arm-head")):
        return at + 2
    return at + has_class(form, "arm")


def _is_digit(words: Sequence[Word], at: int) -> bool:
    """Say whether the number of a unit stands after a hyphen: «اللواء - [22]»."""
    return at < len(words) and words[at].form.isdigit() and len(words[at].form) < 4


def _is_number(form: str) -> bool:
    return form.isdigit() or ordinal(form) is not None


def construct_end(words: Sequence[Word], at: int, head: GroupWord, nested: int = 0) -> int:
    """End «لواء شهداء الوادي», «جيش الفتح», «كتيبة 101», «وزارة الدفاع الأميركية»."""
    end = at + 1
    if end >= len(words):
        return end
    form = words[end].form
    if form.isdigit() and len(form) < 5 and head.kind is Kind.ARMED_GROUP:
        return arm_end(words, end + 1)
    if has_class(form, "house") and head.kind is Kind.ORGANIZATION and has_next_name(words, end):
        return end + 2
    honoured = honoured_end(words, end, head)
    if honoured:
        return honoured
    unit = group_words().get(bare(form)) if form.startswith("ال") else None
    if unit and unit.word != head.word and unit.kind is Kind.ARMED_GROUP:
        after = definite_end(words, end, unit)
        if after > end + 1 or (has_class(head.word, "office") and not unit.weak):
            return after
        if head.word in holders() and not unit.weak and not has_class(form, "lone"):
            return at + 1
    inner = group_words().get(form)
    if inner and not form.startswith("ال") and inner.word != head.word:
        if head.word in holders():
            return at + 1
        after = construct_end(words, end, inner, nested + 1) if nested < DEEPEST else end
        return after if after > end + 1 else at + 1
    if end + 1 < len(words) and has_class(f"{form} {words[end + 1].form}", "desk"):
        return end + 2
    if has_class(form, "no-name"):
        return at + 1
    weak = form in ordinary_words() or form in given_names()
    weak = weak and not _is_task(words, end)
    if not begins_eponym(form) or has_pronoun(words[end]) or (head.weak and weak):
        return at + 1
    if _is_described(words[end], head) or has_class(form, "aside"):
        return at + 1
    coordinated = coordinated_end(words, end)
    if coordinated:
        return coordinated
    end += 1
    while end < len(words) and end - at < LONGEST:
        if not _goes_on(words, at, end, head):
            break
        end += 1
    return end


def _is_task(words: Sequence[Word], at: int) -> bool:
    """Say whether the words at `at` tell what a force is for: «قوة [حماية المطار]», not «قوة حماية»."""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return has_class(words[at].form, "task") and after.startswith("ال")


def has_next_name(words: Sequence[Word], at: int) -> bool:
    """Say whether a word that can be a house's name follows word `at`: «آل [حامد]», «البو [سالم]»."""
    form = words[at + 1].form if at + 1 < len(words) else ""
    return form.isalpha() and (form in given_names() or not is_plain(form))


def _goes_on(words: Sequence[Word], at: int, end: int, head: GroupWord) -> bool:
    """Say whether the word at `end` carries the name begun at `at` on."""
    form = words[end].form
    before = words[end - 1].form
    if form == "بالله":
        return before.startswith("ال")
    if has_class(before, "eponym") or has_class(before, "nasab") or has_class(before, "kunya"):
        joins = form.isalpha() and not _is_clitic_run(form) and not is_plain(form)
        joins = joins or (form.startswith("ال") and form[2:] not in modifier_frames())
    elif form.startswith("ال"):
        ground = form[2:] in place_words() and before.startswith("ال")
        joins = _joins(form, head) and not ground  # «هاجم لواء الفجر [البلدة]»
    elif form.startswith("لل") and head.kind is Kind.ORGANIZATION:
        joins = end == at + 2 and has_class("ال" + form[2:], "identity")
    else:
        starts = form != "عبد" or not before.startswith("ال")
        joins = (has_class(form, "nasab") and starts) or _is_last_direction(words, end)
        joins = joins or (end == at + 2 and _is_foreign(words, end))
    return joins


def _is_foreign(words: Sequence[Word], at: int) -> bool:
    """Say whether an unknown word goes on with the unknown one before it: «لواء ألب [أرسلان]»."""
    before = words[at - 1].form
    if before.startswith("ال") or is_plain(before) or not is_foreign(words[at]):
        return False
    if has_class(words[at].form, "arm") or has_class(words[at].form.removesuffix("ه"), "quality"):
        return False
    return not any(known(words, at))


def _is_last_direction(words: Sequence[Word], at: int) -> bool:
    """Say whether a direction ends the name; before a place it tells where: «قوات الفجر [غربي] البلدة»."""
    if not has_class(words[at].form, "direction"):
        return False
    after = words[at + 1].form if at + 1 < len(words) else ""
    return not (after[:1].isalpha() and (after.startswith("ال") or after in place_words()))


def _is_described(word: Word, head: GroupWord) -> bool:
    """Say whether an indefinite word only describes the head: «قوى سنية», «جيش نظامي», «حشد مقاتلين»."""
    form = word.form.removesuffix("ا") if word.raw.endswith(TANWIN) else word.form
    if form.startswith("ال") or form in given_names() or has_class(form, "eponym"):
        return False
    if has_class(form.removesuffix("ه"), "quality") or _is_participle(form, head):
        return True
    if form in adjectives() or form in holders():
        return True
    if form.endswith("ي") and head.gender == "m" and not head.plural:
        return True
    return form.endswith("يه") and (head.plural or head.gender == "f" or head.word == "قوات")


TANWIN = ("\N{ARABIC FATHATAN}", "\N{ARABIC FATHATAN}ا", "ا")


def _is_participle(form: str, head: GroupWord) -> bool:
    """Say whether a form has the shape of a participle that agrees: «حركات متمردة», «طيران مجهول»."""
    if not form.startswith("م") or len(form) < 5:
        return False
    if form.endswith("ه"):
        return len(form) > 5 and (head.plural or head.gender == "f")
    return head.gender == "m" and len(form) == 5 and form[3] == "و"


def _joins(form: str, head: GroupWord) -> bool:
    """Say whether a definite word after a construct belongs to the name: «وزارة الدفاع الأميركية»."""
    stem = form[2:]
    if stem in adjectives() or has_class(form, "identity") or ordinal(form) is not None:
        return True
    if has_class(form, "direction"):
        return True
    if form.startswith("الم") or stem in modifier_frames() or stem in noun_frames():
        return False
    return form not in ordinary_words() and stem not in titles() and stem not in group_words()


def _is_clitic_run(form: str) -> bool:
    return any(
        rest in ordinary_words() or rest in group_words() or rest in place_words()
        for _, rest in splits(form)[1:]
    )
