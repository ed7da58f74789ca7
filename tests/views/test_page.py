"""The page as text: what it holds and what it must not."""

import base64
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.arabic.letters import is_arabic
from kg.lexicon.lexemes import lexemes
from kg.model import Kind, Mention, Reading, Span
from kg.views import page
from kg.views.contents import contents
from kg.views.drawings import vis_network
from kg.views.evidence import gather
from kg.views.packing import escape_json, hash_source, pack, safe_link
from kg.views.styles import FAMILIES, STANCES, look_of_kind


def draw(sample: Any) -> str:
    return page.draw_page(sample.entities, sample.ties, gather(sample.ties, sample.readings))


def data_of(html: str) -> Any:
    found = re.search(
        r'<script type="application/json" id="data" data-packing="json">(.*?)</script>', html, re.S
    )
    assert found is not None
    return json.loads(found[1])


def test_the_same_input_in_any_order_gives_the_same_bytes(sample: Any) -> None:
    turned = replace(
        sample,
        entities=sample.entities[::-1],
        ties=sample.ties[::-1],
        readings=sample.readings[::-1],
    )
    assert draw(sample).encode() == draw(turned).encode()


HASHED = """
import hashlib
from kg.model import Entity, Kind, Stance, Tie
from kg.views.page import draw_page
entities = [Entity(f"g{n}", Kind.ARMED_GROUP, (f"لواء {n}",)) for n in range(600)]
pairs = [(n, n * 7 % 30 + n // 30 * 30) for n in range(600) if n * 7 % 30 != n % 30]
pairs += [(n, (n + 30) % 600) for n in range(0, 600, 10)]
ties = [Tie(f"g{a}", "supports", f"g{b}", Stance.AFFIRMED, 0.9, ()) for a, b in pairs]
print(hashlib.sha256(draw_page(entities, ties, {}).encode()).hexdigest())
"""


def test_the_same_network_gives_the_same_bytes_in_any_process() -> None:
    def drawn(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", HASHED]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    assert drawn("1") == drawn("2") != ""


def test_nothing_is_fetched_from_a_network(sample: Any) -> None:
    html = draw(sample).replace(vis_network(), "")
    assert html.startswith("<!DOCTYPE html>")
    assert set(re.findall(r"https?://[^\"\s]+", html)) == {
        "https://example.org/1",
        "http://www.w3.org/2000/svg",  # a name, not an address
    }
    assert not re.search(r"<(link|img|iframe|script[^>]+src)", html)


def test_the_page_names_the_hash_of_each_script(sample: Any) -> None:
    html = draw(sample)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    for kind in ("script", "style"):
        for source in re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.S):
            assert hash_source(source) in policy[1]
    assert "unsafe" not in policy[1]


def test_a_claim_shows_its_sentence_article_and_words(sample: Any) -> None:
    data = data_of(draw(sample))
    arms = next(tie for tie in data["ties"] if tie["verb"] == "arms")
    denial, allegation = (data["claims"][number] for number in arms["claims"])
    assert data["sentences"][denial.pop("sentence")] == "نفى اللواء أنه تلقى سلاحاً من روسيا."
    assert data["articles"][denial.pop("article")] == {
        "title": "من يسلح لواء النخيل؟",
        "publisher": "صحيفة المثال",
        "issued": "2021-06-01",
        "url": "https://example.org/1",
        "source": "in/a1.txt",
    }
    assert data["entities"][denial.pop("speaker_entity")]["ar"] == "لواء النخيل"
    assert denial == {
        "subject": "روسيا",
        "verb": "arms",
        "object": "لواء النخيل",
        "stance": "denied",
        "quote": [15, 26],
        "speaker": "لواء النخيل",
        "attribution": "نفى اللواء",
        "rule": "verb:arms",
        "confidence": 0.9,
    }
    assert allegation["stance"] == "alleged"


def test_names_are_found_in_the_sentence_or_in_one_before(sample: Any) -> None:
    def mention(sentence: int, start: int, end: int) -> Mention:
        at = sample.readings[0].sentences[sentence].start
        return Mention(sentence, Span(at + start, at + end), Kind.STATE, "", "test")

    def named(reading: Reading) -> Reading:
        found = {"e3": (mention(1, 30, 35),), "e2": (mention(0, 17, 28),)}
        entities = [replace(e, mentions=found.get(e.id, ())) for e in reading.entities]
        return replace(reading, entities=tuple(entities))

    named_sample = replace(sample, readings=tuple(map(named, sample.readings)))
    data = data_of(draw(named_sample))
    arms = next(tie for tie in data["ties"] if tie["verb"] == "arms")
    denial = data["claims"][arms["claims"][0]]
    assert denial["subject_at"] == [denial["sentence"], [[30, 35]]]
    sentence, spans = denial["object_at"]
    assert data["sentences"][sentence] == "يقود سالم الراوي لواء النخيل منذ عام 2019."
    assert spans == [[17, 28]]


