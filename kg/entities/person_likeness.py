"""Likeness of persons' names, part by part: what agrees, what is spelled otherwise, what contradicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.entities.judgement import DOUBTFUL, MATCHES, Likeness
from kg.entities.persons import PersonName, is_common
from kg.entities.spellings import SAME, SLIP, likeness, normal


@dataclass(slots=True)
class _Findings:
    """What has been found of two names so far."""

    reasons: list[str] = field(default_factory=list)
    veto: str | None = None

    def part(self, label: str, ones: Sequence[str], others: Sequence[str]) -> float | None:
        """Compare one part of two names; `None` where one name lacks it."""
        if not ones or not others:
            if ones or others:
                self.reasons.append(f"only one name has a {label}")
            return None
        level, one, other = max((likeness(a, b), a, b) for a in ones for b in others)
        if level == SAME:
            self.reasons.append(f"same {label} {one}")
        elif level >= MATCHES:
            self.reasons.append(f"same {label}, spelled {one} and {other}")
        elif level >= DOUBTFUL:
            self.reasons.append(f"the {label} differs by little: {one}, {other}")
        else:
            self.reasons.append(f"another {label}: {one}, {other}")
        return level


@lru_cache(maxsize=1 << 18)
def compare(one: PersonName, other: PersonName) -> Likeness:
    """Compare two persons' names part by part.

    >>> from kg.entities.persons import parse
    >>> compare(parse("العميد سالم الرواس"), parse("سالم محمد رواس")).score
    0.95
    >>> compare(parse("سالم الرواس"), parse("راشد الرواس")).veto
    'the given names differ: سالم, راشد'
    """
    if one.key == other.key and one.script == other.script:
        score = 0.97 if one.length > 1 else 0.9
        return Likeness(score, (f"same name {' '.join(one.key).replace(' | ', ' ')}",))
    if _is_turned(one, other) or _is_turned(other, one):
        return Likeness(0.92, ("same kunya and name, one before the other",))
    found = _Findings()
    kunya = found.part("kunya", one.kunyas, other.kunyas)
    given, family = _given_and_family(one, other, found)
    fathers = _fathers(one, other)
    found.veto = _veto(one, other, kunya, given, fathers, family)
    if fathers is True:
        found.reasons.append("the fathers' names agree")
    score = _score(one, other, kunya, given, family, fathers)
    return Likeness(round(score, 4), tuple(found.reasons), found.veto)


def _is_turned(one: PersonName, other: PersonName) -> bool:
    """Say whether a kunya stands before a lone name in one and behind it in the other: «أبو عاقلة كيكل»."""
    lone = one.given or "".join(one.families)
    turned = [normal(family).removeprefix("ابو") for family in other.families]
    return one.length == 2 and other.given == lone and list(one.kunyas) == turned != []


def _given_and_family(
    one: PersonName, other: PersonName, found: _Findings
) -> tuple[float | None, float | None]:
    """Compare given and family names; a lone name after a kunya may be either."""
    if one.kunyas and other.kunyas and bool(one.given) != bool(other.given):
        full, lone = (one, other) if one.given else (other, one)
        if not full.families and lone.families:
            return None, found.part("name", [full.given], lone.families)
    given = found.part(
        "given name", [one.given] * bool(one.given), [other.given] * bool(other.given)
    )
    return given, _family(one, other, found)


def _family(one: PersonName, other: PersonName, found: _Findings) -> float | None:
    """Compare family names; a father's name may stand in the place of one."""
    if one.families and other.families:
        for short, full in ((one, other), (other, one)):
            last = short.families[-1]
            is_father = not short.fathers and any(
                likeness(last, father) >= MATCHES for father in full.fathers
            )
            if is_father and all(likeness(last, name) < MATCHES for name in full.families):
                if not is_common(last):
                    found.reasons.append(f"both have {last}, which few bear")
                    return SLIP
                found.reasons.append(f"{last} may be a father's name or a family's")
                return None
    level = found.part("family name", one.families, other.families)
    both = level is not None and level >= MATCHES
    if both and _left_over(one, other) and _left_over(other, one):
        found.reasons.append("each has another family name besides")
        return DOUBTFUL
    return level


def _left_over(one: PersonName, other: PersonName) -> bool:
    """Say whether a name has a family name that the other lacks."""
    return any(all(likeness(a, b) < MATCHES for b in other.families) for a in one.families)


def _fathers(one: PersonName, other: PersonName) -> bool | None:
    """Say whether fathers' names agree, as far as each gives them; `None` where one gives none."""
    if not one.fathers or not other.fathers:
        return None
    short, full = sorted((one.fathers, other.fathers), key=len)
    rest = iter(full)
    return all(any(likeness(a, b) >= MATCHES for b in rest) for a in short)


def _veto(
    one: PersonName,
    other: PersonName,
    kunya: float | None,
    given: float | None,
    fathers: bool | None,
    family: float | None,
) -> str | None:
    """Say what forbids that two names are one person's."""
    whole = min(one.length, other.length) > 1
    if kunya is not None and kunya < DOUBTFUL:
        return f"the kunyas differ: أبو {one.kunyas[0]}, أبو {other.kunyas[0]}"
    if given is not None and given < DOUBTFUL and whole:
        return f"the given names differ: {one.given}, {other.given}"
    if fathers is False and (family is None or family >= MATCHES):
        return f"the fathers' names differ: {' '.join(one.fathers)}, {' '.join(other.fathers)}"
    return None


def _score(
    one: PersonName,
    other: PersonName,
    kunya: float | None,
    given: float | None,
    family: float | None,
    fathers: bool | None,
) -> float:
    """Return how likely two names are one person's, from the parts they share."""
    levels = [level for level in (kunya, given, family) if level is not None]
    worst = min(levels, default=0.0)
    if worst < DOUBTFUL:
        return 0.3 * sum(levels) / max(2, len(levels))
    known = {"kunya": kunya, "given": given, "family": family}
    shared = {name for name, level in known.items() if level is not None}
    if {"given", "family"} <= shared:
        base = 0.97 if "kunya" in shared or fathers else 0.95
    elif {"kunya", "family"} <= shared:
        base = 0.94
    elif {"given", "kunya"} <= shared:
        base = 0.9 if not one.families and not other.families else 0.8
    elif shared == {"given"} and fathers:
        base = 0.75
    elif shared == {"given"}:
        base = 0.6 if _is_father_for_family(one, other) else 0.3
    else:
        base = 0.55 if shared in ({"kunya"}, {"family"}) else 0.0
    if worst < MATCHES:
        return min(base, worst)
    return base * (0.6 + 0.4 * worst) if worst < SAME else base


def _is_father_for_family(one: PersonName, other: PersonName) -> bool:
    return bool(one.families and other.families)
