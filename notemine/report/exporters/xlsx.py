"""Tables as a workbook, a sheet each: to sort, to filter and to hand on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from notemine.domain import Mined
from notemine.report.choices import chosen
from notemine.report.safe import xml
from notemine.report.sentences import title
from notemine.report.tables.listing import OF_PLAN, TABLES
from notemine.report.tables.table import Column, Findings, Row, Table, Value

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

EVERYTHING, PLAN = HOLDS = ("resultaat", "plan")
# The same bytes today and tomorrow: the earliest moment that a zip archive can hold.
MADE_AT = datetime(1980, 1, 1)
# What a cell of a workbook holds, and a sheet, with its heading.
MAX_CHARS, MAX_ROWS = 32_767, 1_048_576
# Height of a line, and the most that a row can have.
POINTS, MAX_POINTS = 15, 409


@dataclass(frozen=True, slots=True)
class _Formats:
    heading: Any
    text: Any
    whole: Any
    decimal: Any


def render(mined: Mined, *, name: str) -> bytes:
    """Write everything as a workbook, or the plan (``plan*.xlsx``); the same bytes for the same result.

    What stood in a note is written as a text, so that it is no formula and no link; the only numbers are
    those that were counted or measured here.
    """
    from xlsxwriter import Workbook

    findings = Findings(mined)
    is_plan = chosen(name, HOLDS) == PLAN
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        # The moment of making would make every file another one.
        book.set_properties({"title": xml(_title(findings, is_plan=is_plan))[:255], "created": MADE_AT})
        formats = _formats(book)
        for table in OF_PLAN if is_plan else TABLES.values():
            _add_sheet(book.add_worksheet(table.title), table, list(table.rows(findings)), formats)
    return written.getvalue()


def _title(findings: Findings, *, is_plan: bool) -> str:
    if is_plan:
        return findings.agenda.next_event.line or "Plan voor de volgende bijeenkomst"
    return f"Alles wat notemine vond: {title(findings.evidence.events)}"


def _formats(book: Workbook) -> _Formats:
    top = {"valign": "top", "bottom": 1, "bottom_color": "#DDE2EA"}
    # Off the text in the next column.
    number = top | {"align": "right", "indent": 1}
    return _Formats(
        heading=book.add_format(
            {"valign": "top", "bold": True, "text_wrap": True, "bottom": 1}
            | {"font_color": "#1F3A5F", "bg_color": "#EEF2F7"}
        ),
        text=book.add_format(top | {"text_wrap": True}),
        whole=book.add_format(number | {"num_format": "0"}),
        decimal=book.add_format(number | {"num_format": "0.00"}),
    )


def _add_sheet(sheet: Worksheet, table: Table, rows: Sequence[Row], formats: _Formats) -> None:
    columns = table.columns
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.name, formats.heading)
    sheet.set_row(0, POINTS * max(_n_lines(column.name, column.width) for column in columns))
    for number, row in enumerate(_that_fit(rows, len(columns)), start=1):
        cells = [_cell(value) for value in row]
        for place, value in enumerate(cells):
            _write(sheet, number, place, value, formats=formats)
        # Not every program makes a row as high as what is in it.
        sheet.set_row(number, _height(cells, columns))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, min(len(rows), MAX_ROWS - 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _that_fit(rows: Sequence[Row], n_columns: int) -> Sequence[Row]:
    if len(rows) < MAX_ROWS:
        return rows
    n_more = len(rows) - (MAX_ROWS - 2)
    return [*rows[: MAX_ROWS - 2], [f"en nog {n_more} rijen; zie de csv", *[""] * (n_columns - 1)]]


def _write(sheet: Worksheet, row: int, place: int, value: str | float, *, formats: _Formats) -> None:
    if isinstance(value, str):
        sheet.write_string(row, place, value, formats.text)
    else:
        sheet.write_number(row, place, value, formats.whole if isinstance(value, int) else formats.decimal)


def _cell(value: Value) -> str | float:
    if isinstance(value, int | float):
        return value
    lines = value if isinstance(value, tuple) else (value,)
    return "\n".join(xml(line) for line in lines)[:MAX_CHARS]


def _height(cells: Sequence[str | float], columns: Sequence[Column]) -> float:
    lines = (
        min(_n_lines(value, column.width), column.lines)
        for value, column in zip(cells, columns, strict=True)
        if isinstance(value, str)
    )
    return min(POINTS * max(lines, default=1), MAX_POINTS)


def _n_lines(value: str, width: float) -> int:
    # Words leave some room at the end of a line.
    return sum(1 + int(1.1 * len(line) / width) for line in value.split("\n"))
