"""The parts that groups' names are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UnitName:
    """The parts of a group's name: words folded, without article (Latin ones in lower case).

    `heads` are the nouns that say what it is, the outer first; `eponym` the words it is called by;
    `countries` ids of states; `script` is `ar` or `la`.
    """

    heads: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    eponym: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    arms: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    script: str = "ar"

    @property
    def key(self) -> tuple[str, ...]:
        """Return all that tells the group: equal for spellings of one name."""
        numbers = tuple(f"#{number}" for number in self.numbers)
        more = ("|", *self.identity, "|", *self.countries, "|", *self.arms, *self.directions)
        return (*self.heads, "|", *numbers, *self.eponym, *more, "|", *self.places)


@dataclass(slots=True)
class Parts:
    """The parts of a name as they are found, word by word."""

    heads: list[str] = field(default_factory=list)
    eponym: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    identity: list[str] = field(default_factory=list)
    arms: list[str] = field(default_factory=list)
    directions: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def name(self, numbers: Sequence[int], script: str) -> UnitName:
        """Return the parts, those without order sorted."""
        return UnitName(
            tuple(self.heads),
            tuple(sorted(set(numbers))),
            tuple(self.eponym),
            tuple(sorted(set(self.countries))),
            tuple(sorted(set(self.identity))),
            tuple(sorted(set(self.arms))),
            tuple(sorted(set(self.directions))),
            tuple(self.places),
            script,
        )
