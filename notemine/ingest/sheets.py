"""A note sheet that notemine wrote, back with what people put on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from notemine.dutch.sheets import (
    NOTES,
    QUESTIONS,
    goes_on,
    is_heading,
    is_instruction,
    is_question_line,
    read_field,
    read_title,
)
from notemine.ingest.raw import RawNote

_MAX_TOP_LINES = 20
_MAX_FIELD_WORDS = 18
_MAX_WRAPPED = 4


class Sheet(NamedTuple):
    """What a sheet says.

    Attributes:
        fields: By English key; ``table`` too. Empty values are left out.
        meta_lines: 0-based lines that are the sheet's own.
        is_blank: Nobody wrote a note on it.
    """

    fields: dict[str, str]
    meta_lines: tuple[int, ...]
    is_blank: bool


def read_sheet(raw: RawNote) -> Sheet | None:
    """Read a sheet; None for any other note.

    A sheet is known by the styles of its paragraphs or, where these were lost, by its instruction; its title
    or a labelled line must be there too.
    """
    if raw.unit not in ("line", "paragraph"):
        return None
    lines = raw.text.split("\n")
    if not _may_be_sheet(raw, lines):
        return None
    top = _end_of_top(lines, raw.meta_lines)
    notes = next((i for i, line in enumerate(lines) if is_heading(line, NOTES)), len(lines))
    fields, own = _read_top(lines[:top])
    if not own:
        return None
    own |= {*raw.meta_lines, *_own_lines(lines, notes, wraps=raw.unit == "line")}
    said = (line for i, line in enumerate(lines) if i not in own)
    return Sheet(fields, tuple(sorted(own)), not any(c.isalnum() for line in said for c in line))


def find_sheets(raw: RawNote) -> list[tuple[int, str]]:
    """Where each sheet starts in a document that holds several: its first line and its table."""
    lines = raw.text.split("\n")
    if not _may_be_sheet(raw, lines):
        return []
    filled = [i for i, line in enumerate(lines) if line.strip()]
    followed = zip(filled, [*filled[1:], -1], strict=True)
    titles = [(i, read_title(lines[i])) for i, after in followed if after > 0 and read_field(lines[after])]
    return [(i, title[0]) for i, title in titles if title]


def _may_be_sheet(raw: RawNote, lines: Sequence[str]) -> bool:
    return raw.is_sheet or any(map(is_instruction, lines))


def _end_of_top(lines: Sequence[str], known: Sequence[int]) -> int:
    """The first line that comes after the labelled ones: a heading, a question, the instruction."""
    for i, line in enumerate(lines):
        is_own = i in known or is_instruction(line) or is_question_line(line)
        if is_own or is_heading(line, QUESTIONS) or is_heading(line, NOTES):
            return i
    labelled = [i for i, line in enumerate(lines[:_MAX_TOP_LINES]) if read_field(line)]
    return labelled[-1] + 1 if labelled else 1


def _read_top(lines: Sequence[str]) -> tuple[dict[str, str], set[int]]:
    """What the title and the labelled lines say, and their numbers with those of the lines they run on in."""
    fields: dict[str, str] = {}
    own: set[int] = set()
    seen: set[str] = set()
    for i, line in enumerate(lines):
        field = read_field(line)
        if field and field[0] not in seen:
            seen.add(field[0])
            fields[field[0]] = field[1]
            own.add(i)
        elif not seen and (title := read_title(line)) and "table" not in fields:
            fields["table"], fields["title"] = title
            own.add(i)
        elif own and len(line.split()) <= _MAX_FIELD_WORDS and ("?" not in line or not seen):
            # More names on a line of their own, or a long title or value that was wrapped.
            own.add(i)
    in_title = fields.pop("title", "")
    fields["theme"] = fields.get("theme") or in_title
    return {key: value for key, value in fields.items() if value}, own


def _own_lines(lines: Sequence[str], notes: int, *, wraps: bool) -> set[int]:
    """Headings, the instruction, and above the notes the questions.

    Under the heading of the notes a line with such a label is what the table says.
    """
    own = {notes} if notes < len(lines) else set()
    for i, line in enumerate(lines):
        # The number of the page may have got a line of its own.
        if is_instruction(line) or (i - 1 in own and line.strip().isdigit()):
            own.add(i)
    for i, line in enumerate(lines[:notes]):
        if is_heading(line, QUESTIONS) or is_question_line(line):
            own.add(i)
        if wraps and goes_on(line):
            own.update(_wrapped(lines, i))
    return own


def _wrapped(lines: Sequence[str], at: int) -> range:
    """The lines of a question down to its last mark; only its first one where that is nowhere near."""
    for i in range(at + 1, min(at + 1 + _MAX_WRAPPED, len(lines))):
        if end := re.search('[”"]', lines[i]):
            # What was said in reply is a note, though the end of the question stands in front of it.
            return range(at, i if any(map(str.isalnum, lines[i][end.end() :])) else i + 1)
    return range(at, at + 1)
