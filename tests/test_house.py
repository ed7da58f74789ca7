"""The house stands as drawn: who may import whom, and where outside packages live."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kg

HOUSE = Path(kg.__file__).parent
GROUND = {"model", "errors", "languages", "lexicon", "arabic", "ledger", "roster", "_version"}
STAGES = {"articles", "sentences", "mentions", "claims", "entities", "ties", "graph"}
MAY_IMPORT = {
    **dict.fromkeys(GROUND, GROUND),
    **{stage: GROUND | {stage} for stage in STAGES},
    "network": GROUND | {"graph", "network"},
    "views": GROUND | {"graph", "network", "views"},
    "evaluation": GROUND | {"evaluation"},
    "build": GROUND | STAGES,
}
HOMES = {
    "rdflib": "graph",
    "pyoxigraph": "graph",
    "oxrdflib": "graph",
    "pyvis": "views",
    "click": "cli",
    "rich": "cli",
    "trafilatura": "articles",
    "networkx": "network",
    "hijridate": "arabic",
}
ALSO = {("networkx", "views"), ("rdflib", "__init__")}
"""Views draw the networks that the network room weaves; `kg.load` names the type it returns."""
MODULES = sorted(path for path in HOUSE.rglob("*.py"))
LONGEST_MODULE, LONGEST_FUNCTION, MOST_PARAMETERS = 300, 50, 8


def room(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module == "kg":
                found.update(f"kg.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_a_room_imports_only_what_its_floor_allows(path):
    here = room(path)
    if here in ("cli", "__init__", "__main__") or path.name.startswith("make_"):
        return
    used = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")}
    rooms = {name for name in used if not name.startswith("__")}
    assert rooms <= MAY_IMPORT[here], rooms - MAY_IMPORT[here]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_each_outside_package_lives_in_one_room(path):
    for name in imports(path):
        home = HOMES.get(name.split(".")[0])
        assert home in (None, room(path)) or (name.split(".")[0], room(path)) in ALSO


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOUSE)))
def test_modules_and_functions_stay_short(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name
            if room(path) != "cli":
                parameters = len(node.args.args) + len(node.args.kwonlyargs)
                assert parameters <= MOST_PARAMETERS, node.name


def test_no_module_is_named_for_nothing():
    empty_words = {"utils", "helpers", "common", "core", "base", "manager", "misc"}
    assert not empty_words & {path.stem for path in MODULES}
