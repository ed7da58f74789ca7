"""Modifiers: claims by participles that follow a name — «المدعومة من X», «التابعة لـ X», «الخاضعة لسيطرة X»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from kg.arabic.words import bare
from kg.claims.belongings import before_mark, one_of
from kg.claims.clauses import antecedent
from kg.claims.components import bodies_listed, opens
from kg.claims.drafts import GROUPS, Draft, pairs
from kg.claims.phrases import COMMAS, phrase
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import ModifierFrame, cued, holders, modifier_frames
from kg.lexicon.lexemes import forms
from kg.lexicon.words import group_words, titles
from kg.model import Kind, Mention

REACH = 6


def read(units: Sequence[Unit], before: Sequence[Unit]) -> Iterator[Draft]:
    """Yield what the participles of a sentence say of the name before them."""
    known = modifier_frames()
    for at, unit in enumerate(units):
        if unit.noun not in known or unit.entity or is_verb(unit):
            continue
        for frame in known[unit.noun]:
            others = _governed(units, at, frame, before)
            heads = (
                (
                    _heads(units, at, frame.verb in ("controls", "attacked"))
                    or others_of(units, at - 1)
                    or _named_after(units, at)
                )
                if others
                else []
            )
            if not heads:
                continue
            ends = (heads, others) if frame.head == "subject" else (others, heads)
            drafts = pairs(frame.rule, frame.verb, *ends, at)
            yield from drafts
            if drafts:
                break


def within(units: Sequence[Unit], patrons: Mapping[Mention, Unit]) -> Iterator[Draft]:
    """Yield what the participle in a group's own name says of it: «القوات الموالية لإيران»."""
    for at, unit in enumerate(units):
        patron = patrons.get(unit.mention) if unit.mention else None
        if patron is None or unit.mention is None:
            continue
        words = forms(unit.mention.name)
        for word, after in pairwise(words):
            for frame in modifier_frames().get(bare(word), ()):
                if after.startswith(frame.preposition):
                    ends = ([unit], [patron]) if frame.head == "subject" else ([patron], [unit])
                    yield from pairs(frame.rule, frame.verb, *ends, at)
                    break


def _governed(
    units: Sequence[Unit], at: int, frame: ModifierFrame, before: Sequence[Unit]
) -> list[Unit]:
    """Return the names the participle's preposition governs, or who its pronoun stands for."""
    want = frame.preposition
    following = units[at + 1] if at + 1 < len(units) else None
    if following and _says_how(following):
        return [following]
    for position in range(at + 1, min(len(units), at + 5)):
        unit = units[position]
        if unit.stops or is_verb(unit):
            break
        if want == "ل" and unit.form in ("له", "لها", "لهم"):
            own = _head(units, at, False)
            end = units.index(own) if own in units else at
            who = antecedent(units, end, unit.form[1:], before, actors_only=True)
            return [who] if who else []
        fused = unit.prefix[-1:] + unit.noun
        if len(want) > 2 and want[0] in "لب":
            if fused == want or unit.prefix[-1:] + unit.form == want:
                found = phrase(units, position + 1)
                return [units[b] for b in found.bearers] if found else []
            continue
        start = (
            position + 1
            if unit.form == want and not unit.entity
            else position
            if unit.clitic == want
            else None
        )
        if start is not None and start + 1 < len(units) and units[start].form in ("قبل", "جانب"):
            start += 1
        if start is not None and start < len(units):
            found = phrase(units, start)
            if found and found.bearers:
                return [units[b] for b in _close(units, found.bearers)]
            continue
        if is_particle(unit, "preposition", "relative"):
            break
    return []


def _close(units: Sequence[Unit], bearers: Sequence[int]) -> list[int]:
    """Return the names governed up to a comma, after which others may go on: «التابع لـ X، وY»."""
    found = list(bearers[:1])
    for bearer in bearers[1:]:
        between = units[found[-1] + 1 : bearer]
        if any(unit.form in COMMAS or unit.noun in titles() for unit in between):
            break  # «التابع للحركة وقائداً للجبهة» tells of two
        found.append(bearer)
    return found


