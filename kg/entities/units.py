"""Groups' names by their grammar: heads, number, eponym, arm, country, place, identity.

«ميليشيا لواء فجر البادية الثاني مشاة» is a label, a head noun, an eponym, a number and an arm of service. The
grammar reads Arabic names by `lexicon/ar` and Latin spellings, translated or not, by `lexicon/en`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.arabic.letters import fold, is_arabic
from kg.arabic.numbers import find_numbers
from kg.arabic.words import bare, cut
from kg.entities.spellings import latin, normal
from kg.entities.unit_names import Parts, UnitName
from kg.lexicon.lexemes import forms
from kg.lexicon.names import (
    latin_titles,
    latin_words,
    name_grammar,
    name_words,
    place_words_of_names,
    state_names,
    usual_cases,
)
from kg.lexicon.words import adjectives, common_words, given_names, group_words, titles
from kg.model import Span


@lru_cache(maxsize=1 << 17)
def parse(name: str) -> UnitName:
    """Read a group's name as its parts.

    >>> parse("ميليشيا لواء أبي الفضل العباس").key[:5]
    ('لواء', '|', 'ابو', 'فضل', 'عباس')
    >>> parse("الفرقة الرابعة") == parse("الفرقة 4"), parse("اللواء الحادي والخمسون").numbers
    (True, (51,))
    >>> parse("كتائب حزب الله العراقي").heads, parse("League of the Righteous").eponym
    (('كتايب', 'حزب'), ('righteous',))
    """
    if not is_arabic(name):
        return _parse_latin(name)
    numbers, words = _without_numbers(name)
    parts = Parts()
    at = _take_heads(words, parts)
    while at < len(words):
        at = _take(words, at, parts)
    if not parts.eponym and not parts.heads:
        parts.eponym = [normal(word) for word in forms(name)]
    return parts.name(numbers, "ar")


def _without_numbers(name: str) -> tuple[list[int], list[str]]:
    """Return the numbers of a name, and its folded words without those and «رقم»."""
    found = [] if name.isalpha() else [n for n in find_numbers(name) if _counts(name, n[0])]
    spans = [span for span, _ in found]
    words = [
        word.form
        for word in cut(name)
        if word.form[0].isalnum()
        and not any(span.start <= word.span.start < span.end for span in spans)
        and not any(word.span.start <= span.start < word.span.end for span in spans)
    ]
    plain = [part for word in words if not _has_class(word, "numeral") for part in _apart(word)]
    return [value for _, value in found], plain


def _apart(word: str) -> tuple[str, ...]:
    """Cut a name of two words that is printed as one: «نورالدين», «عبدالرحمن»."""
    for end in () if word.startswith("ال") else name_words("ends-given"):
        if word.endswith(end) and len(word) > len(end) + 1:
            return word.removesuffix(end), end
    for begin in name_words("begins-given"):
        if word.startswith(f"{begin}ال") and len(word) > len(begin) + 4:
            return begin, word.removeprefix(begin)
    return (word,)


def _counts(name: str, span: Span) -> bool:
    """Say whether a number is a unit's own: «الفرقة الرابعة», not «ثورة العشرين»."""
    before = [word.form for word in cut(name[: span.start]) if word.form[0].isalnum()]
    if not before or span.quote(name)[:1].isdigit() or before[-1].startswith("ال"):
        return True
    return before[-1] in group_words() or _has_class(before[-1], "numeral", "arm")


def _take_heads(words: Sequence[str], parts: Parts) -> int:
    """Take labels and head nouns at the beginning; return where the rest begins."""
    at = 0
    while at < len(words):
        two = " ".join(map(bare, words[at : at + 2]))
        word, width = group_words().get(two), 2
        if word is None:
            word = group_words().get(words[at]) or group_words().get(bare(words[at]))
            width = 1
        if word is None or (at and _is_definite(words[at]) and not _of_a_body(parts)):
            break
        last = at + width >= len(words)
        construct = not _is_definite(words[at]) and not last
        if construct and _has_class(words[at], *_CALLED) and not _heads_another(words, at):
            break
        if at and _is_definite(words[at]):
            parts.heads.clear()
        if word.named:
            parts.heads.append(word.word)
        elif last:
            break
        at += width
    return at


def _is_definite(form: str) -> bool:
    """Say whether a folded word has the article: «الحشد», not «ألوية»."""
    return form.startswith("ال") and form not in group_words()


def _of_a_body(parts: Parts) -> bool:
    """Say whether what was read so far only says that a body has men: «قوات», «ميليشيا» before «الحشد الشعبي»."""
    return all(head in name_words("force") for head in parts.heads)


def _heads_another(words: Sequence[str], at: int) -> bool:
    """Say whether a head noun stands before one more name: «تجمع أحرار الشرقية», «تجمع ألوية الوادي»."""
    word, after = group_words().get(words[at]), words[at + 1]
    is_head = word is not None and word.named and not word.weak
    called = after in group_words() or _has_class(after, *_CALLED)
    return is_head and called and not _is_definite(after)


