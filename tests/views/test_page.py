"""The page as text: what it holds and what it must not."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from kg.model import Stance
from kg.views import page
from kg.views.evidence import gather


def draw(sample: Any) -> str:
    return page.draw_page(sample.entities, sample.ties, gather(sample.ties, sample.readings))


def data_of(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.S)
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


def test_nothing_is_fetched_from_a_network(sample: Any) -> None:
    html = draw(sample).replace(page.vis_network(), "")
    assert html.startswith("<!DOCTYPE html>")
    assert re.findall(r"https?://[^\"\s]+", html) == ["https://example.org/1"] * html.count(
        "https://example.org/1"
    )
    assert not re.search(r"<(link|img|iframe|script[^>]+src)", html)


def test_the_page_names_the_hash_of_each_script(sample: Any) -> None:
    html = draw(sample)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    for kind in ("script", "style"):
        for source in re.findall(rf"<{kind}>(.*?)</{kind}>", html, re.S):
            assert page.hash_source(source) in policy[1]
    assert "unsafe" not in policy[1]


def test_a_claim_shows_its_sentence_article_and_words(sample: Any) -> None:
    data = data_of(draw(sample))
    arms = next(tie for tie in data["ties"] if tie["verb"] == "arms")
    denial, allegation = (data["claims"][number] for number in arms["claims"])
    assert denial == {
        "subject": "روسيا",
        "verb": "arms",
        "object": "لواء النخيل",
        "stance": "denied",
        "sentence": "نفى اللواء أنه تلقى سلاحاً من روسيا.",
        "quote": [15, 26],
        "article": "من يسلح لواء النخيل؟",
        "publisher": "صحيفة المثال",
        "issued": "2021-06-01",
        "url": "https://example.org/1",
        "source": "in/a1.txt",
        "speaker": "لواء النخيل",
        "attribution": "نفى اللواء",
        "rule": "verb:arms",
        "confidence": 0.9,
    }
    assert allegation["stance"] == "alleged"


def test_labels_run_from_right_to_left_and_stances_are_marked(sample: Any) -> None:
    data = data_of(draw(sample))
    labels = [item["label"] for item in data["nodes"] + data["edges"]]
    assert all(label[0] == "\u2067" and label[-1] == "\u2069" for label in labels)
    drawn = {tie["stance"]: edge for tie, edge in zip(data["ties"], data["edges"], strict=True)}
    assert drawn["affirmed"]["dashes"] is False
    assert drawn["alleged"]["dashes"]
    assert "≠" in drawn["disputed"]["label"]


def test_kinds_differ_in_shape_and_colour(sample: Any) -> None:
    nodes = data_of(draw(sample))["nodes"]
    assert len({node["shape"] for node in nodes}) == len({node["color"] for node in nodes}) == 4


@pytest.mark.parametrize("count", [200, 201])
def test_labels_of_edges_are_left_off_where_they_would_hide_the_map(
    sample: Any, count: int
) -> None:
    tie = sample.ties[0]
    ties = [replace(tie, stance=Stance.AFFIRMED, claims=(("a", n),)) for n in range(count)]
    edges = page.page_data(sample.entities, ties, {})["edges"]
    assert all(("label" in edge) == (count <= 200) for edge in edges)


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
    assert page.safe_link(url) == (url.strip() if kept and url else None)


@pytest.mark.parametrize(
    "text", ["</script><script>", "<!--", "\u2028\u2029", "a&b", "\ud800", '"\\', "]]>"]
)
def test_json_cannot_leave_its_element(text: str) -> None:
    escaped = page.escape_json([text])
    assert not re.search("[<>&\u2028\u2029\ud800]", escaped)
    assert json.loads(escaped) == [text]


def test_long_names_are_cut_on_the_map_only(sample: Any) -> None:
    long = replace(sample.entities[0], names=("سالم " * 20,))
    data = page.page_data((long, *sample.entities[1:]), sample.ties, {})
    position = [entity["label"] for entity in data["entities"]].index(long.names[0])
    assert len(data["nodes"][position]["label"]) < 40


def test_an_empty_network_gives_a_page() -> None:
    assert data_of(page.draw_page([], [], {}))["nodes"] == []
