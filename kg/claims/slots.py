"""Slots: who or what fills the places of an event noun's frame (see `noun-frames.tsv` for the slots)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.claims.agents import by_agent, cause, done_by, foe, genitive
from kg.claims.arguments import named_or_area
from kg.claims.asides import copula
from kg.claims.belongings import before_mark, one_of
from kg.claims.blamed import accused, announced, behind, doing
from kg.claims.clauses import (
    antecedent,
    is_auxiliary,
    matches,
    modified,
    person_meant,
)
from kg.claims.deeds import carried_out, carrier, repelling
from kg.claims.doers import attack_nouns, is_done_by_event
from kg.claims.drafts import BODIES, GROUND
from kg.claims.governed import governed
from kg.claims.governors import governor, is_accusation, of_oneself
from kg.claims.neighbours import (
    after_it,
    apposed,
    ground,
    head,
    name_at_once,
    next_to_it,
    other_person,
    second,
)
from kg.claims.phrases import phrase
from kg.claims.predicates import PRONOUNS
from kg.claims.subjects import Subjects
from kg.claims.sufferers import befalls, exposed, held, is_aside, suffers, under
from kg.claims.supporters import dative, giver
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import (
    NounFrame,
    accusings,
    claimings,
    cued,
    happenings,
    noun_frames,
    resultings,
    verb_frames,
)
from kg.model import Kind

REACH = 12
"""How many units after an event noun its arguments may stand."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an event noun: the sentence before, and the subject of each verb (by position)."""

    before: Sequence[Unit]
    subjects: Subjects


def fill(units: Sequence[Unit], at: int, slot: str, context: Context) -> tuple[Unit, ...]:
    """Return who stands in a slot of the event noun at `at`, empty where nobody does."""
    if slot.startswith("ب-"):
        if units[at].clitic != "ب" or _is_charged(units, at):
            return ()
        slot = slot[2:]
    if slot.startswith("بلا-"):
        if units[at].clitic == "ب" and not _is_charged(units, at):
            return ()
        slot = slot[4:]
    if slot.startswith("person-"):
        found = fill(units, at, slot.removeprefix("person-"), context)
        return tuple(unit for unit in found if unit.kind is Kind.PERSON)
    if slot.startswith("body-"):
        found = fill(units, at, slot.removeprefix("body-"), context)
        return tuple(unit for unit in found if unit.kind in BODIES)
    if slot.startswith("then-"):
        return _then(units, at, slot[5:])
    filler = FILLERS.get(slot)
    return (
        filler(units, at, context)
        if filler
        else governed(units, at, slot, _end(units, at), context.before)
    )


def _is_charged(units: Sequence[Unit], at: int) -> bool:
    """Say whether «بـ» brings in what one is accused of or does, not with whose help: «اتهم X Y [بدعم] Z»."""
    return is_accusation(units, at) or bool(doing(units, at))


def _end(units: Sequence[Unit], at: int) -> int:
    by = carrier(units, at)
    for end in range(at + 1, min(len(units), at + 1 + REACH)):
        if units[end].stops or (units[end].verbs and end != by and not _goes_on(units[end])):
            return end
    return min(len(units), at + 1 + REACH)


def _goes_on(unit: Unit) -> bool:
    """Say whether a verb only tells that the event took place: «معارك استمرت أسبوعاً ضد …»."""
    return has_lemma(unit, happenings())


def _of_oneself(unit: Unit) -> bool:
    """Say whether one tells the deed of oneself, a person's too: «أعلن سالم انشقاقه», «انضمامه»."""
    return any(frame.verb in ("defectedFrom", "partOf") for frame in noun_frames()[unit.noun])


