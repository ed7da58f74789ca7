"""Reading good files of every format: fields, names, dates, each article once."""

from __future__ import annotations

import hashlib
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from kg.articles import read
from kg.model import Article, Moment, Problem

TEXT = "شهدت بلدة الرمانة هدوءاً حذراً.\nوقال وجهاء إن الطريق فُتح صباح اليوم."
FULL = {
    "text": TEXT,
    "doc": "r-1",
    "title": "هدوء حذر",
    "issued": "2023-03-12",
    "publisher": "نشرة السهل",
    "url": "https://sahl.example/1",
    "language": "AR",
}
HEADER = "".join(f"{name}: {value}\n" for name, value in FULL.items() if name != "text")
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>هدوء حذر</title>
<meta property="og:title" content="هدوء حذر"><meta property="og:site_name" content="نشرة السهل">
<meta property="article:published_time" content="2023-03-12T10:20:00+03:00">
<link rel="canonical" href="https://sahl.example/1"></head><body>
<nav><a href="/">الرئيسية</a> <a href="/n">أخبار</a></nav>
<article><h1>هدوء حذر</h1><p>{TEXT.replace(chr(10), "</p><p>")}</p>
<p>{"وأضاف الوجهاء أن اللجنة ستجتمع من جديد لبحث أحوال السوق والمدرسة. " * 4}</p></article>
<div id="comments"><p>تعليق أول من زائر للصفحة</p></div><footer>جميع الحقوق محفوظة</footer>
</body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file of the test's own and return its path."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def only(*paths: Path | str, stdin: bytes = b"") -> Article:
    """Return the one article of the paths, which must be all there is to report."""
    (found,) = read(paths, stdin=io.BytesIO(stdin))
    assert isinstance(found, Article), found
    return found


def articles(*paths: Path | str) -> list[Article]:
    """Return the articles of the paths, which must have no problem."""
    found = list(read(paths))
    assert all(isinstance(f, Article) for f in found), found
    return [f for f in found if isinstance(f, Article)]


CSV = "doc,text,title,issued,publisher,url,language,extra\n" + ",".join(
    f'"{FULL[name]}"' for name in ("doc", "text", "title", "issued", "publisher", "url", "language")
)
SAME = {
    "a.txt": HEADER + "\n" + TEXT + "\n",
    "bom.txt": "\ufeff" + HEADER + "\n" + TEXT,
    "crlf.txt": (HEADER + "\n" + TEXT).replace("\n", "\r\n"),
    "mac.txt": (HEADER + "\n" + TEXT).replace("\n", "\r"),
    "unknown-field.txt": "Title: هدوء حذر\nauthor: س\n" + HEADER + "\n\n" + TEXT,
    "one.json": json.dumps(FULL),
    "list.json": json.dumps([FULL], ensure_ascii=False, indent=1),
    "many.json": json.dumps({"articles": [FULL], "count": 1}),
    "bom.json": "\ufeff" + json.dumps(FULL),
    "a.jsonl": json.dumps(FULL) + "\n\n",
    "crlf.ndjson": "\ufeff" + json.dumps(FULL) + "\r\n",
    "a.csv": CSV,
    "bom.csv": "\ufeff" + CSV + "\n\n",
    "semicolon.csv": CSV.replace('","', '";"').replace("t,t", "t;t").replace(",", ";"),
    "UPPER.TXT": HEADER + "\n" + TEXT,
}


@pytest.mark.parametrize("name", SAME)
def test_every_format_reads_the_same_article(tmp_path: Path, name: str) -> None:
    article = only(write(tmp_path, name, SAME[name]))
    written = "\x1f".join(FULL[f] for f in ("text", "title", "publisher", "issued", "url"))
    assert article == Article(
        id=hashlib.sha256(written.encode()).hexdigest()[:16],
        doc="r-1",
        text=TEXT,
        title="هدوء حذر",
        language="ar",
        publisher="نشرة السهل",
        issued=Moment(date(2023, 3, 12), date(2023, 3, 12)),
        url="https://sahl.example/1",
        source="https://sahl.example/1",
    )


def test_the_same_article_in_all_formats_is_read_once(tmp_path: Path) -> None:
    for name, content in SAME.items():
        write(tmp_path, name, content)
    assert len(articles(tmp_path)) == 1


