"""Builds a graph out of articles: the one place where the stages meet.

articles.read → sentences.split → mentions.find → entities.gather → claims.extract
              → entities.resolve → ties.weigh → graph.weave → graph.write
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from kg import __version__, articles, claims, mentions, sentences
from kg import entities as identity
from kg.entities.decisions import NAME as DECISIONS
from kg.entities.decisions import Decision, digest, in_force, read_decisions
from kg.entities.proposals import Proposal, propose
from kg.entities.resolving import Resolution, resolution
from kg.entities.romanising import romanise
from kg.errors import BadCall
from kg.graph.iris import BASE
from kg.graph.store import write
from kg.graph.weave import weave
from kg.ledger import Head, read_head, read_ledger, write_ledger
from kg.lexicon.lexemes import lexemes
from kg.model import Article, Entity, Problem, Reading, Tie
from kg.roster import (
    Likenesses,
    RosterHead,
    read_likenesses,
    read_roster,
    read_roster_head,
    write_roster,
)
from kg.ties import weigh

Progress = Callable[[int, int | None], None]
WORTH_A_PROCESS = 100
"""Fewer new articles than this are read here: starting a process costs as much as reading them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles now in the graph, how many of them are new, what was wrong with the rest."""

    articles: int
    new: int
    problems: tuple[Problem, ...]


def read_article(article: Article) -> Reading:
    """Read one article: its sentences, entities and claims."""
    cut = sentences.split(article.text)
    entities = identity.gather(cut, mentions.find(article.text, cut))
    found = claims.extract(article, cut, entities)
    return Reading(article, tuple(sentence.span for sentence in cut), tuple(entities), tuple(found))


def build(
    paths: Sequence[Path | str],
    folder: Path,
    *,
    jobs: int = 1,
    base: str | None = None,
    decisions: Path | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Read the articles at `paths` into the graph in `folder`, and say what came of it.

    Articles already there are not read again; an edited one replaces its older self. Where nothing
    changes, nothing is written. Who is who is resolved under the verdicts in the folder's own
    `decisions.tsv` and in the file `decisions`, which later builds remember. Raises `BadCall` if the graph
    there has another base, `BadGraph` if it is damaged, `BadDecisions` where a line is no verdict.
    """
    head = read_head(folder)
    if head and base and head.base != base:
        raise BadCall(f"{folder} has the base {head.base}; name that one, or another folder")
    found: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in articles.read(paths):
        if isinstance(article, Problem):
            problems.append(article)
        else:
            found[article.id] = article
    known = dict(head.sources) if head else {}
    roster, decided, told = _decided(folder, decisions)
    problems += told
    same_reader = head is not None and head.version == __version__
    new = [article for id, article in sorted(found.items()) if id not in known]
    kept = _kept(known, new)
    same_verdicts = read_roster_head(folder) == roster and (folder / "store").exists()
    if same_reader and not new and len(kept) == len(known) and same_verdicts:
        return Outcome(len(known), 0, tuple(problems))
    old = [r for r in read_ledger(folder) if r.article.id in kept] if head else []
    stale = [] if same_reader else [reading.article for reading in old]
    fresh = _read_all([*stale, *new], jobs, progress)
    readings = sorted(
        [*(old if same_reader else []), *fresh], key=lambda reading: reading.article.id
    )
    problems += _store(folder, readings, base or (head.base if head else BASE), roster, decided)
    return Outcome(len(readings), len(new), tuple(problems))


def _kept(known: dict[str, str], new: Sequence[Article]) -> set[str]:
    """Return the ids that stay: all but those whose source now gives another article."""
    edited = {article.source for article in new}
    return {id for id, source in known.items() if not source or source not in edited}


def _read_all(found: Sequence[Article], jobs: int, progress: Progress | None) -> list[Reading]:
    readings: list[Reading] = []
    for reading in _readings(found, jobs):
        readings.append(reading)
        if progress:
            progress(len(readings), len(found))
    return readings


