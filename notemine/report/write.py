"""Writes results to disk: each file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from notemine.domain import Mined
from notemine.dutch.causes import cannot_write
from notemine.report.choices import name_to_render, render
from notemine.report.manifest import make_manifest
from notemine.report.outside import for_outside

# What ``write_all`` writes; ``exports`` lists what there is besides.
FILES = (
    "rapport.html",
    "impressie.docx",
    "plan.md",
    "plan.docx",
    "plan.xlsx",
    "vragen.csv",
    "nalopen.csv",
    "onderwerpen.csv",
    "resultaat.xlsx",
    "resultaat.json",
)


def write_report(
    mined: Mined,
    path: str | Path,
    *,
    what: str | None = None,
    quotes: bool | None = None,
    min_cell: int | None = None,
) -> Path:
    """Write a result in the form that the suffix of ``path`` names.

    Of what a suffix can hold, the name of the file chooses: ``impressie*.docx`` is a page about the evening
    and any other ``.docx`` the plan; ``plan*.xlsx`` is the plan and any other ``.xlsx`` everything; a
    ``.csv`` is the table that its name begins with (``onderwerpen``, ``regels``, ...), otherwise the
    questions. ``.html`` is the whole report, ``.json`` everything for a program, ``.md`` the plan, and
    ``.ics`` invites to the next event.

    Args:
        mined: What to write.
        path: Where.
        what: Chooses instead of the name of the file: ``"plan"`` writes the plan to ``mijn-avond.docx``.
        quotes: Whether words of the notes are shown; as the settings of ``mined`` say if left out.
        min_cell: Counts below it are hidden where they stand per sector, role, theme, event or table; as the
            settings of ``mined`` say if left out.

    Returns:
        ``path``; an older file of that name is replaced, whole.

    Raises:
        UnknownNameError: no exporter writes that suffix, or it cannot hold ``what``; the message lists those
            there are.
        ValueError: ``min_cell`` is below 1.
        WriteError: the file cannot be written, or is an invitation and the settings name no date.
    """
    path = Path(path)
    name = name_to_render(path, what)
    write_file(path, render(for_outside(mined, quotes=quotes, min_cell=min_cell), name))
    return path


def write_all(mined: Mined, folder: str | Path, *, made_at: datetime | None = None) -> list[Path]:
    """Write what a run leaves behind into a folder, the manifest last.

    Args:
        mined: What to write; as much of it as its settings allow to be shown.
        folder: Made if it does not exist; other files in it stay.
        made_at: Time to write in the manifest, the only bytes that may differ between two runs.

    Returns:
        The files: report, impression, plan, questions, what to decide, topics, everything, manifest.

    Raises:
        WriteError: the folder or a file cannot be written.
    """
    shown = for_outside(mined)
    outputs = {name: render(shown, name) for name in FILES}
    outputs["manifest.json"] = make_manifest(mined, outputs, made_at=made_at)
    return write_files(outputs, Path(folder))


def write_files(outputs: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write contents by name into a folder, which is made if it does not exist.

    Raises:
        WriteError: the folder or a file cannot be written.
    """
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
