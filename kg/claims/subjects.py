"""Subjects: who each verb of a sentence is said of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.claims.agents import by_agent
from kg.claims.arguments import resumes
from kg.claims.asides import copula, describes_many
from kg.claims.clauses import (
    ACTORS,
    BETWEEN,
    HELPING,
    agrees,
    antecedent,
    following,
    is_auxiliary,
    preceding,
    relative_head,
    with_coordinates,
)
from kg.claims.couples import is_dual
from kg.claims.doers import carriers, doers_before, event_doers, is_done_by_event, own_doers
from kg.claims.goings import able, raider
from kg.claims.inversions import inverted
from kg.claims.leaders import Heads
from kg.claims.objects import begins_object
from kg.claims.phrases import COMMAS, Phrase, phrase
from kg.claims.speakers import speaker
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import verb_frames, verb_rules
from kg.lexicon.offices import official_nouns
from kg.lexicon.posts import transfers
from kg.lexicon.words import alias_cues, titles
from kg.model import Kind

Subjects = Mapping[int, tuple[Unit, ...]]
"""Who each verb, by its position, is said of."""


def subjects(
    units: Sequence[Unit],
    before: Sequence[Unit],
    last: Sequence[Unit],
    attackers: tuple[Unit, ...] = (),
    heads: Heads | None = None,
) -> dict[int, tuple[Unit, ...]]:
    """Return for each verb of a sentence who it is said of; a verb without a subject goes on with the last one's.

    What «the attack» did is said of whoever attacked last, here or, `attackers`, in the sentence before;
    what «we» did of the body that the speaker is said, `heads`, to be of.
    """
    carried: tuple[Unit, ...] = tuple(last)
    found: dict[int, tuple[Unit, ...]] = {}
    for at, unit in enumerate(units):
        if not unit.verbs:
            continue
        if is_done_by_event(units, at):
            found[at] = doers_before(units, at, found, attackers)
            continue
        if unit.ours:
            found[at] = speaker(units, at, last, heads or {})
            continue
        found[at] = (
            own_doers(units, at)
            or carriers(units, at, found)
            or event_doers(units, at, found)
            or able(units, at, found)
            or raider(units, at, found)
            or subject_of(units, at, before, carried)
        )
        carried = found[at] or (() if _is_of_two(units, at) else carried)
    return found


def subject_of(
    units: Sequence[Unit], at: int, before: Sequence[Unit] = (), carried: Sequence[Unit] = ()
) -> tuple[Unit, ...]:
    """Return who the verb at `at` is said of: the names of its subject, or none where it is not known.

    After the verb; else the head of its relative clause; else the topic before it; else, for a verb that
    begins its clause with «و», the subject carried over.
    """
    unit = units[at]
    head = relative_head(units, at)
    if head is not None and not unit.pronoun and not resumes(units, at):
        if units[head].kind is Kind.PERSON and units[head + 1].form in ("الذي", "التي"):
            return (units[head],)
        return tuple(units[h] for h in with_coordinates(units, head))
    if _is_of_two(units, at):
        return ()
    told = _predicated(units, at, before) or _enclosing(units, at)
    if told is not None and head is None:
        return (told,)
    if describes_many(units, at):
        after = following(units, at)
        return tuple(units[b] for b in after.bearers) if after and unit.pronoun else ()
    if beyond := _after_place(units, at):
        return beyond
    if found := inverted(units, at):
        return found.people
    if of_complement := _of_complement(units, at, before):
        return of_complement
    return _around(units, at, head, before, carried)


def _is_of_two(units: Sequence[Unit], at: int) -> bool:
    """Say whether two that the text leaves unnamed are the subject: «هذان [الفصيلان] لا يقاتلان …»."""
    start = at - 1
    while start >= 0 and not units[start].classes.isdisjoint(HELPING):
        start -= 1
    after = units[at + 1] if at + 1 < len(units) else None
    return (start >= 0 and is_dual(units[start])) or (after is not None and is_dual(after))


def _around(
    units: Sequence[Unit],
    at: int,
    head: int | None,
    before: Sequence[Unit],
    carried: Sequence[Unit],
) -> tuple[Unit, ...]:
    """Return the subject that stands before or after the verb, or that is carried over."""
    unit = units[at]
    topic = preceding(units, at)
    if unit.pronoun and _is_said_at_once(units, at):
        after = following(units, at)
        if after is not None and after.bearers and agrees(unit, units[after.bearers[0]]):
            return tuple(units[b] for b in after.bearers)
    if topic is not None and topic.bearers and head is None and _is_topic(units, topic, at):
        return tuple(units[b] for b in topic.bearers)
    if unit.joined and carried and _is_right_before(units, carried[-1], at):
        return tuple(carried)
    after = None if begins_object(units, at) or _takes_office(units, at) else following(units, at)
    if after is not None and after.bearers:
        first = units[after.bearers[0]]
        if after.head and not after.holder:
            return ()
        if (after.head or agrees(unit, first)) and not (topic and first.kind is Kind.PLACE):
            return tuple(units[b] for b in after.bearers)
    if topic is not None and head is None:
        if topic.head and not topic.holder:
            return ()
        found = tuple(units[b] for b in topic.bearers)
        if topic.head or agrees(unit, found[0]):
            return found
    if after is not None and after.head and not after.bearers and units[at + 1].definite:
        return ()
    if at + 1 < len(units) and is_verb(units[at + 1]) and units[at + 1].joined:
        return subject_of(units, at + 1, before, carried)
    complement = units[at - 1] if at else None
    if complement and is_particle(complement, "complementizer") and _suffix(complement):
        who = antecedent(units, at - 1, _suffix(complement), before, actors_only=True)
        return (who,) if who else ()
    goes_on = after is None or (unit.joined and not after.bearers and _comprises(unit))
    if goes_on and carried and agrees(unit, carried[0]):
        return tuple(carried)
    return _relative_chain(units, at) if after is None and unit.joined else ()


def _is_right_before(units: Sequence[Unit], name: Unit, at: int) -> bool:
    """Say whether a name ends the clause before a joined verb: «أسس اللواء [سالم]، وتولى …»."""
    return at > 1 and units[at - 1].form in COMMAS and units[at - 2] is name


def _takes_office(units: Sequence[Unit], at: int) -> bool:
    """Say whether what follows a verb of taking is the office taken, no subject: «ويشغل منصب قائد اللواء»."""
    if not any(transfers().get(v.lemma) == "take" for v in units[at].verbs):
        return False
    near = units[at + 1 : at + 4]
    office = next((u for u in near if not is_particle(u) and u.form not in COMMAS), None)
    return office is not None and not office.entity and office.noun in official_nouns()


def _of_complement(units: Sequence[Unit], at: int, before: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return whom «إنه» right before a verb that takes an object stands for: «أعلن [الجيش] أنه قتل سالماً»."""
    complement = units[at - 1] if at else None
    if complement is None or "complementizer" not in complement.classes:
        return ()
    frames = (f for v in units[at].verbs for f in verb_frames().get((v.lemma, "active"), ()))
    if not _suffix(complement) or not any(f.verb in DEEDS for f in frames):
        return ()
    if any(v.voice == "passive" for v in units[at].verbs) and by_agent(units, at, len(units)):
        return ()
    who = antecedent(units, at - 1, _suffix(complement), before, actors_only=True)
    return (who,) if who and agrees(units[at], who) else ()


