"""Signs: words that help to say when, each as one letter; phrases are patterns of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.arabic.letters import MARKS, fold, fold_with_offsets
from kg.arabic.numbers import is_part, readings
from kg.arabic.words import splits
from kg.lexicon.tables import read_table, split

LETTERS = {
    "weekday": "W",
    "near-day": "t",
    "near-day-after-day": "T",
    "today": "y",
    "unit": "u",
    "definite-unit": "U",
    "dual-unit": "D",
    "dual-years": "V",
    "plural-unit": "p",
    "season": "s",
    "definite-season": "S",
    "which": "a",
    "this": "h",
    "same": "N",
    "part": "e",
    "fraction": "q",
    "decade": "K",
    "century": "Z",
    "time-of-day": "o",
    "in": "f",
    "since": "g",
    "until": "v",
    "from": "m",
    "to": "i",
    "of-event": "O",
    "between": "b",
    "before": "B",
    "after": "A",
    "beginning": ">",
    "now": "@",
    "about": "r",
    "equal": "j",
    "and": "w",
    "for": "l",
    "hijri": "H",
    "gregorian": "G",
    "dated-event": "E",
    "counted": "C",
    "other-thing": "X",
    "general": "I",
    "outlet": "~",
    "that": "Q",
    "other-day": "L",
    "age": "c",
}
"""The letter of each class of `calendar-words.tsv`. Besides: M month, J month of the Hijra,
n number word; d a number up to 99, Y a year, F a full date, P month and year, R two years,
# two days, x other digits; / - ( ) , marks, ; other marks, ¶ a paragraph's end, _ other words."""

_ARABIC = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
)
_TOKEN = re.compile(
    rf"[{_ARABIC}{MARKS}]+|\d[\d{MARKS}]*(?:[./,:٫٬\-–][{MARKS}]*\d[\d{MARKS}]*)*"
    r"|\n\s*\n|[^\W\d_]+|[^\w\s]"
)
_MARKS_OF = {"/": "/", "-": "-", "–": "-", "—": "-", "(": "(", ")": ")", "،": ",", ",": ","}
_CLITIC_LETTERS = {"و": "w", "ف": "w", "ب": "f", "ل": "l"}
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("F", re.compile(r"(?P<day>\d{1,2})([/.\-])(?P<month>\d{1,2})\2(?P<year>\d{4})")),
    ("F", re.compile(r"(?P<year>\d{4})([/.\-])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")),
    ("R", re.compile(r"(?P<first>\d{4})[/\-–](?P<last>\d{4})")),
    ("P", re.compile(r"(?P<month>\d{1,2})[/\-](?P<year>\d{4})")),
    ("P", re.compile(r"(?P<year>\d{4})[/\-](?P<month>\d{1,2})")),
    ("#", re.compile(r"(?P<first>\d{1,2})[\-–](?P<last>\d{1,2})")),
    ("d", re.compile(r"(?P<number>\d{1,2})")),
    ("Y", re.compile(r"(?P<number>1[3-9]\d\d|2[01]\d\d)")),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A word that helps to say when: its letter, its meaning, and where it stands.

    `numbers` are a month's number, digits by what they stand for, or the value of the table;
    `form` is folded; `guard` the doubt that `months.tsv` casts on a month; `begins` tells that
    the word may be the first of several that are one name.
    """

    letter: str
    start: int
    end: int
    form: str
    value: str = ""
    numbers: tuple[tuple[str, int], ...] = ()
    guard: str = ""
    begins: bool = False

    def number(self, name: str = "number") -> int:
        """Return one of the sign's numbers, e.g. `number("year")` of `15/3/2011`."""
        return dict(self.numbers)[name]


_OTHER = (Sign("_", 0, 0, ""),)
_ELSEWHERE = (0, _OTHER[0])


@dataclass(frozen=True, slots=True)
class _Meaning:
    letter: str
    value: str
    guard: str = ""


CORE = "MJWFRPYSstyUKDVpuT"
"""The letters of which a run of signs needs at least one to make a moment."""
_ONE_SCRIPT = re.compile(rf"[{_ARABIC}]+|[a-z]+")


def may_tell_when(form: str) -> bool:
    """Say whether a folded word may be the one by which its sentence tells a moment; most are not.

    >>> may_tell_when("وفي"), may_tell_when("ونيسان"), may_tell_when("2015")
    (False, True, True)
    """
    if not form[0].isalpha():
        return form[0].isdigit()
    known, firsts = _meanings(), _beginnings()
    rests = [rest for _, rest in splits(form)]
    core = any(rest in firsts or (rest in known and known[rest].letter in CORE) for rest in rests)
    return core or _ONE_SCRIPT.fullmatch(form) is None


