"""Asides: what stands within a clause between a verb and whom it is said of."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, members
from kg.lexicon.words import group_words, place_words


def past_aside(units: Sequence[Unit], at: int) -> int:
    """Return where the clause goes on after an aside between commas, or 0: «وسيطر[، بحسب المصدر،] اللواء على …»."""
    if units[at].form not in COMMAS or at + 1 >= len(units):
        return 0
    first = units[at + 1]
    if first.entity or not (first.clitic or is_particle(first, *ASIDE)):
        return 0
    for position in range(at + 2, min(len(units), at + LONG)):
        unit = units[position]
        if unit.form in COMMAS:
            return position + 1
        if unit.stops or is_particle(unit, "complementizer", "relative"):
            return 0
    return 0


ASIDE = ("preposition", "time", "adverb")
"""Classes of particles that open an aside."""
LONG = 18
"""How long an aside may be."""


def copula(units: Sequence[Unit], verb: int) -> int | None:
    """Return where «هو», «هي» stand whose predicate the verb at `verb` begins: «وهي [كتيبة محلية] تقاتل …»."""
    start = verb - 1
    while start >= max(0, verb - 3) and _is_indefinite(units[start]):
        start -= 1
    if start < 0 or units[start].form not in ("هو", "هي") or units[verb].joined:
        return None
    return start


def _is_indefinite(unit: Unit) -> bool:
    plain = not (unit.entity or unit.definite or unit.is_mark or unit.prefix or is_verb(unit))
    return plain and not is_particle(unit)


def past_span(units: Sequence[Unit], at: int) -> int:
    """Return the end of «منذ عشر سنوات», told between a verb and its subject, or 0."""
    end = at + 1
    while end < len(units) and (
        is_particle(units[end], "time", "number") or units[end].noun in cued("span")
    ):
        end += 1
    return end if units[at].form in SINCE and end > at + 1 and end < len(units) else 0


SINCE = frozenset(("منذ", "خلال", "طوال", "قبل", "بعد"))


def describes_many(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb tells of an indefinite noun right before it: «قُتل [مسلحون] ينتمون إلى …»."""
    before = units[at - 1] if at else None
    if before is None or units[at].joined or before.entity or before.definite or before.pronoun:
        return False
    if is_particle(before) or is_verb(before) or before.is_mark:
        return False
    if before.form in cued("other") or before.noun not in group_words():
        before = units[at - 2] if at > 1 and not units[at - 2].is_mark else before
    unnamed = not (before.entity or before.definite or before.pronoun or before.verbs)
    told = at > 2 and units[at - 3].form in ("هو", "هي")
    many = before.noun in group_words() and unnamed and not told
    return many or units[at - 1].noun in members() or units[at - 1].noun in place_words()
