"""Anaphors: definite nouns that stand for a name before — «التنظيم», «هذه الميليشيا», «المدينة»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from kg.arabic.words import bare
from kg.claims.couples import is_dual, told_as_two
from kg.claims.drafts import BODIES, GROUND, GROUPS
from kg.claims.labels import is_anaphor
from kg.claims.leaders import Heads, led_by
from kg.claims.speakers import WE, speaker
from kg.claims.units import Unit, is_verb, replace
from kg.lexicon.frames import cued, holders, members, noun_frames
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.words import (
    GroupWord,
    group_words,
    name_parts,
    place_words,
    titles,
)
from kg.model import Entity, Kind

LABEL_TYPES = {
    "مدينه": ("city", "town"),
    "بلده": ("town", "city", "village"),
    "قريه": ("village", "town"),
    "محافظه": ("governorate",),
    "ولايه": ("governorate",),
    "مديريه": ("district",),
    "مخيم": ("camp",),
    "حي": ("neighbourhood",),
    "منطقه": ("district", "region"),
    "بلاد": ("state",),
}
"""Which kinds of place of the lexicon a noun can stand for."""


TWO = ("ين", "ان", "هما", "بينهم", "بينها", "بينه")
"""Endings of the words that may stand for two names."""


def resolve(
    units: Sequence[Unit],
    history: list[Unit],
    entities: Mapping[str, Entity],
    genders: Mapping[str, str],
    heads: Heads,
    last: Sequence[Unit] = (),
) -> list[Unit]:
    """Put the entity meant in place of each definite noun that stands for one; `history` grows by the names met.

    `heads` are the bodies that persons were said to lead or be in: theirs are «قواته», «مقاتليه».
    `last` is who the sentence before is about, whose «قواتنا» are where this one names no speaker.
    """
    resolved: list[Unit] = []
    standing = _standing()
    for at, unit in enumerate(units):
        if unit.entity:
            history.append(unit)
        elif unit.form.endswith(TWO) and (two := told_as_two(units, at, resolved, history)):
            resolved.extend(two)
            continue
        elif unit.noun not in standing or is_dual(unit):
            pass
        elif (owner := _owner(unit, resolved, history, heads, last)) is not None:
            unit = replace(_standing_for(unit, owner), gender="b")
        elif (person := _person_meant(units, at, history)) is not None:
            unit = _standing_for(unit, person)
        elif (latter := _latter(units, at, history)) is not None:
            unit = _standing_for(unit, latter)
        elif is_anaphor(units, at):
            entity = _antecedent(unit, history, entities)
            if entity:
                unit = replace(
                    unit,
                    entity=entity.id,
                    kind=entity.kind,
                    gender=genders.get(entity.id, "b"),
                    anaphor=True,
                    verbs=(),
                )
        resolved.append(unit)
    return resolved


def _standing_for(unit: Unit, named: Unit) -> Unit:
    return replace(
        unit, entity=named.entity, kind=named.kind, gender=named.gender, anaphor=True, verbs=()
    )


def _latter(units: Sequence[Unit], at: int, history: Sequence[Unit]) -> Unit | None:
    """Return the last name before the clause that «الأخير», «الأخيرة» agrees with, where it is no adjective."""
    unit = units[at]
    if "latter" not in name_parts().get(unit.form, ()) or unit.entity:
        return None
    before = units[at - 1] if at else None
    if before and (before.definite or before.entity or "time" in before.classes):
        return None
    if before and not (
        unit.prefix or before.classes or before.noun in holders() or is_verb(before)
    ):
        return None
    gender = "f" if unit.form.endswith("ه") else "m"
    here = {u.entity for u in units[_clause(units, at) : at] if u.entity}
    past = (u for u in reversed(history[-6:]) if u.entity not in here)
    return next((u for u in past if u.gender in (gender, "b")), None)


def _clause(units: Sequence[Unit], at: int) -> int:
    """Return where the clause of «الأخيرة» begins: right before it where a conjunction or comma parts it off."""
    if any(not u.classes.isdisjoint(("coordinator", "complementizer")) for u in units[at - 1 : at]):
        return at
    return next((p for p in range(at - 1, -1, -1) if is_verb(units[p])), 0)


@cache
def _standing() -> frozenset[str]:
    """Return the nouns that may stand for a name."""
    return frozenset((*holders(), *titles(), *group_words(), *place_words(), *_latters()))


def _latters() -> frozenset[str]:
    return frozenset(bare(word) for word, classes in name_parts().items() if "latter" in classes)


THEIRS = frozenset(("ه", "ها", "هم", "هما"))


def _owner(
    unit: Unit,
    before: Sequence[Unit],
    history: Sequence[Unit],
    heads: Heads,
    last: Sequence[Unit],
) -> Unit | None:
    """Return whose «قواته», «عناصرها», «مواقعهم» are: the last body named that the pronoun agrees with."""
    if unit.pronoun not in (*THEIRS, WE) or unit.entity or is_verb(unit):
        return None
    if unit.noun not in holders():
        return None
    plural = unit.noun.endswith(("ي", "و")) or unit.noun in cued("men")
    men = plural and unit.noun in members()
    counted = len(before) > 1 and before[-1].form == "من" and _counts(before[-2])
    if not counted and (unit.noun in noun_frames() or unit.noun in place_words()):
        return None
    if unit.noun in titles() and not (men or counted):
        return None
    if unit.pronoun == WE:
        return next(iter(speaker(before, len(before), last, heads)), None)
    gender = {"ها": "f", "ه": "m"}.get(unit.pronoun, "b")
    for past in (*reversed(before[-25:]), *reversed(history[-6:])):
        if past.kind is Kind.PERSON and gender != "f":
            led = led_by(before, past, heads)
            if led is not None or (gender == "m" and past.gender != "f"):
                return led
        if past.entity and past.kind in BODIES and (gender == "b" or past.gender in (gender, "b")):
            return past
    return None


def _counts(unit: Unit) -> bool:
    """Say whether some of whoever follows «من» are counted: «[عشرة] من عناصرها», «[عدداً] من مقراتها»."""
    number = "number" in unit.classes or unit.form[0].isdigit()
    return number or unit.noun in cued("counting")


def _person_meant(units: Sequence[Unit], at: int, history: Sequence[Unit]) -> Unit | None:
    """Return the last person named, for «القيادي», «المذكور» with no name, body or trait of another after it."""
    unit = units[at]
    if unit.is_mark or is_verb(unit) or not unit.definite or unit.joined:
        return None
    title = titles().get(unit.noun)
    several = unit.form.endswith(("ين", "ون", "ان"))
    member = (title is not None and title.rank == "member") or unit.noun in cued("victim")
    if not member or unit.pronoun or several:
        return None
    end = at + 1
    while end < len(units) and not units[end].entity and _is_trait(units[end]):
        end += 1
    after = units[end] if end < len(units) else None
    if after is None or after.entity or after.clitic or not (after.is_mark or is_verb(after)):
        return None
    return next((past for past in reversed(history[-12:]) if past.kind is Kind.PERSON), None)


def _is_trait(unit: Unit) -> bool:
    title = titles().get(unit.noun)
    return title is not None and title.rank == "trait"


def _antecedent(
    unit: Unit, history: Sequence[Unit], entities: Mapping[str, Entity]
) -> Entity | None:
    """Return the last entity named that the noun can stand for: by its head, by another name, or loosely."""
    group = group_words().get(unit.noun)
    lesser: dict[int, Entity] = {}
    for id in dict.fromkeys([past.entity or "" for past in reversed(history[-40:])]):
        entity = entities[id]
        if group is None:
            if entity.kind in GROUND and _is_such_place(unit.noun, entity):
                return entity
        elif entity.kind in GROUPS:
            if group.word in _heads(entity.names):
                return entity
            lesser.setdefault(_likeness(group, entity), entity)
    lesser.pop(0, None)
    return lesser[max(lesser)] if lesser else None


def _likeness(group: GroupWord, entity: Entity) -> int:
    """Tell how well a label suits a group called otherwise here: 3 by its first known name, 2 by another, 1, 0 not."""
    if group.plural or (group.named and group.word not in LOOSE):
        return 0
    known = _known_heads(entity.lexeme)
    if group.word in known[:1]:
        return 3
    return 2 if group.word in known else int(_is_loosely(group, entity))


@lru_cache(maxsize=1 << 14)
def _heads(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the group words that head the names: «كتائب الفجر» → «كتيبة»; a name without one gives nothing.

    A name of many is also headed by what they are of: «فصائل الجبهة الجنوبية» → «جبهة».
    """
    firsts = [bare(word) for name in names if forms(name) for word in _first(forms(name))]
    return tuple(group_words()[first].word if first in group_words() else "" for first in firsts)


