"""Network files and tables: read back by the programs' own readers."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx
import pytest

from kg.views import networks, records, tables
from kg.views.evidence import evidence_of, gather

WRITTEN = {
    "graphml": (networks.write_graphml, networkx.read_graphml),
    "gexf": (networks.write_gexf, networkx.read_gexf),
}


@pytest.mark.parametrize("format", WRITTEN)
def test_a_network_file_reads_back_whole(sample: Any, format: str) -> None:
    write, read = WRITTEN[format]
    network = read(io.BytesIO(write(sample.entities, sample.ties)))
    assert network.nodes["g"]["names"] == "لواء النخيل | اللواء"
    assert network.nodes["g"]["kind"] == "ArmedGroup"
    ties = {(s, data["verb"], o): data for s, o, data in network.edges(data=True)}
    assert ties["p", "commands", "g"]["since"] == "2019"
    assert ties["s", "arms", "g"]["stance"] == "disputed"
    assert ties["s", "arms", "g"]["sources"] == 2
    assert ties["g", "operatesIn", "t"]["last"] == "2021-06-01"


@pytest.mark.parametrize("format", WRITTEN)
def test_what_xml_cannot_hold_is_left_out(sample: Any, format: str) -> None:
    write, read = WRITTEN[format]
    odd = replace(sample.entities[0], names=("سالم\x00 \x0b\ufffe<&\"'>\ud800\U0001f600",))
    network = read(io.BytesIO(write((odd, *sample.entities[1:]), sample.ties)))
    assert network.nodes["p"]["names"] == "سالم <&\"'>\U0001f600"


@pytest.mark.parametrize("format", WRITTEN)
def test_the_order_of_input_does_not_matter_to_files(sample: Any, format: str) -> None:
    write, _ = WRITTEN[format]
    assert write(sample.entities, sample.ties) == write(sample.entities[::-1], sample.ties[::-1])


def test_tables_open_in_a_spreadsheet(sample: Any, tmp_path: Path) -> None:
    paths = tables.save_tables(tmp_path / "actors.csv", sample.entities, sample.ties)
    assert [path.name for path in paths] == ["actors-nodes.csv", "actors-edges.csv"]
    for path in paths:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    nodes, edges = (
        list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))) for path in paths
    )
    assert [node["id"] for node in nodes] == ["g", "p", "s", "t"]
    assert nodes[0]["names"] == "لواء النخيل | اللواء"
    assert edges[1]["source_name"] == "سالم الراوي"
    assert edges[1] | {"since": "2019", "verb": "commands"} == edges[1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(sample: Any, start: str) -> None:
    odd = replace(sample.entities[0], names=(f"{start}1+1",), lexeme=f"{start}x")
    entities = (odd, *sample.entities[1:])
    written = tables.write_nodes(entities) + tables.write_edges(entities, sample.ties)
    cells = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    assert f"'{start}1+1" in cells
    assert not [cell for cell in cells if cell.startswith(start)]


def test_tables_of_nothing_are_empty(tmp_path: Path) -> None:
    assert tables.write_nodes([]) == tables.write_edges([], []) == ""


def test_json_lists_the_claims_behind_each_link(sample: Any) -> None:
    evidence = gather(sample.ties, sample.readings)
    written = json.loads(records.write_json(sample.entities, sample.ties, evidence))
    assert [node["id"] for node in written["nodes"]] == ["g", "p", "s", "t"]
    arms = next(link for link in written["links"] if link["verb"] == "arms")
    assert (arms["source"], arms["target"]) == ("s", "g")
    assert [claim["stance"] for claim in arms["evidence"]] == ["denied", "alleged"]
    assert arms["evidence"][0]["quote"] == "تلقى سلاحاً"


def test_a_reading_is_written_with_its_words(sample: Any) -> None:
    record = records.reading_record(sample.readings[0])
    assert (record["doc"], record["language"], record["issued"]) == ("a1.txt", "ar", "2021-06-01")
    assert record["entities"][1] == {
        "id": "e2",
        "kind": "ArmedGroup",
        "names": ["لواء النخيل", "اللواء"],
    }
    text = sample.readings[0].article.text
    claim = record["claims"][0]
    assert text[claim["start"] : claim["end"]] == "يقود سالم الراوي لواء النخيل منذ عام 2019."
    assert (
        claim
        | {
            "s": "e1",
            "v": "commands",
            "o": "e2",
            "stance": "affirmed",
            "role": "قائد",
            "since": "2019",
            "quote": "يقود سالم الراوي",
            "ended": False,
            "speaker": None,
            "attribution": None,
        }
        == claim
    )


def test_evidence_names_people_and_places_as_printed(sample: Any) -> None:
    denial = list(evidence_of(sample.readings[0]))[1]
    assert (denial.subject, denial.object, denial.speaker) == (
        "روسيا",
        "لواء النخيل",
        "لواء النخيل",
    )
    assert denial.quote.quote(denial.sentence) == "تلقى سلاحاً"
    deed = list(evidence_of(sample.readings[1]))[1]
    assert deed.place == "الميادين"


def test_only_the_claims_behind_ties_are_gathered(sample: Any) -> None:
    assert sorted(gather(sample.ties[:1], sample.readings)) == [("a1", 0)]
