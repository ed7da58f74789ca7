"""Bodies: what a post is of — the body named after it, meant by its pronoun, or told by an adjective."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.arabic.words import bare
from kg.claims.clauses import is_unnamed, matches
from kg.claims.drafts import GROUPS
from kg.claims.memory import Memory
from kg.claims.phrases import COMMAS
from kg.claims.units import Unit, is_particle, is_verb
from kg.lexicon.frames import modifier_frames
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.posts import group_adjectives
from kg.lexicon.words import Title, name_parts, titles
from kg.model import Kind

BODY_REACH = 6
OF_CHARGE = "عن"
"""The preposition of «المسؤول عن»."""
INTO = frozenset(("في", "باسم", "ل", "ب", "لدي", "من", "ضمن", "داخل"))


def title_of(unit: Unit) -> Title | None:
    """Return the post a unit is, or `None`."""
    if unit.entity or is_verb(unit) or unit.is_mark:
        return None
    title = titles().get(unit.noun)
    if title is None or not title.relation:
        return None
    return None if unit.pronoun and "madda" in name_parts().get(unit.noun, ()) else title


def is_trait(unit: Unit) -> bool:
    """Say whether a unit only qualifies a post: «السابق», «العسكري»."""
    title = titles().get(unit.noun) if not unit.entity else None
    return title is not None and title.rank == "trait"


def bodies_from(units: Sequence[Unit], at: int) -> tuple[tuple[Unit, ...], int]:
    """Return the bodies a post is of, from `at`: over «باسم», «في», «لـ», and nouns in construct."""
    end = at
    while end < len(units) and end - at < BODY_REACH:
        unit = units[end]
        if unit.kind is Kind.PERSON:
            return (), end
        if unit.kind is Kind.STATE and end and is_particle(units[end - 1], "direction"):
            return (), end  # «زعيم شرق ليبيا» is not its head
        if unit.entity and unit.kind is not Kind.PLACE:
            found = [unit]
            end += 1
            while end < len(units) and units[end].joined and _is_alike(units[end], unit):
                found.append(units[end])
                end += 1
            return tuple(found), end
        if unit.stops or unit.form in COMMAS or is_verb(unit) or is_particle(unit, "relative"):
            break
        if is_particle(unit, "preposition") and unit.form not in INTO:
            if unit.form != OF_CHARGE or end + 1 >= len(units):
                break
            if not _is_in_charge(units, at, end):
                break
        if unit.joined and end > at and unit.definite and units[end - 1].definite:
            end += not (unit.entity or title_of(unit))
            if not unit.entity and title_of(unit) is None:
                continue  # «مدير إدارة الإعلام [والاتصال] في الوزارة»
        if unit.joined or (end > at and units[end - 1].definite and title_of(unit)):
            break
        end += 1
    return (), end


def _is_in_charge(units: Sequence[Unit], at: int, end: int) -> bool:
    """Say whether «عن» at `end` brings in of whom a person is in charge: not «الجهاز المسؤول عن [الأمن]»."""
    body = units[end + 1]
    before = units[at - 2] if at > 1 else None
    of_body = before is not None and before.kind in GROUPS
    return body.kind in GROUPS and body.mention is not None and not (body.anaphor or of_body)


def owned(units: Sequence[Unit], at: int) -> int | None:
    """Return the part of a body, by its pronoun, that a post from `at` on is of: «قائد [ذراعها] المسلح»."""
    for position in range(at, min(len(units), at + 3)):
        unit = units[position]
        if unit.entity or unit.is_mark or unit.joined or is_verb(unit) or unit.classes:
            break
        if unit.pronoun in ("ها", "هم", "ه") and unit.noun in PARTS:
            return position
    return None


PARTS = frozenset(
    (
        "جناح",
        "ذراع",
        "مجلس",
        "مكتب",
        "هييه",
        "اركان",
        "قوات",
        "جهاز",
        "فرع",
        "حرب",
        "لجنه",
        "فرقه",
        "صفوف",
    )
)
"""Nouns for parts of a body that stand with its pronoun."""


def _is_alike(unit: Unit, first: Unit) -> bool:
    return unit.kind is first.kind and unit.clitic in ("", first.clitic)


FAR = 100
"""How many words before a post the body its pronoun means may stand."""


def meant(
    units: Sequence[Unit], at: int, pronoun: str, before: Sequence[Unit], memory: Memory
) -> tuple[Unit, ...]:
    """Return whose post «قائدها», «نائبه» is: the last body that agrees, or that of the head named last."""
    title = title_of(units[at])
    personal = title is None or title.relation in ("deputyLeaderOf", "memberOf")
    row = [*before, *units[:at]][-FAR:]
    for position in range(len(row) - 1, -1, -1):
        unit = row[position]
        if is_unnamed(unit, pronoun) and not _is_of_next(row, position):
            return ()
        if unit.kind in GROUPS and (pronoun == "هم" or matches(pronoun, unit)):
            return (_whole(row, position, pronoun),)
        if unit.kind is Kind.PERSON and personal and _is_holder(units, at, unit):
            continue
        if unit.kind is Kind.PERSON and personal and matches(pronoun, unit):
            return memory.heads.get(unit.entity or "", ())
    alone = {unit.entity: unit for unit in row if unit.kind in GROUPS}
    return tuple(alone.values()) if len(alone) == 1 and not personal else ()


def _is_holder(units: Sequence[Unit], at: int, person: Unit) -> bool:
    """Say whether a person right before a post is its holder: «سالم و[راشد] (نائبه)»."""
    return not units[at].joined and at > 0 and units[at - 1] is person


def _is_of_next(row: Sequence[Unit], at: int) -> bool:
    """Say whether a noun is of the body named right after it: «عناصر [الحركة]», «قوات من [الحركة]»."""
    after = row[at + 1 : at + 3]
    told = any(u.definite or is_particle(u, "demonstrative") for u in after[:1])
    return told or any(unit.kind in GROUPS for unit in after)


def _whole(row: Sequence[Unit], at: int, pronoun: str) -> Unit:
    """Return the body that the one at `at` only tells whose it is: «[لواء الفجر] التابع للجيش الحر»."""
    position = at - 1
    attached = row[at].clitic == "ل"
    while position > max(0, at - 4) and not row[position].entity:
        part = row[position].noun in modifier_frames()
        attached = attached or part
        if not (part or is_particle(row[position], "preposition") or row[position].definite):
            return row[at]
        position -= 1
    head = row[max(position, 0)]
    fits = head.kind in GROUPS and matches(pronoun, head) and head.entity != row[at].entity
    return head if attached and position >= 0 and fits and not row[at].joined else row[at]


def by_adjective(units: Sequence[Unit], at: int, end: int, memory: Memory) -> tuple[Unit, ...]:
    """Return the group an adjective after the post names: «القيادي الحوثي»."""
    for unit in units[at + 1 : end + 1]:
        body = memory.known.get(group_adjectives().get(unit.noun, ""))
        if body is not None and not unit.entity:
            return (replace(body, start=unit.start, end=unit.end, anaphor=True),)
    return ()


def of_state(units: Sequence[Unit], at: int, memory: Memory) -> tuple[Unit, ...]:
    """Return the state a president known to the lexicon heads: «الرئيس السابق سالم الرواس»."""
    if not units[at].definite or "sovereign" not in name_parts().get(units[at].noun, ()):
        return ()
    person = next((u for u in units[at + 1 : at + 4] if not is_trait(u)), None)
    lexeme = lexemes().get(person.mention.lexeme or "") if person and person.mention else None
    if lexeme is None or lexeme.kind is not Kind.PERSON:
        return ()
    return tuple(memory.known[c] for c in lexeme.country[:1] if c in memory.known)


def of_staff(
    units: Sequence[Unit], at: int, memory: Memory, other: tuple[Unit, ...]
) -> tuple[tuple[Unit, ...], int]:
    """Return the army a post «… هيئة الأركان» is of: the one named last; `other` where the post is no such one."""
    end = at
    while end < min(len(units), at + 4) and not units[end].entity and not units[end].joined:
        if units[end].definite and "staff" in name_parts().get(units[end].noun, ()):
            army = _army(units[:at]) or memory.army
            end += 1
            while end < len(units) and is_trait(units[end]):
                end += 1
            return (army,) if army else (), end
        if units[end].is_mark or is_verb(units[end]) or units[end].classes:
            break
        end += 1
    return other, at


def _army(units: Sequence[Unit]) -> Unit | None:
    """Return the army named last."""
    armed = Kind.ARMED_GROUP
    for unit in reversed(units):
        if unit.mention is not None and unit.kind is armed:
            words = forms(unit.mention.name)
            if bare(words[0]) == "جيش" or words[:2] == ("القوات", "المسلحه"):
                return unit
    return None


def note_army(units: Sequence[Unit], memory: Memory) -> None:
    """Keep in `memory` the army a sentence names last."""
    memory.army = _army(units) or memory.army