def _first(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[:2] if name[0] in cued("many") else name[:1]


@lru_cache(maxsize=1 << 14)
def _known_heads(id: str | None) -> tuple[str, ...]:
    """Return what heads the names the lexicon knows a group by: «داعش» is a «تنظيم»."""
    lexeme = lexemes().get(id or "")
    return _heads(lexeme.names_ar) if lexeme else ()


def _is_loosely(group: GroupWord, entity: Entity) -> bool:
    """Say whether a mere label can stand for a group that is called otherwise: never for a state's forces."""
    if group.named or group.plural or entity.kind is not Kind.ARMED_GROUP:
        return False
    lexeme = lexemes().get(entity.lexeme or "")
    if lexeme and lexeme.type in ("StateForces", "ExternalForces"):
        return False
    heads = (head for head in _heads(entity.names) if head)
    return not any(group_words()[head].named and head not in LOOSE for head in heads)


LOOSE = ("حركه", "جماعه", "حزب")
"""Words that are part of names, whose bearers are yet called by other labels: «الحركة», «التنظيم»."""


@lru_cache(maxsize=1 << 14)
def _begun(names: tuple[str, ...]) -> frozenset[str]:
    """Return the words that names begin with."""
    return frozenset(word for name in names for word in forms(name)[:1])


def _is_such_place(noun: str, entity: Entity) -> bool:
    head = place_words().get(noun)
    if head is None or head.plural:
        return False
    word = head.word
    if word in _begun(entity.names):
        return True
    lexeme = lexemes().get(entity.lexeme or "")
    if lexeme is None:
        return False
    kind = "state" if lexeme.kind is Kind.STATE else lexeme.type or ""
    return kind in LABEL_TYPES.get(word, ())
