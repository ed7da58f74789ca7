"""Objects: what tells that the noun after a verb is its object — its case, a weapon before it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.phrases import phrase
from kg.claims.units import Unit
from kg.lexicon.frames import cued, holders, members
from kg.lexicon.words import place_words


def begins_object(units: Sequence[Unit], verb: int) -> bool:
    """Say whether the noun right after the verb stands in the accusative: «وقتل [عدداً] من عناصر الحركة»."""
    after = units[verb + 1] if verb + 1 < len(units) else None
    if after is None or after.entity or after.prefix or after.verbs:
        return False
    if after.form.endswith("ي"):  # «وقتل [مسلحي] الحركة»
        return after.noun in members() and after.form[:-1] in members() and not after.definite
    if not after.form.endswith("ا"):
        return False
    return after.form[:-1] in holders() and (after.form in holders() or after.noun in holders())


def past_instrument(units: Sequence[Unit], at: int, end: int) -> int:
    """Return the end of a phrase with a fused preposition: «قصف الجيش [بالمدفعية الثقيلة] مواقع …»."""
    unit = units[at]
    if unit.noun in cued("weapon") and not (unit.entity or unit.definite):
        return _past_weapon(units, at + 1, end)
    if unit.entity or not unit.definite:
        found = phrase(units, at)
        return found.end if found else at + 1
    at += 1
    while at < end and units[at].definite and not (units[at].entity or units[at].noun in holders()):
        at += 1
    return at


def _past_weapon(units: Sequence[Unit], at: int, end: int) -> int:
    """Return the end of what qualifies a weapon: «بصلية [صاروخية] مقر …», «بوابل [من الصواريخ] مقر …»."""
    while at < end and not (units[at].entity or units[at].noun in holders()):
        unit = units[at]
        adjective = unit.form.endswith(("ه", "ي")) and unit.noun not in place_words()
        plain = not (unit.prefix or unit.verbs or unit.is_mark)
        if not plain or not (unit.definite or adjective or unit.form in ("من", "نوع")):
            break
        at += 1
    return at
