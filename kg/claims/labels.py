"""Labels: definite nouns that, by what stands around them, may stand for a name — «التنظيم», «هاجمت الحركة …»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.drafts import GROUPS
from kg.claims.units import Unit, is_verb
from kg.lexicon.frames import modifier_frames, noun_frames, verb_frames
from kg.lexicon.words import adjectives, group_words, place_words, titles
from kg.model import Kind


def is_anaphor(units: Sequence[Unit], at: int) -> bool:
    """Say whether the noun at `at` is definite and stands alone, with no name or adjective to tell which it is."""
    unit = units[at]
    if unit.is_mark or is_verb(unit):
        return False
    fused = unit.clitic == "ل" and unit.form.startswith(("ال", "ل"))
    definite = unit.definite or fused
    if not definite or (unit.noun not in group_words() and unit.noun not in place_words()):
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.is_mark or after.prefix:
        return True
    if (after.definite and _is_component(unit)) or after.form[0].isdigit():
        return False
    if after.entity:
        if after.kind is Kind.PERSON and (unit.noun not in titles() or _is_post(units, at)):
            return True  # «يقود الكتيبة سالم»
        return _is_doer(units, at) or _is_led(units, at)
    group = group_words().get(unit.noun)
    if (
        group is not None
        and group.plural
        and after.definite
        and after.noun not in modifier_frames()
    ):
        return False  # «المجموعات الإرهابية» are others than the groups told of
    return not (after.definite and (after.noun in adjectives() or after.noun in group_words()))


def _is_doer(units: Sequence[Unit], at: int) -> bool:
    """Say whether a label is the subject of the verb right before: «هاجم [التنظيم] الحركة»."""
    verb, unit, after = units[at - 1] if at else None, units[at], units[at + 1]
    group = group_words().get(unit.noun)
    if verb is None or not is_verb(verb) or verb.pronoun or group is None or group.plural:
        return False
    if unit.prefix or (after.kind is Kind.PERSON and unit.noun in titles()):
        return False
    adjective = after.mention is not None and after.mention.found_by == "adjective"
    return not adjective and any(v.gender in (group.gender, "b") for v in verb.verbs)


def _is_led(units: Sequence[Unit], at: int) -> bool:
    """Say whether a label is what the person after it is said to lead: «ويقود [اللواء] سالم»."""
    verb, after = units[at - 1] if at else None, units[at + 1]
    if verb is None or verb.pronoun or units[at].prefix or after.kind is not Kind.PERSON:
        return False
    frames = (f for v in verb.verbs for f in verb_frames().get((v.lemma, "active"), ()))
    led = any(frame.verb in ("commands", "leads") for frame in frames)
    body = units[at + 2] if at + 2 < len(units) else None
    return led and not (body is not None and body.kind in GROUPS and not body.prefix)


def _is_post(units: Sequence[Unit], at: int) -> bool:
    """Say whether the noun at `at` is the body of a post whose holder follows: «القيادي في الحركة سالم»."""
    before = next((u for u in reversed(units[max(0, at - 2) : at]) if not u.classes), None)
    return before is not None and before.noun in titles() and not before.entity


def _is_component(unit: Unit) -> bool:
    """Say whether the noun tells a part of a body when an adjective follows: «الذراع الأمني لـ …»."""
    frames = noun_frames().get(unit.noun, ())
    return any(frame.rule == "component-noun" for frame in frames)
