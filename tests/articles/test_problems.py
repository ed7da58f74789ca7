"""What is told of files and records that cannot be read, word for word."""

# ruff: noqa: E501 (the tables keep one case a line)

from __future__ import annotations

import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from kg.articles import limits, read
from kg.model import Article, Problem

ARABIC = "سقط قتيل في بلدة الرمانة صباح اليوم"
KNOWN = ".txt .json .jsonl .ndjson .csv .html .htm"


def told(path: Path | str, stdin: bytes = b"") -> list[str]:
    """Return what is told of a path, an article as its text."""
    return [
        found.text if isinstance(found, Article) else str(found)
        for found in read([path], stdin=io.BytesIO(stdin))
    ]


WINDOWS = ", it looks like Windows-1256; convert it first: iconv -f Windows-1256 -t UTF-8"
UTF16 = ", it looks like UTF-16; convert it first: iconv -f UTF-16 -t UTF-8"
UTF16LE = UTF16.replace("UTF-16", "UTF-16LE")
EMPTY = ": the file is empty; fill it or leave it out"
FILES: list[tuple[str, bytes, list[str]]] = [
    ("a.txt", b"", [EMPTY]),
    ("a.txt", b" \n\t\n", [EMPTY]),
    ("a.txt", b"\xef\xbb\xbf\n", [": the text is empty; fill it or leave the article out"]),
    ("a.txt", b"title: x\n\n", [": the text is empty; fill it or leave the article out"]),
    ("a.txt", b"ab\0cd", [": byte 2 is NUL: binary, not text; give a text file"]),
    ("a.txt", b"\x89PNG\r\n", [": not UTF-8 at byte 0; convert or mend it first"]),
    ("a.txt", ARABIC.encode()[:-1], [": not UTF-8 at byte 62; convert or mend it first"]),
    ("a.txt", ARABIC.encode("cp1256"), [": not UTF-8 at byte 0" + WINDOWS]),
    ("a.txt", b"issued: 2023\n\n" + ARABIC.encode("cp1256"), [": not UTF-8 at byte 14" + WINDOWS]),
    ("a.txt", ARABIC.encode("utf-16"), [": not UTF-8 at byte 0" + UTF16]),
    ("a.txt", ARABIC.encode("utf-16-le"), [": not UTF-8 at byte 7" + UTF16LE]),
    ("a.txt", "Shelling".encode("utf-16-le"), [": not UTF-8 at byte 1" + UTF16LE]),
    ("a.json", b"", [EMPTY]),
    ("a.json", b"[]", [": no article in it; fill it or leave it out"]),
    ("a.json", b'{"articles": []}', [": no article in it; fill it or leave it out"]),
    ("a.json", b"12", [": the record is not an object; write {…} with a field text"]),
    ("a.json", b'{"text": "a"', [": broken JSON at column 13 (Expecting ',' delimiter); mend it"]),
    ("a.json", b'{\n"text" "a"}', [": broken JSON at line 2, column 8 (Expecting ':' delimiter); mend it"]),
    ("a.json", b'{"text":"a"}\n{"text":"b"}', [": more than one JSON value; name the file .jsonl if each line is one"]),
    ("a.json", b"[" * 200_000, [": JSON nested too deep; write fields as plain strings"]),
    ("a.json", b'{"text":"a","n":' + b"1" * 5000 + b"}", [": a number too long to read; write it as a string"]),
    ("a.json", b'[{"text":"a"},"b",{"title":"c"}]', [
        "a",
        ", record 2: the record is not an object; write {…} with a field text",
        ", record 3: no field text; give the article's text in it",
    ]),
    ("a.jsonl", b"\n \n", [EMPTY]),
    ("a.jsonl", json.dumps({"text": "a"}).encode("utf-16"), [": not UTF-8 at byte 0" + UTF16]),
    ("a.jsonl", b'{"text":"a"}\n{"text":\n{"text":"b"}', [
        "a",
        ", line 2: broken JSON at column 9 (Expecting value); mend it",
        "b",
    ]),
    ("a.jsonl", b'{"text":"a"}\n{"text":"\xff"}\n{"text":"b\0"}\n{"text":"c"}', [
        "a",
        ", line 2: not UTF-8 at byte 22; convert or mend it first",
        ", line 3: byte 36 is NUL: binary, not text; give a text file",
        "c",
    ]),
    ("a.jsonl", b"[" * 200_000 + b'\n{"text":"b"}', [
        ", line 1: JSON nested too deep; write fields as plain strings",
        "b",
    ]),
    ("a.jsonl", b"{}\n", [", line 1: no field text; give the article's text in it"]),
    ("a.jsonl", b'{"text": null}', [", line 1: no field text; give the article's text in it"]),
    ("a.jsonl", b'{"text": 7}', [", line 1: field text is a number; make it a string"]),
    ("a.jsonl", b'{"text": ["a"]}', [", line 1: field text is a list; make it a string"]),
    ("a.jsonl", b'{"text": {}}', [", line 1: field text is an object; make it a string"]),
    ("a.jsonl", b'{"text": true}', [", line 1: field text is a truth value; make it a string"]),
    ("a.jsonl", b'{"text": " \\n"}', [", line 1: the text is empty; fill it or leave the article out"]),
    ("a.jsonl", b'{"text":"a","title":["b"]}', [", line 1: field title is a list, left out; make it a string", "a"]),
    ("a.jsonl", b'{"text":"a","issued":2023.5}', [", line 1: field issued is a number, left out; make it a string", "a"]),
    ("a.csv", b"", [EMPTY]),
    ("a.csv", b"a,b\n1,2", [": no column text; name the columns in the first row, one of them text"]),
    ("a.csv", b"\xff,text\n1,2", [": not UTF-8 at byte 0; convert or mend it first"]),
    ("a.csv", b"doc,text\n", [": no record after the row of column names; fill it or leave it out"]),
    ("a.csv", b"text,doc\na,1\n,2\nb,3", ["a", ", record 2: the text is empty; fill it or leave the article out", "b"]),
    ("a.csv", b"doc,text\n1,a\n2\n3,b", ["a", ", record 2: no field text; give the article's text in it", "b"]),
    ("a.csv", b'text\na\n"b\xff\nc"\nd', ["a", ", record 2: not UTF-8 at byte 9; convert or mend it first", "d"]),
    ("a.csv", b'text\na\n"b"c\nd', ["a", ", record 2: broken CSV (',' expected after '\"'); check its quotation marks", "d"]),
    ("a.csv", b'text\na\n"b\nc', ["a", ", record 2: broken CSV (unexpected end of data); check its quotation marks"]),
    ("a.html", b"<html><body></body></html>", [": no main text in the page; save the article as .txt"]),
    ("a.html", b"plain", [": no main text in the page; save the article as .txt"]),
    ("a.html", b"<p>a\0b</p>", [": byte 4 is NUL: binary, not text; give a text file"]),
    ("a.html", b'<meta charset="none"><p>\xff</p>', [": not UTF-8 at byte 24; convert or mend it first"]),
    ("a.pdf", b"%PDF", [f": unknown suffix .pdf; it takes {KNOWN}"]),
    ("a", b"text", [f": unknown suffix none; it takes {KNOWN}"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "lines"), FILES, ids=range(len(FILES)))
def test_a_bad_file_is_told(tmp_path: Path, name: str, content: bytes, lines: list[str]) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert told(path) == [f"{path}{line}" if line[0] in ":," else line for line in lines]


ISSUED = ["2023-13", "2023-02-30", "12/03/2023", "2023-3-1", "20230312", "2023-03-12T25:00", "2023-03T10:00", "٢٠٢٣", "0000", "2023/2024", "2023-W10"]  # fmt: skip


@pytest.mark.parametrize("given", ISSUED)
def test_a_bad_date_is_told_and_the_article_read(given: str) -> None:
    line = json.dumps({"text": "a", "issued": given})
    problem, article = read(["-"], stdin=io.BytesIO(line.encode()))
    why = f"issued «{given}» is not a date, left out; write YYYY, YYYY-MM or YYYY-MM-DD"
    assert str(problem) == f"standard input, line 1: {why}"
    assert isinstance(article, Article)
    assert article.issued is None


FIELDS = [
    ("url", "not an address", "https://example.org/article"),
    ("url", "https://a.example/<b>", "https://example.org/article"),
    ("url", "/a/b", "https://example.org/article"),
    ("url", "https://a.example/100%", "https://example.org/article"),
    ("url", "https://[a.example/", "https://example.org/article"),
    ("url", "https://a.example/#b#c", "https://example.org/article"),
    ("url", "https://", "https://example.org/article"),
    ("language", "Arabic language", "ar"),
    ("language", "عربي", "ar"),
    ("language", "ar_SY", "ar"),
    ("language", "ar-a", "ar"),
]


@pytest.mark.parametrize(("name", "given", "example"), FIELDS)
def test_a_bad_address_or_language_is_told_and_the_article_read(
    name: str, given: str, example: str
) -> None:
    content = f"{name}: {given}\n\nسقط قتيل".encode()
    assert told("-", content) == [
        f"standard input: {name} «{given}» is not one, left out; write it like {example}",
        "سقط قتيل",
    ]


def test_a_long_bad_value_is_told_in_short() -> None:
    (why, _) = told("-", b"issued: " + b"9" * 5000 + b"\n\na")
    assert len(why) < 150


STDIN = [
    (b"", ": the file is empty; fill it or leave it out"),
    (b"\0\1", ": byte 0 is NUL: binary, not text; give a text file"),
    (b'{"text": "a",\n', ": broken JSON at line 2, column 1 (Expecting property name enclosed in double quotes); mend it"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "why"), STDIN)
def test_bad_standard_input_is_told(content: bytes, why: str) -> None:
    assert told("-", content) == ["standard input" + why]


PATHS = [
    ("no/such.txt", "no/such.txt: no such file or folder; check the path"),
    ("no-such-folder", "no-such-folder: no such file or folder; check the path"),
    ("", ": not a path; give a file, a folder or -"),
    ("a\0b.txt", "a\ufffdb.txt: not a path; give a file, a folder or -"),
    ("a" * 300 + ".txt", "a" * 300 + ".txt: cannot be opened (File name too long); check path and permissions"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "why"), PATHS)
def test_a_bad_path_is_told(path: str, why: str) -> None:
    assert told(path) == [why]


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"x")
    assert told(tmp_path) == [f"{tmp_path}: no article in the folder; it takes {KNOWN}"]