def _take(words: Sequence[str], at: int, parts: Parts) -> int:
    """Take one word of the rest to where it belongs; return where the next begins."""
    form, plain = words[at], bare(words[at])
    if form in name_words("in") and at + 1 < len(words):
        parts.places += [normal(word) for word in words[at + 1 :]]
        return len(words)
    definite = form.startswith("ال")
    begins = not definite and not parts.eponym and _has_class(form, *_CALLED)
    if begins and at + 1 < len(words) and words[at + 1].startswith("ال"):
        parts.eponym.append(eponym_word(form))
        return at + 1
    if definite and len(parts.eponym) == 1 and at and _has_class(words[at - 1], *_CALLED):
        parts.eponym.append(eponym_word(form))
        return at + 1
    last = at + 1 >= len(words)
    if plain in adjectives() and (definite or last):
        parts.countries.append(adjectives()[plain])
    elif last and parts.eponym and plain in state_names() and parts.eponym[-1] not in _verbal():
        parts.countries.append(state_names()[plain])
    elif plain in _of_class("arm") or (form in name_words("arm-of") and parts.arms):
        parts.arms.append(_unsexed(plain))
    elif definite and plain in _of_class("direction"):
        parts.directions.append(_unsexed(plain))
    elif definite and plain in _of_class("identity"):
        parts.identity.append(_unsexed(plain))
    elif definite and plain in _honours() and not last:
        pass
    else:
        parts.eponym.append(eponym_word(form))
    return at + 1


_CALLED = ("eponym", "poetic")


def eponym_word(form: str) -> str:
    """Return a word of an eponym: kunyas and plurals in one case, «ابي» as «ابو», «فاطميين» as «فاطميون»."""
    form = usual_cases().get(form, form)
    plain = form[2:] if _is_definite(form) and len(form) > 4 else form
    if plain.endswith("ين") and len(plain) > 5 and plain not in state_names():
        return plain[:-2] + "ون"
    return plain if plain != form else normal(form)


def _unsexed(word: str) -> str:
    """Return an adjective in the masculine singular: «مدرعة» and «مدرعات», «الثورية» and «الثوري» tell the same."""
    if len(word) <= 3:
        return word
    for end in ("ات", "ين", "ه"):
        if word.endswith(end) and len(word) > len(end) + 2:
            return word.removesuffix(end)
    return word


def _has_class(word: str, *wanted: str) -> bool:
    return not name_grammar().get(word, frozenset()).isdisjoint(wanted)


@cache
def _of_class(wanted: str) -> frozenset[str]:
    """Return the words of a class without article."""
    found = {bare(word) for word, classes in name_grammar().items() if wanted in classes}
    return frozenset(found | {f"{word}ه" for word in found})


@cache
def _verbal() -> frozenset[str]:
    """Return the eponym words after which a country is part of what is meant: «تحرير سوريا»."""
    return frozenset(normal(word) for word in _of_class("eponym"))


@cache
def _honours() -> frozenset[str]:
    """Return the titles before an eponym: «لواء الشهيد سالم», «كتائب الإمام علي»."""
    ranked = {word for word, title in titles().items() if title.rank in ("honorific", "rank")}
    return frozenset(ranked | _of_class("honour"))


def _parse_latin(name: str) -> UnitName:
    """Read a Latin spelling: heads and countries by table, numbers in digits or as ordinals."""
    known = latin_words()
    parts = Parts()
    numbers: list[int] = []
    for word in latin(name):
        number = _ordinal(word)
        if number is not None:
            numbers.append(number)
        elif word in known["national"]:
            parts.countries += known["national"][word]
        elif word in known["head"]:
            parts.heads.append(word)
        elif word not in known["particle"] and word not in known["article"]:
            parts.eponym.append(word)
    return parts.name(numbers, "la")


def is_honour(word: str) -> bool:
    """Say whether a Latin word is a title before an eponym: «Imam Ali Brigades»."""
    meant = latin_words()["word"].get(word, ())
    return word in latin_titles() or any(bare(arabic) in _honours() for arabic in meant)


_ORDINALS = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth"),
)


def _ordinal(word: str) -> int | None:
    found = re.fullmatch(r"(\d{1,6})(?:st|nd|rd|th)?", word)
    if found:
        return int(found.group(1))
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else None


@lru_cache(maxsize=1 << 16)
def is_telling_word(word: str) -> bool:
    """Say whether a word alone tells a group: no place, given name or word of the news.

    >>> is_telling_word("فاطميون"), is_telling_word("قدس"), is_telling_word("نصر")
    (True, False, False)
    """
    known = word in common_words() or f"ال{word}" in common_words()
    named = word in given_names() or word in place_words_of_names()
    return len(word) > 4 and not known and not named and fold(word) == word


def is_telling(name: UnitName) -> bool:
    """Say whether a name tells one group from all others, without any context.

    >>> [is_telling(parse(n)) for n in ("لواء فجر البادية", "الفرقة 30", "الجيش", "الحرس الثوري")]
    [True, False, False, False]
    """
    return bool(name.eponym)
