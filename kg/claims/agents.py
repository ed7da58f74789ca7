"""Agents: whoever did what a verb or event noun tells — by genitive, «على يد», a verb of doing, or what caused it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.claims.clauses import following
from kg.claims.drafts import ACTORS
from kg.claims.phrases import phrase
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import cued, holders, noun_frames, nouns_by
from kg.lexicon.lexemes import forms

AGENT_MARKS = frozenset(
    (
        "يد",
        "ايدي",
        "قبضه",
        "قبل",
        "جانب",
        "بنيران",
        "نيران",
        "بواسطه",
        "واسطه",
        "برصاص",
        "رصاص",
        "بقصف",
        "بغاره",
        "بضربه",
    )
)
"""Nouns that bring in whoever did it: «على يد X», «من قبل X», «بنيران X»."""

CAUSES = frozenset(("جراء", "اثر", "نتيجه", "بسبب", "خلال", "اثناء", "في", "بعد", "عقب"))


def by_agent(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    """Return whoever did it: the name after «على يد», «من قبل», «من جانب», «بنيران», «برصاص»."""
    for position in range(at + 1, min(end, len(units) - 1)):
        unit = units[position]
        fused = unit.prefix + unit.form
        if (
            unit.form not in AGENT_MARKS
            and fused not in AGENT_MARKS
            and unit.noun not in AGENT_MARKS
        ):
            continue
        before = units[position - 1].form
        if unit.form in ("قبل", "جانب") and before != "من":
            continue
        if unit.noun == "قبضه" and before != "في":
            continue
        if unit.form in ("يد", "ايدي") and before not in ("علي", "في") and not unit.clitic:
            continue
        found = phrase(units, position + 1)
        if found and found.bearers:
            return tuple(units[b] for b in found.bearers)
    return ()


def _is_of_agent(unit: Unit) -> bool:
    """Say whether ل after the indefinite noun brings in whose it is, not what it hits: «هجوم للحركة على …»."""
    return unit.noun in _nouns_of_agents()


@cache
def _nouns_of_agents() -> frozenset[str]:
    known = noun_frames().items()
    return frozenset(
        noun for noun, frames in known if not any({"ل", "body-ل"} & {*f.object} for f in frames)
    )


@cache
def _fights() -> frozenset[str]:
    return nouns_by("fight-noun")


@cache
def _causes() -> frozenset[str]:
    """Return the nouns of attacks whose doer may stand after them in construct."""
    known = noun_frames().items()
    return frozenset(
        noun
        for noun, frames in known
        if any(f.verb == "attacked" and "of" in f.subject for f in frames)
    )


def _is_adjective(unit: Unit) -> bool:
    """Say whether a word may qualify an indefinite noun: «ضربة [جوية] للتحالف»."""
    plain = not (unit.entity or unit.definite or unit.prefix or unit.is_mark or is_verb(unit))
    return plain and not is_particle(unit) and unit.form.endswith(("ه", "ي", "ات"))


ROW = 4
"""How many nouns joined by «و» may share one construct: «مقتل وإصابة واعتقال عناصر من الحركة»."""


def genitive(units: Sequence[Unit], at: int, row: int = ROW) -> tuple[Unit, ...]:
    """Return the names of the construct after a noun: «سيطرة [الجيش]», «مقتل [القيادي سالم]»."""
    if units[at].pronoun or at + 1 >= len(units):
        return ()
    while (
        at + 2 < len(units)
        and units[at].definite
        and units[at + 1].definite
        and not units[at + 1].entity
    ):
        at += 1
    noun = at
    if not units[at].definite and _is_of_agent(units[at]):
        while at + 2 < len(units) and at - noun < 2 and _is_adjective(units[at + 1]):
            at += 1
    after = units[at + 1]
    if (
        (after.clitic == "ل" and at > noun)
        or (
            after.clitic == "ل"
            and after.mention
            and holders().get(forms(after.mention.name)[0]) == "act"
        )
        or (after.clitic == "ل" and (units[at].definite or _is_of_agent(units[at])))
    ):
        pass
    elif after.clitic or (after.joined and not after.entity):
        shared = after.joined and not (after.entity or after.clitic or is_verb(after))
        if shared and row:
            return genitive(units, at + 1, row - 1)
        return ()
    adjectival = after.mention is not None and after.mention.found_by == "adjective"
    if units[noun].definite and not after.clitic and not adjectival:
        return ()
    found = phrase(units, at + 1)
    if found is None:
        return ()
    if not found.bearers and found.head:
        return _listed(units, found.end)
    return tuple(units[b] for b in found.bearers)


def _listed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the names listed after an unnamed one: «مقتل ثلاثة قياديين بينهم سالم»."""
    for position in range(at, min(len(units), at + 6)):
        if units[position].form in LISTING:
            found = phrase(units, position + 1)
            return tuple(units[b] for b in found.bearers) if found else ()
        if units[position].stops or is_verb(units[position]):
            break
    return ()


