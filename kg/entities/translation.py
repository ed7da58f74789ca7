"""Translation: an Arabic group's name beside one in Latin letters, spelled or translated, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.entities.judgement import MATCHES, Likeness, best
from kg.entities.sounding import sounds_like
from kg.entities.unit_likeness import is_force, latin_heads, number_veto
from kg.entities.unit_names import UnitName
from kg.entities.units import eponym_word, is_honour
from kg.lexicon.names import latin_places, latin_words, state_names

_HEADLESS, _LOOSE = 0.03, 0.85
"""What it costs that only one of two names has a head word, and that two are no translations."""


@dataclass(frozen=True, slots=True)
class _Match:
    """Words of two names that render one another: places in each, and how well."""

    arabic: tuple[int, ...]
    latin: int
    level: float


def compare_scripts(arabic: UnitName, latin: UnitName) -> Likeness:
    """Compare an Arabic group's name with one in Latin letters, titles before its eponym left out or not.

    The words are paired, best pairs first; the score is the share of words in pairs times how
    well they render one another.
    """
    plain = tuple(word for word in latin.eponym if not is_honour(word))
    if plain and plain != latin.eponym:
        return best([_compared(arabic, latin), _compared(arabic, replace(latin, eponym=plain))])
    return _compared(arabic, latin)


def _compared(arabic: UnitName, latin: UnitName) -> Likeness:
    """Compare two names word by word."""
    arabic = _with_country(arabic, latin)
    veto = number_veto(arabic, latin)
    words = [*arabic.heads[1:], *arabic.eponym, *arabic.identity, *arabic.arms]
    words += [*arabic.directions, *arabic.places]
    head = arabic.heads[0] if arabic.heads else None
    known = head is not None and head in latin_heads(latin)
    spare = _spare_heads(latin, head if known else None)
    matched = _pair(words, [*spare, *latin.eponym])
    inside = False
    if head is not None and not known:
        joined = _pair([head, *words], [*spare, *latin.eponym])
        if any(0 in match.arabic for match in joined):
            words, matched, known, inside = [head, *words], joined, True, True
    if inside and spare and _are_forces(spare):
        spare = []
        matched = _pair(words, latin.eponym)
    reasons = [f"{_quote(words, match)} is {_said(spare, latin, match)}" for match in matched]
    loose = head is not None and not known and bool(latin.heads)
    if inside and spare:
        veto = veto or f"the head words differ: {head}, {spare[0]}"
    if len(arabic.heads) > 1 and not known and not latin.heads:
        veto = veto or f"the head words differ: {' '.join(arabic.heads)}, none"
    if arabic.numbers and latin.numbers:
        reasons.append(f"same number {arabic.numbers[0]}")
    if loose:
        reasons.append(f"the head words are no translations: {head}, {latin.heads[0]}")
    score = _score(arabic, latin, words, spare, matched) * (_LOOSE if loose else 1.0)
    return Likeness(round(score, 4), tuple(reasons), veto)


def _are_forces(heads: Sequence[str]) -> bool:
    """Say whether Latin head words only say that a group has men: «Popular Mobilization Forces»."""
    table = latin_words()["head"]
    return all(any(map(is_force, table.get(head, ()))) for head in heads)


def _with_country(arabic: UnitName, latin: UnitName) -> UnitName:
    """Return a name with a state among its words taken for its country, if the Latin one gives it so."""
    named = [word for word in arabic.eponym if state_names().get(word) in latin.countries]
    if arabic.countries or not named:
        return arabic
    rest = tuple(word for word in arabic.eponym if word not in named)
    return replace(arabic, countries=tuple(state_names()[word] for word in named), eponym=rest)


def _spare_heads(latin: UnitName, head: str | None) -> list[str]:
    """Return the Latin head words but the one that stands for the Arabic head."""
    table, spare = latin_words()["head"], list(latin.heads)
    for word in latin.heads if head is not None else ():
        if head in table.get(word, ()):
            spare.remove(word)
            break
    return spare


def _pair(words: Sequence[str], latin: Sequence[str]) -> list[_Match]:
    """Pair words of two names, the best first; a Latin word may stand for several Arabic ones in a row."""
    found = sorted(
        _matches(words, latin), key=lambda m: (-m.level, -len(m.arabic), m.arabic, m.latin)
    )
    chosen: list[_Match] = []
    for match in found:
        taken = {at for other in chosen for at in other.arabic}
        if not taken & set(match.arabic) and match.latin not in {m.latin for m in chosen}:
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.arabic)


def _matches(words: Sequence[str], latin: Sequence[str]) -> Iterator[_Match]:
    for place, word in enumerate(latin):
        meant = _meanings(word)
        for at in range(len(words)):
            for end in range(at + 1, min(at + 3, len(words)) + 1):
                run = words[at:end]
                level = _translates(run, meant)
                if level < MATCHES and end - at < 3:
                    level = _sounds("".join(run).replace("الله", "لله"), word)
                if level >= MATCHES - 0.06:
                    yield _Match(tuple(range(at, end)), place, level)


def _sounds(arabic: str, latin: str) -> float:
    """Return how well a Latin word spells an Arabic one, a plural in either case: «صابرون», «صابرين»."""
    level = sounds_like(arabic, latin)
    if arabic.endswith("ون") and len(arabic) > 4:
        level = max(level, sounds_like(f"{arabic[:-2]}ين", latin))
    return level


def _translates(run: Sequence[str], meant: set[str]) -> float:
    """Return how surely words are what a Latin word means; «شمالي» may stand for «شمال»."""
    phrase = " ".join(run)
    if phrase in meant:
        return 0.98
    stem = phrase.rstrip("يه")
    return 0.93 if len(stem) > 2 and stem in {word.rstrip("يه") for word in meant} else 0.0


def _meanings(word: str) -> set[str]:
    """Return the Arabic words and phrases that a Latin word may translate."""
    table = latin_words()
    phrases = (*table["word"].get(word, ()), *table["head"].get(word, ()))
    phrases += latin_places().get(word, ())
    return {" ".join(map(eponym_word, phrase.split())) for phrase in phrases}


def _score(
    arabic: UnitName,
    latin: UnitName,
    words: Sequence[str],
    spare: Sequence[str],
    matched: Sequence[_Match],
) -> float:
    total = len(words) + len(spare) + len(latin.eponym)
    same_unit = bool(set(arabic.numbers) & set(latin.numbers)) and bool(
        arabic.heads and latin.heads
    )
    same_force = bool(set(arabic.countries) & set(latin.countries)) and arabic.heads and latin.heads
    if not total:
        return 0.92 if same_unit or same_force else 0.0
    if not matched:
        return 0.7 if same_unit else 0.0
    covered = sum(len(match.arabic) + 1 for match in matched)
    level = sum(match.level * (len(match.arabic) + 1) for match in matched) / covered
    score = level * min(1.0, covered / total)
    if bool(arabic.heads) != bool(latin.heads):
        score -= _HEADLESS
    if bool(arabic.numbers) != bool(latin.numbers):
        score = min(score, 0.5)
    if bool(arabic.countries) != bool(latin.countries):
        score = min(score, 0.75)
    if same_unit:
        score = max(score, 0.75)
    return max(0.0, min(score, 0.97))


def _quote(words: Sequence[str], match: _Match) -> str:
    return " ".join(words[at] for at in match.arabic)


def _said(spare: Sequence[str], latin: UnitName, match: _Match) -> str:
    return [*spare, *latin.eponym][match.latin]
