"""The README holds: its commands run, in order, and what it says they print is what they print."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg

HOME = Path(kg.__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(shell|python)\n(.*?)^```\n(?:```text\n(.*?)^```\n)?", re.M | re.S)
BLOCKS = [match.groups() for match in BLOCK.finditer(README)]
COMMANDS = [line for kind, block, _ in BLOCKS if kind == "shell" for line in block.splitlines()]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out a copy of the project's examples, and a `kg` that runs this checkout."""
    home = tmp_path_factory.mktemp("readme")
    shutil.copytree(HOME / "examples", home / "examples")
    (home / "bin").mkdir()
    script = home / "bin" / "kg"
    start = "from kg.cli import main; main()"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{start}" "$@"\n')
    script.chmod(0o755)
    return home


def run(home: Path, command: list[str] | str) -> str:
    """Run a command there, and return what it prints; it must end well."""
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=home,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(HOME), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-1000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def plain(text: str) -> list[list[str]]:
    """Return the words of each line that has any, rules of tables left out."""
    lines = (line.replace("─", "").split() for line in text.splitlines())
    return [line for line in lines if line]


@pytest.mark.skipif(os.name == "nt", reason="the README speaks to a Unix shell")
def test_every_command_of_the_readme_runs(home: Path) -> None:
    for kind, block, printed in BLOCKS:
        if kind == "python":
            run(home, [sys.executable, "-W", "error", "-c", block])
            continue
        for command in block.splitlines():
            command = re.sub(r"^pip install [^&]*&& ", "", command)
            if command == "pytest":
                continue
            output = run(home, command)
        if printed is not None:
            assert plain(output) == plain(printed)


def test_the_two_commands_to_begin_with_stand_in_one_line_each() -> None:
    assert COMMANDS[:2] == [
        "pip install -c constraints.txt -e . && kg build examples/articles -o graph"
        " && kg show graph -o graph.html",
        'pip install -c constraints.txt -e ".[test]" && pytest',
    ]


def test_every_command_is_in_the_tour() -> None:
    from kg.cli import door

    assert set(door.COMMANDS) <= {
        command.split()[1] for command in COMMANDS if command.startswith("kg ")
    }


def test_every_field_of_a_reading_is_described() -> None:
    from kg.model import Article, Claim, Entity, Kind, Reading, Span, Stance
    from kg.views.records import reading_record

    claim = Claim(0, "e1", "commands", "e1", Stance.AFFIRMED, 1.0, "rule", Span(0, 1))
    entity = Entity("e1", Kind.PERSON, ("أ",))
    record = reading_record(Reading(Article("id", "doc", "أ"), (Span(0, 1),), (entity,), (claim,)))
    section = README.partition("## What `kg read` prints")[2].partition("\n## ")[0]
    described = set(re.findall(r"`(?:entities\[\]\.|claims\[\]\.|\.)?(\w+)`", section))
    fields = set(record) | set(record["entities"][0]) | set(record["claims"][0])
    assert fields <= described


def test_links_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", README):
        assert target.startswith("https://") or (HOME / target).exists(), target