LISTING = frozenset(("بينهم", "ابرزهم", "منهم", "بينها", "ابرزها", "منها", "ضمنهم"))


def done_by(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the subject of the verb that carried the event out: «هجوم نفذه X», «غارات شنها X»."""
    for position in range(at + 1, min(len(units), at + 4)):
        unit = units[position]
        if is_verb(unit) and unit.pronoun:
            found = following(units, position)
            return tuple(units[b] for b in found.bearers) if found else ()
        if unit.stops or unit.entity or (is_particle(unit) and not is_particle(unit, "relative")):
            break
    return ()


def cause(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whose attack caused it: «مقتل سالم جراء غارات X», «أدى قصف X إلى مقتل سالم»."""
    end, causes = _told_end(units, at), _causes()
    for position in (*range(at + 1, end), *range(at - 1, max(-1, at - 12), -1)):
        unit = units[position]
        armed = unit.clitic == "ب" and unit.noun in cued("weapon")
        if not (armed or unit.noun in causes) or unit.entity or unit.verbs:
            continue
        if position > at and not (unit.clitic == "ب" or _caused(units, at, position)):
            continue
        found = genitive(units, position) or done_by(units, position) or _with_l(units, position)
        found = found or by_agent(units, position, min(position + 5, len(units)))
        actors = tuple(u for u in found if u.kind in ACTORS)
        if actors:
            return actors
    return ()


def _told_end(units: Sequence[Unit], at: int) -> int:
    """Return how far after a death its cause may be told: not where «أن» brings in something else."""
    for end in range(at + 1, min(len(units), at + 25)):
        if units[end].form in ("ان", "انه", "انها"):
            return end
    return min(len(units), at + 25)


def _with_l(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whose it is by ل right after: «قتل في كمين [للحركة]»."""
    end = at + 1
    while end < len(units) and end - at < REACH and _is_plain(units[end]):
        end += 1
    after = units[end] if end < len(units) else None
    return (
        (after,) if after and after.entity and after.clitic == "ل" and after.kind in ACTORS else ()
    )


REACH = 3
"""How many adjectives may stand between an attack and «ل», and whose it is."""


def _is_plain(unit: Unit) -> bool:
    other = unit.entity or unit.definite or unit.prefix or unit.is_mark or is_verb(unit)
    return not (other or is_particle(unit))


def _caused(units: Sequence[Unit], at: int, position: int) -> bool:
    return any(unit.form in CAUSES for unit in units[max(at + 1, position - 6) : position])


FIGHT_REACH = 16
"""How far after a death the fight it came in may be told."""


def foe(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return against whom one fell: «قُتل سالم في اشتباكات [مع الحركة]», «خلال معارك ضد الحركة»."""
    fights = _fights()
    for position in range(at + 1, min(len(units), at + FIGHT_REACH)):
        unit = units[position]
        if unit.stops:
            break
        if unit.noun not in fights or unit.entity or unit.verbs:
            continue
        if unit.clitic == "ب" or _caused(units, at, position):
            return _opposed(units, position)
    return ()


def _opposed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whom «مع» or «ضد» brings in after a fight, over adjectives and the verb that tells it broke out."""
    for position in range(at + 1, min(len(units) - 1, at + 7)):
        unit = units[position]
        if unit.stops or unit.form == "بين" or unit.entity:
            break
        if unit.form in ("مع", "ضد"):
            found = phrase(units, position + 1)
            return tuple(units[b] for b in found.bearers) if found else ()
    return ()
