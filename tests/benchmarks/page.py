"""How soon a page paints and how smoothly it pans, beside pyvis's own page of the same graph.

`python tests/benchmarks/page.py [NODES …]`; by default 100 500 2000 5000 20000, three ties a node.
Ours is opened twice, the second time with all drawn, as `kg show --all` does; so big that makes a
difference. Pyvis is given up after a minute. Frames are those the browser paints with the graph
moved while a mouse drags it.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import TimeoutError as TooSlow
from playwright.sync_api import sync_playwright
from pyvis.network import Network

from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance, Tie
from kg.views.evidence import gather
from kg.views.page import draw_page

PATIENCE, PANNING, EACH = 60, 3, 3
FIRST = [
    "لواء",
    "كتيبة",
    "حركة",
    "سرايا",
    "فوج",
    "سالم",
    "خالد",
    "مروان",
    "ياسر",
    "نزار",
    "وادي",
    "تل",
]
SECOND = [
    "النخيل",
    "البادية",
    "الراوي",
    "القفراوي",
    "الشرقي",
    "العرمة",
    "الزيتون",
    "المرزيق",
    "الساحل",
]
KINDS = [Kind.PERSON, Kind.ARMED_GROUP, Kind.ARMED_GROUP, Kind.ORGANIZATION, Kind.PLACE]
VERBS = {
    Kind.PLACE: ("operatesIn", "controls", "locatedIn"),
    Kind.ARMED_GROUP: ("commands", "memberOf", "foughtWith", "supports", "alliedWith", "attacked"),
}
ALL = '{"all":true}'
PAINTED = """() => {
    const canvas = document.querySelector("canvas");
    if (!canvas || !canvas.width) return false;
    const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return data.some((value) => value !== 0);
}"""
COUNT = """() => {
    const network = window.kgNetwork ?? window.network;
    window.drawn = 0;
    let before = 0;
    const next = () => {
        const at = network.body.view.translation.x;
        if (at !== before) window.drawn++;
        before = at;
        requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
}"""


def invent(count: int) -> tuple[list[Entity], list[Tie], list[Reading]]:
    """Return a network of communities and hubs, each tie with a claim in a sentence of its own."""
    chance = random.Random(count)
    names = [f"{chance.choice(FIRST)} {chance.choice(SECOND)} {n}" for n in range(count)]
    kinds = [chance.choice(KINDS) for _ in range(count)]
    groups = max(count // 80, 1)
    pairs = set()
    while len(pairs) < count * EACH:
        one = chance.randrange(count)
        own = chance.randrange(max(count // groups, 1)) * groups + one % groups
        other = own % count if chance.random() < 0.85 else int(count * chance.random() ** 3)
        if one != other:
            pairs.add((one, other))
    ordered = sorted(pairs)
    ties, readings = [], []
    for start in range(0, len(ordered), 12):
        told = ordered[start : start + 12]
        ties += [_tie(pair, kinds, start, place, chance) for place, pair in enumerate(told)]
        readings.append(_reading(start, told, ties[-len(told) :], names, kinds))
    entities = [Entity(f"n{n:05}", kinds[n], (names[n],), members=()) for n in range(count)]
    return entities, ties, readings


def _tie(
    pair: tuple[int, int], kinds: list[Kind], start: int, place: int, chance: random.Random
) -> Tie:
    verb = chance.choice(VERBS.get(kinds[pair[1]], ("supports", "opposes", "kinOf")))
    stance = chance.choices(list(Stance), (90, 5, 3, 2))[0]
    day = date(2015, 1, 1) + timedelta(days=start % 3200)
    ends = f"n{pair[0]:05}", verb, f"n{pair[1]:05}"
    return Tie(
        *ends,
        stance,
        0.8,
        ((f"a{start:06}", place),),
        days=(day,),
        sources=chance.choice((1, 1, 2, 3)),
    )


def _reading(
    start: int, told: list[tuple[int, int]], ties: list[Tie], names: list[str], kinds: list[Kind]
) -> Reading:
    sentences, claims, text = [], [], ""
    for place, (tie, (one, other)) in enumerate(zip(ties, told, strict=True)):
        said = f"وذكرت مصادر محلية أن {names[one]} على صلة بـ{names[other]} منذ مطلع العام بحسب ما نقله مراسلون. "
        span = Span(len(text), len(text) + len(said) - 1)
        stance = Stance.DENIED if tie.stance is Stance.DISPUTED else tie.stance
        claims.append(Claim(place, f"e{one}", tie.verb, f"e{other}", stance, 0.8, "invented", span))
        sentences.append(span)
        text += said
    issued = Moment(ties[0].days[0], ties[0].days[0])
    article = Article(
        f"a{start:06}",
        f"a{start}",
        text,
        f"خبر {start}",
        publisher=f"صحيفة {start % 40}",
        issued=issued,
    )
    ends = sorted({end for pair in told for end in pair})
    return Reading(
        article,
        tuple(sentences),
        tuple(Entity(f"e{n}", kinds[n], (names[n],)) for n in ends),
        tuple(claims),
    )


def plain(entities: list[Entity], ties: list[Tie]) -> str:
    """Return pyvis's own page: forces in the browser, everything inline."""
    network = Network(directed=True, cdn_resources="in_line", height="750px")
    network.add_nodes([e.id for e in entities], label=[e.names[0] for e in entities])
    for tie in ties:
        network.add_edge(tie.subject, tie.object, title=tie.verb)
    return str(network.generate_html())


def measure(browser: Any, address: str, ready: str) -> str:
    """Return seconds until something is painted, and frames a second while panning."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_offline(True)
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    start = time.perf_counter()
    try:
        page.goto(address, wait_until="commit")
        page.wait_for_selector(ready, state="attached")
        while not page.evaluate(PAINTED):
            if time.perf_counter() - start > PATIENCE:
                raise TooSlow("nothing is painted")
            page.wait_for_timeout(50)
        painted = time.perf_counter() - start
        return f"{painted:7.1f} s {_pan(page):5.0f} fps"
    except TooSlow:
        return f"  over {PATIENCE} s        "
    finally:
        context.close()


def _pan(page: Any) -> float:
    box = page.locator("canvas").first.bounding_box()
    x, y = box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.9
    page.wait_for_timeout(1000)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(COUNT)
    start, step = time.perf_counter(), 0
    while time.perf_counter() - start < PANNING:
        step += 1
        page.mouse.move(x + 150 * ((step % 80) / 40 - 1), y - step % 40)
    frames = page.evaluate("() => window.drawn")
    return float(frames) / (time.perf_counter() - start)


def main(sizes: list[int]) -> None:
    """Print a line for each size: ours and pyvis's, and the size of our file."""
    heads = f"{'ours':>20} {'ours, all drawn':>20} {'pyvis':>20} {'file':>9} {'made in':>9}"
    print(f"{'nodes':>6} {'ties':>6} {heads}")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for count in sizes:
            flags = ["--no-sandbox", "--disable-gpu"]
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=flags
            )
            entities, ties, readings = invent(count)
            start = time.perf_counter()
            ours, theirs = Path(folder) / "ours.html", Path(folder) / "theirs.html"
            ours.write_text(draw_page(entities, ties, gather(ties, readings)), encoding="utf-8")
            made = time.perf_counter() - start
            mine = measure(browser, ours.as_uri(), "html[data-ready]")
            whole = measure(browser, f"{ours.as_uri()}#{quote(ALL)}", "html[data-ready]")
            theirs.write_text(plain(entities, ties), encoding="utf-8")
            other = measure(browser, theirs.as_uri(), "canvas")
            size = ours.stat().st_size / 2**20
            print(
                f"{count:6} {len(ties):6} {mine:>20} {whole:>20} {other:>20} {size:5.1f} MiB {made:7.1f} s",
                flush=True,
            )
            browser.close()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 500, 2000, 5000, 20000])
