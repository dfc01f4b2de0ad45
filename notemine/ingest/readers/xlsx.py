"""Spreadsheets (Excel, OpenDocument): a unit is a row, each sheet is read by itself."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any

from notemine.errors import ReadError
from notemine.ingest.archive import unpack_members
from notemine.ingest.columns import check_cells, read_rows
from notemine.ingest.raw import MAX_LINES, File, RawNote, check_lines

SUFFIXES = (".xlsx", ".xlsm", ".ods")

# Between quotes a ">" ends nothing.
_REST = rb"""(?P<rest>(?:[^<>"']|"[^"]*"|'[^']*')*)"""
_ROW_OR_CELL = re.compile(rb"<(?:\w+:)?(?P<kind>row|c)(?=[\s/>])" + _REST)
_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*(?P<column>[A-Za-z]*)(?P<row>\d*)(?P<odd>[^"']*)""")
_TAG = re.compile(rb"<table:(?P<kind>table-row|(?:covered-)?table-cell|table)(?=[\s/>])" + _REST + rb">")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated\s*=\s*["']\s*(?P<n>\d*)(?P<odd>[^"']*)""")
# What is written in another way than anyone writes it: "A&#49;", or more digits than a number has.
_ENDLESS = 1 << 40
_CHAIN, _BINARY = "xl/calcchain.xml", "xl/workbook.bin"


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
    _check_size(file)
    sheets = _open_sheets(file)
    return [
        (name, [[cell if isinstance(cell, str) else _as_text(cell) for cell in row] for row in rows])
        for name, rows in sheets
    ]


def _check_size(file: File) -> None:
    # calamine makes room for all cells before the last one, and ends the process where there is none.
    n_cells = 0
    for name, data in unpack_members(file, kind="rekenblad"):
        if name.lower() == _BINARY:
            raise ReadError("binair Excel-bestand: bewaar het als .xlsx")
        # The chain of formulas names cells again.
        n_cells += _n_repeated(data) if name == "content.xml" else _n_cells(data) * (name.lower() != _CHAIN)
        check_cells(n_cells)


def _open_sheets(file: File) -> list[tuple[str, list[list[Any]]]]:
    from python_calamine import CalamineError, load_workbook

    sheets: list[tuple[str, list[list[Any]]]] = []
    n_cells = 0
    try:
        workbook = load_workbook(io.BytesIO(file.data))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            # Many sheets may be one and the same member.
            n_cells += len(rows) * max(map(len, rows), default=0)
            check_cells(n_cells)
            # A cell that once held something may stand at the end of the world.
            while len(rows) > MAX_LINES and not any(rows[-1]):
                rows.pop()
            check_lines(len(rows))
            sheets.append((name, rows))
    except CalamineError as error:
        raise ReadError(f"geen leesbaar rekenblad{file.as_named}") from error
    except BaseException as error:
        # What breaks off in Rust is no Exception, and its class has no name to import.
        if type(error).__name__ != "PanicException":
            raise
        raise ReadError(f"beschadigd rekenblad ({file.suffix}): niet gelezen") from error
    return sheets


def _n_cells(data: bytes) -> int:
    """Cells of a sheet of Excel up to its last one; one that says no place stands behind the one before."""
    last_row = last_column = row = column = 0
    for match in _ROW_OR_CELL.finditer(data):
        place = _PLACE.search(match["rest"])
        if place and (place["odd"] or len(place["row"]) > 12 or len(place["column"]) > 6):
            return _ENDLESS
        written = int(place["row"] or 0) if place else 0
        if match["kind"] == b"row":
            row, column = written or row + 1, 0
            continue
        column = _column_number(place["column"]) if place else column + 1
        last_row, last_column = max(last_row, written or row), max(last_column, column)
    return last_row * last_column


def _n_repeated(data: bytes) -> int:
    """Cells of the sheets of an OpenDocument file, each up to its last one that holds something."""
    total = last = rows = columns = widest = 0
    for match in _TAG.finditer(data):
        repeated = _REPEATED.search(match["rest"])
        if repeated and (repeated["odd"] or len(repeated["n"]) > 12):
            return _ENDLESS
        n = int(repeated["n"] or 1) if repeated else 1
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
