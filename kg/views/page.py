"""Draws a network as one HTML file that works offline: the explorer.

All that articles say travels as data and is shown as text only. A content security policy lets no
other script or style run than those whose hashes the page names, and nothing be fetched from anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from kg.model import Entity, Kind, Tie
from kg.views.contents import contents
from kg.views.drawings import vis_network
from kg.views.evidence import ClaimId, Evidence
from kg.views.packing import escape_json, hash_source, pack
from kg.views.styles import FAMILIES, LANGUAGES, STANCES, look_of_kind

SCRIPTS = [
    "elements",
    "words",
    "data",
    "fold",
    "search",
    "state",
    "fragment",
    "time",
    "filters",
    "visible",
    "network",
    "rest",
    "labels",
    "dossier",
    "claims",
    "paths",
    "panel",
    "filter_panel",
    "timeline",
    "map",
    "files",
    "walk",
    "keys",
    "start",
]
STYLES = ["page", "controls", "panels", "print"]


def draw_page(
    entities: Sequence[Entity],
    ties: Iterable[Tie],
    evidence: Mapping[ClaimId, Evidence],
    *,
    title: str | None = None,
    language: str = "ar",
    draw_all: bool = False,
) -> str:
    """Return the page, opened in a language (`ar` or `en`); its reader may switch to the other.

    Big networks open with the most important actors drawn, unless `draw_all`. Raises `KeyError` for a
    tie of an unknown entity.
    """
    settings = {"language": language, "draw_all": draw_all, "title": title}
    data, packing = pack({**contents(entities, ties, evidence), **settings, "words": words()})
    scripts = {"vis": vis_network(), "script": _script()}
    style = "".join(_file(f"styles/{name}.css") for name in STYLES)
    template = Environment(
        loader=FunctionLoader(_file), autoescape=True, undefined=StrictUndefined
    ).get_template("page.html.j2")
    at = LANGUAGES.index(language)
    return template.render(
        title=title,
        language=language,
        word=lambda key: words()[key][at],
        both=lambda key: words()[key],
        packing=packing,
        data=data,
        outline=escape_json(json.loads(_file("outline.json"))),
        style=style,
        style_hash=hash_source(style),
        script_hashes=[hash_source(script) for script in scripts.values()],
        looks=_looks(at),
        **scripts,
    )


def _script() -> str:
    """Return our scripts as one that leaves nothing behind but what it puts into `window`."""
    parts = "".join(_file(f"scripts/{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(async () => {{\n{parts}}})();\n'


@cache
def words() -> dict[str, list[str]]:
    """Return the words of the page's controls by key, in Arabic and English."""
    head, *lines = _file("words.tsv").splitlines()
    rows = (dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines)
    return {row["key"]: [row[language] for language in LANGUAGES] for row in rows}


def _looks(at: int) -> dict[str, Any]:
    """Return how kinds, families of verbs and stances are drawn, each with its word to begin with."""
    looks = {
        "kinds": {kind.value: look_of_kind(kind) for kind in Kind},
        "families": FAMILIES,
        "stances": {stance.value: look for stance, look in STANCES.items()},
    }
    return {
        group: {
            name: {**asdict(look), "word": getattr(look, LANGUAGES[at])}
            for name, look in members.items()
        }
        for group, members in looks.items()
    }


def _file(name: str) -> str:
    path = files("kg.views").joinpath("explorer", *name.split("/"))
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")
