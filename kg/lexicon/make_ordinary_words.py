"""Makes `ar/ordinary-words.tsv`: folded forms that annotated corpora show (almost) never inside a name.

Run at development time over files of `token TAG` lines, such as the training parts of ANERcorp,
the Wojood sample and AQMAR: `python -m kg.lexicon.make_ordinary_words FILE…`.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from kg.arabic.letters import fold

NO_NAMES = (
    "O",
    "OCC",
    "DATE",
    "TIME",
    "CARDINAL",
    "ORDINAL",
    "QUANTITY",
    "MONEY",
    "PERCENT",
    "UNIT",
)
FEWEST = 3
LARGEST_SHARE = 0.04
_HEAD = """\
# Words that are hardly ever part of a name; made by make_ordinary_words.py. Licence: CC BY-SA 4.0.
# Counted in the training parts of ANERcorp (Benajiba et al. 2007; CAMeL Lab edition, Obeid et al. 2020,
# CC BY-SA 4.0), the Wojood sample (SinaLab, MIT) and AQMAR (Mohit et al. 2012, CC BY-SA).
"""


def count(paths: list[str]) -> list[tuple[str, int]]:
    """Return the folded words seen `FEWEST` times or more outside names, and hardly ever inside one."""
    outside: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            token, _, tag = line.strip().partition(" ")
            names = outside if tag.rpartition("-")[2] in NO_NAMES else inside
            names[fold(token)] += 1
    return sorted(
        (word, times)
        for word, times in outside.items()
        if times >= FEWEST
        and len(word) > 1
        and word.isalpha()
        and inside[word] <= LARGEST_SHARE * (times + inside[word])
    )


def main() -> None:
    """Write the table."""
    rows = "".join(f"{word}\t{times}\n" for word, times in count(sys.argv[1:]))
    path = Path(__file__).with_name("ar") / "ordinary-words.tsv"
    path.write_text(f"{_HEAD}form\tcount\n{rows}", "utf-8")


if __name__ == "__main__":
    main()
