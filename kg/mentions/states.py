"""States: named by an adjective after an event noun — «ضربة أمريكية», «بدعم إيراني» — or by their capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.arabic.words import bare, splits
from kg.lexicon.frames import holders, members, modifier_frames, noun_frames
from kg.lexicon.lexemes import forms, lexemes
from kg.lexicon.posts import group_adjectives
from kg.lexicon.words import adjectives, titles, verb_forms
from kg.mentions.candidates import Candidate, has_class
from kg.mentions.persons import leans_on
from kg.model import Kind, Word

DEEDS = frozenset(("attacked", "supports", "funds", "arms", "trains", "killed", "detained"))
"""What states do that an adjective can tell whose deed it is."""


def is_adjective(form: str) -> bool:
    """Say whether a form is the adjective of a state or group: «الإيرانية», «إيرانياً», «الحوثي»."""
    return (
        bare(form) in group_adjectives()
        or bare(form) in adjectives()
        or (form.endswith("ا") and form[:-1] in adjectives())
    )


def adjectival(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the state whose adjective stands at word `at`, right after what it does or gives.

    >>> from kg.arabic.words import cut
    >>> [c.lexeme for c in adjectival(cut("بدعم إيراني"), 1)]
    ['iran']
    """
    form = words[at].form
    if at and form.endswith("ا") and form[:-1] in adjectives():
        by = modifier_frames().get(bare(words[at - 1].form), ())
        if any(frame.verb in DEEDS for frame in by):
            yield Candidate(
                at, at + 1, Kind.STATE, "adjective", 0.7, lexeme=adjectives()[form[:-1]]
            )
        return
    if at and bare(form) in group_adjectives():
        yield from _of_group(words, at)
        return
    state = adjectives().get(bare(form))
    if state is None or at == 0:
        return
    post = at - 1 - (at > 1 and words[at - 1].form == "الاعلي")  # «المرشد الأعلى الإيراني»
    if heads_state(words[post].form) and form.startswith("ال"):
        yield Candidate(at, at + 1, Kind.STATE, "adjective", 0.7, lexeme=state)
        return
    noun = at - 1 - (at > 1 and _tells_kind(words[at - 1].form, form))
    for _, rest in splits(words[noun].form):
        deed = any(frame.verb in DEEDS for frame in noun_frames().get(bare(rest), ()))
        if deed or holders().get(bare(rest)) == "act":
            if rest.startswith("ال") == form.startswith("ال"):
                yield Candidate(at, at + 1, Kind.STATE, "adjective", 0.7, lexeme=state)
            return


def _of_group(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the group whose adjective stands after one of its men, or after a deed: «القيادي الحوثي»."""
    form = words[at].form
    for _, rest in splits(words[at - 1].form):
        noun = bare(rest)
        title = titles().get(noun)
        man = noun in members() or (title is not None and title.rank in ("post", "member"))
        deed = any(frame.verb in DEEDS for frame in noun_frames().get(noun, ()))
        if (man or deed) and rest.startswith("ال") == form.startswith("ال"):
            lexeme = group_adjectives()[bare(form)]
            yield Candidate(at, at + 1, lexemes()[lexeme].kind, "adjective", 0.7, lexeme=lexeme)
            return


def _tells_kind(form: str, adjective: str) -> bool:
    """Say whether a form is an adjective between a deed and whose it is: «دعم [عسكري] إيراني»."""
    alike = form.startswith("ال") == adjective.startswith("ال") and form[-1] == adjective[-1]
    return alike and form.endswith(("ي", "يه")) and form not in adjectives()


def begins_capital(form: str) -> bool:
    """Say whether a form, less its clitics, is the first word of a capital's name."""
    firsts = _firsts_of_capitals()
    return any(rest in firsts for _, rest in splits(form))


@lru_cache(maxsize=1 << 10)
def heads_state(form: str) -> bool:
    """Say whether a definite title with a state's adjective is that of its head: «الرئيس اليمني».

    >>> heads_state("للرييس"), heads_state("رييس")
    (True, False)
    """
    readings = (rest for _, rest in splits(form) if rest.startswith("ال"))
    return any(has_class(bare(rest), "sovereign") for rest in readings)


ROW = 5
"""How many capitals may stand in a row."""


def capital(words: Sequence[Word], at: int, row: int = ROW) -> Iterator[Candidate]:
    """Yield the state whose capital at word `at` acts for it, not the town: «اتهمت طهران», «الموالية لدمشق».

    In a row of capitals («اتهمت طهران ودمشق») the `row` before it are looked at.

    >>> from kg.arabic.words import cut
    >>> [c.lexeme for c in capital(cut("اتهمت طهران واشنطن"), 1)]
    ['iran']
    >>> list(capital(cut("قصف طهران"), 1))
    []
    """
    for prefix, rest in splits(words[at].form):
        end, state = _capital(words, at, rest)
        if state and _acts(words, at, end, prefix, row):
            yield Candidate(at, end, Kind.STATE, "capital", 0.97, prefix, state)
            return


def _capital(words: Sequence[Word], at: int, rest: str) -> tuple[int, str | None]:
    """Return end and state of the capital at `at`, whose first word, less clitics, is `rest`."""
    if at + 1 < len(words) and (rest, words[at + 1].form) in capitals():
        return at + 2, capitals()[rest, words[at + 1].form]
    return at + 1, capitals().get((rest,))


@cache
def _firsts_of_capitals() -> frozenset[str]:
    return frozenset(name[0] for name in capitals())


@cache
def capitals() -> dict[tuple[str, ...], str]:
    """Map the names of capitals, folded words, to their states."""
    found: dict[tuple[str, ...], str] = {}
    for lexeme in lexemes().values():
        for name in lexeme.capitals:
            found.setdefault(forms(name), lexeme.id)
    return found


def _acts(words: Sequence[Word], at: int, end: int, prefix: str, row: int) -> bool:
    """Say whether the capital's neighbours have it act: a deed or word before, loyalty or backing to it."""
    if at == 0:
        return False
    before = words[at - 1].form
    if prefix == "ل":
        return leans_on(before, "ل")
    if prefix == "و":
        return _follows_capital(words, at, row) or _begins_deed(words, end)
    if prefix:
        return False
    if before == "من":
        return any(leans_on(words[back].form, "من") for back in (at - 2, at - 4) if back >= 0)
    if has_class(before, "that"):
        return _begins_deed(words, end)
    return _is_deed(before) or _follows_capital(words, at, row)


def _follows_capital(words: Sequence[Word], at: int, row: int) -> bool:
    return row > 0 and any(True for _ in capital(words, at - 1, row - 1))


def _is_deed(form: str) -> bool:
    """Say whether a form is a feminine verb of what states, not towns, do: «اتهمت»."""
    verbs = (v for _, rest in splits(form)[:2] for v in verb_forms().get(rest, ()))
    return any(v.gender != "m" and has_class(v.lemma, "deed") for v in verbs)


def _begins_deed(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and (words[at].form == "هي" or _is_deed(words[at].form))
