"""Finding: all candidates of a sentence, overlaps settled; then the short forms the article licenses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from kg.arabic.memo import Memo
from kg.arabic.words import bare, splits
from kg.lexicon.words import (
    event_words,
)
from kg.mentions import (
    called_names,
    commands,
    countries,
    designations,
    events,
    gazetteer,
    groups,
    patrons,
    persons,
    places,
    quoted_persons,
    states,
)
from kg.mentions.areas import areas
from kg.mentions.beliefs import all_believed
from kg.mentions.beside import after_bare_body, beside, with_nickname
from kg.mentions.candidates import (
    QUOTES,
    Candidate,
    has_class,
    is_idiom,
    may_be_idiom,
)
from kg.mentions.licences import Licences
from kg.mentions.listed import listed
from kg.mentions.person_names import begins_name
from kg.mentions.printed import as_mention
from kg.mentions.rows import ROW
from kg.model import Kind, Mention, Sentence, Word


def find(text: str, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find the names in an article's sentences, in order of the text, none overlapping another.

    Save that a place a group is named by is a mention within the group's (`found_by` is `WITHIN`).

    A name known to be also a plain word counts only in quotation marks, after a word that heads names,
    or where a fuller form of the same entity stands in the article.
    """
    options = [_candidates(s.words) for s in sentences]
    sure = [_settle(s.words, o, ()) for s, o in zip(sentences, options, strict=True)]
    vouched = {c.lexeme for found in sure for c in found if c.lexeme}
    votes = countries.count(c for found in sure for c in found)
    traps = [[c for o in option if o for c in o if c.trap] for option in options]
    vouched |= {c.lexeme for some in traps for c in some if c.lexeme and countries.fits(c, votes)}
    licences = Licences()
    settled: list[tuple[Sentence, list[Candidate]]] = []
    for sentence, option, some, near in zip(sentences, options, traps, sure, strict=True):
        believed = all_believed(sentence.words, some, near, vouched)
        kept = _settle(sentence.words, option, believed) if believed else near
        kept = _with_beside(sentence.words, [*kept, *listed(sentence.words, kept)])
        settled.append((sentence, kept))
        licences.learn(sentence.words, kept)
    settled = [(s, [c for c in kept if not licences.claim(s.words, c)]) for s, kept in settled]
    settled = [(s, [countries.choose(s.words, c, votes) for c in kept]) for s, kept in settled]
    mentions = [as_mention(text, s, c) for s, kept in settled for c in kept]
    short = [(s, [*licences.find(s.words, kept)]) for s, kept in settled]
    mentions.extend(as_mention(text, s, c) for s, found in short for c in found)
    mentions.extend(
        as_mention(text, s, countries.choose(s.words, area, votes))
        for (s, kept), (_, found), option in zip(settled, short, options, strict=True)
        for c in (*kept, *found)
        for area in areas(s.words, option, c, vouched)
    )
    return sorted(mentions, key=attrgetter("span"))


def _with_beside(words: Sequence[Word], kept: list[Candidate]) -> list[Candidate]:
    """Add the names told by what stands beside them; they take the place of one-word places."""
    persons = {(c.start, c.end) for c in kept if c.kind is Kind.PERSON and not c.trap}
    more = [c for c in beside(words, kept) if (c.start, c.end) not in persons]
    if not more:
        return kept
    taken = {at for c in more for at in range(c.start, c.end)}
    return [*(c for c in kept if taken.isdisjoint(range(c.start, c.end))), *more]


def _candidates(words: Sequence[Word]) -> list[Sequence[Candidate]]:
    """Return the candidates each word of a sentence begins or calls for: none for most words."""
    options: list[Sequence[Candidate]] = [()] * len(words)
    called, known = False, _readings
    for at, (readings, calls, idiom) in enumerate([known[word.form] for word in words]):
        if called and persons.named not in readings:
            readings = (*readings, persons.named)
        called = calls
        if readings and not (idiom and is_idiom(words, at)):
            found: list[Candidate] = []
            for read in readings:
                found += read(words, at)
            if ROW in [c.found_by for c in found]:
                for c in found:
                    if c.found_by == ROW:
                        options[c.start] = [*options[c.start], c]
                found = [c for c in found if c.found_by != ROW]
            options[at] = [*options[at], *found] if options[at] else found
    return options


Reading = Callable[[Sequence[Word], int], Iterable[Candidate]]


