"""Places: names headed by a place word — «بلدة X», «ريف X الشمالي», «بلدتي X و Y», known or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.arabic.words import bare, splits
from kg.lexicon.frames import frame_nouns, holders
from kg.lexicon.words import (
    PlaceWord,
    adjectives,
    given_names,
    group_words,
    particles,
    place_words,
    titles,
    verb_forms,
)
from kg.mentions.candidates import (
    Candidate,
    has_class,
    has_pronoun,
    is_common,
    is_foreign,
    is_fused,
    is_plain,
    quoted,
)
from kg.mentions.gazetteer import known
from kg.model import Kind, Word

LONGEST = 5
JOINED = 24
"""How many words after a plural place word its places may take up."""
DEEPEST = 3
"""How many place words may stand before one another in a name."""


class Head(NamedTuple):
    """A reading of a form as the place word that heads a place's name; `rest` is the form less its clitics."""

    prefix: str
    rest: str
    fused: bool
    definite: bool
    word: PlaceWord


@lru_cache(maxsize=1 << 16)
def heads(form: str) -> tuple[Head, ...]:
    """Return the readings of a form that can head a place's name."""
    found: list[Head] = []
    for prefix, rest in splits(form):
        word = place_words().get(rest) or place_words().get(bare(rest))
        if prefix[-1:] == "ك" and form in titles():
            continue  # «كبير» is «great», no well
        if word and not (word.inside == "part" and rest.startswith("ال")):
            definite = rest.startswith("ال") and rest not in place_words()
            found.append(Head(prefix, rest, is_fused(form, prefix, rest), definite, word))
    return tuple(found)


def headed(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the places named after the place word at word `at`; a plural names all that follow with «و».

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in headed(cut("بلدتي الشيخة والعنابة"), 0)]
    [(0, 2), (2, 3)]
    """
    for prefix, rest, fused, definite, head in heads(words[at].form):
        if has_class(head.word, "adjectival") and not prefix and _is_adjectival(words, at):
            return
        if definite and head.inside != "part" and _directions(words, at + 1) > at + 1:
            end = _directions(words, at + 1)
            yield Candidate(at, end, Kind.PLACE, "place word", 0.7, prefix, fused=fused)
            return
        start, end = _named(words, at + 1, definite, head)
        if end == start or (definite and head.inside != "label"):
            continue
        inside = head.inside
        if inside == "part":
            return
        if (head.plural or rest in holders()) and any(
            c.kind is Kind.ARMED_GROUP for c in known(words, start)
        ):
            return  # «مستودعات الحوثيين» are the group's, and no place
        if start < len(words) and rest in verb_forms() and _is_person(words, at, start):
            return
        label = start if inside == "label" else None
        sure = 0.75 if bare(rest) in group_words() else 0.85
        yield Candidate(
            at, end, Kind.PLACE, "place word", sure, prefix, name_from=label, fused=fused
        )
        many = head.plural or (rest.endswith(("تي", "تا", "ي")) and rest != head.word)
        last = end + JOINED
        while many and end < min(last, len(words)) and words[end].form.startswith("و"):
            if words[end].form in place_words():
                return
            first = words[end].form[1:]
            if not first and end + 1 < len(words):
                end += 1
                first = words[end].form
            if not _begins(words[end], head, first) or first in place_words():
                return
            grounds = (c for c in known(words, end) if c.skip == "و" and c.kind is Kind.PLACE)
            after = max((c.end for c in grounds), default=_end(words, end, head))
            yield Candidate(end, after, Kind.PLACE, "place word", 0.75, "و")
            end = after
        return


def _is_adjectival(words: Sequence[Word], at: int) -> bool:
    """Say whether a place word is an adjective of the indefinite noun before it: «وسائل إعلام [محلية]»."""
    before = words[at - 1].form if at else ""
    plain = is_common(before) and not before.startswith("ال") and before not in particles()
    return plain and not has_class(before, "locating") and before not in place_words()


def _is_person(words: Sequence[Word], at: int, start: int) -> bool:
    """Say whether a verb spelt like a place word has a person after it: «عُيّن أبو راشد»."""
    figure = any(c.kind is Kind.PERSON for c in known(words, start))
    named = figure or words[start].form in given_names() or "\N{ARABIC SHADDA}" in words[at].raw
    return named or (has_class(words[start].form, "kunya") and words[at].form.endswith("عين"))


def _named(
    words: Sequence[Word], at: int, definite: bool, head: PlaceWord, nested: int = 0
) -> tuple[int, int]:
    """Return start and end of the place name at `at`; quotation marks are looked into.

    `nested` counts the place words before the head that this name ends: «مدينة [عين عيسى]».
    """
    run = None if definite else quoted(words, at)
    if run and run[1] - run[0] <= LONGEST:
        return run
    if at >= len(words):
        return at, at
    best = _known_place(words, at, definite, head)
    if best and best.kind is Kind.STATE and (head.plural or has_class(head.word, "command")):
        return at, at
    if best:
        agrees = head.inside == "label" and best.end < len(words)
        agrees = agrees and words[best.end].form.endswith("ه") == (head.gender == "f")
        return at, best.end if agrees else _directions(words, best.end)
    inner = place_words().get(words[at].form)
    if inner and head.plural and head.inside == "name" and inner.inside == "label":
        return at, at  # «شوارع مدينة …»
    if inner and inner.inside == "part" and _known_place(words, at + 1, False, inner):
        return at, at
    if inner and inner.inside != "part" and nested < DEEPEST:
        start, end = _named(words, at + 1, False, inner, nested + 1)
        if end == start and not definite and _is_called(words, at):
            return at, _directions(words, at + 2)
        return at, end if end > start else at
    if not definite and head.inside == "label" and _is_saint(words, at):
        return at, _directions(words, at + 2)
    if definite or not _begins(words[at], head):
        return at, at
    return at, _end(words, at, head)


def _is_saint(words: Sequence[Word], at: int) -> bool:
    """Say whether a title and one name that name a place stand at `at`: «قرية [الشيخ سعد]»."""
    form = words[at + 1].form if at + 1 < len(words) else ""
    return has_class(words[at].form, "saint") and (form in given_names() or _is_unknown(form))


def _is_unknown(form: str) -> bool:
    """Say whether a form is an indefinite word of no other use."""
    return form.isalpha() and len(form) > 2 and not form.startswith("ال") and not is_plain(form)


def _is_called(words: Sequence[Word], at: int) -> bool:
    """Say whether the plain word after a hill's or spring's noun is its name: «بلدة تل [حلف]»."""
    form = words[at + 1].form if at + 1 < len(words) else ""
    plain = form in particles() or form in verb_forms() or has_class(form, "direction")
    return form.isalpha() and has_class(words[at].form, "toponym") and not plain


def _known_place(
    words: Sequence[Word], at: int, definite: bool, head: PlaceWord
) -> Candidate | None:
    """Return the known place at `at`; a plain word is none after a plural or a definite word."""
    open_ones = [
        c
        for c in (known(words, at) if at < len(words) else ())
        if c.kind in (Kind.PLACE, Kind.STATE)
        and not c.skip
        and not (c.trap and c.end == at + 1 and _is_plain_here(words[at].form, definite, head))
    ]
    return max(open_ones, key=lambda c: c.end, default=None)


def _is_plain_here(form: str, definite: bool, head: PlaceWord) -> bool:
    """Say whether a known place's name that is also a word is the word: «مدن البلاد», «مديرية الأمن»."""
    own = (head.plural or head.inside != "label") and bare(form) in place_words()
    classes = ("field", "lone", "toponym")
    return definite or own or any(has_class(form, name) for name in classes)


