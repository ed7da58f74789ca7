"""Readings: which of the words that may be verb or noun is which, from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.phrases import COMMAS
from kg.claims.speakers import WE, said_of_us
from kg.claims.units import Unit, is_particle, is_verb, replace
from kg.lexicon.frames import cued, frame_nouns, holders, noun_frames, verb_frames
from kg.lexicon.posts import removals
from kg.lexicon.words import titles
from kg.model import Kind


def settle(units: Sequence[Unit]) -> list[Unit]:
    """Decide for each word that may be verb or noun which it is here.

    A noun after a preposition, with the article, or fused with one; a verb at the head of its clause.
    """
    return [
        _read(units, at, unit) if unit.verbs or unit.pronoun == WE or unit.form[:1] == "ن" else unit
        for at, unit in enumerate(units)
    ]


def _read(units: Sequence[Unit], at: int, unit: Unit) -> Unit:
    if unit.pronoun == WE or (unit.form[:1] == "ن" and not unit.verbs):
        unit = said_of_us(units, at)
    return _settled(units, at, unit) if unit.verbs and not unit.ours else unit


def _settled(units: Sequence[Unit], at: int, unit: Unit) -> Unit:
    before = units[at - 1] if at else None
    present = all([v.tense == "present" for v in unit.verbs])
    following = units[at + 1] if at + 1 < len(units) else None
    before_person = following and following.kind is Kind.PERSON and not following.clitic
    if before_person and any(v.lemma == "خلف" for v in unit.verbs):
        return replace(unit, classes=frozenset())
    if unit.classes and _is_surely_particle(unit, following):
        return replace(unit, verbs=())
    if unit.form in cued("later") and before and not (unit.joined or before.definite):
        return replace(unit, verbs=())  # «في وقت لاحق»
    title = titles().get(unit.noun)
    named = following is not None and following.entity and not following.clitic
    if title and title.relation and named and not present and not unit.pronoun:
        return replace(unit, verbs=())
    if unit.form == "فقد" and following and any(v.tense == "past" for v in following.verbs):
        return replace(unit, verbs=(), classes=ALREADY)  # «فقد انسحبت», not «lost»
    if unit.definite or (unit.clitic and not (present and unit.clitic == "ل")):
        return replace(unit, verbs=())
    if unit.clitic and unit.noun in holders() and named:
        return replace(unit, verbs=())  # «قصفه [لتجمع] الحركة»
    if (
        before
        and is_particle(before, "preposition")
        and not unit.joined
        and before.form not in OPEN
    ):
        return replace(unit, verbs=())
    return _nominal(units, at, unit, present)


def _is_surely_particle(unit: Unit, following: Unit | None) -> bool:
    """Say whether a particle that may be a verb is none here: «[من]», «[أمس] الأول», «[بعدها]»."""
    if not unit.classes.isdisjoint(FUNCTION):
        return True
    time = following is not None and is_particle(unit, "time")
    if time and following and (is_particle(following, "time") or following.noun == "يوم"):
        return True
    return bool(unit.pronoun) and is_particle(unit, "adverb")


FUNCTION = frozenset(("preposition", "relative", "complementizer", "demonstrative", "negation"))


def _nominal(units: Sequence[Unit], at: int, unit: Unit, present: bool) -> Unit:
    """Decide for a word that may also be an event noun, or another noun that frames know."""
    before = units[at - 1] if at else None
    whose = before and is_particle(before, "complementizer") and before.form.endswith(PRONOUNS)
    if whose or (before and before.form in RELATIVES and not unit.joined):
        return unit  # «أنه [تصدى] لهجوم», «الذي [قتل] بغارة»
    nominal = (
        unit.noun in frame_nouns()
        or unit.noun in noun_frames()
        or unit.noun in removals()
        or unit.noun in cued("repel")
        or unit.noun in cued("advance")
    )
    if nominal and unit.form.endswith("ا") and all(v.number == "d" for v in unit.verbs):
        return replace(unit, verbs=())  # «استهدف تجمعاً», «خلفاً له», no dual
    if not nominal or present:
        return unit
    if unit.form == unit.noun + "ا" and all(v.number == "d" for v in unit.verbs):
        return replace(unit, verbs=())  # «دعماً», seldom the dual of the verb
    if (
        before
        and not unit.joined
        and (is_particle(before, "preposition") or _heads_construct(before))
    ):
        return replace(unit, verbs=())
    if before and unit.joined and _is_deed(_settled(units, at - 1, before)):
        return replace(unit, verbs=())  # «من قتل [وجرح] …»
    if before and unit.joined and _goes_on(units, at):
        return replace(unit, verbs=())  # «تمكن من تدمير المقر [وأسر] …»
    if unit.pronoun and unit.noun.endswith("ه") and before and _is_run_on(before):
        return replace(unit, verbs=())  # «أطبق الجيش [سيطرته] …»
    if _governed_by_verb(units, at) or _has_noun_object(units, at) or _differs(units, at):
        return replace(unit, verbs=())
    after = units[at + 1] if at + 1 < len(units) else None
    if after and (after.clitic or is_particle(after, "preposition")) and not unit.pronoun:
        passive = any(v.voice == "passive" for v in unit.verbs)
        return unit if passive and is_particle(after) else replace(unit, verbs=())
    return unit


ALREADY = frozenset(("adverb",))
PRONOUNS = ("ه", "ها", "هم")
RELATIVES = frozenset(("الذي", "التي", "الذين"))
REACH = 40
"""How far before a noun the verb that governs it may stand."""
OPEN = frozenset(("من", "حتي", "منذ", "دون"))
"""Prepositions that are also conjunctions or relatives, so that a verb may follow."""


def _governed_by_verb(units: Sequence[Unit], at: int) -> bool:
    """Say whether a verb stands before in the clause: «واصلت الدولة دعم الفصيل»."""
    if units[at].joined:
        return False
    for position in range(at - 1, max(-1, at - REACH - 1), -1):
        unit = units[position]
        if unit.is_mark and _sets_time_apart(units, position):
            continue
        if unit.is_mark or is_particle(unit, "complementizer", "relative"):
            return False
        if is_verb(unit) and not unit.clitic and unit.noun not in noun_frames():
            return all(v.lemma != "كان" for v in unit.verbs)
    return False


def _is_run_on(before: Unit) -> bool:
    """Say whether a name right before makes a word with «ته» the object of a verb, no verb of its own."""
    return before.entity is not None and not before.is_mark


def _sets_time_apart(units: Sequence[Unit], at: int) -> bool:
    """Say whether a comma only sets a time apart: «استعاد الجيش[،] أمس الخميس[،] سيطرته …»."""
    near = (units[at - 1], units[at + 1]) if 0 < at < len(units) - 1 else ()
    return units[at].form in COMMAS and any(
        is_particle(unit, "time") or unit.noun == "يوم" for unit in near
    )


def _has_noun_object(units: Sequence[Unit], at: int) -> bool:
    """Say whether the agent after is followed by an object as the noun takes it: «دعم الدولة للفصيل»."""
    if at + 2 >= len(units) or not units[at + 1].entity or units[at + 1].clitic:
        return False
    after = units[at + 2]
    slots = {slot for frame in noun_frames().get(units[at].noun, ()) for slot in frame.object}
    slots |= cued("toward") if "toward" in slots else set()
    verbal = {f.object for v in units[at].verbs for f in verb_frames().get((v.lemma, v.voice), ())}
    taken = slots - verbal
    return (bool(after.entity) and after.clitic in taken) or after.form in taken


def _differs(units: Sequence[Unit], at: int) -> bool:
    """Say whether the name after cannot be the verb's subject for its gender: «قصف [بلدة X] من قبل …»."""
    if at + 1 >= len(units) or not units[at + 1].entity or units[at].pronoun:
        return False
    genders = {v.gender for v in units[at].verbs}
    return units[at + 1].gender == "f" and genders == {"m"} and not units[at + 1].clitic


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Say whether a deed is one more of those that a verb of managing brings in with a preposition."""
    if not any(frame.verb in DEEDS for frame in noun_frames().get(units[at].noun, ())):
        return False
    deed = False
    for position in range(at - 1, max(-1, at - SPAN), -1):
        unit = units[position]
        if unit.stops or is_particle(unit, "complementizer", "relative"):
            return False
        if is_verb(unit) and unit.noun not in noun_frames():
            return deed and any(v.lemma in cued("manage") for v in unit.verbs)
        governed = unit.clitic == "ب" or is_particle(units[position - 1], "preposition")
        deed = deed or (governed and unit.noun in noun_frames() and not unit.entity)
    return False


DEEDS = frozenset(("attacked", "killed", "detained"))
SPAN = 16
"""How far before a deed the verb of managing another may stand."""


def _is_deed(unit: Unit) -> bool:
    """Say whether a word is a bare event noun that another may be joined to."""
    bare = not (unit.verbs or unit.entity or unit.definite or unit.pronoun)
    return bare and unit.noun in noun_frames()


def _heads_construct(unit: Unit) -> bool:
    if is_particle(unit, "relative", "complementizer"):
        return False
    return bool(unit.noun) and not (unit.verbs or unit.definite or unit.entity or unit.is_mark)
