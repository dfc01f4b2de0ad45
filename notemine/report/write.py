"""Writes results to disk: each file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from notemine.domain import Mined
from notemine.dutch.causes import cannot_write
from notemine.registry import find
from notemine.report.manifest import make_manifest
from notemine.report.outside import for_outside

EXPORTERS = "notemine.report.exporters"
FILES = (
    "rapport.html",
    "plan.md",
    "plan.docx",
    "plan.xlsx",
    "vragen.csv",
    "nalopen.csv",
    "onderwerpen.csv",
    "resultaat.json",
)


def write_report(
    mined: Mined, path: str | Path, *, quotes: bool | None = None, min_cell: int | None = None
) -> Path:
    """Write a result in the form that the suffix of ``path`` names.

    ``.html`` is the whole report; ``.md``, ``.docx`` and ``.xlsx`` are the plan; ``.ics`` invites to the next
    event; ``.csv`` holds the questions (or the topics, if the file is called ``onderwerpen*.csv``, or what to
    decide, ``nalopen*.csv``); ``.json`` everything for a program.

    Args:
        mined: What to write.
        path: Where.
        quotes: Whether words of the notes are shown; as the settings of ``mined`` say if left out.
        min_cell: Counts below it are hidden where they stand per sector, role, theme, event or table; as the
            settings of ``mined`` say if left out.

    Returns:
        ``path``; an older file of that name is replaced, whole.

    Raises:
        UnknownNameError: no exporter writes that suffix; the message lists those there are.
        ValueError: ``min_cell`` is below 1.
        WriteError: the file cannot be written, or is an invitation and the settings name no date.
    """
    path = Path(path)
    write_file(path, _render(for_outside(mined, quotes=quotes, min_cell=min_cell), path.name))
    return path


def write_all(mined: Mined, folder: str | Path, *, made_at: datetime | None = None) -> list[Path]:
    """Write every output into a folder, the manifest last.

    Args:
        mined: What to write; as much of it as its settings allow to be shown.
        folder: Made if it does not exist; other files in it stay.
        made_at: Time to write in the manifest, the only bytes that may differ between two runs.

    Returns:
        The files: report, plan, questions, what to decide, topics, everything, manifest.

    Raises:
        WriteError: the folder or a file cannot be written.
    """
    folder = Path(folder)
    shown = for_outside(mined)
    outputs = {name: _render(shown, name) for name in FILES}
    outputs["manifest.json"] = make_manifest(mined, outputs, made_at=made_at)
    return _write_files(outputs, folder)


def _render(mined: Mined, name: str) -> bytes:
    rendered: bytes = find(EXPORTERS, Path(name).suffix.removeprefix(".").lower()).render(mined, name=name)
    return rendered


def _write_files(outputs: Mapping[str, bytes], folder: Path) -> list[Path]:
    make_folder(folder)
    for name, content in outputs.items():
        write_file(folder / name, content)
    return [folder / name for name in outputs]


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, where it is not there.

    Raises:
        WriteError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def write_file(path: Path, content: bytes) -> None:
    """Write beside ``path`` and move over it, so that a reader never sees half a file.

    Raises:
        WriteError: it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise cannot_write(path, error) from error