def _copular(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return the subject of a verb of being right before: «لتكون [الكتيبة] تحت قيادة سالم»."""
    for position in range(at - 1, max(-1, at - 4), -1):
        if is_verb(units[position]):
            return context.subjects[position] if is_auxiliary(units[position]) else ()
        if units[position].entity or units[position].is_mark:
            break
    return ()


def _clause(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return who an event noun is of by its pronoun, or by the subject of the verb that governs it."""
    if units[at].pronoun:
        verb = governor(units, at)
        tells = verb is not None and has_lemma(units[verb], cued("tell"))
        subject = context.subjects[verb] if verb is not None and not tells else ()
        own = _of_oneself(units[at])
        if any(
            (own or u.kind is not Kind.PERSON) and matches(units[at].pronoun, u) for u in subject
        ):
            return subject
        who = antecedent(units, at, units[at].pronoun, context.before, actors_only=True)
        return (who,) if who and who.kind is not Kind.PERSON else subject
    by = carrier(units, at)
    doers = carried_out(units, by, context.subjects) if by is not None else doing(units, at)
    doers = doers or behind(units, at)
    if doers or (units[at].noun in attack_nouns() and repelling(units, at) is not None):
        return doers
    verb = governor(units, at)
    if verb is None or suffers(units, verb) or is_aside(units, at):
        return ()
    if has_lemma(units[verb], accusings()):
        return accused(units, at, context.subjects, context.before)
    repelled = units[at].noun in attack_nouns() and any(
        v.lemma in cued("repel") for v in units[verb].verbs
    )
    if repelled or any(v.lemma in cued("tell") for v in units[verb].verbs):
        return ()  # whoever tells of a deed, or repels it, does not do it
    return context.subjects[verb]


def _launched(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return who launched it: «صواريخ أطلقتها [الحركة]», «ألقى [الطيران] قنابل», «إطلاق [الحركة] صواريخ»."""
    by = carrier(units, at)
    if by is not None:
        return carried_out(units, by, context.subjects)
    verb = governor(units, at)
    if verb is not None and any(v.lemma in cued("launch") for v in units[verb].verbs):
        return context.subjects[verb]
    return doing(units, at) or behind(units, at)


def _caused_before(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return whose attack had it as result: «شنت الحركة هجوماً، ما أدى إلى مقتل …»."""
    verb = next((p for p in range(at - 1, max(-1, at - 5), -1) if is_verb(units[p])), None)
    if verb is None or not has_lemma(units[verb], resultings()):
        return ()
    if is_done_by_event(units, verb):
        return context.subjects[verb]
    for position in range(verb - 1, max(-1, verb - 20), -1):
        frames = noun_frames().get(units[position].noun, ()) if not units[position].entity else ()
        if any(frame.verb == "attacked" for frame in frames) or is_verb(units[position]):
            deed = position if is_verb(units[position]) else governor(units, position)
            if deed is not None and _attacks(units[deed], frames):
                return context.subjects[deed]
    return ()


def _attacks(unit: Unit, frames: Sequence[NounFrame]) -> bool:
    """Say whether a verb attacks, by itself or with the attack noun it governs."""
    own = [f for v in unit.verbs for f in verb_frames().get((v.lemma, v.voice), ())]
    return (bool(frames) and not befalls(unit)) or any(f.verb == "attacked" for f in own)


def _then(units: Sequence[Unit], at: int, slot: str) -> tuple[Unit, ...]:
    """Return what the preposition right after the genitive governs: «مناطق سيطرة الجيش [في] البلدة»."""
    found = phrase(units, at + 1) if at + 1 < len(units) else None
    if found is None or not found.bearers or found.end >= len(units):
        return ()
    if units[found.end].form == slot and found.end + 1 < len(units):
        return named_or_area(units, found.end + 1)
    return named_or_area(units, found.end) if units[found.end].clitic == slot else ()


def _by(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    return by_agent(units, at, _end(units, at)) or done_by(units, at)


def _claimed(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return who claims the deed: the subject of a verb of claiming."""
    verb = governor(units, at)
    claimed = verb is not None and has_lemma(units[verb], claimings())
    return context.subjects[verb] if claimed and verb is not None else ()


def _topic(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return what a nominal clause is about: «[الكتيبة] هي الجناح العسكري …», «[سالم]، وهو على صلة بـ …»."""
    if at and units[at - 1].joined and is_particle(units[at - 1], "preposition"):
        return ()  # «أعلن سالم … وعلى صلة بـ…» goes on with no name right before
    foremost = one_of(units, at) if at and units[at - 1].form in cued("foremost") else None
    governed = at - (at > 0 and is_particle(units[at - 1], "preposition"))
    mark = governed if foremost is None else foremost
    return before_mark(units, mark, context.before, said=context.subjects)[:1]


def _ground(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return the place said to be it: «[البلدة] معقل الحركة», «تعد [البلدة] أبرز معاقل الحركة»."""
    if found := ground(units, at):
        return found
    mark = one_of(units, at) if not units[at].definite else None
    mark = at if mark is None else mark
    return before_mark(units, mark, context.before, GROUND, context.subjects)


def _its(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return the body that the noun's pronoun stands for: «يتم تمويل[ها]»."""
    start = copula(units, at)  # «[المرصد]، وهو هيئة مقرها …»
    pronoun = units[at].pronoun if start is None else PRONOUNS[units[start].form]
    who = antecedent(units, start or at, pronoun, context.before, actors_only=True)
    if who in units and units[at].joined:  # «[اللواء] التابع للجيش ومقره …»
        other = units[modified(units, units.index(who))]
        who = other if matches(pronoun, other) else who
    return (who,) if who and who.kind is not Kind.PERSON else ()


Filler = Callable[[Sequence[Unit], int, Context], tuple[Unit, ...]]

FILLERS: dict[str, Filler] = {
    "exposed": lambda units, at, context: exposed(units, at, context.subjects),
    "of": lambda units, at, context: genitive(units, at),
    "clause": _clause,
    "launched": _launched,
    "by": _by,
    "cause": lambda units, at, context: (
        cause(units, at) or _caused_before(units, at, context) or foe(units, at)
    ),
    "behind": lambda units, at, context: (
        behind(units, at) or accused(units, at, context.subjects, context.before)
    ),
    "announced": lambda units, at, context: announced(units, at, context.subjects),
    "second": lambda units, at, context: second(units, at),
    "foe": lambda units, at, context: foe(units, at),
    "head": lambda units, at, context: head(units, at) or _copular(units, at, context),
    "claimed": _claimed,
    "next": lambda units, at, context: next_to_it(units, at),
    "name": lambda units, at, context: name_at_once(units, at),
    "owner": lambda units, at, context: (
        person_meant(units, at, context.before) if units[at].pronoun else ()
    ),
    "under": lambda units, at, context: under(units, at),
    "topic": _topic,
    "held": lambda units, at, context: held(units, at),
    "its": _its,
    "ground": _ground,
    "giver": lambda units, at, context: giver(units, at, context.subjects),
    "dative": lambda units, at, context: dative(units, at),
    "self": lambda units, at, context: of_oneself(units, at, context.subjects),
    "person": lambda units, at, context: tuple(
        u for u in reversed(units[:at]) if u.kind is Kind.PERSON
    )[:1],
    "other-person": lambda units, at, context: other_person(units, at),
    "apposed": lambda units, at, context: apposed(units, at),
    "after": lambda units, at, context: after_it(units, at),
}
"""What fills each slot that is no preposition."""
