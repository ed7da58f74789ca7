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
from kg.errors import BadCall
from kg.graph.iris import BASE
from kg.graph.store import write
from kg.graph.weave import weave
from kg.ledger import NAME, Head, read_head, read_ledger, write_ledger
from kg.lexicon.lexemes import lexemes
from kg.model import Article, Entity, Problem, Reading, Tie
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
    progress: Progress | None = None,
) -> Outcome:
    """Read the articles at `paths` into the graph in `folder`, and say what came of it.

    Articles already there are not read again; an edited one replaces its older self. Where nothing
    changes, nothing is written. Raises `BadCall` if the graph there has another base, `BadGraph`
    if it is damaged.
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
    same_reader = head is not None and head.version == __version__
    new = [article for id, article in sorted(found.items()) if id not in known]
    kept = _kept(known, new)
    if same_reader and not new and len(kept) == len(known) and (folder / "store").exists():
        return Outcome(len(known), 0, tuple(problems))
    old = [r for r in read_ledger(folder) if r.article.id in kept] if head else []
    stale = [] if same_reader else [reading.article for reading in old]
    fresh = _read_all([*stale, *new], jobs, progress)
    readings = sorted(
        [*(old if same_reader else []), *fresh], key=lambda reading: reading.article.id
    )
    _store(folder, readings, base or (head.base if head else BASE))
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


def _store(folder: Path, readings: Sequence[Reading], base: str) -> None:
    """Write store and ledger; the old ones stay in force until the new ones are whole."""
    entities = identity.resolve(readings)
    ties = weigh(readings, entities)
    folder.mkdir(parents=True, exist_ok=True)
    sources = {reading.article.id: reading.article.source for reading in readings}
    ledger = write_ledger(folder, Head(__version__, base, sources), readings)
    write(weave(readings, entities, ties, lexemes=lexemes(), base=base), folder)
    ledger.replace(folder / NAME)


def readings(folder: Path) -> list[Reading]:
    """Return the readings a graph was built from. Raises `BadGraph` where there is no graph."""
    return list(read_ledger(folder))


def entities(folder: Path) -> list[Entity]:
    """Return the merged entities of a graph, in order of id."""
    return identity.resolve(readings(folder))


def ties(folder: Path) -> list[Tie]:
    """Return the ties of a graph."""
    found = readings(folder)
    return weigh(found, identity.resolve(found))
