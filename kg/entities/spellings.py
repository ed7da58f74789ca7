"""Spellings: how alike two words of names are, in Arabic or Latin letters, and why.

Levels: 1 the same word; 0.97 a known other spelling; 0.93 a slip of the pen that makes no other known
name; 0.8 one letter apart, which may be another name; 0 different words. Two scripts: see
`kg.entities.sounding`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from kg.arabic.letters import fold, is_arabic
from kg.entities.sounding import sounds_like
from kg.lexicon.names import given_spellings, known_name_words
from kg.lexicon.words import given_names

SAME, SPELT, SLIP, NEAR, NONE = 1.0, 0.97, 0.93, 0.8, 0.0
"""The levels of likeness of two words."""

_SOUND_ALIKE = str.maketrans("ضذطص", "ظزتس")
_WEAK = frozenset("اوي")
_LONG_ENOUGH, _LONG = 5, 7


@lru_cache(maxsize=1 << 17)
def normal(form: str) -> str:
    """Return a folded word as names count it: no article, no lone hamza, doubled long vowels single.

    >>> normal("الدبيبه"), normal("داوود"), normal("الحق"), normal("اسحق"), normal("سوريا")
    ('دبيبه', 'داود', 'حق', 'اسحاق', 'سوريه')
    """
    word = form.replace("ء", "")
    if word.startswith("ال") and len(word) > 3 and word != "الله" and word not in given_names():
        word = word[2:]
    word = given_spellings().get(word, word).replace("وو", "و").replace("يي", "ي")
    if len(word) >= 4 and word[-1] == "ا":
        word = word[:-1] + "ه"
    return word


@lru_cache(maxsize=1 << 17)
def likeness(one: str, other: str) -> float:
    """Return how alike two words are, 0 to 1; Arabic ones folded, Latin ones as `latin` cuts them.

    >>> likeness("الرواس", "رواس"), likeness("حسن", "حسين"), likeness("سليماني", "سليمان")
    (1.0, 0.0, 0.0)
    >>> likeness("الطباطبائي", "الطباطبابي"), likeness("الجبوري", "الجوبري")
    (0.93, 0.93)
    """
    if one == other:
        return SAME
    if is_arabic(one) != is_arabic(other):
        arabic, roman = (one, other) if is_arabic(one) else (other, one)
        return _sounding(arabic, roman)
    if not is_arabic(one):
        return _latin_likeness(one, other)
    return _arabic_likeness(normal(one), normal(other))


def _arabic_likeness(one: str, other: str) -> float:
    if one == other:
        return SAME
    shorter = min(len(one), len(other))
    if shorter < 4 or OSA.distance(one, other, score_cutoff=1) > 1:
        return NONE
    known = one in known_name_words() and other in known_name_words()
    if longer_by_alef(one, other):
        return SPELT
    if one.translate(_SOUND_ALIKE) == other.translate(_SOUND_ALIKE) and not known:
        return SPELT
    if known or shorter < _LONG_ENOUGH:
        return NONE if shorter < _LONG_ENOUGH or _is_vowel_apart(one, other) else NEAR
    if sorted(one) == sorted(other) or _undoubled(one) == _undoubled(other):
        return SLIP
    both_long = shorter >= _LONG and not _is_vowel_apart(one, other)
    return SLIP if both_long and one[-1] == other[-1] else NEAR


@lru_cache(maxsize=1 << 16)
def _sounding(arabic: str, roman: str) -> float:
    """Return how well a Latin word renders an Arabic one; `NEAR` at most where its vowels are another's.

    >>> _sounding("كمال", "kamal") > 0.9, _sounding("كامل", "kamal")
    (True, 0.8)
    """
    level = _heard(arabic, roman)
    return min(level, NEAR) if _is_other_pattern(normal(arabic), roman) else level


def _is_other_pattern(arabic: str, roman: str) -> bool:
    """Say whether vowels speak for another pattern: «كامل» is no Kamal, «عمر» no Amer, «سليم» no Salem."""
    if arabic[-1:] == "ي" and len(arabic) > 3 and roman[-1:] in "iy":
        return _is_other_pattern(arabic[:-1], roman.rstrip("iy"))
    vowels = re.findall("[aeiou]+", roman)
    if re.fullmatch(".ا.[^ه]", arabic):
        return len("".join(vowels)) == 1 or [vowel[:1] for vowel in vowels] == ["a", "a"]
    lasts = [vowel for vowel in vowels[-1:] if roman[-1:] not in "aeiou"]
    if re.fullmatch("..ي.", arabic):
        return lasts == ["e"]
    if re.fullmatch("..ا.", arabic) and vowels[:1] == ["a"]:
        return lasts in (["e"], ["i"])
    plain = len(arabic) == 3 and _WEAK.isdisjoint(arabic[1:])
    return plain and vowels in (["a", "e"], ["a", "i"]) and roman[-1:] not in "aeiou"


def _heard(arabic: str, roman: str) -> float:
    """Return the better of two ways: with the article inside («نورالدين») spoken or not."""
    inner = arabic[:2] + arabic[2:].replace("ال", "", 1)
    if arabic == inner or arabic == "عبدالله":
        return sounds_like(arabic, roman)
    return max(sounds_like(arabic, roman), sounds_like(inner, roman))


def longer_by_alef(one: str, other: str) -> bool:
    """Say whether one word writes the long a before a last n that the other leaves out: «رحمن», «رحمان»."""
    short, full = sorted((one, other), key=len)
    return len(short) > 3 and full.endswith("ان") and short == f"{full[:-2]}ن"


def _undoubled(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def _is_vowel_apart(one: str, other: str) -> bool:
    """Say whether two words differ by a long vowel alone: patterns of other names (حامد، حميد)."""
    strip = str.maketrans("", "", "اوي")
    return one.translate(strip) == other.translate(strip)


def latin(name: str) -> tuple[str, ...]:
    """Cut a name in Latin letters into words: lower case, no accents but ş and ğ, hyphens apart.

    >>> latin("Asa'ib Ahl al-Haq"), latin("Gén. Firas El Jahâm")
    (('asaib', 'ahl', 'al', 'haq'), ('gen', 'firas', 'el', 'jaham'))
    """
    kept = name.lower().replace("ş", "sh").replace("ğ", "gh").replace("ı", "i").replace("ç", "ch")
    plain = unicodedata.normalize("NFKD", kept)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub("[\u2018\u2019\u02bb\u02bc\u02be\u02bf'`´]", "", plain)
    return tuple(re.findall(r"[^\W_]+", fold(plain)))


_LATIN_SOUNDS = (
    (r"ou|oo|w", "u"),
    (r"ee|y|ij|ie", "i"),
    (r"kh", "x"),
    (r"ph|v", "f"),
    (r"ck|q|c(?!h)", "k"),
    (r"gh", "g"),
    (r"sch|ch|sh", "c"),
    (r"dj|dzh", "j"),
    (r"th|dh", "d"),
    (r"z", "s"),
    (r"(.)\1", r"\1"),
)
_LATIN_VOWELS = re.compile("[aeiou]")


@lru_cache(maxsize=1 << 16)
def consonants(word: str) -> str:
    """Return a Latin word's sounds without vowels: equal for romanisations of one name.

    >>> consonants("khaled") == consonants("khalid"), consonants("chadi") == consonants("shadi")
    (True, True)
    """
    for pattern, sound in _LATIN_SOUNDS:
        word = re.sub(pattern, sound, word)
    return _LATIN_VOWELS.sub("", word[:1].replace("e", "a") + word[1:]).removesuffix("h")


def _latin_likeness(one: str, other: str) -> float:
    near = OSA.distance(one, other, score_cutoff=2) <= (2 if min(len(one), len(other)) > 4 else 1)
    if consonants(one) == consonants(other) and len(consonants(one)) > 1:
        return SPELT if near else NEAR
    return NEAR if near and min(len(one), len(other)) >= _LONG else NONE
