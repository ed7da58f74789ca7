"""The page in a real browser, with every network connection cut off."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from kg.model import Article, Claim, Entity, Kind, Reading
from kg.views.evidence import gather
from kg.views.page import draw_page

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium")
MAY_SKIP = "KG_REQUIRE_BROWSER" not in os.environ
pytestmark = pytest.mark.skipif(CHROMIUM is None and MAY_SKIP, reason="no chromium on this machine")

HOSTILE = "</script><img src=x onerror=hit()><b onclick=hit()>\"'><svg/onload=hit()>{{7*7}}${hit()}"
EDGE_ON_SCREEN = """verb => {
    const network = window.kgNetwork;
    const data = JSON.parse(document.getElementById("data").textContent);
    const edge = data.edges[data.ties.findIndex(tie => tie.verb === verb)];
    const [from, to] = [edge.from, edge.to].map(node => network.getPosition(node));
    const between = axis => from[axis] + (to[axis] - from[axis]) * 0.35;
    const at = network.canvasToDOM({x: between("x"), y: between("y")});
    const box = document.getElementById("map").getBoundingClientRect();
    return [at.x + box.left, at.y + box.top];
}"""


@dataclass
class Visit:
    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    context.set_offline(True)

    def visit(html: str) -> Visit:
        path = tmp_path / "graph.html"
        path.write_text(html, encoding="utf-8")
        page = context.new_page()
        made = Visit(page)
        page.on("request", lambda request: made.requests.append(request.url))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("console", lambda message: made.errors.append(message.text))
        page.on("dialog", lambda dialog: made.errors.append("a dialog"))
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", state="attached")
        return made

    yield visit
    context.close()


def html_of(sample: Any) -> str:
    return draw_page(sample.entities, sample.ties, gather(sample.ties, sample.readings))


def assert_quiet(visit: Visit) -> None:
    assert visit.errors == []
    assert [url for url in visit.requests if not url.startswith("file:///")] == []
    assert len(visit.requests) == 1


def test_a_click_on_a_tie_shows_what_is_said_and_where(open_page: Any, sample: Any) -> None:
    visit = open_page(html_of(sample))
    visit.page.mouse.click(*visit.page.evaluate(EDGE_ON_SCREEN, "arms"))
    visit.page.wait_for_selector(".claim")
    shown = visit.page.inner_text("#panel")
    for text in ("نفى اللواء أنه تلقى سلاحاً من روسيا.", "2021-06-01", "disputed", "verb:arms"):
        assert text in shown
    assert visit.page.inner_text("mark >> nth=0") == "تلقى سلاحاً"
    assert visit.page.get_attribute("#panel a >> nth=0", "href") == "https://example.org/1"
    assert_quiet(visit)


def test_a_name_in_another_spelling_is_found_and_its_ties_listed(
    open_page: Any, sample: Any
) -> None:
    visit = open_page(html_of(sample))
    visit.page.fill("#query", "لِواء النخيـــل")
    visit.page.press("#query", "Enter")
    names = visit.page.inner_text("#panel ul")
    assert names.split("\n") == ["لواء النخيل", "اللواء"]
    assert visit.page.locator("button.tie").count() == 3
    visit.page.click("button.tie >> nth=0")
    assert visit.page.locator(".claim").count() == 1
    assert_quiet(visit)


def test_an_unticked_kind_and_stance_are_hidden(open_page: Any, sample: Any) -> None:
    visit = open_page(html_of(sample))
    visit.page.uncheck("[data-kind=Place]")
    visit.page.uncheck("[data-stance=disputed]")
    hidden = visit.page.evaluate(
        """() => ["nodes", "edges"].map(
            part => window.kgNetwork.body.data[part].get().filter(item => item.hidden).length)"""
    )
    assert hidden == [1, 1]
    assert_quiet(visit)


def hostile(thing: Any, *kept: str) -> Any:
    """Put the hostile text into every field that holds text."""
    texts = {f.name for f in fields(thing) if isinstance(getattr(thing, f.name), str)} - {*kept}
    return replace(thing, **dict.fromkeys(texts, HOSTILE))


def hostile_sample(sample: Any) -> Any:
    def reading(old: Reading) -> Reading:
        article: Article = hostile(old.article, "id", "text")
        article = replace(article, url="javascript:hit()", publisher=HOSTILE)
        text = "".join(
            HOSTILE[: s.end - s.start].ljust(s.end - s.start) + "\n" for s in old.sentences
        )
        claims: tuple[Claim, ...] = tuple(
            replace(claim, rule=HOSTILE, role=HOSTILE, attribution=HOSTILE, verb=HOSTILE)
            for claim in old.claims
        )
        entities = tuple(replace(e, names=(HOSTILE,)) for e in old.entities)
        return Reading(replace(article, text=text), old.sentences, entities, claims)

    ids = {entity.id: f"{HOSTILE}{entity.id}" for entity in sample.entities}
    entities: list[Entity] = [
        replace(e, id=ids[e.id], names=(HOSTILE, HOSTILE), lexeme=HOSTILE) for e in sample.entities
    ]
    ties = [
        replace(t, subject=ids[t.subject], object=ids[t.object], verb=HOSTILE) for t in sample.ties
    ]
    return replace(
        sample, entities=entities, ties=ties, readings=tuple(map(reading, sample.readings))
    )


def test_what_articles_say_is_never_run(open_page: Any, sample: Any) -> None:
    visit = open_page(html_of(hostile_sample(sample)))
    page = visit.page
    page.evaluate("() => { window.hit = () => { window.wasHit = true; }; }")
    page.fill("#query", "onerror")
    assert page.locator("#found button").count() == len(Kind) - 2
    page.press("#query", "Enter")
    page.click("button.tie >> nth=0")
    assert page.locator(".claim").count() > 0
    assert HOSTILE in page.inner_text("#panel")
    page.hover("#map")
    page.wait_for_timeout(200)
    assert page.evaluate("() => window.wasHit") is None
    assert page.locator("#panel img, #panel svg, #panel script, #panel a").count() == 0
    assert "49" not in page.inner_text("header")
    assert_quiet(visit)


def test_no_script_but_its_own_may_run(open_page: Any, sample: Any) -> None:
    visit = open_page(html_of(sample))
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.wasHit = true";
            document.body.append(script);
        }"""
    )
    assert visit.page.evaluate("() => window.wasHit") is None
    assert any("Content Security Policy" in error for error in visit.errors)
