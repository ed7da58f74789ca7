"""Clauses: the subject of a verb, before or after it, said or carried over; antecedents of pronouns."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.asides import past_aside, past_span
from kg.claims.genders import labelled
from kg.claims.phrases import COMMAS, Phrase, phrase
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, members, modifier_frames
from kg.lexicon.words import group_words, name_parts, titles
from kg.model import Kind

ACTORS = frozenset((Kind.PERSON, Kind.ARMED_GROUP, Kind.ORGANIZATION, Kind.STATE))
HELPERS = 6
"""Auxiliaries, negations and adverbs that may stand before a verb, more than any sentence has."""
GAP = 3
"""Marks, dates and adverbs that may stand between a verb and its subject."""


def clause_end(units: Sequence[Unit], at: int) -> int:
    """Return where the clause of the verb at `at` ends: at the next verb, full stop, or the comma that closes it."""
    enclosed, size = _is_enclosed(units, at), len(units)
    for end in range(at + 1, size):
        unit = units[end]
        if unit.verbs:
            if not is_auxiliary(unit) and not _calls(unit):
                return end
        elif unit.stops:
            return end
        if unit.classes and not unit.classes.isdisjoint(OPENING):
            return end
        if enclosed and unit.form in COMMAS and not (end + 1 < size and units[end + 1].joined):
            return end
    return size


def _calls(unit: Unit) -> bool:
    """Say whether a verb only says what someone is called: «قيادي [يدعى] سالم»."""
    return "call" in name_parts().get(unit.form, ())


OPENING = frozenset(("relative", "complementizer"))
"""Classes of particles that open another clause."""


def _is_enclosed(units: Sequence[Unit], at: int) -> bool:
    """Say whether a comma stands before the verb's relative: «الكتيبة، التي تقاتل إلى جانب الجيش، …»."""
    return at > 1 and "relative" in units[at - 1].classes and units[at - 2].form in COMMAS


def is_auxiliary(unit: Unit) -> bool:
    """Say whether a verb only carries tense: «كان», «تم», «ما زال»."""
    return has_lemma(unit, AUXILIARIES)


AUXILIARIES = frozenset(("كان", "تم", "اصبح", "بات", "ظل", "صار", "بقي", "زال"))


def agrees(verb: Unit, noun: Unit) -> bool:
    """Say whether a verb may agree with a name in gender."""
    if noun.gender == "b" or verb.entity:
        return True
    genders = {v.gender for v in verb.verbs}
    return noun.gender in genders or "b" in genders or {v.number for v in verb.verbs} == {"p"}


HELPING, BETWEEN = frozenset(("negation", "adverb")), frozenset(("adverb", "time"))
"""Classes of particles that stand before a verb, and between it and its subject."""


def following(units: Sequence[Unit], verb: int) -> Phrase | None:
    """Return the noun phrase right after the verb, over adverbs, dates and marks.

    After a verb whose object is a pronoun, also over a prepositional phrase: «يقودها في البلدة سالم».
    """
    at, gap = verb + 1, 0
    while at < len(units) and gap < GAP:
        unit = units[at]
        if unit.entity and not unit.clitic:
            return phrase(units, at)
        aside = past_aside(units, at)
        if aside or unit.form in COMMAS or not unit.classes.isdisjoint(BETWEEN):
            at, gap = aside or at + 1, gap + 1
            continue
        if units[verb].pronoun and gap < GAP - 1 and is_particle(unit, "preposition"):
            ahead = past_span(units, at)
            if ahead:
                at, gap = ahead, GAP - 1
                continue
            beside = phrase(units, at + 1) if at + 1 < len(units) else None
            if beside is not None and beside.end < len(units):
                at, gap = beside.end, GAP - 1
                continue
        break
    if at < len(units) and not units[at].clitic and not units[at].stops:
        return phrase(units, at)
    return None


def relative_head(units: Sequence[Unit], verb: int) -> int | None:
    """Return the name a relative clause is about: «الجبهة التي يقودها …» → the name before «التي»."""
    at, last = verb - 1, max(0, verb - HELPERS)
    while at >= last:
        unit = units[at]
        if unit.classes.isdisjoint(HELPING) and not (unit.verbs and is_auxiliary(unit)):
            break
        at -= 1
    if at < 0:
        return None
    if units[verb].joined and units[at].verbs and units[at].pronoun:
        return relative_head(units, at)
    if "relative" not in units[at].classes or units[at].form == "من":
        return None
    nearest: int | None = None
    for before in range(at - 1, max(-1, at - 6), -1):
        unit = units[before]
        if unit.entity and _takes(units[at], unit):
            return modified(units, before) if units[at].joined else before
        if unit.entity:
            nearest = nearest or before
            continue
        if unit.stops or is_verb(unit) or is_particle(unit, "complementizer"):
            return nearest
        many = unit.definite and (unit.noun in group_words() or unit.noun in members())
        if many and nearest is None and (one := _one_of(units, before)) is not None:
            return one
        if many and not (before and units[before - 1].entity):
            return nearest
    return nearest


def _one_of(units: Sequence[Unit], at: int) -> int | None:
    """Return whose apposition the many at `at` are: «[الحركة]، أحد أبرز الفصائل التي …», «[الحركة] هي من الفصائل …»."""
    position, foremost = at - 1, False
    while position >= 0 and at - position <= ONE_REACH and not units[position].entity:
        unit = units[position]
        copular = unit.form in cued("copula") or is_particle(unit, "pronoun")
        if unit.form in cued("foremost") or unit.form == "واحده":
            foremost = True
        elif unit.stops or not (
            copular or unit.form in COMMAS or unit.form == "من" or is_particle(unit, "relative")
        ):
            return None
        position -= 1
    named = position >= 0 and units[position].kind in ACTORS and not is_verb(units[position])
    return position if named and foremost else None


