"""Leads every finding back to the line it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from notemine.domain import Event, Mined, Note
from notemine.dutch.event_names import tell_apart
from notemine.dutch.phrases import sort_sectors, write_date
from notemine.report.cells import Cell, hide_row
from notemine.report.disclosure import disclosure_of
from notemine.report.safe import plain

UNIT_WORDS = {"line": "regel", "paragraph": "alinea", "row": "rij", "cue": "fragment"}
NO_SECTOR = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A segment as a reader finds it back; without file and table where these may not be shown.

    Attributes:
        text: Empty where it may not be shown.
        file: Shortest end of the path that no other source shares.
        place: File and line: ``tafel1.txt, regel 12``.
        sensitive: Kind of what it tells that should go no further; empty if nothing.
        table: Table and sector: ``tafel 1 Zwolle, vmbo``, as far as the note says; for a table without a
            name its place says enough.
    """

    id: str
    text: str
    file: str
    number: int
    place: str
    table: str
    sector: str
    sensitive: str = ""


class Evidence:
    """The lines, tables and sectors of a result, by id, as far as they may be shown."""

    def __init__(self, mined: Mined) -> None:
        self.shown = disclosure_of(mined)
        self._note_of = {note.id: note for note in mined.notes}
        self._segment_of = {segment.id: segment for segment in mined.segments}
        self._file_of = _short_names([note.source for note in mined.notes])
        self.events = _in_order(note.event for note in mined.notes)
        self.event_name = _name_events(self.events)
        self._table_of: dict[str, str] = {}
        self.sector_of_table: dict[str, str] = {}
        for note in mined.notes:
            if note.table_id:
                name = self._name_table(note)
                self._table_of.setdefault(note.table_id, name)
                if note.sector or note.table_id not in self.sector_of_table:
                    self.sector_of_table[note.table_id] = plain(note.sector)
        self._event_of_table = {note.table_id: note.event.id for note in mined.notes if note.table_id}
        self.topic_of = {s: topic for topic in mined.topics for s in topic.segment_ids}

    def line(self, segment_id: str, *, text: str = "") -> Line:
        """Where a segment stands; ``text`` shows a part of it instead of the whole."""
        segment = self._segment_of[segment_id]
        note = self._note_of[segment.note_id]
        said = plain(text or segment.text)
        kind = segment.sensitive
        if not self.shown.places:
            return Line(
                id=segment.id, text=said, file="", number=0, place="", table="", sector="", sensitive=kind
            )
        file = self._file_of[note.source]
        return Line(
            id=segment.id,
            text=said,
            file=file,
            number=segment.line,
            place=f"{file}, {UNIT_WORDS[note.unit]} {segment.line}",
            table=self.table(note.table_id) if note.table else plain(note.sector),
            sector=plain(note.sector),
            sensitive=kind,
        )

    def quote(self, segment_id: str) -> Line:
        """Where a segment stands, with its text only if nothing in it is sensitive."""
        line = self.line(segment_id)
        return replace(line, text="") if line.sensitive else line

    def note(self, segment_id: str) -> Note:
        """The note of a segment."""
        return self._note_of[self._segment_of[segment_id].note_id]

    def file(self, source: str) -> str:
        """Shortest end of a source's path that no other source shares."""
        return self._file_of[source]

    def table(self, table_id: str) -> str:
        """A table as a reader names it: ``tafel 1 Zwolle, vmbo``."""
        if not table_id:
            return ""
        sector = self.sector_of_table[table_id]
        return f"{self._table_of[table_id]}, {sector}" if sector else self._table_of[table_id]

    def tables(self, segment_ids: Iterable[str]) -> list[str]:
        """Distinct ``Note.table_id`` of segments, sorted; impressions don't count."""
        return sorted({self.note(segment_id).table_id for segment_id in segment_ids} - {""})

    @property
    def sectors(self) -> list[str]:
        """Sectors of the tables, in the order of a school career."""
        return sort_sectors(self.sector_of_table.values())

    def count_sectors(self, table_ids: Iterable[str]) -> dict[str, int]:
        """Tables of each sector of ``sectors``, and of no known sector under ``""``."""
        counts = dict.fromkeys([*self.sectors, ""], 0)
        for table_id in table_ids:
            counts[self.sector_of_table[table_id]] += 1
        return counts

    def tables_by_sector(self, table_ids: Iterable[str]) -> dict[str, Cell]:
        """``count_sectors``, with small counts hidden where they may not be shown."""
        return self._cells(self.count_sectors(table_ids), "" in self.sector_of_table.values())

    def tables_by_event(self, table_ids: Iterable[str]) -> dict[str, Cell]:
        """Tables of each event that had tables, by id and in order of date; small counts hidden."""
        with_tables = set(self._event_of_table.values())
        counts = {event.id: 0 for event in self.events if event.id in with_tables}
        for table_id in table_ids:
            counts[self._event_of_table[table_id]] += 1
        return hide_row(counts, self.shown.min_cell)

    def lines_by_sector(self, segment_ids: Iterable[str]) -> dict[str, Cell]:
        """Lines of each sector of ``sectors``, and of no known sector under ``""``; small counts hidden."""
        counts = dict.fromkeys([*self.sectors, ""], 0)
        for segment_id in segment_ids:
            sector = plain(self.note(segment_id).sector)
            counts[sector if sector in counts else ""] += 1
        return self._cells(counts, any(not note.sector for note in self._note_of.values()))

    def _cells(self, counts: dict[str, int], may_be_unknown: bool) -> dict[str, Cell]:
        # What is known to be 0 hides nothing.
        hidden = hide_row({s: n for s, n in counts.items() if s or may_be_unknown}, self.shown.min_cell)
        return {sector: hidden.get(sector, n) for sector, n in counts.items()}

    def _name_table(self, note: Note) -> str:
        name = plain(note.table)
        if not name:
            name = self._file_of[note.source]
        elif not name.casefold().startswith("tafel"):
            name = f"tafel {name}"
        many = len(self.events) > 1 and note.table
        return f"{name} {self.event_name[note.event.id]}" if many else name


def _in_order(events: Iterable[Event]) -> list[Event]:
    """Distinct events by date; those without one come last."""
    distinct = {event.id: event for event in events}.values()
    return sorted(distinct, key=lambda e: (e.held_on is None, str(e.held_on), e.title, e.id))


def _name_events(events: Sequence[Event]) -> dict[str, str]:
    """Title of each event, with its date, or more, where another event has the same title."""
    apart = tell_apart(events, write_day=write_date)
    return {event.id: plain(f"{event.title} {apart[event.id]}") for event in events}


def _short_names(sources: Sequence[str]) -> dict[str, str]:
    """Shortest end of each path that stands for no other path."""
    distinct = sorted(set(sources))
    names = {}
    for source in distinct:
        parts = source.split("/")
        for n in range(1, len(parts) + 1):
            short = "/".join(parts[-n:])
            if sum(other == source or f"/{other}".endswith(f"/{short}") for other in distinct) == 1:
                break
        names[source] = plain(short)
    return names
