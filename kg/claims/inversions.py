"""Inversions: verbs of leading and founding whose object comes first — «يقود الفرقة الرابعة سالم الرواس»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.claims.clauses import following
from kg.claims.drafts import GROUPS
from kg.claims.phrases import COMMAS, phrase
from kg.claims.units import Unit
from kg.lexicon.frames import verb_rules
from kg.lexicon.words import name_parts, titles
from kg.model import Kind

RULES = frozenset(("commands-verb", "leads-verb", "founded-verb"))


def _calls(units: Sequence[Unit], at: int) -> bool:
    """Say whether a word only leads to the name of one unknown: «[شخص يدعى] سالم»."""
    called = any("call" in name_parts().get(unit.form, ()) for unit in units[at : at + 2])
    return called and not units[at].is_mark


class Inversion(NamedTuple):
    """Who leads or founded what, where the body stands before the person."""

    people: tuple[Unit, ...]
    bodies: tuple[Unit, ...]


def inverted(units: Sequence[Unit], at: int) -> Inversion | None:
    """Return leader and body where the body stands first, or `None`: «أسس اللواء السابع، سالم الرواس، …»."""
    if units[at].pronoun or RULES.isdisjoint(verb_rules(units[at].verbs)):
        return None
    body = following(units, at)
    if body is None or not body.bearers or units[body.bearers[0]].kind not in GROUPS:
        return None
    start = body.end + (body.end < len(units) and units[body.end].form in COMMAS)
    if start >= len(units) or units[start].prefix:
        return None
    while start + 1 < len(units) and not units[start].entity and _calls(units, start):
        start += 1  # «ويتزعم الكتيبة [شخص يدعى] سالم»
    apart = start > body.end and not (units[start].entity or units[start].noun in titles())
    leader = None if apart else phrase(units, start)
    people = [units[b] for b in leader.bearers] if leader else []
    if not people or people[0].kind is not Kind.PERSON:
        return None
    return Inversion(tuple(people[:1]), tuple(units[b] for b in body.bearers))
