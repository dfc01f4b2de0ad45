"""Plain text: a unit is a line."""

from __future__ import annotations

from pathlib import Path

from notemine.ingest.encoding import read_text
from notemine.ingest.raw import RawNote

SUFFIXES = (".txt", ".text")


def read(path: Path) -> list[RawNote]:
    """Read the file as one note."""
    text, encoding = read_text(path)
    return [RawNote(text=text, encoding=encoding)]
