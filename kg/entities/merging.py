"""Merging: clusters of nodes made into entities, with ids that stay and names that are counted.

The id of an entity is what the first of its names, by date of issue, would be called alone; all other
names' ids lead to it too. So an article that comes later renames nothing, and where it merges two
entities the id of the younger one stays resolvable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kg.entities.clustering import Clusters
from kg.entities.decisions import Decision
from kg.entities.likeness import is_telling, key
from kg.entities.nodes import Born, Node, entity_id
from kg.entities.verdicts import kind_of, said
from kg.lexicon.lexemes import forms, lexemes
from kg.model import Entity, Kind, Problem


def merge(
    clusters: Clusters, decisions: Sequence[Decision] = ()
) -> tuple[list[Entity], list[Problem]]:
    """Return entities in order of id, and verdicts on entities that are not there or contradict."""
    drafts = [[clusters.nodes[at] for at in members] for members in clusters.all()]
    ids = _shared_out([_claimed(members) for members in drafts])
    verdicts = said(decisions)
    problems: list[Problem] = []
    entities: list[Entity] = []
    for members, names in zip(drafts, ids, strict=True):
        names = names or (entity_id(members[0].family, "own", *min(n.born for n in members)),)
        spoken = [verdicts.pop(id) for id in names if id in verdicts]
        entities.append(_entity(members, names, _gathered(spoken, problems)))
    for id, rest in sorted(verdicts.items()):
        for some in rest.values():
            problems += [Problem(d.where, f"{d.verdict}: no entity {id} here") for d in some]
    return sorted(entities, key=lambda entity: entity.id), problems


def _claimed(members: Sequence[Node]) -> list[tuple[Born, str]]:
    """Return the ids an entity's nodes go by, the lexicon's first, then in order of appearance."""
    claims: dict[str, Born] = {}
    for node in members:
        for id in node.ids:
            born = ("", "", "") if id == node.lexeme else node.born
            claims[id] = min(claims.get(id, born), born)
    return sorted((born, id) for id, born in claims.items())


def _shared_out(claims: Sequence[Sequence[tuple[Born, str]]]) -> list[tuple[str, ...]]:
    """Give each entity the ids it was the first to bear, its own id first."""
    owner: dict[str, tuple[Born, int]] = {}
    for at, some in enumerate(claims):
        for born, id in some:
            owner[id] = min(owner.get(id, (born, at)), (born, at))
    shared: list[tuple[str, ...]] = []
    for at, some in enumerate(claims):
        shared.append(tuple(id for _, id in some if owner[id][1] == at))
    return shared


def _gathered(
    spoken: Sequence[dict[str, list[Decision]]], problems: list[Problem]
) -> dict[str, list[Decision]]:
    """Return all that is said of one entity, by verdict, and tell what contradicts."""
    found: dict[str, list[Decision]] = {}
    for some in spoken:
        for verdict, decisions in some.items():
            found.setdefault(verdict, []).extend(decisions)
    for verdict, decisions in found.items():
        decisions.sort(key=lambda decision: (decision.when, decision.id))
        last: dict[str, Decision] = {}
        for decision in decisions if verdict != "note" else ():
            matter = decision.other.partition(":")[0] if verdict == "rename" else verdict
            before = last.get(matter)
            if before is not None and before.other != decision.other:
                where = f"{before.where} and {decision.where}"
                problems.append(
                    Problem(where, f"{verdict} twice; the later holds; undo one of them")
                )
            last[matter] = decision
    return found


def _entity(
    members: Sequence[Node], ids: tuple[str, ...], spoken: dict[str, list[Decision]]
) -> Entity:
    names: Counter[str] = Counter()
    kinds: Counter[Kind] = Counter()
    for node in members:
        names.update(node.names)
        kinds.update(node.kinds)
    lexeme = next((node.lexeme for node in members if node.lexeme), None)
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    if lexeme in lexemes():
        kind = lexemes()[lexeme].kind
    chosen = kind_of(spoken.get("kind", ()))
    shown = tuple(_shown(spoken.get("rename", ())))
    chosen_names = dict(shown)
    first = [chosen_names["ar"]] if "ar" in chosen_names else []
    known = lexemes()[lexeme].names_ar if lexeme in lexemes() else ()
    printed = sorted(names, key=_rank(kind, names, {key(kind, name) for name in known}))
    order = list(dict.fromkeys((*first, *printed, *chosen_names.values())))
    return Entity(
        ids[0],
        chosen or kind,
        tuple(order),
        lexeme if chosen in (None, kind) else None,
        members=tuple(sorted(member for node in members for member in node.members)),
        counts=tuple(names[name] for name in order),
        ids=ids[1:],
        shown=shown,
        notes=tuple(decision.why for decision in spoken.get("note", ())),
    )


Rank = tuple[bool, bool, int, int, str]


def _rank(kind: Kind, names: Counter[str], known: set[tuple[str, ...]]) -> Callable[[str], Rank]:
    """Return what names are shown by: the lexicon's first, then those that tell, the most printed, the fullest."""

    def rank(name: str) -> Rank:
        strange = bool(known) and key(kind, name) not in known
        return (strange, not is_telling(kind, name), -names[name], -len(forms(name)), name)

    return rank


def _shown(decisions: Sequence[Decision]) -> Iterator[tuple[str, str]]:
    """Yield language and name of the last renaming for each language."""
    last = {}
    for decision in decisions:
        language, _, name = decision.other.partition(":")
        last[language] = name.strip()
    yield from sorted(last.items())
