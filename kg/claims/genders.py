"""Genders: the grammatical gender of an entity's name, by its head word."""

from __future__ import annotations

from kg.arabic.words import bare
from kg.lexicon.lexemes import forms
from kg.lexicon.words import group_words, place_words
from kg.model import Entity, Kind

MASCULINE_STATES = frozenset(("العراق", "لبنان", "الاردن", "اليمن", "السودان", "المغرب", "الصومال"))


def gender(entity: Entity) -> str:
    """Return m, f, or b where the name does not tell; plurals of things count as f.

    >>> gender(Entity("x", Kind.ARMED_GROUP, ("كتائب الوادي",)))
    'f'
    """
    head = forms(entity.names[0])
    if not head:
        return "b"
    first = bare(head[0])
    if entity.kind is Kind.PERSON:
        return "m"
    if entity.kind is Kind.STATE:
        return "m" if head[0] in MASCULINE_STATES else "f"
    if word := group_words().get(first):
        return "f" if word.plural else word.gender
    if place := place_words().get(first):
        return "f" if place.plural else place.gender
    if entity.kind is Kind.PLACE:
        return "f"
    return "b"


def labelled(form: str, gender: str) -> str:
    """Return the gender of a place as its label here tells: «انسحب من [قضاء] سنجار ومنه …».

    >>> labelled("قضاء", "f"), labelled("سنجار", "f")
    ('m', 'f')
    """
    label = place_words().get(form)
    if label is None or label.inside == "part":
        return gender
    return "f" if label.plural else label.gender
