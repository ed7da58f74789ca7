"""Persons' names by their grammar: title, kunya, given name, fathers' names, family names.

The grammar is that of Arabic names (Schimmel, *Islamic Names*, 1989): kunya «أبو عمر», ism «سالم», nasab
«بن محمد», nisba and family «الرواس»; it reads the same parts out of Latin spellings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.arabic.letters import is_arabic
from kg.arabic.words import bare
from kg.entities.spellings import latin, normal
from kg.lexicon.lexemes import forms
from kg.lexicon.names import common_families, latin_titles, latin_words, name_grammar, name_words
from kg.lexicon.words import adjectives, given_names, titles

_MOTHER = "ام"
_MANY = 4
"""So many parts tell a person though each of them is common; a tribe or town among them saves one."""
_HONORED = frozenset(("honorific", "rank", "trait", "post", "member"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name: words folded (Latin ones in lower case), without article.

    `families` are the names at its end, each told apart; `fathers` what stands between; `common` says
    whether many bear the family name; `script` is `ar` or `la`.
    """

    given: str = ""
    fathers: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kunyas: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    common: bool = False
    script: str = "ar"

    @property
    def key(self) -> tuple[str, ...]:
        """Return the name without titles: equal for spellings of one name."""
        kunyas = [f"ابو {kunya}" for kunya in self.kunyas]
        words = [*kunyas, self.given, *self.fathers, "|", *self.families]
        return tuple(word for word in words if word)

    @property
    def length(self) -> int:
        """Return how many parts tell the person."""
        return bool(self.given) + len(self.fathers) + len(self.families) + len(self.kunyas)


@dataclass(slots=True)
class _Part:
    word: str
    definite: bool = False
    son: bool = False


@lru_cache(maxsize=1 << 17)
def parse(name: str) -> PersonName:
    """Read a person's name as its parts.

    >>> parse("العميد سالم بن محمد الرواس (أبو راشد)").key
    ('ابو راشد', 'سالم', 'محمد', '|', 'رواس')
    >>> parse("عبدالله الرواس") == parse("عبد الله الرواس")
    True
    >>> parse("Brig. Gen. Abdel Rahman al-Jaham").key
    ('abdrahman', '|', 'jaham')
    """
    name, asides = _without_asides(name)
    if is_arabic(name):
        own, by_name = _without_by_name(forms(name))
        words, honours = _without_honours(own)
        parts, kunyas = _cut(words)
        parts, called = _without_titles(parts)
        called = [*honours, *called, *by_name, *asides]
        return _assigned(parts, kunyas, called, "ar")
    parts, kunyas, called = _cut_latin(latin(name))
    return _assigned(parts, kunyas, [*called, *asides], "la")


_ASIDE = re.compile(r"[\"“”«»(\[]\s*([^\"“”«»()\[\]]+?)\s*[\"“”«»)\]]")


def _without_asides(name: str) -> tuple[str, list[str]]:
    """Take by-names in quotation marks or brackets off, but for kunyas: «محمد دقلو "حميدتي"»."""
    asides = [found for found in _ASIDE.findall(name) if not _is_kunya(found)]
    rest = _ASIDE.sub(lambda found: f" {found[1]} " if _is_kunya(found[1]) else " ", name)
    return (rest, asides) if rest.strip() else (name, [])


def _is_kunya(text: str) -> bool:
    words = forms(text)[:1] or latin(text)[:1]
    return any(
        "kunya" in name_grammar().get(word, ()) or word in latin_words()["kunya"] for word in words
    )


