"""Numbers: digits and number words, cardinal and ordinal, as whole numbers.

Words come from `lexicon/ar/numbers.tsv`. A number goes on while its parts fit: units before tens
joined by و, ten directly after a unit, hundreds above both, thousands and millions as factors.
«خمسة وستة» is two numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.arabic.letters import MARKS, fold, fold_with_offsets
from kg.arabic.words import splits
from kg.lexicon.tables import read_table, split
from kg.model import Span

_COLUMNS = ("word", "value", "kind", "article", "forms", "gloss", "example")
_TOKEN = re.compile(
    rf"[\d{MARKS}]*\d(?:[.,:/\-٫٬]\d+)*|[^\W\d_](?:[^\W\d_]|[{MARKS}])*|[^\w\s{MARKS}]|\n\s*\n"
)
_DIGITS = re.compile(r"\d{1,18}|\d{1,3}(?:[,٬]\d{3}){1,5}")
_SHORT = 2
"""Words of two letters take no preposition as prefix: «لست» is no «for six»."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word as part of a number: where it stands, what it adds, and whether و comes before it."""

    span: Span
    value: int
    kind: str
    joined: bool


@dataclass(slots=True)
class _Sum:
    """A number being read: whole thousands so far, what is below them, and the last part."""

    total: int
    group: int
    scale: int
    last: Part

    @property
    def value(self) -> int:
        return self.total + self.group


def find_numbers(text: str) -> list[tuple[Span, int]]:
    """Find the whole numbers a text writes, in digits or words, without the clitics before them.

    >>> text = "الفرقة الرابعة و٣٠ مقاتلا من اللواء الثالث والخمسين"
    >>> [(span.quote(text), value) for span, value in find_numbers(text)]
    [('الرابعة', 4), ('٣٠', 30), ('الثالث والخمسين', 53)]
    """
    found: list[tuple[Span, int]] = []
    run: list[Part] = []
    joined = False
    for match in _TOKEN.finditer(text):
        part = _part(match.group(), match.start(), joined)
        joined = part is None and fold(match.group()) == "و"
        if part is not None:
            run.append(part)
        elif not joined:
            found += _sums(run)
            run = []
    return found + _sums(run)