@pytest.mark.parametrize("suffix", ["html", "htm"])
def test_a_page_gives_its_main_text_without_menu_and_comments(tmp_path: Path, suffix: str) -> None:
    article = only(write(tmp_path, f"page.{suffix}", PAGE))
    assert "شهدت بلدة الرمانة" in article.text
    assert "وقال وجهاء" in article.text
    for furniture in ("الرئيسية", "تعليق أول", "جميع الحقوق"):
        assert furniture not in article.text
    assert (article.doc, article.title) == ("page", "هدوء حذر")
    assert (article.publisher, article.url) == ("نشرة السهل", "https://sahl.example/1")
    assert article.issued == Moment.parse("2023-03-12")


def test_a_page_in_the_encoding_it_declares_is_read(tmp_path: Path) -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1256"')
    article = only(write(tmp_path, "old.html", page.encode("cp1256")))
    assert article.text == only(write(tmp_path, "new.html", PAGE)).text


def test_a_page_without_a_date_gets_none(tmp_path: Path) -> None:
    lines = [line for line in PAGE.split("\n") if "published_time" not in line]
    assert only(write(tmp_path, "p.html", "\n".join(lines))).issued is None


def test_a_date_in_the_future_of_the_machine_is_kept(tmp_path: Path) -> None:
    article = only(write(tmp_path, "p.html", PAGE.replace("2023-03-12", "2093-03-12")))
    assert article.issued == Moment.parse("2093-03-12")


STDIN = {
    "text": HEADER + "\n" + TEXT,
    "json": json.dumps(FULL, indent=2),
    "list": json.dumps([FULL]),
    "articles": json.dumps({"articles": [FULL]}),
    "line": json.dumps(FULL),
    "lines": json.dumps(FULL) + "\n" + json.dumps(FULL),
    "long line": json.dumps({**FULL, "note": "ب" * 200_000}),
}


@pytest.mark.parametrize("name", STDIN)
def test_standard_input_is_recognised(name: str) -> None:
    assert only("-", stdin=STDIN[name].encode()).text == TEXT


def test_a_page_from_standard_input_is_recognised() -> None:
    assert only("-", stdin=PAGE.encode()).title == "هدوء حذر"


@pytest.mark.parametrize("text", ["[صورة] سقط قتيل.", "{بيان} سقط قتيل.", "< سقط قتيل"])
def test_text_that_begins_like_another_format_is_text(text: str) -> None:
    assert only("-", stdin=text.encode()).text == text


def test_standard_input_is_read_once() -> None:
    assert len(list(read(["-", "-"], stdin=io.BytesIO(TEXT.encode())))) == 1


NAMED = [
    ("a.txt", TEXT, ["a"], "{path}"),
    ("a.json", json.dumps({"text": TEXT}), ["a"], "{path}#a"),
    ("a.json", json.dumps([{"text": "1 أ"}, {"text": "2 أ"}]), ["a-1", "a-2"], "{path}#a-1"),
    ("a.jsonl", '\n{"text":"1 أ"}\n\n{"text":"2 أ","doc":7}', ["a-2", "7"], "{path}#a-2"),
    ("a.csv", 'text,doc\n"1\nأ",\n\n2 أ,x\n3 أ,', ["a-1", "x", "a-3"], "{path}#a-1"),
]


@pytest.mark.parametrize(("name", "content", "docs", "source"), NAMED)
def test_articles_are_named_and_known_again(
    tmp_path: Path, name: str, content: str, docs: list[str], source: str
) -> None:
    path = write(tmp_path, name, content)
    found = articles(path)
    assert [article.doc for article in found] == docs
    assert found[0].source == source.format(path=path.resolve())


def test_standard_input_is_known_as_a_dash() -> None:
    assert only("-", stdin=b'{"text": "a"}').source == "-#stdin-1"
    assert only("-", stdin=b"a").source == "-"


ISSUED = [
    ("2023", "2023"),
    ("2023-03", "2023-03"),
    ("2023-03-12", "2023-03-12"),
    ("2023-03-12T23:59:00", "2023-03-12"),
    ("2023-03-12T23:59:00Z", "2023-03-12"),
    ("2023-03-12 00:10:00+03:00", "2023-03-12"),
    ("2023-03-12T00:10:00.123-0500", "2023-03-12"),
    (2023, "2023"),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("given", "iso"), ISSUED)
def test_issued_is_as_precise_as_given_and_keeps_the_publishers_day(
    given: object, iso: str | None
) -> None:
    article = only("-", stdin=json.dumps({"text": "أ", "issued": given}).encode())
    assert (article.issued.iso if article.issued else None) == iso


