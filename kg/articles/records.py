"""Records: what a file says of an article, checked field by field and made an `Article`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time

from kg.articles import limits
from kg.errors import UnreadableArticle
from kg.model import Article, Moment, Problem

FIELDS = ("text", "doc", "title", "issued", "publisher", "url", "language")

LONGEST_TITLE = 200
"""Code points up to which the first line of a text is taken whole as its title."""

_CUT_TITLE = 80
_SAMPLE = 2_000
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ISSUED = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:(?<=-[0-9]{2}-[0-9]{2})[T ](.+))?")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_PLAIN = (
    r"[^\s<>\"{}|\\^`\[\]#%\x00-\x20\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"
    r"\U0001fff0-\U0010ffff]"
)
_URL = re.compile(
    rf"[A-Za-z][A-Za-z0-9+.-]*:(?!//)(?:{_PLAIN}|%[0-9A-Fa-f]{{2}})+"
    r"|https?://[\w.-]+(?::[0-9]{1,5})?"
    rf"(?:[/?](?:{_PLAIN}|%[0-9A-Fa-f]{{2}})*)?(?:#(?:{_PLAIN}|%[0-9A-Fa-f]{{2}})*)?"
)
"""Addresses RDF takes as IRIs: of web pages, or of a scheme without a host (`urn:`)."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?")


@dataclass(frozen=True, slots=True)
class Origin:
    """A file or stream: `name` to show, `stem` to name articles after, `source` to know it by."""

    name: str
    stem: str
    source: str


@dataclass(frozen=True, slots=True)
class Record:
    """One article as its file gives it, unchecked; `mark` is put after the file's name in `doc`."""

    origin: Origin
    fields: Mapping[str, object]
    place: str = ""
    mark: str = ""
    is_whole_file: bool = False

    @property
    def where(self) -> str:
        """Name the file, and the line or record in it: `news.jsonl, line 12`."""
        return f"{self.origin.name}, {self.place}" if self.place else self.origin.name


def check(record: Record) -> Iterator[Article | Problem]:
    """Yield the record's article; before it, or in its place, what is wrong with the record."""
    problems: list[Problem] = []
    try:
        text = _text(record.fields)
    except UnreadableArticle as error:
        yield Problem(record.where, str(error))
        return
    given = {name: _string(record, name, problems) for name in FIELDS[1:]}
    issued = _issued(record, given["issued"], problems)
    url = _matching(record, "url", given["url"], _URL, problems)
    language = _matching(record, "language", given["language"], _LANGUAGE, problems)
    title = " ".join(given["title"].split()) or _first_line(text)
    publisher = given["publisher"] or None
    doc = given["doc"] or record.origin.stem + record.mark
    written = (text, title, publisher or "", issued.iso if issued else "", url or "")
    yield from problems
    yield Article(
        id=hashlib.sha256("\x1f".join(written).encode()).hexdigest()[:16],
        doc=doc,
        text=text,
        title=title,
        language=language.lower() if language else detect_language(text),
        publisher=publisher,
        issued=issued,
        url=url,
        source=url or record.origin.source + ("" if record.is_whole_file else f"#{doc}"),
    )


def writable(text: str) -> str:
    """Put U+FFFD, one for one, for what UTF-8 or XML cannot write, such as lone surrogates.

    >>> writable("درعا" + chr(0) + chr(0xD800) + "."), writable("أ\\tب\\r\\n")
    ('درعا��.', 'أ\\tب\\r\\n')
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def detect_language(text: str) -> str:
    """Say `ar` if half the letters are Arabic, `en` if more than half are Latin, else `und`.

    >>> [detect_language(text) for text in ("قصف طال Daraa", "Shelling hit Daraa", "12")]
    ['ar', 'en', 'und']
    """
    sample = text[:_SAMPLE]
    letters, arabic, latin = (len(kind.findall(sample)) for kind in (_LETTER, _ARABIC, _LATIN))
    if letters and arabic * 2 >= letters:
        return "ar"
    return "en" if latin * 2 > letters else "und"


def _text(fields: Mapping[str, object]) -> str:
    text = fields.get("text")
    if text is None:
        raise UnreadableArticle("no field text; give the article's text in it")
    if not isinstance(text, str):
        raise UnreadableArticle(f"field text is {_kind(text)}; make it a string")
    if not text.strip():
        raise UnreadableArticle("the text is empty; fill it or leave the article out")
    text = writable(text)
    if len(text) > limits.LONGEST_TEXT or len(text.encode()) > limits.LONGEST_TEXT:
        raise UnreadableArticle(
            f"the text is longer than {limits.megabytes(limits.LONGEST_TEXT)}; split it"
        )
    return text


def _string(record: Record, name: str, problems: list[Problem]) -> str:
    value = record.fields.get(name)
    if value is None:
        return ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**18:
        return str(value)
    if isinstance(value, str):
        return writable(value).strip()
    way_out = f"field {name} is {_kind(value)}, left out; make it a string"
    problems.append(Problem(record.where, way_out))
    return ""


def _kind(value: object) -> str:
    for kind, name in ((bool, "a truth value"), (int | float, "a number"), (list, "a list")):
        if isinstance(value, kind):
            return name
    return "an object"


def _issued(record: Record, given: str, problems: list[Problem]) -> Moment | None:
    """Read a year, month or day; of a day with a time only the day, as its publisher wrote it."""
    if not given:
        return None
    match = _ISSUED.fullmatch(given)
    try:
        if match is not None:
            if match[2] is not None:
                time.fromisoformat(match[2])
            return Moment.parse(match[1])
    except ValueError:
        pass  # a month 13, a day 31 of April, an hour 25: told below like any other shape
    shown = _short(given)
    why = f"issued {shown} is not a date, left out; write YYYY, YYYY-MM or YYYY-MM-DD"
    problems.append(Problem(record.where, why))
    return None


def _matching(
    record: Record, name: str, given: str, shape: re.Pattern[str], problems: list[Problem]
) -> str | None:
    if not given:
        return None
    if shape.fullmatch(given):
        return given
    way_out = {"url": "https://example.org/article", "language": "ar"}[name]
    why = f"{name} {_short(given)} is not one, left out; write it like {way_out}"
    problems.append(Problem(record.where, why))
    return None


def _short(given: str) -> str:
    return f"«{given if len(given) <= 40 else given[:39] + '…'}»"


def _first_line(text: str) -> str:
    line = next(line for line in re.split(r"[\r\n]+", text) if line.strip())
    title = " ".join(line.split())
    return title if len(title) <= LONGEST_TITLE else title[:_CUT_TITLE].rstrip()
