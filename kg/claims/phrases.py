"""Phrases: who a noun phrase stands for, and who does what a verb says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.claims.units import Unit
from kg.lexicon.frames import frame_nouns, holders, modifier_frames, noun_frames, verb_frames
from kg.lexicon.words import titles
from kg.model import Kind

COMMAS = frozenset("،,-–")
REACH = 5
"""How many units a noun phrase may run before the name it is of."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the names it stands for (positions of units), where it ends, its head noun if not a name."""

    bearers: tuple[int, ...]
    end: int
    head: str = ""
    holder: str = ""


def is_particle(unit: Unit, *names: str) -> bool:
    """Say whether the unit is a particle of one of the classes (of any, if none is named)."""
    return bool(unit.classes.intersection(names) if names else unit.classes)


def is_verb(unit: Unit) -> bool:
    """Say whether the unit is read as a verb."""
    return bool(unit.verbs) and unit.mention is None and not unit.anaphor


def settle(units: Sequence[Unit]) -> list[Unit]:
    """Decide for each word that may be verb or noun which it is here.

    A noun after a preposition, with the article, or fused with one; a verb at the head of its clause.
    """
    return [_settled(units, at, unit) for at, unit in enumerate(units)]


def _settled(units: Sequence[Unit], at: int, unit: Unit) -> Unit:
    if not unit.verbs or unit.entity:
        return unit
    before = units[at - 1] if at else None
    present = all(v.tense == "present" for v in unit.verbs)
    following = units[at + 1] if at + 1 < len(units) else None
    if is_particle(unit, "preposition") and following and following.kind is Kind.PERSON:
        if not following.clitic and any(v.lemma == "خلف" for v in unit.verbs):
            return replace(unit, classes=frozenset())
    if is_particle(unit, "preposition", "relative", "complementizer", "demonstrative", "negation"):
        return replace(unit, verbs=())
    if (
        is_particle(unit, "time")
        and following
        and (is_particle(following, "time") or following.noun == "يوم")
    ):
        return replace(unit, verbs=())
    if unit.definite or (unit.clitic and not (present and unit.clitic == "ل")):
        return replace(unit, verbs=())
    if (
        before
        and is_particle(before, "preposition")
        and not unit.joined
        and before.form not in OPEN
    ):
        return replace(unit, verbs=())
    nominal = unit.noun in frame_nouns() or unit.noun in noun_frames()
    if not nominal or present:
        return unit
    if (
        before
        and not unit.joined
        and (is_particle(before, "preposition") or _heads_construct(before))
    ):
        return replace(unit, verbs=())
    if _governed_by_verb(units, at) or _has_noun_object(units, at) or _differs(units, at):
        return replace(unit, verbs=())
    after = units[at + 1] if at + 1 < len(units) else None
    if after and (after.clitic or is_particle(after, "preposition")) and not unit.pronoun:
        passive = any(v.voice == "passive" for v in unit.verbs)
        return unit if passive and is_particle(after) else replace(unit, verbs=())
    return unit


OPEN = frozenset(("من", "حتي", "منذ", "دون"))
"""Prepositions that are also conjunctions or relatives, so that a verb may follow."""


