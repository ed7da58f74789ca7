"""Offices: who is given, takes or leaves a command — «تولى سالم قيادة …», «أسند قيادة … إلى سالم», «على رأسه سالم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.claims.agents import genitive
from kg.claims.clauses import antecedent, matches, person_meant
from kg.claims.drafts import ACTORS, GROUPS, Draft, pairs
from kg.claims.memory import Memory
from kg.claims.phrases import COMMAS, phrase
from kg.claims.posts import post_at
from kg.claims.predicates import person_of
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import modifier_frames
from kg.lexicon.offices import HEAD, commandings, official_nouns
from kg.lexicon.posts import charges, seats, transfers
from kg.model import Kind

REACH = 14
"""How far before an office the word that tells what becomes of it may stand."""


@dataclass(frozen=True, slots=True)
class Office:
    """A post told by its noun, at units `start` to `end`: «قيادة اللواء», «منصب قائد اللواء»."""

    start: int
    end: int
    relation: str
    bodies: tuple[Unit, ...]


def read(
    units: Sequence[Unit], before: Sequence[Unit], said: Subjects, memory: Memory
) -> Iterator[Draft]:
    """Yield who comes to hold, or leaves, the offices a sentence names."""
    last: tuple[str, int] | None = None
    official = official_nouns()
    for at, unit in enumerate(units):
        office = _office(units, at, before, memory) if unit.noun in official else None
        if unit.stops:
            last = None
        if office is None:
            continue
        found = _told(units, office)
        if found is None and last and unit.joined:
            found = last
        last = found or last
        manner = found[0] if found else ""
        people = _people(units, office, found, said, before)
        begun = manner in ("take", "give", "go", "succeed")
        left = manner in ("leave", "remove") or (found is not None and _was(units, found[1]))
        for person in people if office.bodies else ():
            memory.heads[person.entity or ""] = office.bodies
        yield from pairs(
            "office", office.relation, people, office.bodies, at,
            role=(unit.start, unit.end), ended=left, begun=begun and not left,
        )  # fmt: skip
        if (
            found
            and manner == "give"
            and not all(v.voice == "passive" for v in units[found[1]].verbs)
        ):
            apart = (*people, *office.bodies)
            by = [u for u in said.get(found[1], ()) if u.kind in ACTORS and u not in apart]
            yield from pairs("office-given", "appointedBy", people, by, at, begun=True)


def _office(
    units: Sequence[Unit], at: int, before: Sequence[Unit], memory: Memory
) -> Office | None:
    unit = units[at]
    if unit.entity or is_verb(unit):
        return None
    if unit.noun in seats() and at + 1 < len(units) and not unit.definite:
        post = post_at(units, at + 1, before, memory)
        return Office(at, post.end, post.relation, post.bodies) if post else None
    relation = commandings().get(unit.noun, "") or ("leads" if unit.noun in charges() else "")
    if unit.noun == HEAD and at and units[at - 1].form == "علي":
        relation = "commands"
    if not relation:
        return None
    if unit.pronoun:
        whose = [*reversed(units[:at]), *reversed(before)]
        body = next((u for u in whose if u.kind in GROUPS and matches(unit.pronoun, u)), None)
        if body is None or (unit.noun == HEAD and _is_of_others(units, at, body)):
            return None
        return Office(at, at + 1, relation, (body,))
    bodies = genitive(units, at)
    if not bodies or any(body.kind is Kind.PERSON for body in bodies):
        return None
    end = max(p for p in range(at, min(len(units), at + 16)) if units[p] in bodies) + 1
    return Office(at, end, relation, bodies)


def _is_of_others(units: Sequence[Unit], at: int, body: Unit) -> bool:
    """Say whether «على رأسها» is of unnamed ones told of after the body: «رفضت [المرجعيات] وعلى رأسها سالم …»."""
    if body not in units:
        return True
    between = units[units.index(body) + 1 : at]
    return any(u.definite and not u.entity and u.form.endswith(SEVERAL) for u in between)


SEVERAL = ("ات", "ين", "ون")
"""Endings of the plural that «ها» may stand for."""


def _told(units: Sequence[Unit], office: Office) -> tuple[str, int] | None:
    """Return how the office changes hands, and the word that says so."""
    for position in range(office.start - 1, max(-1, office.start - REACH), -1):
        unit = units[position]
        if unit.entity or unit.is_mark:
            if unit.stops:
                return None
            continue
        if is_verb(unit) and _is_aside(units, position):
            continue
        keys = [v.lemma for v in unit.verbs] if is_verb(unit) else [unit.noun]
        manner = next((transfers()[key] for key in keys if key in transfers()), None)
        if manner:
            return manner, position
        if is_particle(unit, "complementizer") or (is_verb(unit) and "كان" not in keys):
            return None
    return None


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb stands in a clause between commas: «كُلف سالم[، الذي انضم أمس،] بقيادة اللواء»."""
    return at > 1 and is_particle(units[at - 1], "relative") and units[at - 2].form in COMMAS


