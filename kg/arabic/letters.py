"""Letters: folding spellings that Arabic writes at will, with the way back to the raw text."""

from __future__ import annotations

import re
import unicodedata

_ONE_TO_ONE = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ة": "ه",
    "ۀ": "ه",
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "گ": "ك",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
    **{chr(0x660 + n): str(n) for n in range(10)},
    **{chr(0x6F0 + n): str(n) for n in range(10)},
}
_DROPPED = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
"""Vowel marks, the stretching stroke, and invisible marks of direction and joining."""

_CHANGED = re.compile(f"[{''.join(_ONE_TO_ONE)}{_DROPPED}]")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")

MARKS = _DROPPED
"""The dropped characters as the inside of a regular expression's class."""


def fold(text: str) -> str:
    """Fold spellings of one word to one form, in lower case.

    >>> fold("الجهّام"), fold("ابــو عزرائيل"), fold("٣٠ مشاة")
    ('الجهام', 'ابو عزراييل', '30 مشاه')
    """
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return _CHANGED.sub(_folded, text).lower()


def _folded(letter: re.Match[str]) -> str:
    return _ONE_TO_ONE.get(letter.group(), "")


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold, and say for each folded code point where in `text` it came from; one more entry ends the list.

    >>> fold_with_offsets("مُدّ")
    ('مد', [0, 2, 4])
    """
    folded: list[str] = []
    offsets: list[int] = []
    for at, letter in enumerate(text):
        for out in fold(letter):
            folded.append(out)
            offsets.append(at)
    return "".join(folded), [*offsets, len(text)]


def is_arabic(text: str) -> bool:
    """Say whether the text has an Arabic letter.

    >>> is_arabic("Firas فراس"), is_arabic("Firas")
    (True, False)
    """
    return any("\u0620" <= letter <= "\u064a" or "\ufb50" <= letter <= "\ufefc" for letter in text)
