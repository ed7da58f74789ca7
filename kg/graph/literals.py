"""Writes values as RDF literals, alike in every format and store."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pyoxigraph import Literal

from kg.arabic.letters import is_arabic
from kg.graph.ontology import LOC, XSD
from kg.model import Moment

_UNWRITABLE = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"
)
"""Code points that XML or UTF-8 cannot hold; replaced one for one, so offsets stay true."""


def plain(text: str) -> Literal:
    """Write a text without a language."""
    return Literal(text.translate(_UNWRITABLE))


def tagged(text: str, language: str) -> Literal:
    """Write a text in a language."""
    return Literal(text.translate(_UNWRITABLE), language=language)


def name(text: str) -> Literal:
    """Write a name in the language of its letters: `ar` if it has an Arabic one, else `en`."""
    return tagged(text, "ar" if is_arabic(text) else "en")


def day(value: date) -> Literal:
    """Write a day."""
    return Literal(value.isoformat(), datatype=XSD.date)


def moment(value: Moment) -> Literal:
    """Write a moment as precisely as it is known: date, month, year, or a range (EDTF).

    >>> moment(Moment.parse("2017-10/2017-12")).value
    '2017-10/2017-12'
    """
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    iso = value.iso
    return Literal(iso, datatype=LOC.edtf if "/" in iso else kinds[len(iso)])


def decimal(value: float) -> Literal:
    """Write a number so that every store and parser keeps its form: `0.9`, not `0.90`."""
    text = format(Decimal(str(round(value, 6))), "f")
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return Literal(short, datatype=XSD.decimal)


def integer(value: int) -> Literal:
    """Write a whole number."""
    return Literal(str(value), datatype=XSD.integer)


def boolean(value: bool) -> Literal:
    """Write yes or no."""
    return Literal("true" if value else "false", datatype=XSD.boolean)
