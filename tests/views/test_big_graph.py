"""A graph too big to draw whole: an overview first, the rest by search, zoom and expansion."""

from pathlib import Path
from typing import Any

import pytest

from kg.model import Entity, Kind, Stance, Tie
from kg.views.page import draw_page

COUNT, GROUP = 2400, 60
IDS = "() => window.kgNetwork.body.data.nodes.getIds()"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    entities = [Entity(f"g{n:05}", Kind.ARMED_GROUP, (f"لواء رقم {n}",)) for n in range(COUNT)]
    pairs = [(n, n - 1) for n in range(COUNT) if n % GROUP]
    pairs += [(n, n - n % GROUP) for n in range(COUNT) if n % GROUP > 1]
    pairs += [(n, (n + GROUP) % COUNT) for n in range(0, COUNT, GROUP)]
    ties = [Tie(f"g{a:05}", "supports", f"g{b:05}", Stance.AFFIRMED, 0.9, ()) for a, b in pairs]
    folder = tmp_path_factory.mktemp("big")
    made = {}
    for draw_all in (False, True):
        made[draw_all] = folder / f"{draw_all}.html"
        html = draw_page(entities, ties, {}, draw_all=draw_all, language="en")
        made[draw_all].write_text(html, encoding="utf-8")
    return made


def test_the_overview_draws_the_hub_of_every_community(open_page: Any, pages: Any) -> None:
    page = open_page(pages[False]).page
    drawn = set(page.evaluate(IDS))
    assert len(drawn) == 1500
    assert set(range(0, COUNT, GROUP)) <= drawn
    assert "drawn: 1,500" in page.inner_text("#count")
    assert page.locator("[data-section=communities] .actor").count() == 30


def test_all_the_rest_is_reached(open_page: Any, pages: Any) -> None:
    visit = open_page(pages[False])
    page = visit.page
    missing = next(n for n in range(COUNT) if n not in set(page.evaluate(IDS)))
    page.fill("#query", f"لواء رقم {missing}")
    page.press("#query", "Enter")
    assert missing in page.evaluate(IDS)
    page.click("#do-expand")
    hub = missing - missing % GROUP
    assert {missing, hub} <= set(page.evaluate(IDS))
    for _ in range(4):
        page.click("#zoom-in")
    visit.until(f"() => ({IDS})().length < 1500")
    page.check("#draw-all")
    assert len(page.evaluate(IDS)) == COUNT
    visit.must_be_quiet()


def test_all_is_drawn_where_all_was_asked_for(open_page: Any, pages: Any) -> None:
    assert len(open_page(pages[True]).page.evaluate(IDS)) == COUNT


def test_the_view_is_dragged_where_the_mouse_leads(open_page: Any, pages: Any) -> None:
    visit = open_page(pages[False])
    page = visit.page
    view = "() => { const {x, y} = window.kgNetwork.body.view.translation; return [x, y]; }"
    box = page.locator("#graph canvas").first.bounding_box()
    x, y = box["x"] + 5, box["y"] + box["height"] - 5
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 20, y - 1)
    before = page.evaluate(view)
    for step in range(2, 22):
        page.mouse.move(x + 20 * step, y - step)
    moved = page.evaluate(view)
    right, down = (moved[axis] - before[axis] for axis in (0, 1))
    assert (right, down) == (pytest.approx(410, abs=11), pytest.approx(-20, abs=2))
    assert page.is_visible("canvas.copy")
    page.mouse.up()
    assert page.is_hidden("canvas.copy")
    assert page.evaluate("() => window.kgNetwork.renderer.allowRedraw")
    visit.must_be_quiet()
