"""Speakers: who «we» are in what a text quotes — «قال المتحدث باسم اللواء: [سيطرنا] …», «[قواتنا]», «[نحن نقاتل]»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.analysis import analyse
from kg.claims.drafts import BODIES
from kg.claims.leaders import Heads, led_by
from kg.claims.units import Unit, is_particle, replace
from kg.lexicon.frames import holders
from kg.model import Kind

WE = "نا"
SELVES = frozenset(("نحن", "اننا", "باننا", "لاننا", "فاننا", "لكننا"))
"""Words after which a verb may stand in the first person plural."""


def said_of_us(units: Sequence[Unit], at: int) -> Unit:
    """Return the unit at `at`, as a verb said of «we» where it is one: «[سيطرنا] على البلدة», «نحن [نقاتل] …»."""
    unit = units[at]
    if unit.pronoun == WE and any(v.tense == "past" for v in unit.verbs) and not unit.clitic:
        after = units[at + 1] if at + 1 < len(units) else None
        if after is None or (after.entity and not after.clitic and after.kind is not Kind.PLACE):
            return unit  # «هاجمنا الجيش»: the army attacked us, or we it
        if after.definite and after.noun in holders() and holders()[after.noun] != "suffer":
            return unit
        past = tuple(v for v in unit.verbs if v.tense == "past" and v.voice == "active")
        return replace(unit, pronoun="", verbs=past, ours=True) if past else unit
    if unit.form[:1] == "ن" and at and units[at - 1].form in SELVES and not unit.entity:
        present = tuple(v for v in analyse("ي" + unit.form[1:]).verbs if v.tense == "present")
        return replace(unit, verbs=present, ours=True) if present else unit
    return unit


def speaker(units: Sequence[Unit], at: int, last: Sequence[Unit], heads: Heads) -> tuple[Unit, ...]:
    """Return the body whose «we» at `at` is: of the one the sentence names first, else of whom the `last` was about."""
    first = next((unit for unit in units[:at] if unit.kind in SPEAKING), None)
    told = next((p for p in range(at) if is_particle(units[p], "complementizer")), at)
    if first is None or units.index(first) > told:
        first = next(iter(last), None)
    body = led_by(units, first, heads) if first and first.kind is Kind.PERSON else first
    return (body,) if body is not None and body.kind in BODIES else ()


SPEAKING = BODIES | {Kind.PERSON}
