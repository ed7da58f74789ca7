"""A small network of invented people, the graph of the examples, and a browser to open pages in."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

import kg
import kg.build
from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance, Tie

SENTENCES = (
    "يقود سالم الراوي لواء النخيل منذ عام 2019.",
    "نفى اللواء أنه تلقى سلاحاً من روسيا.",
    "وزعم ناشطون أن روسيا تسلح لواء النخيل في الميادين.",
)


@dataclass(frozen=True)
class Sample:
    entities: tuple[Entity, ...]
    ties: tuple[Tie, ...]
    readings: tuple[Reading, ...]


def read(article: str, claims: tuple[Claim, ...], entities: tuple[Entity, ...]) -> Reading:
    text = "\n".join(SENTENCES)
    starts = [text.index(sentence) for sentence in SENTENCES]
    spans = tuple(Span(start, start + len(s)) for start, s in zip(starts, SENTENCES, strict=True))
    about = Article(
        article, f"{article}.txt", text, "من يسلح لواء النخيل؟", publisher="صحيفة المثال",
        issued=Moment.parse("2021-06-01"), url="https://example.org/1", source=f"in/{article}.txt",
    )  # fmt: skip
    return Reading(about, spans, entities, claims)


def claim(
    sentence: int, subject: str, verb: str, object: str, stance: Stance, words: str, **more: object
) -> Claim:
    start = "\n".join(SENTENCES).index(words)
    quote = Span(start, start + len(words))
    made = Claim(sentence, subject, verb, object, stance, 0.9, f"verb:{verb}", quote)
    return replace(made, **more)  # type: ignore[arg-type]


def entities_of(article: str) -> tuple[Entity, ...]:
    members = {"p": "e1", "g": "e2", "s": "e3", "t": "e4"}
    named = (
        ("p", Kind.PERSON, ("سالم الراوي",)),
        ("g", Kind.ARMED_GROUP, ("لواء النخيل", "اللواء")),
        ("s", Kind.STATE, ("روسيا",)),
        ("t", Kind.PLACE, ("الميادين",)),
    )
    return tuple(
        Entity(id if article == "" else members[id], kind, names,
               members=() if article else (("a1", members[id]), ("a2", members[id])))
        for id, kind, names in named
    )  # fmt: skip


@pytest.fixture
def sample() -> Sample:
    since = Moment.parse("2019")
    first = (
        claim(0, "e1", "commands", "e2", Stance.AFFIRMED, "يقود سالم الراوي",
              since=since, role="قائد"),
        claim(1, "e3", "arms", "e2", Stance.DENIED, "تلقى سلاحاً",
              speaker="e2", attribution="نفى اللواء"),
    )  # fmt: skip
    second = (
        claim(2, "e3", "arms", "e2", Stance.ALLEGED, "تسلح لواء النخيل", attribution="وزعم ناشطون"),
        claim(2, "e2", "operatesIn", "e4", Stance.ALLEGED, "في الميادين", place="e4"),
    )
    day = Moment.parse("2021-06-01").first
    ties = (
        Tie("p", "commands", "g", Stance.AFFIRMED, 0.9, (("a1", 0),), since=since, days=(day,)),
        Tie("s", "arms", "g", Stance.DISPUTED, 0.9, (("a1", 1), ("a2", 0)), days=(day,), sources=2),
        Tie("g", "operatesIn", "t", Stance.ALLEGED, 0.8, (("a2", 1),), days=(day,)),
    )
    readings = (read("a1", first, entities_of("a1")), read("a2", second, entities_of("a2")))
    return Sample(entities_of(""), ties, readings)


CHROMIUM = shutil.which("chromium")


@dataclass
class Visit:
    """A page that is open, what it asked for, and what it complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def until(self, condition: str, argument: Any = None) -> None:
        """Wait until a function in the page is true of the argument.

        Not playwright's wait_for_function, which asks a second time through eval, and this
        page's policy forbids that.
        """
        for _ in range(300):
            if self.page.evaluate(condition, argument):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true in 15 s: {condition}")

    def must_be_quiet(self) -> None:
        assert self.errors == []
        outside = ("file:///", "blob:", "data:")
        assert [url for url in self.requests if not url.startswith(outside)] == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None and "KG_REQUIRE_BROWSER" not in os.environ:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Give a function that opens a page, from its text or its file, with the network cut off."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, accept_downloads=True)
    context.set_offline(True)

    def visit(html: str | Path, fragment: str = "") -> Visit:
        path = html if isinstance(html, Path) else tmp_path / "graph.html"
        if isinstance(html, str):
            path.write_text(html, encoding="utf-8")
        made = Visit(context.new_page())
        page = made.page
        page.on("request", lambda request: made.requests.append(request.url))
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("console", lambda message: made.errors.append(message.text))
        page.on("dialog", lambda dialog: made.errors.append("a dialog"))
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]", state="attached")
        return made

    yield visit
    context.close()


@dataclass(frozen=True)
class Examples:
    """The graph of the examples: its folder, and its page in each language."""

    graph: Path
    pages: dict[str, Path]


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    from kg.views.evidence import gather
    from kg.views.page import draw_page

    folder = tmp_path_factory.mktemp("examples")
    articles = Path(kg.__file__).parent.parent / "examples" / "articles"
    kg.build.build([articles], folder / "graph")
    entities, ties = kg.build.entities(folder / "graph"), kg.build.ties(folder / "graph")
    tied = {end for tie in ties for end in (tie.subject, tie.object)}
    entities = [entity for entity in entities if entity.id in tied]
    evidence = gather(ties, kg.build.readings(folder / "graph"))
    pages = {}
    for language in ("ar", "en"):
        pages[language] = folder / f"{language}.html"
        html = draw_page(entities, ties, evidence, language=language)
        pages[language].write_text(html, encoding="utf-8")
    return Examples(folder / "graph", pages)
