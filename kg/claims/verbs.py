"""Verbs: claims by frames over finite verbs — «سيطر الجيش على البلدة», «التي يقودها سالم», «قُتل على يد …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.agents import by_agent, cause
from kg.claims.clauses import (
    agrees,
    antecedent,
    clause_end,
    following,
    preceding,
    relative_head,
    with_coordinates,
)
from kg.claims.drafts import Draft, pairs
from kg.lexicon.frames import VerbFrame, noun_frames, verb_frames
from kg.claims.phrases import COMMAS, Phrase, is_particle, is_verb, phrase
from kg.claims.units import Unit
from kg.model import Kind



def read(units: Sequence[Unit], before: Sequence[Unit], last: Sequence[Unit]) -> Iterator[Draft]:
    """Yield what the verbs of a sentence say; `before` is the sentence before it, `last` that one's subject."""
    found = subjects(units, before, last)
    for at, unit in enumerate(units):
        if not is_verb(unit):
            continue
        subject = found[at]
        by = by_agent(units, at, clause_end(units, at))
        done: set[str] = set()
        for frame in _frames(unit, bool(by)):
            if done and frame.rule not in BESIDES:
                continue
            drafts = list(_fill(units, at, frame, subject, before))
            yield from drafts
            done.update(draft.rule for draft in drafts)


def subjects(
    units: Sequence[Unit], before: Sequence[Unit], last: Sequence[Unit]
) -> dict[int, tuple[Unit, ...]]:
    """Return for each verb of a sentence who it is said of; a verb without a subject goes on with the last one's."""
    carried: tuple[Unit, ...] = tuple(last)
    found: dict[int, tuple[Unit, ...]] = {}
    for at, unit in enumerate(units):
        if is_verb(unit):
            found[at] = subject_of(units, at, before, carried)
            carried = found[at] or carried
    return found


BESIDES = frozenset(("allied-verb",))
"""Rules that say something more, not the same in another way."""


def _frames(unit: Unit, by: bool) -> list[VerbFrame]:
    """Return the frames of a verb, of its active readings first; where an agent is named by «على يد», those that take one."""
    found: list[VerbFrame] = []
    for voice in ("active", "passive"):
        for reading in unit.verbs:
            if reading.voice == voice:
                found.extend(f for f in verb_frames().get((reading.lemma, voice), ()) if f not in found)
    return [f for f in found if "by" in (f.subject, f.object) or f.voice == "passive"] if by else found


def subject_of(
    units: Sequence[Unit], at: int, before: Sequence[Unit] = (), carried: Sequence[Unit] = ()
) -> tuple[Unit, ...]:
    """Return who the verb at `at` is said of: the names of its subject, or none where it is not known.

    After the verb; else the head of its relative clause; else the topic before it; else, for a verb that
    begins its clause with «و», the subject carried over.
    """
    unit = units[at]
    head = relative_head(units, at)
    if head is not None and not unit.pronoun and not _resumes(units, at):
        return tuple(units[h] for h in with_coordinates(units, head))
    topic = preceding(units, at)
    if topic is not None and topic.bearers and head is None and _is_topic(units, topic, at):
        return tuple(units[b] for b in topic.bearers)
    after = following(units, at)
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
    if unit.pronoun and at + 1 < len(units) and is_verb(units[at + 1]) and units[at + 1].joined:
        return subject_of(units, at + 1, before, carried)
    complement = units[at - 1] if at else None
    if complement and is_particle(complement, "complementizer") and complement.form.endswith(("ه", "ها", "هم")):
        suffix = "ها" if complement.form.endswith("ها") else "هم" if complement.form.endswith("هم") else "ه"
        who = antecedent(units, at - 1, suffix, before, actors_only=True)
        return (who,) if who else ()
    if after is None and carried and agrees(unit, carried[0]):
        return tuple(carried)
    return _relative_chain(units, at) if after is None and unit.joined else ()


