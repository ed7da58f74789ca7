"""Places: what lies in what, and which groups are named with a place — «بلدة X بريف Y», «الحركة في X»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.arabic.words import bare
from kg.claims.drafts import GROUPS, Draft
from kg.claims.lying import (
    CENTRES,
    INSIDE,
    PLACES,
    REGIONS,
    is_beside,
    is_within_smaller,
    kind_of,
    place_after,
)
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_verb
from kg.lexicon.frames import cued, echelons, holders, modifier_frames, noun_frames
from kg.lexicon.lexemes import forms
from kg.model import Kind, Mention


def read(units: Sequence[Unit], areas: Mapping[Mention, Unit]) -> Iterator[Draft]:
    """Yield the containments and presences that stand as name + preposition + place, or within a group's name."""
    yield from _set_in(units)
    for at, unit in enumerate(units):
        if unit.entity is None:
            continue
        area = areas.get(unit.mention) if unit.mention else None
        armed = unit.kind is Kind.ARMED_GROUP
        if area and armed and area.kind in PLACES and _is_of_ground(unit, area):
            yield Draft("named-by-area", "operatesIn", unit, area, at, 0.75)
        if unit.kind is not Kind.PLACE and unit.kind not in GROUPS:
            continue
        yield from _bodies_after(units, at)
        if unit.kind is Kind.PLACE and at and units[at - 1].pronoun and not unit.prefix:
            yield from _centre_of(units, at)
        inner = place_after(units, at + 1, unit.kind is Kind.PLACE)
        if inner is None or (at and _is_seat(units[at - 1])):
            continue
        position, place = inner
        if unit.kind is Kind.PLACE:
            beside = is_beside(units[at + 1 : position], unit, place)
            beside = beside or is_within_smaller(unit, place)
            if place.kind is Kind.PLACE and place.entity != unit.entity and not beside:
                for part in _coordinates_before(units, at):
                    yield Draft("place-in-place", "partOf", part, place, position, 0.85)
        elif not place.anaphor:
            yield from _present(units, at, position)


def _present(units: Sequence[Unit], at: int, position: int) -> Iterator[Draft]:
    """Yield where the body at `at`, named right before the place at `position`, is; of one answered to, who answers."""
    unit = units[at]
    served = _served_by(units, at)
    for where in _coordinates_after(units, position):
        if served is not None:
            yield Draft(BESIDE, "operatesIn", served, where, position, 0.6)
        if unit.kind is Kind.ARMED_GROUP:
            if not _is_fought(units, at):
                yield Draft(BESIDE, "operatesIn", unit, where, position, 0.7)
        elif served is None and not unit.anaphor and bare(unit.form) not in cued("ruling"):
            active = unit.form in cued("active")
            rule = (BESIDE, "operatesIn") if active else ("body-in-place", "locatedIn")
            yield Draft(*rule, unit, where, position, 0.55)


def _served_by(units: Sequence[Unit], at: int) -> Unit | None:
    """Return the armed group told to belong to the body at `at`: «[القوات] التابعة للحكومة في …»."""
    if units[at].clitic != "ل" or at < 2:
        return None
    frames = () if units[at - 1].entity else modifier_frames().get(units[at - 1].noun, ())
    if not units[at - 1].definite or not any(f.rule == "part-modifier" for f in frames):
        return None
    return units[at - 2] if units[at - 2].kind is Kind.ARMED_GROUP else None


def _is_fought(units: Sequence[Unit], at: int) -> bool:
    """Say whether a group is one side of a fight, or its men fell, so that the place is where that was."""
    before = at - 1
    while before > 0 and units[before].noun in holders() and not units[before].entity:
        before -= 1
    unit = units[before] if before >= 0 else None
    if unit is None:
        return False
    if unit.form in ("ضد", "بين") or unit.noun in cued("against"):
        return True
    if unit.form in ("مع", "من"):
        near = units[max(0, before - 4) : before]
        return any(map(_fights if unit.form == "مع" else _kills, near))
    if (
        units[before + 1].joined
        and unit.kind in GROUPS
        and before
        and units[before - 1].form == "بين"
    ):
        return True
    return _kills(unit) or (units[before + 1].clitic == "ل" and _fights(unit))


def _fights(unit: Unit) -> bool:
    return _tells(unit, ("foughtWith", "attacked"))


def _kills(unit: Unit) -> bool:
    return _tells(unit, ("killed", "detained"))


def _tells(unit: Unit, verbs: tuple[str, ...]) -> bool:
    frames = () if unit.entity or unit.verbs else noun_frames().get(unit.noun, ())
    return any(frame.verb in verbs for frame in frames)


def untold(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those of a group that only stands beside a place other words already put it in."""
    told = {
        (d.subject.entity, d.object.entity)
        for d in drafts
        if d.rule != BESIDE and d.verb in ("operatesIn", "locatedIn")
    }
    return [
        d for d in drafts if d.rule != BESIDE or (d.subject.entity, d.object.entity) not in told
    ]


BESIDE = "group-in-place"


def _takes(body: Unit) -> bool:
    """Say whether a body after «لـ» may be what a definite unit is of; to an outlet one only speaks."""
    return body.kind is Kind.ARMED_GROUP and not body.anaphor


def _is_of_ground(unit: Unit, area: Unit) -> bool:
    """Say whether a group's name tells where it is, not whence, or whose: «دفاع منبج», «القاعدة في العراق»."""
    words = forms(unit.mention.name) if unit.mention else ()
    if any(bare(word) in modifier_frames() for word in words[1:]):
        return False
    inner = forms(area.mention.name)[0] if area.mention else ""
    placed = any(word in INSIDE or (word[:1] == "ب" and word[1:] == inner) for word in words[1:])
    return placed or any(bare(word) in cued("guarding") for word in words)


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
            for part in _coordinates_after(units, at):
                yield Draft("town-in-region", "partOf", part, region, at, 0.7)


TOWNS = frozenset(
    ("بلده", "بلدتي", "بلدات", "قريه", "قريتي", "قري", "مدينه", "مدينتي", "ناحيه", "حي")
)


def _centre_of(units: Sequence[Unit], at: int) -> Iterator[Draft]:
    """Yield what a town is the centre of by a pronoun: «ولاية الجزيرة وعاصمتها ود مدني»."""
    if units[at - 1].noun in CENTRES:
        wholes = (u for u in reversed(units[: at - 1]) if kind_of(u) in ("governorate", "region"))
        whole = next(wholes, None)
        if whole is not None and whole.kind is Kind.PLACE and whole.entity != units[at].entity:
            yield Draft("place-in-place", "partOf", units[at], whole, at, 0.85)


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
    ousted = at and is_verb(units[at - 1]) and unit.kind is Kind.ARMED_GROUP
    area = bare(units[body].form) == AREA  # «في المنطقة العسكرية الأولى» is where, not of what
    inside = not area and (link == "في" or (units[body].clitic == "ب" and not ousted))
    if inside or (units[body].clitic == "ل" and unit.definite and _takes(units[body])):
        yield Draft("group-in-group", "partOf", unit, units[body], body, 0.65)


AREA = "منطقه"
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
        frame.verb in ("locatedIn", "controls") and "في" in frame.object
        for frame in noun_frames().get(unit.noun, ())
    )


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