def read(text: str) -> tuple[str, list[tuple[int, Sign]]]:
    """Read a text as a string of letters, and for each the sign with the place its word begins.

    Words that say nothing of time are one sign, however many they are.

    >>> read("في ١٥ آذار 2011، وكانون الثاني")[0]
    'fdMY,wM'
    """
    signs: list[tuple[int, Sign]] = []
    firsts: list[int] = []
    others = False
    for match in _TOKEN.finditer(text):
        read = _signs(match.group())
        if read is _OTHER:
            if not others:
                signs.append(_ELSEWHERE)
                others = True
            continue
        others = False
        for sign in read:
            if sign.begins:
                firsts.append(len(signs))
            signs.append((match.start(), sign))
    for at in reversed(firsts):
        _unite(signs, at)
    return "".join([sign.letter for _, sign in signs]), signs


def _unite(signs: list[tuple[int, Sign]], at: int) -> None:
    """Put a name of several words, e.g. «تشرين الأول», in the place of its words."""
    for length in (3, 2):
        several = signs[at : at + length]
        meaning = _meanings().get(" ".join(sign.form for _, sign in several))
        if meaning is not None and len(several) == length:
            start, last = several[0][0], several[-1]
            end = last[0] + last[1].end - start
            signs[at : at + length] = [
                (start, _sign(meaning, several[0][1].form, several[0][1].start, end))
            ]
            return


@cache
def _meanings() -> dict[str, _Meaning]:
    """Map the folded words of the tables, also of several words, to what they mean."""
    known: dict[str, _Meaning] = {}
    columns = ("word", "class", "value", "forms", "gloss", "example")
    for row in read_table("ar/calendar-words.tsv", columns, key="word"):
        for form in (row["word"], *split(row["forms"])):
            known[fold(form)] = _Meaning(LETTERS[row["class"]], row["value"])
    month_columns = ("word", "calendar", "month", "region", "guard", "forms", "gloss", "example")
    for row in read_table("ar/months.tsv", month_columns, key="word"):
        letter = "J" if row["calendar"] == "hijri" else "M"
        for form in (row["word"], *split(row["forms"])):
            known[fold(form)] = _Meaning(letter, row["month"], row["guard"])
    return known


@cache
def _beginnings() -> frozenset[str]:
    """Return the first words of the names that have several."""
    return frozenset(form.split(" ")[0] for form in _meanings() if " " in form)


@cache
def _continuations() -> frozenset[str]:
    """Return the words after the first of the names that have several."""
    return frozenset(word for form in _meanings() for word in form.split(" ")[1:])


@lru_cache(maxsize=1 << 16)
def _signs(word: str) -> tuple[Sign, ...]:
    """Read one raw word, its clitics as signs of their own; nothing where it is only marks."""
    form = fold(word)
    if not form:
        return ()
    if form[0].isdigit():
        return (_digits(form, len(word)),)
    if form.isspace():
        return (Sign("¶", 0, 1, ""),)
    if not form[0].isalpha():
        return (Sign(_MARKS_OF.get(form, ";"), 0, len(word), form),)
    offsets = fold_with_offsets(word)[1]
    for clitics, rest in readings(word):
        # «لل» is ل with the article's first letter fused: the lam stays with the word.
        cut = len(clitics) - (bool(clitics) and form[len(clitics) - 1 :].startswith("لل"))
        sign = _rest(clitics, rest, word[offsets[cut] :])
        if sign is not None:
            before = [
                Sign(_CLITIC_LETTERS[c], offsets[at], offsets[at + 1], c)
                for at, c in enumerate(clitics)
            ]
            return (*before, replace(sign, start=offsets[cut], end=len(word)))
    return _OTHER


def _rest(clitics: str, form: str, raw: str) -> Sign | None:
    """Read what clitics lean on, if it is a sign and may carry them."""
    if (
        "ك" in clitics
        or (len(form) <= 2 and clitics not in {"", "و"})
        or (len(form) < 2 and clitics)
    ):
        return None
    meaning = _meanings().get(form)
    if meaning is not None:
        if meaning.guard == "short" and not raw.startswith("آ"):
            meaning = None if clitics else _Meaning(meaning.letter, meaning.value, "weak")
        if meaning is not None:
            return _sign(meaning, form, 0, len(raw))
    if is_part(form):
        return Sign("n", 0, len(raw), form, begins=form in _beginnings())
    if form in _beginnings() or form in _continuations():
        return Sign("_", 0, len(raw), form, begins=form in _beginnings())
    return None


def _sign(meaning: _Meaning, form: str, start: int, end: int) -> Sign:
    begins = form in _beginnings()
    return Sign(meaning.letter, start, end, form, meaning.value, guard=meaning.guard, begins=begins)


def _digits(form: str, length: int) -> Sign:
    """Read digits, with the marks inside them, by their shape."""
    for letter, shape in _SHAPES:
        match = shape.fullmatch(form)
        if match is not None:
            numbers = tuple((name, int(digits)) for name, digits in match.groupdict().items())
            return Sign(letter, 0, length, form, numbers=numbers)
    return Sign("x", 0, length, form)
