"""Heads: what the words after the head of a noun phrase tell of it, one by one."""

from __future__ import annotations

from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import holders, modifier_frames


def is_closed(unit: Unit) -> bool:
    """Say whether a noun is an indefinite plural that stands in no construct: «مسلحون», «مقاتلين»."""
    return not unit.definite and unit.form.endswith(("ون", "ين")) and len(unit.form) > 4


def is_other(unit: Unit) -> bool:
    """Say whether a unit is definite and begins something else."""
    return (unit.definite or bool(unit.entity)) and not unit.clitic


def is_object(unit: Unit) -> bool:
    """Say whether a noun in the accusative begins another phrase: «هاجم مسلحون [حاجزاً] …»."""
    return unit.noun != unit.form and unit.form == unit.noun + "ا" and unit.noun in holders()


def qualifies(unit: Unit) -> bool:
    """Say whether a word may go on with «مسلحون …»: an adjective in the same plural, a preposition."""
    return unit.form.endswith(("ون", "ين")) or bool(unit.classes) or belongs(unit)


def belongs(unit: Unit) -> bool:
    """Say whether a participle tells what the many belong to."""
    return any(
        frame.verb in ("partOf", "memberOf", "affiliatedWith")
        for frame in modifier_frames().get(unit.noun, ())
    )


def is_held(unit: Unit, holder: str) -> bool:
    """Say whether a word with a preposition goes on with whose men are meant: «موكب [لقيادات] الجماعة»."""
    return bool(holder) and unit.noun in holders()


def ends_phrase(unit: Unit) -> bool:
    """Say whether no noun phrase goes on over a unit."""
    return (
        is_verb(unit)
        or unit.is_mark
        or is_particle(unit, "preposition", "relative", "complementizer")
    )
