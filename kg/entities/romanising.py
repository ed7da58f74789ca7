"""Romanising: a Latin spelling for readers of Latin letters, where no Latin name is known.

Words that the lexicon's own Latin names spell are spelled so; others letter by letter, their short vowels by the
commonest patterns of names. It is a label to read, never what names are compared by.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from kg.entities.sounding import CERTAIN, VOWELS, sounds_like
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.names import sounds
from kg.lexicon.words import name_parts
from kg.model import Kind

_LONG = {"ا": "a", "و": "u", "ي": "i"}


def romanise(name: str) -> str:
    """Spell an Arabic name in Latin letters.

    >>> romanise("سالم الهيلمان"), romanise("أبو عمر"), romanise("لواء فجر 30")
    ('Salem al-Hilaman', 'Abu Omar', 'Liwa Fajar 30')
    """
    words = [_word(form) for form in forms(name)]
    spelled = " ".join(word for word in words if word)
    return spelled[:1].upper() + spelled[1:] if spelled else name


def _word(form: str) -> str:
    """Spell one word, the article apart and in lower case."""
    known = _known().get(form)
    if known is not None:
        return known
    if form.isdigit() or form.isascii():
        return form
    if form.startswith("ال") and len(form) > 3:
        return f"al-{_word(form[2:])}"
    if "kunya" in name_parts().get(form, ()):
        return "Umm" if form == "ام" else "Abu"
    return _by_letters(form).capitalize()


def _by_letters(form: str) -> str:
    """Spell a word letter by letter: «فاعل» with i, two consonants with a between them."""
    spelled = ""
    for at in range(len(form)):
        last = at == len(form) - 1
        sound = _sound(form, at, last)
        consonants = spelled[-1:] not in VOWELS and sound[:1] not in VOWELS
        if spelled and sound and consonants:
            spelled += "i" if re.fullmatch(".ا..", form) and last else "a"
        spelled += sound
    return spelled


def _sound(form: str, at: int, last: bool) -> str:
    letter = form[at]
    if letter in _LONG:
        after = form[at + 1 : at + 2]
        if at == 0 or (letter != "ا" and after in ("ا", "و", "ي")):
            return {"ا": "a", "و": "w", "ي": "y"}[letter]
        return _LONG[letter]
    if letter == "ه" and last and at:
        return "a"
    if letter == "ع":
        return "a" if at == 0 else ""
    return sounds().get(letter, ("",))[0]


@cache
def _known() -> dict[str, str]:
    """Map words to the way the lexicon's Latin names spell them most often."""
    counts: dict[str, Counter[str]] = {}
    for lexeme in lexemes().values():
        if lexeme.kind not in (Kind.PERSON, Kind.ARMED_GROUP, Kind.PLACE) or not lexeme.names_en:
            continue
        arabic, latin = forms(lexeme.names_ar[0]), lexeme.names_en[0].split()
        if len(arabic) == len(latin):
            for word, spelling in zip(arabic, latin, strict=True):
                plain = re.sub("[^a-z]", "", spelling.lower().removeprefix("al-"))
                if sounds_like(word, plain) >= CERTAIN and _is_article_kept(word, spelling):
                    counts.setdefault(word, Counter())[spelling] += 1
    return {
        word: min(spellings, key=lambda s: (-spellings[s], s)) for word, spellings in counts.items()
    }


def _is_article_kept(word: str, spelling: str) -> bool:
    return word.startswith("ال") == spelling.lower().startswith(("al-", "el-"))
