"""Facts about a note from all that speaks of it: columns, front matter, titles, opening, file name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from notemine.dutch.dates import find_date
from notemine.dutch.sectors import find_sector, read_sector
from notemine.ingest.header import HEAD_LINES, MAX_LINE, read_header
from notemine.ingest.raw import RawNote
from notemine.ingest.sheets import Sheet, read_sheet
from notemine.ingest.titles import (
    Title,
    find_place,
    find_table,
    is_impression,
    read_file_name,
    read_opening,
    read_title,
)

_OPENING_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a note; empty where nothing says it.

    Attributes:
        is_sheet: It is a note sheet that notemine wrote.
        is_blank: It is one that nobody wrote on.
    """

    table: str = ""
    sector: str = ""
    theme: str = ""
    role: str = ""
    event: str = ""
    place: str = ""
    held_on: date | None = None
    is_impression: bool = False
    is_sheet: bool = False
    is_blank: bool = False
    meta_lines: tuple[int, ...] = ()


def find_facts(raw: RawNote, stem: str, *, place: str = "") -> Facts:
    """Find the facts of a note.

    What is said outright wins: columns and front matter, then the titles from the top down, then the first
    words of a conversation, then the name of the file.

    Args:
        raw: The note as it was read.
        stem: Name of the file without suffix.
        place: Of the evening, as its folder says: no theme, and its first letter may code a table ("R4").
    """
    if sheet := read_sheet(raw):
        return _facts_of_sheet(sheet, stem)
    lines = [line[:MAX_LINE] for line in raw.text.split("\n")]
    header = read_header(lines if raw.unit in ("line", "paragraph") else (), place=place)
    said = {**header.metadata, **raw.metadata}
    named = read_file_name(stem, place=place)
    titles = [*header.titles, *(read_title(title[:MAX_LINE], place=place) for title in raw.titles)]
    titles[:0] = [read_title(said[key], place=place) for key in ("theme", "subject") if key in said]
    if raw.unit != "row":
        titles += map(read_opening, _first(lines, _OPENING_LINES))
    impression = raw.is_general or (is_impression(stem) and not named.table and "table" not in said)
    ranked = [] if impression else [*titles, named]
    return Facts(
        table=_table(said.get("table", "")) or _pick(ranked, "table"),
        sector=read_sector(said.get("sector", "")) or _pick(ranked, "sector"),
        theme=_said_theme(said.get("theme", ""), place) or _pick(ranked, "theme"),
        role=said.get("role", ""),
        event=said.get("event", ""),
        place=said.get("place", "") or next(filter(None, map(find_place, _first(lines, HEAD_LINES))), ""),
        held_on=_held_on(said.get("date", ""), lines, stem),
        is_impression=impression,
        meta_lines=tuple(sorted({*raw.meta_lines, *header.meta_lines})),
    )


def _facts_of_sheet(sheet: Sheet, stem: str) -> Facts:
    """What a sheet says is meant as it stands there: nothing is guessed from it."""
    said = sheet.fields
    sector = said.get("sector", "")
    return Facts(
        table=_table(said.get("table", "")) or read_file_name(stem).table,
        sector=find_sector(sector) or sector,
        theme=said.get("theme", ""),
        role=said.get("role", ""),
        event=said.get("event", ""),
        place=said.get("place", ""),
        held_on=find_date(said.get("date", "")) or find_date(stem),
        is_sheet=True,
        is_blank=sheet.is_blank,
        meta_lines=sheet.meta_lines,
    )


def _table(value: str) -> str:
    """The number in an explicit value; a name ("Ouders") stays as it is."""
    value = value.strip()
    if value.replace(".", "", 1).isdigit():
        return str(int(float(value)))
    return find_table(f"tafel {value}")[0] or find_table(value)[0] or value


def _said_theme(value: str, place: str) -> str:
    """An explicit theme; a subject line such as "Verslag tafel 3: ouders (vmbo)" is read as a title."""
    title = read_title(value, place=place)
    return title.theme if title.table or title.sector else value


def _pick(titles: list[Title], field: str) -> str:
    return next((str(value) for title in titles if (value := getattr(title, field))), "")


def _held_on(said: str, lines: list[str], stem: str) -> date | None:
    dates = [
        find_date(said),
        *(find_date(line) for line in _first(lines, HEAD_LINES) if len(line) < 120),
        find_date(stem),
    ]
    return next((found for found in dates if found), None)


def _first(lines: list[str], count: int) -> list[str]:
    return [line for line in lines if line.strip()][:count]
