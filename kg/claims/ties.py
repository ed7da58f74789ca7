"""Ties: whose men an unnamed many are, by a participle or verb — «فصائل [تابعة] للجيش», «مسلحون [ينتمون] إلى …»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.units import Unit, is_particle
from kg.lexicon.frames import cued, holders, modifier_frames
from kg.lexicon.words import group_words
from kg.model import Kind

WITHIN = frozenset(("partOf", "memberOf"))
"""What participles say that leaves the deed with the body they govern: «فصائل [تابعة] للجيش»."""


def inside(units: Sequence[Unit], at: int) -> int | None:
    """Return where the body begins that the participle at `at` says the many are in, `None` for another tie."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None:
        return None
    if units[at].verbs:
        tied = after.form in ("الي", "تحت") and not after.entity
        return at + 2 if tied else at + 1 if after.clitic == "ل" or after.entity else None
    frames = modifier_frames()[units[at].noun]
    for frame in frames:
        if frame.verb not in WITHIN and not (frame.verb == "affiliatedWith" and _is_one(units, at)):
            continue
        if after.form == frame.preposition and not after.entity:
            return at + 2
        if after.clitic == frame.preposition:
            return at + 1
    return None


def _is_one(units: Sequence[Unit], at: int) -> bool:
    """Say whether the participle is of one man or cell, hit as its patron's: «خلية [مرتبطة] بالحركة»."""
    many = units[at].noun.endswith(("ون", "ين"))
    before = next((u for u in reversed(units[max(0, at - 2) : at]) if u.noun in holders()), None)
    word = group_words().get(before.noun) if before else None
    return not (many or before is None or (word is not None and word.plural))


def is_belonging(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb tells whose men an unnamed many are: «مسلحون [ينتمون] إلى الحركة»."""
    denied = is_particle(units[at - 1], "negation")
    present = any(v.lemma in cued("belong") and v.tense == "present" for v in units[at].verbs)
    return present and not denied and not units[at].joined


def is_elsewhere(units: Sequence[Unit], at: int, end: int) -> bool:
    """Say whether a state is none whose the phrase is: «ثكنة جنوبي [اليمن]», «فصائل [سورية]»."""
    if units[end].kind is not Kind.STATE:
        return False
    return is_particle(units[end - 1], "direction") or _is_nameless(units[at], units[end])


def _is_nameless(head: Unit, unit: Unit) -> bool:
    """Say whether an adjective tells where men without a name are from, not whose they are: «فصائل [سورية]»."""
    adjective = unit.mention is not None and unit.mention.found_by == "adjective"
    adjective = adjective or (unit.kind is Kind.STATE and unit.form.endswith("يه"))  # «سورية»
    return (
        adjective
        and not (unit.definite or unit.prefix)
        and {head.noun, head.form} & cued("private") != set()
    )


def is_tie(units: Sequence[Unit], at: int) -> bool:
    """Say whether a participle or verb tells whose men an unnamed many are."""
    return is_belonging(units, at) if units[at].verbs else units[at].noun in modifier_frames()
