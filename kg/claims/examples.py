"""Examples: the names that tell which an unnamed many are — «فصائل، [أبرزها] A وB», «حركات [مثل] A وB»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.claims.drafts import GROUPS
from kg.claims.units import LISTING, Unit, is_particle, is_verb
from kg.lexicon.frames import cued, members
from kg.lexicon.words import group_words, place_words
from kg.model import Kind

REACH = 12
"""How many adjectives, numbers and marks may stand between the many and the first of them named."""
GROUND = frozenset((Kind.PLACE,))


def examples(units: Sequence[Unit], at: int) -> int:
    """Return where the names begin that tell which the many at `at` are, or 0 where none do."""
    kinds = _kinds(units, at)
    if not kinds:
        return 0
    for position in range(at + 1, min(len(units) - 1, at + REACH)):
        unit = units[position]
        if unit.entity:
            if not _is_where(units, position) and not _is_aside(units, at, position, kinds):
                return 0
            if not _is_where(units, position):
                return position
        elif unit.form in opening():
            return _first(units, position + 1, kinds)
        elif (
            unit.stops
            or is_verb(unit)
            or is_particle(unit, "relative", "complementizer")
            or (unit.joined and unit.form != "لا")
            or unit.form in ("ضد", "مع")
        ):
            return 0
    return 0


@cache
def opening() -> frozenset[str]:
    """Return the words that open such a list."""
    return cued("listing") | cued("enumerating") | cued("example") | LISTING


def _kinds(units: Sequence[Unit], at: int) -> frozenset[Kind]:
    """Return what kinds of name may tell which the noun at `at` are; none where it is no noun of many."""
    unit = units[at]
    if unit.entity or unit.pronoun:
        return frozenset()
    group = group_words().get(unit.noun)
    counted = at > 0 and ("number" in units[at - 1].classes or units[at - 1].form[0].isdigit())
    if group is not None and (group.plural or counted or unit.noun in cued("many")):
        return GROUPS
    if unit.noun in members() and unit.form.endswith(("ون", "ين")):
        return GROUPS
    place = place_words().get(unit.noun)
    return GROUND if place is not None and (place.plural or counted) else frozenset()


def _first(units: Sequence[Unit], at: int, kinds: frozenset[Kind]) -> int:
    """Return the first name of a list, over «كل من» and a colon."""
    while at < len(units) - 1 and (
        units[at].form in (":", "كل", "كلا") or (units[at].form == "من" and not units[at].entity)
    ):
        at += 1
    return at if units[at].kind in kinds and units[at].clitic != "ل" else 0


def _is_where(units: Sequence[Unit], at: int) -> bool:
    """Say whether the name at `at` only tells where the many are: «حركات [في دارفور] أبرزها …»."""
    placed = units[at].kind in (Kind.PLACE, Kind.STATE)
    return placed and (units[at].clitic == "ب" or is_particle(units[at - 1], "preposition"))


def _is_aside(units: Sequence[Unit], many: int, at: int, kinds: frozenset[Kind]) -> bool:
    """Say whether a bracket or quotation mark parts the names from the many: «ثلاث حركات (A وB وC)»."""
    if units[at].kind not in kinds or units[at].prefix or at + 1 >= len(units):
        return False
    parted = units[at].start > units[at - 1].end and not units[at - 1].is_mark
    return (
        parted and units[at + 1].joined and units[at + 1].kind in kinds and not units[many].definite
    )


def labels(noun: Unit, name: Unit) -> bool:
    """Say whether a plural noun only says what kind of place follows: «العاصمة صنعاء و[المحافظات] عمران …»."""
    if noun.entity or name.kind is not Kind.PLACE or name.prefix:
        return False
    label = place_words().get(noun.noun)
    return label is not None and label.plural
