"""The measure, on passages made by hand; the figures were worked out on paper."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg import evaluation
from kg.errors import BadGold


def entity(id: str, kind: str, *names: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "kind": kind, "names": list(names), **more}


def claim(s: str, v: str, o: str, **more: Any) -> dict[str, Any]:
    return {"s": s, "v": v, "o": o, **more}


GROUP = entity("g", "ArmedGroup", "لواء النخيل")
OTHER = entity("h", "ArmedGroup", "كتيبة السنابل")
PERSON = entity("p", "Person", "سالم الراوي")
STATE = entity("s", "State", "روسيا")
ENTITIES = [GROUP, OTHER, PERSON, STATE]


def passage(claims: list[dict[str, Any]], entities: list[dict[str, Any]] = ENTITIES) -> Any:
    return {"doc": "d", "entities": entities, "claims": claims}


CLAIMS = [
    # name, gold claim, read claim, (right, wrong, asked) of claims, the same of families
    ("the same", "p commands g", "p commands g", (1, 0, 1), (1, 0, 1)),
    ("nothing read", "p commands g", "", (0, 0, 1), (0, 0, 1)),
    ("nothing asked", "", "p commands g", (0, 1, 0), (0, 1, 0)),
    ("leads is commands", "p leads g", "p commands g", (1, 0, 1), (1, 0, 1)),
    ("unless of a state", "p leads s", "p commands s", (0, 1, 1), (1, 0, 1)),
    ("symmetric", "g foughtWith h", "h foughtWith g", (1, 0, 1), (1, 0, 1)),
    ("one-way", "g attacked h", "h attacked g", (0, 1, 1), (1, 0, 1)),
    ("wrong way round", "s supports g", "g supports s", (0, 1, 1), (0, 1, 1)),
    ("same family", "s funds g", "s arms g", (0, 1, 1), (1, 0, 1)),
    ("read twice", "s funds g", "s funds g, s funds g", (1, 0, 1), (1, 0, 1)),
    ("optional, read", "s funds g ?", "s funds g", (0, 0, 0), (0, 0, 0)),
    ("optional, unread", "s funds g ?", "", (0, 0, 0), (0, 0, 0)),
    ("of no family", "g founded h", "g founded h", (1, 0, 1), (1, 0, 1)),
]


def claims_of(text: str) -> list[dict[str, Any]]:
    parts = [part.split() for part in text.split(",") if part]
    return [claim(*part[:3], optional=len(part) > 3) for part in parts]


@pytest.mark.parametrize(("name", "gold", "read", "claims", "families"), CLAIMS)
def test_claims_count_by_verb_and_ends(
    name: str, gold: str, read: str, claims: Any, families: Any
) -> None:
    counts = evaluation.count(passage(claims_of(gold)), passage(claims_of(read)))
    for what, expected in (("claim", claims), ("family", families)):
        assert tuple(counts[what, o] for o in ("right", "wrong", "asked")) == expected, name


ENTITY_CASES = [
    # name, gold entity, kinds and names read, (right, wrong, asked)
    ("other spelling", GROUP, ["ArmedGroup لِواء النَّخيل"], (1, 0, 1)),
    ("head word left off", OTHER, ["ArmedGroup السنابل"], (1, 0, 1)),
    ("other kind", GROUP, ["Organization لواء النخيل"], (0, 1, 1)),
    ("other name", GROUP, ["ArmedGroup لواء الزيتون"], (0, 1, 1)),
    ("one is taken once", STATE, ["State روسيا", "State روسيا"], (1, 1, 1)),
    ("optional", {**STATE, "optional": True}, ["State روسيا"], (0, 0, 0)),
    ("optional, other kind", {**STATE, "optional": True}, ["Place روسيا"], (0, 0, 0)),
    ("too few words", entity("p", "Person", "سالم جابر الراوي"), ["Person سالم"], (0, 1, 1)),
]


@pytest.mark.parametrize(("name", "gold", "read", "expected"), ENTITY_CASES)
def test_entities_count_by_name_and_kind(
    name: str, gold: Any, read: list[str], expected: Any
) -> None:
    entities = [entity(f"x{n}", *text.split(maxsplit=1)) for n, text in enumerate(read)]
    counts = evaluation.count(passage([], [gold]), passage([], entities))
    assert tuple(counts["entity", o] for o in ("right", "wrong", "asked")) == expected, name


def test_figures_are_averaged_over_all_passages() -> None:
    first = passage(
        [claim("p", "commands", "g", stance="alleged", since="2019"), claim("s", "funds", "g")]
    )
    second = {**passage([claim("g", "foughtWith", "h", ended=True)]), "doc": "e", "register": "x"}
    read = passage([claim("p", "commands", "g", since="2019"), claim("s", "arms", "g")])
    result = evaluation.evaluate([first, second], {"d": read})
    assert result.passages == 2
    assert result.claims == evaluation.Score(3, 0.5, 1 / 3, 0.4)
    assert result.families == evaluation.Score(3, 1.0, 2 / 3, 0.8)
    assert result.entities == evaluation.Score(8, 1.0, 0.5, 2 / 3)
    assert result.stance == 0.0
    assert result.qualifiers == {"since": (1, 1)}
    assert result.registers == {"x": evaluation.Score(1, 0.0, 0.0, 0.0)}
    assert result.verbs == {
        "commands": evaluation.Score(1, 1.0, 1.0, 1.0),
        "foughtWith": evaluation.Score(1, 0.0, 0.0, 0.0),
        "funds": evaluation.Score(1, 0.0, 0.0, 0.0),
        "arms": evaluation.Score(0, 0.0, 0.0, 0.0),
    }
    assert result.kinds["State"] == evaluation.Score(2, 1.0, 0.5, 2 / 3)
    assert result.interval[0] <= result.claims.f1 <= result.interval[1]


def test_the_interval_is_the_same_each_time() -> None:
    gold = [
        passage([claim("p", "commands", "g")]),
        {**passage([claim("s", "funds", "g")]), "doc": "e"},
    ]
    predictions = {"d": gold[0]}
    assert evaluation.evaluate(gold, predictions) == evaluation.evaluate(gold, predictions)


def test_gold_is_read_in_order_and_other_json_left_alone(tmp_path: Path) -> None:
    for name, content in (
        ("b", passage([])),
        ("a", {**passage([]), "doc": "a"}),
        ("c", {"note": 1}),
    ):
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    assert [p["doc"] for p in evaluation.read_gold(tmp_path)] == ["a", "d"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "not JSON"),
        ('{"doc": "d", "claims": []}', "doc, entities and claims"),
        ('{"doc": "d", "entities": [{"id": "e"}], "claims": []}', "entities 1 has no kind, names"),
        ('{"doc": "d", "entities": [], "claims": [{"s": "e"}]}', "claims 1 has no v, o"),
    ],
)
def test_faulty_gold_is_named_with_its_file(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadGold, match=rf"x\.json.*{reason}"):
        evaluation.read_gold(tmp_path)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="no JSON file"):
        evaluation.read_gold(tmp_path)
