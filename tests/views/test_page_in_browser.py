"""What articles say stays text, in a real browser: no script, no link, no broken page."""

import csv
import io
from dataclasses import fields, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import kg.build
from kg.lexicon.lexemes import lexemes
from kg.model import Article, Claim, Kind, Reading
from kg.views.evidence import gather
from kg.views.page import draw_page

HIT = "window.wasHit=true"
SCRIPTS = [
    f"</script><script>{HIT}</script>",
    f"<script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"<svg/onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'>",
    f"<body onload={HIT}>",
    f"<details open ontoggle={HIT}>",
    f"<style>@import'javascript:{HIT}'</style>",
    f"<math><mtext></p><img src=x onerror={HIT}>",
    f"<!--><script>{HIT}</script>",
    f"]]><script>{HIT}</script>",
    f"<a href='javascript:{HIT}'>x</a>",
    f"<base href='javascript:{HIT}//'>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
]
ATTRIBUTES = [
    f'" onmouseover={HIT} x="',
    f"' onfocus={HIT} autofocus x='",
    f"` onclick={HIT} `",
    f'"><img src=x onerror={HIT}>',
    f"x' style='background:url(javascript:{HIT})",
    f"&quot; onload={HIT}",
    "\\",
    '\\" + alert(1) + \\"',
    "\u2028alert(1)\u2029",
    "\x00\x01\x1b[31m",
]
ADDRESSES = [
    f"javascript:{HIT}",
    f"JaVaScRiPt:{HIT}",
    f"java\tscript:{HIT}",
    f"\x01javascript:{HIT}",
    f"data:text/html,<script>{HIT}</script>",
    f"vbscript:{HIT}",
    "file:///etc/passwd",
    "//example.org/x",
    f'https://example.org/"onclick={HIT}',
    f"https://example.org/#</a><script>{HIT}</script>",
]
MARKS = [
    "\u202egnol\u202c abc",
    "\u2066\u2067\u2068 never closed",
    "\u202b" * 50 + "a",
    "\u2069\u202c closed only",
    "\u200f\u200e" * 30,
    "e" + "\u0301" * 200,
    "\u0628" + "\u064b\u064c\u0651" * 100,
    "\ufeff\u200b\u200c\u200d",
    "\ud800 half",
    "\U0001f469\u200d\U0001f692" * 30,
]
STYLES = [
    "}</style><style>*{display:none}",
    "x;}*{display:none!important}",
    "expression(alert(1))",
    "url(https://example.org/x.png)",
    "position:fixed;inset:0;z-index:9999",
    "<div style='position:fixed;inset:0;background:red'>",
    "<link rel=stylesheet href=https://example.org/x.css>",
]
TEMPLATES = [
    "{{7*7}}",
    "{% raw %}{{ 7*7 }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "{{ ''.__class__.__mro__ }}",
    "{# comment",
    "__proto__",
    "constructor",
]
LONG = ["ا" * 5000, "W" * 5000, "a b " * 2000, "\n" * 500 + "x", "<" * 2000]
CORES = [*SCRIPTS, *ATTRIBUTES, *ADDRESSES, *MARKS, *STYLES, *TEMPLATES, *LONG]
HOSTILE = [
    before + core + after
    for before, after in (
        ("", ""),
        ("لواء ", " النخيل"),
        ("\"'>", "<!--"),
        ("=", "\u202e"),
        ("&lt;", ";"),
    )
    for core in CORES
]
AT_ONCE = 33


def test_there_are_enough_hostile_texts() -> None:
    assert len(set(HOSTILE)) >= 300


ON_MAP = next(lexeme.id for lexeme in lexemes().values() if lexeme.lat is not None)


def hostile(thing: Any, text: str, *kept: str) -> Any:
    """Put a hostile text into every field that holds text."""
    held = {f.name for f in fields(thing) if isinstance(getattr(thing, f.name), str)} - {*kept}
    return replace(thing, **dict.fromkeys(held, text))


