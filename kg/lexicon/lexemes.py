"""Lexemes: the actors, figures, states, places and events the lexicon knows by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kg.arabic.letters import fold
from kg.arabic.words import cut
from kg.lexicon.tables import read_table, split
from kg.model import Kind

ACTOR_COLUMNS = [
    "id",
    "name",
    "aliases",
    "trap",
    "english",
    "english_aliases",
    "kind",
    "type",
    "country",
    "gloss",
    "example",
]
FIGURE_COLUMNS = [
    "id",
    "name",
    "aliases",
    "trap",
    "english",
    "english_aliases",
    "country",
    "gloss",
    "example",
]
EVENT_COLUMNS = ["id", "name", "aliases", "english", "type", "country", "gloss", "example"]
STATE_COLUMNS = [
    "id",
    "name",
    "aliases",
    "capital",
    "capital_aliases",
    "adjectives",
    "english",
    "english_aliases",
    "country",
    "gloss",
    "example",
]
PLACE_COLUMNS = [
    "id",
    "name",
    "aliases",
    "english",
    "kind",
    "country",
    "parent",
    "lat",
    "lon",
    "population",
    "trap",
    "gloss",
    "example",
]


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What the lexicon knows of a name: spellings, kind, country, coordinates (WGS 84 degrees)."""

    id: str
    kind: Kind
    names_ar: tuple[str, ...]
    names_en: tuple[str, ...] = ()
    traps: tuple[str, ...] = ()
    type: str | None = None
    country: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    parents: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    population: int = 0


@cache
def lexemes() -> dict[str, Lexeme]:
    """Return all lexemes by id. Raises `BadLexicon` where a table breaks its rules."""
    return {lexeme.id: lexeme for lexeme in _read_all()}


def _read_all() -> Iterator[Lexeme]:
    yield from map(_place, read_table("ar/places.tsv", tuple(PLACE_COLUMNS), "id"))
    yield from map(_state, read_table("ar/states.tsv", tuple(STATE_COLUMNS), "id"))
    for name in _tables("actors-"):
        yield from map(_actor, read_table(name, tuple(ACTOR_COLUMNS), "id"))
    for name in _tables("figures-"):
        yield from map(_figure, read_table(name, tuple(FIGURE_COLUMNS), "id"))
    yield from map(_event, read_table("ar/events.tsv", tuple(EVENT_COLUMNS), "id"))


def _tables(prefix: str) -> list[str]:
    folder = files("kg.lexicon").joinpath("ar")
    return sorted(f"ar/{path.name}" for path in folder.iterdir() if path.name.startswith(prefix))


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *split(row["aliases"]))


def _english(row: dict[str, str]) -> tuple[str, ...]:
    return tuple(n for n in (row["english"], *split(row.get("english_aliases", ""))) if n)


def _actor(row: dict[str, str]) -> Lexeme:
    return Lexeme(
        row["id"],
        Kind(row["kind"]),
        _names(row),
        _english(row),
        split(row["trap"]),
        row["type"] or None,
        split(row["country"]),
    )


def _figure(row: dict[str, str]) -> Lexeme:
    return Lexeme(
        row["id"],
        Kind.PERSON,
        _names(row),
        _english(row),
        split(row["trap"]),
        country=split(row["country"]),
    )


def _event(row: dict[str, str]) -> Lexeme:
    return Lexeme(
        row["id"],
        Kind.EVENT,
        _names(row),
        _english(row),
        (),
        row["type"] or None,
        split(row["country"]),
    )


def _state(row: dict[str, str]) -> Lexeme:
    capitals = tuple(n for n in (row["capital"], *split(row["capital_aliases"])) if n)
    return Lexeme(
        row["id"],
        Kind.STATE,
        _names(row),
        _english(row),
        country=split(row["country"]),
        capitals=capitals,
        adjectives=split(row["adjectives"]),
    )


def _place(row: dict[str, str]) -> Lexeme:
    names = _names(row)
    return Lexeme(
        row["id"],
        Kind.PLACE,
        names,
        _english(row),
        tuple(n for n in names if row["trap"] == "yes" or (row["trap"] and " " not in n)),
        row["kind"] or None,
        split(row["country"]),
        float(row["lat"]) if row["lat"] else None,
        float(row["lon"]) if row["lon"] else None,
        split(row["parent"]),
        population=int(row["population"] or 0),
    )


@lru_cache(maxsize=1 << 16)
def forms(name: str) -> tuple[str, ...]:
    """Return a name as the reader looks it up: its words, folded, without marks.

    >>> forms("«حزب الله»")
    ('حزب', 'الله')
    """
    return tuple(word.form for word in cut(name) if word.form[0].isalnum())


def key(name: str) -> str:
    """Return a name's folded words joined by spaces: equal for spellings of one name.

    >>> key("جَبْهة النُّصرة") == key("جبهه النصره")
    True
    """
    return " ".join(forms(name)) or fold(name).strip()
