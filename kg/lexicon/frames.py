"""Frames: what verbs, event nouns and participles say, read from the lexicon's tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.arabic.letters import fold
from kg.lexicon.tables import read_table, split
from kg.lexicon.words import VerbForm, titles


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """One row of `verb-frames.tsv`, its lemma folded."""

    rule: str
    lemma: str
    voice: str
    verb: str
    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class NounFrame:
    """One row of `noun-frames.tsv`; `subject` and `object` list the slots to try, in order."""

    rule: str
    verb: str
    subject: tuple[str, ...]
    object: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModifierFrame:
    """One row of `modifier-frames.tsv`."""

    rule: str
    preposition: str
    verb: str
    head: str


@dataclass(frozen=True, slots=True)
class Belonging:
    """One row of `belongings.tsv`; `links` list how the body may follow the noun."""

    rule: str
    verb: str
    links: tuple[str, ...]


@cache
def verb_frames() -> dict[tuple[str, str], tuple[VerbFrame, ...]]:
    """Map lemma and voice to frames."""
    columns = ("rule", "lemma", "voice", "verb", "subject", "object", "gloss", "example")
    found: dict[tuple[str, str], list[VerbFrame]] = {}
    for row in read_table("ar/verb-frames.tsv", columns):
        frame = VerbFrame(
            row["rule"], fold(row["lemma"]), row["voice"], row["verb"],
            fold(row["subject"]) if row["subject"] not in SLOTS else row["subject"],
            fold(row["object"]) if row["object"] not in SLOTS else row["object"],
        )  # fmt: skip
        found.setdefault((frame.lemma, frame.voice), []).append(frame)
    return {lemma: tuple(frames) for lemma, frames in found.items()}


@lru_cache(maxsize=1 << 14)
def verb_rules(verbs: tuple[VerbForm, ...]) -> frozenset[str]:
    """Return the rules of the frames that a verb's readings have."""
    frames = (f for v in verbs for f in verb_frames().get((v.lemma, v.voice), ()))
    return frozenset(frame.rule for frame in frames)


SLOTS = (
    "agent",
    "patient",
    "by",
    "support",
    "of",
    "clause",
    "cause",
    "foe",
    "second",
    "behind",
    "announced",
    "between",
    "head",
    "after",
    "exposed",
    "person",
    "under",
    "next",
    "self",
    "topic",
    "ground",
    "held",
    "its",
    "claimed",
    "other-person",
    "owner",
    "apposed",
    "name",
    "toward",
    "launched",
    "each",
)


@cache
def noun_frames() -> dict[str, tuple[NounFrame, ...]]:
    """Map event nouns, folded, in all their forms, to frames."""
    columns = ("rule", "noun", "forms", "verb", "subject", "object", "gloss", "example")
    found: dict[str, list[NounFrame]] = {}
    for row in read_table("ar/noun-frames.tsv", columns):
        frame = NounFrame(row["rule"], row["verb"], _slots(row["subject"]), _slots(row["object"]))
        for form in (row["noun"], *split(row["forms"].replace(" ", "|"))):
            found.setdefault(fold(form), []).append(frame)
    return {noun: tuple(frames) for noun, frames in found.items()}


def _slots(cell: str) -> tuple[str, ...]:
    return tuple(_slot(slot) for slot in cell.split(",") if slot)


def _slot(slot: str) -> str:
    """Fold a preposition, also one that only a person's name may follow: «person-على»."""
    named = slot in SLOTS or ("-" in slot and not slot.startswith("person-"))
    return slot if named else fold(slot)


@cache
def modifier_frames() -> dict[str, tuple[ModifierFrame, ...]]:
    """Map participles, folded, without article, in all their forms, to frames."""
    columns = ("rule", "word", "forms", "preposition", "verb", "head", "gloss", "example")
    found: dict[str, list[ModifierFrame]] = {}
    for row in read_table("ar/modifier-frames.tsv", columns):
        frame = ModifierFrame(row["rule"], fold(row["preposition"]), row["verb"], row["head"])
        for form in {fold(f) for f in (*_inflected(row["word"]), *row["forms"].split())}:
            found.setdefault(form, []).append(frame)
    return {word: tuple(frames) for word, frames in found.items()}