def number(words: str) -> int | None:
    """Read words that are one number and nothing else; clitics before it do not count.

    >>> number("ثلاثة وعشرون"), number("الثالثة والخمسين"), number("مئة وخمسة"), number("٢٬٩٢٧")
    (23, 53, 105, 2927)
    >>> number("خمسة وستة"), number("لواء")
    (None, None)
    """
    found = find_numbers(words)
    letters = re.sub(r"\W", "", fold(words))
    if len(found) != 1:
        return None
    quote = re.sub(r"\W", "", fold(found[0][0].quote(words)))
    before = letters[: len(letters) - len(quote)]
    whole = letters.endswith(quote) and before in {"", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل"}
    return found[0][1] if whole else None


@lru_cache(maxsize=1 << 14)
def ordinal(word: str) -> int | None:
    """Read an ordinal, with or without article and clitics.

    >>> ordinal("الرابعة"), ordinal("الحادي عشر"), ordinal("وللثالث والعشرين"), ordinal("أربعة")
    (4, 11, 23, None)
    """
    first = next((m.group() for m in _TOKEN.finditer(word) if fold(m.group()) != "و"), "")
    read = _read(first)
    if read is None:
        return None
    _, value, kind = read
    form = fold(first)
    is_ordinal = kind.startswith("ordinal") or form.endswith(("حادي", "حاديه"))
    rounded = value >= 10 and "ال" in form[:4] and kind in {"tens", "hundred"}
    return number(word) if is_ordinal or rounded else None


def is_part(form: str) -> bool:
    """Say whether a folded form without clitics can be part of a number, be it alone or not.

    >>> is_part("الحادي"), is_part("احد"), is_part("احمد")
    (True, True, False)
    """
    return _value(form, "") is not None


def readings(word: str) -> tuple[tuple[str, str], ...]:
    """List the ways to read a raw word as clitics and the rest, as its hamza allows.

    Folding makes «وأحد», and one, the same as «واحد», one: the hamza tells them apart.

    >>> readings("واحد"), readings("وأحد")
    ((('', 'واحد'), ('و', 'احد')), (('و', 'احد'),))
    """
    hamza_second = re.match("و[أإ]", word) is not None
    return splits(fold(word))[hamza_second:]


@cache
def _words() -> dict[str, tuple[int, str, str]]:
    """Map the folded forms of number words to value, kind and whether they take the article."""
    known: dict[str, tuple[int, str, str]] = {}
    for row in read_table("ar/numbers.tsv", _COLUMNS, key="word"):
        for form in (row["word"], *split(row["forms"])):
            known[fold(form)] = (int(row["value"]), row["kind"], row["article"])
    return known


@lru_cache(maxsize=1 << 14)
def _read(word: str) -> tuple[str, int, str] | None:
    """Read one raw word as clitics, value and kind, or `None`."""
    for clitics, form in readings(word):
        value = _value(form, clitics)
        if value is not None:
            return clitics, *value
    return None


def _value(form: str, clitics: str) -> tuple[int, str] | None:
    known = _words().get(form)
    if known is not None and known[2] != "always":
        too_short = len(form) <= _SHORT and clitics not in {"", "و"}
        return None if too_short or "ك" in clitics else known[:2]
    if form.startswith("ال"):
        known = _words().get(form[2:])
        if known is not None and known[2] != "never":
            return known[:2]
    return None


def _part(token: str, start: int, joined: bool) -> Part | None:
    """Read a token that stands at `start` as part of a number."""
    digits = fold(token)
    if digits[:1].isdigit():
        if not _DIGITS.fullmatch(digits):
            return None
        skipped = fold_with_offsets(token)[1][0]
        span = Span(start + skipped, start + len(token))
        return Part(span, int(re.sub("[,٬]", "", digits)), "digits", joined)
    read = _read(token)
    if read is None:
        return None
    clitics, value, kind = read
    # «لل» is ل with the article's first letter fused: the lam stays with the word.
    cut = len(clitics) - 1 if digits[len(clitics) - 1 :].startswith("لل") else len(clitics)
    offset = fold_with_offsets(token)[1][cut] if clitics else 0
    return Part(
        Span(start + offset, start + len(token)), value, kind, joined or clitics.startswith("و")
    )


def _sums(run: list[Part]) -> list[tuple[Span, int]]:
    """Add up parts that stand side by side into the numbers they make."""
    found: list[tuple[Span, int]] = []
    at = 0
    while at < len(run):
        end, value = _sum(run, at)
        if value is not None:
            found.append((Span(run[at].span.start, run[end - 1].span.end), value))
        at = end
    return found


def _sum(run: list[Part], at: int) -> tuple[int, int | None]:
    """Read one number that begins at `at`; return where it ends and what it is."""
    first = run[at]
    alone = first.kind in {"unit-before-ten", "scale-after-number"}
    if first.kind.startswith("scale"):
        sum = _Sum(first.value, 0, _unit(first), first)
    else:
        sum = _Sum(0, first.value, 10**15, first)
    end = at + 1
    while end < len(run) and _add(sum, run[end]):
        end += 1
    return end, None if alone and end == at + 1 else sum.value


def _unit(part: Part) -> int:
    """Return the factor a scale stands for: thousand, also for two thousand."""
    return part.value // 2 if "dual" in part.kind else part.value


def _add(sum: _Sum, part: Part) -> bool:
    """Add a part to the number if it can go on with it."""
    adds = _join(sum, part) if part.joined else _multiply(sum, part)
    if adds:
        sum.last = part
    return adds


def _multiply(sum: _Sum, part: Part) -> bool:
    """Take a part that follows without و: the ten of a teen, a hundred, a thousand."""
    last = sum.last
    if part.kind == "ten" and last.kind in {"unit", "unit-before-ten", "ordinal"}:
        sum.group += 10
        return True
    if part.kind == "hundred" and last.kind == "unit" and last.value > 2 and sum.group < 10:
        sum.group *= 100
        return True
    is_factor = part.kind in {"scale", "scale-after-number", "scale-dual-or-counted"}
    if is_factor and sum.group and not last.kind.startswith("ordinal"):
        sum.total += sum.group * _unit(part)
        sum.group, sum.scale = 0, _unit(part)
        return True
    return False


def _join(sum: _Sum, part: Part) -> bool:
    """Take a part that follows with و: tens after units, less after hundreds or thousands."""
    last = sum.last
    if part.kind == "digits" or last.kind == "digits":
        return False
    units = {"unit", "unit-before-ten", "ordinal"}
    if part.kind == "tens":
        fits = sum.group % 100 < 10 and (last.kind in units or sum.group % 100 == 0)
    elif part.kind in {"hundred", "hundreds"}:
        fits = sum.group == 0
    elif part.kind.startswith("scale"):
        fits = sum.group == 0 and part.value < sum.scale
        if fits:
            sum.total, sum.scale = sum.total + part.value, _unit(part)
        return fits
    else:
        fits = sum.group % 100 == 0
    if fits:
        sum.group += part.value
    return fits