def _without_by_name(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Take a by-name off that is told to be one: «سالم الرواس الملقب بالصقر»; a kunya stays."""
    marks = (at for at, word in enumerate(words[:-1]) if word in name_words("also-called"))
    at = next(marks, 0)
    if not at:
        return words, []
    first, *rest = *words[at + 1 :], ""
    first = first[1:] if _is_kunya(first[1:]) else first
    by_name = [word for word in (first, *rest) if word]
    return ([*words[:at], *by_name], []) if _is_kunya(first) else (words[:at], by_name)


def _without_honours(words: Sequence[str]) -> tuple[Sequence[str], list[str]]:
    """Take titles with the article off before a kunya: «الشيخ أبو عمر»."""
    at = 0
    while at + 2 < len(words) and words[at].startswith("ال") and bare(words[at]) in titles():
        at += 1
    kunya = at and "kunya" in name_grammar().get(words[at], frozenset())
    return (words[at:], [bare(word) for word in words[:at]]) if kunya else (words, [])


def _cut(words: Sequence[str]) -> tuple[list[_Part], list[str]]:
    """Cut folded words into parts, names of two words joined, kunyas apart."""
    parts: list[_Part] = []
    kunyas: list[str] = []
    at, son = 0, False
    while at < len(words):
        word, end = words[at], at + 1
        classes = name_grammar().get(word, frozenset())
        if "kunya" in classes and end < len(words):
            name, end = _joined(words, end)
            kunya = f"{_MOTHER} {name.word}" if word == _MOTHER else name.word
            last_of_many = len(parts) > 1 and end >= len(words)
            if not parts or (last_of_many and parts[-1].definite) or son is None:
                kunyas.append(normal(kunya))
            else:
                parts.append(_Part((word if word == _MOTHER else "ابو") + name.word))
        elif word[:3] in ("ابو", "ابي") and len(word) > 5 and not parts and word != "ابوظبي":
            kunyas.append(normal(word[3:]))
        elif (
            "nasab" in classes
            and "begins-given" not in classes
            and word != "ال"
            and end < len(words)
        ):
            son = True
            at = end
            continue
        else:
            part, end = _joined(words, at)
            part.son = son
            parts.append(part)
        at, son = end, False
    return parts, kunyas


def _joined(words: Sequence[str], at: int) -> tuple[_Part, int]:
    """Return the part at a word, and where the next begins: «عبد الله», «نور الدين», «آل ثاني»."""
    word = words[at]
    if at + 1 < len(words):
        after = words[at + 1]
        if word == "ال":
            return _Part(after.removeprefix("ال"), definite=True), at + 2
        if word in name_words("begins-given") or after in name_words("ends-given"):
            return _Part(normal(word + after)), at + 2
        whole = f"{word} {after}" in given_names()
        if whole and (word not in given_names() or after not in given_names()):
            return _Part(normal(word + after)), at + 2
    definite = word.startswith("ال") and len(word) > 4 and word not in given_names()
    return _Part(word if definite else normal(word), definite), at + 1


def _without_titles(parts: list[_Part]) -> tuple[list[_Part], list[str]]:
    """Take leading titles off, as long as a name is left."""
    called: list[str] = []
    while len(parts) > 1:
        word = bare(parts[0].word)
        title = titles().get(word) or titles().get(word.removesuffix("ه"))
        is_name = word == parts[0].word and word in given_names()
        if title is None or title.rank not in _HONORED or is_name:
            break
        called.append(word)
        parts = parts[1:]
    return parts, called


def _cut_latin(words: Sequence[str]) -> tuple[list[_Part], list[str], list[str]]:
    """Cut the words of a Latin spelling into parts; titles and kunyas apart."""
    known = latin_words()
    parts: list[_Part] = []
    kunyas: list[str] = []
    first = next((at for at, word in enumerate(words) if word not in latin_titles()), 0)
    called, words = list(words[:first]), words[first:]
    at, definite, son = 0, False, False
    while at < len(words):
        word, end = words[at], at + 1
        if word in known["article"] and end < len(words):
            definite, at = True, end
            continue
        if word in known["nasab"] and end < len(words):
            son, at = True, end
            continue
        if word in known["kunya"] and end < len(words):
            while words[end] in known["article"] and end + 1 < len(words):
                end += 1
            name, end = _latin_joined(words, end)
            if parts and (len(parts) == 1 or (not definite and end < len(words))):
                parts.append(_Part("abu" + name))
            else:
                kunyas.append(name)
        else:
            name, end = _latin_joined(words, at)
            parts.append(_Part(name, definite, son))
        at, definite, son = end, False, False
    return parts, kunyas, called


def _latin_joined(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return the name at a word, and where the next begins: «Abdel Rahman», «Nour al-Din»."""
    known, word, end = latin_words(), words[at], at + 1
    if word in known["servant"] and end < len(words):
        while words[end] in known["article"] and end + 1 < len(words):
            end += 1
        return "abd" + words[end], end + 1
    for servant in ("abdul", "abdel", "abdal", "abdoul", "abdol"):
        if word.startswith(servant) and len(word) > len(servant) + 2 and not word.endswith("llah"):
            return "abd" + word.removeprefix(servant), end
    last = end
    while last < len(words) and words[last] in known["article"]:
        last += 1
    if last < len(words) and words[last] in known["ends-given"]:
        return word + words[last], last + 1
    return word, end


def _assigned(
    parts: Sequence[_Part], kunyas: Sequence[str], called: Sequence[str], script: str
) -> PersonName:
    """Say which part is the given name, which are fathers' and which family names."""
    given = ""
    fathers: list[str] = [part.word for part in parts]
    families: list[str] = []
    while fathers and parts[len(fathers) - 1].definite:
        families.insert(0, fathers.pop())
    if parts and not fathers and len(parts) > 1 and not kunyas:
        fathers.append(families.pop(0))
    if fathers and not (parts[0].son and len(parts) == 1):
        given = fathers.pop(0)
    if fathers and not families:
        families.append(fathers.pop())
    common = bool(families) and all(is_common(family) for family in families)
    return PersonName(
        given if script == "la" else normal(given),
        tuple(map(_plain, fathers)),
        tuple(_plain(word).removeprefix("ال") or word for word in families),
        tuple(kunyas),
        tuple(called),
        common,
        script,
    )


def _plain(word: str) -> str:
    """Return a part as it is compared."""
    return normal(word) if is_arabic(word) else word


@lru_cache(maxsize=1 << 16)
def is_common(family: str) -> bool:
    """Say whether many people bear a family name: tribes, towns, given names.

    >>> is_common("الجبوري"), is_common("محمد"), is_common("الرواس")
    (True, True, False)
    """
    plain = normal(family)
    named = family in given_names() or plain in given_names() or plain in adjectives()
    return named or plain in _common_families()


@lru_cache(maxsize=1)
def _common_families() -> frozenset[str]:
    return frozenset(normal(family) for family in common_families())


def is_telling(name: PersonName) -> bool:
    """Say whether a name tells one person from all others, without any context.

    >>> [is_telling(parse(n)) for n in ("سالم الرواس", "أبو عمر", "سالم محمد", "سالم محمد الجبوري")]
    [True, False, False, True]
    """
    if not name.families or name.length < 2:
        return False
    by_descent = any(family in given_names() for family in name.families)
    return not name.common or name.length >= (_MANY if by_descent else _MANY - 1)