def _says_how(unit: Unit) -> bool:
    """Say whether a state right after a participle tells how: «مدعوم إيرانياً», «مدعوم روسيا»."""
    if unit.kind is not Kind.STATE or unit.mention is None or unit.prefix:
        return False
    return unit.mention.found_by == "adjective" or unit.form.endswith("ا")


def is_adverbial(unit: Unit) -> bool:
    """Say whether a state stands as an adverb for certain: «مدعوم إيرانياً»."""
    if unit.kind is not Kind.STATE or unit.mention is None or unit.prefix:
        return False
    adjective = unit.mention.found_by == "adjective" and unit.form.endswith("ا")
    return adjective or TANWIN in unit.mention.name[-2:]


TANWIN = "\N{ARABIC FATHATAN}"


def _first_of_two(units: Sequence[Unit], at: int) -> int | None:
    """Return the participle that the one at `at` is joined to: «اللواء [التابع] لـX والمدعوم من Y»."""
    if not units[at].joined:
        return None
    for position in range(at - 1, max(-1, at - 1 - REACH), -1):
        unit = units[position]
        if unit.stops or is_verb(unit):
            break
        if unit.noun in modifier_frames() and not unit.entity:
            alike = unit.definite == units[at].definite and not unit.joined
            same = unit.noun.endswith("ه") == units[at].noun.endswith("ه")
            return position if alike and same else None
    return None


def _differs(participle: Unit, name: Unit) -> bool:
    """Say whether a participle cannot be said of a name for its gender: «سالم …، المدعومة من»."""
    if name.kind is Kind.PERSON:
        return participle.noun.endswith("ه")
    label = group_words().get(name.form)
    return participle.noun.endswith("ه") and name.gender == "m" and not (label and label.plural)


def _is_noun(unit: Unit) -> bool:
    return not unit.entity and (unit.noun in holders() or unit.noun in group_words())


def _heads(units: Sequence[Unit], at: int, ground: bool) -> list[Unit]:
    """Return the names a participle is said of: all of a list, where it agrees with many or with none of one."""
    head = _head(units, at, ground)
    if head is None:
        return []
    chain, start = _chain(units, units.index(head))
    if len(chain) == 1 or not units[at].noun.endswith(("ه", "ين", "ون", "ان")):
        return [head]
    many = start > 0 and _is_many(units[start - 1])
    dual = units[at].noun.endswith("ان")
    return chain if many or dual or head.gender == "m" else [head]


