"""Defections: from what one defects by his post — «انشق القيادي في الحركة سالم», «العقيد المنشق عن الجيش سالم»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.claims.agents import genitive
from kg.claims.drafts import GROUPS, Draft, pairs
from kg.claims.phrases import phrase
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_verb
from kg.lexicon.frames import modifier_frames, nouns_by, verb_rules
from kg.lexicon.words import titles
from kg.model import Kind


def read(
    units: Sequence[Unit],
    said: Subjects,
    posts: Sequence[Draft],
    told: Sequence[Draft],
    nouns: frozenset[str],
) -> Iterator[Draft]:
    """Yield what those defect from of whom the drafts `posts` tell the body, and the drafts `told` do not.

    `nouns` are those of the sentence.
    """
    known = {draft.trigger for draft in told if draft.verb == "defectedFrom"}
    defecting = {
        at: who
        for at, who in said.items()
        if who and at not in known and "defected-verb" in verb_rules(units[at].verbs)
    }
    if nouns & _nouns() or nouns & _participles():
        for at, unit in enumerate(units):
            if unit.entity or is_verb(unit) or at in known:
                continue
            if unit.noun in _participles():
                yield from _before_name(units, at)
            elif unit.noun in _nouns():
                defecting[at] = genitive(units, at)
    for at, who in defecting.items():
        for draft in posts:
            person = draft.subject
            early = person.kind is Kind.PERSON and at < draft.trigger and not draft.ended
            if early and person in who:
                yield from pairs("defected-post", "defectedFrom", [person], [draft.object], at)


def _before_name(units: Sequence[Unit], at: int) -> Iterator[Draft]:
    """Read «العقيد المنشق عن الجيش السوري [سالم]»: a participle after a title, before the name."""
    frames = [f for f in modifier_frames()[units[at].noun] if f.verb == "defectedFrom"]
    if not frames or at == 0 or units[at - 1].entity or units[at - 1].noun not in titles():
        return
    if at + 2 >= len(units) or units[at + 1].form not in {frame.preposition for frame in frames}:
        return
    found = phrase(units, at + 2)
    if found is None or not found.bearers or found.end >= len(units):
        return
    body, person = units[found.bearers[0]], units[found.end]
    if body.kind in GROUPS and person.kind is Kind.PERSON and not person.prefix:
        yield from pairs("defected-post", "defectedFrom", [person], [body], at)


@cache
def _participles() -> frozenset[str]:
    known = modifier_frames().items()
    return frozenset(n for n, some in known if any(f.verb == "defectedFrom" for f in some))


@cache
def _nouns() -> frozenset[str]:
    """Return the nouns of defecting: «انشقاق»."""
    return nouns_by("defection-noun")
