"""Nouns: claims by frames over event nouns — «سيطرة الجيش على …», «مقتل X على يد Y», «اشتباكات بين X وY»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.claims.clauses import antecedent, with_coordinates
from kg.claims.drafts import ACTORS, GROUND, Draft, pairs
from kg.lexicon.frames import NounFrame, claimings, doings, happenings, intentions, money, noun_frames, verb_frames
from kg.claims.phrases import COMMAS, is_particle, is_verb, phrase
from kg.claims.units import Unit
from kg.claims.agents import by_agent, cause, done_by, genitive
from kg.claims.verbs import PRONOUNS, named_or_area, subjects
from kg.model import Kind

REACH = 12
"""How many units after an event noun its arguments may stand."""


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around an event noun: the sentence before, and the subject of each verb (by position)."""

    before: Sequence[Unit]
    subjects: Mapping[int, tuple[Unit, ...]]


def read(units: Sequence[Unit], before: Sequence[Unit], last: Sequence[Unit]) -> Iterator[Draft]:
    """Yield what the event nouns of a sentence say."""
    context = Context(before, subjects(units, before, last))
    for at, unit in enumerate(units):
        if unit.entity or is_verb(unit) or unit.noun not in noun_frames():
            continue
        if is_intended(units, at):
            continue
        done: set[str] = set()
        for frame in noun_frames()[unit.noun]:
            if frame.rule in done:
                continue
            drafts = list(_fill(units, at, frame, context))
            if drafts:
                done.add(frame.rule)
                yield from drafts


def is_intended(units: Sequence[Unit], at: int) -> bool:
    """Say whether the noun tells a purpose or an attempt, not a deed: «لاستعادة البلدة», «محاولة السيطرة»."""
    unit = units[at]
    doing = {frame.verb for frame in noun_frames()[unit.noun]} & DEEDS
    if not doing:
        return False
    if unit.clitic == "ل" and not (at and any(v.lemma == "تعرض" for v in units[at - 1].verbs)):
        return not any(u.noun == "تعرض" or any(v.lemma == "تعرض" for v in u.verbs) for u in units[max(0, at - 6) : at])
    return any(u.noun in intentions() or u.form in intentions() for u in units[max(0, at - 3) : at] if not u.entity)


DEEDS = frozenset(("controls", "killed", "detained", "attacked", "foughtWith"))


def _fill(units: Sequence[Unit], at: int, frame: NounFrame, context: Context) -> Iterator[Draft]:
    if frame.subject == ("between",):
        yield from _between(units, at, frame)
        return
    for slot in frame.object:
        objects = _slot(units, at, slot, context)
        for other in frame.subject if objects else ():
            subjects = _slot(units, at, other, context)
            verb = "funds" if frame.verb == "supports" and _of_money(units, at) else frame.verb
            drafts = pairs(frame.rule, verb, subjects, objects, at)
            if drafts:
                yield from drafts
                return


def _of_money(units: Sequence[Unit], at: int) -> bool:
    """Say whether a support is told to be money: «دعم مالي»."""
    return any(unit.noun in money() for unit in units[at + 1 : at + 3] if not unit.entity)


def _slot(units: Sequence[Unit], at: int, slot: str, context: Context) -> tuple[Unit, ...]:
    if slot.startswith("ب-"):
        if units[at].clitic != "ب":
            return ()
        slot = slot[2:]
    if slot.startswith("بلا-"):
        if units[at].clitic == "ب":
            return ()
        slot = slot[4:]
    if slot.startswith("then-"):
        return _then(units, at, slot[5:])
    if slot == "exposed":
        return _exposed(units, at, context)
    if slot == "of":
        return genitive(units, at)
    if slot == "clause":
        return _clause(units, at, context)
    if slot == "by":
        return by_agent(units, at, _end(units, at)) or done_by(units, at)
    if slot == "cause":
        return cause(units, at)
    if slot == "head":
        return _head(units, at)
    if slot == "claimed":
        verb = _governor(units, at)
        claimed = verb is not None and any(v.lemma in claimings() for v in units[verb].verbs)
        return context.subjects[verb] if claimed and verb is not None else ()
    if slot == "next":
        after = units[at + 1] if at + 1 < len(units) and units[at].pronoun else None
        return (after,) if after and after.entity and not after.prefix else ()
    if slot == "under":
        return _under(units, at)
    if slot == "one-of":
        return _head(units, at) if at and units[at - 1].form in ("احد", "احدي") else ()
    if slot == "person":
        return tuple(u for u in reversed(units[:at]) if u.kind is Kind.PERSON)[:1]
    if slot == "after":
        return _after(units, at)
    return _prepositional(units, at, slot, context)


