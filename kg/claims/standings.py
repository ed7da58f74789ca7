"""Standings: what a post makes of its holder — a head of the body, or one of its members."""

from __future__ import annotations

from collections.abc import Sequence

from kg.arabic.words import bare
from kg.claims.bodies import OF_CHARGE, is_trait
from kg.claims.incumbents import is_many
from kg.claims.units import Unit
from kg.lexicon.frames import cued
from kg.lexicon.words import Title, group_words, name_parts
from kg.model import Kind


def relation_of(units: Sequence[Unit], at: int, title: Title, bodies: Sequence[Unit]) -> str:
    """Return what the post makes of its holder: a head, or a member where it is one of many or within the body."""
    relation = title.relation
    if bodies[0].anaphor and bodies[0].mention is None and bodies[0] not in units:
        return "memberOf" if relation == "commands" else relation
    end = next((p for p in range(at, len(units)) if units[p] in bodies), at)
    if title.construct and end > at and units[end - 1].form == OF_CHARGE:
        return title.construct  # «المسؤول عن الحركة»
    inside = end > at and (units[end - 1].form in INSIDE or units[end].clitic == "ب")
    if title.construct and end == at + 1 and not units[end].clitic and not is_many(units[at]):
        return title.construct
    if relation == "deputyLeaderOf" and inside and end > at + 4 and _is_branch(units, at + 2):
        return "memberOf"  # «نائب أمين دائرة الطلاب في الحركة»
    if relation not in ("commands", "leads"):
        return relation
    if end > at + 1 and units[at + 1].noun in cued("function") and not units[at + 1].clitic:
        return "memberOf"  # «قائد العمليات في الحركة»
    adjective = bodies[0].mention is not None and bodies[0].mention.found_by == "adjective"
    if adjective and bodies[0].kind is not Kind.STATE:
        return "memberOf"  # «القائد الحوثي» is one of theirs
    if _is_one_of_many(units, at) or (end > at and _is_of_unit(units, at + 1)):
        return "memberOf"
    if inside and end > at + 3 and _is_branch(units, at + 1):
        return "memberOf"  # «مدير إدارة الإعلام في الوزارة»
    traits = [u.noun for u in units[at + 1 : end - (units[end].clitic != "ب")]]
    plain = all(is_trait(u) for u in units[at + 1 : at + 1 + len(traits)])
    within = inside and plain and (not units[at].definite or not FIELD.isdisjoint(traits))
    return "memberOf" if within else relation


def _is_branch(units: Sequence[Unit], at: int) -> bool:
    """Say whether a noun in construct with a definite one tells a branch, not the staff: «إدارة الإعلام»."""
    first, second = units[at], units[at + 1]
    staff = any("staff" in name_parts().get(u.noun, ()) for u in (first, second))
    plain = not (first.definite or first.entity or first.clitic or is_trait(first) or first.classes)
    return plain and second.definite and not second.entity and not staff


INSIDE = frozenset(("في", "ضمن", "من", "داخل"))
FIELD = frozenset(("ميداني", "بارز", "محلي", "كبير"))


def _is_one_of_many(units: Sequence[Unit], at: int) -> bool:
    """Say whether the post is one among several, or in someone's office: «أحد قادة الحركة», «مدير مكتب القائد»."""
    if at and units[at - 1].form in MANY:
        return units[at - 1].form != "من" or is_many(units[at])
    after = [unit.noun for unit in units[at + 1 : at + 3]]
    return after[:1] == ["سر"] or (after[:1] == ["مكتب"] and after[1:] != ["سياسي"])


MANY = frozenset(("احد", "احدي", "ابرز", "كبار", "بعض", "عدد", "من"))


def _is_of_unit(units: Sequence[Unit], at: int) -> bool:
    """Say whether the post is of an unnamed unit of the body: «قائد كتيبة في الجهاز»."""
    if at + 1 >= len(units) or units[at].entity or units[at].definite:
        return False
    if units[at].noun not in group_words():
        return False
    at += 1
    while at + 1 < len(units) and units[at].definite and not units[at].entity:
        if "staff" in name_parts().get(units[at].noun, ()):
            return False
        at += 1  # «قائد غرفة العمليات في الحركة»
    return units[at].form in ("في", "من", "ب")


def is_function(body: Unit) -> bool:
    """Say whether a body named by a lone noun is a branch of another: «قائد [الاستخبارات] للواء الفجر»."""
    lone = body.mention is not None and body.mention.found_by == "lone noun"
    return lone and bare(body.form) in cued("function")
