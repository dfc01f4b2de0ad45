"""Rows with columns (post-its, Mentimeter, a data frame as JSON) to notes: a row a unit, a table a note."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from notemine.dutch.columns import FIELD_OF, LEFT_OUT, plain_name
from notemine.errors import ReadError
from notemine.ingest.raw import RawNote, Unit, check_lines, make_raw

MAX_HEADER_ROW = 10
MAX_CELLS = 5_000_000
MAX_NOTES = 2000  # evenings times tables
# A column that is left out has no key.
NAMED = {**FIELD_OF, **dict.fromkeys(LEFT_OUT, "")}

Row = Sequence[str]


class _Columns(NamedTuple):
    header: int
    texts: tuple[int, ...]
    place_of: Mapping[str, int]


def read_rows(
    rows: Sequence[Row],
    *,
    encoding: str = "utf-8",
    titles: tuple[str, ...] = (),
    columns: Mapping[str, str] | None = None,
) -> list[RawNote]:
    """Make a note of the rows of each table.

    Args:
        rows: Cells as text, row 1 first; the header may stand under title rows, or be missing.
        encoding: Of the file.
        titles: What is known from elsewhere, such as the name of the sheet.
        columns: Names of columns to English keys, beside those that are known; an empty key leaves one out.

    Returns:
        One note for each evening, table and sector that the columns tell apart, in order of appearance. A
        file of one note keeps its header and title rows as empty lines, so that line i is row i.

    Raises:
        ReadError: no column holds text, or there are more rows, cells or tables than anyone typed.
    """
    check_lines(len(rows))
    check_cells(len(rows) * max(map(len, rows), default=0))
    field_of = {**NAMED, **_plain_names(columns or {})}
    found = _find_columns(rows, field_of)
    if found is None:
        if not any(cell.strip() for row in rows for cell in row):
            return []
        raise ReadError("geen kolom met tekst gevonden; noem er een 'tekst'")
    titles += tuple(" ".join(filter(None, map(str.strip, row))) for row in rows[: max(found.header, 0)])
    titles = tuple(title for title in titles if title)
    groups = _group(rows, found)
    if len(groups) > MAX_NOTES:
        raise ReadError(f"meer dan {MAX_NOTES} tafels in een bestand: niet gelezen")
    if len(groups) == 1:
        ((metadata, units),) = groups.items()
        unit_of = {unit.number: unit for unit in units}
        units = [unit_of.get(number, Unit(number, "")) for number in range(1, len(rows) + 1)]
        groups = {metadata: units}
    return [
        make_raw(units, unit="row", metadata=dict(metadata), titles=titles, encoding=encoding)
        for metadata, units in groups.items()
    ]


def check_cells(n_cells: int) -> None:
    """Refuse a table that would fill the memory.

    Raises:
        ReadError: more than ``MAX_CELLS`` cells, empty ones among them.
    """
    if n_cells > MAX_CELLS:
        raise ReadError(f"rekenblad met meer dan {MAX_CELLS // 1_000_000} miljoen cellen: niet gelezen")


def _plain_names(columns: Mapping[str, str]) -> dict[str, str]:
    return {plain_name(name): field for name, field in columns.items()}


def _find_columns(rows: Sequence[Row], field_of: Mapping[str, str]) -> _Columns | None:
    header = next((i for i, row in enumerate(rows[:MAX_HEADER_ROW]) if is_header(row, field_of)), -1)
    names = [plain_name(name) for name in rows[header]] if header >= 0 else []
    body = rows[header + 1 :]
    n_columns = max(map(len, rows), default=0)
    names += [""] * (n_columns - len(names))
    place_of: dict[str, int] = {}
    for column, name in enumerate(names):
        if field_of.get(name, "text") not in ("text", ""):
            place_of.setdefault(field_of[name], column)
    named = [column for column, name in enumerate(names) if field_of.get(name) == "text"]
    other = [column for column, name in enumerate(names) if name not in field_of and _is_prose(body, column)]
    texts = tuple(sorted(named + other)) or tuple(
        column for column in range(n_columns) if names[column] not in field_of
    )
    return _Columns(header, texts, place_of) if texts else None


def is_header(row: Row, field_of: Mapping[str, str] = NAMED) -> bool:
    """Whether a row names columns: at least two of its cells, or its only one, are names we know."""
    cells = [plain_name(cell) for cell in row if cell.strip()]
    known = [cell for cell in cells if cell in field_of]
    return bool(known) and (len(known) >= 2 or len(cells) <= 2 or field_of[known[0]] == "text")


def _is_prose(body: Sequence[Row], column: int) -> bool:
    """Whether most of what a column of unknown name holds is more than a word or a number."""
    cells = [row[column] for row in body if column < len(row) and row[column].strip()]
    return bool(cells) and sum(len(re.findall(r"[^\W\d]{2,}", cell)) > 2 for cell in cells) * 2 > len(cells)


def _group(rows: Sequence[Row], columns: _Columns) -> dict[tuple[tuple[str, str], ...], list[Unit]]:
    groups: dict[tuple[tuple[str, str], ...], list[Unit]] = {}
    table = ""
    for number, row in enumerate(rows[columns.header + 1 :], columns.header + 2):
        texts = [cell for cell in (_cell(row, column) for column in columns.texts) if cell]
        metadata = {
            field: _cell(row, column) for field, column in columns.place_of.items() if field != "speaker"
        }
        # A merged cell holds its value in the first row only.
        table = metadata.get("table") or table
        if not texts:
            continue
        if table:
            metadata["table"] = table
        key = tuple(sorted((field, value) for field, value in metadata.items() if value))
        speaker = _cell(row, columns.place_of["speaker"]) if "speaker" in columns.place_of else ""
        groups.setdefault(key, []).append(Unit(number, " | ".join(texts), " ".join(speaker.split())))
    return groups


def _cell(row: Row, column: int) -> str:
    return row[column].strip() if column < len(row) else ""
