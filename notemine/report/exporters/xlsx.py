"""The plan as a workbook: to sort, to move tables about in, and to hand on by sector."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from notemine.domain import Mined
from notemine.report.agenda import Agenda, view_agenda
from notemine.report.evidence import Evidence
from notemine.report.plan_views import follow_up_note
from notemine.report.safe import xml
from notemine.report.views import QuestionView, view_questions

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

# The same bytes today and tomorrow: the earliest moment that a zip archive can hold.
MADE_AT = datetime(1980, 1, 1)
# What a cell of a workbook holds.
MAX_CHARS = 32_767
# Height of a line, and the most that a row can have.
POINTS, MAX_POINTS = 15, 409
Columns = Sequence[tuple[str, float]]
TABLES: Columns = (
    ("ronde", 7),
    ("tafel", 7),
    ("onderwerp", 32),
    ("openingsvraag", 48),
    ("vervolgvragen", 60),
    ("sectoren", 20),
    ("plaatsen", 20),
    ("rollen", 20),
    ("waarom", 60),
    ("kan helpen", 36),
)
LEFT_OUT: Columns = (("onderwerp", 40), ("vraag", 60), ("sectoren", 20), ("waarom niet", 80))
FOLLOW_UPS: Columns = (
    ("sector", 14),
    ("vraag", 80),
    ("tafels van de sector", 20),
    ("tafels", 10),
    ("stand", 16),
)


def render(mined: Mined, *, name: str) -> bytes:  # noqa: ARG001, every exporter is called alike
    """Write the plan of the next event as a workbook; the same bytes for the same plan.

    Every cell is a text, so that nothing in it is a formula, a link or a number to be rounded.
    """
    from xlsxwriter import Workbook

    evidence = Evidence(mined)
    agenda = view_agenda(mined, evidence, view_questions(mined, evidence))
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as book:
        # The moment of making would make every file another one.
        title = agenda.next_event.line or "Plan voor de volgende bijeenkomst"
        book.set_properties({"title": xml(title)[:255], "created": MADE_AT})
        _add_sheet(book, "Plan", TABLES, _tables(agenda))
        _add_sheet(book, "Paste er niet bij", LEFT_OUT, _left_out(agenda))
        _add_sheet(book, "Vragen per sector", FOLLOW_UPS, _follow_ups(agenda))
    return written.getvalue()


def _tables(agenda: Agenda) -> list[list[str]]:
    return [
        [
            str(one.number),
            str(item.table),
            item.title,
            item.opening,
            "\n".join(_follow_up(question) for question in item.follow_ups),
            ", ".join(item.sectors),
            item.seats,
            ", ".join(item.roles),
            item.reason,
            "\n".join(dict.fromkeys(xml(helper.name) for helper in item.helpers)),
        ]
        for one in agenda.rounds
        for item in one.items
    ]


def _follow_up(question: QuestionView) -> str:
    note = follow_up_note(question)
    return f"{xml(question.wording)} ({note})" if note else xml(question.wording)


def _left_out(agenda: Agenda) -> list[list[str]]:
    return [[item.title, item.opening, ", ".join(item.sectors), item.reason] for item in agenda.left_out]


def _follow_ups(agenda: Agenda) -> list[list[str]]:
    return [
        [found.sector, question.wording, str(n), str(question.n_tables), question.status]
        for found in agenda.follow_ups
        for question, n in found.questions
    ]


def _add_sheet(book: Workbook, name: str, columns: Columns, rows: Sequence[Sequence[str]]) -> None:
    heading = book.add_format({"bold": True, "font_color": "#1F3A5F", "bottom": 1, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(name)
    for place, (title, width) in enumerate(columns):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, heading)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, _cell(value), body)
        # Not every program makes a row as high as what is in it.
        n_lines = max(_n_lines(value, width) for value, (_, width) in zip(row, columns, strict=True))
        sheet.set_row(number, min(POINTS * n_lines, MAX_POINTS))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _n_lines(value: str, width: float) -> int:
    # Words leave some room at the end of a line.
    return sum(1 + int(1.1 * len(line) / width) for line in value.split("\n"))


def _cell(value: str) -> str:
    return "\n".join(xml(line) for line in value.split("\n"))[:MAX_CHARS]
