"""Doers: whose attack «القصف», «الهجوم» are, where a verb tells what they hit or led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from kg.claims.agents import CAUSES, done_by, genitive
from kg.claims.drafts import ACTORS, Draft, pairs
from kg.claims.phrases import phrase
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, holders, nouns_of, resultings, verb_frames

BACK = 40
"""How far back in its sentence an attack may be told that «the attack» takes up."""
REACH = 4
"""How many adjectives, adverbs and particles may stand between a verb and the event it tells of."""
FAR = 10
"""How far before «في الهجوم» the verb of dying may stand."""


@cache
def attack_nouns() -> frozenset[str]:
    """Return the nouns that tell an attack."""
    return nouns_of("attacked")


def is_done_by_event(units: Sequence[Unit], verb: int) -> bool:
    """Say whether what the verb at `verb` tells was done by an attack told before: «واستهدف [القصف] البلدة»."""
    if units[verb].pronoun or not _takes_event(units[verb]):
        return False
    return _is_event_after(units, verb) or _is_event_before(units, verb)


def own_doers(units: Sequence[Unit], verb: int) -> tuple[Unit, ...]:
    """Return whose attack, told with it, the subject of a verb is: «استهدفت [غارات التحالف] البلدة»."""
    at = verb + 1
    if at + 1 >= len(units) or units[at].noun not in attack_nouns():
        return ()
    hits = has_lemma(units[verb], cued("hit"))
    plain = not (units[at].entity or units[at].prefix or units[verb].pronoun)
    suffers = not units[at + 1].entity and holders().get(units[at + 1].noun) == "suffer"
    return actors(genitive(units, at)) if hits and plain and not suffers else ()


def past_event(units: Sequence[Unit], verb: int) -> int | None:
    """Return where the object begins after an event that is the subject of the verb: «طالت الغارات الروسية [بلدة …]».

    `None` where no event is.
    """
    if is_verb(units[verb]) and _takes_event(units[verb]) and _is_event_before(units, verb):
        return verb + 1
    if at_once(units, verb):
        return verb + 1
    at = verb + 1
    if at >= len(units) or units[at].noun not in attack_nouns() or not own_doers(units, verb):
        return None
    end = max(units.index(u) for u in own_doers(units, verb) if u in units) + 1
    while end < len(units) and units[at].definite and units[end].definite and _is_plain(units[end]):
        end += 1
    return end


def _is_plain(unit: Unit) -> bool:
    return not (unit.entity or unit.prefix or unit.is_mark or unit.verbs or unit.classes)


def _takes_event(unit: Unit) -> bool:
    return has_lemma(unit, cued("hit")) or has_lemma(unit, resultings())


def _is_event_after(units: Sequence[Unit], verb: int) -> bool:
    for position in range(verb + 1, min(len(units), verb + REACH)):
        if _is_event(units[position]):
            return not _has_doer(units, position)
        if not is_particle(units[position], "adverb", "time", "demonstrative"):
            break
    return False


def _is_event_before(units: Sequence[Unit], verb: int) -> bool:
    """Read «الهجوم أسفر عن …», «القصف الذي استهدف …»."""
    for position in range(verb - 1, max(-1, verb - REACH), -1):
        unit = units[position]
        if _is_event(unit):
            governed = unit.clitic or (position and is_particle(units[position - 1], "preposition"))
            relative = is_particle(units[position + 1], "relative")
            return bool(relative or not governed) and not _has_doer(units, position)
        adjective = unit.definite and not unit.entity
        if not (adjective or is_particle(unit, "adverb", "time", "relative")):
            break
    return False


def _is_event(unit: Unit) -> bool:
    plain = unit.definite and not (unit.entity or is_verb(unit))
    return plain and unit.noun in attack_nouns()


def _has_doer(units: Sequence[Unit], at: int) -> bool:
    """Say whether a noun tells itself whose it is: «القصف [الإسرائيلي]», «الهجوم [الذي شنته]», «[للحركة]»."""
    for unit in units[at + 1 : at + REACH]:
        if unit.entity:
            return unit.article or unit.clitic == "ل"
        if not unit.definite and not is_particle(unit, "relative"):
            break
    return bool(done_by(units, at))


def carriers(
    units: Sequence[Unit], verb: int, found: Mapping[int, tuple[Unit, ...]]
) -> tuple[Unit, ...]:
    """Return who carried out the attack that a verb goes on to tell of: «نفذت [الحركة] هجوماً استهدف …»."""
    if units[verb].joined:
        return ()
    event, last = verb - 1, max(0, verb - REACH)
    while event > last and _is_plain(units[event]) and not _is_attack(units[event]):
        event -= 1
    if event < 1 or not _is_attack(units[event]) or units[event].definite:
        return ()
    for position in range(event - 1, max(-1, event - FAR), -1):
        if is_verb(units[position]):
            return actors(found.get(position, ())) if _carries(units[position]) else ()
        if units[position].stops:
            break
    return ()


def event_doers(
    units: Sequence[Unit], verb: int, found: Mapping[int, tuple[Unit, ...]]
) -> tuple[Unit, ...]:
    """Return whose attack goes on to hit: «غارة [إسرائيلية] قتلت …», «حملات ينفذها [الجهاز] تستهدف …»."""
    if not _takes_event(units[verb]) or units[verb].pronoun or units[verb].joined:
        return ()
    carrier: int | None = None
    for position in range(verb - 1, max(-1, verb - FAR), -1):
        unit = units[position]
        if _is_attack(unit):
            governed = unit.clitic or (position and is_particle(units[position - 1], "preposition"))
            if governed:
                return ()
            if carrier is not None:
                return actors(found.get(carrier, ()))
            return actors(genitive(units, position)) or _carried_after(units, verb)
        if is_verb(unit):
            if carrier is not None or not (unit.pronoun and _carries(unit)):
                return ()
            carrier = position
        if unit.stops or is_particle(unit, "complementizer"):
            return ()
    return ()


def _carried_after(units: Sequence[Unit], verb: int) -> tuple[Unit, ...]:
    """Return by whom a verb after the one at `verb` tells it was carried out: «هجوم استهدف … [نفذته] الحركة»."""
    for position in range(verb + 1, min(len(units) - 1, verb + FAR)):
        unit = units[position]
        if is_verb(unit):
            told = phrase(units, position + 1) if unit.pronoun and _carries(unit) else None
            return actors(units[b] for b in told.bearers) if told else ()
        if unit.stops:
            break
    return ()


def at_once(units: Sequence[Unit], verb: int) -> bool:
    """Say whether a verb goes on about the indefinite attack right before it: «هجوماً استهدف …»."""
    before = units[verb - 1] if verb else None
    return (
        before is not None and _is_attack(before) and not before.definite and not units[verb].joined
    )


def _is_attack(unit: Unit) -> bool:
    return unit.noun in attack_nouns() and not (unit.entity or unit.verbs)


def doers_before(
    units: Sequence[Unit],
    at: int,
    found: Mapping[int, tuple[Unit, ...]],
    earlier: tuple[Unit, ...],
) -> tuple[Unit, ...]:
    """Return who attacked last before `at`: in the sentence, else `earlier`; none where that is not told."""
    attacks = attack_nouns()
    for position in range(at - 1, max(-1, at - BACK), -1):
        unit = units[position]
        if unit.verbs and (_attacks(unit) or _carries(unit)):
            active = not any(v.voice == "passive" for v in unit.verbs) or found.get(position)
            return actors(found.get(position, ())) if active else ()
        if unit.noun in attacks and not unit.entity and not _is_event(unit):
            near = range(position - 1, max(-1, position - BACK), -1)
            carrier = next((p for p in near if is_verb(units[p])), None)
            told = carrier is not None and (_carries(units[carrier]) or _attacks(units[carrier]))
            if not told:
                return actors(done_by(units, position))
    return earlier


def _attacks(unit: Unit) -> bool:
    return has_lemma(unit, _attacking())


@cache
def _attacking() -> frozenset[str]:
    """Return the verbs (lemmas) that tell an attack."""
    known = verb_frames().items()
    told = (
        lemma
        for (lemma, voice), frames in known
        if voice == "active"
        for f in frames
        if f.verb == "attacked"
    )
    return frozenset(told)


def _carries(unit: Unit) -> bool:
    return has_lemma(unit, cued("carry"))


def actors(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return those of the units that are actors."""
    return tuple(unit for unit in units if unit.kind in ACTORS)


