"""Every panel and control of the explorer, used as a person would, on the examples' graph, in both languages."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from kg.views.styles import family_of

BRIGADE = "لواء فجر البادية"
IN_VIEW = """([kind, number]) => {
    const network = window.kgNetwork;
    const box = document.getElementById("graph").getBoundingClientRect();
    const shown = (at) => {
        network.moveTo({position: at, scale: 1.5});
        return network.canvasToDOM(at);
    };
    const onScreen = ({x, y}) => [x + box.left, y + box.top];
    if (kind === "node") return onScreen(shown(network.getPosition(number)));
    for (let along = 0.5; along < 0.95; along += 0.02) {
        for (const part of [along, 1 - along]) {
            const at = shown(network.body.edges[number].edgeType.getPoint(part));
            if (network.getNodeAt(at) === undefined && network.getEdgeAt(at) === number) return onScreen(at);
        }
    }
}"""


class Reader:
    """A person before the page."""

    def __init__(self, visit: Any, language: str) -> None:
        self.visit, self.page, self.language = visit, visit.page, language
        self.data = json.loads(self.page.text_content("#data"))
        self.words = {
            key: both[("ar", "en").index(language)] for key, both in self.data["words"].items()
        }

    @property
    def state(self) -> Any:
        return self.page.evaluate("() => window.kgState()")

    def drawn(self, part: str) -> set[int]:
        return set(self.page.evaluate(f"() => window.kgNetwork.body.data.{part}.getIds()"))

    def entity(self, name: str) -> int:
        return next(n for n, e in enumerate(self.data["entities"]) if e["ar"] == name)

    def name(self, position: int) -> str:
        entity = self.data["entities"][position]
        return str(entity.get(self.language, entity["ar"]))

    def tie(self, **wanted: Any) -> int:
        return next(n for n, tie in enumerate(self.data["ties"]) if wanted.items() <= tie.items())

    def kind(self, position: int) -> str:
        return str(self.data["entities"][position]["kind"])

    def publishers(self, tie: Any) -> set[str]:
        told = (self.data["claims"][claim]["article"] for claim in tie["claims"])
        return {self.data["articles"][article].get("publisher", "") for article in told}

    def search(self, text: str) -> None:
        self.page.fill("#query", text)
        self.page.press("#query", "Enter")

    def click(self, kind: str, number: int) -> None:
        self.page.mouse.click(*self.page.evaluate(IN_VIEW, [kind, number]))

    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))


@pytest.fixture(params=["ar", "en"])
def reader(request: Any, open_page: Any, examples: Any) -> Any:
    visit = open_page(examples.pages[request.param])
    yield Reader(visit, request.param)
    visit.must_be_quiet()


def test_the_language_is_switched_with_all_its_words(reader: Any) -> None:
    page, other = reader.page, {"ar": "en", "en": "ar"}[reader.language]
    assert page.evaluate("() => document.documentElement.dir") == (
        "rtl" if other == "en" else "ltr"
    )
    before = page.inner_text("body")
    page.click("#switch")
    assert page.evaluate("() => [document.documentElement.lang, document.documentElement.dir]") == (
        ["ar", "rtl"] if other == "ar" else ["en", "ltr"]
    )
    names = {"English", "العربية", "PNG", "SVG", "CSV", "Esc", "Ctrl", "Enter", "Shift"}
    foreign = re.compile(r"[A-Za-z]{3,}" if other == "ar" else r"[\u0620-\u064a]{3,}")
    said = "[data-word], [data-kind], [data-family], [data-stance], [data-verb], #panel h2, #play"
    for text in page.locator(said).all_text_contents():
        assert set(foreign.findall(text)) <= names, text
    page.click("#switch")
    assert page.inner_text("body") == before
    assert page.locator("[aria-label]").evaluate_all("all => all.every((e) => e.ariaLabel.trim())")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (BRIGADE, BRIGADE),
        ("لِواء فَجْر الباديه", BRIGADE),
        ("khalid almarziq", "خالد المرزيق"),
        ("Khaled al-Marzeeq", "خالد المرزيق"),
        ("Iran", "إيران"),
        ("ايران", "إيران"),
        ("deir ez-zor", "دير الزور"),
    ],
)
def test_a_name_is_found_in_any_spelling_and_script(reader: Any, typed: str, name: str) -> None:
    reader.search(typed)
    assert reader.state["chosen"] == {"entity": reader.entity(name)}
    names = reader.page.locator("[data-section=names] li").all_inner_texts()
    assert name in names


def test_the_list_of_names_found_is_walked_with_the_keyboard(reader: Any) -> None:
    page = reader.page
    page.keyboard.press("/")
    page.keyboard.type("لواء")
    options = page.locator("#found li")
    assert options.count() > 2
    assert page.get_attribute("#query", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#query", "aria-activedescendant") == "found-1"
    wanted = options.nth(1).locator("bdi").inner_text()
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2.name") == wanted
    page.fill("#query", "xyzzy")
    assert page.text_content("#found-count") == reader.words["nothing_found"]
    page.fill("#query", "لواء")
    page.locator("#found li").first.click()
    assert page.locator("#panel h2.name").count() == 1


def test_a_click_on_a_node_opens_its_dossier(reader: Any) -> None:
    reader.click("node", reader.entity(BRIGADE))
    page = reader.page
    assert page.inner_text("#panel h2.name") == BRIGADE
    for part in ("names", "posts", "backers", "units", "fights", "places", "publishers"):
        heading = page.inner_text(f"[data-section={part}] h2")
        assert heading.startswith(reader.words[part])
    assert page.locator("[data-section=posts] svg.lifeline").count() > 0
    assert reader.words["single_source"] in page.inner_text("[data-section=backers]")
    page.click("[data-section=backers] .tie")
    assert page.locator(".claim").count() >= 1


def test_a_click_on_a_tie_shows_the_sentence_with_both_names(reader: Any) -> None:
    iran, brigade = reader.entity("إيران"), reader.entity(BRIGADE)
    reader.click("edge", reader.tie(subject=iran, verb="funds", object=brigade))
    page = reader.page
    assert page.inner_text("mark.subject >> nth=0") == "ايران"
    assert page.inner_text("mark.object >> nth=0") == BRIGADE
    assert page.locator("mark.quote").count() > 0
    text = reader.panel()
    for key in (
        "stance",
        "article",
        "publisher_of",
        "date",
        "rule",
        "confidence_of",
        "source_count",
    ):
        assert reader.words[key] in text
    assert "funds-verb" in text
    assert "2023-11-08" in text
    assert "✗" in text
    assert page.get_attribute(".claim a", "href").startswith("https://")
    page.click("#panel h2 .who >> nth=0")
    assert reader.state["chosen"] == {"entity": iran}


def test_every_claim_of_the_examples_has_both_its_names_marked(examples: Any) -> None:
    html = examples.pages["en"].read_text("utf-8")
    data = json.loads(re.search(r'data-packing="json">(.*?)</script>', html)[1])  # type: ignore[index]
    assert len(data["claims"]) > 100
    for claim in data["claims"]:
        for end in ("subject_at", "object_at"):
            sentence, spans = claim[end]
            assert spans, claim
            for start, stop in spans:
                assert data["sentences"][sentence][start:stop].strip(), claim


def test_a_pronoun_is_led_back_to_the_sentence_that_names(reader: Any) -> None:
    tie = next(
        n for n, tie in enumerate(reader.data["ties"])
        for c in tie["claims"]
        if reader.data["claims"][c].get("subject_at", [reader.data["claims"][c]["sentence"]])[0]
        != reader.data["claims"][c]["sentence"]
    )  # fmt: skip
    reader.click("edge", tie)
    assert reader.words["named_before"] in reader.panel()
    assert reader.page.locator("blockquote.before mark.subject").count() > 0


def test_doubt_and_single_sources_are_seen_at_a_glance(reader: Any) -> None:
    text = reader.panel()
    assert reader.words["disputed_ties"] in text
    assert reader.words["single_source_ties"] in text
    denied = [n for n, tie in enumerate(reader.data["ties"]) if tie["stance"] == "denied"]
    assert reader.page.locator("[data-section=disputed_ties] .tie").count() == len(denied)
    drawn = reader.page.evaluate(
        "() => window.kgNetwork.body.data.edges.get().map((e) => [e.id, e.width, e.dashes])"
    )
    for number, width, dashes in drawn:
        tie = reader.data["ties"][number]
        assert (width == 2) == (tie["sources"] == 1)
        assert (tie["stance"] in ("alleged", "denied", "disputed")) <= bool(dashes)


FILTERS = [
    ("kinds", "Place", lambda r, t: "Place" in (r.kind(t["subject"]), r.kind(t["object"]))),
    ("families", "fight", lambda r, t: family_of(t["verb"]) == "fight"),
    ("stances", "denied", lambda r, t: t["stance"] == "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("group", "value", "gone"), FILTERS)
def test_what_is_unticked_is_not_drawn(reader: Any, group: str, value: str, gone: Any) -> None:
    box = f"#filters input[data-off={group}][value={value}]"
    reader.page.uncheck(box)
    kept = {n for n, tie in enumerate(reader.data["ties"]) if not gone(reader, tie)}
    assert reader.drawn("edges") == kept
    assert f"{len(kept)} {reader.words['of']}" in reader.page.inner_text("#count")
    reader.page.click("#reset")
    assert reader.page.is_checked(box)
    assert len(reader.drawn("edges")) == len(reader.data["ties"])


def test_each_verb_can_be_unticked(reader: Any) -> None:
    reader.page.click("#filters fieldset summary")
    reader.page.uncheck("#verbs input[value=commands]")
    kept = {n for n, tie in enumerate(reader.data["ties"]) if tie["verb"] != "commands"}
    assert reader.drawn("edges") == kept


def test_ties_are_filtered_by_confidence_sources_publisher_and_place(reader: Any) -> None:
    page, ties = reader.page, reader.data["ties"]
    page.locator("#confidence").evaluate(
        "e => { e.value = 0.85; e.dispatchEvent(new Event('change')); }"
    )
    assert reader.drawn("edges") == {n for n, t in enumerate(ties) if t["confidence"] >= 0.85}
    assert page.inner_text("#confidence-out") == "0.85"
    page.click("#reset")
    page.fill("#sources", "2")
    page.press("#sources", "Tab")
    assert reader.drawn("edges") == {n for n, t in enumerate(ties) if t["sources"] >= 2}
    page.click("#reset")
    page.select_option("#publisher", "مرصد القرى")
    told = {n for n, tie in enumerate(ties) if "مرصد القرى" in reader.publishers(tie)}
    assert reader.drawn("edges") == told != set()
    page.click("#reset")
    place = reader.entity("الميادين")
    page.select_option("#place", str(place))
    assert place in reader.drawn("nodes")
    assert 1 < len(reader.drawn("nodes")) < len(reader.data["entities"]) / 2
    page.click("#reset")
    assert len(reader.drawn("edges")) == len(ties)


def neighbours(reader: Any, start: int, steps: int) -> set[int]:
    near = {start}
    edge = {start}
    for _ in range(steps):
        crossed = {n for n in edge if n == start or reader.data["entities"][n]["kind"] != "Place"}
        edge = {
            end for tie in reader.data["ties"] for end in (tie["subject"], tie["object"])
            if {tie["subject"], tie["object"]} & crossed
        } - near  # fmt: skip
        near |= edge
    return near


def test_a_neighbourhood_of_some_steps_is_shown_alone(reader: Any) -> None:
    page, start = reader.page, reader.entity(BRIGADE)
    reader.search(BRIGADE)
    page.click("#do-around")
    assert reader.drawn("nodes") == neighbours(reader, start, 1)
    page.fill("#steps", "2")
    page.press("#steps", "Enter")
    page.click("#do-around")
    assert reader.drawn("nodes") == neighbours(reader, start, 2)
    page.click("#do-everything")
    assert len(reader.drawn("nodes")) == len(reader.data["entities"])


def test_actors_are_hidden_shown_pinned_and_expanded(reader: Any) -> None:
    page, brigade = reader.page, reader.entity(BRIGADE)
    reader.search(BRIGADE)
    page.click("#do-hide")
    assert brigade not in reader.drawn("nodes")
    page.click("#do-unhide")
    assert brigade in reader.drawn("nodes")
    reader.search(BRIGADE)
    page.click("#do-pin")
    node = page.evaluate(f"() => window.kgNetwork.body.data.nodes.get({brigade})")
    assert node["fixed"] is True
    page.click("#do-unpin")
    node = page.evaluate(f"() => window.kgNetwork.body.data.nodes.get({brigade})")
    assert not node["fixed"]
    page.click("#do-around")
    page.click("[data-section=units] .tie >> nth=-1")
    page.click("#panel h2 .who >> nth=1")
    before = reader.drawn("nodes")
    page.click("#do-expand")
    assert reader.drawn("nodes") >= before
    page.click("#do-everything")
    assert len(reader.drawn("nodes")) == len(reader.data["entities"])


def distances(reader: Any, start: int) -> dict[int, int]:
    """How many ties away each actor is that is reached at all: not by a denial, nor across a place."""
    far, waiting = {start: 0}, [start]
    ties = [tie for tie in reader.data["ties"] if tie["stance"] != "denied"]
    for here in waiting:
        if here != start and reader.kind(here) == "Place":
            continue
        for tie in ties:
            ends = {tie["subject"], tie["object"]}
            for near in ends - {here} - far.keys() if here in ends else ():
                far[near] = far[here] + 1
                waiting.append(near)
    return far


def test_the_shortest_path_is_told_with_its_sentences(reader: Any) -> None:
    page, brigade = reader.page, reader.entity(BRIGADE)
    far = distances(reader, brigade)
    apart = next(n for n in range(len(reader.data["entities"])) if n not in far)
    distant = next(n for n, steps in far.items() if steps == max(far.values()))
    page.click("#path-box summary")
    page.fill("#path-from", reader.name(apart))
    page.fill("#path-to", BRIGADE)
    assert page.locator("#names option").count() > 0
    page.click("#path-find")
    assert reader.state["path"] == [apart, brigade]
    assert page.locator("#no-path").count() == 1
    page.fill("#path-from", reader.name(distant))
    page.click("#path-find")
    assert reader.state["path"] == [distant, brigade]
    steps = page.locator("#path-steps > li")
    assert steps.count() == far[distant] >= 2
    assert page.locator("#path-steps blockquote").count() >= steps.count()
    widths = page.evaluate("() => window.kgNetwork.body.data.edges.get().map((e) => e.width)")
    assert sum(width >= 6 for width in widths) >= steps.count()
    page.click("#path-steps .tie >> nth=0")
    page.click("#undo")
    assert page.locator("#path-steps").count() == 1
    borders = "() => new Set(window.kgNetwork.body.data.nodes.get().map((n) => n.borderWidth)).size"
    assert page.evaluate(borders) == 2
    page.locator("#panel").focus()
    page.keyboard.press("Escape")
    assert page.locator("#path-steps").count() == 0
    assert page.evaluate(borders) == 1
    reader.search(BRIGADE)
    page.click("#do-path")
    assert page.input_value("#path-from") != ""


def test_changes_are_undone_and_redone(reader: Any) -> None:
    page = reader.page
    assert page.is_disabled("#undo")
    page.uncheck("#filters input[value=Place]")
    reader.search(BRIGADE)
    page.click("#undo")
    assert reader.state["chosen"] is None
    page.locator("#world, #graph .vis-network").first.focus()
    page.keyboard.press("Control+z")
    assert page.is_checked("#filters input[value=Place]")
    page.keyboard.press("Control+Shift+Z")
    assert not page.is_checked("#filters input[value=Place]")
    page.click("#redo")
    assert reader.state["chosen"] == {"entity": reader.entity(BRIGADE)}
    assert page.is_disabled("#redo")


def test_a_view_is_shared_by_its_address(reader: Any, open_page: Any, examples: Any) -> None:
    page = reader.page
    page.uncheck("#filters input[value=Event]")
    page.uncheck("#filters input[value=denied]")
    reader.search(BRIGADE)
    page.click("#do-around")
    page.click("#do-pin")
    page.click("[data-section=units] .tie >> nth=0")
    page.click("#switch")
    page.click("#save summary")
    page.click("#save-link")
    reader.visit.until("() => document.querySelector('#notice').innerText !== ''")
    again = open_page(
        examples.pages[reader.language], page.url.partition("#")[1] + page.url.partition("#")[2]
    )
    there = Reader(again, reader.language)
    assert there.state == reader.state
    assert there.drawn("nodes") == reader.drawn("nodes")
    assert there.panel() == reader.panel()
    again.must_be_quiet()


def slide(page: Any, id: str, share: float) -> None:
    page.locator(id).evaluate(
        "(e, share) => { e.focus(); e.value = +e.min + (e.max - e.min) * share;"
        " e.dispatchEvent(new Event('input')); e.dispatchEvent(new Event('change')); }",
        share,
    )


def test_the_slider_keeps_what_holds_in_the_chosen_time(reader: Any) -> None:
    page = reader.page
    whole = reader.drawn("edges")
    page.uncheck("#open-time")
    slide(page, "#from", 0.9)
    late = reader.drawn("edges")
    assert 0 < len(late) < len(whole)
    first = reader.state["from"]
    for number in late:
        tie = reader.data["ties"][number]
        assert max([*tie.get("days", []), tie.get("since", ""), tie.get("until", "")]) >= first[:4]
    page.check("#open-time")
    both = reader.drawn("edges")
    assert late < both
    faint = page.evaluate(
        "() => window.kgNetwork.body.data.edges.get().filter((e) => e.color.opacity < 0.5).map((e) => e.id)"
    )
    assert both - late <= set(faint)
    assert page.inner_text("#from-out") == first
    page.locator("#from").focus()
    page.keyboard.press("Home")
    assert reader.state["from"] == ""
    slide(page, "#to", 0.5)
    assert reader.state["to"] != ""
    page.click("#all-time")
    assert reader.drawn("edges") == whole


def test_a_month_of_the_strip_is_chosen_and_time_is_played(reader: Any) -> None:
    page = reader.page
    bar = page.locator("#strip rect.bar").last
    month = bar.get_attribute("data-month")
    assert bar.locator("title").text_content().startswith(month)
    bar.click()
    assert reader.state["from"] == f"{month}-01"
    page.click("#all-time")
    page.click("#play")
    assert page.inner_text("#play") == reader.words["pause"]
    reader.visit.until("() => window.kgState().from !== ''")
    start = reader.state["from"]
    reader.visit.until("start => window.kgState().from > start", start)
    page.click("#play")
    assert page.inner_text("#play") == reader.words["play"]
    assert page.get_attribute("#play", "aria-pressed") == "false"


def test_the_map_shows_places_and_is_linked_to_the_graph(reader: Any) -> None:
    page = reader.page
    reader.search(BRIGADE)
    page.click("#view-map")
    assert page.is_hidden("#graph")
    marks = page.locator("#world .mark")
    assert marks.count() > 10
    near = page.locator("#world .mark[opacity='1']").count()
    assert 0 < near < marks.count()
    assert BRIGADE in page.locator("#world .mark[opacity='1'] text").all_text_contents()
    told = page.locator("#world .mark[opacity='1'] title").all_text_contents()
    assert any(f"{reader.words['operates_here']}: {BRIGADE}" in text for text in told)
    place = (
        reader.entity("الميادين")
        if reader.data["entities"][reader.entity("الميادين")].get("at")
        else None
    )
    mark = page.locator("#world .mark[opacity='1']").first
    chosen = int(mark.get_attribute("data-place")) if place is None else place
    page.locator(f"#world .mark[data-place='{chosen}']").press("Enter")
    assert reader.state["chosen"] == {"entity": chosen}
    before = page.get_attribute("#world", "viewBox")
    page.click("#zoom-in")
    page.locator("#world").press("ArrowLeft")
    assert page.get_attribute("#world", "viewBox") != before
    page.click("#fit")
    page.mouse.move(640, 300)
    page.mouse.wheel(0, -200)
    page.mouse.down()
    page.mouse.move(700, 340, steps=4)
    page.mouse.up()
    assert "Natural Earth" in page.inner_text("#ground-note")
    for key in ("clashes_here", "controls_here", "operates_here"):
        assert reader.words[key] in page.inner_text("#ground-note")
    page.uncheck("#filters input[value=Place]")
    page.uncheck("#filters input[value=State]")
    assert marks.count() == 0
    assert reader.words["no_places"] in page.inner_text("#ground-note")
    page.click("#view-graph")
    assert page.is_visible("#graph")


def save(reader: Any, control: str) -> bytes:
    reader.page.click("#save summary")
    with reader.page.expect_download() as waiting:
        reader.page.click(control)
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("view", ["graph", "map"])
def test_the_view_is_saved_as_a_picture(reader: Any, view: str) -> None:
    reader.page.click(f"#view-{view}")
    picture = save(reader, "#save-png")
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000
    svg = save(reader, "#save-svg").decode()
    assert svg.startswith("<svg")
    assert svg.count("<text") > 5
    assert "script" not in svg
    if view == "graph":
        assert svg.count("<polygon") + svg.count("<circle") >= len(reader.drawn("nodes"))


def test_what_is_selected_is_saved_as_a_table(reader: Any) -> None:
    def table() -> list[dict[str, str]]:
        text = save(reader, "#save-csv").decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    whole = table()
    assert len(whole) == sum(len(tie["claims"]) for tie in reader.data["ties"])
    reader.search(BRIGADE)
    own = table()
    assert 0 < len(own) < len(whole)
    assert all(BRIGADE in (row["subject"], row["object"]) for row in own)
    funds = reader.tie(subject=reader.entity("إيران"), verb="funds")
    reader.page.click(f"[data-section=backers] [data-tie='{funds}']")
    (row,) = table()
    assert (row["verb"], row["stance"], row["publisher"]) == ("funds", "denied", "مرصد القرى")
    assert row["quote"] in row["sentence"]


def test_the_page_prints_without_its_controls(reader: Any) -> None:
    page = reader.page
    page.evaluate("() => { window.print = () => { window.wasPrinted = true; }; }")
    page.click("#save summary")
    page.click("#save-print")
    assert page.evaluate("() => window.wasPrinted")
    reader.search(BRIGADE)
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.is_visible("#print-view svg")
    assert BRIGADE in page.locator("#print-view svg text").all_text_contents()
    width, room = (
        page.locator(part).bounding_box()["width"] for part in ("#print-view svg", "body")
    )
    assert width <= room
    for control in ("#filters", "#query", "#sliders", ".actions", "#zoom"):
        assert page.is_hidden(control)
    assert page.is_visible("#panel")
    assert page.is_visible("#canvas")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("#print-view svg").count() == 0


def test_the_keyboard_moves_and_zooms_the_graph(reader: Any) -> None:
    page = reader.page
    view = "() => [window.kgNetwork.getViewPosition().x, window.kgNetwork.getScale()]"
    x, scale = page.evaluate(view)
    page.locator("#graph .vis-network").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("+")
    moved, nearer = page.evaluate(view)
    assert moved > x
    assert nearer > scale
    page.keyboard.press("-")
    page.click("#zoom-in")
    page.click("#zoom-out")
    page.click("#fit")
    reader.search(BRIGADE)
    page.locator("#graph .vis-network").focus()
    page.keyboard.press("Escape")
    assert reader.state["chosen"] is None


ARROWS = {"ArrowLeft": (-1, 0), "ArrowRight": (1, 0), "ArrowUp": (0, -1), "ArrowDown": (0, 1)}


def test_the_graph_is_walked_by_key_and_told_aloud(reader: Any) -> None:
    page, brigade = reader.page, reader.entity(BRIGADE)
    frame = page.locator("#graph .vis-network")
    frame.focus()
    page.keyboard.press("Enter")
    nearest = reader.state["chosen"]["entity"]
    spoken = page.locator("#spoken[role=status]")
    assert reader.name(nearest) in spoken.inner_text()
    page.keyboard.press("Escape")
    reader.search(BRIGADE)
    frame.focus()
    at = "number => window.kgNetwork.getPosition(number)"
    for key, (right, down) in ARROWS.items():
        page.keyboard.press(key)
        reached = reader.state["chosen"]["entity"]
        if reached == brigade:
            assert reader.words["nobody_there"] in spoken.inner_text()
            continue
        assert reached in neighbours(reader, brigade, 1)
        one, other = page.evaluate(at, brigade), page.evaluate(at, reached)
        assert (other["x"] - one["x"]) * right + (other["y"] - one["y"]) * down > 0
        assert spoken.inner_text().startswith(reader.name(reached))
        assert BRIGADE in spoken.inner_text()
        page.click("#undo")
        frame.focus()
        assert reader.state["chosen"] == {"entity": brigade}
    before = page.evaluate("() => window.kgNetwork.getViewPosition().x")
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("() => window.kgNetwork.getViewPosition().x") > before
    assert reader.state["chosen"] == {"entity": brigade}
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "panel"
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('#panel') !== null")
    page.click("[data-section=backers] .tie >> nth=0")
    assert BRIGADE in spoken.inner_text()


def test_focus_follows_the_order_of_the_page(reader: Any) -> None:
    page = reader.page
    page.evaluate("() => document.activeElement.blur()")
    order = []
    for _ in range(14):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate("() => document.activeElement.id || document.activeElement.localName")
        )
    head = ["query", "view-graph", "view-map", "summary", "switch", "summary"]
    assert order[: len(head)] == head
    assert page.evaluate(
        "() => [...document.querySelectorAll('[tabindex]')].every((e) => e.tabIndex <= 0)"
    )


def test_forces_are_off_until_switched_on(reader: Any) -> None:
    page, brigade = reader.page, reader.entity(BRIGADE)
    at = f"() => JSON.stringify(window.kgNetwork.getPosition({brigade}))"
    before = page.evaluate(at)
    page.wait_for_timeout(200)
    assert page.evaluate(at) == before
    page.check("#physics")
    reader.visit.until(
        f"before => JSON.stringify(window.kgNetwork.getPosition({brigade})) !== before", before
    )
    page.uncheck("#physics")


VIEWS = {
    "overview": lambda reader: None,
    "dossier": lambda reader: reader.search(BRIGADE),
    "claims": lambda reader: reader.page.click("[data-section=disputed_ties] .tie >> nth=0"),
    "map": lambda reader: reader.page.click("#view-map"),
    "found": lambda reader: reader.page.fill("#query", "لواء"),
    "menus": lambda reader: [
        reader.page.click(f"{menu} summary") for menu in ("#save", "#path-box", "#filters fieldset")
    ],
}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_no_serious_violation(reader: Any, view: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe is not installed")
    VIEWS[view](reader)
    source = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    reader.page.evaluate(source)
    found = reader.page.evaluate("() => axe.run()")["violations"]
    serious = [
        (one["id"], node["html"][:200])
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert serious == []
    reader.visit.errors[:] = [error for error in reader.visit.errors if "axe" not in error.lower()]
