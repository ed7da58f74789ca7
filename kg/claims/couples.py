"""Couples: duals that stand for the last two bodies — «بين الطرفين», «الفصيلين», «بينهما», «بينها وبين …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.arabic.words import bare
from kg.claims.clauses import matches
from kg.claims.units import Unit
from kg.lexicon.frames import cued, modifier_frames, noun_frames
from kg.lexicon.words import group_words, particles
from kg.model import Kind

BETWEEN = "بين"
MEMORY = 60
"""How many names before a dual may stand for what the article tells of."""
REACH = 4
"""How far before «بينهما» the event noun may stand."""
LOOSE = ("حركه", "جماعه", "حزب")
"""Words that are part of names, whose bearers are yet called by other labels."""
DUALS = ("ين", "ان")


def told_as_two(
    units: Sequence[Unit], at: int, before: Sequence[Unit], history: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Return the units a dual at `at` stands for, or nothing; `before` is its sentence, resolved as far as it."""
    unit = units[at]
    if unit.form.startswith(BETWEEN) and unit.form[len(BETWEEN) :] in ("هما", "هم"):
        if not _is_of_event(units, at):
            return ()
        two = _two(before, history, "")
        return (_between(unit), *_standing(unit, two, "")) if two else ()
    if unit.form in ("بينه", "بينها") and at + 1 < len(units) and units[at + 1].form == BETWEEN:
        return _with_other(units, at, before, history)
    label = _label(unit)
    if label is None or _is_told_which(units, at):
        return ()
    two = _two(before, history, label)
    return tuple(_standing(unit, two, unit.prefix)) if two else ()


def _between(unit: Unit) -> Unit:
    return replace(
        unit, form=BETWEEN, noun=BETWEEN, pronoun="", verbs=(), classes=particles()[BETWEEN]
    )


def _standing(unit: Unit, two: Sequence[Unit], prefix: str) -> Iterator[Unit]:
    """Yield both bodies in the place of a dual, joined."""
    for named, own in zip(two, (prefix, "و"), strict=True):
        yield replace(
            unit,
            prefix=own,
            clitic=unit.clitic if own == prefix and prefix else "",
            joined=own.startswith("و"),
            pronoun="",
            verbs=(),
            classes=frozenset(),
            entity=named.entity,
            kind=named.kind,
            gender="b",
            anaphor=True,
        )


def _is_of_event(units: Sequence[Unit], at: int) -> bool:
    """Say whether «بينهما» goes with an event noun, and opens no list: «معارك عنيفة دارت بينهما»."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is not None and (after.entity or after.noun in group_words()) and not after.prefix:
        return False
    near = (u for u in units[max(0, at - REACH) : at] if not u.entity)
    return any(f.subject == ("between",) for u in near for f in noun_frames().get(u.noun, ()))


def _with_other(
    units: Sequence[Unit], at: int, before: Sequence[Unit], history: Sequence[Unit]
) -> tuple[Unit, ...]:
    """Read «بينها وبين اللواء»: between the last body that agrees and the one named after."""
    pronoun = units[at].form[len(BETWEEN) :]
    other = units[at + 2].entity if at + 2 < len(units) else None
    for past in (*reversed(before), *reversed(history[-6:])):
        if past.kind is Kind.ARMED_GROUP and past.entity != other and matches(pronoun, past):
            first = next(_standing(units[at], (past, past), ""))
            return _between(units[at]), first
    return ()


def is_dual(unit: Unit) -> bool:
    """Say whether a word tells of two groups, so that it stands for no single one."""
    return unit.form.endswith(DUALS) and _label(unit) is not None


def _label(unit: Unit) -> str | None:
    """Return the group word a definite dual is of, «» for «الطرفين»; `None` for any other word."""
    if unit.entity or unit.is_mark or not (unit.definite or unit.clitic == "ل"):
        return None
    if unit.noun in cued("pair"):
        return ""
    if not unit.noun.endswith(DUALS):
        return None
    stem = unit.noun[:-2]
    one = group_words().get(stem) or group_words().get(stem.removesuffix("ت") + "ه")
    return one.word if one is not None and not one.plural else None


def _is_told_which(units: Sequence[Unit], at: int) -> bool:
    """Say whether words after a dual tell other two: «الجانبين الروسي والتركي», «الفصيلين في البلدة»."""
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.is_mark:
        return False
    if after.entity and not after.prefix:
        return True
    return after.definite and not after.prefix and not after.form.endswith(DUALS)


def _two(before: Sequence[Unit], history: Sequence[Unit], label: str) -> tuple[Unit, ...]:
    """Return the two bodies told of last: of the sentence, with those before it, or of the article; else none."""
    for told in (before, history[-8:], history[-MEMORY:]):
        found = _bodies(told, label)
        if len(found) == 2:
            return tuple(found)
        if len(found) > 2:
            return ()
    return ()


def _bodies(units: Sequence[Unit], label: str) -> list[Unit]:
    """Return the groups named, each once, without those that only tell whose another is; by their head for a label."""
    found: dict[str, Unit] = {}
    for at, unit in enumerate(units):
        if unit.kind is Kind.ARMED_GROUP and unit.entity and not _is_of_another(units, at):
            found.setdefault(unit.entity, unit)
    one = group_words().get(label)
    called = [unit for unit in found.values() if _head(unit) == label]
    if one is not None and (len(called) == 2 or (one.named and label not in LOOSE)):
        return called
    return list(found.values())


def _head(unit: Unit) -> str:
    """Return the group word that heads a name."""
    group = group_words().get(bare(unit.form))
    return group.word if group is not None else ""


def _is_of_another(units: Sequence[Unit], at: int) -> bool:
    """Say whether a name only tells whose another is: «الحركة المدعومة من [تركيا]»."""
    near = units[max(0, at - 2) : at]
    return any(u.noun in modifier_frames() and not u.entity for u in near)