ONE_REACH = 7
"""How far from its name «one of the foremost factions that …» may stand."""


def _takes(relative: Unit, unit: Unit) -> bool:
    """Say whether a relative may be of a name for its gender: «الذي» of none that is feminine."""
    if relative.form == "الذي":
        return unit.gender != "f"
    return relative.form != "التي" or unit.gender != "m"


def modified(units: Sequence[Unit], at: int) -> int:
    """Return whom «والذي» goes on about: not the name a modifier governs, «[الحركة] المتحالفة مع الحزب والتي …»."""
    for position in range(at - 1, max(-1, at - 6), -1):
        unit = units[position]
        if unit.entity and units[at].kind is not Kind.PLACE:
            between = units[position + 1 : at]
            return position if any(u.noun in modifier_frames() for u in between) else at
        if unit.is_mark or is_verb(unit):
            break
    return at


def preceding(units: Sequence[Unit], verb: int) -> Phrase | None:
    """Return the topic of the clause before the verb: its first noun phrase that no preposition governs."""
    start, helpers = verb, 0
    while start > 0:
        unit = units[start - 1]
        if unit.stops or "complementizer" in unit.classes:
            break
        if unit.verbs:
            helpers += 1
            if helpers > HELPERS or not is_auxiliary(unit):
                break
        start -= 1
    at = start
    while at < verb:
        if units[at].form in EACH_OF and not units[at].clitic and at + 2 < verb:
            at += 1 + (units[at + 1].form == "من")  # «[كل من] A وB»
            found = phrase(units, at)
            if found and found.bearers and found.end <= verb:
                return found
        unit = units[at]
        governed = unit.clitic or (at > 0 and "preposition" in units[at - 1].classes)
        if not (governed or unit.classes or unit.is_mark or unit.verbs):
            found = phrase(units, at)
            if found and found.bearers and found.end <= verb:
                return found
            if found and found.end > at:
                at = found.end
                continue
        at += 1
    return None


EACH_OF = frozenset(("كل", "كلا"))


def antecedent(
    units: Sequence[Unit],
    at: int,
    pronoun: str,
    before: Sequence[Unit] = (),
    actors_only: bool = False,
) -> Unit | None:
    """Return the name a pronoun at `at` stands for: the nearest that agrees, then of the sentence before."""
    gender = {"ها": "f", "ه": "m", "هم": "p", "هما": "b"}.get(pronoun)
    if gender is None:
        return None
    for unit in [*reversed(units[:at]), *reversed(before)]:
        if not unit.entity or (actors_only and unit.kind not in ACTORS):
            continue
        own = labelled(unit.form, unit.gender) if unit.kind is Kind.PLACE else unit.gender
        if gender == "b" or not {own, unit.gender}.isdisjoint((gender, "b")):
            return unit
        if gender == "p" and unit.kind is not Kind.PLACE:
            return unit
    return None


def with_coordinates(units: Sequence[Unit], at: int) -> list[int]:
    """Return the name at `at` and those it is joined to before: «A وB اللذين …»."""
    found = [at]
    while True:
        start = _first_title(units, at)
        before = start - 1
        if before < 0 or not units[start].joined or not units[before].entity:
            return found
        same = (units[before].kind is Kind.PLACE) == (units[at].kind is Kind.PLACE)
        if not same or (units[at].clitic and units[at].clitic != units[before].clitic):
            return found
        at = before
        found.append(at)


def _first_title(units: Sequence[Unit], at: int) -> int:
    """Return where the titles right before a person begin: «سالم [والعقيد الركن] راشد»."""
    if units[at].kind is not Kind.PERSON or units[at].prefix:
        return at
    start = at
    while start > 0 and at - start < TITLES and _is_mere_title(units[start - 1]):
        start -= 1
        if units[start].joined:
            return start
    return at


TITLES = 3
"""How many titles may stand before a name."""


def _is_mere_title(unit: Unit) -> bool:
    title = titles().get(unit.noun)
    return title is not None and not (unit.entity or unit.verbs or title.relation)


def matches(pronoun: str, unit: Unit) -> bool:
    """Say whether a suffix pronoun can stand for a name: «هم» for no one body of feminine gender."""
    fits = {"ه": ("m", "b"), "ها": ("f", "b"), "هم": ("m", "b")}.get(pronoun)
    return fits is None or unit.gender in fits


def person_meant(units: Sequence[Unit], at: int, before: Sequence[Unit]) -> tuple[Unit, ...]:
    """Return the person the pronoun of the unit at `at` stands for: «[سالم] وشقيقه راشد», «تلاه راشد»."""
    for unit in [*reversed(units[:at]), *reversed(before)]:
        if unit.kind is Kind.PERSON and matches(units[at].pronoun, unit):
            return (unit,)
    return ()


def is_unnamed(unit: Unit, pronoun: str) -> bool:
    """Say whether a pronoun stands for a group the text leaves unnamed: «مجموعة … يقودها», «عناصر يقودهم»."""
    if unit.entity or unit.definite or unit.is_mark:
        return False
    group = group_words().get(unit.noun)
    if pronoun == "هم":
        return unit.noun in members() or (group is not None and group.plural)
    return group is not None and not group.plural and group.gender == PRONOUN_GENDER.get(pronoun)


PRONOUN_GENDER = {"ها": "f", "ه": "m"}
