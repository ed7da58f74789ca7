"""Arguments: direct objects, and what a preposition governs after a verb or event noun."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.asides import copula
from kg.claims.clauses import (
    agrees,
    antecedent,
    clause_end,
    following,
    preceding,
    relative_head,
    with_coordinates,
)
from kg.claims.doers import past_event
from kg.claims.objects import begins_object, past_instrument
from kg.claims.phrases import COMMAS, phrase
from kg.claims.units import LISTING, Unit, is_particle, is_verb
from kg.lexicon.frames import ModifierFrame, cued, modifier_frames, noun_frames
from kg.lexicon.words import name_parts, titles
from kg.model import Kind


def patient(
    units: Sequence[Unit],
    at: int,
    before: Sequence[Unit] = (),
    subject: Sequence[Unit] = (),
) -> tuple[Unit, ...]:
    """Return the direct object: the second noun phrase, the first where the `subject` stands before, or a pronoun."""
    unit = units[at]
    if unit.pronoun:
        head = relative_head(units, at)
        found = units[head] if head is not None else antecedent(units, at, unit.pronoun, before)
        return (found,) if found else ()
    end = clause_end(units, at)
    start = at + 1 if unit.ours else past_event(units, at)
    if start is not None:
        return _object_from(units, start, end)
    after = following(units, at)
    if after is None:
        return _object_from(units, at + 1, end)
    if subject and after.bearers and not any(units[b] in subject for b in after.bearers):
        return tuple(units[b] for b in after.bearers)
    if _is_subject(units, at, after.bearers, after.holder, after.head):
        return _object_from(units, _past_apposition(units, after.end), end)
    return tuple(units[b] for b in after.bearers)


def _past_apposition(units: Sequence[Unit], at: int) -> int:
    """Return the end of a post told of the person right before `at`: «قتل سالم [قائد اللواء] …»."""
    if at == 0 or at >= len(units) or units[at - 1].kind is not Kind.PERSON:
        return at
    if units[at].form in COMMAS and at + 1 < len(units):
        at += 1
    title = titles().get(units[at].noun)
    if title is None or not title.relation or units[at].prefix or units[at].entity:
        return at
    found = phrase(units, at)
    if found is None or any(units[b].kind is Kind.PERSON for b in found.bearers):
        return at
    return found.end


def _is_subject(
    units: Sequence[Unit], at: int, bearers: tuple[int, ...], holder: str, head: str
) -> bool:
    """Say whether the phrase after the verb is its subject, not its object."""
    if relative_head(units, at) is not None and not resumes(units, at):
        return False
    if not bearers:
        return True
    if (
        copula(units, at) is not None
        or begins_object(units, at)
        or (at and _has_pronoun(units[at - 1]))
    ):
        return False
    topic = preceding(units, at)
    if topic is None or not topic.bearers:
        return True
    return not (topic.head or agrees(units[at], units[topic.bearers[0]]))


def _has_pronoun(unit: Unit) -> bool:
    """Say whether a complementizer holds the subject of the verb after it: «[إنه] قتل سالماً»."""
    return is_particle(unit, "complementizer") and unit.form in (
        "انه",
        "انها",
        "انهم",
        "بانه",
        "بانها",
    )


def _object_from(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    """Return the first noun phrase from `at` that no preposition governs."""
    skipped = 0
    while at < end and skipped < 8:
        unit = units[at]
        if unit.joined and skipped and not unit.entity and not unit.verbs and unit.definite:
            at += 1  # «بقذائف الهاون [والصواريخ] مواقع …»
            continue
        called = skipped and is_verb(unit) and "call" in name_parts().get(unit.form, ())
        if unit.joined or unit.form in LISTING or called:
            return ()
        if is_particle(unit, "preposition"):
            while at < end and is_particle(units[at], "preposition"):
                at += 1
            at = _past_prepositional(units, at, end)
            skipped += 1
            continue
        if unit.clitic:
            at = past_instrument(units, at, end)
            skipped += 1
            continue
        if is_particle(unit, "time"):
            at += 1
            continue
        if skipped and is_particle(unit, "direction"):
            at = _past_prepositional(units, at + 1, end)  # «قصف من مواقعه [شمال البلدة] مقر …»
            continue
        found = phrase(units, at)
        if found and unit.definite and unit.noun in modifier_frames():
            at = found.end  # «اللواء [المدعوم من إيران]»
            continue
        if found and found.bearers:
            owned = units[found.bearers[0]].clitic == "ل" and not found.holder
            return () if owned else tuple(units[b] for b in found.bearers)
        if found:
            return _called(units, found.end)
        at += 1
        skipped += 1
    return ()


def _called(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return whom the words after an unnamed man call by name: «رجلاً [يدعى سالم]», «قيادياً [هو سالم]»."""
    told = units[at : at + 2]
    if len(told) < 2 or told[1].kind is not Kind.PERSON or told[1].prefix:
        return ()
    called = "call" in name_parts().get(told[0].form, ()) or told[0].form == "هو"
    return (told[1],) if called else ()


def _past_prepositional(units: Sequence[Unit], at: int, end: int) -> int:
    if at < end and (is_particle(units[at], "time") or units[at].noun in cued("part")):
        while at < end and (is_particle(units[at], "time") or units[at].noun in cued("part")):
            at += 1
        return at
    found = phrase(units, at) if at < end else None
    return found.end if found else at + 1


