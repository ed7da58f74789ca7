"""Draws a network as one HTML file that works offline; the only home of pyvis.

pyvis gives the shape of nodes and edges and ships vis-network; the page around them is our own, for
pyvis's template asks a network for styles and runs whatever script a name may hold. Here all that
articles say travels as data, is shown as text only, and a content security policy lets no other
script run than the two whose hashes the page names.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from pyvis.edge import Edge
from pyvis.network import Network as Drawing
from pyvis.node import Node

from kg.arabic.letters import fold
from kg.model import Entity, Kind, Tie
from kg.network import describe_entity, describe_tie, in_order, lay_out, weave_network
from kg.views.evidence import ClaimId, Evidence
from kg.views.records import evidence_record
from kg.views.styles import FAMILIES, STANCES, family_of, look_of_kind, word

_ISOLATE, _POP = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LABELLED_EDGES = 200
"""With more edges their labels hide the network; they are then shown for the chosen ones only."""
_LONGEST_LABEL = 32
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hideEdgesOnDrag": True, "hideEdgesOnZoom": True, "selectConnectedEdges": True},
    "edges": {
        "smooth": False,
        "arrowStrikethrough": False,
        "selectionWidth": 2,
        "font": {"size": 18, "face": "sans-serif", "strokeWidth": 4},
    },
    "nodes": {"font": {"size": 24, "face": "sans-serif", "strokeWidth": 4}},
}


def draw_page(
    entities: Sequence[Entity],
    ties: Iterable[Tie],
    evidence: Mapping[ClaimId, Evidence],
    *,
    title: str = "شبكة الفاعلين المسلحين · Network of armed actors",
) -> str:
    """Return the page: a map of actors, a legend, a search box, and a panel of names and claims."""
    data = page_data(entities, ties, evidence)
    scripts = {"vis": vis_network(), "script": _file("page.js")}
    style = _file("page.css")
    template = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined
    ).get_template("page.html.j2")
    return template.render(
        title=title,
        data=escape_json(data),
        style=style,
        style_hash=hash_source(style),
        script_hashes=[hash_source(script) for script in scripts.values()],
        legend=_legend(),
        **scripts,
    )


def page_data(
    entities: Sequence[Entity], ties: Iterable[Tie], evidence: Mapping[ClaimId, Evidence]
) -> dict[str, Any]:
    """Return all that the page shows, as JSON: nodes and edges of vis-network, and their details.

    Nodes, edges and claims are named by their position, never by a text out of an article.
    """
    entities = sorted(entities, key=lambda entity: entity.id)
    ties = in_order(ties)
    number = {entity.id: position for position, entity in enumerate(entities)}
    shown = sorted({claim for tie in ties for claim in tie.claims if claim in evidence})
    claim_number = {claim: position for position, claim in enumerate(shown)}
    drawing = _draw(entities, ties, number)
    nodes, edges, *_ = drawing.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": _OPTIONS,
        "entities": [_entity_details(entity) for entity in entities],
        "ties": [_tie_details(tie, number, claim_number) for tie in ties],
        "claims": [_claim_details(evidence[claim]) for claim in shown],
        "words": _words(ties),
        "fold": fold_table(),
    }


def _draw(entities: Sequence[Entity], ties: Sequence[Tie], number: Mapping[str, int]) -> Drawing:
    """Fill a pyvis network; its `add_node` would search all nodes once more for each."""
    places = lay_out(weave_network(entities, ties))
    degrees = dict.fromkeys(number, 0)
    for tie in ties:
        for end in (tie.subject, tie.object):
            degrees[end] += 1
    drawing = Drawing(directed=True)
    for entity in entities:
        look = look_of_kind(entity.kind)
        x, y = places[entity.id]
        node = Node(
            number[entity.id],
            look.shape,
            isolate(describe_entity(entity)["label"]),
            color=look.colour,
            size=min(12 + 3 * math.isqrt(degrees[entity.id] * 2), 40),
            x=x,
            y=y,
        )
        drawing.nodes.append(node.options)
    beside: Counter[tuple[str, ...]] = Counter()
    for position, tie in enumerate(ties):
        pair = tuple(sorted((tie.subject, tie.object)))
        drawn = {"id": position, **_look_of_tie(tie), **_bend(tie, beside[pair])}
        if len(ties) > _LABELLED_EDGES:
            del drawn["label"]
        edge = Edge(number[tie.subject], number[tie.object], directed=True, **drawn)
        drawing.edges.append(edge.options)
        beside[pair] += 1
    return drawing


def _look_of_tie(tie: Tie) -> dict[str, Any]:
    stance = STANCES[tie.stance]
    return {
        "label": isolate(f"{stance.mark} {word(tie.verb, 'ar')}"),
        "color": FAMILIES[family_of(tie.verb)].colour,
        "width": min(1 + tie.sources, 5),
        "dashes": list(stance.dashes) or False,
    }


def _bend(tie: Tie, earlier: int) -> dict[str, Any]:
    """Bend an edge that is not the first of its pair, to either side in turn, ever further."""
    if earlier == 0:
        return {}
    clockwise = (earlier % 2 == 1) == (tie.subject < tie.object)
    way = "curvedCW" if clockwise else "curvedCCW"
    return {"smooth": {"enabled": True, "type": way, "roundness": 0.15 * ((earlier + 1) // 2)}}


def isolate(label: str) -> str:
    """Wrap each line of a label so that a canvas sets it from right to left, and cut a long one.

    >>> ascii(isolate("لواء 51"))
    "'\\\\u2067\\\\u0644\\\\u0648\\\\u0627\\\\u0621 51\\\\u2069'"
    """
    plain = re.sub("[\u2066-\u2069\u202a-\u202e]", "", " ".join(label.split()))
    if len(plain) > _LONGEST_LABEL:
        plain = plain[: _LONGEST_LABEL - 1] + "…"
    return f"{_ISOLATE}{plain}{_POP}"


def _entity_details(entity: Entity) -> dict[str, Any]:
    return {
        **describe_entity(entity),
        "folded": [fold(name) for name in entity.names],
    }


def _tie_details(
    tie: Tie, number: Mapping[str, int], claim_number: Mapping[ClaimId, int]
) -> dict[str, Any]:
    return {
        **describe_tie(tie),
        "subject": number[tie.subject],
        "object": number[tie.object],
        "family": family_of(tie.verb),
        "claims": [claim_number[claim] for claim in tie.claims if claim in claim_number],
    }


def _claim_details(evidence: Evidence) -> dict[str, Any]:
    record = evidence_record(evidence)
    record["url"] = safe_link(evidence.article.url)
    record["quote"] = [evidence.quote.start, evidence.quote.end]
    return {key: value for key, value in record.items() if value not in (None, "", False)}


def safe_link(url: str | None) -> str | None:
    """Return a web address, or nothing for any other kind of link.

    >>> safe_link("https://example.org/a"), safe_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if url is None or re.search(r"[\x00-\x20]", url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _words(ties: Iterable[Tie]) -> dict[str, Any]:
    names = sorted({tie.verb for tie in ties} | {kind.value for kind in Kind})
    return {
        "terms": {name: [word(name, "ar"), word(name, "en")] for name in names},
        "stances": {s.value: [look.ar, look.en, look.mark] for s, look in STANCES.items()},
    }


def _legend() -> dict[str, Any]:
    return {
        "kinds": {kind.value: asdict(look_of_kind(kind)) for kind in Kind},
        "families": {name: asdict(look) for name, look in FAMILIES.items()},
        "stances": {stance.value: asdict(look) for stance, look in STANCES.items()},
    }


def fold_table() -> dict[str, str]:
    """Return how single Arabic letters and marks are folded, so that the search box folds alike."""
    letters = [*range(0x600, 0x700), 0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F)]
    letters += [*range(0x2060, 0x206A), 0xFEFF]
    return {chr(code): fold(chr(code)) for code in letters if fold(chr(code)) != chr(code)}


def escape_json(data: Any) -> str:
    """Return JSON that can stand in a script element: no `<`, `>`, `&` nor line separators.

    >>> escape_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return re.sub("[<>&\u2028\u2029\ud800-\udfff]", lambda m: f"\\u{ord(m.group()):04x}", text)


def hash_source(text: str) -> str:
    """Return the hash by which a content security policy names a script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def vis_network() -> str:
    """Return the newest vis-network that pyvis ships, without the link to its source map."""
    folders = files("pyvis").joinpath("templates", "lib")
    newest = max(
        (folder for folder in folders.iterdir() if folder.name.startswith("vis-")),
        key=lambda folder: [int(part) for part in re.findall(r"\d+", folder.name)],
    )
    text = newest.joinpath("vis-network.min.js").read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S*\s*$", "", text).replace("\r\n", "\n")


def _file(name: str) -> str:
    return files("kg.views").joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
