"""Puts what was made of sources in the place of what the store had of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from notemine.domain import Note, Segment, Skipped
from notemine.ingest.files import Source
from notemine.workspace.changes import Item, in_reading_order
from notemine.workspace.inside import Inside
from notemine.workspace.rows import write_notes
from notemine.workspace.store import Store
from notemine.workspace.ties import write_ties

_SOURCE = "INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What was made of sources; nothing in it holds a name.

    Attributes:
        source_of: Id of the source of each note.
        skipped_of: What was skipped of each source.
        no_files: What was skipped and is no source.
        name_of: Name of each source.
    """

    notes: tuple[Note, ...] = ()
    segments: tuple[Segment, ...] = ()
    source_of: Mapping[str, str] = field(default_factory=dict)
    skipped_of: Mapping[str, Sequence[Skipped]] = field(default_factory=dict)
    no_files: tuple[Skipped, ...] = ()
    name_of: Mapping[str, str] = field(default_factory=dict)


def assign(
    inside: Inside,
    notes: tuple[Note, ...],
    segments: tuple[Segment, ...],
    skipped: Sequence[tuple[Skipped, Skipped]],
) -> Worked:
    """Say of which source each note is, and what was skipped.

    Args:
        inside: The sources.
        notes: Without names.
        segments: Of these notes.
        skipped: What was skipped, as it was read and without names; a source of which there is no more to
            say than its name is there without a reason.
    """
    ordered = in_reading_order(inside.sources.items())
    id_of_name: dict[str, str] = {}
    id_of_content: dict[tuple[str, str], str] = {}
    for id_, source in ordered:
        reading = inside.readings[id_]
        for name in (source.name, *(one.source for one in reading.skipped)):
            id_of_name.setdefault(name, id_)
        for one in reading.contents:
            id_of_name.setdefault(one.source.name, id_)
            id_of_content.setdefault((one.source.name, one.sha256), id_)
    raw = {note.id: note for note in inside.ingested.notes}
    source_of = {note.id: id_of_content[raw[note.id].source, note.sha256] for note in notes}
    name_of: dict[str, str] = {}
    skipped_of: dict[str, list[Skipped]] = defaultdict(list)
    no_files = []
    for note in notes:
        id_ = source_of[note.id]
        name_of.setdefault(id_, _outer(note.source, inside.sources[id_]))
    for as_read, safe in skipped:
        id_ = id_of_name.get(as_read.source, "")
        if id_:
            name_of.setdefault(id_, _outer(safe.source, inside.sources[id_]))
        if id_ and safe.reason:
            skipped_of[id_].append(safe)
        elif safe.reason:
            no_files.append(safe)
    return Worked(
        notes=notes,
        segments=segments,
        source_of=source_of,
        skipped_of=skipped_of,
        no_files=tuple(no_files),
        name_of=name_of,
    )


def _outer(name: str, source: Source) -> str:
    """The name of a file, of that of something in it."""
    return "/".join(name.split("/")[: source.name.count("/") + 1])


def replace_sources(
    store: Store, inside: Inside, worked: Worked, *, removed: Collection[str], touched: Sequence[Item]
) -> None:
    """Write sources anew, inside a transaction.

    Args:
        store: Of the workspace.
        inside: What was read.
        worked: What was made of it.
        removed: Sources to take out.
        touched: Files that were named; of those that are unchanged the date is noted.
    """
    for id_ in sorted({*inside.sources, *removed} - inside.gone):
        store.execute("DELETE FROM sources WHERE id = ?", (id_,))
    with_notes = set(worked.source_of.values())
    for id_ in sorted(set(inside.sources) - inside.gone):
        _write_source(store, id_, inside, worked, has_notes=id_ in with_notes)
    for id_ in sorted(inside.gone):
        skipped = worked.skipped_of.get(id_, ())
        if skipped and len(skipped) >= len(inside.readings[id_].contents):
            _empty(store, id_, skipped)
    write_notes(store, worked.notes, worked.segments, source_of=worked.source_of)
    for item in touched:
        if item.is_touched and item.id not in inside.sources:
            store.execute(
                "UPDATE sources SET size = ?, mtime_ns = ? WHERE id = ?",
                (item.stat.size, item.stat.mtime_ns, item.id),
            )
    store.execute("DELETE FROM events WHERE id NOT IN (SELECT event_id FROM notes)")


def _write_source(store: Store, id_: str, inside: Inside, worked: Worked, *, has_notes: bool) -> None:
    reading, stat = inside.readings[id_], inside.stats[id_]
    skipped = worked.skipped_of.get(id_, ())
    status = "read" if has_notes or not skipped else "skipped"
    if reading.overviews and not reading.contents:
        status = "overview"
    reason = skipped[0].reason if skipped and not has_notes else ""
    name = worked.name_of.get(id_, "")
    store.execute(_SOURCE, (id_, name, stat.size, stat.mtime_ns, stat.sha256, status, reason))
    _write_skipped(store, id_, skipped)
    write_ties(store, id_, inside.keys_of(id_), reading.contents, secret=inside.secret)


def _empty(store: Store, id_: str, skipped: Sequence[Skipped]) -> None:
    """Of a copy only what it was is kept."""
    store.execute("DELETE FROM notes WHERE source_id = ?", (id_,))
    store.execute("DELETE FROM skipped WHERE source_id = ?", (id_,))
    store.execute("UPDATE sources SET status = 'skipped', reason = ? WHERE id = ?", (skipped[0].reason, id_))
    _write_skipped(store, id_, skipped)


def _write_skipped(store: Store, id_: str, skipped: Sequence[Skipped]) -> None:
    store.execute_many(
        "INSERT INTO skipped VALUES (?, ?, ?)", ((id_, one.source, one.reason) for one in skipped)
    )
