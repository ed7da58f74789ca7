"""Persons: names after titles, kunyas, and runs that begin with a given name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import frame_nouns, modifier_frames
from kg.lexicon.words import (
    Title,
    adjectives,
    given_names,
    group_words,
    particles,
    place_words,
    titles,
)
from kg.mentions.called_names import (
    calls_for_person,
    is_kin,
    is_named_after_call,
    is_province,
    says,
)
from kg.mentions.candidates import (
    QUOTES,
    THEIRS,
    Candidate,
    has_class,
    has_pronoun,
    is_common,
    is_name_word,
    is_plain,
    quoted,
)
from kg.mentions.gazetteer import known_families, place_forms
from kg.mentions.person_names import given, is_joined_kunya, is_name_at, name_end, run_end
from kg.model import Kind, Word


def is_title(form: str) -> bool:
    """Say whether a form, as folding leaves it, may be a title, or a post with a pronoun: «زعيمها»."""
    for _, rest in splits(form):
        cut = pronoun(rest)
        if bare(rest) in titles() or (cut and cut[0] in titles()):
            return True
    return False


def titled(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the person named after the title at word `at`; the title stays outside.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in titled(cut("العميد الركن سالم الرواس قال"), 0)]
    [(2, 4)]
    """
    after = _after_titles(words, at)
    if after is None or after >= len(words):
        return
    run = quoted(words, after)
    trait = run and bare(words[run[0]].form) in titles()
    if run and run[1] - run[0] <= 4 and not trait and not _is_body(words[run[0]].form):
        yield Candidate(run[0], run[1], Kind.PERSON, "title", 0.85)
        return
    if after + 1 < len(words) and words[after].form in ("،", ",") and _is_full(words, after + 1):
        after += 1
    if _is_epithet(words, after):
        after += 1
    end = name_end(words, after, titled=True)
    if end > after and not _describes(words, after, end) and not _is_of_many(words, after, end):
        yield Candidate(after, end, Kind.PERSON, "title", 0.9)


def _is_full(words: Sequence[Word], at: int) -> bool:
    """Say whether a name of two words or more, a given one first, stands at `at`."""
    return bool(given(words, at, words[at].form)) and name_end(words, at, titled=True) > at + 1


def _is_epithet(words: Sequence[Word], at: int) -> bool:
    """Say whether a definite word stands between title and given name: «نائبه المخلوع سالم الرواس»."""
    if at + 1 >= len(words) or not words[at].form.startswith("ال"):
        return False
    form = words[at].form
    known_name = form in known_families() or form in given_names()
    return not known_name and given_names().get(words[at + 1].form) is False


def _describes(words: Sequence[Word], start: int, end: int) -> bool:
    """Say whether definite words after a title only describe it: «القائدان السابقان», «القائد القسامي المجاهد»."""
    forms = [word.form for word in words[start:end]]
    if not forms[0].startswith("ال") or any(form in given_names() for form in forms):
        return False
    if len(forms) > 1:
        return all(form.startswith("ال") for form in forms)
    participle = forms[0].startswith("الم") and not forms[0].endswith("ي")
    many = forms[0].endswith(("ين", "ان", "ون", "ات"))
    return (participle or many) and forms[0] not in known_families()


def _is_of_many(words: Sequence[Word], after: int, end: int) -> bool:
    """Say whether a word only describes the many the title before it tells of: «المواطنين [العزل]»."""
    form, stem = words[after].form, bare(words[after - 1].form)
    title = titles().get(stem)
    if title is None or form in known_families() or is_name_at(words, after):
        return False
    many = stem.endswith(("ين", "ون", "ات", "ان")) or stem.removesuffix("ه") != title.word
    return many and not stem.endswith("ي") and (form.startswith("ال") or end == after + 1)


def _is_body(form: str) -> bool:
    return bare(form) in group_words()


def _after_titles(words: Sequence[Word], at: int) -> int | None:
    """Return the word after the titles that begin at `at`; the last must be one that names follow."""
    end, ready = at, False
    while end < len(words) and end - at < 5:
        form = words[end].form
        if end + 1 < len(words) and has_class(f"{form} {words[end + 1].form}", "clerical"):
            end, ready = end + 2, True
            continue
        title, definite = _title(form, words[end].raw, end == at)
        nisba = form.startswith("ال") and form[2:] in adjectives()
        if title is None and not (ready and nisba):
            break
        if title is not None and title.rank != "trait":
            ready = definite or (title.rank == "rank" and ready)
        end += 1
    return end if ready and end > at else None


@lru_cache(maxsize=1 << 14)
def _title(form: str, raw: str, leaning: bool) -> tuple[Title | None, bool]:
    """Return the title a word is (`leaning`: after clitics), and whether it is definite: by its article or «زعيمها»."""
    for _, rest in splits(form) if leaning else (("", form),):
        stem = bare(rest)
        if stem in titles() and not (has_class(stem, "madda") and "أ" in raw):
            return titles()[stem], rest.startswith("ال")
        cut = pronoun(rest)
        theirs = cut and cut[1] in THEIRS and not raw.endswith("ة")
        if cut and theirs and cut[0] in titles() and titles()[cut[0]].rank == "post":
            return titles()[cut[0]], True
    return None, False


