"""The files behind the paths a user names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from notemine.domain import Skipped
from notemine.dutch.causes import cause_of

_MAX_DEPTH = 20
STANDARD_INPUT = "standaardinvoer"
# Beside a report of ours lies what the next run needs.
_KEPT = ".notemine"
# The key of pseudonyms, the workspace, and what a person set and decided.
_OWN = re.compile(r".*\.key\.json|notemine\.db(?:-wal|-shm|-journal)?|notemine\.toml|decisions\.toml")


class Source(NamedTuple):
    """A file to read.

    Attributes:
        name: With ``/``, from the folder above what the user named.
        path: Absolute.
        root: The folder the user named, or the one of the file the user named.
        event, held_on: What the user said of the evening; it overrules what folders and notes say.
    """

    name: str
    path: Path
    root: Path
    event: str = ""
    held_on: date | None = None


def list_files(paths: Sequence[str | Path]) -> tuple[list[Source], list[Skipped]]:
    """List the files in folders and among ``paths``; hidden ones and what notemine keeps are passed over.

    Returns:
        Each file once, whatever links and overlapping paths lead to it, and what holds no file. Short names
        come first, so that of two equal files the one named "(kopie)" is the copy.
    """
    found: dict[Path, Source] = {}
    skipped: list[Skipped] = []
    if "-" in map(str, paths):
        found[Path("-")] = Source(STANDARD_INPUT, Path(STANDARD_INPUT), Path())
    named = {Path(os.path.abspath(path)) for path in paths if str(path) != "-"}  # noqa: PTH100 - keeps links as named
    for path in sorted(named):
        listed, faults = _files_of(path)
        skipped += faults
        for file in listed:
            real = file.path.resolve()
            known = found.get(real)
            if known is None or (-len(file.name), file.name) < (-len(known.name), known.name):
                found[real] = file
    files = sorted(found.values(), key=lambda file: (len(file.name), file.name))
    return files, sorted(set(skipped), key=lambda one: (one.source, one.reason))


def _files_of(path: Path) -> tuple[list[Source], list[Skipped]]:
    if path.is_dir():
        skipped: list[Skipped] = []
        files = [
            Source(_name(file, path.parent), file, path) for file in _walk(path, path.parent, skipped=skipped)
        ]
        if not files and not skipped:
            skipped.append(Skipped(source=_name(path, path.parent), reason="map zonder notities"))
        return files, skipped
    name = _name(path, path.parent.parent)
    if not path.exists():
        reason = "verwijzing naar niets" if path.is_symlink() else "bestaat niet"
        return [], [Skipped(source=name, reason=reason)]
    return [Source(name, path, path.parent)], []


def _walk(
    folder: Path, above: Path, *, skipped: list[Skipped], seen: frozenset[Path] = frozenset()
) -> Iterator[Path]:
    real = folder.resolve()
    if real in seen or len(seen) > _MAX_DEPTH:
        reason = "verwijst naar een map erboven" if real in seen else "te diep genest: niet gelezen"
        skipped.append(Skipped(source=_name(folder, above), reason=reason))
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        skipped.append(Skipped(source=_name(folder, above), reason=name_fault(error)))
        return
    if seen and any(entry.name == _KEPT for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or _OWN.fullmatch(entry.name):
            continue
        if entry.is_dir():
            yield from _walk(entry, above, skipped=skipped, seen=seen | {real})
        elif entry.is_file():
            yield entry
        else:
            skipped.append(Skipped(source=_name(entry, above), reason="geen gewoon bestand"))


def name_fault(error: OSError) -> str:
    """Why a file or folder cannot be read, in Dutch."""
    if isinstance(error, PermissionError):
        return "geen leesrechten"
    if isinstance(error, FileNotFoundError):
        return "bestaat niet"
    return f"niet te lezen ({cause_of(error)})"


def _name(path: Path, above: Path) -> str:
    """Relative, with ``/``; a byte that is no UTF-8 becomes U+FFFD, so that the name can be hashed."""
    name = path.relative_to(above).as_posix()
    return os.fsencode(name).decode("utf-8", "replace")