def _relative_chain(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the head of the relative clause that a joined verb goes on with: «الحركة التي نشأت … ونفذت»."""
    for position in range(at - 1, max(0, at - 24), -1):
        if units[position].stops:
            break
        if is_particle(units[position], "relative") and units[position].form != "من":
            before = units[position - 1]
            return (before,) if before.entity and agrees(units[at], before) else ()
    return ()


def _resumes(units: Sequence[Unit], at: int) -> bool:
    """Say whether a pronoun takes up the head of the relative clause: «البلدة التي يسيطر عليها …»."""
    return any(
        unit.form.startswith(slot) and unit.form[len(slot) :] in PRONOUNS and not unit.entity
        for unit in units[at + 1 : at + 4]
        for slot in ("علي", "في", "من", "ب", "ل", "عن", "الي")
    )


def _is_topic(units: Sequence[Unit], topic: Phrase, at: int) -> bool:
    """Say whether a phrase stands right before the verb and agrees with it: subject before verb."""
    first = units[topic.bearers[0]]
    between = units[topic.end : at]
    near = all(is_particle(unit, "adverb", "time") or unit.form in COMMAS for unit in between)
    if topic.head and not topic.holder:
        return False
    return near and first.kind is not Kind.PLACE and (bool(topic.head) or agrees(units[at], first))


def _fill(
    units: Sequence[Unit], at: int, frame: VerbFrame, subject: tuple[Unit, ...], before: Sequence[Unit]
) -> Iterator[Draft]:
    ends: list[tuple[Unit, ...]] = []
    for slot in (frame.subject, frame.object):
        if slot == "agent" or (slot == "patient" and frame.voice == "passive"):
            ends.append(subject)
        elif slot == "patient":
            ends.append(patient(units, at, before))
        elif slot == "by":
            ends.append(by_agent(units, at, clause_end(units, at)) or cause(units, at))
        elif slot == "support":
            ends.append(_support(units, at))
        else:
            ends.append(prepositional(units, at, slot, clause_end(units, at)))
    if ends[0] and ends[1]:
        yield from pairs(frame.rule, frame.verb, ends[0], ends[1], at, ended=frame.rule == "withdrew-verb")


def patient(units: Sequence[Unit], at: int, before: Sequence[Unit] = ()) -> tuple[Unit, ...]:
    """Return the direct object: the second noun phrase, the first where the subject stands before, or a pronoun."""
    unit = units[at]
    if unit.pronoun:
        head = relative_head(units, at)
        found = units[head] if head is not None else antecedent(units, at, unit.pronoun, before)
        return (found,) if found else ()
    end = clause_end(units, at)
    after = following(units, at)
    if after is None:
        return ()
    if _is_subject(units, at, after.bearers, after.holder, after.head):
        return _object_from(units, after.end, end)
    return tuple(units[b] for b in after.bearers)


def _is_subject(
    units: Sequence[Unit], at: int, bearers: tuple[int, ...], holder: str, head: str
) -> bool:
    """Say whether the phrase after the verb is its subject, not its object."""
    if relative_head(units, at) is not None:
        return False
    if not bearers:
        return True
    topic = preceding(units, at)
    return topic is None or not topic.bearers or not agrees(units[at], units[topic.bearers[0]])


def _object_from(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    """Return the first noun phrase from `at` that no preposition governs."""
    skipped = 0
    while at < end and skipped < 8:
        unit = units[at]
        if is_particle(unit, "preposition"):
            while at < end and is_particle(units[at], "preposition"):
                at += 1
            at = _past_prepositional(units, at, end)
            skipped += 1
            continue
        if unit.clitic:
            found = phrase(units, at)
            at = found.end if found else at + 1
            skipped += 1
            continue
        if is_particle(unit, "time"):
            at += 1
            continue
        found = phrase(units, at)
        if found and found.bearers:
            return tuple(units[b] for b in found.bearers)
        if found:
            return ()
        at += 1
        skipped += 1
    return ()


def _past_prepositional(units: Sequence[Unit], at: int, end: int) -> int:
    found = phrase(units, at) if at < end else None
    return found.end if found else at + 1


def prepositional(units: Sequence[Unit], at: int, slot: str, end: int) -> tuple[Unit, ...]:
    """Return the names the preposition `slot` governs in the clause after the verb, over further verbs' marks."""
    position = at + 1
    while position < end:
        unit = units[position]
        start = None
        if unit.form == slot and not unit.entity:
            start = position + 1
        elif slot == BESIDE and unit.form == BESIDE.split()[0] and _next_form(units, position) == BESIDE.split()[1]:
            start = position + 2
        elif unit.clitic == slot:
            start = position
        elif unit.form.startswith(slot) and unit.form[len(slot) :] in PRONOUNS and not unit.entity:
            return _referred(units, at, position, slot)
        if start is not None and start < len(units):
            found = _governed(units, start, end)
            if found:
                return found
        position += 1
    return ()


BESIDE = "الي جانب"


def _next_form(units: Sequence[Unit], at: int) -> str:
    return units[at + 1].form if at + 1 < len(units) else ""


PRONOUNS = frozenset(("ها", "ه", "هم", "هما"))


def _referred(units: Sequence[Unit], verb: int, at: int, slot: str) -> tuple[Unit, ...]:
    """Return who or what «عليها», «فيه» stand for: the head of the relative clause, else the last name."""
    head = relative_head(units, verb)
    if head is not None:
        return tuple(units[h] for h in with_coordinates(units, head))
    for position in range(verb - 1, max(-1, verb - 4), -1):
        if is_particle(units[position], "relative"):
            after = [u for u in units[at + 1 : at + 8] if u.kind in (Kind.PLACE, Kind.STATE)]
            return tuple(after[:1])
    who = antecedent(units, verb, units[at].form[len(slot) :])
    return (who,) if who else ()


def _governed(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    return named_or_area(units, at)


def named_or_area(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the names of the phrase at `at`, or, for an unnamed area, the place it lies in: «أجزاء من المدينة»."""
    found = phrase(units, at)
    if found is None:
        return ()
    if found.bearers:
        return (*(units[b] for b in found.bearers), *_repeated(units, found.end, units[at - 1].form))
    for position in range(found.end, min(len(units), found.end + 8)):
        unit = units[position]
        located = unit.clitic == "ب" or (position and units[position - 1].form in ("في", "من"))
        if unit.kind in (Kind.PLACE, Kind.STATE) and located:
            inner = phrase(units, position)
            return tuple(units[b] for b in inner.bearers) if inner else (unit,)
        if unit.entity or unit.is_mark or (is_verb(unit) and not unit.pronoun):
            break
    return ()


def _repeated(units: Sequence[Unit], at: int, preposition: str) -> tuple[Unit, ...]:
    """Return the names joined with the preposition said again: «على X وعلى Y»."""
    if at + 1 < len(units) and units[at].joined and units[at].form == preposition:
        return named_or_area(units, at + 1)
    return ()


def _support(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who gives the support a verb of receiving names: «تحظى بدعم X», «تتلقى دعماً من X»."""
    for position in range(at + 1, min(clause_end(units, at), at + 8)):
        frames = noun_frames().get(units[position].noun, ())
        if any(frame.verb == "supports" for frame in frames):
            rest = position + 1
            while rest < len(units) and not units[rest].entity and rest - position < 4:
                if units[rest].form == "من" or not is_particle(units[rest]):
                    rest += 1
                    continue
                return ()
            found = phrase(units, rest) if rest < len(units) else None
            return tuple(units[b] for b in found.bearers) if found else ()
    return ()