def _end(units: Sequence[Unit], at: int) -> int:
    for end in range(at + 1, min(len(units), at + 1 + REACH)):
        if units[end].stops or (is_verb(units[end]) and not _goes_on(units[end])):
            return end
    return min(len(units), at + 1 + REACH)


def _goes_on(unit: Unit) -> bool:
    """Say whether a verb only tells that the event took place: «معارك استمرت أسبوعاً ضد …»."""
    return any(v.lemma in happenings() for v in unit.verbs)


def _clause(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return who an event noun is of by its pronoun, or by the subject of the verb that governs it."""
    if units[at].pronoun:
        verb = _governor(units, at)
        subject = context.subjects[verb] if verb is not None else ()
        if any(unit.kind is not Kind.PERSON for unit in subject):
            return subject
        who = antecedent(units, at, units[at].pronoun, context.before, actors_only=True)
        return (who,) if who and who.kind is not Kind.PERSON else subject
    doing = _doing(units, at)
    if doing:
        return doing
    verb = _governor(units, at)
    if verb is None or _suffers(units[verb]):
        return ()
    return context.subjects[verb]


def _doing(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whose deed it is after «قيام», «إقدام»: «قيام عناصر الحركة بخطف …»."""
    if units[at].clitic != "ب" and (at == 0 or units[at - 1].form != "علي"):
        return ()
    for position in range(at - 1, max(-1, at - 9), -1):
        if units[position].noun in doings() and not units[position].entity:
            return genitive(units, position)
        if units[position].stops or is_verb(units[position]):
            break
    return ()


def _suffers(unit: Unit) -> bool:
    """Say whether a verb tells what its subject suffered, so that the event noun after is not the subject's deed."""
    frames = [f for v in unit.verbs for f in verb_frames().get((v.lemma, "passive"), ())]
    return any(f.verb in ("killed", "detained") for f in frames) or any(v.lemma in SUFFERED for v in unit.verbs)


SUFFERED = frozenset(("لقي", "استشهد", "سقط", "تعرض", "اصاب", "جرح"))


def _then(units: Sequence[Unit], at: int, slot: str) -> tuple[Unit, ...]:
    """Return what the preposition right after the genitive governs: «مناطق سيطرة الجيش [في] البلدة»."""
    found = phrase(units, at + 1) if at + 1 < len(units) else None
    if found is None or not found.bearers or found.end >= len(units):
        return ()
    if units[found.end].form == slot and found.end + 1 < len(units):
        return named_or_area(units, found.end + 1)
    return named_or_area(units, found.end) if units[found.end].clitic == slot else ()


def _exposed(units: Sequence[Unit], at: int, context: Context) -> tuple[Unit, ...]:
    """Return who was exposed to it: the subject of «تعرض لـ», or the genitive of the noun «تعرض»."""
    if units[at].clitic != "ل" and (at == 0 or units[at - 1].form != "الي"):
        return ()
    for position in range(at - 1, max(-1, at - 8), -1):
        unit = units[position]
        if any(v.lemma == "تعرض" for v in unit.verbs):
            return context.subjects[position]
        if unit.noun == "تعرض" and not unit.entity:
            return genitive(units, position)
        if unit.stops or is_verb(unit):
            break
    return ()


def _under(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the place said to be under control: «باتت [البلدة] تحت سيطرة …»."""
    if at == 0 or not (units[at - 1].form == "تحت" or units[at].clitic == "ل"):
        return ()
    for position in range(at - 1, max(-1, at - 9), -1):
        if units[position].kind in GROUND:
            return tuple(units[h] for h in with_coordinates(units, position))
        if units[position].stops:
            break
    return ()


def _governor(units: Sequence[Unit], at: int) -> int | None:
    for position in range(at - 1, max(-1, at - 24), -1):
        if is_verb(units[position]):
            return position
        if units[position].stops or is_particle(units[position], "complementizer"):
            return None
    return None


def _head(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the name right before, over a mark: «الكتيبة، بقيادة …»."""
    for position in range(at - 1, max(-1, at - 5), -1):
        unit = units[position]
        if unit.entity and (unit.kind is not Kind.PLACE or position == 0):
            return (unit,)
        if unit.stops or is_verb(unit):
            break
        if unit.entity or unit.form in COMMAS or is_particle(unit, "preposition") or unit.noun:
            continue
        break
    return ()


def _after(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    if units[at].clitic != "ب" and units[at - 1].form != "تحت":
        return ()
    found = phrase(units, at + 1) if at + 1 < len(units) else None
    if found is None:
        return ()
    people = [units[b] for b in found.bearers if units[b].kind is Kind.PERSON]
    if not people:
        for position in range(at + 1, min(len(units), at + 5)):
            if units[position].kind is Kind.PERSON:
                return (units[position],)
            if units[position].stops or is_verb(units[position]):
                break
    return tuple(people)


def _prepositional(units: Sequence[Unit], at: int, slot: str, context: Context) -> tuple[Unit, ...]:
    end = _end(units, at)
    for position in range(at + 1, end):
        unit = units[position]
        start = None
        if unit.form == slot and not unit.entity:
            start = position + 1
        elif slot == "الي جانب" and unit.form == "الي" and units[min(position + 1, len(units) - 1)].form == "جانب":
            start = position + 2
        elif unit.clitic == slot:
            start = position
        elif unit.form.startswith(slot) and unit.form[len(slot) :] in PRONOUNS and not unit.entity:
            who = antecedent(units, at, unit.form[len(slot) :], context.before)
            return (who,) if who else ()
        if start is not None and start < len(units):
            found = named_or_area(units, start)
            if found:
                return found
    return ()


def _between(units: Sequence[Unit], at: int, frame: NounFrame) -> Iterator[Draft]:
    """Yield the fights of «بين A و B», «بين A من جهة و B من جهة أخرى»."""
    position = _find_between(units, at)
    if position is None:
        sides = [u for u in genitive(units, at) if u.kind in ACTORS]
        yield from pairs(frame.rule, frame.verb, sides[:1], sides[1:], at)
        return
    first = phrase(units, position + 1) if position + 1 < len(units) else None
    if first is None or not first.bearers:
        return
    end = first.end
    while end < len(units) and end - first.end < 18 and not units[end].stops:
        far = end - first.end > 5 and units[end].kind not in ACTORS and units[end].form != "بين"
        if not far and (units[end].joined or units[end].form == "و") and (second := _side(units, end)):
            yield from pairs(frame.rule, frame.verb, [units[b] for b in first.bearers], second, at)
            return
        end += 1
    if len(first.bearers) > 1:
        left, right = [units[first.bearers[0]]], [units[b] for b in first.bearers[1:]]
        yield from pairs(frame.rule, frame.verb, left, right, at)


def _find_between(units: Sequence[Unit], at: int) -> int | None:
    for position in range(at + 1, min(len(units), at + 14)):
        if units[position].form == "بين":
            return position
        if units[position].stops or (is_verb(units[position]) and position > at + 8):
            break
    return None


def _side(units: Sequence[Unit], at: int) -> list[Unit]:
    found = phrase(units, at + (units[at].form == "بين")) if at + 1 < len(units) else phrase(units, at)
    return [units[b] for b in found.bearers] if found and found.bearers else []