def is_called_for(words: Sequence[Word], c: Candidate) -> bool:
    """Say whether the words before a family name tell that a person is meant: «قال الرواس», «الموالية للرواس»."""
    if c.start == 0:
        return False
    before = words[c.start - 1].form
    if c.skip.endswith("ل"):
        return leans_on(before, "ل")
    if c.skip:
        return False
    if before == "من":
        return c.start > 1 and leans_on(words[c.start - 2].form, "من")
    if any(has_class(bare(rest), "of-man") for _, rest in splits(before)):
        return True
    within = before in QUOTES and c.end < len(words) and words[c.end].form in QUOTES
    return within or says(before) or calls_for_person(before)


@lru_cache(maxsize=1 << 14)
def leans_on(form: str, preposition: str) -> bool:
    """Say whether a participle calls for whose backing or loyalty follows: «الموالية ل», «المدعومة من».

    >>> leans_on("المدعومه", "من"), leans_on("المدعومه", "ل")
    (True, False)
    """
    frames = (f for _, rest in splits(form) for f in modifier_frames().get(bare(rest), ()))
    return any(frame.preposition == preposition for frame in frames)


def named(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the person whose name begins at word `at` with a kunya or a given name.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in named(cut("أبو راشد العراقي"), 0)]
    [(0, 3)]
    """
    if _is_no_name(words, at):
        return
    for prefix, rest in splits(words[at].form):
        if has_class(rest, "kunya") or is_joined_kunya(rest):
            end = name_end(words, at, titled=False)
            if end > at + (not is_joined_kunya(rest)):
                yield Candidate(at, end, Kind.PERSON, "kunya", 0.9, prefix)
                return
        if rest in particles() and not words[at].raw.endswith("علي"):
            continue
        if bare(rest) in titles() and rest.startswith("ال") and is_name_at(words, at + 1):
            return  # a title that is a name as well: «الشيخ سالم»
        length = given(words, at, rest)
        before = words[at - 1].form if at and not prefix else ""
        called = bool(before) and calls_for_person(before)
        if called and not length and is_named_after_call(words, at):
            yield Candidate(at, name_end(words, at, titled=True), Kind.PERSON, "called", 0.8)
            return
        if length and (not prefix or not is_plain(rest)):
            end = run_end(words, at, at + length, called or says(before))
            end += before == "،" and _is_last(words, end)
            trap = length == 1 and given_names().get(rest, False)
            if end == at + length and not trap and is_kin(before):
                yield Candidate(at, end, Kind.PERSON, "called", 0.75)
                return
            if trap and not called and _is_noun(words, at, end, rest):
                return
            if (
                end - at >= 2
                and end > at + length
                and (
                    not trap
                    or called
                    or says(before)
                    or _sure(words, at + 1, end)
                    or _stands_out(words, at, end)
                )
            ):
                yield Candidate(at, end, Kind.PERSON, "given name", 0.8, prefix)
                return


def _is_no_name(words: Sequence[Word], at: int) -> bool:
    """Say whether a particle, a title that is a word too, or the province of a governor stands at `at`."""
    form = words[at].form
    if form in particles() and words[at].raw != "علي":
        return True
    if form in titles() and given_names().get(form, True):
        return True
    return at > 0 and is_province(words, at)


def _is_last(words: Sequence[Word], at: int) -> bool:
    """Say whether a given name that is a word too ends a name set off by commas: «، علوان [خلف]،»."""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return after == "،" and words[at].form in given_names()


def _stands_out(words: Sequence[Word], at: int, end: int) -> bool:
    """Say whether an unknown word and then a mark, a post or «الذي» follow: «راجي الرواس، زعيم»."""
    if not is_name_word(words[end - 1].form) or words[end - 1].form.endswith(
        ("ي", "يه", "ات", "ين", "ون")
    ):
        return False
    if is_common(words[at].form) and end - at > 2:
        return False
    if end == len(words) or not words[end].form[0].isalnum():
        return True
    title = titles().get(words[end].form)
    return title is not None and title.rank in ("post", "member")


def _is_noun(words: Sequence[Word], at: int, end: int, first: str) -> bool:
    """Say whether a given name that is also a word is one here: «قائد المسيرة», «دليل الإفلاس»."""
    if (
        first in place_words()
        or first in group_words()
        or has_pronoun(words[at + 1] if at + 1 < end else words[at])
    ):
        return True
    after = words[at + 1].form if at + 1 < end else ""
    if end == at + 2 and after in place_forms():
        return True
    return end == at + 2 and after[:2] == "ال" and (first in frame_nouns() and after[-1] != "ي")


def _sure(words: Sequence[Word], start: int, end: int) -> bool:
    return any(
        given_names().get(word.form) is False
        or (word.form.startswith("ال") and is_name_word(word.form))
        for word in words[start:end]
    )
