"""Small nouns for tests: every field has a default, so that a test names only what matters to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from notemine.domain import Event, Note, Question, Segment, make_id


def event(title: str = "Deventer", held_on: date | None = date(2025, 3, 18)) -> Event:
    """An evening."""
    return Event(id=f"{held_on}-{title.lower()}", title=title, held_on=held_on, place=title)


def note(text: str, **fields: Any) -> Note:
    """The notes of table 1 at vmbo, unless said otherwise."""
    fields = {"event": event(), "table": "1", "sector": "vmbo", "source": "notes/tafel1.txt"} | fields
    fields.setdefault("id", make_id("n", fields["event"].id, fields["source"], fields["table"], text))
    return Note(text=text, **fields)


def segment(text: str, of: Note | None = None, **fields: Any) -> Segment:
    """A segment; of a note that holds its text, or of one made for it."""
    of = of or note(text)
    start = of.text.index(text)
    fields = {"line": of.line_at(start)} | fields
    return Segment(
        id=make_id("s", of.id, str(start)),
        note_id=of.id,
        start=start,
        end=start + len(text),
        text=text,
        **fields,
    )


def question(text: str, of: Segment | None = None, **fields: Any) -> Question:
    """A direct question that is the whole of a segment."""
    of = of or segment(text)
    fields = {"kind": "direct", "wording": text} | fields
    return Question(segment_id=of.id, start=of.start, end=of.end, text=text, **fields)
