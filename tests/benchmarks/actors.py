"""Resolving at scale: an invented corpus with known truth, its B-cubed scores, time, memory and growth.

`python tests/benchmarks/actors.py [MENTIONS …]` — by default 10000 and 100000; try 1000000.

The corpus imitates news: few actors are named often and most seldom (Zipf); a person is printed by full name, with
title, with the father's name, by kunya and family, by kunya or family name alone, with a slip of the pen,
without article, or in Latin letters; some persons share a full name but not the group they belong to;
groups are printed with and without label, head or country, their numbers in digits or words.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from bisect import bisect
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import log

from kg.entities.resolving import resolution
from kg.lexicon.lexemes import lexemes
from kg.lexicon.names import common_families, sounds
from kg.lexicon.words import given_names
from kg.model import Article, Claim, Entity, Kind, Moment, Reading, Span, Stance

PER_ARTICLE = 5
GIVEN = sorted(name for name, trap in given_names().items() if not trap and " " not in name)[::9]
COMMON = sorted(common_families())
HEADS = ("لواء", "كتيبة", "فرقة", "سرايا", "فوج", "حركة")
CALLED = (
    *("فجر", "صقور", "درع", "أسود", "نسور", "أنصار", "مشاعل", "سيوف"),
    *("رايات", "شهداء", "أحرار", "حماة", "جند", "فرسان", "سواعد", "بيارق"),
)
STATES = ("syria", "iraq", "yemen", "libya", "sudan", "lebanon")
TITLES = ("العميد", "العقيد", "القيادي", "الشيخ", "المقدم", "النقيب", "الحاج", "المدعو")
ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")


@dataclass(frozen=True)
class Person:
    """A true person."""

    given: str
    father: str
    family: str
    kunya: str
    group: int


@dataclass(frozen=True)
class Group:
    """A true group: a unit by number, or one that is called by something."""

    head: str
    called: str
    number: int


def word(chance: random.Random) -> str:
    """Invent a word of consonants and long vowels, as family names have."""
    letters = "بتجحخدرزسشصضطعغفقكلمنهوي"
    body = "".join(chance.choice(letters) for _ in range(chance.choice((2, 3, 3))))
    return f"{body[0]}{chance.choice(('', 'ا', 'و', 'ي'))}{body[1:]}{chance.choice(('', 'ا'))}{chance.choice(letters)}"


class Corpus:
    """Readings that are made anew each time they are walked through, always the same."""

    def __init__(self, mentions: int, seed: int = 0) -> None:
        chance = random.Random(seed)
        self.articles = mentions // PER_ARTICLE
        self.groups = [self._group(chance, at) for at in range(max(20, mentions // 100))]
        self.persons = self._persons(chance, max(50, mentions // 25))
        self.weights = {
            "persons": list(accumulate(1 / (at + 3) for at in range(len(self.persons)))),
            "groups": list(accumulate(1 / (at + 3) for at in range(len(self.groups)))),
        }
        self.seed = seed

    def _group(self, chance: random.Random, at: int) -> Group:
        if at % 12 == 0:
            return Group(chance.choice(HEADS[:5]), "", 100 + at)
        return Group(chance.choice(HEADS), f"{chance.choice(CALLED)} ال{word(chance)}", 0)

    def _persons(self, chance: random.Random, count: int) -> list[Person]:
        found: list[Person] = []
        for at in range(count):
            given, father, kunya = (chance.choice(GIVEN) for _ in range(3))
            family = chance.choice(COMMON) if at % 5 == 0 else f"ال{word(chance)}ي"
            if at % 50 == 7:
                given, family = found[at // 2].given, found[at // 2].family
            found.append(Person(given, father, family, kunya, chance.randrange(len(self.groups))))
        return found

    def __iter__(self) -> Iterator[Reading]:
        for reading, _ in self.told():
            yield reading

    def told(self) -> Iterator[tuple[Reading, dict[str, str]]]:
        """Yield readings with the truth: entity's id → who it is."""
        chance = random.Random(self.seed + 1)
        for number in range(self.articles):
            yield self._reading(chance, number)

    def _drawn(self, chance: random.Random, what: str) -> int:
        weights = self.weights[what]
        return bisect(weights, chance.random() * weights[-1])

    def _reading(self, chance: random.Random, number: int) -> tuple[Reading, dict[str, str]]:
        truth: dict[str, str] = {}
        entities: list[Entity] = []
        claims: list[Claim] = []
        seen: dict[str, str] = {}

        def add(who: str, kind: Kind, name: str) -> str:
            if who not in seen:
                seen[who] = f"e{len(entities) + 1}"
                entities.append(Entity(seen[who], kind, (name,)))
                truth[seen[who]] = who
            return seen[who]

        land = chance.randrange(len(STATES))
        state = lexemes()[STATES[land]]
        while len(entities) < PER_ARTICLE:
            at = self._drawn(chance, "persons")
            person = self.persons[at]
            if person.group % len(STATES) != land:
                continue
            one = add(f"p{at}", Kind.PERSON, print_person(chance, person))
            group = add(
                f"g{person.group}", Kind.ARMED_GROUP, print_group(chance, self.groups[person.group])
            )
            if chance.random() < 0.8:
                claims.append(
                    Claim(0, one, "memberOf", group, Stance.AFFIRMED, 0.9, "made", Span(0, 1))
                )
        entities.append(Entity("land", Kind.STATE, state.names_ar[:1], state.id))
        day = f"{2012 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}"
        article = Article(f"a{number:07}", f"a{number}", ".", issued=Moment.parse(day))
        return Reading(article, (Span(0, 1),), tuple(entities), tuple(claims)), truth


