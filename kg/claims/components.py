"""Components: the bodies a list names as parts of one — «تضم الغرفة فصائل أبرزها: A وB», «من أبرز فصائل X: A وB»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.claims.agents import genitive
from kg.claims.arguments import prepositional
from kg.claims.belongings import belonging, body, one_of
from kg.claims.clauses import clause_end
from kg.claims.drafts import GROUPS, Draft, pairs
from kg.claims.phrases import COMMAS, PARTITIVE
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import belongings, cued, noun_frames, verb_frames, verb_rules
from kg.lexicon.words import group_words

COMPRISING = "comprises-verb"
JOINING = frozenset(("merged-verb", "joined-verb", "joining-noun"))
REACH = 24


def read(units: Sequence[Unit], before: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield that the bodies listed in a sentence are parts of the one the list is of."""
    known = calling_words()
    spots = [at for at, unit in enumerate(units) if unit.noun in known or unit.form in known]
    for at in spots:
        unit = units[at]
        if opens(unit) and not unit.entity:
            listed = bodies_listed(units, at + 1)
            at_once = len(listed) > 1 and listed[0] is units[at + 1]
            if listed and (at_once or unit.form in cued("listing")):
                named = {body.entity for body in listed}
                of = [b for b in _whole(units, at, before, said) if b.entity not in named]
                yield from pairs("listed-part", "partOf", listed, of, at, confidence=0.7)
        elif unit.noun in cued("merge") and not unit.entity and not is_verb(unit):
            yield from _merged(units, at, said)
        elif (frame := belonging(unit)) and frame.rule == "component-noun" and at:
            whole = body(units, at, frame, before) if one_of(units, at) is not None else ()
            if whole and (parts := _named_after(units, at, whole)):
                yield from pairs("listed-part", "partOf", parts, whole[:1], at, confidence=0.7)


