"""Incumbents: who holds a post — the person before it, after it, or given it («تعيين سالم قائدا»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.claims.clauses import with_coordinates
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, has_lemma, is_particle, is_verb
from kg.lexicon.frames import cued, modifier_frames, noun_frames, nouns_of
from kg.lexicon.posts import transfers
from kg.lexicon.words import adjectives, alias_cues, name_parts, titles
from kg.model import Kind

BEFORE_REACH, AFTER_REACH, GIVEN_REACH = 10, 14, 16
PLURAL = ("ين", "ان", "ون", "ات", "اء")
BROKEN = frozenset(("قاده", "ضباط", "عناصر", "روسا", "زعما", "اعضا", "سفرا", "وكلا", "امرا"))


def incumbents(
    units: Sequence[Unit], start: int, end: int, taken: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Return who holds the post said at units `start` to `end`; those `taken` hold the one before it."""
    if is_accusative(units[start]):
        return given(units, start)
    before, after = _before(units, start), _after(units, start, end)
    if before and _disposes(units, start):
        return after
    if before and not (after and not units[end].is_mark):
        return before
    if before and at_once(units, start) and not (after and before[0] in taken):
        return before
    return after


def _disposes(units: Sequence[Unit], at: int) -> bool:
    """Say whether the person right before is who takes the post away or gives it: «أقال سالم قائد اللواء»."""
    for unit in reversed(units[max(0, at - 9) : at - 1]):
        if unit.is_mark or unit.kind is Kind.PERSON:
            break
        if is_verb(unit):
            return any(v.lemma in transfers() and v.voice == "active" for v in unit.verbs)
    return False


def at_once(units: Sequence[Unit], at: int) -> bool:
    """Say whether a person is named right before: «سالم قائد اللواء»."""
    return at > 0 and units[at - 1].kind is Kind.PERSON and not units[at].joined


def is_bridging(unit: Unit) -> bool:
    """Say whether a verb leads from a person to his post: «شغل», «أصبح»."""
    return is_verb(unit) and has_lemma(unit, BRIDGE_VERBS)


def is_accusative(unit: Unit) -> bool:
    """Say whether a post is what someone is made: «قائداً»."""
    return unit.form == unit.noun + "ا"


def is_many(unit: Unit) -> bool:
    """Say whether a post is of several persons: «قادة», «القياديين», «قياديي»."""
    noun = unit.noun
    if noun in BROKEN or (noun.endswith(PLURAL) and len(noun) > 4):
        return True
    return noun.endswith(("ي", "و")) and noun[:-1] in titles() and titles()[noun].word != noun


