"""Vacancies: who held a post that was told of before without his name — «قُتل قيادي في الحركة … القيادي سالم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.bodies import title_of
from kg.claims.drafts import Draft, pairs
from kg.claims.memory import Memory
from kg.claims.units import Unit
from kg.lexicon.frames import cued
from kg.lexicon.words import name_parts, titles
from kg.model import Kind

REACH = 3
"""How many words may stand between «القيادي», «القتيل» and his name."""


def named_later(
    units: Sequence[Unit], at: int, before: Sequence[Unit], memory: Memory
) -> Iterator[Draft]:
    """Yield who held a post told of before without his name: «قُتل قيادي في الحركة … القيادي [سالم]»."""
    word, bodies = memory.vacant
    unit = units[at]
    plain = unit.definite and not unit.entity
    title = titles().get(unit.noun) if plain else None
    same = (title is not None and title.word == word) or (plain and unit.noun in cued("victim"))
    if not same or not bodies:
        return
    near = {other.entity for other in (*before, *units[:at])}
    if not any(body.entity in near for body in bodies):
        return
    after = at + 1
    while after < min(len(units), at + 1 + REACH) and _leads_to_name(units[after]):
        after += 1
    person = units[after] if after < len(units) else None
    if person is None or person.kind is not Kind.PERSON or person.prefix:
        return
    if after == at + 1 or not person.article:  # «القيادي الميداني الحوثي» is one of theirs
        role = (unit.start, unit.end) if title is not None else None
        drafts = pairs("post-memberOf", "memberOf", [person], bodies, at, role=role)
        yield from (draft for draft in drafts if draft.verb == "memberOf")


def _leads_to_name(unit: Unit) -> bool:
    """Say whether a word may stand between «القيادي», «القتيل» and his name: «المستهدف», «هو», «يدعى»."""
    called = "call" in name_parts().get(unit.form, ())
    plain = unit.definite and not unit.entity and not unit.prefix and not title_of(unit)
    return called or plain or unit.form == "هو"