class Readings(NamedTuple):
    """The ways to read a form, whether it calls what follows a name, and whether it may be of a set phrase."""

    ways: tuple[Reading, ...]
    calls: bool
    idiom: bool


def _read(form: str) -> Readings:
    """Return how to read a form that begins or heads names, or calls for one: most forms do none of it."""
    return Readings(_ways(form), called_names.calls(form), may_be_idiom(form))


_readings = Memo(_read)


def _ways(form: str) -> tuple[Reading, ...]:
    if not form[0].isalpha():
        return (quoted_persons.in_quotes,) if form in QUOTES else ()
    rests = [rest for _, rest in splits(form)]
    stems = {*rests, *map(bare, rests), *(rest.removesuffix("ا") for rest in rests)}
    readings: list[Reading] = []
    if gazetteer.begins(form):
        readings.append(gazetteer.known)
    if stems & event_words().keys():
        readings.append(events.headed)
    if any(has_class(rest, "war") for rest in rests):
        readings.append(events.wars)
    if groups.heads(form):
        readings.append(groups.headed)
    if any(has_class(stem, "minister") for stem in stems):
        readings.append(groups.ministries)
    if places.heads(form):
        readings.append(places.headed)
    if commands.is_commander(form):
        readings.append(commands.commanded)
    if persons.is_title(form):
        readings += (persons.titled, after_bare_body)
    if called_names.says(form):
        readings.append(called_names.said)
    if states.is_adjective(form):
        readings.append(states.adjectival)
    readings += designations.ways(form)
    if patrons.is_many(form):
        readings.append(patrons.patronised)
    if states.begins_capital(form):
        readings.append(states.capital)
    if begins_name(form):
        readings += (persons.named, with_nickname)
    return tuple(readings)


def _settle(
    words: Sequence[Word], options: Sequence[Sequence[Candidate]], believed: Collection[Candidate]
) -> list[Candidate]:
    """Choose among overlapping candidates: from the left, the longest; the lexicon's where alike.

    Names that are also plain words are left out unless `believed`.
    """
    chosen: list[Candidate] = []
    free = 0
    for at, option in enumerate(options):
        if not option or at < free:
            continue
        if len(option) == 1 and option[0].start == at:
            only = option[0]
            if not only.trap or only in believed:
                chosen.append(_with_known_end(words, only))
                free = only.end
            continue
        open_ones = [c for c in option if not c.trap or c in believed]
        here = [c for c in open_ones if c.start == at]
        ahead = [c for c in open_ones if c.start > at and c.found_by in AHEAD]
        best = here[0] if len(here) == 1 else max(here, key=_weight, default=None)
        if ahead and (best is None or best.end < ahead[0].end):
            there = [c for c in options[ahead[0].start] if c.start == ahead[0].start]
            known = [c for c in there if c.found_by == "lexicon" and c.kind is ahead[0].kind]
            best = max([*known, ahead[0]], key=lambda c: (c.end, c.confidence))
            between = [c for o in options[at : best.start] if o for c in o]
            chosen += [
                c
                for c in between
                if (c.found_by == "adjective" or (c.found_by == "lexicon" and c.kind in GROUPS))
                and not c.trap
                and c.end <= best.start
            ]
            chosen.append(best)
            free = best.end
        elif best:
            row = best.found_by == "place word"
            run = [c for c in open_ones if c.found_by == "place word"] if row else [best]
            chosen += [_with_known_end(words, c) for c in run]
            free = max([c.end for c in run])
    return chosen


GROUPS = (Kind.ARMED_GROUP, Kind.ORGANIZATION)
AHEAD = ("title", "called body", "ministry", "command", "quoted person")
"""Candidates that stand after the word that calls for them."""


def _weight(c: Candidate) -> tuple[int, bool, int, float]:
    sure = not c.trap or c.kind in GROUPS
    return c.end - c.start, sure, -len(c.skip), c.confidence


def _with_known_end(words: Sequence[Word], c: Candidate) -> Candidate:
    """Give a headed name the lexeme of the known name after its label: «مدينة الباب»."""
    if c.lexeme or c.name_from is None:
        return c
    for inner in gazetteer.known(words, c.name_from):
        if inner.end == c.end and not inner.skip and inner.kind is c.kind:
            return Candidate(
                c.start,
                c.end,
                c.kind,
                c.found_by,
                c.confidence,
                c.skip,
                inner.lexeme,
                False,
                c.name_from,
            )
    return c