def attacked(sample: Any, text: str, number: int) -> Any:
    """Return the sample with a text in every field; ids differ by number, so that many fit a page."""

    def member(id: tuple[str, str]) -> tuple[str, str]:
        return f"{id[0]}-{number}", id[1]

    def reading(old: Reading) -> Reading:
        article: Article = hostile(old.article, text, "id", "text")
        article = replace(article, id=f"{old.article.id}-{number}", publisher=text, url=text)
        spoken = "".join(
            text[: s.end - s.start].ljust(s.end - s.start) + "\n" for s in old.sentences
        )
        claims: tuple[Claim, ...] = tuple(
            replace(c, rule=text, role=text, attribution=text, verb=text) for c in old.claims
        )
        entities = tuple(replace(e, names=(text,)) for e in old.entities)
        return Reading(replace(article, text=spoken), old.sentences, entities, claims)

    ids = {entity.id: f"{text}{entity.id}{number}" for entity in sample.entities}
    entities = tuple(
        replace(
            e, id=ids[e.id], names=(text, text), lexeme=ON_MAP if e.kind is Kind.PLACE else text,
            members=tuple(map(member, e.members)),
        )
        for e in sample.entities
    )  # fmt: skip
    ties = tuple(
        replace(t, subject=ids[t.subject], object=ids[t.object], verb=text,
                claims=tuple((f"{a}-{number}", p) for a, p in t.claims))
        for t in sample.ties
    )  # fmt: skip
    return replace(
        sample, entities=entities, ties=ties, readings=tuple(map(reading, sample.readings))
    )


def draw(samples: list[Any], **more: Any) -> str:
    entities = [entity for sample in samples for entity in sample.entities]
    ties = [tie for sample in samples for tie in sample.ties]
    readings = [reading for sample in samples for reading in sample.readings]
    return draw_page(entities, ties, gather(ties, readings), **more)


WALK = """async () => {
    const PARTS = "#panel *, #found *, #verbs *, #publisher *, #place *, #world *, #print-view *, #spoken *";
    const kinds = new Set();
    const wait = () => new Promise((done) => setTimeout(done, 0));
    const buttons = (selector) => [...document.querySelectorAll(selector)];
    const look = () => {
        for (const found of document.querySelectorAll(PARTS))
            kinds.add(found.localName);
        for (const link of document.querySelectorAll("a[href]"))
            if (!/^https?:/.test(link.protocol)) kinds.add("link to " + link.protocol);
        if (document.documentElement.scrollWidth > innerWidth + 1) kinds.add("a page too wide");
        const side = document.getElementById("side");
        if (side.scrollWidth > side.clientWidth + 1) kinds.add("a panel too wide");
    };
    look();
    const count = JSON.parse(document.getElementById("data").textContent).entities.length;
    dispatchEvent(new Event("beforeprint"));
    document.getElementById("view-map").click();
    look();
    document.getElementById("view-graph").click();
    dispatchEvent(new Event("afterprint"));
    const query = document.getElementById("query");
    for (let position = 0; position < count; position += 4) {
        query.value = JSON.parse(document.getElementById("data").textContent).entities[position].names[0];
        query.dispatchEvent(new Event("input"));
        look();
        query.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter"}));
        look();
        buttons("button.tie")[0]?.click();
        look();
        await wait();
    }
    document.getElementById("switch").click();
    look();
    return [...kinds].sort();
}"""
OURS = {
    "a", "article", "bdi", "blockquote", "button", "dd", "div", "dl", "dt", "h2", "input", "label", "li", "mark",
    "option", "p", "rect", "section", "span", "svg", "ul", "ol", "circle", "g", "path", "polygon", "text", "title",
}  # fmt: skip


@pytest.mark.parametrize("start", range(0, len(HOSTILE), AT_ONCE))
def test_what_articles_say_is_never_run_nor_breaks_the_page(
    open_page: Any, sample: Any, start: int
) -> None:
    texts = HOSTILE[start : start + AT_ONCE]
    samples = [attacked(sample, text, number) for number, text in enumerate(texts)]
    visit = open_page(draw(samples, title=texts[0]))
    assert set(visit.page.evaluate(WALK)) - OURS == set()
    assert visit.page.evaluate("() => window.wasHit") is None
    assert visit.page.locator("img, iframe, link, base, meta[http-equiv=refresh]").count() == 0
    assert visit.page.locator("script").count() == 4
    assert len(visit.page.context.pages) == 1
    for part in ("header", "#filters", "#canvas", "#time", "#panel"):
        assert visit.page.is_visible(part)
    visit.must_be_quiet()


