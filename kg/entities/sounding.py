"""Sounding: how well a Latin spelling renders an Arabic word, letter by letter.

The cheapest way to read the Latin letters as renderings of the Arabic ones (`lexicon/ar/sounds.tsv`),
short vowels put in freely, doubled letters taken once. The likeness falls with the cost for each letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.arabic.letters import is_arabic
from kg.lexicon.names import sounds
from kg.lexicon.words import given_names

VOWELS = frozenset("aeiou")
_RARER, _VOWEL, _LONG_VOWEL, _SKIP, _EXTRA = 0.12, 0.06, 0.65, 0.9, 0.9
"""Costs: a rendering other than the first, a short vowel put in, a long one, a letter left out or put in."""
CERTAIN = 0.88
"""From here on two words are taken for one in two scripts."""


@lru_cache(maxsize=1 << 17)
def sounds_like(arabic: str, latin: str) -> float:
    """Return how well Latin letters (lower case) render a folded Arabic word, 0 to 1.

    >>> [round(sounds_like("فراس", word), 2) for word in ("firas", "feras", "faris", "salem")]
    [0.99, 0.99, 0.83, 0.03]
    >>> sounds_like("الجهام", "jaham") > 0.9, sounds_like("شاهين", "chahine") > 0.9
    (True, True)
    """
    word = arabic
    if word.startswith("ال") and len(word) > 4 and not latin.startswith(("al", "el")):
        word = word[2:]
    cost = _cost(word, latin)
    return max(0.0, 1.0 - cost / max(2.0, (len(word) + len(latin)) / 2))


def _cost(arabic: str, latin: str) -> float:
    """Return the least cost of reading one word as the other."""
    table = sounds()
    width = len(latin)
    row = [_put_in(latin, at) for at in range(width + 1)]
    for place, letter in enumerate(arabic):
        last = place == len(arabic) - 1
        ways = table.get(letter, (letter,))
        new = [10.0**6] * (width + 1)
        for at in range(width + 1):
            skip = _skip_cost(letter, place, last, latin[:1])
            new[at] = min(new[at], row[at] + skip)
            if last and letter == "ي" and at < width and latin[at] == "a":
                new[at + 1] = min(
                    new[at + 1], row[at] + (0.1 if arabic in given_names() else _SKIP)
                )
            for rank, way in enumerate(ways):
                price = _RARER * bool(rank)
                end = at + len(way)
                if letter == "ه" and not last and way != "h":
                    continue
                if way and latin.startswith(way, at):
                    new[end] = min(new[end], row[at] + price)
                    if latin.startswith(way, end):
                        twice = end + len(way)
                        new[twice] = min(new[twice], row[at] + price)
        for at in range(width):
            new[at + 1] = min(new[at + 1], new[at] + _letter_cost(latin, at))
        row = new
    return row[width]


def _skip_cost(letter: str, place: int, last: bool, begins: str) -> float:
    """Return the cost of an Arabic letter that no Latin one renders, in a word that begins with `begins`."""
    if letter == "ا" and place == 0 and begins in VOWELS:
        return _RARER
    if letter in "عء" or (letter == "ا" and last):
        return 0.1
    if letter == "ه" and last:
        return 0.3
    return _LONG_VOWEL if letter in "اوي" else _SKIP


def _letter_cost(latin: str, at: int) -> float:
    """Return the cost of a Latin letter that no Arabic one stands for: low for a short vowel."""
    letter = latin[at]
    if letter in VOWELS:
        if at == len(latin) - 1 and letter in "iou":
            return _EXTRA
        second = at > 0 and latin[at - 1] in VOWELS and latin[at - 1 : at + 1] != "ou"
        return _LONG_VOWEL if second else _VOWEL
    if letter == "h" and at == len(latin) - 1:
        return _VOWEL
    return 0.3 if letter in "yw" else _EXTRA


def _put_in(latin: str, at: int) -> float:
    return sum(_letter_cost(latin, before) for before in range(at))


_CLASSES = {
    **dict.fromkeys("تطدضذثظزسصtdsz", "t"),
    **dict.fromkeys("جقكغخjgqkcx", "k"),
    **dict.fromkeys("ش", "c"),
    **dict.fromkeys("بbp", "b"),
    **dict.fromkeys("فfv", "f"),
    **dict.fromkeys("لl", "l"),
    **dict.fromkeys("مm", "m"),
    **dict.fromkeys("نn", "n"),
    **dict.fromkeys("رr", "r"),
}
_DIGRAPHS = ((r"sch|sh|ch(?!h)", "ش"), (r"[tdkg]h", lambda found: found.group()[0]), (r"ph", "f"))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """Return the consonants of a word in classes so coarse that both scripts give the same.

    It serves to find candidates; `sounds_like` judges them.

    >>> skeleton("الجهام") == skeleton("jaham"), skeleton("عثمان") == skeleton("osman")
    (True, True)
    """
    if is_arabic(word):
        word = word[2:] if word.startswith("ال") and len(word) > 4 else word
        word = word.replace("تش", "ش")
    else:
        for pattern, sound in _DIGRAPHS:
            word = re.sub(pattern, sound, word)
    classes = "".join(_CLASSES.get(letter, "") for letter in word)
    return re.sub(r"(.)\1+", r"\1", classes)
