"""Decisions: an analyst's verdicts on who is who, one a line of an append-only text file.

A line has six cells, tab-separated: when, who, verdict, one, other, why. Lines that start with `#` are comments.
`one` is the id of an entity, and its name after a blank for people to read; `other` depends on the verdict:

    same, not-same   another entity, in the same form
    rename           `ar:` or `en:` and the name to show
    split            a name that is another's, or `@ARTICLE#NAME` for one article's bearer of a name
    kind             a kind: Person, ArmedGroup, Organization, State, Place or Event
    note             nothing; the note stands in `why`
    undo             nothing; `one` is the id of the verdict taken back, as `kg decisions` shows it

A verdict's id is made of its line, so order does not matter and two files are merged by concatenation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import BadDecisions
from kg.model import Kind, Problem

NAME = "decisions.tsv"
VERDICTS = ("same", "not-same", "rename", "split", "kind", "note", "undo")
HEAD = "# when\twho\tverdict\tone\tother\twhy"
_CELLS = 6
_LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict: `one` and `other` without the names that stand there for people; `where` is file and line."""

    when: str
    who: str
    verdict: str
    one: str
    other: str
    why: str
    where: str = ""

    @property
    def id(self) -> str:
        """Return what `undo` calls it by: a hash of all but its place."""
        cells = (self.when, self.who, self.verdict, self.one, self.other, self.why)
        return hashlib.sha256("\t".join(cells).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def read_decisions(paths: Iterable[Path]) -> list[Decision]:
    """Read verdicts from files, those that exist, each verdict once.

    Raises `BadDecisions` naming file and line where one is no verdict.
    """
    found: dict[str, Decision] = {}
    for path in paths:
        if path.exists():
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise BadDecisions(f"{path}: not UTF-8 at byte {error.start}") from error
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip() and not line.startswith("#"):
                    decision = parse_line(line.removesuffix("\r"), f"{path}:{number}")
                    found.setdefault(decision.id, decision)
    return list(found.values())


def parse_line(line: str, where: str) -> Decision:
    """Read one line. Raises `BadDecisions` where it is no verdict, saying what is wrong with it."""
    cells = [cell.strip() for cell in line.split("\t")]
    cells += [""] * (_CELLS - len(cells))
    if len(cells) != _CELLS:
        raise BadDecisions(f"{where}: {len(cells)} cells; there are six, with tabs between them")
    when, who, verdict, one, other, why = cells
    if verdict not in VERDICTS:
        raise BadDecisions(f"{where}: no verdict {verdict!r}; they are {', '.join(VERDICTS)}")
    if verdict in ("same", "not-same"):
        other = _first(other)
    decision = Decision(when, who, verdict, _first(one), other, why, where)
    wrong = _wrong(decision)
    if wrong is not None:
        raise BadDecisions(f"{where}: {wrong}")
    return decision


def _first(cell: str) -> str:
    return cell.split(" ", 1)[0]


def _wrong(decision: Decision) -> str | None:
    """Say what is wrong with a verdict, or `None`."""
    verdict, other = decision.verdict, decision.other
    if not decision.when or not decision.who:
        return "when and who must be given"
    if not decision.one:
        return "the fourth cell, the entity's id, is empty"
    if verdict in ("same", "not-same") and (not other or other == decision.one):
        return f"{verdict} wants two entities"
    if verdict == "rename":
        language, _, name = other.partition(":")
        if language not in _LANGUAGES or not name.strip():
            return f"rename wants ar:NAME or en:NAME, not {other!r}"
    if verdict == "kind" and other not in {kind.value for kind in Kind}:
        return f"no kind {other!r}; they are {', '.join(kind.value for kind in Kind)}"
    if verdict == "split" and not other.strip("@#"):
        return "split wants a name, or @ARTICLE#NAME"
    if verdict == "note" and not decision.why:
        return "the note is empty; it stands in the sixth cell"
    return None


def line_of(decision: Decision, names: Sequence[str] = ("", "")) -> str:
    """Write a verdict as a line, with the names of its entities for people to read."""
    one = f"{decision.one} {names[0]}".strip()
    other = decision.other
    if decision.verdict in ("same", "not-same"):
        other = f"{other} {names[1]}".strip()
    cells = (decision.when, decision.who, decision.verdict, one, other, decision.why)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def append(path: Path, decision: Decision, names: Sequence[str] = ("", "")) -> Decision:
    """Add a verdict to the end of a file, which is made if it is missing; return it as it is read back."""
    line = line_of(decision, names)
    read = parse_line(line, str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else f"{HEAD}\n"
    gap = "" if not before or before.endswith("\n") else "\n"
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"{'' if path.stat().st_size else before}{gap}{line}\n")
    return read


def in_force(decisions: Iterable[Decision]) -> tuple[list[Decision], list[Problem]]:
    """Return the verdicts that hold, sorted by id, and undos of what is not there.

    A verdict holds unless an undo that holds takes it back; so an undo can itself be undone.
    """
    known = {decision.id: decision for decision in decisions}
    taken: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for id, decision in sorted(known.items()):
        if decision.verdict == "undo":
            taken.setdefault(decision.one, []).append(id)
            if decision.one not in known:
                problems.append(Problem(decision.where, f"no verdict {decision.one} to undo"))
    holds: dict[str, bool] = {}

    def is_held(id: str, path: frozenset[str] = frozenset()) -> bool:
        if id not in holds:
            above = [undo for undo in taken.get(id, ()) if undo not in path]
            holds[id] = not any(is_held(undo, path | {id}) for undo in above)
        return holds[id]

    held = [known[id] for id in sorted(known) if known[id].verdict != "undo" and is_held(id)]
    return held, problems


def digest(decisions: Iterable[Decision]) -> str:
    """Return a hash of verdicts that hold: empty where there is none."""
    ids = sorted(decision.id for decision in decisions)
    return hashlib.sha256(" ".join(ids).encode()).hexdigest()[:16] if ids else ""
