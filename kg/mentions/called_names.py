"""Called names: names of unknown words, after a word that calls for a name — «المدعو …», «بقيادة …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.arabic.words import bare, pronoun, splits
from kg.lexicon.frames import noun_frames, verb_frames
from kg.lexicon.words import titles, verb_forms
from kg.mentions.candidates import Candidate, has_class, is_name_word
from kg.mentions.gazetteer import known
from kg.mentions.person_names import name_end
from kg.model import Kind, Word

LEADING = frozenset(("commands", "leads"))


@lru_cache(maxsize=1 << 14)
def calls(form: str) -> bool:
    """Say whether a form calls what follows a name: «يدعى», «المدعو», «بقيادة»."""
    return _says_so(form) or _leads(form)


def _says_so(form: str) -> bool:
    return any(has_class(rest, "call") for _, rest in splits(form))


def _leads(form: str) -> bool:
    """Say whether a leader is named next: «بقيادة», «بإمرة»."""
    frames = noun_frames().get(form[1:], ()) if form.startswith("ب") else ()
    return any(frame.verb in LEADING for frame in frames)


def is_named_after_call(words: Sequence[Word], at: int) -> bool:
    """Say whether an unknown word right after one that calls begins a name of two words or more.

    After «بقيادة» the name must end where a mark, «و» or the text does.
    """
    before = words[at - 1].form
    if not calls(before) or not is_name_word(words[at].form):
        return False
    end = name_end(words, at, titled=True)
    if end <= at + 1 or _says_so(before):
        return end > at + 1
    return end == len(words) or not words[end].form[0].isalpha() or words[end].form[0] == "و"


@lru_cache(maxsize=1 << 14)
def calls_for_person(form: str) -> bool:
    """Say whether a person is named after this word: «تعيين», «مقتل», «بقيادة», «يدعى», «يقودها»."""
    for _, rest in splits(form):
        stem = bare(rest)
        if has_class(rest, "call") or has_class(stem, "call"):
            return True
        if any(frame.verb in PERSONAL for frame in noun_frames().get(stem, ())):
            return True
        cut = pronoun(rest)
        verbs = verb_forms().get(cut[0], ()) if cut else ()
        if any(
            f.verb in LEADING for v in verbs for f in verb_frames().get((v.lemma, "active"), ())
        ):
            return True
    return False


PERSONAL = LEADING | {"appointedBy", "killed", "detained", "succeeded", "kinOf"}
"""What is said of persons, so that a name after the word is a person's."""


@lru_cache(maxsize=1 << 14)
def says(form: str) -> bool:
    """Say whether a form is a verb of saying, or «according to»."""
    return any(has_class(rest, "say") for _, rest in splits(form))


def said(words: Sequence[Word], at: int) -> Iterator[Candidate]:
    """Yield the unknown name of two words or more between a verb of saying at `at` and a post.

    >>> from kg.arabic.words import cut
    >>> [(c.start, c.end) for c in said(cut("أفاد هفال دو روج المتحدث باسم الفصيل"), 0)]
    [(1, 4)]
    """
    start = at + 1
    if start + 2 >= len(words) or not is_name_word(words[start].form):
        return
    end = name_end(words, start, titled=True)
    if end < start + 2 or words[start].form.startswith("ال") or end >= len(words):
        return
    post = end + (words[end].form in ("،", ","))
    title = titles().get(bare(words[post].form)) if post < len(words) else None
    if title is not None and title.rank in ("post", "member", "rank"):
        yield Candidate(start, end, Kind.PERSON, "title", 0.75)


@lru_cache(maxsize=1 << 14)
def calls_for_family(form: str, word: bool) -> bool:
    """Say whether a family name that is a given name, or a plain `word` too, is a person's after a form: «يعد مهدي»."""
    if says(form) or calls_for_person(form):
        return True
    verbs = [v for _, rest in splits(form) for v in verb_forms().get(rest, ()) if v.number == "s"]
    if not word:
        return bool(verbs) or has_class(form, "that")
    return any(
        f.subject == "agent" for v in verbs for f in verb_frames().get((v.lemma, v.voice), ())
    )


@lru_cache(maxsize=1 << 14)
def is_kin(form: str) -> bool:
    """Say whether a form is someone's kin, by a pronoun, after which one name is enough: «شقيقه», «وابنها».

    >>> is_kin("شقيقه"), is_kin("شقيق")
    (True, False)
    """
    cuts = (pronoun(rest) for _, rest in splits(form))
    frames = (frame for cut in cuts if cut for frame in noun_frames().get(cut[0], ()))
    return any(frame.verb == "kinOf" for frame in frames)


def is_province(words: Sequence[Word], at: int) -> bool:
    """Say whether a governor's title stands before a known place at `at`: «محافظ [صلاح الدين] سالم الرواس»."""
    if not any(has_class(rest, "governor") for _, rest in splits(words[at - 1].form)):
        return False
    return any(c.kind is Kind.PLACE and not c.skip and c.end > at + 1 for c in known(words, at))
