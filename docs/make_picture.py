"""Draws `docs/graph.png`: the page of the examples' graph as Chromium shows it, one tie clicked.

Run in the project's folder, with the extra `test` installed: `python docs/make_picture.py`.
"""

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright

from kg.cli import main

CENTRE, VERB = "لواء فجر البادية", "funds"
ON_SCREEN = """verb => {
    const network = window.kgNetwork;
    const data = JSON.parse(document.getElementById("data").textContent);
    const edge = data.edges[data.ties.findIndex(tie => tie.verb === verb)];
    const [from, to] = [edge.from, edge.to].map(node => network.getPosition(node));
    const between = axis => from[axis] + (to[axis] - from[axis]) * 0.5;
    const at = network.canvasToDOM({x: between("x"), y: between("y")});
    const box = document.getElementById("map").getBoundingClientRect();
    return [at.x + box.left, at.y + box.top];
}"""


def draw_html(folder: Path) -> Path:
    """Build the examples' graph and return the page of what lies around one brigade."""
    page = folder / "graph.html"
    for words in (
        ["build", "examples/articles", "-o", str(folder / "graph")],
        ["show", str(folder / "graph"), "--around", CENTRE, "--steps", "1", "-o", str(page)],
    ):
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
    return page


def photograph(page: Page, html: Path, picture: Path) -> None:
    """Open a page, click a tie, and keep what is on the screen."""
    page.goto(html.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.wait_for_timeout(1000)
    page.mouse.click(*page.evaluate(ON_SCREEN, VERB))
    page.wait_for_timeout(500)
    page.screenshot(path=picture)


with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
    flags = ["--no-sandbox", "--disable-gpu"]
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
    shown = browser.new_page(viewport={"width": 1280, "height": 720})
    photograph(shown, draw_html(Path(place)), Path("docs/graph.png"))
    browser.close()