FRAGMENTS = [
    *(text for text in HOSTILE[:60] if text.isprintable()),
    '{"chosen":{"entity":"__proto__"}}',
    '{"pinned":[["p","x",1]],"steps":1e9,"around":{"entity":"p","steps":-1},"from":"0000-99-99"}',
    *("%", "{}", "[]", "null"),
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_a_hostile_fragment_changes_nothing(sample: Any, shared: Any, fragment: str) -> None:
    page = shared.page
    page.evaluate("text => { location.hash = '#' + encodeURIComponent(text); }", fragment)
    page.evaluate("() => new Promise((done) => setTimeout(done, 20))")
    state = page.evaluate("() => window.kgState()")
    assert (state["chosen"], state["around"], state["pinned"]) == (None, None, {})
    assert page.evaluate("() => window.wasHit") is None
    shared.must_be_quiet()


@pytest.fixture(scope="module")
def shared(browser: Any, examples: Any) -> Any:
    from tests.views.conftest import Visit

    context = browser.new_context()
    visit = Visit(context.new_page())
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.goto(examples.pages["en"].as_uri())
    visit.page.wait_for_selector("html[data-ready]", state="attached")
    yield visit
    context.close()


def test_no_script_but_its_own_may_run(open_page: Any, sample: Any) -> None:
    visit = open_page(draw([sample]))
    visit.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.wasHit = true";
            document.body.append(script);
        }"""
    )
    assert visit.page.evaluate("() => window.wasHit") is None
    assert any("Content Security Policy" in error for error in visit.errors)


ATTACK = f"""title: </script><script>{HIT}</script>
url: javascript:{HIT}
publisher: "><img src=x onerror={HIT}>
issued: 2023-03-14

يقود العقيد سالم الراوي «لواء النخيل <img src=x onerror={HIT}>» منذ عام 2019 </script><script>{HIT}</script>.
وقال العقيد سالم الراوي، قائد لواء النخيل: <a href="javascript:{HIT}">اضغط</a> {{{{7*7}}}} ${{7*7}}.
"""


def test_an_article_that_is_an_attack_is_only_read(open_page: Any, tmp_path: Path) -> None:
    (tmp_path / "attack.txt").write_text(ATTACK, encoding="utf-8")
    kg.build.build([tmp_path / "attack.txt"], tmp_path / "graph")
    entities, ties = kg.build.entities(tmp_path / "graph"), kg.build.ties(tmp_path / "graph")
    evidence = gather(ties, kg.build.readings(tmp_path / "graph"))
    visit = open_page(draw_page(entities, ties, evidence))
    page = visit.page
    page.fill("#query", "سالم الراوي")
    page.press("#query", "Enter")
    page.click("#panel .tie >> nth=0")
    shown = page.inner_text(".claim >> nth=0")
    assert "<script>" in shown
    assert page.locator("img, iframe, a[href]").count() == 0
    assert page.evaluate("() => window.wasHit") is None
    visit.must_be_quiet()


def saved(page: Any, control: str) -> str:
    page.click("#save summary")
    with page.expect_download() as waiting:
        page.click(control)
    return Path(waiting.value.path()).read_text("utf-8-sig")


def test_a_drawing_saved_is_well_formed_whatever_names_hold(open_page: Any, sample: Any) -> None:
    odd = [*CORES, "\ufffe\uffff", "\x0b\x7f\x85"]
    visit = open_page(draw([attacked(sample, text, number) for number, text in enumerate(odd)]))
    for view in ("#view-graph", "#view-map"):
        visit.page.click(view)
        drawing = ElementTree.fromstring(saved(visit.page, "#save-svg"))
        named = {element.tag.partition("}")[2] for element in drawing.iter()}
        assert named <= {"svg", "g", "path", "rect", "circle", "polygon", "text", "title"}
        assert not [
            name for element in drawing.iter() for name in element.attrib if name.startswith("on")
        ]
    visit.must_be_quiet()


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_of_the_table_saved_is_a_formula(open_page: Any, sample: Any, start: str) -> None:
    visit = open_page(draw([attacked(sample, f"{start}1+1", 0)]))
    rows = list(csv.reader(io.StringIO(saved(visit.page, "#save-csv"), newline="")))
    cells = [cell for row in rows for cell in row]
    assert f"'{start}1+1" in cells
    assert not [cell for cell in cells if cell.startswith(start)]


def test_an_empty_network_opens(open_page: Any) -> None:
    visit = open_page(draw_page([], [], {}))
    for control in ("#view-map", "#view-graph", "#switch", "#fit"):
        visit.page.click(control)
    visit.must_be_quiet()