def _people(
    units: Sequence[Unit],
    office: Office,
    found: tuple[str, int] | None,
    said: Subjects,
    before: Sequence[Unit],
) -> tuple[Unit, ...]:
    after = _recipients(units, office.end)
    headed = _headed_by(units, office)
    if headed or found is None:
        return headed
    manner, at = found
    between = [u for u in units[at + 1 : office.start] if u.kind is Kind.PERSON]
    subject = person_of(units, at, said, before)
    if manner == "take" and is_verb(units[at]) and not between:
        subject = _holder_after(units, office.end) or subject
    if manner in ("give", "go"):
        if after or manner == "go":
            return after
        if units[at].pronoun and not is_verb(units[at]):
            return person_meant(units, at, before)
        to = next((p for p in range(at + 1, office.start) if units[p].form in TO_HIM), None)
        if to is not None:
            pronoun = "ها" if units[to].form.endswith("ها") else "ه"
            who = antecedent(units, at, pronoun, before, actors_only=True)
            return (who,) if who else ()
        given = [u for u in between if u not in said.get(at, ())] or between
        return tuple(given[-1:])
    if manner == "remove":
        return tuple(between[-1:])
    if not is_verb(units[at]) or units[at].pronoun:
        own = tuple(between[:1])
        if own or not units[at].pronoun or manner == "succeed":
            return own or subject
        who = antecedent(units, at, units[at].pronoun, before, actors_only=True)
        return (who,) if who else ()
    return subject


TO_HIM = frozenset(("اليه", "اليها", "له", "لها"))


def _headed_by(units: Sequence[Unit], office: Office) -> tuple[Unit, ...]:
    """Return who is said to be at the head: «على رأسها العقيد سالم»."""
    if units[office.start].noun != HEAD or units[office.start].pronoun not in ("ه", "ها"):
        return ()
    found = phrase(units, office.end) if office.end < len(units) else None
    people = [units[b] for b in found.bearers if not units[b].prefix] if found else []
    return tuple(u for u in people[:1] if u.kind is Kind.PERSON)


def _holder_after(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who takes an office told before his name: «تولى قيادة اللواء [العقيد سالم]»."""
    found = phrase(units, at) if at < len(units) and not units[at].prefix else None
    people = [units[b] for b in found.bearers] if found else []
    return tuple(u for u in people[:1] if u.kind is Kind.PERSON)


def _recipients(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return to whom an office goes: «قيادة اللواء [إلى العقيد سالم]», «… [لسالم]»."""
    for position in range(at, min(len(units), at + 5)):
        unit = units[position]
        start = position + 1 if unit.form == "الي" and not unit.entity else position
        if not unit.entity and unit.definite and unit.noun in modifier_frames():
            break
        if start > position or unit.clitic == "ل":
            found = phrase(units, start) if start < len(units) else None
            people = [units[b] for b in found.bearers] if found else []
            people = people or [u for u in units[start : start + 8] if u.kind is Kind.PERSON]
            return tuple(u for u in people[:1] if u.kind is Kind.PERSON)
        if unit.stops or is_verb(unit) or (unit.entity and unit.kind is Kind.PERSON):
            break
    return ()


def _was(units: Sequence[Unit], at: int) -> bool:
    """Say whether «كان» before a present verb makes it past: «كان يتولى قيادة اللواء»."""
    present = any(v.tense == "present" for v in units[at].verbs)
    near = units[max(0, at - 3) : at]
    return present and any(v.lemma == "كان" and v.tense == "past" for u in near for v in u.verbs)
