"""Scores what was read out of passages against what careful readers wrote down.

Entities are aligned one to one, best overlap of names first. An entity counts when it is aligned
and its kind is right; a claim when both ends are aligned, the verb is the same and the ends stand
the right way round (either way for symmetric verbs); a family when a verb of the same family does.
What the gold marks optional is neither asked for nor held against the reading.
"""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from kg.errors import BadGold
from kg.model import Kind, Stance

Record = Mapping[str, Any]
"""One passage as JSON: `doc`, `entities` (id, kind, names), `claims` (s, v, o, stance …)."""
Key = tuple[Any, ...]
Counts = Counter[Key]

SYMMETRIC = frozenset({"alliedWith", "opposes", "foughtWith", "kinOf"})
FAMILIES = (
    frozenset({"commands", "leads", "deputyLeaderOf", "memberOf"}),
    frozenset({"supports", "funds", "arms", "trains"}),
    frozenset({"opposes", "foughtWith", "attacked", "killed", "detained"}),
    frozenset({"partOf", "affiliatedWith"}),
    frozenset({"locatedIn", "operatesIn", "controls", "comesFrom"}),
)
_SYMMETRIC_FAMILY = 2
_ALIKE = 0.6
_QUALIFIERS = ("since", "until", "ended")
_HEADS = re.findall(
    r"\w+",
    """ميليشيا ميليشيات مليشيا مليشيات مليشات تنظيم جماعه حركه فصيل قوات جيش كتيبه كتائب لواء ويه
    فرقه فيلق سرايا جبهه مجموعه وحدات وحده حزب هيئه مدينه بلده قريه محافظه منطقه ناحيه قضاء حي
    ريف بلاد دوله جمهوريه مملكه ما يسمي ارهابي مسمي عميد عقيد نقيب مقدم رايد ملازم فريق مشير حاج
    شيخ سيد دكتور قايد قيادي زعيم مدعو ملقب
    militia militias forces group brigade city town province governorate the of al el""",
)
"""Words that head many names and tell none apart, folded and without their article."""
_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_LETTERS = str.maketrans("أإآٱىةؤئکی", "ااااي" + "هويكي")


