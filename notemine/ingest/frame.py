"""Notes from what a notebook holds: a data frame with a row a note, or a series of texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from notemine.domain import Event, Note, make_id
from notemine.errors import ReadError

COLUMNS = ("text", "event", "held_on", "place", "table", "sector", "role", "theme", "source")


def notes_from_rows(rows: Iterable[Mapping[Any, Any]]) -> list[Note]:
    """Make notes of rows.

    Args:
        rows: ``text`` is needed; event, held_on, place, table, sector, role, theme and source may be there.

    Raises:
        ReadError: a row has no text.
    """
    return [_note(number, row) for number, row in enumerate(rows, 1)]


def _note(number: int, row: Mapping[Any, Any]) -> Note:
    known = {name: row[name] for name in COLUMNS if name in row and row[name] == row[name]}
    if not isinstance(known.get("text"), str):
        raise ReadError(f"row {number}: no text; give a column 'text' with a string in each row")
    fields: dict[str, Any] = {name: str(known.get(name, "")) for name in ("table", "sector", "role", "theme")}
    source = str(known.get("source", f"rij {number}"))
    event = _event(str(known.get("event", "")), known.get("held_on"), str(known.get("place", "")))
    text = known["text"].replace("\r\n", "\n")
    note_id = make_id("n", event.id, source, fields["table"], text)
    return Note(id=note_id, event=event, source=source, text=text, **fields)


def _event(title: str, held_on: object, place: str) -> Event:
    if isinstance(held_on, datetime):
        held_on = held_on.date()
    day = held_on if isinstance(held_on, date) else None
    if isinstance(held_on, str):
        try:
            day = date.fromisoformat(held_on)
        except ValueError as error:
            raise ReadError(f"held_on {held_on!r} is no date; write it as 2025-03-18") from error
    event_id = "-".join(part for part in (str(day) if day else "", title.lower().replace(" ", "-")) if part)
    return Event(id=event_id or "notities", title=title or "Notities", held_on=day, place=place)
