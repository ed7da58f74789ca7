"""Governed: what a preposition after an event noun governs — «هجوم [على] البلدة», «القتال جنباً إلى جنب [مع] …»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.arguments import LATER, PRONOUNS, named_or_area
from kg.claims.clauses import antecedent
from kg.claims.units import Unit
from kg.lexicon.frames import cued, modifier_frames


def _beside(before: Unit, slot: str) -> bool:
    """Tell «جنباً إلى جنب مع», which joins, from «مع», which may part."""
    return (before.form == "جنب") == (slot == "جنب مع")


def _is_it(unit: Unit, slot: str) -> bool:
    """Say whether a word is the preposition of a slot, `toward` any that tells whom an attack is aimed at."""
    return unit.form in cued("toward") if slot == "toward" else unit.form == slot.split()[-1]


def _is_participles(unit: Unit) -> bool:
    """Say whether a preposition after the unit is its own: «اعتقال سالم بواسطة اللواء [التابع] للحشد»."""
    return not unit.entity and unit.definite and unit.noun in modifier_frames()


GROUND = frozenset(("في", "ب", "علي", "داخل"))
NEAR = 4
"""How far from its noun a preposition with a pronoun may stand: «تمويل X [له]», not «عبر مكتب له»."""


def governed(
    units: Sequence[Unit], at: int, slot: str, end: int, before: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Return the names the preposition `slot` governs between the event noun at `at` and `end`."""
    for position in range(at + 1, end):
        unit = units[position]
        if slot in GROUND and unit.form in LATER and not unit.entity:
            break  # «سيطرة الجيش على …[ بعد] معارك في …»
        start = None
        if not unit.entity and _is_it(unit, slot) and _beside(units[position - 1], slot):
            start = position + 1
        elif (
            slot == "الي جانب"
            and unit.form == "الي"
            and units[min(position + 1, len(units) - 1)].form == "جانب"
        ):
            start = position + 2
        elif unit.clitic == slot and not _is_participles(units[position - 1]):
            start = position
        elif position - at < NEAR and unit.form.removeprefix(slot) in PRONOUNS and not unit.entity:
            who = antecedent(units, at, unit.form[len(slot) :], before)
            return (who,) if who else ()
        if start is not None and start < len(units):
            found = named_or_area(units, start)
            if found:
                return found
    return ()
