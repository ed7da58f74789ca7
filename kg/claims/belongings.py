"""Belongings: what a name is said to be one of — «سالم، أحد قادة الحركة», «لواء X من أبرز فصائل الجبهة»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kg.arabic.words import bare
from kg.claims.clauses import ACTORS, antecedent, with_coordinates
from kg.claims.drafts import ENDS, GROUPS, PERSON, Draft, pairs
from kg.claims.phrases import COMMAS, phrase
from kg.claims.predicates import PRONOUNS, pronoun_means
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import Belonging, belongings, cued, holders
from kg.lexicon.words import alias_cues, group_words, place_words, titles
from kg.model import Kind

REACH = 7


def read(units: Sequence[Unit], before: Sequence[Unit], said: Subjects) -> Iterator[Draft]:
    """Yield what the names of a sentence are said to be one of; `before` is the sentence before it.

    One of the factions «in a region» is active there.
    """
    known = belongings()
    ranked = titles()
    calling = _calling()
    for at, unit in enumerate(units):
        if unit.noun not in calling and unit.form not in calling:
            continue
        if unit.form == "من" and at and _may_tell_of(units, at):
            yield from _person_of(units, at)
            continue
        if unit.noun in ranked and ranked[unit.noun].rank == "rank":
            yield from _officer(units, at, before, said)
            continue
        if at == 0 or (unit.noun not in known and unit.form not in known):
            continue
        frame = belonging(unit)
        mark = one_of(units, at) if frame is not None else None
        if frame is None or mark is None:
            continue
        members = before_mark(units, mark, before, ENDS[frame.verb][0], said)
        bodies = body(units, at, frame, before) if members else ()
        yield from pairs(frame.rule, frame.verb, members, bodies, at)
        if frame.rule == "component-noun" and bodies and _is_inside(units, bodies[0]):
            yield from pairs("one-there", "operatesIn", members, bodies, at)


def _officer(
    units: Sequence[Unit], at: int, before: Sequence[Unit], said: Subjects
) -> Iterator[Draft]:
    """Yield the force an officer is of: «سالم، وهو نقيب في الجيش», «العقيد في الجيش سالم»."""
    start = at + 1
    while start < len(units) and start < at + 4 and _passes(units[start]):
        start += 1
    if units[at].entity or start >= len(units):
        return
    inside = units[start].form == "في" and start + 1 < len(units)
    found = phrase(units, start + inside) if inside or units[start].clitic == "ب" else None
    if found is None or not found.bearers or units[found.bearers[0]].kind not in GROUPS:
        return
    after = found.end + (found.end < len(units) and units[found.end].form in COMMAS)
    person = units[after] if after < len(units) else None
    named = person is not None and person.kind is Kind.PERSON and not person.prefix
    people = (person,) if named and person else before_mark(units, at, before, PERSON, said)
    yield from pairs("officer", "memberOf", people, [units[found.bearers[0]]], at)


@cache
def _calling() -> frozenset[str]:
    """Return the words that call for a look at whom they tell of."""
    ranks = (form for form, title in titles().items() if title.rank == "rank")
    return frozenset(("من", *ranks, *belongings()))


def _may_tell_of(units: Sequence[Unit], at: int) -> bool:
    """Say whether «من» after a person may tell what he is of: after a comma, or before a tribe."""
    if units[at - 1].form in ("هو", "هي") and at > 1:
        return True
    tribe = at + 1 < len(units) and units[at + 1].form in cued("kindred")
    return units[at - 1].form in COMMAS or (tribe and units[at - 1].kind is Kind.PERSON)


def _person_of(units: Sequence[Unit], at: int) -> Iterator[Draft]:
    """Yield what a person is of: «سالم، من لواء الفجر، …», «سالم، من بلدة الوادي، …»."""
    of = units[at + 1] if at + 1 < len(units) else None
    apart = units[at - 1].form in COMMAS
    told = units[at - 1].form in ("هو", "هي") and units[at - 1].joined
    person = _person_before(units, at - 1) if apart or told else units[at - 1]
    if person is None or of is None or not of.entity or of.clitic:
        return
    if of.kind in GROUPS:
        yield from pairs("person-of", "memberOf", [person], [of], at)
    elif of.form in place_words():
        yield from pairs("person-from", "comesFrom", [person], [of], at)


def _person_before(units: Sequence[Unit], at: int) -> Unit | None:
    """Return the person before the comma at `at`, over when or what he was: «سالم، مواليد 1978[،] من …»."""
    for unit in reversed(units[max(0, at - 6) : at]):
        if unit.entity or unit.stops or is_verb(unit) or is_particle(unit, "preposition"):
            return unit if unit.kind is Kind.PERSON else None
    return None


def belonging(unit: Unit) -> Belonging | None:
    """Return what the noun at a unit, or at the head of its name («فصائل الجيش الوطني»), makes of one of them."""
    if unit.mention is not None:
        found = belongings().get(unit.form)
        many = found and (unit.form in cued("many") or found.rule == "member-noun")
        return found if many and " " in unit.mention.name else None
    if unit.anaphor or is_verb(unit) or unit.is_mark:
        return None
    return belongings().get(unit.noun)


def one_of(units: Sequence[Unit], at: int) -> int | None:
    """Return where «أحد», «من أبرز», «واحد من أهم» before the noun at `at` begin, if they stand there."""
    position = at - 1
    while position >= 0 and units[position].form in cued("foremost") and not units[position].entity:
        position -= 1
    foremost = position < at - 1
    if position > 0 and units[position].form in ("بين", "ضمن"):
        position -= 1
    if position < 0 or units[position].entity or units[position].form != "من":
        return position + 1 if foremost else None
    if position > 1 and units[position - 1].form in cued("other") and units[position - 1].joined:
        return position - 1
    if position and units[position - 1].form in ("واحد", "واحده", "هم", "هو", "هي", "ايضا"):
        position -= 1
    return position


def before_mark(
    units: Sequence[Unit],
    mark: int,
    before: Sequence[Unit],
    kinds: frozenset[Kind] = ACTORS,
    said: Subjects | None = None,
) -> tuple[Unit, ...]:
    """Return the names that «أحد …» at `mark` is said of: right before, over commas, copulas and pronouns.

    Where a copula has nothing before it, its subject, if who the verbs are `said` of is known.
    """
    if units[mark].form in PRONOUNS and units[mark].joined and said is not None:
        meant = pronoun_means(units, mark, before, said)
        if meant and meant[0].kind in kinds:
            return meant
    copula = None
    for position in range(mark - 1, max(-1, mark - 1 - REACH), -1):
        unit = units[position]
        if unit.entity:
            if unit.kind not in kinds:
                if _is_object(units, position, mark):
                    break
                continue
            return tuple(units[h] for h in with_coordinates(units, position))
        if unit.form in ("هو", "هي"):
            pronoun = "ه" if unit.form == "هو" else "ها"
            who = antecedent(units, position, pronoun, before, actors_only=True)
            return (who,) if who and who.kind in kinds else ()
        if unit.form in cued("copula"):
            copula = position
        elif not _passes(unit):
            break
    subject = said.get(copula, ()) if said and copula is not None else ()
    return tuple(u for u in subject if u.kind in kinds)


def _is_object(units: Sequence[Unit], at: int, mark: int) -> bool:
    """Say whether the place at `at` is what a verb tells of: «طهر الجيش [البلدة] من عناصر …»."""
    if units[at].kind is not Kind.PLACE or units[mark].form != "من" or mark != at + 1:
        return False
    return not (units[at].clitic or (at and is_particle(units[at - 1], "preposition")))


def _passes(unit: Unit) -> bool:
    """Say whether a unit may stand between a name and what it is one of."""
    if unit.form in COMMAS or unit.form in alias_cues():
        return True
    title = titles().get(unit.noun)
    trait = title is not None and title.rank == "trait"
    return trait or is_particle(unit, "relative", "adverb", "time")


def body(
    units: Sequence[Unit], at: int, frame: Belonging, before: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Return what the many at `at` are of: in construct, after «في» or «لـ», or as a pronoun."""
    if units[at].mention is not None:
        return (units[at],)
    if units[at].pronoun and units[at].pronoun != "ي":
        who = antecedent(units, at, units[at].pronoun, before, actors_only=True)
        return (who,) if who else ()
    position = at + 1
    while position < len(units) and position - at < 4 and _describes(units[position]):
        position += 1
    if position >= len(units):
        return ()
    unit = units[position]
    link = unit.form if is_particle(unit, "preposition") and not unit.entity else unit.clitic
    if link and link not in ("في", "ل", "ب", "لدي", "داخل", "ضمن", *frame.links):
        return ()
    found = phrase(units, position + (link == unit.form))
    if found is None or (found.head and not _stands(found.head)):
        return ()
    return tuple(units[b] for b in found.bearers)


def _is_inside(units: Sequence[Unit], place: Unit) -> bool:
    """Say whether a place is where the many are, not what they are loyal to."""
    before = units[units.index(place) - 1]
    inside = is_particle(before, "preposition") and before.form not in ("ل", "من")
    return place.clitic == "ب" or inside


def _describes(unit: Unit) -> bool:
    """Say whether a word only describes the many: «أحد القادة [الميدانيين] في …»."""
    if unit.entity or unit.clitic or is_verb(unit) or unit.is_mark:
        return False
    return unit.definite and not (unit.noun in holders() or unit.noun in group_words())


def _stands(head: str) -> bool:
    return head in holders() or head in group_words() or bare(head) in holders()