@dataclass(frozen=True, slots=True)
class Score:
    """How many are asked for, and what share was right (precision), found (recall), and both."""

    asked: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures over some passages, micro-averaged.

    `interval` holds 95 of 100 resampled F1 of claims; `stance` is the share of right claims with
    the right stance; `qualifiers` says for each how many were right, of how many; `registers` has
    the claims of the passages that name the same `register`.
    """

    passages: int
    entities: Score
    claims: Score
    families: Score
    interval: tuple[float, float]
    stance: float | None
    qualifiers: Mapping[str, tuple[int, int]]
    kinds: Mapping[str, Score]
    verbs: Mapping[str, Score]
    registers: Mapping[str, Score]


def read_gold(folder: Path) -> list[Record]:
    """Return the passages of a folder that holds one JSON file each, in order of file name.

    Raises `BadGold` when a file is not JSON of that form or none is there.
    """
    passages: list[Record] = []
    for path in sorted(folder.glob("*.json")):
        try:
            passage = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise BadGold(f"{path}: not JSON in UTF-8 ({error})") from error
        if isinstance(passage, dict) and "claims" in passage:
            _check(passage, str(path))
            passages.append(passage)
    if not passages:
        raise BadGold(f"{folder}: no JSON file with claims; each passage is one file")
    return passages


def _check(passage: Record, where: str) -> None:
    """Raise `BadGold` when a field that scoring needs is missing."""
    for part, fields in (("entities", ("id", "kind", "names")), ("claims", ("s", "v", "o"))):
        if "doc" not in passage or not isinstance(passage.get(part), list):
            raise BadGold(f"{where}: a passage has doc, entities and claims")
        for position, entry in enumerate(passage[part], 1):
            missing = [field for field in fields if not entry.get(field)]
            if missing:
                raise BadGold(f"{where}: {part} {position} has no {', '.join(missing)}")


def evaluate(gold: Sequence[Record], predictions: Mapping[str, Record]) -> Evaluation:
    """Score predictions, by the passage's `doc`, against gold; one without counts as unread.

    >>> russia = {"id": "e", "kind": "State", "names": ["روسيا"]}
    >>> passage = {"doc": "d", "entities": [russia], "claims": []}
    >>> evaluate([passage], {"d": passage}).entities
    Score(asked=1, precision=1.0, recall=1.0, f1=1.0)
    """
    unread: Record = {"entities": [], "claims": []}
    counted = [count(passage, predictions.get(passage["doc"], unread)) for passage in gold]
    total: Counts = Counter()
    for counts in counted:
        total += counts
    right = total["claim", "right"]
    verbs = sorted({key[1] for key in total if key[0] == "verb"})
    verbs.sort(key=lambda verb: -total["verb", verb, "asked"])
    registers: dict[str, Counts] = {}
    for passage, counts in zip(gold, counted, strict=True):
        if passage.get("register"):
            registers.setdefault(str(passage["register"]), Counter()).update(counts)
    return Evaluation(
        passages=len(counted),
        entities=_score(total, "entity"),
        claims=_score(total, "claim"),
        families=_score(total, "family"),
        interval=_interval(counted),
        stance=total["stance", "right"] / right if right else None,
        qualifiers={
            field: (total[field, "right"], total[field, "asked"])
            for field in _QUALIFIERS
            if total[field, "asked"]
        },
        kinds={k.value: _score(total, "kind", k.value) for k in Kind if _seen(total, k.value)},
        verbs={verb: _score(total, "verb", verb) for verb in verbs},
        registers={name: _score(registers[name], "claim") for name in sorted(registers)},
    )


def _seen(total: Counts, kind: str) -> bool:
    return any(total["kind", kind, outcome] for outcome in ("asked", "right", "wrong"))


def _score(total: Counts, *subject: str) -> Score:
    right, wrong = total[*subject, "right"], total[*subject, "wrong"]
    asked = total[*subject, "asked"]
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / asked if asked else 0.0
    both = precision + recall
    return Score(asked, precision, recall, 2 * precision * recall / both if both else 0.0)


def _interval(counted: Sequence[Counts], times: int = 500) -> tuple[float, float]:
    """Resample the passages, always with the same seed, and bound the middle 95 % of claims' F1."""
    dice, figures = random.Random(1), []
    for _ in range(times):
        total: Counts = Counter()
        for _ in counted:
            total += dice.choice(counted)
        figures.append(_score(total, "claim").f1)
    figures.sort()
    return figures[times // 40], figures[times - times // 40 - 1]


def count(gold: Record, predicted: Record) -> Counts:
    """Count what of one passage is asked, right and wrong: `(what, …, outcome)` → how many."""
    aligned = align(gold["entities"], predicted["entities"])
    counts = _count_entities(gold, predicted, aligned)
    kinds = {entity["id"]: entity["kind"] for entity in gold["entities"]}
    told = {_key(c["s"], c["v"], c["o"], kinds): c for c in gold["claims"]}
    asked = {key for key, claim in told.items() if not claim.get("optional")}
    read: dict[Key, Record] = {}
    for claim in predicted["claims"]:
        subject = aligned.get(claim["s"], ("?", claim["s"]))
        object = aligned.get(claim["o"], ("?", claim["o"]))
        read.setdefault(_key(subject, claim["v"], object, kinds), claim)
    for key in asked:
        counts.update([("claim", "asked"), ("verb", key[0], "asked")])
    for key, claim in read.items():
        if key in asked:
            counts.update([("claim", "right"), ("verb", key[0], "right")])
            counts.update(_count_qualifiers(told[key], claim))
        elif key not in told:
            counts.update([("claim", "wrong"), ("verb", key[0], "wrong")])
    families = {_family(key) for key in read}
    counts["family", "asked"] += len({_family(key) for key in asked})
    counts["family", "right"] += len(families & {_family(key) for key in asked})
    counts["family", "wrong"] += len(families - {_family(key) for key in told})
    return counts


def _count_entities(gold: Record, predicted: Record, aligned: Mapping[str, str]) -> Counts:
    counts: Counts = Counter()
    known = {entity["id"]: entity for entity in gold["entities"]}
    for entity in gold["entities"]:
        if not entity.get("optional"):
            counts.update([("entity", "asked"), ("kind", entity["kind"], "asked")])
    for entity in predicted["entities"]:
        match = known.get(aligned.get(entity["id"], ""))
        if match is not None and match.get("optional"):
            continue
        outcome = "right" if match is not None and match["kind"] == entity["kind"] else "wrong"
        counts.update([("entity", outcome), ("kind", entity["kind"], outcome)])
    return counts


def _count_qualifiers(told: Record, read: Record) -> Counts:
    counts: Counts = Counter()
    affirmed = Stance.AFFIRMED.value
    counts["stance", "right"] += told.get("stance", affirmed) == read.get("stance", affirmed)
    for field in _QUALIFIERS:
        if told.get(field):
            counts[field, "asked"] += 1
            counts[field, "right"] += str(read.get(field)) == str(told[field])
    return counts


def align(gold: Sequence[Record], predicted: Sequence[Record]) -> dict[str, str]:
    """Align predicted to gold entities, id to id, one to one, the best overlap of names first."""
    pairs = sorted(
        (
            (-overlap(g["names"], p["names"]) - 0.01 * (g["kind"] == p["kind"]), g["id"], p["id"])
            for g in gold
            for p in predicted
        ),
        key=lambda pair: (pair[0], pair[1], str(pair[2])),
    )
    aligned: dict[str, str] = {}
    taken: set[str] = set()
    for unlike, told, read in pairs:
        if -unlike >= _ALIKE and told not in taken and read not in aligned:
            aligned[read] = told
            taken.add(told)
    return aligned


def overlap(names: Sequence[str], others: Sequence[str]) -> float:
    """Return the largest share of words that a name of one has in common with a name of the other.

    >>> overlap(["ميليشيا الدفاع الوطني"], ["دفاع وطني"]), overlap(["لواء القدس"], ["فيلق الشام"])
    (1.0, 0.0)
    """
    pairs = [(fold(a), fold(b)) for a in names for b in others]
    return max((len(a & b) / len(a | b) for a, b in pairs if a and b), default=0.0)


@lru_cache(maxsize=1 << 14)
def fold(name: str) -> frozenset[str]:
    """Return the words of a name that tell it apart, without articles and generic head words.

    >>> sorted(fold("ميليشيا الدّفاع الوطني"))
    ['دفاع', 'وطني']
    """
    folded = _MARKS.sub("", unicodedata.normalize("NFKC", name).casefold()).translate(_LETTERS)
    bare = [_bare(token) for token in re.findall(r"\w+", folded)]
    return frozenset(word for word in bare if word not in _HEADS) or frozenset(bare)


def _bare(token: str) -> str:
    if token.startswith("ال") and len(token) > 4:
        return token[2:]
    return token[3:] if token.startswith("لل") and len(token) > 5 else token


def _key(subject: Any, verb: str, object: Any, kinds: Mapping[str, str]) -> Key:
    """Name a claim so that those that say the same are equal; to lead an army is to command it."""
    if verb == "leads" and kinds.get(object) == Kind.ARMED_GROUP.value:
        verb = "commands"
    if verb in SYMMETRIC:
        return (verb, *sorted((str(subject), str(object))))
    return verb, subject, object


def _family(key: Key) -> Key:
    """Name a claim by the family of its verb."""
    verb, one, other = key
    for number, family in enumerate(FAMILIES):
        if verb in family:
            if number == _SYMMETRIC_FAMILY:
                return (number, *sorted((str(one), str(other))))
            return number, one, other
    return key
