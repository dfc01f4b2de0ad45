"""The organiser's own list of tables: a sheet ``tafels.xlsx`` beside the notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from notemine.dutch.columns import plain_name
from notemine.ingest.columns import MAX_HEADER_ROW, NAMED, is_header
from notemine.ingest.metadata import find_number
from notemine.ingest.raw import File
from notemine.ingest.readers import csv, xlsx

_NAME = re.compile(r"(?:gespreks)?tafel(?:s|indeling|overzicht|lijst)", re.IGNORECASE)
_FILE_COLUMNS = frozenset({"bestand", "bestandsnaam", "file", "filename", "notitie", "notities"})
_FILE = "file"


@dataclass(frozen=True, slots=True)
class Overview:
    """What a list of tables says of the notes in its folder and those under it.

    Attributes:
        folder: Its path as ``Source.name`` writes it, without the file.
        rows: A row a table, by English key; ``file`` is the name of a note.
    """

    folder: str
    rows: tuple[Mapping[str, str], ...]

    def said_of(self, source: str, table: str) -> Mapping[str, str]:
        """What it says of a note: the row that names its file, else the one that names its table."""
        if not f"{source}/".startswith(f"{self.folder}/"):
            return {}
        names = {source.rpartition("/")[2].lower(), PurePosixPath(source).stem.lower()}
        by_file = (row for row in self.rows if row.get(_FILE, "").lower() in names)
        of_tables = (row for row in self.rows if table and not row.get(_FILE))
        by_table = (row for row in of_tables if find_number(row.get("table", "")) == table)
        row = next(by_file, None) or next(by_table, {})
        return {key: value for key, value in row.items() if key != _FILE}


def is_overview(file: File) -> bool:
    """Whether the name of a file is that of a list of tables."""
    stem = PurePosixPath(file.name).stem
    return file.suffix in (*xlsx.SUFFIXES, *csv.SUFFIXES) and _NAME.fullmatch(stem) is not None


def read_overview(file: File, source: str) -> Overview | None:
    """Read a list of tables; None where it holds notes after all.

    Raises:
        ReadError: it is a broken file.
    """
    sheets = xlsx.read_sheets(file) if file.suffix in xlsx.SUFFIXES else [("", csv.read_cells(file)[0])]
    rows = [row for _, cells in sheets for row in _rows(cells)]
    if not rows or any(row.get("text") for row in rows):
        return None
    return Overview(source.rpartition("/")[0], tuple(rows))


def _rows(cells: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    field_of = {**NAMED, **dict.fromkeys(_FILE_COLUMNS, _FILE)}
    header = next((i for i, row in enumerate(cells[:MAX_HEADER_ROW]) if is_header(row, field_of)), None)
    if header is None:
        return []
    fields = [field_of.get(plain_name(name), "") for name in cells[header]]
    rows = (
        {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field and cell.strip()}
        for row in cells[header + 1 :]
    )
    return [row for row in rows if row.get("table") or row.get(_FILE)]
