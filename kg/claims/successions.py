"""Successions: whoever succeeds another holds the post the other held — «عُيّن سالم قائداً … خلفاً لراشد»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims.drafts import LED
from kg.model import Claim, Stance

NEAR = 1
"""How many sentences apart the succession and the post may be told."""


def handed_down(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the posts that predecessors held and successors hold, where a text tells them of the other."""
    successions = [c for c in claims if c.verb == "succeeded" and c.stance is Stance.AFFIRMED]
    for succession in successions:
        near = [c for c in claims if c.verb in LED and _is_near(c, succession)]
        told = [c for c in near if c.sentence <= succession.sentence]
        own = [c for c in told if c.subject == succession.subject and not c.ended]
        others = [c for c in told if c.subject == succession.object]
        for post in own:
            yield _handed(succession, post, succession.object, ended=True)
        for post in others if not own else ():
            yield _handed(succession, post, succession.subject, ended=False)
            if not post.ended:
                yield _handed(succession, post, succession.object, ended=True)


def _is_near(post: Claim, succession: Claim) -> bool:
    return abs(post.sentence - succession.sentence) <= NEAR and post.stance is Stance.AFFIRMED


def _handed(succession: Claim, post: Claim, person: str, *, ended: bool) -> Claim:
    return replace(
        succession,
        subject=person,
        verb=post.verb,
        object=post.object,
        rule="succession-post",
        confidence=0.7,
        since=None if ended else post.until,  # «شغله حتى 2023، وخلفه سالم»
        until=post.since if ended else None,
        as_of=None,
        ended=ended,
    )
