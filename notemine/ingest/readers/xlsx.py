"""Spreadsheets (Excel, OpenDocument): a unit is a row, each sheet is read by itself."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from notemine.errors import ReadError
from notemine.ingest.archive import check_archive
from notemine.ingest.columns import read_rows
from notemine.ingest.raw import RawNote

SUFFIXES = (".xlsx", ".xlsm", ".ods")

MAX_CELLS = 2_000_000


def read(path: Path) -> list[RawNote]:
    """Read every sheet that holds text; the name of the sheet counts as a title.

    Raises:
        ReadError: it is no spreadsheet, a broken one, or no sheet has a column with text.
    """
    from python_calamine import CalamineError, load_workbook

    check_archive(path, kind="rekenblad")
    try:
        workbook = load_workbook(path)
        sheets = [(name, workbook.get_sheet_by_name(name)) for name in workbook.sheet_names]
    except CalamineError as error:
        raise ReadError(f"geen leesbaar rekenblad (wel {path.suffix.lower()} genoemd)") from error
    notes: list[RawNote] = []
    faults: list[ReadError] = []
    for name, sheet in sheets:
        if sheet.total_height * sheet.total_width > MAX_CELLS:
            raise ReadError(f"blad {name!r} heeft meer dan {MAX_CELLS} cellen: niet gelezen")
        rows = [[_as_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
        try:
            notes += read_rows(rows, titles=(name,))
        except ReadError as error:
            faults.append(error)
    if faults and not notes:
        raise faults[0]
    return notes


def _as_text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
