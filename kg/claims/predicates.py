"""Predicates: whom a post is said of by a verb or pronoun, apart from his name — «سالم … وكان قائداً», «وهو قيادي»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import agrees, matches
from kg.claims.incumbents import is_bridging, is_many
from kg.claims.phrases import COMMAS
from kg.claims.subjects import Subjects
from kg.claims.units import Unit, is_particle
from kg.lexicon.frames import cued
from kg.lexicon.posts import seats
from kg.lexicon.words import titles
from kg.model import Kind

REACH = 5
"""How many words may stand between «كان», «هو» and the post."""


def told_of(
    units: Sequence[Unit], at: int, before: Sequence[Unit], said: Subjects
) -> tuple[Unit, ...]:
    """Return who holds the post at `at` by a verb of being, or by a pronoun, that leads to it."""
    if is_many(units[at]) and not (at and units[at - 1].form in cued("foremost")):
        return ()
    for position in range(at - 1, max(-1, at - REACH), -1):
        unit = units[position]
        if is_bridging(unit):
            found = person_of(units, position, said, before)[:1]
            within = position > 0 and is_particle(units[position - 1], "relative")
            return tuple(u for u in found if not within or u in units[:position])
        if is_particle(unit, "complementizer") and unit.form.endswith(("انه", "انها")):
            return _told_that(units, position, said)
        if unit.form in PRONOUNS and not unit.entity:
            return pronoun_means(units, position, before, said)
        if not _leads(unit):
            break
    return ()


BETWEEN = frozenset(("من", "احد", "واحد", "فيما", "بعد"))
"""Other words that may stand there: «واحد من», «فيما بعد»."""


def person_of(
    units: Sequence[Unit], at: int, said: Subjects, before: Sequence[Unit] = ()
) -> tuple[Unit, ...]:
    """Return the person of whom the verb at `at` is said: for a joined one of no person, the last before.

    After «إنه» of whom is told in the sentence before, the person named last.
    """
    found = tuple(u for u in said.get(at, ()) if u.kind is Kind.PERSON)
    if not found and at and units[at - 1].form == "انه":
        row = [*reversed(units[: at - 1]), *reversed(before)]
        return tuple(u for u in row if u.kind is Kind.PERSON and u.gender != "f")[:1]
    if found or not (units[at].joined or (at and units[at - 1].form in COMMAS)):
        return found
    earlier = (said[position] for position in sorted(said, reverse=True) if position < at)
    people = (tuple(u for u in some if u.kind is Kind.PERSON) for some in earlier)
    told = next((some for some in people if some and agrees(units[at], some[0])), ())
    first = next((u for u in units[:3] if u.entity), None)
    if told or first is None or first.kind is not Kind.PERSON or first.prefix:
        return told
    return (first,)  # «- سالم، من مواليد 1969؛ ويشغل منصب …»


def _told_that(units: Sequence[Unit], at: int, said: Subjects) -> tuple[Unit, ...]:
    """Return whom «بأنه» means after a verb of telling what he is: «سالم الذي يوصف [بأنه] قيادي …»."""
    pronoun = "ها" if units[at].form.endswith("ها") else "ه"
    verb = max((position for position in said if position < at), default=None)
    subject = said[verb] if verb is not None else ()
    found = [u for u in subject if u.kind is Kind.PERSON and matches(pronoun, u)]
    return tuple(found[:1])


PRONOUNS = {"هو": "ه", "هي": "ها"}
"""The pronouns that a post may follow, and the suffix that means the same."""


def _leads(unit: Unit) -> bool:
    """Say whether a word may stand between the verb or pronoun and the post: «وهو [أيضاً من أبرز] قادة …»."""
    if unit.entity or unit.is_mark:
        return False
    title = titles().get(unit.noun)
    return (
        unit.noun in seats()
        or unit.form in cued("foremost")
        or unit.form in BETWEEN
        or (title is not None and not title.relation)
        or is_particle(unit, "adverb", "time", "number")
    )


def pronoun_means(
    units: Sequence[Unit], at: int, before: Sequence[Unit], said: Subjects
) -> tuple[Unit, ...]:
    """Return the person a pronoun with his post means: of whom the last verb is said, else the last one named.

    A body named alone in between, which «هو» may mean as well, is not passed over.
    """
    pronoun = PRONOUNS[units[at].form]
    verb = max((position for position in said if position < at), default=None)
    subject = said[verb] if verb is not None else ()
    if len(subject) == 1 and subject[0].kind is Kind.PERSON and matches(pronoun, subject[0]):
        return subject
    for unit in [*reversed(units[:at]), *reversed(before)]:
        if unit.kind is Kind.PERSON and matches(pronoun, unit):
            return (unit,)
    return ()
