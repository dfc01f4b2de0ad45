"""Comma-separated values, whatever the comma: a unit is a row."""

from __future__ import annotations

import csv
import io
from collections import Counter

from notemine.errors import ReadError
from notemine.ingest.columns import read_rows
from notemine.ingest.encoding import read_text
from notemine.ingest.raw import File, RawNote

SUFFIXES = (".csv", ".tsv")

_DELIMITERS = (";", "\t", ",", "|")
_NONE = "\x1f"  # no text holds it: the file has one column
_N_SAMPLED = 50
_MIN_SHARE = 0.6


def read(file: File) -> list[RawNote]:
    """Read the rows; one note for each table the columns tell apart.

    Raises:
        ReadError: the rows cannot be taken apart, or no column holds text.
    """
    rows, encoding = read_cells(file)
    return read_rows(rows, encoding=encoding, columns=file.columns)


def read_cells(file: File) -> tuple[list[list[str]], str]:
    """The cells of each row, and the encoding of the file.

    Raises:
        ReadError: the rows cannot be taken apart.
    """
    text, encoding = read_text(file.data)
    delimiter = _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ReadError(f"geen leesbare csv ({error})") from error
    if rows and text.lower().startswith("sep="):
        rows[0] = []  # what Excel writes for itself
    return rows, encoding


def _delimiter(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, over one; ties by the order above."""
    if text.lower().startswith("sep=") and text[4:5] in _DELIMITERS:
        return text[4]
    lines = [line for line in text.split("\n", _N_SAMPLED)[:_N_SAMPLED] if line.strip()]
    best = max(_DELIMITERS, key=lambda sign: _share_alike(lines, sign))
    return best if _share_alike(lines, best) >= _MIN_SHARE else _NONE


def _share_alike(lines: list[str], delimiter: str) -> float:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error:
        return 0.0
    counts = Counter(width for width in widths if width > 1)
    return max(counts.values(), default=0) / max(len(widths), 1)
