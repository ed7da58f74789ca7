"""A graph of invented people on disk, and its ledger in memory, for all commands to work on."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import click.testing
import pytest

import kg
import kg.articles
from kg.cli import main
from kg.graph.store import write
from kg.graph.weave import weave
from kg.model import (
    Article,
    Claim,
    Entity,
    Kind,
    Moment,
    Problem,
    Reading,
    Span,
    Stance,
    Tie,
)

TEXT = "يقود سالم الراوي لواء النخيل. وقال شهود إن اللواء ينشط في الميادين."
CUT = TEXT.index(".") + 1
DAY = Moment.parse("2021-06-01")


def article(doc: str = "one") -> Article:
    return Article(
        f"id-{doc}", doc, TEXT, "من هو قائد اللواء", publisher="صحيفة المثال", issued=DAY
    )


def reading(about: Article) -> Reading:
    def claim(sentence: int, subject: str, verb: str, object: str, words: str) -> Claim:
        quote = Span(TEXT.index(words), TEXT.index(words) + len(words))
        return Claim(sentence, subject, verb, object, Stance.AFFIRMED, 0.9, f"rule-{verb}", quote)

    entities = (
        Entity("e1", Kind.PERSON, ("سالم الراوي",)),
        Entity("e2", Kind.ARMED_GROUP, ("لواء النخيل",)),
        Entity("e3", Kind.PLACE, ("الميادين",)),
    )
    claims = (
        claim(0, "e1", "commands", "e2", "يقود سالم الراوي"),
        claim(1, "e2", "operatesIn", "e3", "ينشط في الميادين"),
    )
    return Reading(about, (Span(0, CUT), Span(CUT + 1, len(TEXT))), entities, claims)


READING = reading(article())
ENTITIES = tuple(
    Entity(id, entity.kind, entity.names, members=(("id-one", entity.id),))
    for id, entity in zip(("salim", "nakhil", "mayadin"), READING.entities, strict=True)
)
TIES = (
    Tie("salim", "commands", "nakhil", Stance.AFFIRMED, 0.9, (("id-one", 0),), days=(DAY.first,)),
    Tie("nakhil", "operatesIn", "mayadin", Stance.AFFIRMED, 0.9, (("id-one", 1),)),
)


@dataclass
class Outcome:
    articles: int
    new: int
    problems: list[Problem] = field(default_factory=list)


def fake_read(paths: Any) -> Any:
    for path in paths:
        broken = Path(path).name.startswith("broken")
        yield Problem(str(path), "not UTF-8") if broken else article(Path(path).stem)


def fake_build(paths: Any, folder: Path, *, progress: Any, **_: Any) -> Outcome:
    found = list(fake_read(paths))
    problems = [one for one in found if isinstance(one, Problem)]
    write(weave([READING], ENTITIES, TIES), folder)
    return Outcome(len(found) - len(problems), len(found) - len(problems), problems)


@pytest.fixture(autouse=True)
def _ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the stages, which have tests of their own."""
    river = ModuleType("kg.build")
    vars(river).update(
        build=fake_build,
        read_article=reading,
        entities=lambda folder: iter(ENTITIES),
        ties=lambda folder: iter(TIES),
        readings=lambda folder: iter([READING]),
    )
    monkeypatch.setitem(sys.modules, "kg.build", river)
    monkeypatch.setattr(kg, "build", river, raising=False)
    monkeypatch.setattr(kg.articles, "read", fake_read, raising=False)


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stored") / "graph"
    write(weave([READING], ENTITIES, TIES), folder)
    return folder


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, stored: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `kg` in a folder that holds `graph`, and two articles of which one is broken."""
    (tmp_path / "graph").symlink_to(stored, target_is_directory=True)
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\xff")
    monkeypatch.chdir(tmp_path)

    def call(*words: str, input: str = "") -> Result:
        result = click.testing.CliRunner().invoke(main, list(words), input=input)
        assert result.exception is None or isinstance(result.exception, SystemExit), (
            result.exception
        )
        return Result(result.exit_code, result.stdout, result.stderr)

    return call
