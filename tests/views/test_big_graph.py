"""A graph too big to draw whole: an overview first, the rest by search, zoom and expansion."""

from pathlib import Path
from typing import Any

import pytest

from kg.model import Entity, Kind, Stance, Tie
from kg.views.page import draw_page, words

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
    assert "drawn" not in page.inner_text("#count")
    visit.must_be_quiet()


REST = """() => {
    const network = window.kgNetwork;
    const box = document.getElementById("graph").getBoundingClientRect();
    const held = new Set(network.body.data.nodes.getIds());
    const { nodes } = JSON.parse(document.getElementById("data").textContent);
    const alone = (at) => nodes.filter(({x, y}) => Math.hypot(x - at.x, y - at.y) < 60).length === 1;
    const rest = nodes.filter((node) => !held.has(node.id));
    const found = rest.map((node) => [node.id, network.canvasToDOM(node)]).filter(([id, {x, y}]) =>
        x > 150 && y > 150 && x < box.width - 150 && y < box.height - 150
        && alone(nodes[id]) && network.getEdgeAt({x, y}) === undefined);
    return [rest.length, found.map(([id, {x, y}]) => [id, x, y, x + box.left, y + box.top])];
}"""
COLOURS = """points => {
    const {width, height, clientWidth} = document.querySelector("#graph canvas");
    const copy = new OffscreenCanvas(width, height).getContext("2d");
    copy.drawImage(document.querySelector("#graph canvas"), 0, 0);
    const {data} = copy.getImageData(0, 0, width, height);
    const at = (value) => Math.round(value * width / clientWidth);
    return points.map(([, x, y]) => [...data.subarray((at(y) * width + at(x)) * 4).slice(0, 3)]);
}"""


def test_all_is_drawn_where_all_was_asked_for(open_page: Any, pages: Any) -> None:
    visit = open_page(pages[True])
    page = visit.page
    assert "drawn" not in page.inner_text("#count")
    count, rest = page.evaluate(REST)
    assert count == COUNT - 1500
    colours = page.evaluate(COLOURS, rest)
    orange = [red > green > blue for red, green, blue in colours]  # as armed groups are
    assert sum(orange) > len(rest) / 2
    position, _, _, *on_screen = rest[orange.index(True)]
    page.mouse.click(*on_screen)
    visit.until("() => window.kgState().chosen !== null")
    assert page.evaluate("() => window.kgState().chosen") == {"entity": position}
    assert position in page.evaluate(IDS)
    visit.must_be_quiet()


def test_a_tie_of_the_rest_is_clicked(open_page: Any, pages: Any) -> None:
    visit = open_page(pages[True])
    page = visit.page
    middles = page.evaluate(
        """() => {
            const network = window.kgNetwork;
            const box = document.getElementById("graph").getBoundingClientRect();
            const held = new Set(network.body.data.edges.getIds());
            const { nodes, ties } = JSON.parse(document.getElementById("data").textContent);
            const near = (at) => nodes.some(({x, y}) => Math.hypot(x - at.x, y - at.y) < 60);
            return ties.map(({subject, object}, id) => [id, {
                x: (nodes[subject].x + nodes[object].x) / 2, y: (nodes[subject].y + nodes[object].y) / 2,
            }]).filter(([id, at]) => !held.has(id) && !near(at)).map(([id, at]) => [id, network.canvasToDOM(at)])
                .filter(([id, at]) => at.x > 150 && at.y > 150 && at.x < box.width - 150 && at.y < box.height - 150
                    && network.getEdgeAt(at) === undefined && network.getNodeAt(at) === undefined)
                .map(([id, {x, y}]) => [id, x + box.left, y + box.top]);
        }"""
    )
    _, *on_screen = middles[0]
    page.mouse.click(*on_screen)
    visit.until("() => window.kgState().chosen?.tie !== undefined")
    assert page.locator("#panel h2 .who").count() == 2
    visit.must_be_quiet()


def test_all_is_saved_as_a_drawing(open_page: Any, pages: Any) -> None:
    visit = open_page(pages[True])
    page = visit.page
    page.click("#save summary")
    with page.expect_download() as waiting:
        page.click("#save-svg")
    svg = Path(waiting.value.path()).read_text("utf-8")
    assert svg.count("<polygon") == COUNT
    visit.must_be_quiet()


def test_an_old_browser_is_told_so(browser: Any, tmp_path: Path) -> None:
    entities = [Entity(f"g{n:05}", Kind.ARMED_GROUP, ("لواء النخيل " * 60,)) for n in range(COUNT)]
    path = tmp_path / "graph.html"
    path.write_text(draw_page(entities, [], {}, language="en"), encoding="utf-8")
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    page, errors = context.new_page(), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("#panel [role=alert]")
    told = page.locator("#panel [role=alert]").all_inner_texts()
    assert told == words()["too_old"]
    assert errors == []
    context.close()


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