def print_person(chance: random.Random, person: Person) -> str:
    """Print a person in one of the ways of news."""
    given, family = person.given, person.family
    way = chance.random()
    if way < 0.55:
        return f"{given} {family}"
    if way < 0.70:
        return f"{chance.choice(TITLES)} {given} {family}"
    if way < 0.80:
        return f"{given} {chance.choice(('', 'بن '))}{person.father} {family}"
    if way < 0.86:
        return f"أبو {person.kunya} {given} {family}"
    if way < 0.89:
        return f"أبو {person.kunya}"
    if way < 0.92:
        return family
    if way < 0.95:
        return f"{given} {family.removeprefix('ال')}"
    if way < 0.975:
        return f"{given} {slip(chance, family)}"
    return f"{romanised(given)} al-{romanised(family.removeprefix('ال'))}"


def slip(chance: random.Random, name: str) -> str:
    """Let the pen slip: two letters swapped, or one doubled."""
    at = chance.randrange(3, max(4, len(name) - 1))
    if chance.random() < 0.6:
        return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    return name[:at] + name[at] + name[at:]


def romanised(name: str) -> str:
    """Spell an Arabic word in Latin letters, a short vowel between consonants."""
    letters = [sounds().get(letter, ("",))[0] for letter in name]
    spelled = ""
    for letter in letters:
        gap = spelled[-1:] not in "aiueo" and letter[:1] not in "aiueo" and spelled
        spelled += ("a" if gap else "") + letter
    return spelled.capitalize()


def print_group(chance: random.Random, group: Group) -> str:
    """Print a group in one of the ways of news."""
    if group.number:
        head = group.head if group.head == "سرايا" else f"ال{group.head}"
        return f"{head} {'رقم ' if chance.random() < 0.2 else ''}{group.number}"
    way = chance.random()
    if way < 0.75:
        return f"{group.head} {group.called}"
    if way < 0.88:
        return f"ميليشيا {group.head} {group.called}"
    return group.called


def b_cubed(
    found: dict[tuple[str, str], str], truth: dict[tuple[str, str], str]
) -> tuple[float, float]:
    """Return B-cubed precision and recall (Bagga and Baldwin 1998) over all mentions."""
    both = Counter((found[member], truth[member]) for member in truth)
    clusters, actors = Counter(found[member] for member in truth), Counter(truth.values())
    precision = sum(n * n / clusters[cluster] for (cluster, _), n in both.items()) / len(truth)
    recall = sum(n * n / actors[actor] for (_, actor), n in both.items()) / len(truth)
    return precision, recall


def measure(mentions: int) -> float:
    """Resolve a corpus, print its figures, and return the seconds it took."""
    corpus = Corpus(mentions)
    start = time.perf_counter()
    outcome = resolution(corpus)
    seconds = time.perf_counter() - start
    truth = {
        (reading.article.id, id): who for reading, told in corpus.told() for id, who in told.items()
    }
    found = {member: one.id for one in outcome.entities for member in one.members}
    precision, recall = b_cubed(found, truth)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(
        f"{len(truth):9,} mentions {len(set(truth.values())):8,} actors {len(outcome.entities):8,} entities"
        f" {outcome.compared:10,} pairs  P {precision:.4f} R {recall:.4f}"
        f"  {seconds:7.1f} s {memory:6,.0f} MiB",
        flush=True,
    )
    return seconds


def main(sizes: list[int]) -> None:
    """Measure corpora of growing size, and how the time grows with them."""
    times = [measure(size) for size in sizes]
    for (one, other), (before, after) in zip(pairwise(sizes), pairwise(times), strict=True):
        power = log(after / before) / log(other / one)
        print(f"from {one:,} to {other:,} the time grows with the power {power:.2f}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
