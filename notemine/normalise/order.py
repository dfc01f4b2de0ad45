"""The one order in which notes are worked through, whatever order they came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from notemine.domain import Note


def in_order(notes: Iterable[Note]) -> list[Note]:
    """Sort by date of the event, event, table ("2" before "10"), source and text; undated events last."""
    return sorted(notes, key=_place)


def _place(note: Note) -> tuple[object, ...]:
    held_on = note.event.held_on or date.max
    return held_on, note.event.id, _natural(note.table), note.source, note.text, note.id


def _natural(text: str) -> list[tuple[int, str]]:
    # No table has more digits, and Python makes no number of thousands of them.
    return [
        (int(part), "") if part.isdecimal() else (-1, part.lower())
        for part in re.findall(r"\d{1,18}|\D+", text)
    ]
