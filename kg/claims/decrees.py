"""Decrees: whose decree a sentence tells, and which bodies it founds — «القرار الذي يتضمن تشكيل قوات الفجر»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.claims.agents import done_by, genitive
from kg.claims.bodies import title_of
from kg.claims.doers import actors
from kg.claims.drafts import GROUPS, Draft, pairs
from kg.claims.memory import Memory
from kg.claims.phrases import phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import labellings, nouns_of
from kg.lexicon.posts import containings, decrees, issuings, orders
from kg.model import Kind

NEAR = 12
"""How far after «تشكيل» the name of what is formed may stand, over what it is: «تشكيل قوات جديدة تسمى …»."""


def founded(
    units: Sequence[Unit], told: Sequence[Draft], issuer: Sequence[Unit]
) -> Iterator[Draft]:
    """Yield what the decrees of `issuer` found: «تضمن القرار تشكيل قوات الفجر», «مادة 1: إنشاء لواء الفجر»."""
    known = {draft.trigger for draft in told if draft.verb == "founded"}
    nouns = founding()
    for at, unit in enumerate(units):
        if unit.noun not in nouns or unit.entity or at in known or is_verb(unit):
            continue
        if _is_in_decree(units, at):
            yield from pairs("founded-by-decree", "founded", issuer, _formed(units, at), at)


def _is_in_decree(units: Sequence[Unit], at: int) -> bool:
    """Say whether a noun is what a decree says: after its verb, or as an article of it."""
    near = units[max(0, at - 5) : at]
    if any(v.lemma in containings() for unit in near for v in unit.verbs):
        return True
    return bool(near) and near[-1].form == ":" and any(unit.noun == ARTICLE for unit in near)


ARTICLE = "ماده"


def _formed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the bodies formed: named at once, or after a verb of calling."""
    found = tuple(unit for unit in genitive(units, at) if unit.kind in GROUPS)
    return found[:1] if found or units[at].pronoun else called_so(units, at)


def called_so(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the body that what is founded at `at` is called: «شكل فصيلاً أطلق عليه اسم [لواء الفجر]»."""
    called = False
    for unit in units[at + 1 : at + 1 + NEAR]:
        if unit.kind in GROUPS:
            return (unit,) if called else ()
        if unit.is_mark or (unit.entity and unit.kind is not Kind.PERSON):
            break
        called = called or unit.noun in NAMING or any(v.lemma in labellings() for v in unit.verbs)
    return ()


NAMING = frozenset(("اسم", "مسمي"))


@cache
def founding() -> frozenset[str]:
    """Return the nouns of founding: «تشكيل»."""
    return nouns_of("founded")


def by_order(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    """Return by whose order something is done: «تأسس الجهاز عام 2021 [بقرار من المجلس]»."""
    ordering = decrees() | orders()
    for position in range(at + 1, min(end, len(units))):
        unit = units[position]
        if unit.noun in ordering and unit.clitic == "ب" and not unit.entity:
            return actors(genitive(units, position)) or _from(units, position)
    return ()


def persons_of(units: Sequence[Unit], found: Sequence[Unit], memory: Memory) -> tuple[Unit, ...]:
    """Return, for a body whose unnamed head is meant, the head named before: «أصدره [رئيس المجلس]»."""
    return tuple(
        memory.chiefs.get(unit.entity or "", unit) if _is_headed(units, unit) else unit
        for unit in found
    )


def _is_headed(units: Sequence[Unit], body: Unit) -> bool:
    at = units.index(body) if body in units else 0
    title = title_of(units[at - 1]) if at else None
    return title is not None and title.relation in ("leads", "commands")


def issuer_of(units: Sequence[Unit], said: Subjects) -> tuple[Unit, ...]:
    """Return whose decree a sentence tells: «قرار المجلس», «بقرار من المجلس», «القرارات التي أصدرها المجلس»."""
    by_order, by_decree = orders(), decrees()
    for at, unit in enumerate(units):
        ordered = unit.noun in by_order and (unit.clitic == "ب" or _is_issued(units, at))
        if not (ordered or unit.noun in by_decree) or unit.entity or is_verb(unit):
            continue
        whose = actors(genitive(units, at))
        if whose:
            return whose
        issuing = next((p for p in range(at - 1, max(-1, at - 24), -1) if is_verb(units[p])), None)
        if issuing is not None and any(v.lemma in issuings() for v in units[issuing].verbs):
            return actors(said.get(issuing, ()))
        found = actors(done_by(units, at)) or _from(units, at)
        if found:
            return found
    return ()


def _is_issued(units: Sequence[Unit], at: int) -> bool:
    """Say whether the verb before brings a decree out: «أصدر الملك أمراً …»."""
    verb = next((u for u in reversed(units[max(0, at - 8) : at]) if is_verb(u)), None)
    return verb is not None and any(v.lemma == "اصدر" for v in verb.verbs)


def _from(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return from whom a decree comes: «قرار [صادر عن] المجلس», «قرار من المجلس»."""
    for position in range(at + 1, min(len(units), at + 5)):
        unit = units[position]
        if unit.form in ("من", "عن") and position + 1 < len(units):
            found = phrase(units, position + 1)
            return actors([units[b] for b in found.bearers]) if found else ()
        if unit.is_mark or unit.entity or is_verb(unit) or is_particle(unit, "complementizer"):
            break
    return ()