def _governed_by_verb(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb stands before in the clause: «واصلت الدولة دعم الفصيل»."""
    if units[at].joined:
        return False
    for unit in reversed(units[:at]):
        if unit.is_mark or is_particle(unit, "complementizer", "relative"):
            return False
        if is_verb(unit) and not unit.clitic and unit.noun not in noun_frames():
            return all(v.lemma != "كان" for v in unit.verbs)
    return False


def _has_noun_object(units: Sequence[Unit], at: int) -> bool:
    """Say whether the agent after is followed by an object as the noun takes it: «دعم الدولة للفصيل»."""
    if at + 2 >= len(units) or not units[at + 1].entity or units[at + 1].clitic:
        return False
    after = units[at + 2]
    slots = {slot for frame in noun_frames().get(units[at].noun, ()) for slot in frame.object}
    verbal = {f.object for v in units[at].verbs for f in verb_frames().get((v.lemma, v.voice), ())}
    taken = slots - verbal
    return (bool(after.entity) and after.clitic in taken) or after.form in taken


def _differs(units: Sequence[Unit], at: int) -> bool:
    """Say whether the name after cannot be the verb's subject for its gender: «قصف [بلدة X] من قبل …»."""
    if at + 1 >= len(units) or not units[at + 1].entity or units[at].pronoun:
        return False
    genders = {v.gender for v in units[at].verbs}
    return units[at + 1].gender == "f" and genders == {"m"} and not units[at + 1].clitic


def _heads_construct(unit: Unit) -> bool:
    return bool(unit.noun) and not (unit.verbs or unit.definite or unit.entity or unit.is_mark)


def phrase(units: Sequence[Unit], at: int) -> Phrase | None:
    """Read the noun phrase that begins at `at`, or return `None` where none does."""
    start = at
    counted = False
    while at < len(units) and not units[at].entity:
        unit = units[at]
        number = unit.form[0].isdigit() or is_particle(unit, "number")
        if number or is_particle(unit, "adverb", "demonstrative", "time", "direction"):
            counted = counted or number
            at += 1
        elif (
            unit.form == "علي" and at + 1 < len(units) and units[at + 1].form in ("الاقل", "الاكثر")
        ):
            at += 2
        elif unit.form in ("ما", "لا", "يقل", "لايقل") and any(
            u.form in ("يقل", "لايقل") for u in units[at : at + 3]
        ):
            counted, at = True, at + 1
        elif counted and unit.form in ("من", "عن"):
            at += 1
        else:
            break
    if at >= len(units):
        return None
    unit = units[at]
    if unit.entity:
        return _coordinate(units, (at,), at + 1, "", "")
    if is_verb(unit) or unit.is_mark or is_particle(unit):
        return None
    return _headed(units, at) if at - start < 8 else None


def _headed(units: Sequence[Unit], at: int) -> Phrase:
    """Read a phrase headed by a noun: «مقاتلو الحركة», «عناصر من اللواء», «منزل قائد الفوج»."""
    head = units[at].noun
    holder = holders().get(head, "")
    end = at + 1
    apart = units[at].definite and head not in titles() and not holder
    closed = (
        not units[at].definite and units[at].form.endswith(("ون", "ين")) and len(units[at].form) > 4
    )
    if (
        closed
        and end < len(units)
        and (units[end].definite or units[end].entity)
        and not units[end].clitic
    ):
        return Phrase((), end, head, holder)
    while end < len(units) and end - at <= REACH:
        unit = units[end]
        if apart and not unit.clitic and (unit.entity or titles().get(unit.noun)):
            return Phrase((), end, head, holder)
        if unit.entity:
            if unit.joined and end > at + 1:
                break
            if (
                not unit.clitic
                or (unit.clitic == "ل" and (holder or _belongs(units[end - 1])))
                or (unit.clitic in ("ب",) and holder and head in titles())
            ):
                if unit.kind is Kind.PERSON and head in titles():
                    return _coordinate(units, (end,), end + 1, "", "")
                return _person_last(units, end, head, holder)
            break
        if unit.joined and not holder:
            break
        another = end > at + 1 and holder and not (unit.definite or unit.clitic or unit.entity)
        if another and unit.noun in holders() and units[end - 1].form != "من":
            return Phrase((), end, head, holder)
        if _is_object(unit) or (closed and not unit.clitic and not _qualifies(unit)):
            return Phrase((), end, head, holder)
        if is_particle(unit, "preposition"):
            if unit.form in PARTITIVE and holder and end + 1 < len(units):
                end += 1
                continue
            break
        if is_verb(unit) or unit.is_mark or is_particle(unit, "relative", "complementizer"):
            break
        if unit.clitic and not _belongs(unit):
            if unit.noun in holders() and holder:
                end += 1
                continue
            break
        holder = holder or holders().get(unit.noun, "")
        end += 1
    return Phrase((), end, head, holder)


def _is_object(unit: Unit) -> bool:
    """Say whether a noun in the accusative begins another phrase: «هاجم مسلحون [حاجزاً] …»."""
    return unit.noun != unit.form and unit.form == unit.noun + "ا" and unit.noun in holders()


def _qualifies(unit: Unit) -> bool:
    """Say whether a word may go on with «مسلحون …»: an adjective in the same plural, a preposition."""
    return unit.form.endswith(("ون", "ين")) or bool(unit.classes) or _belongs(unit)


PARTITIVE = frozenset(("من", "في", "باسم", "لدي"))


def _belongs(unit: Unit) -> bool:
    return any(
        frame.verb in ("partOf", "affiliatedWith") for frame in modifier_frames().get(unit.noun, ())
    )


def _person_last(units: Sequence[Unit], at: int, head: str, holder: str) -> Phrase:
    """Where a post, its body and a person stand in a row, the phrase is about the person."""
    if head in titles() and units[at].kind is not Kind.PERSON:
        for ahead in range(at + 1, min(len(units), at + 6)):
            unit = units[ahead]
            inside = unit.form in COMMAS or unit.form == "في" or unit.kind is Kind.PLACE
            if inside and not unit.joined:
                continue
            if unit.kind is Kind.PERSON and not unit.prefix:
                return _coordinate(units, (ahead,), ahead + 1, "", "")
            if is_verb(unit) or unit.is_mark or is_particle(unit) or unit.joined or unit.clitic:
                break
    return _coordinate(units, (at,), at + 1, head, holder)


def _coordinate(
    units: Sequence[Unit], bearers: tuple[int, ...], end: int, head: str, holder: str
) -> Phrase:
    """Carry a phrase on over «A و B، و C»."""
    found = list(bearers)
    while end < len(units):
        at = end
        if units[at].form in COMMAS and at + 1 < len(units) and units[at + 1].entity:
            nearby = units[at + 1]
            listed = (
                nearby.joined
                or (at + 2 < len(units) and units[at + 2].form in COMMAS | {"و"})
                or (at + 2 < len(units) and units[at + 2].joined and bool(units[at + 2].entity))
            )
            if not listed or nearby.clitic:
                break
            at += 1
        elif not units[at].joined and not is_particle(units[at], "coordinator"):
            if (
                units[at].entity == units[found[-1]].entity
                and units[at].entity
                and not units[at].clitic
            ):
                end = at + 1
                continue
            break
        if is_particle(units[at], "coordinator") and not units[at].entity:
            at += 1
        bearer = _coordinated(units, at, units[found[-1]])
        if bearer is None:
            break
        found.append(bearer)
        end = bearer + 1
    return Phrase(tuple(found), end, head, holder)


def _coordinated(units: Sequence[Unit], at: int, last: Unit) -> int | None:
    """Return the name coordinated with `last` that begins at `at`, over a holder before it."""
    if (
        at < len(units)
        and not units[at].entity
        and units[at].noun in holders()
        and not is_verb(units[at])
    ):
        inner = _headed(units, at)
        if not inner.bearers:
            return None
        at = inner.bearers[0]
    if at >= len(units) or not units[at].entity:
        return None
    same = (units[at].kind is Kind.PLACE) == (last.kind is Kind.PLACE) or Kind.STATE in (
        units[at].kind,
        last.kind,
    )
    person = (units[at].kind is Kind.PERSON) == (last.kind is Kind.PERSON)
    return (
        at
        if same and person and (not units[at].clitic or units[at].clitic == last.clitic)
        else None
    )
