"""Departures: whether a post told is held no more — «إعفاء سالم من منصبه قائداً», «القائد السابق», «كان قائداً»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.incumbents import BEFORE_REACH, GIVEN_REACH, is_bridging
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.posts import departures, formers, removals, seats
from kg.lexicon.words import adjectives, alias_cues, titles
from kg.model import Kind


def has_left(units: Sequence[Unit], at: int, people: Sequence[Unit]) -> bool:
    """Say whether the clause tells that the post at `at` is held no more: «كان سالم قائداً», «إعفاء قائد …»."""
    if at and units[at - 1].noun in removals() and not is_verb(units[at - 1]):
        return True
    if any(_is_ousted(units, person) for person in people):
        return True
    if at and units[at - 1].noun in seats() and units[at - 1].pronoun:
        return _is_removed(units, at - 1)
    for position in range(at - 1, max(-1, at - BEFORE_REACH), -1):
        unit = units[position]
        if is_verb(unit):
            if any(v.lemma in removals() for v in unit.verbs):
                return at - position > 1 or all(v.voice == "passive" for v in unit.verbs)
            if any(v.lemma == "كان" and v.tense == "past" for v in unit.verbs):
                return _stands_before(units, at, people)
            if not is_bridging(unit):
                return False
        elif unit.form == FORMERLY:
            return units[position - 1].form not in alias_cues()  # «المعروف سابقاً بلقب»
        elif unit.stops or is_particle(unit, "preposition", "complementizer"):
            return False
    return False


def _is_removed(units: Sequence[Unit], at: int) -> bool:
    """Say whether one is removed from «منصبه» at `at`: «أعفى المجلس سالماً من [منصبه] قائداً للواء»."""
    left = removals() | departures()
    for unit in reversed(units[max(0, at - GIVEN_REACH) : at]):
        if unit.stops:
            break
        if unit.noun in left or any(v.lemma in left for v in unit.verbs):
            return True
    return False


def _is_ousted(units: Sequence[Unit], person: Unit) -> bool:
    """Say whether a noun of removal stands before a person: «عزل [سالم]، رئيس المركز»."""
    at = units.index(person) if person in units else 0
    while at and units[at - 1].noun in titles() and not units[at - 1].entity:
        at -= 1
    return at > 0 and units[at - 1].noun in removals() and not is_verb(units[at - 1])


def goes_on_leaving(units: Sequence[Unit], at: int, people: Sequence[Unit]) -> bool:
    """Say whether a joined post at `at` is one more taken away: «إعفاء قائد اللواء سالم[، وقائد الكتيبة راشد]»."""
    before = at - 1 - (at > 0 and units[at - 1].form in COMMAS)
    return units[at].joined and before >= 0 and units[before] in people


FORMERLY = "سابقا"


def _stands_before(units: Sequence[Unit], at: int, people: Sequence[Unit]) -> bool:
    return any(unit in people for unit in units[max(0, at - GIVEN_REACH) : at])


def is_past(units: Sequence[Unit], at: int) -> bool:
    """Say whether a body is followed by «السابق», at once or over the adjective of a state."""
    if at + 1 < len(units) and not units[at].entity and units[at].noun in adjectives():
        at += 1
    return not units[at].entity and units[at].noun in formers()


def was_before(units: Sequence[Unit], at: int) -> bool:
    """Say whether «سابقاً» closes the phrase: «قائد الفرقة في الجيش الحر سابقاً»."""
    for unit in units[at : at + 5]:
        if unit.form == FORMERLY:
            return True
        if unit.is_mark or is_verb(unit) or unit.kind is Kind.PERSON:
            break
    return False
