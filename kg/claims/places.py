"""Places: what lies in what, and which groups are named with a place — «بلدة X بريف Y», «الحركة في X»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.arabic.words import bare
from kg.claims.anaphors import LABEL_TYPES
from kg.claims.drafts import GROUPS, Draft
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, echelons, modifier_frames, noun_frames
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.words import place_words
from kg.model import Kind, Mention

INSIDE = frozenset(("في", "داخل", "ضمن"))
CENTRES = frozenset(("عاصمه", "مركز", "حاضره", "كبري"))


def read(units: Sequence[Unit], areas: Mapping[Mention, Unit]) -> Iterator[Draft]:
    """Yield the containments and presences that stand as name + preposition + place, or within a group's name."""
    yield from _set_in(units)
    for at, unit in enumerate(units):
        if unit.entity is None:
            continue
        area = areas.get(unit.mention) if unit.mention else None
        armed = unit.kind is Kind.ARMED_GROUP
        if area and armed and area.kind in PLACES and not _is_of_patron(unit):
            yield Draft("named-by-area", "operatesIn", unit, area, at, 0.75)
        if unit.kind is not Kind.PLACE and unit.kind not in GROUPS:
            continue
        yield from _bodies_after(units, at)
        if unit.kind is Kind.PLACE and at and units[at - 1].pronoun and not unit.prefix:
            yield from _centre_of(units, at)
        inner = _place_after(units, at + 1, unit.kind is Kind.PLACE)
        if inner is None or (at and _is_seat(units[at - 1])):
            continue
        position, place = inner
        if unit.kind is Kind.PLACE:
            beside = _is_beside(units[at + 1 : position], unit, place)
            if place.kind is Kind.PLACE and place.entity != unit.entity and not beside:
                for part in _coordinates_before(units, at):
                    yield Draft("place-in-place", "partOf", part, place, position, 0.85)
        elif place.anaphor:
            continue
        elif unit.kind is Kind.ARMED_GROUP:
            for where in _coordinates_after(units, position):
                yield Draft("group-in-place", "operatesIn", unit, where, position, 0.7)
        elif not unit.anaphor and unit.form not in cued("ruling"):
            active = unit.form in cued("active")
            rule = ("group-in-place", "operatesIn") if active else ("body-in-place", "locatedIn")
            for where in _coordinates_after(units, position):
                yield Draft(*rule, unit, where, position, 0.55)


def _takes(body: Unit) -> bool:
    """Say whether a body after «لـ» may be what a definite unit is of; to an outlet one only speaks."""
    return body.kind is Kind.ARMED_GROUP and not body.anaphor


def _is_of_patron(unit: Unit) -> bool:
    """Say whether a group's name tells whose it is, not where: «الفصائل المدعومة من تركيا»."""
    words = forms(unit.mention.name) if unit.mention else ()
    return any(bare(word) in modifier_frames() for word in words[1:])


def _set_in(units: Sequence[Unit]) -> Iterator[Draft]:
    """Yield that towns named after the region a sentence opens with lie in it: «في ريف X، سيطر الجيش على بلدة Y»."""
    opened = len(units) > 2 and (units[0].form == "في" or units[0].clitic == "ب")
    region = units[units[0].form == "في"] if opened else None
    if region is None or region.kind is not Kind.PLACE or region.form not in REGIONS:
        return
    for at, unit in enumerate(units[2:], 2):
        if unit.stops:
            break
        town = unit.kind is Kind.PLACE and unit.form in TOWNS and not unit.anaphor
        if town and unit.entity != region.entity:
            yield Draft("town-in-region", "partOf", unit, region, at, 0.7)


REGIONS = frozenset(("محافظه", "ريف", "ولايه"))
TOWNS = frozenset(
    ("بلده", "بلدتي", "بلدات", "قريه", "قريتي", "قري", "مدينه", "مدينتي", "ناحيه", "حي")
)


def _centre_of(units: Sequence[Unit], at: int) -> Iterator[Draft]:
    """Yield what a town is the centre of by a pronoun: «ولاية الجزيرة وعاصمتها ود مدني»."""
    if units[at - 1].noun in CENTRES:
        wholes = (u for u in reversed(units[: at - 1]) if _type(u) in ("governorate", "region"))
        whole = next(wholes, None)
        if whole is not None and whole.kind is Kind.PLACE and whole.entity != units[at].entity:
            yield Draft("place-in-place", "partOf", units[at], whole, at, 0.85)


PLACES = (Kind.PLACE, Kind.STATE)