def _readings(found: Sequence[Article], jobs: int) -> Iterator[Reading]:
    if len(found) < WORTH_A_PROCESS:
        yield from map(read_article, found)
        return
    if jobs == 1:
        _set_apart_lexicon()
        yield from map(read_article, found)
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_set_apart_lexicon) as pool:
        yield from pool.map(read_article, found, chunksize=16)


def _set_apart_lexicon() -> None:
    """Load the lexicon, and spare the garbage collector from going through it again and again."""
    read_article(Article("", "", "قال سالم إن لواء الفجر سيطر على بلدة الوادي عام 2015."))
    gc.collect()
    gc.freeze()


def _decided(folder: Path, file: Path | None) -> tuple[RosterHead, list[Decision], list[Problem]]:
    """Return what a roster will rest on, the verdicts that hold, and what is wrong with them."""
    before = read_roster_head(folder)
    named = str(file) if file is not None else before.file if before is not None else None
    if named is not None and not Path(named).exists():
        raise BadCall(f"{named}: no such file of decisions; name it by --decisions")
    paths = [folder / DECISIONS, *([Path(named)] if named is not None else [])]
    held, problems = in_force(read_decisions(paths))
    return RosterHead(__version__, digest(held), named), held, problems


def _store(
    folder: Path,
    readings: Sequence[Reading],
    base: str,
    roster: RosterHead,
    decided: Sequence[Decision],
) -> Sequence[Problem]:
    """Write store, ledger and roster; the old ones stay in force until the new ones are whole."""
    resolved = resolution(readings, decided, _before(folder))
    ties = weigh(readings, resolved.entities)
    folder.mkdir(parents=True, exist_ok=True)
    sources = {reading.article.id: reading.article.source for reading in readings}
    likenesses = Likenesses(resolved.digests, resolved.links)
    fresh = [
        write_ledger(folder, Head(__version__, base, sources), readings),
        *write_roster(folder, roster, resolved.entities, likenesses),
    ]
    quads = weave(
        readings, resolved.entities, ties, lexemes=lexemes(), romanise=romanise, base=base
    )
    write(quads, folder)
    for path in reversed(fresh):
        path.replace(path.with_suffix(""))
    return resolved.problems


def _before(folder: Path) -> Resolution | None:
    """Return what this version of the software has compared before."""
    head = read_roster_head(folder)
    if head is None or head.version != __version__:
        return None
    known = read_likenesses(folder)
    return Resolution((), digests=known.digests, links=known.links)


def readings(folder: Path) -> list[Reading]:
    """Return the readings a graph was built from. Raises `BadGraph` where there is no graph."""
    return list(read_ledger(folder))


def entities(folder: Path) -> list[Entity]:
    """Return the merged entities of a graph, in order of id."""
    found = read_roster(folder)
    return identity.resolve(readings(folder)) if found is None else found


def ties(folder: Path) -> list[Tie]:
    """Return the ties of a graph."""
    return weigh(readings(folder), entities(folder))


def decisions(folder: Path, file: Path | None = None) -> tuple[list[Decision], list[Problem]]:
    """Return all verdicts of a graph, held or taken back, and what is wrong with those that hold."""
    _, held, problems = _decided(folder, file)
    named = file if file is not None else _file(folder)
    paths = [folder / DECISIONS, *([named] if named is not None else [])]
    told = resolution(readings(folder), held, _before(folder)).problems
    return read_decisions(paths), [*problems, *told]


def _file(folder: Path) -> Path | None:
    head = read_roster_head(folder)
    return Path(head.file) if head is not None and head.file is not None else None


def proposals(folder: Path) -> list[Proposal]:
    """Return likely merges and likely wrong merges in a graph, the weightiest first."""
    _, held, _ = _decided(folder, None)
    found = readings(folder)
    return propose(found, held, weigh(found, entities(folder)), _before(folder))
