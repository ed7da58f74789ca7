"""Drafts: claims as the frames read them, before stance, dates and speaker are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.arabic.words import bare
from kg.claims.units import Unit
from kg.lexicon.frames import cued
from kg.lexicon.lexemes import forms
from kg.model import Kind

GROUPS = frozenset((Kind.ARMED_GROUP, Kind.ORGANIZATION))
ACTORS = GROUPS | {Kind.PERSON, Kind.STATE}
BODIES = GROUPS | {Kind.STATE}
GROUND = frozenset((Kind.PLACE, Kind.STATE))
PERSON = frozenset((Kind.PERSON,))

ENDS: dict[str, tuple[frozenset[Kind], frozenset[Kind]]] = {
    "commands": (PERSON, frozenset((Kind.ARMED_GROUP,))),
    "deputyLeaderOf": (PERSON, GROUPS),
    "leads": (PERSON, BODIES),
    "memberOf": (ACTORS - {Kind.STATE}, GROUPS),
    "partOf": (GROUPS, GROUPS),
    "affiliatedWith": (GROUPS | PERSON, ACTORS),
    "alliedWith": (ACTORS, ACTORS),
    "supports": (ACTORS, ACTORS),
    "funds": (ACTORS, ACTORS),
    "arms": (ACTORS, ACTORS),
    "trains": (ACTORS, ACTORS),
    "opposes": (ACTORS, ACTORS),
    "foughtWith": (ACTORS, ACTORS),
    "attacked": (ACTORS, ACTORS | {Kind.PLACE}),
    "killed": (ACTORS, PERSON | {Kind.ARMED_GROUP}),
    "detained": (ACTORS, PERSON | {Kind.ARMED_GROUP}),
    "founded": (ACTORS, GROUPS),
    "defectedFrom": (GROUPS | PERSON, GROUPS),
    "appointedBy": (PERSON, ACTORS),
    "succeeded": (PERSON, PERSON),
    "kinOf": (PERSON, PERSON),
    "comesFrom": (GROUPS | PERSON, GROUND),
    "locatedIn": (GROUPS | PERSON | {Kind.EVENT}, GROUND),
    "operatesIn": (GROUPS, GROUND),
    "controls": (BODIES, GROUND),
    "tookPartIn": (ACTORS, frozenset((Kind.EVENT,))),
    "designatedBy": (ACTORS, BODIES),
}
"""The kinds that may stand at either end of a verb: the ontology's domains and ranges, as the reader uses them."""

LED = frozenset(("commands", "leads"))
"""What one is of what is under one."""
SYMMETRIC = frozenset(("alliedWith", "opposes", "foughtWith", "kinOf"))


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as read: its ends are units; `trigger` the unit that says it; `begun` if it tells a start."""

    rule: str
    verb: str
    subject: Unit
    object: Unit
    trigger: int
    confidence: float = 0.8
    role: tuple[int, int] | None = None
    ended: bool = False
    begun: bool = False
    denied: bool = False


def fits(verb: str, subject: Unit, object: Unit) -> str | None:
    """Return the verb these ends allow: the same, a near one for their kinds, or `None`.

    A person joins what a group becomes part of; a person's seat is where he is.
    """
    if subject.entity == object.entity:
        return None
    first: tuple[str, ...] = ("partOf",) if verb == "memberOf" and subject.kind in GROUPS else ()
    for candidate in (*first, verb, *NEAR.get(verb, ())):
        subjects, objects = ENDS[candidate]
        if subject.kind in subjects and object.kind in objects:
            return candidate
    return None


NEAR: dict[str, tuple[str, ...]] = {
    "memberOf": ("partOf", "affiliatedWith"),
    "partOf": ("memberOf", "affiliatedWith"),
    "commands": ("leads",),
    "comesFrom": ("memberOf",),
    "operatesIn": ("locatedIn",),
    "locatedIn": ("operatesIn",),
}


def pairs(
    rule: str,
    verb: str,
    subjects: Sequence[Unit],
    objects: Sequence[Unit],
    trigger: int,
    **more: object,
) -> list[Draft]:
    """Return a draft for each pair of ends that fits the verb."""
    return [
        Draft(rule, allowed, s, o, trigger, **more)  # type: ignore[arg-type]
        for s in subjects
        for o in objects
        if (allowed := fits(_answering(rule, verb, s, o), s, o)) and _may(rule, verb, allowed, s, o)
    ]


def _answering(rule: str, verb: str, unit: Unit, body: Unit) -> str:
    """Return what a rule of answering says: an armed unit that answers to a government or party is no part of it."""
    if rule not in ANSWERING or unit.kind is not Kind.ARMED_GROUP:
        return verb
    if body.kind is not Kind.ORGANIZATION or body.mention is None:
        return "partOf"
    return "affiliatedWith" if bare(forms(body.mention.name)[0]) in cued("answered") else "partOf"


ANSWERING = frozenset(("part-modifier", "follows-verb"))
"""Rules that tell to whom a body answers: what kind of body that is tells whether it is a part."""


def _may(rule: str, verb: str, allowed: str, subject: Unit, object: Unit) -> bool:
    """Say whether a rule may say `allowed` in place of its own verb, of such a subject."""
    person = subject.kind is Kind.PERSON
    if verb == "comesFrom" and allowed == "memberOf":
        return person and object.kind is Kind.ORGANIZATION  # a tribe
    if rule in PERSONAL and not (person or (rule == "stays-verb" and _is_tribe(subject))):
        return False
    if rule == "aide-noun" and object.kind is not Kind.PERSON:
        return False
    if rule == "proxy-noun" and object.kind is not Kind.STATE:
        return False
    if rule in ARMED and subject.kind is not Kind.ARMED_GROUP:
        return False
    return allowed == verb or rule not in EXACT or (person and allowed == "affiliatedWith")


def _is_tribe(unit: Unit) -> bool:
    return unit.kind is Kind.ORGANIZATION and bare(unit.form) in cued("kindred")


EXACT = frozenset(
    (
        "component-noun",
        "deployed-verb",
        "listed-part",
        "merged-part",
        "under-verb",
        "made-of-modifier",
    )
)
"""Rules whose verb no near one stands for: only a body is a component of another."""

LEFT = frozenset(
    (
        "withdrew-verb",
        "withdrawal-noun",
        "dismissed-verb",
        "dismissed-passive",
        "dismissed-noun",
        "lost-verb",
        "expelled-verb",
        "resigned-verb",
        "resigned-noun",
    )
)
"""Rules that tell that what they say holds no more."""

ARMED = frozenset(("built-verb",))
"""Rules that tell of armed groups only."""

PERSONAL = frozenset(
    (
        "member-noun",
        "comes-verb",
        "served-verb",
        "stays-verb",
        "stay-noun",
        "travelled-verb",
        "dismissed-verb",
        "dismissed-passive",
        "dismissed-noun",
        "resigned-verb",
        "resigned-noun",
        "held-posts",
    )
)
"""Rules that tell of persons only: a company «that fights in the town» is not one of its inhabitants."""


def unhurt(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield drafts without those of men wounded where others of the same are killed: «مقتل وإصابة عناصر …»."""
    dead = {(d.subject.entity, d.object.entity) for d in drafts if d.verb == "killed"}
    for draft in drafts:
        hurt = draft.rule in ("wounding-noun", "wounded-passive")
        if not (hurt and (draft.subject.entity, draft.object.entity) in dead):
            yield draft
