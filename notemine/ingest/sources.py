"""Paths to notes: the one place where files are read."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from notemine import registry
from notemine.domain import Event, Note, Skipped, make_id
from notemine.errors import ReadError
from notemine.ingest.events import Folder, find_folder, make_event
from notemine.ingest.files import Source, list_files, name_fault
from notemine.ingest.metadata import Facts, find_facts
from notemine.ingest.raw import RawNote
from notemine.ingest.tables import split_tables

MAX_BYTES = 20_000_000
READERS = "notemine.ingest.readers"

_ADVICE = {
    ".doc": "oud Word-bestand: bewaar het als .docx",
    ".xls": "oud Excel-bestand: bewaar het als .xlsx",
    ".rtf": "bewaar het als .docx",
    ".zip": "pak de zip eerst uit",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What was read and what was not.

    Attributes:
        notes: By date and id of the event, undated ones last, then source, then place in the file.
        skipped: By source.
    """

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]


class _Found(NamedTuple):
    source: Source
    folder: Folder
    raw: RawNote
    facts: Facts
    sha256: str


def read_sources(paths: Sequence[str | Path], *, event: str = "", held_on: date | None = None) -> Ingested:
    """Read notes from files and folders.

    A file that cannot be read never stops the others. The order of ``paths`` changes nothing.

    Args:
        paths: Files and folders; folders with all that is in them, but for hidden files.
        event: Title of the evening; overrules what folders and notes say.
        held_on: Date of the evening; overrules what folders and notes say.
    """
    sources, skipped = list_files(paths)
    found: list[_Found] = []
    first_of: dict[str, str] = {}
    for source in sources:
        try:
            files = _read_source(source)
        except (ReadError, OSError) as error:
            reason = name_fault(error) if isinstance(error, OSError) else str(error)
            skipped.append(Skipped(source=source.name, reason=reason))
            continue
        first = first_of.setdefault(files[0].sha256, source.name)
        if first == source.name:
            found += files
        else:
            skipped.append(Skipped(source=source.name, reason=f"zelfde inhoud als {first}"))
    # By id: the same sheet twice in one file is one note.
    notes = {note.id: note for group in _by_event(found) for note in _notes(group, event, held_on)}
    return Ingested(
        notes=tuple(sorted(notes.values(), key=_order)),
        skipped=tuple(sorted(skipped, key=lambda one: (one.source, one.reason))),
    )


def _order(note: Note) -> tuple[date, str, str]:
    return (note.event.held_on or date.max, note.event.id, note.source)


def _read_source(source: Source) -> list[_Found]:
    sha256, raws = _read(source.path)
    folder = find_folder(source.path.parent, source.root)
    known = [(raw, find_facts(raw, source.path.stem, place=folder.place)) for raw in raws]
    found = [
        _Found(source, _own_folder(folder, facts), raw, facts, sha256)
        for raw, facts in known
        if not facts.is_blank
    ]
    if not found:
        raise ReadError("leeg invulvel: niemand schreef er iets op")
    return found


def _own_folder(folder: Folder, facts: Facts) -> Folder:
    """The folder without its evening where a sheet names another: sheets are written beside older notes."""
    if facts.is_sheet and facts.held_on and folder.held_on not in (None, facts.held_on):
        return folder._replace(held_on=None, place="", title="")
    return folder


def _read(path: Path) -> tuple[str, list[RawNote]]:
    if path.name.lower().startswith(("readme", "leesmij")):
        raise ReadError("uitleg bij de bestanden, geen notitie")
    suffix = path.suffix.lower()
    reader = _readers().get(suffix)
    if reader is None:
        raise ReadError(_ADVICE.get(suffix) or f"onbekend soort bestand ({suffix or 'zonder extensie'})")
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise ReadError(f"groter dan {MAX_BYTES // 1_000_000} MB: niet gelezen")
    data = path.read_bytes()
    raws = (
        [part for raw in reader(path) if raw.text.strip() for part in split_tables(raw)]
        if data.strip()
        else []
    )
    if not raws:
        raise ReadError("leeg bestand")
    return hashlib.sha256(data).hexdigest(), raws


@cache
def _readers() -> dict[str, Callable[[Path], list[RawNote]]]:
    modules = [registry.find(READERS, name) for name in registry.names_in(READERS)]
    return {suffix: module.read for module in modules for suffix in module.SUFFIXES}


def _by_event(found: Iterable[_Found]) -> list[list[_Found]]:
    """Put notes of one evening together: one folder, unless a column, front matter or sheet names it."""

    def key(one: _Found) -> tuple[str, str, str]:
        is_dated = one.facts.is_sheet or (one.raw.unit == "row" and "date" in one.raw.metadata)
        return (str(one.folder.path), one.facts.event, str(one.facts.held_on) if is_dated else "")

    return [list(group) for _, group in groupby(sorted(found, key=key), key=key)]


def _notes(found: Sequence[_Found], title: str, held_on: date | None) -> list[Note]:
    folder = found[0].folder
    dates = {one.facts.held_on for one in found if one.facts.held_on}
    agreed = dates.pop() if len(dates) == 1 else None
    places = sorted({one.facts.place for one in found if one.facts.place})
    event = make_event(
        folder,
        title=title or found[0].facts.event,
        place=places[0] if len(places) == 1 else "",
        held_on=held_on or folder.held_on or agreed,
    )
    return [_note(one, event) for one in found]


def _note(found: _Found, event: Event) -> Note:
    source, _, raw, facts, sha256 = found
    return Note(
        id=make_id("n", event.id, source.name, facts.table, raw.text),
        event=event,
        source=source.name,
        text=raw.text,
        table=facts.table,
        sector=facts.sector,
        role=facts.role,
        theme=facts.theme,
        unit=raw.unit,
        line_numbers=raw.line_numbers,
        speakers=raw.speakers,
        meta_lines=facts.meta_lines,
        is_impression=facts.is_impression,
        encoding=raw.encoding,
        sha256=sha256,
    )