def _bodies_after(units: Sequence[Unit], at: int) -> Iterator[Draft]:
    """Yield what a group named with a larger one right after belongs to: «اللواء 315 في قيادة العمليات»."""
    unit, body = units[at], at + 1
    if unit.kind not in GROUPS or unit.anaphor or body >= len(units):
        return
    link = units[body].form if units[body].form in WITHIN and not units[body].entity else ""
    body += bool(link)
    if body >= len(units) or units[body].kind not in GROUPS or units[body].joined:
        return
    larger = _is_larger(unit, units[body]) or (link == "من" and _is_unit_of(unit, units[body]))
    if larger and (not units[body].clitic or units[body].clitic in ("ب", "ل")):
        yield Draft("unit-in-unit", "partOf", unit, units[body], body, 0.8)
        return
    inside = link == "في" or units[body].clitic == "ب"
    if inside or (units[body].clitic == "ل" and unit.definite and _takes(units[body])):
        yield Draft("group-in-group", "partOf", unit, units[body], body, 0.65)


WITHIN = frozenset(("في", "من", "ضمن"))


def _is_larger(unit: Unit, other: Unit) -> bool:
    """Say whether one unit's rank is above the other's: «الكتيبة الأولى» and «اللواء 12»."""
    small, large = echelons().get(unit.form), echelons().get(other.form)
    return small is not None and large is not None and small < large


def _is_unit_of(unit: Unit, force: Unit) -> bool:
    """Say whether «من» tells what force a unit is of: «الفرقة الثالثة من الشرطة الاتحادية»."""
    ranked = unit.form in echelons() and force.form not in echelons()
    return ranked and force.kind is Kind.ARMED_GROUP and not force.anaphor


def _is_seat(unit: Unit) -> bool:
    """Say whether a noun before a group makes its place a seat, which the nouns' frames read."""
    return any(
        frame.verb in ("locatedIn", "controls") for frame in noun_frames().get(unit.noun, ())
    )


def _place_after(units: Sequence[Unit], at: int, of_place: bool) -> tuple[int, Unit] | None:
    """Return the place that a preposition right after a name governs: «بريف X», «في محافظة X», «التابعة لقضاء X»."""
    inside = belongs = False
    for position in range(at, min(len(units), at + 5)):
        unit = units[position]
        if unit.entity:
            located = inside or unit.clitic == "ب" or (belongs and unit.clitic == "ل")
            located = located or (of_place and unit.form in CENTRES and not unit.prefix)
            if located and unit.kind in (Kind.PLACE, Kind.STATE):
                return position, unit
            return None
        if unit.form in INSIDE:
            inside = True
            continue
        if unit.stops or is_verb(unit) or is_particle(unit, "relative", "complementizer"):
            return None
        if inside and (unit.noun in place_words() or is_particle(unit, "adverb")):
            continue
        if unit.clitic == "ب" and unit.noun in place_words():
            inside = True
            continue
        if not inside and of_place and (is_particle(unit, "direction") or _is_centre(unit)):
            inside = True
            continue
        if unit.form in COMMAS and _is_part(units, position + 1, position == at):
            continue
        if not inside and any(f.verb == "partOf" for f in modifier_frames().get(unit.noun, ())):
            belongs = True
            continue
        if unit.definite and not inside and not unit.clitic and not unit.joined:
            if unit.noun in modifier_frames():
                return None
            continue
        return None
    return None


def _is_beside(between: Sequence[Unit], place: Unit, other: Unit) -> bool:
    """Say whether a direction puts a place next to a town, not into it: «سامراء شمال بغداد».

    Inside are the sides of a governorate or region, and quarters: «المخا غربي محافظة تعز», «حي الدورة جنوبي بغداد».
    """
    if not any(is_particle(unit, "direction") for unit in between):
        return False
    if any(unit.form in INSIDE or unit.clitic == "ب" for unit in (*between, other)):
        return False
    return not (_type(other) in ("governorate", "region") or _type(place) == "neighbourhood")


def _type(unit: Unit) -> str | None:
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
    centre = _is_centre(after) or (after.kind is Kind.PLACE and after.form in CENTRES)
    return at_once and (is_particle(after, "direction") or centre)


def _is_centre(unit: Unit) -> bool:
    return unit.noun in CENTRES and not unit.pronoun and not unit.entity


def _coordinates_before(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the place at `at` and those joined before it: «بلدتي X وY بريف Z»."""
    found = [units[at]]
    while at > 0 and units[at].joined and units[at - 1].kind is Kind.PLACE and not units[at].clitic:
        at -= 1
        found.append(units[at])
    return found


def _coordinates_after(units: Sequence[Unit], at: int) -> list[Unit]:
    found = [units[at]]
    while at + 1 < len(units):
        following = units[at + 1]
        step = 1
        if following.form in COMMAS and at + 2 < len(units):
            following, step = units[at + 2], 2
        if (
            following.kind not in (Kind.PLACE, Kind.STATE)
            or not following.joined
            or following.clitic
        ):
            break
        at += step
        found.append(following)
    return found