def test_each_sentence_and_article_stands_once(sample: Any) -> None:
    data = data_of(draw(sample))
    assert len(data["sentences"]) == len(set(data["sentences"])) == 3
    assert len(data["articles"]) == 2


def test_stances_are_told_apart_by_dashes(sample: Any) -> None:
    data = data_of(draw(sample))
    drawn = {tie["stance"]: edge for tie, edge in zip(data["ties"], data["edges"], strict=True)}
    assert "dashes" not in drawn["affirmed"]
    assert drawn["alleged"]["dashes"] != drawn["disputed"]["dashes"]


def test_looks_never_hang_on_colour_alone() -> None:
    kinds = [look_of_kind(kind) for kind in Kind]
    assert len({look.shape for look in kinds}) == len({look.colour for look in kinds}) == len(Kind)
    families = [*FAMILIES.values()]
    looks = {(look.dashes, look.arrow) for look in families}
    assert len(looks) == len({look.colour for look in families}) == len(families)
    patterns = {look.dashes for look in STANCES.values()} - {()}
    assert not patterns & {look.dashes for look in families}
    assert len({look.mark for look in STANCES.values()}) == len(STANCES)


def test_a_verb_that_holds_both_ways_has_two_arrowheads(sample: Any) -> None:
    tie = replace(sample.ties[0], verb="foughtWith", subject="g", object="s")
    edges = contents(sample.entities, [tie, sample.ties[0]], {})["edges"]
    assert [sorted(edge["arrows"]) for edge in edges] == [["from", "to"], ["to"]]


def test_a_place_of_the_lexicon_is_on_the_map(sample: Any) -> None:
    place = next(lexeme for lexeme in lexemes().values() if lexeme.lat is not None)
    known = replace(sample.entities[3], lexeme=place.id)
    data = contents((*sample.entities[:3], known), sample.ties, {})
    assert data["entities"][3]["at"] == [place.lon, place.lat]
    assert "at" not in data["entities"][0]


def test_an_english_name_is_known_or_none(sample: Any) -> None:
    latin = replace(sample.entities[0], names=("سالم الراوي", "Salim al-Rawi"))
    rows = contents((latin, *sample.entities[1:]), sample.ties, {})["entities"]
    assert {row.get("en") for row in rows} == {"Salim al-Rawi", None}


def test_big_data_are_packed_and_unpack_to_the_same() -> None:
    data = [f"جملة رقم {number} </script>" for number in range(120_000)]
    packed, how = pack(data)
    assert (how, packed) == ("deflate", pack(data)[0])
    assert json.loads(zlib.decompress(base64.b64decode(packed), -15)) == data


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    source = "".join(
        path.read_text("utf-8") for path in Path(page.__file__).parent.glob("explorer/**/*.j*")
    )
    asked = set(re.findall(r"""\b(?:say|named|word)\("(\w+)"\)""", source))
    asked |= set(re.findall(r"""(?:button|action|section)\("[\w-]+", "(\w+)\"""", source))
    assert asked <= set(page.words())
    for key, (ar, en) in page.words().items():
        assert ar, key
        assert en, key
        assert key == "language" or is_arabic(ar), key


def test_no_script_is_long() -> None:
    for path in (Path(page.__file__).parent / "explorer").glob("s*/*.*s"):
        assert len(path.read_text("utf-8").splitlines()) <= 220, path.name
        assert path.stem in (*page.SCRIPTS, *page.STYLES)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/ا?b=1", True),
        (" http://example.org ", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert safe_link(url) == (url.strip() if kept and url else None)


@pytest.mark.parametrize(
    "text", ["</script><script>", "<!--", "\u2028\u2029", "a&b", "\ud800", '"\\', "]]>"]
)
def test_json_cannot_leave_its_element(text: str) -> None:
    escaped = escape_json([text])
    assert not re.search("[<>&\u2028\u2029\ud800]", escaped)
    assert json.loads(escaped) == [text]


def test_an_empty_network_gives_a_page() -> None:
    assert data_of(page.draw_page([], [], {}))["nodes"] == []