def others_of(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the bodies joined with the many at `at`: «[A وB] وفصائل أخرى تابعة …», «[A وB] وغيرهما من الفصائل …»."""
    while at > 1 and (units[at].form in cued("other") or not units[at].noun):
        at -= 1
    word = group_words().get(units[at].noun) if at > 1 and not units[at].entity else None
    if word is None or not word.plural:
        return []
    start = at
    if units[at - 1].form == "من" and units[at - 2].form in cued("other"):
        start = at - 2
    last = start - 1 - (units[start - 1].form in COMMAS)
    if not units[start].joined or last < 0 or units[last].kind not in GROUPS:
        return []
    return list(reversed(_chain(units, last)[0]))


def _named_after(units: Sequence[Unit], at: int) -> list[Unit]:
    """Return the bodies named after the many the participle is said of: «الفصائل المدعومة من X، أبرزها [A وB]»."""
    before = units[at - 1] if at else None
    word = group_words().get(before.noun) if before and before.definite else None
    if word is None or not word.plural:
        return []
    for position in range(at + 1, min(len(units), at + 10)):
        if opens(units[position]):
            listed = bodies_listed(units, position + 1)
            at_once = bool(listed) and listed[0] is units[position + 1]
            return listed if at_once else []
        if units[position].stops or is_verb(units[position]):
            break
    return []


def _is_of_men(participle: Unit) -> bool:
    return not participle.definite and participle.noun.endswith(("ين", "ون"))


def _is_predicate(units: Sequence[Unit], at: int) -> bool:
    """Say whether a noun tells what the name before it is deemed to be: «يعد لواء الفجر [فصيلا]»."""
    unit = units[at]
    deemed = at > 1 and units[at - 2].form in cued("copula")
    plain = not (unit.entity or unit.definite or unit.prefix or unit.pronoun)
    return deemed and plain and unit.noun in group_words()


def _is_thing(units: Sequence[Unit], position: int, at: int) -> bool:
    """Say whether an indefinite noun is what an indefinite participle tells of: «[مصادر] إعلامية تابعة لـ…»."""
    unit = units[position]
    plain = not (unit.definite or unit.pronoun or unit.is_mark or is_particle(unit))
    governed = unit.clitic or (position and is_particle(units[position - 1], "preposition"))
    return plain and bool(governed) and at - position <= 2


def _chain(units: Sequence[Unit], at: int) -> tuple[list[Unit], int]:
    """Return the names joined with the one at `at`, from the last back, and where the first stands."""
    found = [units[at]]
    while at > 0 and units[at].joined:
        before = at - 1 - (units[at - 1].form in COMMAS)
        if before < 0 or units[before].kind not in GROUPS or units[at].kind not in GROUPS:
            break
        at = before
        found.append(units[at])
    return found, at


def _is_many(unit: Unit) -> bool:
    """Say whether a noun brings in several names: «فصائل», «كل من»."""
    word = group_words().get(unit.noun)
    return (word is not None and word.plural and not unit.entity) or unit.form == "من"


def _head(units: Sequence[Unit], at: int, ground: bool) -> Unit | None:
    """Return the name the participle follows, over other adjectives and a mark.

    Where no `ground` is meant, also over where the one meant is: «الكتائب في [المدينة] التابعة لـ …».
    """
    first = _first_of_two(units, at)
    if first is not None:
        return _head(units, first, ground)
    for position in range(at - 1, max(-1, at - 1 - REACH), -1):
        unit = units[position]
        if unit.mention and unit.mention.found_by == "adjective":
            continue
        if unit.entity:
            located = unit.clitic == "ب" or (position and units[position - 1].form == "في")
            if unit.kind is Kind.PLACE and located and not ground:
                continue
            if position == at - 1 and _is_of_men(units[at]) and unit.kind in GROUPS:
                return None  # «تضم الحركة [منشقين عن …]»
            described = position > 0 and _is_noun(units[position - 1])
            if _differs(units[at], unit) and not described and len(_chain(units, position)[0]) < 2:
                continue
            return unit
        if is_particle(unit, "complementizer") and position == at - 1:
            pronoun = next((p for p in ("ها", "هم", "ه") if unit.form.endswith(p)), "")
            return antecedent(
                units, position, pronoun, (), actors_only=True
            )  # «يفترض [أنها] تابعة لـ…»
        if unit.stops or is_verb(unit) or is_particle(unit, "relative", "complementizer"):
            return None
        if (
            unit.definite
            and not unit.entity
            and (unit.noun in group_words() or unit.noun in holders())
        ):
            mark = one_of(units, position) if position else None
            found = before_mark(units, mark, ()) if mark is not None else ()
            return found[0] if found else None
        copula = position > 0 and is_particle(units[position - 1], "pronoun")
        before = units[position - 1] if position else None
        if before is not None and _is_predicate(units, position) and before.kind in GROUPS:
            return before  # «يعد [لواء الفجر] فصيلا تابعا لـ…»
        if (
            not copula
            and not units[at].definite
            and (_is_noun(unit) or _is_thing(units, position, at))
        ):
            return None
        if unit.form in COMMAS or unit.definite or unit.noun or is_particle(unit, "pronoun"):
            continue
    return None
