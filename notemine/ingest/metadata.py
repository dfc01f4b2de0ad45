"""Facts about a note from all that speaks of it: columns, front matter, titles, opening, file name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from notemine.dutch.dates import find_date, find_date_in_name
from notemine.dutch.places import find_known_place, find_town
from notemine.dutch.plain_text import with_plain_signs
from notemine.dutch.sectors import find_sector, find_stated_sector, read_sector
from notemine.ingest.archive import MADE_BY
from notemine.ingest.header import HEAD_LINES, MAX_LINE, Header, read_header
from notemine.ingest.people import find_author, find_author_in_name, is_given_name
from notemine.ingest.raw import RawNote
from notemine.ingest.sheets import Sheet, read_sheet
from notemine.ingest.titles import (
    Title,
    find_place,
    find_table,
    is_impression,
    read_file_name,
    read_opening,
    read_order,
    read_remark,
    read_schools,
    read_title,
)

_OPENING_LINES = 4
_REMARK_LINES = 8
MAX_DATE_LINE = 120
TOP_LINES = 6
_OTHER_TIME = re.compile(
    r"\b(?:vorig|vorige|volgend|volgende|laatste keer|eerder|geleden|verslag:)\b"
    r"|\b(?:sinds|per|vanaf|tot|uiterlijk|voor|na)\s+(?:\w+\s+)?\d",
    re.IGNORECASE,
)
# What tells a fact, as it is shown.
COLUMN, HEADER, TITLE = "kolom", "kop", "titel"
OPENING, FILE_NAME, FOLDER, PROPERTIES = "begin", "bestandsnaam", "map", "eigenschappen van het bestand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a note; empty where nothing says it.

    Attributes:
        is_sheet: It is a note sheet that notemine wrote.
        is_blank: It is one that nobody wrote on.
        told_by: Of each fact that was found, what told it, in Dutch.
    """

    table: str = ""
    sector: str = ""
    theme: str = ""
    role: str = ""
    school: str = ""
    author: str = ""
    event: str = ""
    place: str = ""
    held_on: date | None = None
    is_impression: bool = False
    is_sheet: bool = False
    is_blank: bool = False
    meta_lines: tuple[int, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict)


def find_facts(raw: RawNote, stem: str, *, place: str = "", folders: Sequence[str] = ()) -> Facts:
    """Find the facts of a note.

    What is said outright wins: columns and front matter, then the titles from the top down, then the first
    words of a conversation, then the name of the file and those of the folders in the evening's folder.

    Args:
        raw: The note as it was read.
        stem: Name of the file without suffix.
        folders: Names of the folders it is in, the nearest first, without that of the evening.
        place: Of the evening, as its folder says: no theme, and its first letter may code a table ("R4").
    """
    if sheet := read_sheet(raw):
        return _facts_of_sheet(sheet, stem)
    head = _head_of(raw, stem, place)
    named = read_file_name(stem, place=place)
    impression = raw.is_general or (is_impression(stem) and not named.table and "table" not in head.said)
    titles = [] if impression else _titles(head, named, folders)
    candidates = _candidates(head, titles)
    told = {key: next((one for one in found if one[0]), ("", "")) for key, found in candidates.items()}
    value_of: dict[str, Any] = {key: value for key, (value, _) in told.items()}
    day = value_of.pop("date")
    return Facts(
        **value_of,
        held_on=date.fromisoformat(day) if day else None,
        is_impression=impression,
        meta_lines=tuple(sorted({*raw.meta_lines, *head.header.meta_lines})),
        told_by={
            key: COLUMN if where == HEADER and key in raw.metadata else where
            for key, (_, where) in told.items()
            if where
        },
    )


@dataclass(frozen=True, slots=True)
class _Head:
    """A note with what its head says outright.

    Attributes:
        lines: Of the text, none too long to read.
        said: Values by key, those of columns and front matter before those of the head.
        stem: Name of the file without suffix.
        place: Of the evening.
    """

    raw: RawNote
    lines: list[str]
    header: Header
    said: Mapping[str, str]
    stem: str
    place: str

    def first_lines(self, count: int) -> list[str]:
        """The first lines that hold something, below the head of a mail; none of a table."""
        return [] if self.raw.unit == "row" else _first(self.lines[self.header.n_mail :], count)


def _head_of(raw: RawNote, stem: str, place: str) -> _Head:
    # Signs that show nothing and letters that are drawn as one stand in PDFs and web pages.
    plain = replace(
        raw,
        text=with_plain_signs(raw.text),
        titles=tuple(map(with_plain_signs, raw.titles)),
        metadata={key: with_plain_signs(value) for key, value in raw.metadata.items()},
    )
    lines = [line[:MAX_LINE] for line in plain.text.split("\n")]
    header = read_header(lines if raw.unit in ("line", "paragraph") else (), place=place)
    return _Head(plain, lines, header, {**header.metadata, **plain.metadata}, stem, place)


