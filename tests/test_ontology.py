"""The ontology holds together: valid, labelled, and found wherever the package lies."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.graph.ontology import FILES, KG, SCHEMA, ontology_dir, prefixes, verbs
from kg.graph.store import all_prefixes

OURS = prefixes()["kg"]
GUIDELINE_VERBS = """
    commands deputyLeaderOf leads memberOf partOf affiliatedWith alliedWith supports funds arms
    trains opposes foughtWith attacked killed detained founded defectedFrom appointedBy succeeded
    kinOf comesFrom locatedIn operatesIn controls tookPartIn designatedBy
"""
"""The verbs an article is read for."""


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("armed-actors.ttl", "kinds.ttl"):
        graph.parse(ontology_dir() / name)
    return graph


@pytest.fixture(scope="module")
def own(graph) -> set[rdflib.URIRef]:
    return {node for node in graph.subjects() if str(node).startswith(OURS)}


def test_the_verbs_are_those_of_the_guidelines():
    assert sorted(verbs()) == sorted(GUIDELINE_VERBS.split())


def test_each_word_of_ours_has_a_label_in_both_languages(graph, own):
    datatypes = set(graph.subjects(RDF.type, RDFS.Datatype))
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    for node in own - datatypes - schemes:
        labels = [*graph.objects(node, RDFS.label), *graph.objects(node, SKOS.prefLabel)]
        assert sorted(label.language for label in labels) == ["ar", "en"], node


def test_no_two_verbs_share_a_label(graph):
    labels = [graph.value(rdflib.URIRef(OURS + verb), RDFS.label) for verb in verbs()]
    assert len(set(labels)) == len(labels)


def test_there_are_no_blank_nodes(graph):
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]


KINDS = {
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
}


def test_each_property_used_is_declared_of_one_kind(graph):
    built_in = (str(OWL), str(RDFS))
    for predicate in set(graph.predicates()) - {RDF.type}:
        if not str(predicate).startswith(built_in):
            assert len(KINDS & set(graph.objects(predicate, RDF.type))) == 1, predicate
    for node in graph.subjects():
        assert len(KINDS & set(graph.objects(node, RDF.type))) <= 1, node


def test_domains_ranges_and_super_classes_are_classes(graph):
    classes = set(graph.subjects(RDF.type, OWL.Class))
    includes = [rdflib.URIRef(SCHEMA[name].value) for name in ("domainIncludes", "rangeIncludes")]
    for predicate in (RDFS.domain, RDFS.subClassOf, OWL.disjointWith, *includes):
        assert set(graph.objects(None, predicate)) <= classes, predicate
    for verb in graph.subjects(RDF.type, OWL.ObjectProperty):
        assert set(graph.objects(verb, RDFS.range)) <= classes, verb
    datatypes = set(graph.subjects(RDF.type, RDFS.Datatype))
    xsd = {rdflib.XSD.decimal, rdflib.XSD.boolean, rdflib.XSD.string, rdflib.XSD.integer}
    for verb in graph.subjects(RDF.type, OWL.DatatypeProperty):
        assert set(graph.objects(verb, RDFS.range)) <= datatypes | xsd, verb


def test_a_sub_verb_reaches_no_further_than_its_super_verb(graph):
    for verb, upper in graph.subject_objects(RDFS.subPropertyOf):
        for end in (RDFS.domain, RDFS.range):
            wide = set(graph.objects(upper, end))
            narrow = set(graph.objects(verb, end))
            for one in wide:
                above = {
                    up for sub in narrow for up in graph.transitive_objects(sub, RDFS.subClassOf)
                }
                assert one in above, (verb, upper)


def test_hierarchies_have_no_circle(graph):
    for step in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader):
        for node in set(graph.subjects(step, None)):
            uppers = {
                up
                for one in graph.objects(node, step)
                for up in graph.transitive_objects(one, step)
            }
            assert node not in uppers, node


def test_concepts_are_in_a_scheme(graph, own):
    for node in own & set(graph.subjects(RDF.type, SKOS.Concept)):
        assert graph.value(node, SKOS.inScheme) is not None, node


def test_a_term_unknown_to_the_ontology_is_no_term():
    with pytest.raises(AttributeError, match="kg:comands"):
        _ = KG.comands


@pytest.mark.parametrize("name", ["alignments.ttl", "shapes.ttl"])
def test_the_other_files_speak_only_of_known_words(name, own):
    graph = rdflib.Graph().parse(ontology_dir() / name)
    words = {node for triple in graph for node in triple if isinstance(node, rdflib.URIRef)}
    assert {word for word in words if word.startswith(OURS)} <= own


QUERIES = sorted(
    [*(ontology_dir() / "queries").glob("*.rq"), *(ontology_dir() / "checks").glob("*.rq")]
)


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_queries_use_only_known_words_and_prefixes(path, own):
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# ")
    for prefix, name in re.findall(
        r"(?<![\w?$<:])([a-z]+):([A-Za-z]\w*)", text.partition("SELECT")[2]
    ):
        assert prefix in all_prefixes(), (prefix, name)
        if prefix == "kg":
            assert rdflib.URIRef(OURS + name) in own, name


def test_the_readme_names_every_word_of_ours(own):
    text = (ontology_dir() / "README.md").read_text(encoding="utf-8")
    concepts = rdflib.Graph().parse(ontology_dir() / "kinds.ttl")
    listed = {str(node).removeprefix(OURS) for node in own - set(concepts.subjects())}
    assert not {name for name in listed if f"`{name}`" not in text}


def test_a_wheel_finds_its_own_ontology(tmp_path):
    """Lay the package out as a wheel does: the ontology inside it, as `kg/_ontology`."""
    root = Path(__file__).parent.parent
    wheel = tmp_path / "kg.whl"
    with zipfile.ZipFile(wheel, "w") as packed:
        for path in [*root.glob("kg/**/*.py")]:
            packed.write(path, path.relative_to(root))
        for path in root.glob("ontology/**/*"):
            packed.write(path, Path("kg/_ontology") / path.relative_to(root / "ontology"))
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    script = (
        "from kg.graph.ontology import KG, ontology_dir; print(ontology_dir(), KG.commands.value)"
    )
    found = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.split() == [str(site / "kg" / "_ontology"), OURS + "commands"]


def test_every_file_is_there():
    assert {path.name for path in ontology_dir().glob("*.ttl")} == set(FILES)
