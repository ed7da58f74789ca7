"""Nouns: claims by frames over event nouns — «سيطرة الجيش على …», «مقتل X على يد Y», «اشتباكات بين X وY»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.claims.agents import genitive
from kg.claims.deeds import repelling
from kg.claims.drafts import ACTORS, LEFT, Draft, pairs
from kg.claims.governors import is_accusation, is_of_unnamed
from kg.claims.phrases import phrase
from kg.claims.slots import Context, fill
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_verb
from kg.lexicon.frames import (
    NounFrame,
    cued,
    intentions,
    money,
    noun_frames,
    nouns_of,
)
from kg.model import Kind


def read(units: Sequence[Unit], before: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield what the event nouns of a sentence say."""
    context = Context(before, said)
    known = noun_frames()
    for at, unit in enumerate(units):
        if unit.noun not in known or unit.entity or is_verb(unit):
            continue
        intended = is_intended(units, at)
        accused = unit.clitic == "ب" and is_accusation(units, at)
        done: set[str] = set()
        for frame in known[unit.noun]:
            if frame.rule in done or (intended and frame.verb in DEEDS and frame.rule != LOST):
                continue
            if accused and any(slot.startswith("ب-") for slot in frame.subject):
                continue
            drafts = list(_fill(units, at, frame, context))
            if drafts:
                done.add(frame.rule)
                yield from drafts


def is_intended(units: Sequence[Unit], at: int) -> bool:
    """Say whether the noun tells a purpose or an attempt, not a deed: «لاستعادة البلدة», «محاولة السيطرة»."""
    return (
        units[at].noun in _nouns_of_deeds()
        and _is_meant(units, at)
        and repelling(units, at) is None
    )


@cache
def _nouns_of_deeds() -> frozenset[str]:
    return nouns_of(*sorted(DEEDS))


