"""Lying: the place that the words after a name say it is in — «بريف X», «الواقعة في X», «إحدى قرى محافظة X»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.anaphors import LABEL_TYPES
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, modifier_frames
from kg.lexicon.lexemes import lexemes
from kg.lexicon.words import place_words
from kg.model import Kind

INSIDE = frozenset(("في", "داخل", "ضمن"))
CENTRES = frozenset(("عاصمه", "مركز", "حاضره", "كبري"))
REGIONS = frozenset(("محافظه", "ريف", "ولايه", "اقليم", "قضاء", "مديريه", "محليه"))
PLACES = (Kind.PLACE, Kind.STATE)
REACH = 10
"""How many units after a name the place it lies in may stand."""


def place_after(units: Sequence[Unit], at: int, of_place: bool) -> tuple[int, Unit] | None:
    """Return the place that a preposition right after a name governs: «بريف X», «في محافظة X», «التابعة لقضاء X».

    After a place (`of_place`) a verb, participle or apposition may tell it: «التي تقع في X», «إحدى قرى ريف X».
    """
    follows = of_place and at > 1 and _follows(units[at - 2])
    inside, belongs = of_place and _is_side_of(units, at), follows
    position, told = at, 0
    while position < len(units) and position < at + REACH and told < 5:
        unit = units[position]
        if unit.entity:
            located = inside or unit.clitic == "ب" or (belongs and unit.clitic == "ل")
            located = located or (of_place and unit.form in CENTRES and not unit.prefix)
            located = located or (follows and not unit.prefix)
            located = located or (of_place and _is_apposed(units, at, position))
            if unit.joined:
                return None  # «مأرب (وسط) وشبوة»
            return (position, unit) if located and _may_hold(units, position) else None
        step = _aside(units, position) if of_place else 0
        if step:
            follows = follows or _follows(unit)
            belongs = belongs or follows or _is_one_of(units, position)
            inside = inside or _is_one_of(units, position)
            position += step
            continue
        told += 1
        position += 1
        if unit.form in INSIDE or (unit.clitic == "ب" and unit.noun in place_words()):
            inside = True
        elif unit.stops or is_verb(unit) or is_particle(unit, "relative", "complementizer"):
            return None
        elif inside and _is_side(units, position - 1):
            continue
        elif not inside and of_place and (is_particle(unit, "direction") or is_centre(unit)):
            inside = True
        elif unit.form in COMMAS and _is_part(units, position, position == at + 1):
            continue
        elif not inside and any(f.verb == "partOf" for f in modifier_frames().get(unit.noun, ())):
            if unit.noun.endswith("ه") and _is_masculine(units[at - 1]):
                return None  # «شمال قضاء X التابعة …» is of a place before
            belongs = True
        elif not _describes(unit, inside):
            return None
    return None


def _is_masculine(place: Unit) -> bool:
    label = place_words().get(place.form)
    return (label.gender if label else place.gender) == "m"


def _follows(unit: Unit) -> bool:
    return any(v.lemma in cued("follow") for v in unit.verbs)


def _is_side_of(units: Sequence[Unit], at: int) -> bool:
    """Say whether a side of a region stands before it: «الريف الشرقي [لمحافظة X]»."""
    whole = units[at] if at < len(units) else None
    told = whole is not None and whole.clitic == "ل" and not whole.anaphor
    return told and units[at - 1].form == "الريف"


def _may_hold(units: Sequence[Unit], at: int) -> bool:
    """Say whether a name is a place others lie in: no bank of a river, «الضفة الغربية لنهر الفرات»."""
    bank = units[at].form == "الضفه" and at + 1 < len(units) and units[at + 1].clitic == "ل"
    return units[at].kind in PLACES and not bank


def _describes(unit: Unit, inside: bool) -> bool:
    """Say whether a word is an adjective between a name and what it lies in."""
    plain = unit.definite and not (inside or unit.clitic or unit.joined)
    return plain and unit.noun not in modifier_frames() and unit.noun not in cued("barred")


def _is_side(units: Sequence[Unit], at: int) -> bool:
    """Say whether the word at `at` tells in what part of a place: «في شمال X», «في الجزء الشرقي من X»."""
    unit = units[at]
    if unit.noun in place_words() or unit.noun in cued("side") or is_particle(unit, "adverb"):
        return True
    of_side = unit.form == "من" and any(u.noun in cued("side") for u in units[max(0, at - 2) : at])
    return of_side or (unit.definite and is_particle(unit, "direction"))


def _aside(units: Sequence[Unit], at: int) -> int:
    """Return how many units at `at` lead to where a place lies and tell nothing themselves, else 0."""
    unit = units[at]
    after = units[at + 1] if at + 1 < len(units) else None
    if any(v.lemma in LYING for v in unit.verbs) or _is_one_of(units, at):
        return 1
    if unit.noun in cued("lying") or (unit.form in ADVERBS and not unit.prefix):
        return 1
    if after is None or after.entity:
        return 0
    if is_particle(unit, "relative") and any(v.lemma in LYING for v in after.verbs):
        return 1
    if unit.form in COMMAS and (after.noun in cued("lying") or _aside(units, at + 1)):
        return 1
    if unit.form in ("هي", "هو") and (after.noun in place_words() or _is_one_of(units, at + 1)):
        return 1 + (after.noun in place_words())
    return 0


LYING = frozenset(("وقع", "تبع", "اتبع"))
"""Verbs that tell where a place lies: «التي تقع في X», «تتبع لمحافظة X»."""
ADVERBS = frozenset(("اداريا", "جغرافيا", "تحديدا"))


def _is_one_of(units: Sequence[Unit], at: int) -> bool:
    """Say whether the word at `at` opens «[إحدى] أكبر قرى ريف X», «[من] مدن محافظة X»."""
    unit = units[at]
    if unit.entity or unit.clitic or not (unit.form == "من" or unit.form in cued("foremost")):
        return False
    ahead = at + 1
    while ahead < len(units) and units[ahead].form in cued("foremost"):
        ahead += 1
    return ahead < len(units) and units[ahead].form in MANY and not units[ahead].prefix


MANY = frozenset(("قري", "مدن", "بلدات", "احياء", "نواحي", "مديريات", "ضواحي"))


def _is_apposed(units: Sequence[Unit], at: int, position: int) -> bool:
    """Say whether a region stands beside a town, in brackets or after a comma: «بلدة الشيخة (ريف حلب)»."""
    region, town = units[position], units[at - 1]
    comma = position == at + 1 and units[at].form in COMMAS
    if not (position == at or comma) or region.prefix or region.form not in REGIONS:
        return False
    listed = position + 1 < len(units) and units[position + 1].joined
    return kind_of(town) not in ("governorate", "region") and not listed


def is_beside(between: Sequence[Unit], place: Unit, other: Unit) -> bool:
    """Say whether a direction puts a place next to a town, not into it: «سامراء شمال بغداد».

    Inside are the sides of a governorate or region, and quarters: «المخا غربي محافظة تعز», «حي الدورة جنوبي بغداد».
    """
    if not any(is_particle(unit, "direction") for unit in between):
        return False
    if any(unit.form in INSIDE or unit.clitic == "ب" for unit in (*between, other)):
        return False
    return not (kind_of(other) in ("governorate", "region") or kind_of(place) == "neighbourhood")


def is_within_smaller(place: Unit, other: Unit) -> bool:
    """Say whether a known city or governorate stands before a part of it: «في شمال طرابلس في منطقة X»."""
    lexeme = lexemes().get((place.mention and place.mention.lexeme) or "")
    if lexeme is None or lexeme.type not in ("city", "governorate") or other.form not in PARTS:
        return False
    return place.form not in PARTS


PARTS = frozenset(("حي", "منطقه", "شارع", "مخيم", "قريه", "بلده", "ضاحيه", "معسكر"))
"""Labels of what a city may have within it, and of what is no city."""


def kind_of(unit: Unit) -> str | None:
    """Return the kind of place that a name's label tells, else the lexicon."""
    if unit.form in LABEL_TYPES:
        return LABEL_TYPES[unit.form][0]
    lexeme = lexemes().get((unit.mention and unit.mention.lexeme) or "")
    return lexeme.type if lexeme else None


def _is_part(units: Sequence[Unit], at: int, at_once: bool) -> bool:
    """Say whether the word at `at`, after a comma, tells where a place lies: a side, the centre, «بمحافظة …»."""
    after = units[at] if at < len(units) else None
    if after is None:
        return False
    if after.clitic == "ب" and after.form in REGIONS:
        return True
    centre = is_centre(after) or (after.kind is Kind.PLACE and after.form in CENTRES)
    apposed = after.entity and after.form in REGIONS and not after.prefix
    return at_once and bool(is_particle(after, "direction") or centre or apposed)


def is_centre(unit: Unit) -> bool:
    """Say whether a noun makes a town the centre of what follows: «[مركز] محافظة X»."""
    return unit.noun in CENTRES and not unit.pronoun and not unit.entity
