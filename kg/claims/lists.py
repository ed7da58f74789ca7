"""Lists: members of a group named after an unnamed many — «قتلى من الحركة، بينهم سالم وراشد»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.drafts import Draft, pairs
from kg.claims.units import Unit, is_verb
from kg.model import Kind

LISTING = frozenset(("بينهم", "ابرزهم", "منهم", "ضمنهم"))
SHARED = frozenset(("killed", "detained"))


def read(units: Sequence[Unit], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield that the persons listed are of the group before, and share what was done to its members."""
    for at, unit in enumerate(units):
        if unit.form not in LISTING and not _is_colon_list(units, at):
            continue
        group = next((u for u in reversed(units[:at]) if u.kind is Kind.ARMED_GROUP), None)
        people = _people(units, at + 1)
        if group is None or not people or any(u.form in LISTING for u in units[at + 1 : at + 4]):
            continue
        yield from pairs("listed-member", "memberOf", people, [group], at, confidence=0.6)
        for draft in drafts:
            if draft.verb in SHARED and draft.object.entity == group.entity:
                yield from pairs(draft.rule, draft.verb, [draft.subject], people, draft.trigger)


def _is_colon_list(units: Sequence[Unit], at: int) -> bool:
    """Say whether «هم:» or «وهم:» opens a list."""
    return units[at].form == "هم" and at + 1 < len(units) and units[at + 1].form == ":"


def _people(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the persons named from `at` on, to the end of the sentence or the next finite verb."""
    found: list[Unit] = []
    for unit in units[at:]:
        if (unit.stops and unit.form != ":") or is_verb(unit):
            break
        if unit.kind is Kind.PERSON:
            found.append(unit)
    return found