def _inflected(participle: str) -> Iterator[str]:
    """Yield a participle with its duals and plurals: «تابع», «تابعان», «تابعتين», «تابعون», «منضوون».

    The feminine is left to the table: some are another word with a pronoun, «قريبه».
    """
    stem = participle.removesuffix("ي")
    yield participle
    yield from (participle + end for end in ("ان", "تان", "تين", "ات"))
    yield from (stem + end for end in ("ون", "ين"))


@cache
def belongings() -> dict[str, Belonging]:
    """Map nouns of «one of the N of Y», folded, in all their forms, to what they make of the name before."""
    columns = ("rule", "noun", "forms", "verb", "link", "gloss", "example")
    return {
        fold(form): Belonging(row["rule"], row["verb"], _slots(row["link"]))
        for row in read_table("ar/belongings.tsv", columns)
        for form in (row["noun"], *row["forms"].split())
    }


@cache
def echelons() -> dict[str, int]:
    """Map the nouns of military units, folded, to their rank: a battalion is of a brigade, a brigade of a division."""
    rows = read_table("ar/echelons.tsv", ("word", "forms", "rank", "gloss", "example"), "word")
    return {
        fold(form): int(row["rank"])
        for row in rows
        for form in (row["word"], *row["forms"].split())
    }


@cache
def holders() -> dict[str, str]:
    """Map nouns that stand for the group they are of, folded, in all their forms, to their role."""
    return {form: row["role"] for form, row in _holders().items()}


@cache
def members() -> frozenset[str]:
    """Return the holders that never head a group's name: «عناصر», «مقاتلو»."""
    return frozenset(form for form, row in _holders().items() if row["head"] == "no")


def _holders() -> dict[str, dict[str, str]]:
    columns = ("word", "forms", "role", "head", "gloss", "example")
    return {
        fold(form): row
        for row in reversed(read_table("ar/holders.tsv", columns))
        for form in (row["word"], *row["forms"].split())
    }


@cache
def frame_nouns() -> frozenset[str]:
    """Return all nouns that a frame, a holder or a title knows."""
    return frozenset((*noun_frames(), *modifier_frames(), *belongings(), *holders(), *titles()))


@cache
def intentions() -> frozenset[str]:
    """Return the words, folded, after which a deed is only meant: «محاولة», «بهدف»."""
    return _cued("intend")


@cache
def doings() -> frozenset[str]:
    """Return the nouns, folded, that bring in whose deed follows: «قيام», «إقدام»."""
    return _cued("do")


@cache
def happenings() -> frozenset[str]:
    """Return the verbs (lemmas, folded) that only tell that an event took place: «اندلع», «استمر»."""
    return _cued("happen")


@cache
def money() -> frozenset[str]:
    """Return the adjectives, folded, that tell that a support is money."""
    return _cued("money")


@cache
def claimings() -> frozenset[str]:
    """Return the verbs (lemmas, folded) of claiming a deed: «تبنى»."""
    return _cued("claim")


@cache
def labellings() -> frozenset[str]:
    """Return the verbs (lemmas, folded) that hold a name at arm's length after «ما»: «ما يسمى»."""
    return _cued("label")


@cache
def nouns_of(*verbs: str) -> frozenset[str]:
    """Return the event nouns, folded, that a frame of one of the verbs has: `nouns_of("attacked")`."""
    known = noun_frames().items()
    return frozenset(noun for noun, frames in known if any(f.verb in verbs for f in frames))


@cache
def nouns_by(rule: str) -> frozenset[str]:
    """Return the event nouns, folded, that the rows of a rule name: `nouns_by("fight-noun")`."""
    known = noun_frames().items()
    return frozenset(noun for noun, frames in known if any(f.rule == rule for f in frames))


@cache
def resultings() -> frozenset[str]:
    """Return the verbs (lemmas, folded) that tell a result: «أدى», «أسفر»."""
    return _cued("result")


@cache
def accusings() -> frozenset[str]:
    """Return the verbs (lemmas, folded) whose object is said to have done what follows: «اتهم», «حمّل»."""
    return _cued("accuse")


@cache
def cued(name: str) -> frozenset[str]:
    """Return the words of a class of `cues.tsv`, folded: the `foremost` of many, what opens a `listing`."""
    return _cued(name)


def _cued(name: str) -> frozenset[str]:
    rows = read_table("ar/cues.tsv", ("word", "class", "gloss", "example"))
    return frozenset(fold(row["word"]) for row in rows if row["class"] == name)
