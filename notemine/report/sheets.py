"""Note sheets for the next event: one for each table of the plan, to fill in and to read back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from notemine.domain import Plan, PlanItem, RecurringQuestion
from notemine.dutch import plan_words
from notemine.dutch.causes import cause_of
from notemine.errors import WriteError
from notemine.report.safe import xml
from notemine.report.write import make_folder, write_file

MAX_NAME = 60  # characters of the name of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a sheet; empty is left blank, to be filled in.

    Attributes:
        table: Its number.
        theme: What the table is about.
        lead: The question that opens the table.
    """

    table: str
    theme: str = ""
    sectors: tuple[str, ...] = ()
    lead: str = ""
    follow_ups: tuple[str, ...] = ()
    event: str = ""
    held_on: date | None = None
    place: str = ""


def make_sheet(
    item: PlanItem | None,
    number: int,
    *,
    questions: Sequence[RecurringQuestion] = (),
    event: str = "",
    held_on: date | None = None,
    place: str = "",
) -> bytes:
    """Make the sheet of a table as a Word file; the same bytes for the same arguments.

    Args:
        item: What the plan says of the table; None for one without a theme.
        number: Of the table.
        questions: Those the plan names, in any order; one that is not there is left out.
        event: Title of the event where the sheet will be filled in.
        held_on: Its date.
        place: Its place.
    """
    # python-docx is slow to load, and few need it.
    from notemine.report.sheet_docx import render_sheet

    wording_of = {question.id: xml(question.wording) for question in questions}
    sheet = Sheet(table=str(number), event=xml(event), held_on=held_on, place=xml(place))
    return render_sheet(sheet if item is None else _with_item(sheet, item, wording_of))


def write_sheets(
    plan: Plan | int,
    folder: str | Path,
    *,
    questions: Sequence[RecurringQuestion] = (),
    event: str = "",
    held_on: date | None = None,
    place: str = "",
    force: bool = False,
) -> list[Path]:
    """Write a sheet for each table of a plan, numbered from 1.

    Args:
        plan: The plan, or how many sheets without a theme.
        folder: Made if it does not exist; other files in it stay.
        questions: Those the plan names, in any order.
        event: Title of the event where the sheets will be filled in.
        held_on: Its date.
        place: Its place.
        force: Replace sheets that are there and differ, though someone may have written on them.

    Returns:
        The files, by table.

    Raises:
        WriteError: a sheet is there and differs, and nothing was written; or a file cannot be written.
    """
    items: Sequence[PlanItem | None] = [None] * plan if isinstance(plan, int) else plan.items
    folder = Path(folder)
    sheets = {
        folder / file_name(number, item.title if item else ""): make_sheet(
            item, number, questions=questions, event=event, held_on=held_on, place=place
        )
        for number, item in enumerate(items, start=1)
    }
    if not force:
        _refuse_others(sheets)
    make_folder(folder)
    for path, content in sheets.items():
        write_file(path, content)
    return list(sheets)


def file_name(number: int, theme: str) -> str:
    """Name the file of a sheet so that every system takes it.

    >>> file_name(3, "Keuzestress: één / te veel?"), file_name(12, "")
    ('tafel 03 - keuzestress een te veel.docx', 'tafel 12.docx')
    """
    ascii_only = unicodedata.normalize("NFKD", theme).encode("ascii", "ignore").decode().lower()
    words = " ".join(re.findall(r"[a-z0-9]+(?:[-'][a-z0-9]+)*", ascii_only))
    start, suffix = f"tafel {number:02}", ".docx"
    room = MAX_NAME - len(f"{start} - {suffix}")
    if len(words) > room:
        words = words[: room + 1].rpartition(" ")[0] or words[:room]
    return f"{start} - {words}{suffix}" if words else f"{start}{suffix}"


def _with_item(sheet: Sheet, item: PlanItem, wording_of: Mapping[str, str]) -> Sheet:
    # A question that may not be shown is not there; then the next one opens the table.
    asked = [wording_of[q] for q in (item.lead_question, *item.questions) if wording_of.get(q)]
    lead, *follow_ups = asked or [plan_words.about(xml(item.title))]
    return replace(
        sheet,
        theme=xml(item.title),
        sectors=tuple(xml(sector) for sector in item.sectors),
        lead=lead,
        follow_ups=tuple(follow_ups),
    )


def _refuse_others(sheets: Mapping[Path, bytes]) -> None:
    try:
        others = [p.name for p, content in sheets.items() if p.exists() and p.read_bytes() != content]
    except OSError as error:
        raise WriteError(
            f"{error.filename}: niet te lezen ({cause_of(error)}); kies een andere map"
        ) from error
    if others:
        named = f"{next(iter(sheets)).parent}: hier staan al andere vellen ({', '.join(others)})"
        raise WriteError(f"{named}, misschien ingevuld; kies een andere map, of overschrijf ze met --force")
