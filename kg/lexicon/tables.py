"""Reads the lexicon's tables: TSV, one row = one word, each with a gloss and an example.

Lines that start with `#` are comments (source, licence); the first other line is the header.
"""

from __future__ import annotations

from importlib.resources import files

from kg.errors import BadLexicon

MANY = "|"


def read_table(name: str, columns: tuple[str, ...], key: str | None = None) -> list[dict[str, str]]:
    """Return the rows of `kg/lexicon/<name>`, e.g. `ar/months.tsv`, as column → text.

    Raises `BadLexicon` with file and line when the header is not `columns`, a row has other than
    that many cells, the first cell, `gloss` or `example` is empty, or `key` stands twice.
    """
    rows: list[dict[str, str]] = []
    seen: dict[str, int] = {}
    header: tuple[str, ...] | None = None
    text = files("kg.lexicon").joinpath(name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = tuple(cells)
            if header != columns:
                raise BadLexicon(f"{name}:{number}: the header is not {' '.join(columns)}")
            continue
        if len(cells) != len(columns):
            raise BadLexicon(f"{name}:{number}: {len(cells)} cells, not {len(columns)}")
        row = dict(zip(columns, cells, strict=True))
        for column in (columns[0], "gloss", "example"):
            if column in row and not row[column]:
                raise BadLexicon(f"{name}:{number}: the cell {column} is empty")
        if key is not None and seen.setdefault(row[key], number) != number:
            raise BadLexicon(f"{name}:{number}: {row[key]} stands already in line {seen[row[key]]}")
        rows.append(row)
    if header is None:
        raise BadLexicon(f"{name}: no header")
    return rows


def split(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds many, in order: `a|b` → `("a", "b")`."""
    return tuple(part for part in cell.split(MANY) if part)
