"""The analysts' questions: one file of SPARQL each, with its wording and parameters in comments.

The first line of `ontology/queries/NN-name.rq` is the question. A line `# group: an organization`
declares a parameter, `# day: a date, default "…"` one that may be left out; its slot in the query
is `VALUES ?group { … }`, whose braces hold an example or the default (`UNDEF` for any).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import BadCall, UnknownName
from kg.graph.lookup import find_entity
from kg.graph.ontology import KG, XSD, ontology_dir, verbs
from kg.graph.sparql import Answer, select

_DECLARED = re.compile(r"# (\w+): an? (\w+)(?:, default (.+))?")
_SLOT = r"VALUES \?{} \{{ [^{{}}]* \}}"
LANGUAGES = ("ar", "en")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A slot of a question: `kind` says what goes in (`organization`, `date`, `verb`, …)."""

    name: str
    kind: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its file's name, its wording, its parameters, and its SPARQL."""

    name: str
    wording: str
    parameters: tuple[Parameter, ...]
    query: str


@cache
def questions() -> tuple[Question, ...]:
    """Return all questions, in the order of their numbers."""
    files = sorted((ontology_dir() / "queries").glob("*.rq"))
    return tuple(read_question(file.stem, file.read_text(encoding="utf-8")) for file in files)


def read_question(name: str, query: str) -> Question:
    """Read the wording and parameters of a question out of its first lines.

    >>> read_question("01-who", "# Who?\\n# group: an organization\\nSELECT …").parameters
    (Parameter(name='group', kind='organization', default=None),)
    """
    first, *rest = query.splitlines()
    parameters = []
    for line in rest:
        declared = _DECLARED.fullmatch(line)
        if declared is None:
            break
        parameters.append(Parameter(*declared.groups()))
    return Question(name, first.removeprefix("#").strip(), tuple(parameters), query)


def find_question(name: str) -> Question:
    """Return the question of a name, `01-who-commands`, `who-commands` or `1`."""
    for question in questions():
        number, _, tail = question.name.partition("-")
        if name in (question.name, tail, number, number.lstrip("0")):
            return question
    near = get_close_matches(name, [question.name for question in questions()], n=3, cutoff=0.3)
    hint = f"; near are {', '.join(near)}" if near else ""
    raise UnknownName(f"no question {name!r}{hint}")


def ask(store: Store, name: str, parameters: Mapping[str, str] | None = None) -> Answer:
    """Ask a question by name: `ask(store, "who-commands", {"group": "لواء الفجر"})`.

    Entities are given by name, id or IRI, days in ISO 8601, verbs by local name. Raises
    `UnknownName` for a question, entity or verb there is not, `BadCall` for a wrong parameter.
    """
    question = find_question(name)
    return select(store, fill(store, question, parameters or {}))


def fill(store: Store, question: Question, given: Mapping[str, str]) -> str:
    """Return the query of a question with its parameters in their slots.

    Only parsed terms go in, written by the RDF library, so no text of a user becomes SPARQL.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in given:
        if name not in known:
            raise BadCall(f"{question.name} has no parameter {name}; it has {', '.join(known)}")
    query = question.query
    for parameter in question.parameters:
        if parameter.name in given:
            term = parse_term(store, parameter, given[parameter.name])
            query = _put(query, parameter.name, term)
        elif parameter.default is None:
            raise BadCall(f"{question.name} needs {parameter.name}: {parameter.kind}")
    return query


def _put(query: str, name: str, term: NamedNode | Literal) -> str:
    """Return the query with a term in the slot of a parameter."""
    filled, count = re.subn(
        _SLOT.format(name), lambda slot: f"{slot[0].partition('{')[0]}{{ {term} }}", query
    )
    assert count == 1, f"the slot of {name} stands {count} times"
    return filled


def parse_term(store: Store, parameter: Parameter, text: str) -> NamedNode | Literal:
    """Return what a user gave for a parameter as a term of the graph, checked."""
    match parameter.kind:
        case "date":
            return _parse_day(parameter.name, text)
        case "language":
            if text not in LANGUAGES:
                raise BadCall(f"{parameter.name}: {text!r} is none of {', '.join(LANGUAGES)}")
            return Literal(text)
        case "verb":
            return _parse_verb(text)
        case _:
            return find_entity(store, text)


def _parse_day(name: str, text: str) -> Literal:
    """Return a day as a literal."""
    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=XSD.date)
    except ValueError as error:
        raise BadCall(f"{name}: {text!r} is no day; write it as 2023-06-01") from error


def _parse_verb(text: str) -> NamedNode:
    """Return a verb of the ontology by its local name, with or without `kg:`."""
    name = text.removeprefix("kg:").removeprefix(KG.linkedTo.value.removesuffix("linkedTo"))
    if name not in (*verbs(), "linkedTo"):
        near = get_close_matches(name, verbs(), n=3)
        hint = f"; near are {', '.join(near)}" if near else ""
        raise UnknownName(f"no verb {text!r}{hint}")
    return KG[name]
