"""Folders: the files a path names, folders entered in the order of names, each file once."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from kg.articles.records import writable
from kg.model import Problem


def show(path: Path) -> str:
    """Return a path as it can be printed: bytes that are not UTF-8 become U+FFFD."""
    return writable(str(path))


def find_files(path: Path, suffixes: Collection[str], seen: set[str]) -> Iterator[Path | Problem]:
    """Yield the files that `path` names, those of a folder if their suffix is one of `suffixes`.

    `seen` holds the real paths met so far and grows: what is in it is not yielded again. In folders
    hidden files and other suffixes are passed over; a link back to a folder above is a problem.
    """
    if not os.path.isdir(path):
        yield from _once(path, seen)
        return
    is_empty = True
    waiting = [path]
    while waiting:
        here = waiting.pop()
        if not _is_new(here, seen):
            is_empty = False
            continue
        try:
            folders, files = _list(here, suffixes)
        except OSError as error:
            is_empty = False
            yield Problem(
                show(here), f"cannot be opened ({error.strerror}); check path and permissions"
            )
            continue
        for file in files:
            is_empty = False
            yield from _once(file, seen)
        for folder in folders:
            if _leads_back(folder):
                yield Problem(show(folder), "links back to a folder above it; remove the link")
        waiting.extend(folder for folder in reversed(folders) if not _leads_back(folder))
    if is_empty:
        yield Problem(show(path), f"no article in the folder; it takes {' '.join(suffixes)}")


def _list(folder: Path, suffixes: Collection[str]) -> tuple[list[Path], list[Path]]:
    """Return the folders in a folder and its files of those suffixes, each by name."""
    folders, files = [], []
    for name in sorted(os.listdir(folder)):
        path = folder / name
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            folders.append(path)
        elif path.suffix.lower() in suffixes:
            files.append(path)
    return folders, files


def _once(file: Path, seen: set[str]) -> Iterator[Path]:
    if _is_new(file, seen):
        yield file


def _is_new(path: Path, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _leads_back(folder: Path) -> bool:
    above = Path(os.path.realpath(folder.parent))
    return os.path.islink(folder) and above.is_relative_to(os.path.realpath(folder))
