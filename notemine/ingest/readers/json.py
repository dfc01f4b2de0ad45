"""JSON with a list of records, and JSON Lines: a unit is a record."""

from __future__ import annotations

import json
from typing import Any

from notemine.errors import ReadError
from notemine.ingest.columns import check_cells, read_rows
from notemine.ingest.encoding import read_text
from notemine.ingest.raw import File, RawNote

SUFFIXES = (".json", ".jsonl")


def read(file: File) -> list[RawNote]:
    """Read records as rows whose columns are the keys.

    Raises:
        ReadError: it is no JSON, or holds no list of records with text.
    """
    text, encoding = read_text(file.data)
    try:
        records = _records(text, is_lines=file.suffix == ".jsonl")
    except (ValueError, RecursionError) as error:
        raise ReadError("geen leesbare JSON") from error
    if not records or not all(isinstance(record, dict) for record in records):
        raise ReadError('geen lijst van notities in de JSON; verwacht [{"tafel": ..., "tekst": ...}, ...]')
    keys = list(dict.fromkeys(key for record in records for key in record))
    check_cells(len(keys) * len(records))
    rows = [keys, *([_as_text(record.get(key)) for key in keys] for record in records)]
    return read_rows(rows, encoding=encoding, columns=file.columns)


def _records(text: str, *, is_lines: bool) -> list[Any]:
    if is_lines:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    value = json.loads(text)
    if isinstance(value, dict):
        lists = [inner for inner in value.values() if isinstance(inner, list)]
        if len(lists) != 1:
            return [value]
        return [{**value, **record} if isinstance(record, dict) else record for record in lists[0]]
    return value if isinstance(value, list) else []


def _as_text(value: Any) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)
