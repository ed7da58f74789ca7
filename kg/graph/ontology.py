"""The words of the graph: terms and hierarchies, read from `ontology/*.ttl` and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kg.errors import KgError

WOVEN = ("armed-actors.ttl", "kinds.ttl")
"""The files that travel inside every graph."""

FILES = (*WOVEN, "alignments.ttl", "shapes.ttl")


@cache
def ontology_dir() -> Path:
    """Return the folder of the ontology: `kg/_ontology` of a wheel, or that of the checkout."""
    packed = Path(str(files("kg").joinpath("_ontology")))
    beside = Path(str(files("kg"))).parent / "ontology"
    for folder in (packed, beside):
        if (folder / FILES[0]).is_file():
            return folder
    raise KgError(f"the ontology is neither in {packed} nor in {beside}; install the package anew")


@cache
def _parsed(name: str) -> tuple[tuple[Triple, ...], dict[str, str]]:
    """Return the triples and prefixes of one file of the ontology."""
    parser = parse(path=str(ontology_dir() / name), format=RdfFormat.TURTLE)
    triples = tuple(quad.triple for quad in parser)
    return triples, dict(parser.prefixes)


@cache
def triples() -> tuple[Triple, ...]:
    """Return what is woven into every graph: classes, verbs, qualifiers, kinds."""
    return tuple(triple for name in WOVEN for triple in _parsed(name)[0])


@cache
def prefixes() -> dict[str, str]:
    """Return the ontology's prefixes, e.g. `kg` → `https://w3id.org/armed-actors#`."""
    return dict(sorted(_parsed(FILES[0])[1].items()))


@cache
def _known() -> frozenset[str]:
    """Return the IRIs of all terms that the woven files use."""
    terms = (term for triple in triples() for term in triple)
    return frozenset(term.value for term in terms if isinstance(term, NamedNode))


class Vocabulary:
    """The terms of one prefix that the ontology uses: `KG.commands`; others raise `AttributeError`.

    >>> KG.commands.value
    'https://w3id.org/armed-actors#commands'
    """

    def __init__(self, prefix: str) -> None:
        """Speak for one prefix of the ontology, e.g. `kg`."""
        self._prefix = prefix

    def __getattr__(self, name: str) -> NamedNode:
        """Return the term of that local name."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, name: str) -> NamedNode:
        """Return the term of a local name that is data, e.g. the verb of a claim."""
        iri = prefixes()[self._prefix] + name
        if iri not in _known():
            raise AttributeError(f"the ontology has no word {self._prefix}:{name}")
        return NamedNode(iri)

    def __contains__(self, name: object) -> bool:
        """Say whether the ontology uses the term."""
        return f"{prefixes()[self._prefix]}{name}" in _known()


KG = Vocabulary("kg")
DCTERMS = Vocabulary("dcterms")
GEO = Vocabulary("geo")
OA = Vocabulary("oa")
OWL = Vocabulary("owl")
PROV = Vocabulary("prov")
RDF = Vocabulary("rdf")
RDFS = Vocabulary("rdfs")
SCHEMA = Vocabulary("schema")
SKOS = Vocabulary("skos")
VANN = Vocabulary("vann")
XSD = Vocabulary("xsd")
LOC = Vocabulary("loc")
ONTOLOGY = "https://w3id.org/armed-actors"


def _above(term: NamedNode, step: NamedNode) -> Iterator[NamedNode]:
    """Yield the terms one step above, in the order of the files."""
    for triple in triples():
        if (
            triple.subject == term
            and triple.predicate == step
            and isinstance(triple.object, NamedNode)
        ):
            yield triple.object


@cache
def closure(term: NamedNode, step: NamedNode) -> tuple[NamedNode, ...]:
    """Return the term and all above it along `rdfs:subClassOf` or `rdfs:subPropertyOf`.

    >>> [verb.value.partition("#")[2] for verb in closure(KG.commands, RDFS.subPropertyOf)]
    ['commands', 'leads', 'memberOf', 'linkedTo']
    """
    found = [term]
    for one in found:
        found.extend(upper for upper in _above(one, step) if upper not in found)
    return tuple(found)


@cache
def verbs() -> tuple[str, ...]:
    """Return the local names of all verbs a claim may use, in the order of the ontology."""
    own = prefixes()["kg"]
    names = [
        triple.subject.value.removeprefix(own)
        for triple in triples()
        if triple.predicate == RDFS.subPropertyOf and isinstance(triple.subject, NamedNode)
    ]
    return tuple(names)


@cache
def is_symmetric(verb: NamedNode) -> bool:
    """Say whether the verb holds both ways, as `kg:alliedWith` does."""
    return Triple(verb, RDF.type, OWL.SymmetricProperty) in triples()


@cache
def label(term: NamedNode, language: str) -> str | None:
    """Return the label of a word of the ontology in `ar` or `en`, or None."""
    for triple in triples():
        if triple.subject == term and triple.predicate in (RDFS.label, SKOS.prefLabel):
            name = triple.object
            if getattr(name, "language", None) == language:
                return str(getattr(name, "value", ""))
    return None
