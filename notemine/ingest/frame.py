"""Notes from what a notebook holds: a data frame with a row a note, or a series of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from notemine.domain import Event, Note, make_id
from notemine.dutch.sectors import read_sector
from notemine.errors import ReadError
from notemine.ingest.events import slug
from notemine.ingest.raw import clean_breaks


def notes_from_rows(rows: Iterable[Mapping[Any, Any]]) -> list[Note]:
    """Make notes of rows.

    Args:
        rows: ``text`` is needed; event, held_on, place, table, sector, role, theme and source may be there,
            or be empty: None, NaN, NaT or NA.

    Returns:
        In the order of the rows; the same row twice is one note.

    Raises:
        ReadError: a row has no text, or a ``held_on`` that is no date.
    """
    notes = [_note(number, row) for number, row in enumerate(rows, 1)]
    return list({note.id: note for note in notes}.values())


def _note(number: int, row: Mapping[Any, Any]) -> Note:
    if not isinstance(row.get("text"), str):
        raise ReadError(f"row {number}: no text; give a column 'text' with a string in each row")
    event = _event(_field(row, "event"), _day(row), _field(row, "place"))
    source, table = _field(row, "source") or f"rij {number}", _field(row, "table")
    text = clean_breaks(row["text"])
    return Note(
        id=make_id("n", event.id, source, table, text),
        event=event,
        source=source,
        text=text,
        table=table,
        sector=read_sector(_field(row, "sector")),
        role=_field(row, "role"),
        theme=_field(row, "theme"),
    )


def _field(row: Mapping[Any, Any], name: str) -> str:
    value = row.get(name)
    if _is_missing(value):
        return ""
    # A column of numbers with a gap in it holds floats: table 3 is 3.0 there.
    return str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()


def _is_missing(value: object) -> bool:
    # NaN and NaT are unlike themselves; pandas' NA is like nothing and has no truth value.
    return value is None or type(value).__name__ == "NAType" or value != value


def _day(row: Mapping[Any, Any]) -> date | None:
    value = row.get("held_on")
    if _is_missing(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ReadError(f"held_on {value!r} is no date; write it as 2025-03-18") from error


def _event(title: str, held_on: date | None, place: str) -> Event:
    event_id = slug(f"{held_on or ''} {title}")
    return Event(id=event_id or "notities", title=title or "Notities", held_on=held_on, place=place)