def doers_told(
    drafts: Iterable[Draft], units: Sequence[Unit], said: Mapping[int, tuple[Unit, ...]]
) -> tuple[Unit, ...]:
    """Return who attacks in a sentence, whom «the attack» of the next is of: none where attacks of several are told."""
    told = {d.subject.entity: d.subject for d in drafts if d.verb == "attacked"}
    if told:
        return tuple(told.values()) if len(told) == 1 else ()
    return tuple(u for u in doers_before(units, len(units), said, ()) if u in units)


def killed_in(
    units: Sequence[Unit], said: Mapping[int, tuple[Unit, ...]], earlier: tuple[Unit, ...]
) -> Iterator[Draft]:
    """Yield who was killed by whoever attacked before: «وقُتل سالم في [الهجوم]»."""
    for at, unit in enumerate(units):
        if at == 0 or not _is_event(unit) or _has_doer(units, at):
            continue
        if unit.clitic != "ب" and units[at - 1].form not in CAUSES:
            continue
        verb = next((p for p in range(at - 1, max(-1, at - FAR), -1) if is_verb(units[p])), None)
        if verb is not None and _dies(units[verb]):
            by = doers_before(units, verb, said, earlier)
            yield from pairs("killed-passive", "killed", by, said.get(verb, ()), verb)


def _dies(unit: Unit) -> bool:
    frames = (f for v in unit.verbs for f in verb_frames().get((v.lemma, v.voice), ()))
    return any(frame.verb == "killed" and frame.subject == "by" for frame in frames)
