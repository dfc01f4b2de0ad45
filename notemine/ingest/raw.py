"""What a reader makes of a file, before anyone asks which table and evening it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from notemine.domain import LineUnit
from notemine.errors import ReadError

MAX_LINES = 200_000  # a note of 300 pages has some 15,000


@dataclass(frozen=True, slots=True)
class File:
    """What a reader is given: on disk, inside a zip, beside a mail or from standard input.

    Attributes:
        name: With its suffix, without folders.
        columns: Names of columns in lower case to English keys, as ``notemine.toml`` maps them.
    """

    name: str
    data: bytes
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """In lower case, with its point; empty for a name without one."""
        return PurePosixPath(self.name).suffix.lower()

    @property
    def as_named(self) -> str:
        """What is said of a file that is not what its name says: " (wel .docx genoemd)"."""
        return f" (wel {self.suffix} genoemd)" if self.suffix else ""


class Unit(NamedTuple):
    """A line, paragraph, row or cue: its number in the file from 1, its text and who said it.

    Attributes:
        is_meta: It says nothing: the header of a table, the name or number beside a remark.
    """

    number: int
    text: str
    speaker: str = ""
    is_meta: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawNote:
    """Notes as a reader found them.

    Attributes:
        text: One line for each unit; a unit that holds line breaks (Shift+Enter in Word) fills several.
        line_numbers: Unit number of each line of ``text``; empty: 1, 2, 3, ...
        speakers: Speaker of each line of ``text``; empty: the format names none.
        metadata: What columns or front matter say outright, by English key (``table``, ``sector``, ...).
        titles: Lines about the note that are no part of its text: sheet name, title rows, page header.
        meta_lines: 0-based lines of ``text`` the reader knows to be metadata.
        is_general: It stands above the notes of several tables and belongs to none.
        is_sheet: It holds paragraphs in the styles of a note sheet of notemine.
    """

    text: str
    unit: LineUnit = "line"
    line_numbers: tuple[int, ...] = ()
    speakers: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    meta_lines: tuple[int, ...] = ()
    is_general: bool = False
    is_sheet: bool = False
    encoding: str = "utf-8"


def make_raw(units: Iterable[Unit], *, unit: LineUnit, **fields: Any) -> RawNote:
    """Write units under one another.

    Args:
        units: In order.
        unit: What a unit is in the file.
        fields: The other fields of ``RawNote``.

    Raises:
        ReadError: more than ``MAX_LINES`` lines.
    """
    lines = [one._replace(text=line) for one in units for line in clean_breaks(one.text).split("\n")]
    check_lines(len(lines))
    numbers = tuple(line.number for line in lines)
    speakers = tuple(line.speaker for line in lines)
    return RawNote(
        text="\n".join(line.text for line in lines),
        unit=unit,
        line_numbers=() if numbers == tuple(range(1, len(lines) + 1)) else numbers,
        speakers=speakers if any(speakers) else (),
        meta_lines=tuple(i for i, line in enumerate(lines) if line.is_meta),
        **fields,
    )


def check_lines(n_lines: int) -> None:
    """Refuse what no one typed: reading so many lines takes long.

    Raises:
        ReadError: more than ``MAX_LINES`` lines.
    """
    if n_lines > MAX_LINES:
        raise ReadError(f"meer dan {MAX_LINES:_} regels: niet gelezen".replace("_", "."))


def clean_breaks(text: str) -> str:
    r"""Every line end as ``\n``; half a character (a lone surrogate, as JSON can hold) as U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
