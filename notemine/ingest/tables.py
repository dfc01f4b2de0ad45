"""One file with the notes of several tables to a note a table."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from notemine.ingest.raw import RawNote
from notemine.ingest.sheets import find_sheets
from notemine.ingest.titles import Title, read_title

_MAX_WORDS = 12
_MAX_CHARS = 200
_MAX_TITLE_LINES = 3
_MAX_TABLES = 500
_HEADING = re.compile(r"^\s*(?:#+\s|\*\*)|^[^a-z]*$")
_STARTS = re.compile(
    r"^[\s#*_=-]*(?:verslag|notulen|aantekeningen|gespreks|discussie)?\s*tafel", re.IGNORECASE
)


def split_tables(raw: RawNote) -> list[RawNote]:
    """Cut a note where a heading names another table.

    Only where at least two tables have a heading of their own with notes under each, or where several note
    sheets were put into one file; "Tafel 3: wij missen
    tijd" in a plenary round is no heading. What stands above the first heading goes to the first table when
    it is a title, else it becomes a note without a table.
    """
    if raw.unit not in ("line", "paragraph"):
        return [raw]
    lines = raw.text.split("\n")
    sheets = find_sheets(raw)
    starts = sheets or [(i, table) for i, line in enumerate(lines) if (table := _heading(line))]
    n_tables = len(sheets or {table for _, table in starts})
    if not 2 <= n_tables <= len(starts) <= _MAX_TABLES or not _all_have_notes(lines, [i for i, _ in starts]):
        return [raw]
    first = starts[0][0]
    bounds = [i for i, _ in starts] + [len(lines)]
    has_preface = sum(1 for line in lines[:first] if line.strip()) > _MAX_TITLE_LINES
    bounds[:1] = [0, first] if has_preface else [0]
    parts = [_part(raw, lines, slice(start, end)) for start, end in pairwise(bounds)]
    return [replace(parts[0], is_general=True), *parts[1:]] if has_preface else parts


def _heading(line: str) -> str:
    """The table a heading names; empty for any other line."""
    line = line[:_MAX_CHARS]
    if not _STARTS.match(line) or len(line.split()) > _MAX_WORDS or re.search(r"[?!]|\.\s*$", line):
        return ""
    title: Title = read_title(line)
    if not title.table or not (title.is_bare or _HEADING.match(line)):
        return ""
    return title.table


def _all_have_notes(lines: list[str], starts: list[int]) -> bool:
    return all(
        any(line.strip() for line in lines[start + 1 : end]) for start, end in pairwise([*starts, len(lines)])
    )


def _part(raw: RawNote, lines: list[str], part: slice) -> RawNote:
    numbers = raw.line_numbers or tuple(range(1, len(lines) + 1))
    return replace(
        raw,
        text="\n".join(lines[part]),
        line_numbers=numbers[part],
        speakers=raw.speakers[part],
        meta_lines=tuple(i - part.start for i in raw.meta_lines if part.start <= i < part.stop),
    )
