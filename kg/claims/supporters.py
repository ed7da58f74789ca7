"""Supporters: who gives the support that a verb of receiving names — «تحظى بدعم [X]»."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims.clauses import clause_end
from kg.claims.phrases import phrase
from kg.claims.units import Unit, is_particle
from kg.lexicon.frames import noun_frames


def support(units: Sequence[Unit], at: int) -> tuple[Unit, ...]:
    """Return who gives the support a verb of receiving names: «تحظى بدعم X», «تتلقى دعماً من X»."""
    for position in range(at + 1, min(clause_end(units, at), at + 8)):
        frames = noun_frames().get(units[position].noun, ())
        if any(frame.verb == "supports" for frame in frames):
            rest = position + 1
            while rest < len(units) and not units[rest].entity and rest - position < 4:
                if units[rest].form == "من" or not is_particle(units[rest]):
                    rest += 1
                    continue
                return ()
            found = phrase(units, rest) if rest < len(units) else None
            return tuple(units[b] for b in found.bearers) if found else ()
    return ()