TITLES = [
    ("\n  عنوان   قصير \nنص", "عنوان قصير"),
    ("ب" * 200 + "\nنص", "ب" * 200),
    ("ب" * 201 + "\nنص", "ب" * 80),
    ("نص واحد", "نص واحد"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_text_without_title_is_titled_by_its_first_line(text: str, title: str) -> None:
    assert only("-", stdin=text.encode()).title == title


@pytest.mark.parametrize(("given", "kept"), [("AR", "ar"), ("ar-SY", "ar-sy"), ("ckb", "ckb")])
def test_a_language_given_is_kept(given: str, kept: str) -> None:
    assert only("-", stdin=f"language: {given}\n\nأ".encode()).language == kept


LANGUAGES = [("سقط قتيل", "ar"), ("Shelling hit the town", "en"), ("Сбит", "und"), ("123", "und")]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_told_by_the_letters(text: str, language: str) -> None:
    assert only("-", stdin=text.encode()).language == language


HEADERS = [
    ("وقال: نعم\nتم", "وقال: نعم\nتم", ""),
    ("Note: one\n\ntwo", "Note: one\n\ntwo", ""),
    ("title: ع\nنص بلا سطر فارغ", "نص بلا سطر فارغ", "ع"),
    ("title: ع: ف\n\ntitle: نص", "title: نص", "ع: ف"),
    ("\ntitle: ع\n\nنص", "title: ع\n\nنص", ""),
]


@pytest.mark.parametrize(("content", "text", "title"), HEADERS)
def test_a_header_is_one_only_on_the_first_line(content: str, text: str, title: str) -> None:
    article = only("-", stdin=content.encode())
    assert article.text == text
    assert not title or article.title == title


ADDRESSES = [
    "https://a.example",
    "http://a.example:8080/b?c=d&e=1,2#f",
    "https://a.example/أخبار-درعا/%D8%A3",
    "https://أخبار.example/(1)",
    "urn:isbn:1",
]


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_kept_as_given_and_is_the_source(url: str) -> None:
    article = only("-", stdin=f"url: {url}\n\nأ".encode())
    assert (article.url, article.source) == (url, url)


UNWRITABLE = [
    (r"a\ud800b", "a\ufffdb"),
    (r"a\udc00\ud800b", "a\ufffd\ufffdb"),
    (r"a\ud83d\ude00b", "a\U0001f600b"),
    (r"a\u0000\u001f\uffffb", "a\ufffd\ufffd\ufffdb"),
    (r"a\t\r\nb", "a\t\r\nb"),
    (r"a\u200f\u0085\u007fb", "a\u200f\u0085\u007fb"),
]


@pytest.mark.parametrize(("escaped", "text"), UNWRITABLE)
def test_what_cannot_be_written_is_replaced_one_for_one(escaped: str, text: str) -> None:
    line = f'{{"text": "{escaped}", "title": "{escaped}", "doc": "{escaped}"}}'
    article = only("-", stdin=line.encode())
    assert article.text == text
    for value in (article.title, article.doc, article.source):
        value.encode()


def test_page_furniture_stays_in_the_text() -> None:
    text = "سقط قتيل.\nاقرأ أيضاً: خبر آخر\nاترك تعليقاً"
    assert only("-", stdin=text.encode()).text == text


def test_folders_are_read_by_name_and_strangers_in_them_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.jpg", ".hidden.txt", ".git/x.txt", "c.md", "d/e/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        write(tmp_path, name, f"نص {name}")
    assert [article.doc for article in articles(tmp_path)] == ["b", "z", "f"]


def test_a_file_named_twice_and_by_its_folder_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "نص")
    os.symlink(path, tmp_path / "b.txt")
    assert len(articles(path, str(path), tmp_path, tmp_path / "." / "a.txt")) == 1


def test_articles_that_share_an_address_are_told_apart(tmp_path: Path) -> None:
    lines = [json.dumps({"text": text, "url": "https://a.example/"}) for text in "أبأ"]
    found = articles(write(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [article.source for article in found] == ["https://a.example/", "https://a.example/#2"]


def test_one_path_alone_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "نص")
    assert [type(found) for found in read(str(path))] == [Article]


def test_json_lines_are_read_as_they_come(tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "x"}\n' * (len(buffer) // 14) or b" "
            buffer[: len(line)] = line
            return len(line)

    found = next(read(["-"], stdin=io.BufferedReader(Endless())))
    assert not isinstance(found, Problem)
