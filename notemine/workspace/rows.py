"""Notes and segments as rows of ``notemine.db``, and back without a difference."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from notemine.domain import Edit, Event, Note, Segment, Skipped
from notemine.dutch.compounds import split_compound
from notemine.dutch.lemmas import lemma_of
from notemine.embed.encode import MOST_FOR_THOROUGH
from notemine.workspace.store import Store

_NOTE_FIELDS = (
    "id source_id event_id source table_name sector role theme school author text unit is_impression "
    "encoding sha256 metadata_from line_numbers speakers meta_lines foreign_lines repeated_lines edits"
).split()
_SEGMENT_FIELDS = 'id note_id start "end" line text kind speaker heading lemmas tags terms sensitive'.split()


def read_notes(store: Store) -> tuple[Note, ...]:
    """All notes, in the order of their ids."""
    events = {row[0]: _event(row) for row in store.rows("SELECT id, title, held_on, place FROM events")}
    rows = store.rows(f"SELECT {', '.join(_NOTE_FIELDS)} FROM notes ORDER BY id")
    return tuple(_note(dict(zip(_NOTE_FIELDS, row, strict=True)), events) for row in rows)


def read_segments(store: Store, notes: Sequence[Note]) -> tuple[Segment, ...]:
    """All segments of ``notes``, in the order of the notes and of their place in them."""
    rows = store.rows(f"SELECT {', '.join(_SEGMENT_FIELDS)} FROM segments ORDER BY note_id, start, seq")
    of_note: dict[str, list[Segment]] = {note.id: [] for note in notes}
    for row in rows:
        segment = _segment(row)
        of_note[segment.note_id].append(segment)
    return tuple(segment for segments in of_note.values() for segment in segments)


def read_skipped(store: Store) -> tuple[Skipped, ...]:
    """All that could not be read, by source."""
    rows = store.rows("SELECT name, reason FROM skipped ORDER BY name, reason")
    return tuple(Skipped(source=name, reason=reason) for name, reason in rows)


def count_texts(store: Store) -> int:
    """Distinct texts of segments, as far as it matters to the choice of an embedder."""
    most = MOST_FOR_THOROUGH + 1
    ((count,),) = store.rows("SELECT count(*) FROM (SELECT DISTINCT text FROM segments LIMIT ?)", (most,))
    return int(count)


def write_notes(
    store: Store, notes: Sequence[Note], segments: Iterable[Segment], *, source_of: Mapping[str, str]
) -> None:
    """Write notes, their events and their segments, inside a transaction.

    Args:
        store: Has none of them yet.
        notes: Without names.
        segments: Of these notes.
        source_of: Id of the source by that of the note.
    """
    events = {note.event.id: note.event for note in notes}
    for event in events.values():
        _write_event(store, event)
    marks = ", ".join("?" * len(_NOTE_FIELDS))
    store.execute_many(
        f"INSERT INTO notes ({', '.join(_NOTE_FIELDS)}) VALUES ({marks})",
        (_note_row(note, source_of[note.id]) for note in notes),
    )
    marks = ", ".join("?" * (len(_SEGMENT_FIELDS) + 1))
    store.execute_many(
        f"INSERT INTO segments ({', '.join(_SEGMENT_FIELDS)}, words) VALUES ({marks})",
        map(_segment_row, segments),
    )


def search_words(lemmas: Iterable[str]) -> str:
    """Lemmas, and the words that compounds among them are made of: what a search looks in."""
    words = []
    for lemma in lemmas:
        words.append(lemma)
        parts = split_compound(lemma)
        if len(parts) > 1:
            words += map(lemma_of, parts)
    return " ".join(words)


def _write_event(store: Store, event: Event) -> None:
    held_on = event.held_on.isoformat() if event.held_on else None
    store.execute(
        "INSERT INTO events (id, title, held_on, place) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET title = excluded.title, held_on = excluded.held_on, place = excluded.place",
        (event.id, event.title, held_on, event.place),
    )


def _event(row: Sequence[Any]) -> Event:
    id_, title, held_on, place = row
    return Event(id=id_, title=title, held_on=date.fromisoformat(held_on) if held_on else None, place=place)


def _json(values: Iterable[Any]) -> str:
    return json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))


def _note_row(note: Note, source_id: str) -> list[Any]:
    edits = ((e.start, e.end, e.source_start, e.source_end) for e in note.edits)
    lists = (note.metadata_from, note.line_numbers, note.speakers, note.meta_lines, note.foreign_lines)
    return [
        *(note.id, source_id, note.event.id, note.source, note.table, note.sector, note.role, note.theme),
        *(note.school, note.author, note.text, note.unit, int(note.is_impression), note.encoding),
        *(note.sha256, *map(_json, lists), _json(note.repeated_lines), _json(edits)),
    ]


def _note(row: Mapping[str, Any], events: Mapping[str, Event]) -> Note:
    same = ("id", "source", "sector", "role", "theme", "school", "author", "text", "unit", "encoding")
    lists = ("line_numbers", "speakers", "meta_lines", "foreign_lines", "repeated_lines")
    fields: dict[str, Any] = {name: row[name] for name in (*same, "sha256")}
    fields |= {name: tuple(json.loads(row[name])) for name in lists}
    return Note(
        **fields,
        event=events[row["event_id"]],
        table=row["table_name"],
        is_impression=bool(row["is_impression"]),
        metadata_from=tuple((fact, told) for fact, told in json.loads(row["metadata_from"])),
        edits=tuple(
            Edit(start=start, end=end, source_start=source_start, source_end=source_end)
            for start, end, source_start, source_end in json.loads(row["edits"])
        ),
    )


def _segment_row(segment: Segment) -> list[Any]:
    return [
        *(segment.id, segment.note_id, segment.start, segment.end, segment.line, segment.text, segment.kind),
        *(segment.speaker, segment.heading, *map(_json, (segment.lemmas, segment.tags, segment.terms))),
        segment.sensitive,
        search_words(segment.lemmas),
    ]


def _segment(row: Sequence[Any]) -> Segment:
    id_, note_id, start, end, line, text, kind, speaker, heading, lemmas, tags, terms, sensitive = row
    return Segment(
        id=id_,
        note_id=note_id,
        start=start,
        end=end,
        line=line,
        text=text,
        kind=kind,
        speaker=speaker,
        heading=heading,
        lemmas=tuple(json.loads(lemmas)),
        tags=tuple(json.loads(tags)),
        terms=tuple(json.loads(terms)),
        sensitive=sensitive,
    )
