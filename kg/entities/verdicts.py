"""Verdicts carried out: what an analyst's decisions mean for nodes, and which of them contradict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.entities.clustering import Pair
from kg.entities.decisions import Decision
from kg.entities.likeness import key
from kg.entities.nodes import Member, Node
from kg.model import Kind, Problem, Reading


@dataclass(slots=True)
class Verdicts:
    """Pairs of nodes to join and to keep apart, by place, and what could not be carried out."""

    together: list[tuple[Pair, Decision]] = field(default_factory=list)
    apart: dict[int, set[int]] = field(default_factory=dict)
    forbidden: dict[Pair, Decision] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def keep_apart(self, one: int, other: int, decision: Decision | None = None) -> None:
        """Keep two nodes apart."""
        self.apart.setdefault(one, set()).add(other)
        self.apart.setdefault(other, set()).add(one)
        if decision is not None:
            self.forbidden.setdefault((min(one, other), max(one, other)), decision)


def set_apart(
    decisions: Sequence[Decision], readings: Mapping[str, Reading]
) -> tuple[dict[Member, str], list[Problem]]:
    """Return the entities of single articles that `split` verdicts set apart: member → the verdict's id."""
    found: dict[Member, str] = {}
    problems: list[Problem] = []
    for decision in decisions:
        if decision.verdict != "split" or not decision.other.startswith("@"):
            continue
        article, _, name = decision.other[1:].partition("#")
        reading = readings.get(article)
        members = [
            (article, entity.id)
            for entity in (reading.entities if reading is not None else ())
            if key(entity.kind, name) in {key(entity.kind, known) for known in entity.names}
        ]
        if not members:
            problems.append(
                Problem(decision.where, f"{decision.other}: no such name in an article")
            )
        for member in members:
            found.setdefault(member, decision.id)
    return found, problems


def carry_out(decisions: Sequence[Decision], nodes: Sequence[Node]) -> Verdicts:
    """Say which nodes the verdicts join and keep apart. A `not-same` outweighs any `same`."""
    verdicts = Verdicts()
    by_id: dict[str, list[int]] = {}
    for at, node in enumerate(nodes):
        for id in node.ids:
            by_id.setdefault(id, []).append(at)
    for decision in decisions:
        if decision.verdict in ("same", "not-same"):
            ends = [by_id.get(id, []) for id in (decision.one, decision.other)]
            missing = [id for id in (decision.one, decision.other) if id not in by_id]
            if missing:
                why = f"{decision.verdict}: no entity {' and no '.join(missing)} in this graph"
                verdicts.problems.append(Problem(decision.where, why))
            elif decision.verdict == "same":
                _join(verdicts, decision, nodes, ends[0], ends[1])
            else:
                _part(verdicts, decision, ends[0], ends[1])
        elif decision.verdict == "split":
            _split(verdicts, decision, nodes, by_id.get(decision.one, []))
    return verdicts


def _join(
    verdicts: Verdicts,
    decision: Decision,
    nodes: Sequence[Node],
    ones: list[int],
    others: list[int],
) -> None:
    """Take a `same`: each id stands for the node that bore it first."""
    one, other = (min(ends, key=lambda at: nodes[at].born) for ends in (ones, others))
    if nodes[one].family != nodes[other].family:
        why = f"same: one is a {nodes[one].kind}, the other a {nodes[other].kind}"
        verdicts.problems.append(Problem(decision.where, f"{why}; give a verdict of kind instead"))
    elif one != other:
        verdicts.together.append(((min(one, other), max(one, other)), decision))


def _part(verdicts: Verdicts, decision: Decision, ones: list[int], others: list[int]) -> None:
    shared = set(ones) & set(others)
    if shared:
        why = "not-same: an article gives both names to one; split it with @ARTICLE#NAME"
        verdicts.problems.append(Problem(decision.where, why))
    for one in ones:
        for other in others:
            if one not in shared and other not in shared:
                verdicts.keep_apart(one, other, decision)


def _split(verdicts: Verdicts, decision: Decision, nodes: Sequence[Node], ones: list[int]) -> None:
    """Keep the bearers of a name, or what was set apart, from the entity they are cut from."""
    if decision.other.startswith("@"):
        cut = [at for at, node in enumerate(nodes) if node.own == decision.id]
        rest = [at for at in ones if at not in cut]
    else:
        rest = [at for at in ones if not _bears(nodes[at], decision.other)]
        cut = [at for at, node in enumerate(nodes) if _bears(node, decision.other)]
        cut = [at for at in cut if nodes[at].family in {nodes[one].family for one in ones}]
    if not rest or not cut:
        why = f"split: nothing to cut {decision.other} from in {decision.one}"
        verdicts.problems.append(Problem(decision.where, why))
    for one in rest:
        for other in cut:
            verdicts.keep_apart(one, other, decision)


def _bears(node: Node, name: str) -> bool:
    return key(node.kind, name) in {key(node.kind, known) for known in node.spellings}


def said(decisions: Sequence[Decision]) -> dict[str, dict[str, list[Decision]]]:
    """Return verdicts that say something of one entity: its id → verdict → decisions, the last one last."""
    found: dict[str, dict[str, list[Decision]]] = {}
    for decision in sorted(decisions, key=lambda d: (d.when, d.id)):
        if decision.verdict in ("rename", "kind", "note"):
            found.setdefault(decision.one, {}).setdefault(decision.verdict, []).append(decision)
    return found


def kind_of(decisions: Sequence[Decision]) -> Kind | None:
    """Return the kind that the last verdict gives."""
    return Kind(decisions[-1].other) if decisions else None
