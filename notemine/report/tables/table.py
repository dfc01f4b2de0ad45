"""What a table is: its name, its columns, and where its rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from notemine.domain import Mined
from notemine.report.agenda import Agenda, view_agenda
from notemine.report.cells import Cell
from notemine.report.evidence import NO_SECTOR, UNIT_WORDS, Evidence, Line
from notemine.report.safe import plain
from notemine.report.views import QuestionView, TopicView, view_questions, view_topics

# A text, several of them, or a number that was counted or measured here; never one that stood in a note.
Value: TypeAlias = str | tuple[str, ...] | int | float
Row: TypeAlias = Sequence[Value]


class Findings:
    """A result as tables show it: each view is made once, when a table asks for it."""

    def __init__(self, mined: Mined) -> None:
        self.mined = mined
        self.evidence = Evidence(mined)

    @cached_property
    def questions(self) -> list[QuestionView]:
        """Questions, most tables first."""
        return view_questions(self.mined, self.evidence)

    @cached_property
    def topics(self) -> list[TopicView]:
        """Topics in the order of the map."""
        return view_topics(self.mined, self.evidence, self.questions)

    @cached_property
    def agenda(self) -> Agenda:
        """The plan."""
        return view_agenda(self.mined, self.evidence, self.questions)


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        width: In a workbook, in characters.
        lines: A row becomes as high as what stands here, but for this column no higher.
    """

    name: str
    width: float = 14
    lines: int = 27


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        name: Of its csv file.
        title: Of its sheet.
        holds: What a row is, in Dutch.
        rows: Makes the rows, as far as they may be shown; values in the order of ``columns``.
    """

    name: str
    title: str
    holds: str
    columns: tuple[Column, ...]
    rows: Callable[[Findings], Iterable[Row]]


# Where a line stands; the values are made by ``place_of``.
PLACE = (
    Column("tafel", 10),
    Column("sector", 12),
    Column("bijeenkomst", 20),
    Column("datum", 12),
    Column("bestand", 28),
    Column("eenheid", 10),
    Column("nummer", 9),
    Column("van teken", 10),
    Column("tot teken", 10),
)


def place_of(findings: Findings, segment_id: str, *, start: int, end: int) -> list[Value]:
    """Where a stretch of a note stands, as ``PLACE``; blank where that may not be told.

    Args:
        findings: What was found.
        segment_id: A segment of the note.
        start: Offset in the text of the note; what is written counts in the file as it was read.
        end: As ``start``.
    """
    if not findings.evidence.shown.places:
        return [""] * len(PLACE)
    note = findings.evidence.note(segment_id)
    return [
        plain(note.table),
        plain(note.sector),
        findings.evidence.event_name[note.event.id],
        str(note.event.held_on or ""),
        findings.evidence.file(note.source),
        UNIT_WORDS[note.unit],
        note.line_at(start),
        note.source_offset(start),
        note.source_offset(end),
    ]


def yes(is_so: bool) -> str:
    """Say whether it is so."""
    return "ja" if is_so else "nee"


def sector_counts(sectors: dict[str, Cell]) -> str:
    """Counts by sector: ``vmbo 3, mbo <2``."""
    return ", ".join(f"{sector or NO_SECTOR} {n}" for sector, n in sectors.items() if n)


def said(lines: Iterable[Line]) -> tuple[str, ...]:
    """What lines say and where they stand, as far as either may be shown."""
    return tuple(filter(None, (_said(line) for line in lines)))


def places(lines: Iterable[Line]) -> tuple[str, ...]:
    """Where lines stand, each place once."""
    return tuple(dict.fromkeys(line.place for line in lines if line.place))


def _said(line: Line) -> str:
    return f"{line.text} ({line.place})" if line.text and line.place else line.text or line.place
