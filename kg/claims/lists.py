"""Lists: members of a group named after an unnamed many — «قتلى من الحركة، بينهم سالم وراشد»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from kg.claims.drafts import Draft, pairs
from kg.claims.units import LISTING, Unit, is_particle, is_verb
from kg.lexicon.frames import members
from kg.lexicon.words import name_parts, titles
from kg.model import Kind

SHARED = frozenset(("killed", "detained"))
REACH = 4
"""How many units may stand between the many and the group they are of: «عدد كبير من مقاتلي [الحركة]»."""
CHAIN = 10
"""How far apart one list may open within another: «بينهم قياديون أجانب، أبرزهم سالم»."""
OTHERS = frozenset(("اخر", "اخرين", "اخري", "اخران"))
"""Words that leave a man's group to the one told before: «عنصر من الحركة، وعنصر [آخر] يدعى سالم»."""
OF = frozenset(("من", "علي"))
"""Prepositions between a number and whom it counts: «115 من الحركة», «115 على الأقل من الحركة»."""


LONGEST = 100
"""How many words a list of men may take up."""
THEY = frozenset(("هم", "هما"))
APART = THEY | {"هو"}
BACK = 40
"""How far before his name an unnamed man may stand."""


@cache
def opening() -> frozenset[str]:
    """Return the words that may open a list of men, or name a man told of before."""
    called = (form for form, classes in name_parts().items() if "call" in classes)
    return LISTING | APART | frozenset(called)


def read(units: Sequence[Unit], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield that the persons listed are of the group whose men are told of, and share what was done to them."""
    for at, unit in enumerate(units):
        opens = unit.form in LISTING or (unit.form in THEY and _is_colon_list(units, at))
        people = _people(units, at + 1) if opens else _named(units, at)
        if not people or any(u.form in LISTING for u in units[at + 1 : at + 4]):
            continue
        group = _group(units, at)
        if group is not None and not (unit.form not in LISTING and _is_head(units, at)):
            yield from pairs("listed-member", "memberOf", people, [group], at, confidence=0.6)
        for draft in drafts:
            if draft.verb in SHARED and _is_shared(units, draft, group, at):
                yield from pairs(draft.rule, draft.verb, [draft.subject], people, draft.trigger)


def _is_shared(units: Sequence[Unit], draft: Draft, group: Unit | None, at: int) -> bool:
    """Say whether a deed was done to the many: to their group, or to a man named before «وعدد من القادة، بينهم»."""
    if group is not None:
        return draft.object.entity == group.entity
    if draft.object.kind is not Kind.PERSON or draft.object not in units[:at]:
        return False
    after = units[units.index(draft.object) + 1 : at]
    return any(u.joined for u in after) and not any(u.stops or is_verb(u) for u in after)


def _group(units: Sequence[Unit], at: int) -> Unit | None:
    """Return the group whose men the list before `at` begins from, `None` where they are of nobody named."""
    first = next((p for p in range(max(0, at - CHAIN), at) if units[p].form in LISTING), at)
    for position in range(first - 1, -1, -1):
        unit = units[position]
        if unit.stops:
            break
        if unit.entity or is_verb(unit):
            continue
        counted = unit.form[0].isdigit() or is_particle(unit, "number")
        if not (counted or unit.noun in members() or unit.noun in titles()):
            continue
        if units[position + 1].form in OTHERS:
            continue
        ahead = units[position + 1 : min(at, position + 1 + REACH)]
        for near, after in zip_longest(ahead, ahead[1:]):
            if near.kind is Kind.ARMED_GROUP:
                return near
            if near.form == "في" and not counted and after and after.kind is Kind.ARMED_GROUP:
                return after
            if (
                near.is_mark
                or near.entity
                or (near.form not in OF and is_particle(near, "preposition"))
            ):
                break
        if first - position <= REACH:
            return None
    return None


def _named(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return whom «وهو [المدعو] سالم», «يدعى سالم» names: a man just told of without his name."""
    unit = units[at]
    called = "call" in name_parts().get(unit.form, ())
    if unit.entity or not (called or (unit.form in APART and unit.joined)):
        return []
    end = at + 1
    while end < len(units) and _is_mere_title(units[end]):
        end += 1
    person = units[end] if end < len(units) else None
    if person is None or person.kind is not Kind.PERSON or person.prefix:
        return []
    told = next((p for p in range(at - 1, max(-1, at - BACK), -1) if _is_man(units[p])), None)
    if told is None or any(u.kind is Kind.PERSON or u.stops for u in units[told:at]):
        return []
    found = [person]
    while unit.form != "هو" and units[end + 1 : end + 2] and units[end + 1].joined:
        end += 1
        if units[end].kind is not Kind.PERSON:
            break
        found.append(units[end])
    return found


def _is_head(units: Sequence[Unit], at: int) -> bool:
    """Say whether the man named is told of as the head of the group: «[قائد اللواء] المدعو سالم», not «أحد قادته»."""
    told = next((p for p in range(at - 1, max(-1, at - BACK), -1) if _is_man(units[p])), at)
    title = titles().get(units[told].noun)
    heads = title is not None and title.relation in ("commands", "leads", "deputyLeaderOf")
    after = units[told + 1] if told + 1 < len(units) else None
    of = after is not None and bool(after.entity) and not after.clitic
    return heads and of and not (told and is_particle(units[told - 1], "number"))


def _is_man(unit: Unit) -> bool:
    return not (unit.entity or is_verb(unit)) and (unit.noun in members() or _has_post(unit))


def _has_post(unit: Unit) -> bool:
    title = titles().get(unit.noun)
    return title is not None and bool(title.relation)


def _is_mere_title(unit: Unit) -> bool:
    title = titles().get(unit.noun)
    return title is not None and not (unit.entity or is_verb(unit) or title.relation)


def _is_colon_list(units: Sequence[Unit], at: int) -> bool:
    """Say whether «هم:», «وهم:» or «هما» right before a person opens a list of men told of before."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None:
        return False
    named = after.kind is Kind.PERSON and not after.prefix
    return after.form == ":" or (named and any(u.noun in members() for u in units[:at]))


def _people(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the persons named from `at` on, to the end of the sentence or the next finite verb."""
    found: list[Unit] = []
    for unit in units[at : at + LONGEST]:
        if (unit.stops and unit.form != ":") or is_verb(unit):
            break
        if unit.kind is Kind.PERSON:
            found.append(unit)
    return found
