"""Plain text: a unit is a line."""

from __future__ import annotations

from notemine.ingest.encoding import read_text
from notemine.ingest.raw import File, RawNote

SUFFIXES = (".txt", ".text")


def read(file: File) -> list[RawNote]:
    """Read the file as one note."""
    text, encoding = read_text(file.data)
    return [RawNote(text=text, encoding=encoding)]
