"""Draws `docs/graph.png`: the page of the examples' graph as Chromium shows it, one tie chosen.

Run in the project's folder, with the extra `test` installed: `python docs/make_picture.py`.
"""

import shutil
import tempfile
from pathlib import Path

from click.testing import CliRunner
from playwright.sync_api import Page, sync_playwright

from kg.cli import main

CENTRE = "لواء فجر البادية"


def draw_html(folder: Path) -> Path:
    """Build the examples' graph and return its page."""
    page = folder / "graph.html"
    for words in (
        ["build", "examples/articles", "-o", str(folder / "graph")],
        ["show", str(folder / "graph"), "-o", str(page)],
    ):
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, result.output
    return page


def photograph(page: Page, html: Path, picture: Path) -> None:
    """Open a page, find a brigade, choose the denial that it is funded, and keep what is on the screen."""
    page.goto(html.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    page.fill("#query", CENTRE)
    page.press("#query", "Enter")
    page.click("#do-around")
    page.click("[data-section=backers] .tie:has-text('يمول')")
    page.mouse.move(640, 790)
    page.wait_for_timeout(1000)
    page.screenshot(path=picture)


with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
    flags = ["--no-sandbox", "--disable-gpu"]
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
    shown = browser.new_page(viewport={"width": 1400, "height": 800})
    photograph(shown, draw_html(Path(place)), Path("docs/graph.png"))
    browser.close()
