"""Appointments: who appointed those a sentence gives posts — «أصدر … قراراً بتعيين سالم قائداً … وراشد …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from kg.claims.agents import by_agent
from kg.claims.appointees import Appointment, appointing_nouns, by_pronoun, chosen, noun_before
from kg.claims.bodies import title_of
from kg.claims.clauses import agrees, clause_end
from kg.claims.decrees import founded, founding, issuer_of, persons_of
from kg.claims.doers import actors
from kg.claims.drafts import Draft, pairs
from kg.claims.governors import governor
from kg.claims.incumbents import given, is_accusative
from kg.claims.memory import Memory
from kg.claims.neighbours import name_at_once
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, nouns_of, verb_frames
from kg.lexicon.posts import choosings, containings, decrees, issuings, orders, transfers
from kg.lexicon.words import titles
from kg.model import Kind

REACH = 40
"""How far before a person the word of the appointment may stand."""


def read(
    units: Sequence[Unit],
    before: Sequence[Unit],
    said: Subjects,
    posts: Sequence[Draft],
    told: Sequence[Draft],
    memory: Memory,
    nouns: frozenset[str],
) -> Iterator[Draft]:
    """Yield who appointed those of whom the drafts `posts` say that they are made something, and those named.

    `nouns` are those of the sentence.
    """
    own = _by_pronouns(units, before, said, nouns)
    made = _made(units, posts, nouns)
    made.update((each.at, list(each.person)) for each in own)
    agents = {each.at: each.by for each in own}
    people = {unit.entity for found in made.values() for unit in found}
    issuer = issuer_of(units, said) if nouns & orders() or nouns & decrees() else ()
    issuer = persons_of(units, issuer, memory)
    orders_told = nouns & decrees()
    memory.issuing = any(u.noun in orders_told and not u.entity for u in units)
    memory.issuer = issuer or memory.issuer
    for at, appointed in made.items():
        found = (
            agents.get(at) or _by(units, at, said, people) or issuer or _governing(units, at, said)
        )
        by = [u for u in found or memory.issuer if u.entity not in people]
        yield from pairs("appointed", "appointedBy", appointed, by, at, begun=True)
    yield from chosen(units, said, posts)
    if nouns & founding():
        yield from founded(units, told, issuer or memory.issuer)
    for at in said:
        if _appoints(units[at]) and at not in made:
            bodies = [u for u in actors(said.get(at, ())) if u.kind is not Kind.PERSON]
            if bodies:
                memory.issuer, memory.issuing = tuple(bodies), True


def _by_pronouns(
    units: Sequence[Unit], before: Sequence[Unit], said: Subjects, nouns: frozenset[str]
) -> list[Appointment]:
    """Return the appointments whose nouns mean the appointed by a pronoun: «وتعيينه قائداً»."""
    if not nouns & appointing_nouns():
        return []
    posts = [at for at, unit in enumerate(units) if is_accusative(unit) and title_of(unit)]
    found = (by_pronoun(units, at, before, said) for at in posts)
    return [each for each in found if each is not None and each.person]


def _made(
    units: Sequence[Unit], drafts: Sequence[Draft], nouns: frozenset[str]
) -> dict[int, list[Unit]]:
    """Return whom each word of appointing says to be appointed."""
    made: dict[int, list[Unit]] = {}
    ends = [(d.subject, d.trigger) for d in drafts if d.begun and d.subject in units]
    posts = nouns & titles().keys()
    ends += [
        (person, at)
        for at, unit in enumerate(units if posts else ())
        if unit.noun in posts
        and is_accusative(unit)
        and title_of(unit)
        and noun_before(units, at) is None
        for person in given(units, at)
    ]
    for person, post in dict.fromkeys(ends):
        at = _appointing(units, units.index(person), post)
        if at is not None and person.kind is Kind.PERSON and person not in made.get(at, ()):
            made.setdefault(at, []).append(person)
    appointing = nouns & _appointing_nouns()
    for at, unit in enumerate(units if appointing else ()):
        if unit.noun in appointing and not is_verb(unit) and not unit.entity:
            for person in name_at_once(units, at):
                if person not in made.get(at, ()):
                    made.setdefault(at, []).append(person)
    return made


def _appointing(units: Sequence[Unit], person: int, post: int) -> int | None:
    """Return the word of appointing before a person who is given a post, no other verb between."""
    start = min(person, post)
    for position in range(start - 1, max(-1, start - REACH), -1):
        unit = units[position]
        if unit.stops:
            break
        if _appoints(unit):
            return position
        if is_particle(unit, "complementizer", "relative"):
            break
        if is_verb(unit) and not has_lemma(unit, PASSIVE):
            break
    return None


PASSIVE = frozenset(("تم", "جري"))


@cache
def _no_appointers() -> frozenset[str]:
    """Return the verbs whose subject only tells of an appointment, or is the decree: «أشار», «قضى»."""
    telling = cued("say") | cued("tell")
    return (PASSIVE | containings() | telling) - issuings()


def _appoints(unit: Unit) -> bool:
    if unit.entity:
        return False
    if unit.verbs:
        return has_lemma(unit, _appointing_verbs()) or has_lemma(unit, choosings())
    return unit.noun in appointing_nouns()


@cache
def _appointing_verbs() -> frozenset[str]:
    frames = (
        frame for (_, voice), some in verb_frames().items() if voice == "active" for frame in some
    )
    return frozenset(frame.lemma for frame in frames if frame.verb == "appointedBy")


@cache
def _appointing_nouns() -> frozenset[str]:
    """Return the nouns that appoint by themselves: «تعيين»."""
    return nouns_of("appointedBy") - choosings()


def _by(
    units: Sequence[Unit], at: int, said: Subjects, people: Set[str | None]
) -> tuple[Unit, ...]:
    """Return the agent of the appointing word, who is none of the `people` appointed by it."""
    agents = actors(by_agent(units, at, clause_end(units, at)))
    if agents or not is_verb(units[at]):
        return agents
    subject = tuple(u for u in actors(said.get(at, ())) if u.entity not in people)
    subject = tuple(u for u in subject if u.kind is not Kind.PERSON or u in units)
    if subject or not any(v.voice == "active" for v in units[at].verbs) or not units[at].joined:
        return subject
    for position in range(at - 1, -1, -1):
        if units[position].stops:
            break
        carried = tuple(u for u in actors(said.get(position, ())) if u.entity not in people)
        if carried and _gives(units[position]):
            return carried if agrees(units[at], carried[0]) else ()
    return ()


def _gives(unit: Unit) -> bool:
    """Say whether a verb appoints, hands a post over or takes one away."""
    return _appoints(unit) or has_lemma(unit, transfers())


def _governing(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return the subject of the verb that governs a noun of appointing: «قرر المجلس تعيين …»."""
    verb = governor(units, at) if not is_verb(units[at]) else None
    if verb is None or has_lemma(units[verb], _no_appointers()):
        return ()
    return actors(said.get(verb, ()))
