"""What comparing two names comes to: a score, the reasons in words, and perhaps a veto."""

from __future__ import annotations

from dataclasses import dataclass

ONE, LIKELY = 0.9, 0.6
"""From `ONE` on two names are taken for one; from `LIKELY` on that is proposed to the analyst."""
MATCHES, DOUBTFUL = 0.88, 0.7
"""Levels from which two words count as one, and as perhaps one."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: `score` 0 to 1, `reasons` in words, and a `veto` that outweighs any score."""

    score: float
    reasons: tuple[str, ...] = ()
    veto: str | None = None

    @property
    def is_one(self) -> bool:
        """Say whether the names are taken for names of one."""
        return self.veto is None and self.score >= ONE


def best(likenesses: list[Likeness]) -> Likeness:
    """Return the highest that no veto stops; where vetoes stop all, the first of those."""
    free = [likeness for likeness in likenesses if likeness.veto is None]
    if free:
        return max(free, key=lambda likeness: (likeness.score, likeness.reasons))
    return likenesses[0] if likenesses else Likeness(0.0)
