"""Asks a graph in SPARQL: read-only, offline, over the union of its graphs."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
)

from kg.errors import BadCall, BadGraph
from kg.graph.store import all_prefixes, find_base


class Iri(str):
    """An IRI among the values of an answer; all else that is text is a plain `str`."""

    __slots__ = ()


Value = Iri | str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question returns: the names of its columns and its rows, in order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


_TOKENS = re.compile(
    r"""\\. | <[^<>"{}|^`\\\x00-\x20]*> | \#[^\n\r]*
      | \"\"\"(?:"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
      | [?$]\w+ | (?P<word>[^\W\d]\w*)(?P<local>[\w.-]*:(?:[\w:%][\w.:%-]*)?)?
      | :(?:[\w:%][\w.:%-]*)? | .""",
    re.VERBOSE | re.DOTALL,
)
"""What a query is made of, as far as it takes to tell words from texts, IRIs and names."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def select(store: Store, text: str) -> Answer:
    """Ask a SELECT, ASK, CONSTRUCT or DESCRIBE query; the prefixes of the graph need no declaring.

    ASK answers in one column `answer`; CONSTRUCT and DESCRIBE in `subject predicate object`.
    Raises `BadCall` for what is no such query, for updates, and for SERVICE, which would ask
    another machine.
    """
    if calls_out(text):
        raise BadCall("SERVICE would send the question to another machine; ask without it")
    try:
        result = store.query(
            text, prefixes=all_prefixes(find_base(store)), use_default_graph_as_union=True
        )
    except SyntaxError as error:
        raise BadCall(f"not a SPARQL query that can be asked here: {error}") from error
    try:
        return _answer(result)
    except OSError as error:
        raise BadGraph(f"the graph store is damaged ({error}); build it anew") from error
    except RuntimeError as error:
        if "orruption" in str(error):
            raise BadGraph(f"the graph store is damaged ({error}); build it anew") from error
        raise BadCall(f"the query cannot be answered: {error}") from error


def select_within(folder: Path, text: str, seconds: float) -> Answer:
    """Ask the graph of a folder as `select` does, and give up after some seconds: `BadCall`.

    The query runs in a process of its own, the only way to stop it.
    """
    command = [sys.executable, "-m", "kg.graph.within", str(folder)]
    paths = os.pathsep.join(path or os.curdir for path in sys.path)
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-8", "surrogatepass"),
            stdout=subprocess.PIPE,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": paths},
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        why = f"no answer within {seconds:g} s; narrow the question or allow more time"
        raise BadCall(why) from error
    except subprocess.CalledProcessError as error:
        raise BadCall("the question was too much for this machine; narrow it") from error
    found = pickle.loads(done.stdout)
    if isinstance(found, Answer):
        return found
    raise found


def calls_out(text: str) -> bool:
    """Say whether a query may have the word SERVICE outside text, comments, IRIs and variables.

    Read as written and with its escapes (`\\u0053`) undone; on doubt it has.

    >>> calls_out("SELECT * { SERVICE <http://elsewhere.example/> { ?s ?p ?o } }")
    True
    >>> calls_out('SELECT * { ?service kg:rule "SERVICE" }')
    False
    """
    return _has_service(text) or _has_service(_ESCAPE.sub(_unescape, text))


def _has_service(text: str) -> bool:
    """Say whether a word has `service` in it: Oxigraph asks for no space after a keyword."""
    words = (match["word"] for match in _TOKENS.finditer(text))
    return any("service" in word.casefold() for word in words if word is not None)


def _unescape(match: re.Match[str]) -> str:
    """Return the letter of an escape such as `\\u0053`, which SPARQL reads before all else."""
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""


def _answer(result: QueryBoolean | QuerySolutions | QueryTriples) -> Answer:
    """Return a result of any form as rows of plain values."""
    if isinstance(result, QueryBoolean):
        return Answer(("answer",), ((bool(result),),))
    if isinstance(result, QueryTriples):
        rows = sorted({tuple(map(value, triple)) for triple in result}, key=repr)
        return Answer(("subject", "predicate", "object"), tuple(rows))
    columns = tuple(variable.value for variable in result.variables)
    return Answer(columns, tuple(tuple(value(term) for term in row) for row in result))


def value(term: object) -> Value:
    """Return an RDF term as a plain value: IRI, text, number, truth or day; None for nothing."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return Iri(term.value)
    if isinstance(term, Literal):
        return literal_value(term.value, term.datatype.value.rpartition("#")[2])
    return str(term)


def literal_value(text: str, datatype: str) -> Value:
    """Return a literal as a plain value by the local name of its XSD datatype.

    >>> literal_value("2023-06-01", "date"), literal_value("2023-06", "gYearMonth")
    (datetime.date(2023, 6, 1), '2023-06')
    """
    try:
        match datatype:
            case "integer":
                return int(text)
            case "decimal" | "double" | "float":
                return float(text)
            case "boolean":
                return text in ("true", "1")
            case "date":
                return date.fromisoformat(text)
    except ValueError:
        return text
    return text
