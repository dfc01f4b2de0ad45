"""Paths to notes: the one place where files are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from notemine.config import IngestSettings
from notemine.domain import Event, Note, Progress, Skipped, make_id
from notemine.ingest.copies import find_copies
from notemine.ingest.corrections import corrected, is_said
from notemine.ingest.events import Folder, make_event
from notemine.ingest.files import STANDARD_INPUT, Source, list_files
from notemine.ingest.metadata import FOLDER, Facts
from notemine.ingest.overview import Overview
from notemine.ingest.reading import Contents, Found, Reading, read_source

# So few files are read sooner than another process has started.
MIN_PARALLEL = 64
_CHUNK = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """What was read and what was not.

    Attributes:
        notes: By date and id of the event, undated ones last, then source, then place in the file.
        skipped: By source.
    """

    notes: tuple[Note, ...]
    skipped: tuple[Skipped, ...]


def read_sources(
    paths: Sequence[str | Path],
    *,
    event: str = "",
    held_on: date | None = None,
    settings: IngestSettings | None = None,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Ingested:
    """Read notes from files and folders, zips and mails with attachments among them; "-" is standard input.

    A file that cannot be read never stops the others. The order of ``paths`` changes nothing.

    Args:
        paths: Files and folders; folders with all that is in them, but for hidden files.
        event: Title of the evening; overrules what folders and notes say.
        held_on: Date of the evening; overrules what folders and notes say.
        settings: Columns and corrections of a person.
        executor: Reads files beside one another; the result does not depend on it.
        progress: Called with "lezen", the number of files read and that of all.

    Raises:
        ConfigError: a date that a person gave is no date.
    """
    settings = settings or IngestSettings()
    sources, skipped = list_files(paths)
    told = [source._replace(event=event, held_on=held_on) for source in sources]
    readings = read_files(told, settings=settings, executor=executor, progress=progress)
    return notes_of(readings, settings=settings, skipped=skipped)


def read_files(
    sources: Sequence[Source],
    *,
    settings: IngestSettings,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> list[Reading]:
    """Read files one by one, in order; see ``read_sources``."""
    readings = []
    for done, reading in enumerate(_read_all(sources, settings.columns, executor), 1):
        readings.append(reading)
        if progress:
            progress("lezen", done, len(sources))
    return readings


def notes_of(
    readings: Sequence[Reading], *, settings: IngestSettings, skipped: Sequence[Skipped] = ()
) -> Ingested:
    """Make notes of what files hold together: copies once, each note at its evening, with a person's word.

    Args:
        readings: In the order of ``list_files``.
        settings: Corrections of a person.
        skipped: What could not be read before.

    Raises:
        ConfigError: a date that a person gave is no date.
    """
    contents = [one for reading in readings for one in reading.contents]
    overviews = [one for reading in readings for one in reading.overviews]
    kept, copies = _without_copies(contents)
    found = list(_corrected(kept, overviews, settings))
    said_in = _said_in(found)
    # By id: the same sheet twice in one file is one note.
    notes = {
        note.id: note
        for group in _by_event(found)
        for note in _notes(group, said=said_in[_evening(group[0])])
    }
    named = [*skipped, *copies, *(one for reading in readings for one in reading.skipped)]
    return Ingested(
        notes=tuple(sorted(notes.values(), key=_order)),
        skipped=tuple(sorted(named, key=lambda one: (one.source, one.reason))),
    )


def _read_all(
    sources: Sequence[Source], columns: Mapping[str, str], executor: Executor | None
) -> Iterable[Reading]:
    read = partial(read_source, columns=columns)
    if executor is None or len(sources) < MIN_PARALLEL:
        return map(read, sources)
    # Another process has another standard input.
    beside = executor.map(read, [one for one in sources if one.name != STANDARD_INPUT], chunksize=_CHUNK)
    return (read(one) if one.name == STANDARD_INPUT else next(beside) for one in sources)


def _without_copies(contents: Sequence[Contents]) -> tuple[list[Contents], list[Skipped]]:
    """Leave out what was read before, byte by byte or word for word."""
    kept: list[Contents] = []
    skipped: list[Skipped] = []
    first_of: dict[str, str] = {}
    for one in contents:
        first = first_of.setdefault(one.sha256, one.source.name)
        if first == one.source.name:
            kept.append(one)
        else:
            skipped.append(Skipped(source=one.source.name, reason=f"zelfde inhoud als {first}"))
    # Of a Word file and its PDF the one that knows its paragraphs stays, of two versions the longer one.
    kept.sort(key=lambda one: (one.source.path.suffix.lower() == ".pdf", -len(one.shingles)))
    tables = [frozenset(found.facts.table for found in one.found) - {""} for one in kept]
    copy_of = find_copies([one.shingles for one in kept], tables)
    for place, first_place in copy_of.items():
        first = kept[first_place].source.name
        skipped.append(Skipped(source=kept[place].source.name, reason=f"zelfde tekst als {first}"))
    return [one for place, one in enumerate(kept) if place not in copy_of], skipped


def _corrected(
    contents: Iterable[Contents], overviews: Sequence[Overview], settings: IngestSettings
) -> Iterator[Found]:
    for one in contents:
        for found in one.found:
            facts = corrected(found.facts, one.source.name, overviews=overviews, settings=settings)
            if facts is not None:
                yield found._replace(facts=facts, folder=_overruled(found.folder, facts))


def _overruled(folder: Folder, facts: Facts) -> Folder:
    """What the name of a folder says of the evening, less what a person says otherwise."""
    if is_said(facts, "date") and folder.held_on != facts.held_on:
        folder = folder._replace(held_on=None)
    if is_said(facts, "place") and folder.place != facts.place:
        title = "" if folder.title == folder.place else folder.title
        folder = folder._replace(place="", title=title)
    return folder


def _order(note: Note) -> tuple[date, str, str]:
    return (note.event.held_on or date.max, note.event.id, note.source)


def _by_event(found: Iterable[Found]) -> list[list[Found]]:
    """Put notes of one evening together: one folder, unless a column, sheet or person says otherwise."""

    def key(one: Found) -> tuple[str, ...]:
        facts = one.facts
        is_dated = facts.is_sheet or (one.raw.unit == "row" and "date" in one.raw.metadata)
        day = str(facts.held_on) if is_dated or is_said(facts, "date") else ""
        place = facts.place if is_said(facts, "place") else ""
        return (*_evening(one), facts.event, day, place)

    return [list(group) for _, group in groupby(sorted(found, key=key), key=key)]


def _evening(one: Found) -> tuple[str, str, str]:
    """A folder, and what the user said of the evening as its files were named."""
    return str(one.folder.path), one.source.event, str(one.source.held_on or "")


def _said_in(found: Iterable[Found]) -> defaultdict[tuple[str, str, str], list[Facts]]:
    """Of each folder the facts of notes of which a person told the date or the place."""
    said: defaultdict[tuple[str, str, str], list[Facts]] = defaultdict(list)
    for one in found:
        if is_said(one.facts, "date") or is_said(one.facts, "place"):
            said[_evening(one)].append(one.facts)
    return said


def _notes(found: Sequence[Found], *, said: Sequence[Facts]) -> list[Note]:
    """Make notes of one evening; what a person says of others in its folder holds where they say nothing."""
    folder, named = found[0].folder, found[0].source
    dates = {one.facts.held_on for one in found if one.facts.held_on}
    dates = dates or {facts.held_on for facts in said if facts.held_on and is_said(facts, "date")}
    agreed = dates.pop() if len(dates) == 1 else None
    places = sorted({one.facts.place for one in found if one.facts.place})
    places = places or sorted({facts.place for facts in said if is_said(facts, "place")})
    event = make_event(
        folder,
        title=named.event or found[0].facts.event,
        place=places[0] if len(places) == 1 else "",
        held_on=named.held_on or folder.held_on or agreed,
    )
    return [_note(one, event) for one in found]


def _note(found: Found, event: Event) -> Note:
    source, folder, raw, facts, sha256 = found
    told_by = dict(facts.told_by)
    if event.held_on and folder.held_on == event.held_on:
        told_by["date"] = FOLDER
    if event.place and folder.place == event.place:
        told_by["place"] = FOLDER
    return Note(
        id=make_id("n", event.id, source.name, facts.table, raw.text),
        event=event,
        source=source.name,
        text=raw.text,
        table=facts.table,
        sector=facts.sector,
        role=facts.role,
        theme=facts.theme,
        school=facts.school,
        author=facts.author,
        metadata_from=tuple(sorted(told_by.items())),
        unit=raw.unit,
        line_numbers=raw.line_numbers,
        speakers=raw.speakers,
        meta_lines=facts.meta_lines,
        is_impression=facts.is_impression,
        encoding=raw.encoding,
        sha256=sha256,
    )