def _candidates(head: _Head, titles: Sequence[tuple[Title, str]]) -> dict[str, list[tuple[str, str]]]:
    """Of each fact what may be it, the surest first, each with what tells it."""
    said = head.said
    top = [*head.raw.titles, *head.first_lines(HEAD_LINES), head.header.tail]
    return {
        "table": [(find_number(said.get("table", "")), HEADER), *_told(titles, "table")],
        "sector": [(read_sector(said.get("sector", "")), HEADER), *_told(titles, "sector")],
        "theme": [(_said_theme(said.get("theme", ""), head.place), HEADER), *_told(titles, "theme")],
        "role": [(said.get("role", ""), HEADER)],
        "school": [
            (said.get("school", ""), HEADER),
            *((school, TITLE) for line in top[:TOP_LINES] for school in read_schools(line)),
        ],
        "author": [(said.get("author", ""), HEADER), *_authors(head)],
        "event": [(said.get("event", ""), HEADER)],
        "place": [
            (_town(said.get("place", "")), HEADER),
            *((find_place(line), TITLE) for line in [*top, said.get("subject", "")]),
            (find_town(head.stem), FILE_NAME),
        ],
        "date": _dates(head, top),
    }


def _facts_of_sheet(sheet: Sheet, stem: str) -> Facts:
    """What a sheet says is meant as it stands there: nothing is guessed from it."""
    said = sheet.fields
    sector = said.get("sector", "")
    values: dict[str, Any] = {
        "table": find_number(said.get("table", "")),
        "sector": find_sector(sector) or sector,
        "author": said.get("writer", ""),
        **{key: said.get(key, "") for key in ("theme", "role", "school", "event", "place")},
    }
    held_on = find_date(said.get("date", ""))
    told_by = dict.fromkeys([key for key, value in values.items() if value], HEADER)
    if not values["table"] and (table := read_file_name(stem).table):
        values["table"], told_by["table"] = table, FILE_NAME
    if held_on:
        told_by["date"] = HEADER
    elif held_on := find_date(stem):
        told_by["date"] = FILE_NAME
    return Facts(
        **values,
        held_on=held_on,
        is_sheet=True,
        is_blank=sheet.is_blank,
        meta_lines=sheet.meta_lines,
        told_by=told_by,
    )


def _titles(head: _Head, named: Title, folders: Sequence[str]) -> list[tuple[Title, str]]:
    """What titles say, the surest first, each with what it is."""
    place = head.place
    titles = [read_title(head.said[key], place=place) for key in ("theme", "subject") if key in head.said]
    titles += head.header.titles
    titles += (read_title(title[:MAX_LINE], place=place) for title in head.raw.titles)
    first = head.first_lines(_OPENING_LINES)
    opening = [*map(read_opening, first), *map(read_remark, head.first_lines(_REMARK_LINES))]
    opening += (Title(sector=sector) for line in first if (sector := find_stated_sector(line)))
    ranked = [
        *((title, TITLE) for title in titles),
        *((title, OPENING) for title in opening),
        (named, FILE_NAME),
        *((read_file_name(name, place=place), FOLDER) for name in folders),
    ]
    if any(title.table for title, _ in ranked):
        return ranked
    return [*ranked, (Title(read_order(head.stem)), FILE_NAME)]


def _authors(head: _Head) -> list[tuple[str, str]]:
    said = [
        *(head.lines[i] for i in head.header.meta_lines if i < len(head.lines)),
        *_first(head.lines, _OPENING_LINES),
        head.header.tail,
    ]
    maker = head.raw.metadata.get(MADE_BY, "")
    return [
        (find_author(said), HEADER),
        (find_author_in_name(head.stem), FILE_NAME),
        # "Gebruiker" and "Microsoft Office User" made many a file.
        (maker if is_given_name(maker.partition(" ")[0]) else "", PROPERTIES),
    ]


def _told(titles: Iterable[tuple[Title, str]], field: str) -> Iterator[tuple[str, str]]:
    return ((str(getattr(title, field)), where) for title, where in titles)


def _dates(head: _Head, top: Sequence[str]) -> list[tuple[str, str]]:
    """Dates, the surest first; that on which a mail was sent comes last."""
    short = (line for line in top if len(line) < MAX_DATE_LINE and not _OTHER_TIME.search(line))
    found = [
        (find_date(head.said.get("date", "")), HEADER),
        *((find_date(line), TITLE) for line in short),
        (find_date_in_name(head.stem), FILE_NAME),
        *((find_date(line), HEADER) for line in head.lines[: head.header.n_mail]),
    ]
    return [(day.isoformat() if day else "", where) for day, where in found]


def _town(value: str) -> str:
    """The town in "Vestzaktheater, Almere"; a place that is not known stays as it is."""
    return find_known_place(value) or value


def find_number(value: str) -> str:
    """The number of a table in an explicit value; a name ("Ouders") stays as it is."""
    value = value.strip()
    if match := re.fullmatch(r"([0-9]{1,4})(?:\.0*)?", value):
        return str(int(match[1]))
    return find_table(f"tafel {value}")[0] or find_table(value)[0] or value


def _said_theme(value: str, place: str) -> str:
    """An explicit theme; a subject line such as "Verslag tafel 3: ouders (vmbo)" is read as a title."""
    title = read_title(value, place=place)
    return title.theme if title.table or title.sector else value


def _first(lines: list[str], count: int) -> list[str]:
    return [line for line in lines if line.strip()][:count]
