"""States: named by an adjective after an event noun — «ضربة أمريكية», «بدعم إيراني» — or by their capital."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.arabic.words import bare, splits
from kg.lexicon.frames import holders, modifier_frames, noun_frames
from kg.lexicon.words import adjectives
from kg.mentions.candidates import Candidate
from kg.model import Kind, Word

DEEDS = frozenset(("attacked", "supports", "funds", "arms", "trains", "killed", "detained"))
"""What states do that an adjective can tell whose deed it is."""


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
            yield Candidate(at, at + 1, Kind.STATE, "adjective", 0.7, lexeme=adjectives()[form[:-1]])
        return
    state = adjectives().get(bare(form))
    if state is None or at == 0:
        return
    for _, rest in splits(words[at - 1].form):
        deed = any(frame.verb in DEEDS for frame in noun_frames().get(bare(rest), ()))
        if deed or holders().get(bare(rest)) == "act":
            if rest.startswith("ال") == form.startswith("ال"):
                yield Candidate(at, at + 1, Kind.STATE, "adjective", 0.7, lexeme=state)
            return
