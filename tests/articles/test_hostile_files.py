"""Random and damaged files: only articles and problems come of them, and neighbours survive."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from kg.articles import read
from kg.articles.sources import FORMATS
from kg.model import Article, Problem

TEXT = "سقط قتيل في بلدة الرمانة. وقال وجهاء إن «لواء السهل» نفى صلته بالحادث."
RECORD = {"text": TEXT, "title": "خبر", "issued": "2023-03-12", "url": "https://a.example/1"}
GOOD: dict[str, bytes] = {
    ".txt": f"title: خبر\nissued: 2023\n\n{TEXT}\n".encode(),
    ".json": json.dumps([RECORD, {"text": "ب"}], ensure_ascii=False).encode(),
    ".jsonl": b"\n".join(json.dumps({**RECORD, "doc": str(n)}).encode() for n in range(4)),
    ".csv": f'text,doc,issued\n"{TEXT}",1,2023\n"أ ""ب""\nج",2,\n'.encode(),
    ".html": f"<html><head><title>خبر</title></head><body><p>{TEXT * 4}</p></body></html>".encode(),
}
few = settings(max_examples=60, deadline=None)


def read_bytes(suffix: str, content: bytes) -> list[Article | Problem]:
    """Read a file of these bytes twice, check what came of it, and return it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(content)
        found = list(read([path]))
        assert found
        assert found == list(read([path]))
    for one in found:
        if isinstance(one, Article):
            "".join((one.text, one.title, one.doc, one.source, one.publisher or "")).encode()
            assert one.text.strip()
        else:
            str(one).encode()
    return found


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a good file with some bytes flipped, its end cut off, or bytes put in."""
    suffix = draw(st.sampled_from(sorted(GOOD)))
    content = bytearray(GOOD[suffix])
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.sampled_from(["flip", "cut", "put"])):
            case "flip" if content:
                content[at] ^= draw(st.integers(1, 255))
            case "cut":
                del content[at:]
            case _:
                content[at:at] = draw(st.sampled_from([b"\0", b"\xff", b'"', b"\n", b"<", b"\r"]))
    return suffix, bytes(content)


@few
@given(damaged())
def test_damaged_files_give_articles_or_problems(case: tuple[str, bytes]) -> None:
    read_bytes(*case)


@few
@given(st.sampled_from(sorted(FORMATS)), st.binary(max_size=300))
def test_random_files_give_articles_or_problems(suffix: str, content: bytes) -> None:
    read_bytes(suffix, content)


@few
@given(st.sampled_from([b"", b"{", b"[{", b"<html>", b"title: a\n"]), st.binary(max_size=200))
def test_random_standard_input_gives_articles_or_problems(head: bytes, rest: bytes) -> None:
    assert list(read(["-"], stdin=io.BytesIO(head + rest)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
fields = st.sampled_from(["text", "doc", "title", "issued", "publisher", "url", "language"])


@few
@given(st.lists(st.dictionaries(fields, json_values, max_size=7) | json_values, max_size=4))
def test_records_of_any_shape_give_articles_or_problems(values: list[object]) -> None:
    read_bytes(".json", json.dumps(values).encode())
    read_bytes(".jsonl", b"\n".join(json.dumps(value).encode() for value in values))


@few
@given(st.binary(max_size=100).filter(lambda junk: b"\n" not in junk), st.integers(0, 2))
def test_good_lines_survive_a_bad_one(junk: bytes, at: int) -> None:
    lines = [b'{"text": "a"}', b'{"text": "b"}']
    lines.insert(at, b"{" + junk + b"}x")
    found = read_bytes(".jsonl", b"\n".join(lines))
    assert [one.text for one in found if isinstance(one, Article)] == ["a", "b"]
    assert sum(isinstance(one, Problem) for one in found) == 1


address_ends = st.text(max_size=9) | st.text("/?#%[]@:ab1 é", max_size=9)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["https://", "https://a.example", "urn:", "x:"]), address_ends)
def test_an_address_that_is_kept_is_one_for_rdf(head: str, end: str) -> None:
    line = json.dumps({"text": "a", "url": head + end}).encode()
    for found in read(["-"], stdin=io.BytesIO(line)):
        if isinstance(found, Article) and found.url is not None:
            NamedNode(found.url)


@pytest.mark.parametrize("suffix", sorted(GOOD))
def test_good_files_have_no_problem(suffix: str) -> None:
    assert all(isinstance(one, Article) for one in read_bytes(suffix, GOOD[suffix]))


@pytest.mark.parametrize("suffix", sorted(GOOD))
def test_good_files_survive_a_bad_neighbour(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"\xff\0")
    (tmp_path / f"b{suffix}").write_bytes(GOOD[suffix])
    found = list(read([tmp_path]))
    assert isinstance(found[0], Problem)
    assert found[1:] == list(read([tmp_path / f"b{suffix}"]))
