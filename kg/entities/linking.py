"""Linking: how likely two nodes are one, by the best of their names and by what stands around them."""

from __future__ import annotations

from itertools import product

from kg.entities.judgement import LIKELY, ONE, Likeness, best
from kg.entities.likeness import compare
from kg.entities.nodes import Node
from kg.entities.vetoes import veto

_MOST = 8
"""So many names of a node are compared; a node has more only by misreading."""
_AROUND, _FAMOUS = 0.35, 0.94
"""What a shared tie adds to a likeness, and what a name the lexicon knows asks of one it does not."""
CEILING = 0.94


def link(one: Node, other: Node) -> Likeness:
    """Return how likely two nodes are one, why, and what forbids it."""
    if one.lexeme is not None and one.lexeme == other.lexeme:
        return Likeness(1.0, (f"the lexicon knows both names as {one.lexeme}",))
    found = best(
        [
            compare(one.kind, a, b)
            for a, b in product(one.spellings[:_MOST], other.spellings[:_MOST])
        ]
    )
    found = Likeness(found.score, found.reasons, veto(one, other) or found.veto)
    if bool(one.lexeme) != bool(other.lexeme) and found.score < _FAMOUS:
        return Likeness(
            min(found.score, 0.85), (*found.reasons, "the known one asks a full name"), found.veto
        )
    return _with_context(one, other, found)


def _with_context(one: Node, other: Node, found: Likeness) -> Likeness:
    """Raise or lower a likeness by shared or different ties, where the name alone does not tell."""
    if one.is_sure and other.is_sure and found.score >= ONE:
        return found
    shared = sorted(one.ties & other.ties | one.around & other.ties | one.ties & other.around)
    if shared and found.score >= LIKELY - 0.1:
        said = " ".join(shared[0].replace("|", " ").split()[1:])
        reasons = (*found.reasons, f"both have to do with {said}")
        return Likeness(round(min(CEILING, found.score + _AROUND), 4), reasons, found.veto)
    if found.score >= ONE:
        reasons = (*found.reasons, "many go by this name, and nothing around them is shared")
        return Likeness(0.7, reasons, found.veto)
    return found