DEEDS = frozenset(("attacked", "killed", "detained", "foughtWith", "controls"))


def _after_place(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the subject after what a verb's preposition brings in first: «سيطر على البلدة [لواء الفجر]»."""
    if at + 2 >= len(units) or not verb_rules(units[at].verbs) or units[at].pronoun:
        return ()
    start = at + 1 + (is_particle(units[at + 1], "preposition") and not units[at + 1].pronoun)
    first = phrase(units, start) if start > at + 1 or units[start].clitic == "ب" else None
    if first is None or first.end >= len(units) or (not first.bearers and first.end > start + 2):
        return ()
    after = units[first.end]
    begins = bool(after.entity) or not after.definite or after.noun in titles()
    found = phrase(units, first.end) if begins and not (after.prefix or after.is_mark) else None
    if found is None or not found.bearers or units[found.bearers[0]].kind not in ACTORS:
        return ()
    named = tuple(units[b] for b in found.bearers)
    return named if agrees(units[at], named[0]) or found.head else ()


def _comprises(unit: Unit) -> bool:
    """Say whether a verb tells what a body is made of, so that an unnamed noun after it is no subject."""
    return "comprises-verb" in verb_rules(unit.verbs)


def _suffix(complement: Unit) -> str:
    """Return the pronoun of «أنه», «إنها», «أنهم»."""
    return next((p for p in ("ها", "هم", "ه") if complement.form.endswith(p)), "")


def _is_said_at_once(units: Sequence[Unit], at: int) -> bool:
    """Say whether a noun or name follows a verb with an object pronoun at once: its subject."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.prefix or after.is_mark:
        return False
    return is_particle(after, "preposition") or not is_particle(after)


def _predicated(units: Sequence[Unit], at: int, before: Sequence[Unit]) -> Unit | None:
    """Return whom «وهي تقاتل …», «وهي [كتيبة محلية] تقاتل …» tell of: what the pronoun before them stands for."""
    start = copula(units, at)
    if start is None:
        return None
    pronoun = "ه" if units[start].form == "هو" else "ها"
    return antecedent(units, start, pronoun, before, actors_only=True)


def _relative_chain(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the head of the relative clause that a joined verb goes on with: «الحركة التي نشأت … ونفذت»."""
    for position in range(at - 1, max(0, at - 24), -1):
        if units[position].stops:
            break
        if is_particle(units[position], "relative") and units[position].form != "من":
            before = units[position - 1]
            return (before,) if before.entity and agrees(units[at], before) else ()
    return ()


def _enclosing(units: Sequence[Unit], at: int) -> Unit | None:
    """Return whom a verb goes on about after a relative clause between commas: «[سالم]، الذي …، يشغل …»."""
    if at < 4 or units[at - 1].form not in COMMAS or units[at].joined:
        return None
    for position in range(at - 2, max(1, at - 22), -1):
        unit = units[position]
        if unit.stops or is_particle(unit, "complementizer"):
            break
        if is_particle(unit, "relative") and units[position - 1].form in COMMAS:
            head = units[position - 2]
            return head if head.kind in ACTORS and agrees(units[at], head) else None
    return None


def _is_topic(units: Sequence[Unit], topic: Phrase, at: int) -> bool:
    """Say whether a phrase stands right before the verb and agrees with it: subject before verb."""
    first = units[topic.bearers[0]]
    between = units[topic.end : at]
    near = all(
        not unit.classes.isdisjoint(BETWEEN)
        or unit.form in COMMAS
        or unit.form in alias_cues()
        or (is_verb(unit) and is_auxiliary(unit))
        or (unit.entity is not None and unit.entity == first.entity)
        for unit in between
    )
    if topic.head and not topic.holder:
        return False
    return near and first.kind is not Kind.PLACE and (bool(topic.head) or agrees(units[at], first))
