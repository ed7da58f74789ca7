"""Sufferers: who or what a deed befell — «تعرضت [البلدة] لهجوم», «باتت [البلدة] تحت سيطرة …», «في قبضة …»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.agents import genitive
from kg.claims.clauses import following, with_coordinates
from kg.claims.doers import attack_nouns
from kg.claims.drafts import GROUND
from kg.claims.phrases import phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, verb_frames


def exposed(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return who was exposed to it: the subject of «تعرض لـ», «وقع في», or the genitive of the noun «تعرض»."""
    if (witness := _witness(units, at, said)) is not None:
        return witness
    fallen = units[at].clitic == "ب" or (at > 0 and units[at - 1].form == "في")
    if units[at].clitic != "ل" and not fallen and (at == 0 or units[at - 1].form != "الي"):
        return ()
    verb = "وقع" if fallen else "تعرض"
    for position in range(at - 1, max(-1, at - 8), -1):
        unit = units[position]
        if any(v.lemma == verb for v in unit.verbs):
            return said[position]
        if unit.noun == "تعرض" and not unit.entity:
            return genitive(units, position)
        if unit.stops or is_verb(unit):
            break
    return ()


def under(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the place said to be, or to have been, under control: «باتت [البلدة] تحت سيطرة …», «من سيطرة …»."""
    if at == 0 or not (units[at - 1].form in ("تحت", "من", "عن") or units[at].clitic == "ل"):
        return ()
    for position in range(at - 1, max(-1, at - 9), -1):
        beside = position > 0 and is_particle(units[position - 1], "direction")
        if units[position].kind in GROUND and not beside:
            return tuple(units[h] for h in with_coordinates(units, position))
        if units[position].stops:
            break
    return ()


HOLDING = frozenset(("كان", "بات", "اصبح", "صار", "ظل", "بقي", "زال", "سقط", "وقع"))


def held(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the place said to be in someone's hands: «باتت [البلدة] في قبضة …», «سقطت [البلدة] بيد …»."""
    if units[at].clitic != "ب" and (at == 0 or units[at - 1].form != "في"):
        return ()
    verb = next((p for p in range(at - 1, max(-1, at - 9), -1) if is_verb(units[p])), None)
    if verb is None or not has_lemma(units[verb], HOLDING):
        return ()
    found = phrase(units, verb + 1) or phrase(units, max(0, verb - 1))
    places = [units[b] for b in found.bearers] if found else []
    return tuple(place for place in places if place.kind in GROUND)


def _witness(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...] | None:
    """Return the place that saw the attack: «شهدت [البلدة] قصفاً روسياً»; `None` where no place sees it."""
    if units[at].prefix or units[at].definite:
        return None
    for position in range(at - 1, max(-1, at - 6), -1):
        unit = units[position]
        if any(v.lemma == "شهد" for v in unit.verbs):
            return tuple(u for u in said.get(position, ()) if u.kind in GROUND)
        if unit.stops or is_verb(unit) or is_particle(unit, "preposition"):
            break
    return None


def suffers(units: Sequence[Unit], verb: int) -> bool:
    """Say whether a verb tells what its subject suffered, so that the event noun after is not the subject's deed."""
    return befalls(units[verb]) and not _counts(units, verb)


def _counts(units: Sequence[Unit], verb: int) -> bool:
    """Say whether those right after a verb and its subject are whom it befell: «احتجز التنظيم [12] مدنياً»."""
    after = following(units, verb)
    end = after.end if after and after.bearers else verb + 1
    number = end < len(units) and ("number" in units[end].classes or units[end].form[0].isdigit())
    active = any(v.voice == "active" for v in units[verb].verbs)
    return number and active and end > verb + 1


def befalls(unit: Unit) -> bool:
    """Say whether a verb may tell what befell its subject: death, arrest, an attack."""
    frames = [f for v in unit.verbs for f in verb_frames().get((v.lemma, "passive"), ())]
    return any(f.verb in ("killed", "detained") for f in frames) or any(
        v.lemma in SUFFERED for v in unit.verbs
    )


SUFFERED = frozenset(("لقي", "استشهد", "سقط", "تعرض", "اصاب", "جرح", "وقع"))


def is_aside(units: Sequence[Unit], at: int) -> bool:
    """Say whether what stands before an event noun makes it no deed of the verb's subject: «انسحب إثر هجوم على …»."""
    before = units[at - 1] if at and units[at].noun in attack_nouns() else None
    return before is not None and {before.form, before.noun} & cued("aside") != set()
