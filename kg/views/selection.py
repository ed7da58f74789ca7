"""Chooses what of a graph is shown: around an actor, in a time, of some verbs."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from kg.model import Entity, Tie
from kg.network import weave_network, within


def of_verbs(ties: Iterable[Tie], verbs: Collection[str]) -> list[Tie]:
    """Return the ties of some verbs."""
    return [tie for tie in ties if tie.verb in verbs]


def in_time(ties: Iterable[Tie], first: date, last: date) -> list[Tie]:
    """Return the ties that their texts put between two days, and those of which they tell no time.

    A tie lasts from the first day known of it, stated or attested, to the last.
    """
    kept = []
    for tie in ties:
        stated = [moment for moment in (tie.since, tie.until) if moment is not None]
        known = [*tie.days, *(m.first for m in stated), *(m.last for m in stated)]
        if not known or (min(known) <= last and max(known) >= first):
            kept.append(tie)
    return kept


def around(
    entities: Iterable[Entity], ties: Iterable[Tie], id: str, steps: int
) -> tuple[list[Entity], list[Tie]]:
    """Return the actors up to so many ties away from one, and the ties among them.

    Raises `KeyError` for an unknown id.
    """
    entities, ties = list(entities), list(ties)
    near = set(within(weave_network(entities, ties), id, steps))
    return [entity for entity in entities if entity.id in near], among(ties, near)


def among(ties: Iterable[Tie], ids: Collection[str]) -> list[Tie]:
    """Return the ties whose two ends are among some actors."""
    return [tie for tie in ties if tie.subject in ids and tie.object in ids]
