"""Licences: the short forms of names that an article's fuller names allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.arabic.memo import Memo
from kg.arabic.words import bare, splits
from kg.lexicon.words import (
    adjectives,
    given_names,
    group_words,
    place_words,
    titles,
)
from kg.mentions.called_names import calls_for_family
from kg.mentions.candidates import (
    QUOTES,
    Candidate,
    has_class,
    is_common,
    is_fused,
    is_plain,
)
from kg.model import Kind, Word

_rests = Memo(lambda form: [rest for _, rest in splits(form)])


def _is_telling(form: str) -> bool:
    """Say whether a form is hardly anything but a name."""
    stem = bare(form)
    other = stem in group_words() or stem in place_words() or stem in titles()
    plain = is_plain(form) or is_common(form) or is_common(stem) or form in given_names()
    return len(stem) > 3 and not other and not plain


class Licences:
    """Short forms that full names earlier or later in the article license: a family name, a headless group."""

    def __init__(self) -> None:
        """Begin without any short form."""
        self._short: dict[str, tuple[Kind, str | None]] = {}
        self._called: dict[str, tuple[Kind, str | None]] = {}

    def learn(self, words: Sequence[Word], candidates: Sequence[Candidate]) -> None:
        """Take the short forms of each full name."""
        for c in candidates:
            if c.kind is Kind.PLACE:
                self._place(words, c)
            if c.kind is not Kind.PERSON and c.kind is not Kind.ARMED_GROUP:
                continue
            forms = [w.form for w in words[c.start : c.end] if w.form not in QUOTES]
            if c.skip and forms and forms[0].startswith(c.skip):
                forms[0] = ("ا" if c.fused else "") + forms[0][len(c.skip) :]
            if c.kind is Kind.PERSON and len(forms) > 1:
                self._person(forms, c)
            elif c.found_by == "nickname" and forms and not is_plain(forms[0]):
                self._short.setdefault(forms[0], (c.kind, c.lexeme))
            elif c.kind is Kind.ARMED_GROUP and len(forms) > 1 and bare(forms[0]) in group_words():
                rest = tuple(forms[1:])
                lone = len(rest) == 1 and (
                    bare(rest[0]) in place_words() or bare(rest[0]) in titles()
                )
                telling = all(bare(f) in adjectives() or has_class(f, "identity") for f in rest)
                if (
                    not lone
                    and not telling
                    and not is_plain(rest[0])
                    and rest[0] not in given_names()
                    and not rest[0].isdigit()
                ):
                    self._short.setdefault(" ".join(rest), (c.kind, c.lexeme))

    def _place(self, words: Sequence[Word], c: Candidate) -> None:
        """Let an unknown place that a label told, «بلدة الشيخة», be named without it."""
        if c.found_by != "place word" or c.name_from is None or c.lexeme:
            return
        name = [w.form for w in words[c.name_from : c.end] if w.form not in QUOTES]
        if not name or (len(name) == 1 and not _is_telling(name[0])):
            return
        if not has_class(name[-1], "direction"):
            self._short.setdefault(" ".join(name), (c.kind, None))

    def _person(self, forms: list[str], c: Candidate) -> None:
        last = forms[-1]
        if last == "الله":
            last = " ".join(forms[-2:])
        if last.startswith("ال") or (not is_plain(last) and last not in given_names()):
            self._short.setdefault(last, (c.kind, c.lexeme))
        elif last in given_names() and len(last) > 2 and not has_class(forms[-2], "nasab"):
            self._called.setdefault(last, (c.kind, c.lexeme))
        if has_class(forms[0], "kunya") or (
            len(forms) > 2 and not has_class(forms[1], "nasab") and forms[1] != "الله"
        ):
            self._short.setdefault(" ".join(forms[:2]), (c.kind, c.lexeme))
        self._short.setdefault(" ".join(forms), (c.kind, c.lexeme))

    def claim(self, words: Sequence[Word], c: Candidate) -> bool:
        """Say whether a one-word place is rather a person's family name, or a person rather a place, of the article."""
        if c.kind is Kind.PERSON and not c.lexeme and c.found_by in ("kunya", "given name"):
            name = " ".join(word.form for word in words[c.start : c.end])
            return self._short.get(name[len(c.skip) :], (None,))[0] is Kind.PLACE
        if c.kind is not Kind.PLACE or c.found_by != "lexicon" or c.end != c.start + 1 or c.skip:
            return False
        before = words[c.start - 1].form if c.start else ""
        kind, _ = self._short.get(words[c.start].form, (None, None))
        return (
            kind is Kind.PERSON
            and not has_class(before, "locating")
            and bare(before) not in place_words()
        )

    def find(self, words: Sequence[Word], taken: Sequence[Candidate]) -> Iterator[Candidate]:
        """Yield short forms outside the names already found."""
        firsts = self._firsts
        if not firsts:
            return
        rests = _rests
        hits = [at for at, word in enumerate(words) if not firsts.isdisjoint(rests[word.form])]
        busy = {i for c in taken for i in range(c.start, c.end)} if hits else set()
        for at in hits:
            word = words[at]
            if at in busy:
                continue
            for prefix, rest in splits(word.form):
                if rest not in firsts:
                    continue
                hit = self._match(words, at, rest)
                if hit is None and not prefix and rest in self._called:
                    hit = self._call(words, at)
                if hit and word.form[0].isalpha() and busy.isdisjoint(range(at, hit[0])):
                    end, (kind, lexeme) = hit
                    fused = is_fused(word.form, prefix, rest)
                    busy.update(range(at, end))
                    yield Candidate(at, end, kind, "short form", 0.8, prefix, lexeme, fused=fused)
                    break

    def _call(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Kind, str | None]] | None:
        """Return the person whose family name, a given name or a word, a verb before it calls for: «يخلف صلاح»."""
        form = words[at].form
        word = given_names()[form] or is_common(form)
        if at == 0 or not calls_for_family(words[at - 1].form, word):
            return None
        after = words[at + 1] if at + 1 < len(words) else None
        if after and (after.form in given_names() or has_class(after.form, "nasab")):
            return None
        return at + 1, self._called[form]

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The first words of all short forms, once all are learnt."""
        return frozenset(name.split(" ", 1)[0] for name in (*self._short, *self._called))

    def _match(
        self, words: Sequence[Word], at: int, first: str
    ) -> tuple[int, tuple[Kind, str | None]] | None:
        for length in (4, 3, 2, 1):
            forms = [first, *(w.form for w in words[at + 1 : at + length])]
            if len(forms) == length and (hit := self._short.get(" ".join(forms))):
                return at + length, hit
        return None