def test_a_folder_that_links_back_to_itself_is_told_and_the_rest_read(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x", encoding="utf-8")
    os.symlink(tmp_path, tmp_path / "a" / "back")
    os.symlink(tmp_path / "a", tmp_path / "again")
    back = tmp_path / "a" / "back"
    assert told(tmp_path) == [
        "x",
        f"{back}: links back to a folder above it; remove the link",
    ]


def test_links_that_lead_nowhere_or_to_themselves_are_told(tmp_path: Path) -> None:
    os.symlink(tmp_path / "gone.txt", tmp_path / "a.txt")
    os.symlink(tmp_path / "b.txt", tmp_path / "b.txt")
    assert told(tmp_path) == [
        f"{tmp_path / 'a.txt'}: no such file or folder; check the path",
        f"{tmp_path / 'b.txt'}: cannot be opened (Too many levels of symbolic links); "
        "check path and permissions",
    ]


def test_a_pipe_with_a_name_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    path = tmp_path / "a.txt"
    assert told(tmp_path) == [f"{path}: not a regular file; pipe it to - instead"]


def test_what_may_not_be_opened_is_told_and_the_rest_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "c").mkdir()
    whole_open, whole_list = Path.open, os.listdir

    def guarded_open(path: Path, mode: str) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return whole_open(path, mode)

    def guarded_list(path: Path) -> list[str]:
        if path.name == "c":
            raise PermissionError(13, "Permission denied")
        return whole_list(path)

    monkeypatch.setattr(Path, "open", guarded_open)
    monkeypatch.setattr(os, "listdir", guarded_list)
    why = "cannot be opened (Permission denied); check path and permissions"
    assert told(tmp_path) == [f"{tmp_path / 'a.txt'}: {why}", "b.txt", f"{tmp_path / 'c'}: {why}"]


