"""Decisions: read, carried out, taken back without a trace; contradictions are told, claims never lost."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg import articles, build
from kg.entities.decisions import Decision, append, in_force, parse_line, read_decisions
from kg.entities.resolving import resolution, resolve
from kg.errors import BadDecisions
from kg.graph import exports
from kg.graph.store import open_store
from kg.model import Article, Entity, Reading
from kg.ties import weigh

EXAMPLES = Path(kg.__file__).parent.parent / "examples" / "articles"


@cache
def readings() -> tuple[Reading, ...]:
    found = [one for one in articles.read([EXAMPLES]) if isinstance(one, Article)]
    return tuple(build.read_article(article) for article in found)


@cache
def plain() -> tuple[Entity, ...]:
    return tuple(resolve(readings()))


def verdict(verdict: str, one: str, other: str = "", why: str = "", when: str = "2024") -> Decision:
    return Decision(when, "rana", verdict, one, other, why, f"here:{when}")


def called(name: str, entities: Sequence[Entity] = ()) -> Entity:
    (found,) = [one for one in entities or plain() if name in one.names]
    return found


def owners(entities: Sequence[Entity]) -> dict[tuple[str, str], str]:
    return {member: one.id for one in entities for member in one.members}


IDS = sorted(id for one in plain() for id in (one.id, *one.ids))
NAMES = sorted(name for one in plain() for name in one.names)
DECISIONS = st.lists(
    st.builds(
        lambda verdict, one, other, name, kind, when: Decision(
            str(when),
            "rana",
            verdict,
            one,
            {"rename": f"ar:{name}", "split": name, "kind": kind, "note": ""}.get(verdict, other),
            "why",
            f"here:{when}",
        ),
        st.sampled_from(("same", "not-same", "rename", "split", "kind", "note")),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(NAMES),
        st.sampled_from(("Person", "ArmedGroup", "Place")),
        st.integers(1, 99),
    ),
    max_size=8,
)


@settings(max_examples=int(os.environ.get("KG_SEQUENCES", "150")), deadline=None)
@given(DECISIONS, st.randoms(use_true_random=False))
def test_no_verdicts_lose_a_claim_or_break_a_not_same(decisions: list[Decision], chance) -> None:
    outcome = resolution(readings(), decisions)
    assert set(owners(outcome.entities)) == set(owners(plain()))
    weigh(readings(), outcome.entities)
    ids = [id for one in outcome.entities for id in (one.id, *one.ids)]
    assert len(set(ids)) == len(ids)
    assert set(IDS) <= set(ids)
    whose = {id: one.id for one in outcome.entities for id in (one.id, *one.ids)}
    alone = {id: one.id for one in plain() for id in (one.id, *one.ids)}
    for decision in decisions:
        if decision.verdict == "not-same" and alone[decision.one] != alone[decision.other]:
            assert whose[decision.one] != whose[decision.other]
    shuffled = list(decisions)
    chance.shuffle(shuffled)
    assert resolution(readings(), shuffled).entities == outcome.entities


@settings(max_examples=60, deadline=None)
@given(DECISIONS)
def test_what_is_taken_back_leaves_no_trace(decisions: list[Decision]) -> None:
    undone = [Decision("3000", "rana", "undo", one.id, "", "") for one in decisions]
    held, problems = in_force([*decisions, *undone])
    assert (held, problems) == ([], [])
    assert tuple(resolve(readings(), held)) == plain()


def test_same_joins_and_not_same_keeps_apart() -> None:
    one, other = called("ياسر المرزيق"), called("خالد المرزيق")
    joined = resolve(readings(), [verdict("same", one.id, other.id)])
    assert called("ياسر المرزيق", joined) == called("خالد المرزيق", joined)
    assert {one.id, other.id} <= {joined_id for e in joined for joined_id in (e.id, *e.ids)}
    both = [verdict("same", one.id, other.id), verdict("not-same", one.id, other.id, when="2025")]
    outcome = resolution(readings(), both)
    assert outcome.entities == plain()
    (problem,) = outcome.problems
    assert problem.where == "here:2024 and here:2025"


def test_a_split_cuts_a_name_off() -> None:
    one = called("فجر البادية")
    cut = resolve(readings(), [verdict("split", one.id, "فجر البادية")])
    assert called("فجر البادية", cut) != called("لواء فجر البادية", cut)


def test_one_article_s_bearer_of_a_name_is_cut_off() -> None:
    one = called("خالد المرزيق")
    article = one.members[0][0]
    cut = resolve(readings(), [verdict("split", one.id, f"@{article}#خالد المرزيق")])
    assert len([e for e in cut if "خالد المرزيق" in e.names]) == 2


def test_names_kinds_and_notes_are_given() -> None:
    one = called("كتيبة النخيل")
    told = resolve(
        readings(),
        [
            verdict("rename", one.id, "en:Palm Battalion"),
            verdict("kind", one.id, "Organization"),
            verdict("note", one.id, why="see the archive"),
        ],
    )
    (found,) = [e for e in told if e.id == one.id]
    assert (found.kind, found.shown, found.notes) == (
        "Organization",
        (("en", "Palm Battalion"),),
        ("see the archive",),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2024\trana\tmaybe\tx\ty", "no verdict 'maybe'"),
        ("2024\trana\tsame\tx", "wants two entities"),
        ("2024\trana\tsame\tx\tx", "wants two entities"),
        ("\trana\tsame\tx\ty", "when and who"),
        ("2024\trana\trename\tx\tfr:Nom", "rename wants"),
        ("2024\trana\tkind\tx\tAnimal", "no kind 'Animal'"),
        ("2024\trana\tnote\tx", "the note is empty"),
        ("2024\trana\tsplit\tx", "split wants"),
        ("2024\trana\tsame\tx\ty\tz\tzz", "7 cells"),
    ],
)
def test_a_wrong_line_is_told_with_its_place(line: str, why: str) -> None:
    with pytest.raises(BadDecisions, match="file:3") as told:
        parse_line(line, "file:3")
    assert why in str(told.value)


def test_files_are_merged_by_concatenation(tmp_path: Path) -> None:
    one, other, both = (tmp_path / name for name in ("one.tsv", "other.tsv", "both.tsv"))
    append(one, verdict("same", "a", "b"), ("أ", "ب"))
    append(other, verdict("not-same", "c", "d"))
    append(other, verdict("same", "a", "b"))
    both.write_text(one.read_text("utf-8") + other.read_text("utf-8"), "utf-8")
    read = read_decisions([both])
    assert sorted(d.id for d in read) == sorted(d.id for d in read_decisions([one, other]))
    assert len(read) == 2


def nquads(folder: Path) -> bytes:
    output = io.BytesIO()
    exports.dump(open_store(folder), "nquads", output)
    return output.getvalue()


def test_a_graph_is_as_before_when_a_verdict_is_taken_back(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    build.build([EXAMPLES], folder)
    names = ("readings.jsonl", "entities.jsonl", "likenesses.jsonl")
    before = [nquads(folder), *((folder / name).read_bytes() for name in names)]
    one, other = called("ياسر المرزيق"), called("خالد المرزيق")
    path = folder / "decisions.tsv"
    given = append(path, verdict("same", one.id, other.id))
    build.build([], folder)
    assert nquads(folder) != before[0]
    append(path, verdict("undo", given.id))
    build.build([], folder)
    assert [nquads(folder), *((folder / name).read_bytes() for name in names)] == before
