"""Spreadsheets (Excel, OpenDocument): a unit is a row, each sheet is read by itself."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

from notemine.errors import ReadError
from notemine.ingest.archive import unpack_members
from notemine.ingest.columns import check_cells, read_rows
from notemine.ingest.raw import File, RawNote

SUFFIXES = (".xlsx", ".xlsm", ".ods")

_CELL = re.compile(rb"""\br\s*=\s*["'](?P<column>[A-Za-z]{1,3})(?P<row>\d{1,9})["']""")
_TAG = re.compile(rb"<table:(?P<kind>table-row|(?:covered-)?table-cell|table)(?=[\s/>])(?P<rest>[^<>]*)>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["'](\d{1,12})["']""")


def read(file: File) -> list[RawNote]:
    """Read every sheet that holds text; the name of the sheet counts as a title.

    Raises:
        ReadError: it is no spreadsheet, a broken one, or no sheet has a column with text.
    """
    notes: list[RawNote] = []
    faults: list[ReadError] = []
    for name, rows in read_sheets(file):
        try:
            notes += read_rows(rows, titles=(name,), columns=file.columns)
        except ReadError as error:
            faults.append(error)
    if faults and not notes:
        raise faults[0]
    return notes


def read_sheets(file: File) -> list[tuple[str, list[list[str]]]]:
    """The name of each sheet and the cells of its rows, row 1 first.

    Raises:
        ReadError: it is no spreadsheet, a broken one, or one with a cell very far away.
    """
    from python_calamine import CalamineError, load_workbook

    # calamine makes room for all cells before the last one, and aborts where there is none.
    n_cells = 0
    for name, data in unpack_members(file, kind="rekenblad"):
        if name.startswith("xl/worksheets/"):
            n_cells += _n_cells(data)
        elif name == "content.xml":
            n_cells += _n_repeated(data)
        check_cells(n_cells)
    try:
        workbook = load_workbook(io.BytesIO(file.data))
        sheets = [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        ]
    except CalamineError as error:
        raise ReadError(f"geen leesbaar rekenblad{file.as_named}") from error
    return [(name, [[_as_text(cell) for cell in row] for row in rows]) for name, rows in sheets]


def _n_cells(data: bytes) -> int:
    """Cells of a sheet of Excel up to its last one."""
    column, row = 0, 0
    for match in _CELL.finditer(data):
        column = max(column, _column_number(match["column"]))
        row = max(row, int(match["row"]))
    return column * row


def _n_repeated(data: bytes) -> int:
    """Cells of the sheets of an OpenDocument file, each up to its last one that holds something."""
    total = last = rows = columns = widest = 0
    for match in _TAG.finditer(data):
        repeated = _REPEATED.search(match["rest"])
        n = int(repeated[1]) if repeated else 1
        if match["kind"] == b"table":
            total, last, rows, widest = total + last, 0, 0, 0
        elif match["kind"] == b"table-row":
            rows, columns = rows + n, 0
        else:
            columns += n
            if not match["rest"].endswith(b"/") or b"value" in match["rest"]:
                widest = max(widest, columns)
                last = rows * widest
    return total + last


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _as_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
