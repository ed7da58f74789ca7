"""Apposed: titles within a noun phrase — «سالم (الأمين العام) وراشد», «الرئيس [إعفاء] …»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.heads import belongs
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.posts import transfers
from kg.lexicon.words import titles
from kg.model import Kind


def past_post(units: Sequence[Unit], at: int, bearers: Sequence[int]) -> int:
    """Return where a list of persons goes on after a post apposed to one: «سالم (الأمين العام) وراشد (نائبه)»."""
    if units[bearers[-1]].kind is not Kind.PERSON or bearers[-1] != at - 1:
        return at
    title, end = titles().get(units[at].noun), at + 1
    if title is None or not title.relation or units[at].prefix or units[at].entity:
        return at
    if not (units[at].definite or units[at].pronoun):
        return at
    while end < len(units) and end < at + 3 and units[end].definite and units[end].noun in titles():
        end += 1
    after = units[end] if end < len(units) else None
    named = after is not None and after.kind is Kind.PERSON and after.joined
    return end if named or len(bearers) > 1 else at


LONGEST = 12
"""How many words the post of one in a list may take."""


def next_posted(units: Sequence[Unit], at: int, bearers: Sequence[int]) -> int | None:
    """Return the next of a list of persons each with his post: «كل من سالم، قائد اللواء، [وراشد]، قائد الكتيبة»."""
    if units[bearers[-1]].kind is not Kind.PERSON or bearers[-1] != at - 1:
        return None
    first = bearers[0]
    if all(unit.form != "كل" for unit in units[max(0, first - 4) : first]):
        return None
    start = at + (at < len(units) and units[at].form in ASIDE)
    title = titles().get(units[start].noun) if start < len(units) else None
    if title is None or not title.relation or units[start].joined or units[start].entity:
        return None
    for position in range(start + 1, min(len(units), start + LONGEST)):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            listed = unit.joined or units[position - 1].form in ASIDE
            return position if listed and not unit.clitic else None
        if unit.stops or is_verb(unit) or is_particle(unit, "relative", "complementizer"):
            break
    return None


def is_deed(unit: Unit) -> bool:
    """Say whether a noun tells what one does, after a title that goes without a name: «قرر الرئيس [إعفاء] سالم»."""
    plain = not (unit.definite or unit.prefix or unit.pronoun or unit.is_mark)
    return plain and unit.noun in transfers() and unit.noun not in titles()


def is_apposed(units: Sequence[Unit], at: int) -> bool:
    """Say whether a unit goes on with a second post of one person: «رئيس المجلس [القائد العام للجيش] سالم»."""
    unit = units[at]
    if unit.entity:
        before = units[at - 1]
        return unit.clitic == "ل" and before.definite and before.noun in titles()
    titled = unit.noun in titles() and not unit.prefix
    return titled and (unit.definite or units[at - 1].noun in titles())


REACH = 5
"""How many words, second posts apart, may stand between a body and who holds a post of it."""


def person_behind(units: Sequence[Unit], at: int) -> int | None:
    """Return the holder of a post whose body is at `at`: «قائد [اللواء] في البلدة العقيد سالم»."""
    apposed = 0
    for ahead in range(at + 1, min(len(units), at + 2 * REACH + 1)):
        unit = units[ahead]
        inside = unit.form in ASIDE or unit.form == "في" or unit.kind is Kind.PLACE
        second = is_apposed(units, ahead)
        apposed += second
        if ahead - apposed > at + REACH:
            break
        if not unit.joined and (inside or second):
            continue
        if unit.kind is Kind.PERSON and not unit.prefix:
            return ahead
        if is_verb(unit) or unit.is_mark or is_particle(unit) or unit.joined or unit.prefix:
            break
        if unit.entity and unit.kind is not Kind.STATE:
            break
    return None


ASIDE = frozenset("،,-–")


def is_named(units: Sequence[Unit], comma: int) -> bool:
    """Say whether a person is named after the comma, nothing but titles before it: «العميد الركن، سالم الرواس»."""
    after = units[comma + 1] if comma + 1 < len(units) else None
    named = after is not None and after.kind is Kind.PERSON and not after.prefix
    return named and not units[comma - 1].entity and units[comma - 1].noun in titles()


def is_owner(units: Sequence[Unit], at: int, end: int, holder: str) -> bool:
    """Say whether the name at `end` is whose the phrase begun at `at` is: bare, or after «لـ», «بـ» of a holder."""
    unit = units[end]
    if unit.joined and end > at + 1:
        return False
    if unit.clitic == "ل":
        return bool(holder) or belongs(units[end - 1])
    return not unit.clitic or (unit.clitic == "ب" and bool(holder) and units[at].noun in titles())
