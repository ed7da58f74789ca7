"""A wheel has all that the package reads: ontology, lexicon, and the parts of the page."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kg

HOME = Path(kg.__file__).parent.parent
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
USE = """
import sys
sys.path.insert(0, sys.argv[1])
import kg, kg.build
from kg.graph.ontology import KG, ontology_dir
from kg.graph.questions import questions
from kg.lexicon.lexemes import lexemes
from kg.cli import main
assert kg.__file__.startswith(sys.argv[1]), kg.__file__
assert ontology_dir().is_relative_to(sys.argv[1]), ontology_dir()
assert KG.commands and questions() and lexemes()["hezbollah"]
main(["build", sys.argv[2], "-o", "graph"], standalone_mode=False)
main(["show", "graph", "-o", "graph.html"], standalone_mode=False)
main(["check", "graph"], standalone_mode=False)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel without asking any server."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*PIP, "wheel", *offline, "-q", "-w", str(folder), str(HOME)], check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    for folder, name in ((HOME / "kg", "kg"), (HOME / "ontology", "kg/_ontology")):
        for path in folder.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert f"{name}/{path.relative_to(folder).as_posix()}" in packed


def test_an_installed_wheel_builds_and_shows_a_graph(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = ["install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([*PIP, *install], check=True)
    article = HOME / "examples" / "articles" / "03-manbij.txt"
    command = [sys.executable, "-I", "-X", "utf8", "-c", USE, str(site), str(article)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "graph.html").stat().st_size > 100_000
