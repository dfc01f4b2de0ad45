"""Puts other words in a text, and keeps where each of them came from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from notemine.domain import Edit, Note
from notemine.normalise.known_names import Found, Person


def replace_in(
    text: str, found: Iterable[Found], name_for: Callable[[Person, str], str]
) -> tuple[str, tuple[Edit, ...]]:
    """Put a pseudonym in each place; where two overlap, the one that starts first, then the longest, wins."""
    parts: list[str] = []
    edits: list[Edit] = []
    edge = length = 0
    for place in sorted(found, key=lambda f: (f.start, -f.end)):
        if place.start < edge:
            continue
        form = text[place.start : place.end]
        new = place.who if isinstance(place.who, str) else name_for(place.who, form)
        if new == form:
            continue
        parts += [text[edge : place.start], new]
        length += place.start - edge
        edits.append(
            Edit(start=length, end=length + len(new), source_start=place.start, source_end=place.end)
        )
        length += len(new)
        edge = place.end
    return "".join(parts) + text[edge:], tuple(edits)


def compose(note: Note, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits of a note and those of its text, as edits of what was read."""
    new = [
        replace(
            e, source_start=note.source_offset(e.source_start), source_end=note.source_offset(e.source_end)
        )
        for e in edits
    ]
    old = []
    for edit in note.edits:
        if any(e.source_start < edit.end and edit.start < e.source_end for e in edits):
            continue
        moved = sum(
            (e.end - e.start) - (e.source_end - e.source_start) for e in edits if e.source_end <= edit.start
        )
        old.append(replace(edit, start=edit.start + moved, end=edit.end + moved))
    return tuple(sorted([*old, *new], key=lambda edit: edit.start))
