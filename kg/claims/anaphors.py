"""Anaphors: definite nouns that stand for a name before — «التنظيم», «هذه الميليشيا», «المدينة»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.arabic.words import bare
from kg.claims.drafts import BODIES
from kg.claims.units import Unit, is_verb
from kg.lexicon.frames import holders, noun_frames
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.words import adjectives, group_words, place_words, titles
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


def resolve(
    units: Sequence[Unit],
    history: list[Unit],
    entities: Mapping[str, Entity],
    genders: Mapping[str, str],
) -> list[Unit]:
    """Put the entity meant in place of each definite noun that stands for one; `history` grows by the names met."""
    resolved: list[Unit] = []
    for at, unit in enumerate(units):
        if unit.entity:
            history.append(unit)
        elif (owner := _owner(unit, resolved, history)) is not None:
            unit = replace(
                unit,
                entity=owner.entity,
                kind=owner.kind,
                gender=owner.gender,
                anaphor=True,
                verbs=(),
            )
        elif (person := _person_meant(units, at, history)) is not None:
            unit = replace(
                unit,
                entity=person.entity,
                kind=person.kind,
                gender=person.gender,
                anaphor=True,
                verbs=(),
            )
        elif _is_anaphor(units, at):
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


def _owner(unit: Unit, before: Sequence[Unit], history: Sequence[Unit]) -> Unit | None:
    """Return whose «قواته», «عناصرها», «مواقعهم» are: the last body named that the pronoun agrees with."""
    if not unit.pronoun or unit.entity or is_verb(unit) or unit.noun not in holders():
        return None
    if unit.noun in titles() or unit.noun in noun_frames() or unit.noun in place_words():
        return None
    gender = {"ها": "f", "ه": "m"}.get(unit.pronoun, "b")
    for past in (*reversed(before[-25:]), *reversed(history[-6:])):
        if past.entity and past.kind in BODIES and (gender == "b" or past.gender in (gender, "b")):
            return past
    return None


def _person_meant(units: Sequence[Unit], at: int, history: Sequence[Unit]) -> Unit | None:
    """Return the last person named, for «القيادي», «المذكور» with no name, body or trait of another after it."""
    unit = units[at]
    if unit.is_mark or is_verb(unit) or not unit.definite or unit.joined:
        return None
    title = titles().get(unit.noun)
    if title is None or title.rank != "member" or unit.pronoun:
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


def _is_anaphor(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.is_mark or is_verb(unit):
        return False
    definite = unit.definite or (unit.clitic == "ل" and unit.form.startswith("ال"))
    if not definite or (unit.noun not in group_words() and unit.noun not in place_words()):
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.is_mark or after.prefix:
        return True
    if after.entity:
        return False
    return not (after.definite and (after.noun in adjectives() or after.noun in group_words()))


def _antecedent(
    unit: Unit, history: Sequence[Unit], entities: Mapping[str, Entity]
) -> Entity | None:
    """Return the last entity named that the noun can stand for."""
    noun = unit.noun
    group = group_words().get(noun)
    weak: Entity | None = None
    for past in reversed(history[-40:]):
        entity = entities[past.entity or ""]
        if group and entity.kind in (Kind.ARMED_GROUP, Kind.ORGANIZATION):
            heads = {bare(forms(name)[0]) for name in entity.names if forms(name)}
            words = {group_words()[h].word for h in heads if h in group_words()}
            if group.word in words:
                return entity
            loose = not group.named and entity.kind is Kind.ARMED_GROUP and not group.plural
            if (
                loose
                and weak is None
                and not any(
                    group_words()[h].named and h not in ("حركه", "جماعه", "حزب")
                    for h in heads
                    if h in group_words()
                )
            ):
                weak = entity
        elif not group and _is_such_place(noun, entity):
            return entity
    return weak


def _is_such_place(noun: str, entity: Entity) -> bool:
    if noun not in place_words() or place_words()[noun].plural:
        return False
    if entity.kind not in (Kind.PLACE, Kind.STATE):
        return False
    word = place_words()[noun].word
    if any(forms(name)[:1] == (word,) for name in entity.names):
        return True
    lexeme = lexemes().get(entity.lexeme or "")
    if lexeme is None:
        return False
    kind = "state" if lexeme.kind is Kind.STATE else lexeme.type or ""
    return kind in LABEL_TYPES.get(word, ())