def test_names_that_are_not_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")
    Path(path).write_text("أ", encoding="utf-8")
    (article,) = read([path])
    assert isinstance(article, Article)
    (article.doc + article.source).encode()
    Path(path).write_bytes(b"\xff")
    (problem,) = read([path])
    str(problem).encode()


@pytest.fixture
def _small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LONGEST_TEXT", 1_000_000)
    monkeypatch.setattr(limits, "LONGEST_LINE", 2_000_000)
    monkeypatch.setattr(limits, "LARGEST_PAGE", 1_000_000)
    monkeypatch.setattr(limits, "LARGEST_JSON", 2_000_000)


TOO_MUCH: list[tuple[str, bytes, list[str]]] = [
    ("a.txt", b"x" * 1_000_001, [": larger than 1 MB; split it into its articles"]),
    ("a.html", b"x" * 1_000_001, [": larger than 1 MB; save the article's page alone"]),
    ("a.json", b" " * 2_000_001, [": larger than 2 MB; write it as JSON Lines (.jsonl)"]),
    ("a.jsonl", b'{"text":"' + b"x" * 1_000_001 + b'"}\n{"text":"b"}', [
        ", line 1: the text is longer than 1 MB; split it", "b"]),
    ("a.jsonl", b'{"text":"' + "ب".encode() * 500_001 + b'"}', [
        ", line 1: the text is longer than 1 MB; split it"]),
    ("a.jsonl", b'{"text":"a"}\n' + b"x" * 2_000_001 + b'\n{"text":"b"}\n\xff', [
        "a", ", line 2: the line is longer than 2 MB; split its article", "b",
        ", line 4: not UTF-8 at byte 2000028; convert or mend it first"]),
    ("a.jsonl", b"x" * 5_000_000, [", line 1: the line is longer than 2 MB; split its article"]),
    ("a.csv", b"text\na\n" + b"x" * 2_000_001 + b"\nb", [
        "a", ", record 2: line 3 is longer than 2 MB; split its article", "b"]),
    ("a.csv", b"text\na\n" + b"x" * 1_500_000 + b"\nb", [
        "a", ", record 2: the text is longer than 1 MB; split it", "b"]),
]  # fmt: skip


@pytest.mark.usefixtures("_small_limits")
@pytest.mark.parametrize(("name", "content", "lines"), TOO_MUCH, ids=range(len(TOO_MUCH)))
def test_what_is_too_large_is_told_and_the_rest_read(
    tmp_path: Path, name: str, content: bytes, lines: list[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert told(path) == [f"{path}{line}" if line[0] in ":," else line for line in lines]


@pytest.mark.usefixtures("_small_limits")
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_huge_line_is_never_held(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"text\n" if name == "a.csv" else b"")
        for _ in range(30):
            file.write(b"x" * 1_000_000)
    tracemalloc.start()
    (found,) = read([path])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found, Problem)
    assert peak < 10_000_000


def test_the_csv_modules_own_limit_is_left_as_it_was(tmp_path: Path) -> None:
    import csv

    before = csv.field_size_limit()
    path = tmp_path / "a.csv"
    path.write_text("text\n" + "x" * (before + 1), encoding="utf-8")
    (article,) = read([path])
    assert isinstance(article, Article)
    assert csv.field_size_limit() == before
