"""How kinds, verbs and stances are drawn, and what they are called in Arabic and English.

Colours are those of Okabe and Ito, which colour-blind readers tell apart; no meaning hangs on
colour alone: kinds differ in shape, families of verbs in dashes and arrowheads, stances in dashes
of their own and marks. Labels of kinds and verbs come from the ontology.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.graph.ontology import KG, label
from kg.model import Kind, Stance

LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind, a family of verbs or a stance is drawn and called."""

    ar: str
    en: str
    colour: str = "#333333"
    shape: str = "dot"
    dashes: tuple[int, ...] = ()
    mark: str = ""
    arrow: str = "arrow"


_SHAPES = {
    Kind.PERSON: ("dot", "#56B4E9"),
    Kind.ARMED_GROUP: ("triangle", "#D55E00"),
    Kind.ORGANIZATION: ("square", "#E69F00"),
    Kind.STATE: ("star", "#0072B2"),
    Kind.PLACE: ("diamond", "#009E73"),
    Kind.EVENT: ("hexagon", "#CC79A7"),
}

FAMILIES = {
    "command": Look("قيادة", "command", "#000000"),
    "belonging": Look("انتماء", "belonging", "#0072B2", arrow="diamond"),
    "support": Look("دعم وتحالف", "support and alliance", "#009E73", arrow="vee"),
    "fight": Look("عداء وقتال", "enmity and fighting", "#D55E00", arrow="box"),
    "ground": Look("أماكن", "places", "#8C6D1F", dashes=(1, 4), arrow="circle"),
    "other": Look("صلات أخرى", "other ties", "#7F3C7B", dashes=(10, 3, 2, 3)),
}

_FAMILY_OF = {
    verb: family
    for family, verbs in {
        "command": "commands leads deputyLeaderOf",
        "belonging": "memberOf partOf affiliatedWith founded defectedFrom appointedBy succeeded",
        "support": "supports funds arms trains alliedWith",
        "fight": "opposes foughtWith attacked killed detained designatedBy",
        "ground": "locatedIn operatesIn controls comesFrom",
    }.items()
    for verb in verbs.split()
}

STANCES = {
    Stance.AFFIRMED: Look("مؤكَّد", "affirmed"),
    Stance.ALLEGED: Look("مزعوم", "alleged", dashes=(9, 6), mark="؟"),
    Stance.DENIED: Look("منفيّ", "denied", dashes=(2, 5), mark="✗"),
    Stance.DISPUTED: Look("متنازَع فيه", "disputed", dashes=(16, 5, 4, 5), mark="≠"),
}


def look_of_kind(kind: Kind) -> Look:
    """Return how a kind of entity is drawn and called."""
    shape, colour = _SHAPES[kind]
    return Look(word(kind.value, "ar"), word(kind.value, "en"), colour, shape)


def family_of(verb: str) -> str:
    """Return the family of a verb, `other` for one of none.

    >>> family_of("arms"), family_of("kinOf")
    ('support', 'other')
    """
    return _FAMILY_OF.get(verb, "other")


@cache
def word(name: str, language: str) -> str:
    """Return the ontology's label of a kind or verb, or its own name where it has none.

    >>> word("commands", "ar"), word("ArmedGroup", "en"), word("hums", "en")
    ('يقود', 'armed group', 'hums')
    """
    found = label(KG[name], language) if name in KG else None
    return name if found is None else found
