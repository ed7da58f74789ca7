"""Deeds: by whom an attack is carried out — «هجوم [شنته] الحركة على …» — and who repels it — «صد الجيش هجوم …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.claims.agents import by_agent, done_by, genitive
from kg.claims.clauses import clause_end, following
from kg.claims.doers import attack_nouns
from kg.claims.drafts import ACTORS, Draft, pairs
from kg.claims.governors import governor
from kg.claims.phrases import phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, noun_frames

REACH = 4
"""How many adjectives and marks may stand between an event noun and the verb that tells who did it."""


def carrier(units: Sequence[Unit], at: int) -> int | None:
    """Return the verb right after the event noun at `at` that tells who carried it out: «هجوم جديد [شنته] …»."""
    for position in range(at + 1, min(len(units), at + 1 + REACH)):
        unit = units[position]
        if unit.verbs:
            carries = bool(unit.pronoun) and has_lemma(unit, cued("carry"))
            return position if carries else None
        if unit.entity or unit.stops or not unit.classes.isdisjoint(PARTING):
            return None
    return None


PARTING = frozenset(("preposition", "complementizer"))
"""Classes of particles that part an event noun from a verb after it."""


def carried_out(units: Sequence[Unit], verb: int, said: Subjects) -> tuple[Unit, ...]:
    """Return by whom: the subject of the carrying verb, unless it stands beyond a preposition."""
    subject = said.get(verb, ())
    at_once = following(units, verb)
    if at_once and any(units[b] in subject for b in at_once.bearers):
        return subject
    end = next((p for p in range(verb + 1, len(units)) if "preposition" in units[p].classes), 0)
    beyond = any(u in units[verb:] and units.index(u) > end > 0 for u in subject)
    return () if beyond else subject


def is_carrier(units: Sequence[Unit], at: int) -> bool:
    """Say whether the verb at `at` only tells who carried out the event before it: «كمين [نصبته] الحركة»."""
    for position in range(at - 1, max(-1, at - 1 - REACH), -1):
        if units[position].noun in noun_frames() and not units[position].entity:
            return carrier(units, position) == at
        if units[position].stops or units[position].entity:
            break
    return False


@cache
def repelled_nouns() -> frozenset[str]:
    """Return the nouns of what one repels: attacks, advances."""
    return attack_nouns() | cued("advance")


def repulses(units: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield who fought whom by repelling an attack: «صد الجيش هجوم الحركة», «تمكن الجيش من صد هجوم للحركة»."""
    repelled = repelled_nouns()
    for at, unit in enumerate(units):
        if unit.noun not in repelled:
            continue
        tried = at > 0 and units[at - 1].noun in cued("intend")
        if unit.entity or (is_verb(unit) and not tried):
            continue
        by = repelling(units, at)
        if by is None:
            continue
        deed = by if is_verb(units[by]) else governor(units, by)
        defenders = said.get(deed, ()) if deed is not None else ()
        if not is_verb(units[by]):
            at_once = units[by + 1].noun in repelled or units[by + 1].noun in cued("intend")
            own = [] if at_once else [u for u in genitive(units, by) if u.kind in ACTORS]
            defenders = tuple(own) or defenders
        yield from pairs("repelled", "foughtWith", defenders, _attackers(units, at, said), at)


def exchanges(units: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield who exchanged fire: «تبادل الجيش والحركة القصف», «تبادل الجيش النار مع الحركة», «تبادل للقصف بين …»."""
    for at, unit in enumerate(units):
        swaps = unit.noun in cued("exchange") or any(
            v.lemma in cued("exchange") for v in unit.verbs
        )
        mutual = unit.noun in cued("mutual")
        if unit.entity or not (swaps or mutual):
            continue
        end = min(len(units), at + 14)
        where = range(at - 1, max(-1, at - REACH), -1) if mutual else range(at + 1, end)
        fire = next((p for p in where if _is_fire(units[p])), None)
        if fire is None:
            continue
        sides = said.get(at, ()) if is_verb(unit) else ()
        if len(sides) < 2:
            link = next((p for p in range(fire + 1, end) if units[p].form in ("بين", "مع")), None)
            found = phrase(units, link + 1) if link is not None and link + 1 < len(units) else None
            sides = (*sides, *(units[b] for b in found.bearers)) if found else ()
        sides = tuple(u for u in sides if u.kind in ACTORS)
        yield from pairs("exchanged", "foughtWith", sides[:1], sides[1:], at)


def _is_fire(unit: Unit) -> bool:
    frames = noun_frames().get(unit.noun, ()) if not unit.entity else ()
    return any(frame.verb == "attacked" for frame in frames)


def repelling(units: Sequence[Unit], at: int) -> int | None:
    """Return the verb or noun of repelling that the attack noun at `at` depends on."""
    repel = cued("repel")
    tried = at > 0 and units[at - 1].noun in cued("intend")  # «صد محاولة تسلل»
    loose = units[at].clitic == "ل" or (tried and units[at - 1].clitic == "ل")
    far = 9 if loose else 2 + tried  # «التصدي … لهجوم»
    for position in range(at - 1, max(-1, at - 12), -1):
        unit = units[position]
        if unit.verbs:
            return position if has_lemma(unit, repel) else None
        if unit.noun in repel and not unit.entity and at - position <= far:
            return position
        if unit.stops or is_particle(unit, "complementizer", "relative"):
            return None
    return None


def _attackers(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    by = carrier(units, at)
    if by is not None:
        return carried_out(units, by, said)
    found = genitive(units, at) or by_agent(units, at, clause_end(units, at)) or done_by(units, at)
    return tuple(u for u in found if u.kind in ACTORS) or _of(units, at)


def _of(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whose attack «لـ» tells it is: «هجوم [لحركة النور]»."""
    for position in range(at + 1, min(len(units), at + REACH)):
        unit = units[position]
        if unit.clitic == "ل" or (unit.form == "من" and position + 1 < len(units)):
            found = phrase(units, position + (unit.form == "من"))
            return tuple(units[b] for b in found.bearers) if found else ()
        if unit.entity or unit.stops or is_verb(unit) or is_particle(unit):
            break
    return ()
