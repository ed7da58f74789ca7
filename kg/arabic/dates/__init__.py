"""Dates: the moments a text names, each as precise as it says, and the bounds it sets with them.

The way: `signs` reads words into signs (one letter each: a month, a year, a preposition …),
`phrases` knows which runs of signs say when, `moments` works out what day, month, year or range
they mean (through `months`, `years`, `parts`, `relative` and `calendars`), `bounds` adds since,
until or as of. Words stand in `lexicon/ar/months.tsv`, `calendar-words.tsv`, `calendar-parts.tsv`.
"""

from kg.arabic.dates.bounds import Bound, find_bounds
from kg.arabic.dates.moments import find_moments
from kg.arabic.dates.signs import may_tell_when

__all__ = ["Bound", "find_bounds", "find_moments", "may_tell_when"]