def _begins(word: Word, head: PlaceWord, form: str | None = None) -> bool:
    """Say whether an unknown place after `head` may begin with this word (`form`: less its clitic)."""
    form = word.form if form is None else form
    if has_class(form, "nasab"):
        return not head.plural
    if len(form) < 3 or not form[0].isalpha() or form.startswith("لل"):
        return False
    if _is_in_place(form):
        return False
    if has_class(form, "toponym") or has_class(form, "kunya"):
        return True
    stem = bare(form)
    if stem in titles() or (stem in group_words() and not form.startswith("ال")):
        return False
    if form.startswith("ال"):
        if any(has_class(form, name) for name in ("field", "lone", "aside")):
            return False
        if (
            stem in frame_nouns()
            or stem in place_words()
            or (stem in adjectives() and not form.endswith("ي"))
            or (head.plural and head.inside == "name")
        ):
            return False
        if has_class(head.word, "settlement") and not _is_of_others(form, stem):
            return True
        return not (is_plain(form) or is_common(form))
    if is_plain(form) or is_common(form) or form in frame_nouns() or has_pronoun(word):
        return False
    if head.plural and form.startswith("و"):
        return False  # «بيوت وأوكار»: one plain noun and another
    return not _is_adjective(form, head)


@lru_cache(maxsize=1 << 14)
def _is_in_place(form: str) -> bool:
    """Say whether a form is a place word after a preposition: «بمديرية»."""
    return any(prefix and rest in place_words() for prefix, rest in splits(form))


def _is_of_others(form: str, stem: str) -> bool:
    """Say whether a definite noun is rather whose the settlement is, or which one: «قرية العشيرة»."""
    other = stem in group_words() or stem in adjectives() or form in particles()
    return (
        other or has_class(form, "lone") or has_class(form, "identity") or has_class(form, "aside")
    )


def _is_adjective(form: str, head: PlaceWord) -> bool:
    """Say whether an unknown indefinite word describes its head: «منطقة محررة», «مدن ساحلية»."""
    if form in adjectives() or has_class(form.removesuffix("ه"), "quality"):
        return True
    feminine = head.gender == "f" or head.plural
    participle = form.startswith("م") and form.endswith("ه") and form[3:4] != "ا"
    if form.endswith("يه") or participle:
        return feminine
    return (
        form.endswith("ي")
        and (head.plural or head.gender != "f")
        and not has_class(head.word, "natural")
    )


def _end(words: Sequence[Word], at: int, head: PlaceWord) -> int:
    end = at + 1 + _is_second(words, at, head)
    while end < len(words) and end - at < 3:
        before, form = words[end - 1].form, words[end].form
        starts = any(has_class(before, name) for name in ("toponym", "kunya", "nasab"))
        if not (
            starts
            and form[0].isalpha()
            and end - at < 2 + starts
            and not has_class(form, "direction")
            and not _is_in_place(form)
        ):
            break
        end += 1
    return _directions(words, end)


def _is_second(words: Sequence[Word], at: int, head: PlaceWord) -> bool:
    """Say whether another unknown word goes on with an unknown name: «قرية سرى [كانيه]»."""
    first = words[at].form
    if head.inside != "label" or head.plural or first.startswith("ال") or at + 1 >= len(words):
        return False
    form = words[at + 1].form
    other = has_class(form, "direction") or has_class(form.removesuffix("ه"), "quality")
    return is_foreign(words[at + 1]) and not other and not any(known(words, at + 1))


def _directions(words: Sequence[Word], end: int) -> int:
    """Carry a name on over «الشمالي الشرقي»; without the article the word looks on: «مأرب شرقي البلاد»."""
    while end < len(words) and has_class(words[end].form, "direction"):
        if not words[end].form.startswith("ال"):
            break
        end += 1
    return end
