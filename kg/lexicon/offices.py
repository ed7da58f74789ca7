"""Nouns that tell an office by themselves: «قيادة», «منصب»."""

from __future__ import annotations

from functools import cache

from kg.lexicon.frames import noun_frames
from kg.lexicon.posts import charges, seats

HEAD = "راس"
"""The noun of «على رأس»."""


@cache
def commandings() -> dict[str, str]:
    """Map the nouns of commanding to what they make of whose office it is: «قيادة»."""
    frames = ((noun, frame) for noun, some in noun_frames().items() for frame in some[::-1])
    return {noun: frame.verb for noun, frame in frames if frame.rule == "command-noun"}


@cache
def official_nouns() -> frozenset[str]:
    """Return the nouns that tell an office."""
    return frozenset((HEAD, *seats(), *charges(), *commandings()))