def prepositional(units: Sequence[Unit], at: int, slot: str, end: int) -> tuple[Unit, ...]:
    """Return the names the preposition `slot` governs in the clause after the verb, over further verbs' marks."""
    position = at + 1
    while position < end:
        unit = units[position]
        start = None
        if unit.definite and any(f.preposition == slot for f in _participle(unit)):
            return ()
        if unit.form == slot and not unit.entity:
            start = position + 1
        elif (
            slot == BESIDE
            and unit.form == BESIDE.split()[0]
            and _next_form(units, position) == BESIDE.split()[1]
        ):
            start = position + 2
        elif unit.clitic == slot:
            start = position
        elif slot in SIDES and not unit.entity and _takes_side(unit, slot):
            return ()  # «تقاتل إلى جانب الجيش … خلال [المواجهات] مع …»
        elif unit.clitic and unit.prefix[-1] + unit.noun == slot:
            start = position + 1
        elif unit.form.startswith(slot) and unit.form[len(slot) :] in PRONOUNS and not unit.entity:
            return _referred(units, at, position, slot)
        if start is not None and start < len(units):
            found = _governed(units, start, end)
            if found:
                return found
        position += 1
    return _where(units, at) if slot in INSIDE else ()


SIDES = frozenset(("مع", "ضد"))
INSIDE = frozenset(("في", "ب"))


def _takes_side(unit: Unit, slot: str) -> bool:
    """Say whether an event noun takes the preposition for itself: «معارك [مع] …»."""
    taken = (frame.object for frame in noun_frames().get(unit.noun, ()))
    return any(slot in slots or (slot == "ضد" and "toward" in slots) for slots in taken)


def _where(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the place that «حيث» before the verb stands for: «[بلدة الشيخة] حيث يتحصن …»."""
    if at < 2 or units[at - 1].form != "حيث":
        return ()
    before = at - 2 - (units[at - 2].is_mark and at > 2)
    return (units[before],) if units[before].kind is Kind.PLACE else ()


def _participle(unit: Unit) -> tuple[ModifierFrame, ...]:
    """Return the frames of a participle, whose preposition is its own: «يتبع الفصيل [التابع لـ …] …»."""
    return () if unit.entity else modifier_frames().get(unit.noun, ())


BESIDE = "الي جانب"


def _next_form(units: Sequence[Unit], at: int) -> str:
    return units[at + 1].form if at + 1 < len(units) else ""


PRONOUNS = frozenset(("ها", "ه", "هم", "هما"))


def _referred(units: Sequence[Unit], verb: int, at: int, slot: str) -> tuple[Unit, ...]:
    """Return who or what «عليها», «فيه» stand for: the head of the relative clause, else the last name."""
    head = relative_head(units, verb)
    if head is not None:
        return tuple(units[h] for h in with_coordinates(units, head))
    for position in range(verb - 1, max(-1, verb - 4), -1):
        if is_particle(units[position], "relative"):
            after = [u for u in units[at + 1 : at + 8] if u.kind in (Kind.PLACE, Kind.STATE)]
            return tuple(after[:1])
    who = antecedent(units, verb, units[at].form[len(slot) :])
    return (who,) if who else ()


def resumes(units: Sequence[Unit], at: int) -> bool:
    """Say whether a pronoun takes up the head of the relative clause: «البلدة التي يسيطر عليها …»."""
    return any(
        unit.form.startswith(slot) and unit.form[len(slot) :] in PRONOUNS and not unit.entity
        for unit in units[at + 1 : at + 4]
        for slot in ("علي", "في", "من", "ب", "ل", "عن", "الي")
    )


def _governed(units: Sequence[Unit], at: int, end: int) -> tuple[Unit, ...]:
    return named_or_area(units, at)


LATER = frozenset(("بعد", "عقب", "اثر", "خلال", "وسط", "قبل", "منذ", "رغم"))
"""Words that begin another circumstance, whose place is its own."""


def named_or_area(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the names of the phrase at `at`, or, for an unnamed area, the place it lies in: «أجزاء من المدينة»."""
    found = phrase(units, at)
    if found is None:
        return ()
    if found.bearers:
        return (
            *(units[b] for b in found.bearers),
            *_repeated(units, found.end, units[at - 1].form),
        )
    for position in range(found.end, min(len(units), found.end + 8)):
        unit = units[position]
        if unit.form in LATER and not unit.entity:
            break
        before = units[position - 1].form
        partly = before == "من" and position == found.end + 1
        located = unit.clitic == "ب" or before == "في" or partly
        if unit.kind in (Kind.PLACE, Kind.STATE) and located:
            inner = phrase(units, position)
            return tuple(units[b] for b in inner.bearers) if inner else (unit,)
        if unit.entity or unit.is_mark or (is_verb(unit) and not unit.pronoun):
            break
    return ()


def _repeated(units: Sequence[Unit], at: int, preposition: str) -> tuple[Unit, ...]:
    """Return the names joined with the preposition said again: «على X وعلى Y»."""
    if at + 1 < len(units) and units[at].joined and units[at].form == preposition:
        return named_or_area(units, at + 1)
    return ()
