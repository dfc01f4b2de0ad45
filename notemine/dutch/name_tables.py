"""Names in tables that people draw in their notes, such as a list of those present in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from notemine.dutch.name_words import FAMILY_COLUMNS, FULL_NAME_COLUMNS, GIVEN_COLUMNS

MAX_NAME_WORDS = 5
_CELL = re.compile(r"[^|\t]+")
_RULE = re.compile(r"[\s|:+=-]*")
_NAME = re.compile(r"[^\W\d_][^\d@/:;()]*")


@dataclass(frozen=True, slots=True)
class NameCell:
    """A cell that holds a name or one half of it: ``line[start:end]``.

    Attributes:
        given: Given name of the row; empty where the table has no column for it.
        family: Family name of the row; empty where the table has no column for it.
    """

    start: int
    end: int
    given: str = ""
    family: str = ""


@dataclass(slots=True)
class NameTable:
    """Follows a table over its lines."""

    _columns: dict[int, str] = field(default_factory=dict)

    def read(self, line: str) -> list[NameCell]:
        """The cells of a line that hold names; none outside a table whose heading names such a column."""
        cells = list(_cells(line))
        if len(cells) < 2:
            self._columns = {}
            return []
        if columns := _name_columns(line, cells):
            self._columns = columns
            return []
        if not self._columns or _RULE.fullmatch(line):
            return []
        named = {self._columns[i]: span for i, span in cells if i in self._columns and _is_name(line, span)}
        given, family = (line[slice(*named[half])] if half in named else "" for half in ("given", "family"))
        return [
            NameCell(*span) if half == "full" else NameCell(*span, given, family)
            for half, span in sorted(named.items(), key=lambda item: item[1])
        ]


def _cells(line: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number and trimmed span of the cells; a line that begins with a bar has its first cell behind it."""
    if "|" not in line and "\t" not in line:
        return
    first = 1 if line.lstrip().startswith("|") else 0
    at = [0, *(match.end() for match in re.finditer(r"[|\t]", line))]
    for number, start in enumerate(at):
        match = _CELL.match(line, start)
        if match and match[0].strip(" *_"):
            left = start + len(match[0]) - len(match[0].lstrip(" *_"))
            yield number - first, (left, start + len(match[0].rstrip(" *_")))


def _name_columns(line: str, cells: list[tuple[int, tuple[int, int]]]) -> dict[int, str]:
    """Which columns a heading gives to names: ``given``, ``family`` or ``full``."""
    titles = {number: line[slice(*span)].lower().rstrip(":") for number, span in cells}
    has_given = not GIVEN_COLUMNS.isdisjoint(titles.values())
    columns = {}
    for number, title in titles.items():
        if title in GIVEN_COLUMNS:
            columns[number] = "given"
        elif title in FAMILY_COLUMNS or (has_given and title in FULL_NAME_COLUMNS):
            columns[number] = "family"
        elif title in FULL_NAME_COLUMNS:
            columns[number] = "full"
    return columns


def _is_name(line: str, span: tuple[int, int]) -> bool:
    cell = line[slice(*span)]
    return _NAME.fullmatch(cell) is not None and len(cell.split()) <= MAX_NAME_WORDS and not cell.isupper()
