"""Stances: how firmly a claim is said, and who is named as saying it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.arabic.letters import fold
from kg.claims.phrases import COMMAS, phrase
from kg.claims.units import Unit, is_particle
from kg.lexicon.tables import read_table
from kg.model import Kind, Stance

SPEAKERS = frozenset((Kind.PERSON, Kind.ARMED_GROUP, Kind.ORGANIZATION, Kind.STATE))


@dataclass(frozen=True, slots=True)
class Source:
    """Who a sentence says it by: an entity, where named, and words `start` to `end`; `at` is the cue."""

    at: int
    speaker: str | None
    start: int
    end: int


JUDGING = frozenset(("deny", "allege", "say", "source"))
"""The classes of cues that say how firmly something is said, and by whom."""


@cache
def cues() -> dict[str, str]:
    """Map cue words, folded (verbs by lemma), to their class."""
    return {
        fold(row["word"]): row["class"]
        for row in read_table("ar/cues.tsv", ("word", "class", "gloss", "example"))
        if row["class"] in JUDGING
    }


def _class(unit: Unit) -> str:
    if unit.entity:
        return ""
    known = cues()
    if unit.verbs:
        told = [known[v.lemma] for v in unit.verbs if v.lemma in known]
        return told[0] if told else ""
    found = known.get(unit.noun) or known.get(unit.form)
    return found or (known.get(unit.prefix + unit.form, "") if unit.prefix else "")


def judged(units: Sequence[Unit]) -> dict[int, str]:
    """Map the positions of a sentence's cues to their classes."""
    known = cues()
    return {
        at: name
        for at, unit in enumerate(units)
        if (unit.verbs or unit.prefix or unit.noun in known or unit.form in known)
        and (name := _class(unit))
    }


def stance_at(
    units: Sequence[Unit], trigger: int, cued: dict[int, str], taken: bool = False
) -> Stance:
    """Return the stance of what the unit at `trigger` says, by negations right before and those `cued` earlier.

    What is `taken` for granted in a name or its attributes is not what a verb of the clause denies or alleges:
    «نفت الكتيبة التابعة للجيش الخبر»; it is where «أن» brings it in.
    """
    told = not taken
    for position in range(trigger - 1, max(-1, trigger - 3), -1):
        if "negation" in units[position].classes and not units[position].entity:
            between = units[position + 1 : trigger]
            if not any(u.stops or u.form in COMMAS for u in between) and _negates(units, position):
                return Stance.DENIED
    end = trigger
    for position in reversed(cued):
        if position >= trigger:
            continue
        between, end = units[position:end], position
        if True in [unit.stops for unit in between]:
            break
        told = told or any("complementizer" in unit.classes for unit in between)
        found = cued[position] if told or not units[position].verbs else ""
        if found == "deny":
            return Stance.DENIED
        if found == "allege" and not _names(units, position):
            return Stance.ALLEGED
        if found == "say" and position < trigger - 1:
            break
    return Stance.AFFIRMED


def _names(units: Sequence[Unit], at: int) -> bool:
    """Say whether «يدعى» is «is called», a person's name following, not «claims»."""
    after = units[at + 1] if at + 1 < len(units) else None
    passive = any(v.voice == "passive" and v.tense == "present" for v in units[at].verbs)
    return passive and after is not None and after.kind is Kind.PERSON and not after.prefix


def _negates(units: Sequence[Unit], at: int) -> bool:
    """«لا يزال», «ما زال» affirm; «غير أن», «إلا أن» only turn the sentence."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after and is_particle(after, "complementizer"):
        return False
    return not (after and any(v.lemma in ("زال", "ازال") for v in after.verbs)) and not (
        after and after.noun in ("يزال", "تزال", "زال", "زالت", "يزالون")
    )


def source_of(units: Sequence[Unit], cued: Mapping[int, str]) -> Source | None:
    """Return whom the sentence names as its source: after a verb of saying or «بحسب»."""
    for at, name in cued.items():
        if name not in ("say", "source"):
            continue
        found = phrase(units, at + 1) if at + 1 < len(units) else None
        if found is None:
            continue
        speaker = next((units[b].entity for b in found.bearers if units[b].kind in SPEAKERS), None)
        return Source(at, speaker, units[at + 1].start, units[found.end - 1].end)
    return None
