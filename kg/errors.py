"""The errors a caller may meet, in one tree.

KgError
├── BadData            the data are at fault: exit code 1
│   ├── UnreadableArticle
│   ├── BadDecisions   a line of a decisions file that is no verdict
│   ├── BadGraph       a graph folder that is missing, foreign or damaged
│   └── BadGold        a gold folder or its predictions
├── BadCall            the call is at fault: exit code 2
│   └── UnknownName    no entity, question or verb of that name; says which are near
└── BadLexicon         a table of the lexicon breaks its own rules (a bug, or a user's own table)
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors raised on purpose; its text names the place and the way out."""


class BadData(KgError):
    """The data given are at fault."""


class UnreadableArticle(BadData):
    """A file or record that cannot be read as an article."""


class BadDecisions(BadData):
    """A line of a decisions file is no verdict."""


class BadGraph(BadData):
    """A graph folder that is missing, foreign or damaged."""


class BadGold(BadData):
    """A gold folder or its predictions cannot be read."""


class BadCall(KgError):
    """The call is at fault: an option, a name, a combination."""


class UnknownName(BadCall):
    """No entity, question or verb goes by that name."""


class BadLexicon(KgError):
    """A table of the lexicon breaks its own rules."""