def _is_meant(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.clitic == "ل" and at and _is_subjection(units[at - 1], units[max(0, at - 5) : at]):
        return False
    if unit.clitic == "ل" and not (at and any(v.lemma == "تعرض" for v in units[at - 1].verbs)):
        return not any(
            u.noun == "تعرض" or any(v.lemma == "تعرض" for v in u.verbs)
            for u in units[max(0, at - 6) : at]
        )
    if at and units[at - 1].noun in cued("campaign") and _controls(unit):
        return not unit.definite  # «بدأ الجيش معركة [تحرير] …»
    meant = intentions()
    for u in units[max(0, at - 4) : at]:
        if u.entity:
            continue
        if u.noun in meant or u.form in meant or (u.verbs and has_lemma(u, meant)):
            return True
    return False


def _controls(unit: Unit) -> bool:
    return any(frame.verb == "controls" for frame in noun_frames()[unit.noun])


def _is_subjection(before: Unit, near: Sequence[Unit]) -> bool:
    """Say whether ل follows «خاضع» or «يخضع»: «تخضع البلدة لسيطرة …»."""
    return before.noun.startswith("خاضع") or any(v.lemma == "خضع" for u in near for v in u.verbs)


DEEDS = frozenset(("controls", "killed", "detained", "attacked", "foughtWith"))


def _fill(units: Sequence[Unit], at: int, frame: NounFrame, context: Context) -> Iterator[Draft]:
    if frame.subject == ("between",):
        yield from _between(units, at, frame)
        return
    if "self" in frame.subject and units[at].pronoun and is_of_unnamed(units, at):
        return
    for slot in frame.object:
        objects = fill(units, at, slot, context)
        for other in frame.subject if objects else ():
            subjects = fill(units, at, other, context)
            if frame.rule == JOINING and other == "of" and not _apart(subjects, objects):
                objects = fill(units, at, "clause", context)  # «أعلن X انضمام Y إلى صفوفه»
            verb = _told_verb(units, at, frame)
            drafts = pairs(frame.rule, verb, subjects, objects, at, ended=frame.rule in LEFT)
            if drafts:
                yield from drafts
                return


JOINING = "joining-noun"
LOST = "lost-noun"
"""The rule of who held what is, or is only meant to be, retaken."""


def _told_verb(units: Sequence[Unit], at: int, frame: NounFrame) -> str:
    """Return what the noun tells with the adjective after it: money is given, words are no attack."""
    if frame.verb == "supports" and _of_money(units, at):
        return "funds"
    if frame.verb == "attacked" and _is_verbal(units, at):
        return "opposes"
    if _is_armed(units, at):
        return "foughtWith"
    return frame.verb


def _is_armed(units: Sequence[Unit], at: int) -> bool:
    """Say whether a struggle is told to be one of arms: «الصراع [المسلح] بين …»."""
    near = units[at + 1 : at + 3] if units[at].noun in cued("struggle") else ()
    return any(cued("armed") & {unit.noun, unit.form} for unit in near if not unit.entity)


def _is_verbal(units: Sequence[Unit], at: int) -> bool:
    """Say whether an attack is one in words: «هجوماً حاداً على الحكومة»."""
    near = (unit for unit in units[at + 1 : at + 3] if not unit.entity)
    return any(cued("verbal") & {unit.noun, unit.form} for unit in near)


def _apart(ones: Sequence[Unit], others: Sequence[Unit]) -> bool:
    return {unit.entity for unit in ones} != {unit.entity for unit in others}


def _of_money(units: Sequence[Unit], at: int) -> bool:
    """Say whether a support is told to be money: «دعم مالي»."""
    near = (unit for unit in units[at + 1 : at + 3] if not unit.entity)
    return any(money() & {unit.noun, unit.form} for unit in near)


def _between(units: Sequence[Unit], at: int, frame: NounFrame) -> Iterator[Draft]:
    """Yield the fights of «بين A و B», «بين A من جهة و B من جهة أخرى»."""
    position = _find_between(units, at)
    verb = _told_verb(units, at, frame)
    if position is None:
        sides = [u for u in genitive(units, at) if u.kind in ACTORS]
        yield from pairs(frame.rule, verb, sides[:1], sides[1:], at)
        return
    first = phrase(units, position + 1) if position + 1 < len(units) else None
    if first is None or not first.bearers:
        return
    end = first.end
    while end < len(units) and end - first.end < 18 and not units[end].stops:
        far = end - first.end > 5 and units[end].kind not in ACTORS and units[end].form != "بين"
        if (
            not far
            and (units[end].joined or units[end].form == "و")
            and (second := _side(units, end))
        ):
            sides = [units[b] for b in first.bearers]
            enemy = _against(units, end)
            if enemy:
                yield from pairs(frame.rule, verb, [*sides, *second], enemy, at)
                return
            yield from pairs(frame.rule, _armed(verb, units[at], sides, second), sides, second, at)
            return
        end += 1
    if len(first.bearers) > 1:
        sides = [units[b] for b in first.bearers]
        enemy = _against(units, first.end - 1)
        if enemy:
            yield from pairs(frame.rule, verb, sides, enemy, at)
            return
        left, right = [units[first.bearers[0]]], [units[b] for b in first.bearers[1:]]
        yield from pairs(frame.rule, _armed(verb, units[at], left, right), left, right, at)


def _armed(verb: str, unit: Unit, sides: Sequence[Unit], others: Sequence[Unit]) -> str:
    """Return what a struggle is: between armed groups a fight, «صراع بين اللواء والحركة»."""
    armed = all(u.kind is Kind.ARMED_GROUP for u in (*sides, *others))
    return "foughtWith" if armed and unit.noun in cued("struggle") else verb


def _against(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return against whom both sides of «بين» stand: «بين الجيش والحركة [في مواجهة اللواء]»."""
    for position in range(at + 1, min(len(units), at + 6)):
        unit = units[position]
        if unit.noun in cued("against") and not unit.entity:
            near = units[position + 1 : position + 5]
            return [actor for actor in near if actor.kind in ACTORS][:1]
        if unit.stops or is_verb(unit):
            break
    return []


def _find_between(units: Sequence[Unit], at: int) -> int | None:
    for position in range(at + 1, min(len(units), at + 14)):
        unit = units[position]
        if unit.form == "بين":
            border = position > at + 1 and units[position - 1].noun in cued("border")
            states = any(u.kind is Kind.STATE for u in units[position + 1 : position + 2])
            return None if border and states else position
        if unit.stops or (is_verb(unit) and position > at + 8):
            break
        if unit.noun in cued("accord") and not unit.entity:
            break  # «الحرب على الحركة … [الاتفاق] بين …»
        if position > at and not (unit.entity or unit.joined) and _has_sides(unit):
            break  # «تحولت الخلافات إلى [اشتباك] بين …»
    return None


def _has_sides(unit: Unit) -> bool:
    return any(frame.subject == ("between",) for frame in noun_frames().get(unit.noun, ()))


def _side(units: Sequence[Unit], at: int) -> list[Unit]:
    found = (
        phrase(units, at + (units[at].form == "بين")) if at + 1 < len(units) else phrase(units, at)
    )
    return [units[b] for b in found.bearers] if found and found.bearers else []