def comprised(units: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield the bodies named after the many that a body is said to comprise."""
    for at, subject in said.items():
        if COMPRISING in verb_rules(units[at].verbs):
            whole = [u for u in subject if u.kind in GROUPS]
            parts = _many_named(units, at) if whole else []
            yield from pairs("listed-part", "partOf", parts, whole[:1], at, confidence=0.7)


def _many_named(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the bodies named in brackets after an unnamed many: «يضم ثلاث حركات في البلاد (A وB)»."""
    start = at + 1
    while start < len(units) and is_particle(units[start], "number"):
        start += 1
    word = group_words().get(units[start].form) if start < len(units) else None
    if word is None or not word.plural or units[start].prefix:
        return []
    for position in range(start + 1, min(len(units), start + 8)):
        unit = units[position]
        governed = unit.clitic or unit.joined or is_particle(units[position - 1], "preposition")
        if unit.kind in GROUPS and not governed:
            listed = bodies_listed(units, position)
            return listed if len(listed) > 1 else []
        if unit.stops or is_verb(unit) or opens(unit):
            break
    return []


@cache
def calling_words() -> frozenset[str]:
    """Return the words that call for a look at what a body is made of."""
    return cued("listing") | cued("enumerating") | cued("merge") | belongings().keys()


def opens(unit: Unit) -> bool:
    """Say whether a list of names may follow: «فصائل عدة [أبرزها] …»."""
    return unit.form in cued("listing") or unit.form in cued("enumerating")


def bodies_listed(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the bodies named one after another from `at` on: over commas, «و», labels and what stands in brackets."""
    found: list[Unit] = []
    start = at
    while at < len(units):
        unit = units[at]
        if unit.kind in GROUPS and not unit.clitic:
            apart = units[at - 1].form in COMMAS or unit.joined or units[at - 1].form == "و"
            apart = apart or units[at - 2].form in ("اضافه", "الي")
            if found and not apart and at != start:
                at += 1
                continue
            if not unit.anaphor:
                found.append(unit)
        elif _closes(unit) or (not found and at - start > 3):
            break
        at += 1
    return found


def _closes(unit: Unit) -> bool:
    """Say whether a list ends at a unit: a stop, a verb, a relative."""
    ends = unit.stops or is_verb(unit) or is_particle(unit, "relative")
    return ends and unit.form != ":"


def _named_after(units: Sequence[Unit], at: int, whole: Sequence[Unit]) -> list[Unit]:
    """Return the bodies named right after «من بين فصائل X»."""
    end = next((p for p in range(at, len(units)) if units[p] in whole), len(units)) + 1
    while end < len(units) and (opens(units[end]) or units[end].form in COMMAS):
        end += 1
    if end >= len(units) or units[end].kind not in GROUPS or units[end].clitic:
        return []
    if units[end].joined or units[end].entity == whole[0].entity:
        return []
    return bodies_listed(units, end)


def _whole(
    units: Sequence[Unit], at: int, before: Sequence[Unit], said: Subjects
) -> tuple[Unit, ...]:
    """Return the body that a list opening at `at` names the parts of, by the words before the list."""
    start = at
    while start > max(0, at - REACH) and not (
        units[start - 1].stops and units[start - 1].form != ":"
    ):
        start -= 1
    for position in range(at - 1, start - 1, -1):
        if found := _comprising(units, position, said):
            return found
    for position in range(at - 1, start - 1, -1):
        found = _joined(units, position) or _of_many(units, position, before)
        if not found and units[position].noun in cued("merge"):
            found = tuple(_born(units, position, said))
        if found:
            return found[:1]
    return ()


def _comprising(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return the subject of a verb of comprising: «تضم [الجبهة] فصائل أبرزها …»."""
    frames = [f for v in units[at].verbs for f in verb_frames().get((v.lemma, v.voice), ())]
    if not any(f.rule == COMPRISING for f in frames):
        return ()
    return tuple(u for u in said.get(at, ()) if u.kind in GROUPS)[:1]


def _of_many(units: Sequence[Unit], at: int, before: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return what the many at `at` are of: «فصائل [الجبهة]», «فصائلها»."""
    many = belonging(units[at])
    if many is None or many.rule != "component-noun":
        return ()
    if units[at].pronoun or units[at].entity:
        return body(units, at, many, before)
    found = () if units[at].definite else genitive(units, at)
    return found if found and units[at + 1].form not in PARTITIVE else ()


def _joined(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the body that a verb or noun tells is joined: «انضوى في [الجبهة]», «اندماجها في [الجبهة]»."""
    unit = units[at]
    slots: list[str] = []
    if is_verb(unit):
        frames = [f for v in unit.verbs for f in verb_frames().get((v.lemma, v.voice), ())]
        slots = [f.object for f in frames if f.rule in JOINING]
    elif unit.entity is None:
        slots = [s for f in noun_frames().get(unit.noun, ()) if f.rule in JOINING for s in f.object]
    end = clause_end(units, at) if is_verb(unit) else min(len(units), at + 6)
    for slot in slots:
        if slot not in ("patient", "agent"):
            found = prepositional(units, at, slot, end)
            if found and found[0].kind in GROUPS:
                return found
    return ()


def _merged(units: Sequence[Unit], at: int, said: Subjects) -> Iterator[Draft]:
    """Yield the parts of a body born of a merger: «تشكلت الهيئة من اندماج A وB»."""
    parts = [u for u in genitive(units, at) if u.kind in GROUPS]
    if len(parts) > 1:
        whole = _born(units, at, said)
        yield from pairs("merged-part", "partOf", parts, whole, at, confidence=0.7)


def _born(units: Sequence[Unit], at: int, said: Subjects) -> list[Unit]:
    """Return the body that the clause before the noun at `at` tells came into being."""
    for position in range(at - 1, max(-1, at - 10), -1):
        if units[position].stops:
            break
        if has_lemma(units[position], cued("born")):
            whole = [u for u in said.get(position, ()) if u.kind in GROUPS]
            return (whole or [u for u in units[position + 1 : at] if u.kind in GROUPS])[:1]
    return []