def given(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the person a post in the accusative is given to: «تعيين سالم … قائداً للواء»."""
    made = False
    for position in range(at - 1, max(-1, at - GIVEN_REACH), -1):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            return (unit,)
        being = any(v.lemma in BEING for v in unit.verbs)
        if unit.stops or unit.form in ONE_OF or (being and not made):
            break
        made = made or (is_verb(unit) and not being)
    return ()


BEING = frozenset(("كان", "اصبح", "صار", "بات", "ظل", "بقي"))
"""Verbs of being something, of whom the post after them is said."""
ONE_OF = frozenset(("احدهما", "احدهم", "بعضهم"))


def _before(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    if units[at].joined:
        first = _first_post(units, at)
        return _before(units, first) if first is not None else ()
    placed = False
    for position in range(at - 1, max(-1, at - BEFORE_REACH), -1):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            if is_many(units[at]):
                return tuple(units[h] for h in with_coordinates(units, position))
            return (unit,)
        if is_verb(unit) and unit.form not in alias_cues():
            if not has_lemma(unit, BRIDGE_VERBS):
                break
        elif placed and (unit.kind is Kind.PLACE or is_particle(unit, "preposition")):
            continue
        elif unit.form in COMMAS:
            placed = position == at - 1
        elif unit.form == "من" and position == at - 1 and is_many(units[at]):
            continue
        elif not (_is_bridge(unit) or (unit.form == ":" and position == at - 1)):
            break
    return ()


def _first_post(units: Sequence[Unit], at: int) -> int | None:
    """Return the post of no named body that a joined one goes on from: «سالم، [رئيس] المنظومة وقائد اللواء»."""
    for position in range(at - 1, max(-1, at - 5), -1):
        unit = units[position]
        if unit.entity or unit.is_mark or is_verb(unit):
            break
        title = titles().get(unit.noun)
        if title is not None and title.relation:
            return None if unit.joined else position
    return None


def _is_bridge(unit: Unit) -> bool:
    """Say whether a word may stand between a person and the post said of him: «سالم، وهو أحد …»."""
    if unit.entity:
        return False
    return (
        is_particle(unit, "relative", "pronoun", "time", "number")
        or (is_particle(unit, "adverb") and not is_particle(unit, "preposition"))
        or unit.noun in BRIDGES
        or unit.form in alias_cues()
        or unit.form[0].isdigit()
        or (unit.noun in adjectives() and not unit.definite and not unit.prefix)
    )


BRIDGES = frozenset(
    (
        "منصب",
        "موقع",
        "مهمه",
        "مهام",
        "وظيفه",
        "احد",
        "احدي",
        "ابرز",
        "اول",
        "نفسه",
        "لقب",
        "عاما",
        "سابقا",
        "قبلها",
        "حينها",
        "انذاك",
        "وقتها",
        "برتبه",
        "جنسيه",
    )
)
BRIDGE_VERBS = frozenset(
    (
        "شغل",
        "تولي",
        "كان",
        "اصبح",
        "عمل",
        "عين",
        "تسلم",
        "استلم",
        "تقلد",
        "باشر",
        "تبوا",
        "بات",
        "ظل",
        "عاد",
        "عد",
        "اعتبر",
        "يعد",
        "صار",
        "بقي",
        "مازال",
        "زال",
    )
)


def _is_led(units: Sequence[Unit], start: int, at: int) -> bool:
    """Say whether a preposition governs the person at `at`, over his titles: «المكلف [من اللواء] سالم»."""
    while at - 1 > start and units[at - 1].noun in titles() and not units[at - 1].entity:
        at -= 1
    return at > start and is_particle(units[at - 1], "preposition")


def _after(units: Sequence[Unit], start: int, at: int) -> tuple[Unit, ...]:
    called = False
    for position in range(at, min(len(units), at + AFTER_REACH)):
        unit = units[position]
        if unit.kind is Kind.PERSON:
            led = _is_led(units, at, position)
            if unit.joined or led or (unit.clitic and not called):
                return ()
            people = _listed(units, position)
            alone = position > at and len(people) == 1 and is_many(units[start])
            return () if alone else people
        if unit.form in alias_cues() or "call" in name_parts().get(unit.form, ()):
            called = True
            continue
        if unit.form == ":" and position + 1 < len(units):
            if units[position + 1].kind is Kind.PERSON:
                continue
            break
        if not _is_passed(units, at, position):
            break
    return ()


def _is_passed(units: Sequence[Unit], start: int, at: int) -> bool:
    """Say whether the unit may stand between a post and the name of its holder."""
    unit, before = units[at], units[at - 1]
    if unit.stops or is_verb(unit) or is_particle(unit, "relative", "complementizer"):
        return False
    if is_particle(unit, "coordinator") or (unit.joined and not is_particle(unit, "relative")):
        return False
    if not unit.entity and (unit.noun in _deeds() or _is_telling(unit)):
        return False  # «قيادي في الحركة، مشيراً إلى مقتل سالم»
    within = is_particle(before, "preposition") and not before.entity
    title = titles().get(unit.noun) if not unit.entity else None
    if title and title.relation:
        named = at + 1 < len(units) and units[at + 1].kind is Kind.PERSON
        return not (within or unit.pronoun or (named and not unit.definite))
    if unit.entity:
        place = unit.kind in (Kind.PLACE, Kind.STATE)
        apposed = at == start and not unit.is_mark
        return place or within or apposed or bool(unit.clitic)
    if is_particle(unit, "pronoun"):
        return at == start
    return (
        within
        or unit.form.startswith("لل")
        or (bool(unit.clitic) and unit.noun not in noun_frames())
        or is_particle(unit, "preposition", "time", "number", "direction", "adverb")
        or unit.form in COMMAS
        or unit.noun in cued("style")
        or unit.noun in titles()
        or unit.noun in modifier_frames()
        or unit.noun in adjectives()
        or unit.form[0].isdigit()
        or (unit.definite and unit.noun.endswith(("ي", "يه", "ين")))
    )


@cache
def _deeds() -> frozenset[str]:
    """Return the nouns of deeds that persons suffer: «مقتل»."""
    return nouns_of("killed", "detained")


def _is_telling(unit: Unit) -> bool:
    """Say whether a word in the accusative tells that someone goes on to say: «مشيراً إلى», «مؤكداً أن»."""
    plain = unit.form.endswith("ا") and unit.form.startswith("م") and not unit.definite
    return plain and unit.noun not in titles() and unit.noun not in modifier_frames()


def _listed(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return the person at `at` and those joined to him, but not one whose own post follows."""
    people = [units[at]]
    at += 1
    while at < len(units) and units[at].kind is Kind.PERSON and units[at].joined:
        if at + 1 < len(units) and titles().get(units[at + 1].noun):
            break
        people.append(units[at])
        at += 1
    return tuple(people)
