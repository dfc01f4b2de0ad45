"""The plan as a Word file: to mail and to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from notemine.domain import Mined
from notemine.report.agenda import Agenda, Round, view_agenda
from notemine.report.evidence import Evidence
from notemine.report.plan_views import READ_FIRST, PlanView, follow_up_note
from notemine.report.safe import xml
from notemine.report.sentences import left_out_of, when
from notemine.report.views import view_questions
from notemine.report.word import GREY, INK, RULE, new_document, pack, rule, set_style

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.table import Table

TITLE = "Plan voor de volgende bijeenkomst"
_LEAD, _FACT, _SMALL, _CELL = "Notemine opening", "Notemine feit", "Notemine klein", "Notemine cel"
_LABEL_WIDTH = Cm(2.6)
_OVERVIEW = (("Ronde", Cm(1.9)), ("Tafel", Cm(1.7)), ("Onderwerp", Cm(8.0)), ("Voor", Cm(5.0)))
MAX_HELPERS = 4


def render_plan(mined: Mined) -> bytes:
    """Write the plan of the next event as a Word file; the same bytes for the same plan."""
    evidence = Evidence(mined)
    agenda = view_agenda(mined, evidence, view_questions(mined, evidence))
    title = xml(agenda.next_event.title or TITLE)
    document = new_document(title, foot=f"notemine · {TITLE}")
    _set_styles(document)
    _add_head(document, agenda, title=title, notes=when(evidence.events), hidden=left_out_of(evidence))
    for one in agenda.rounds:
        _add_round(document, one, is_named=agenda.has_rounds)
    _add_left_out(document, agenda)
    _add_follow_ups(document, agenda)
    return pack(document)


def _add_head(
    document: DocumentObject, agenda: Agenda, *, title: str, notes: list[str], hidden: list[str]
) -> None:
    document.add_paragraph(title, style="Title")
    if agenda.next_event.where_and_when:
        document.add_paragraph(xml(agenda.next_event.where_and_when), style="Subtitle")
    source = f" Uit de notities van {xml('; '.join(notes))}." if notes else ""
    document.add_paragraph(f"Een voorstel voor {agenda.size}.{source}", style=_SMALL)
    for sentence in hidden:
        document.add_paragraph(xml(sentence), style=_SMALL)
    if not agenda.rounds:
        document.add_paragraph("Er is te weinig gevraagd of besproken voor een plan.")
        return
    _add_overview(document, agenda)


def _add_overview(document: DocumentObject, agenda: Agenda) -> None:
    columns = _OVERVIEW if agenda.has_rounds else _OVERVIEW[1:]
    table = document.add_table(rows=1, cols=len(columns), style="Normal Table")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    _rule_rows(table)
    rows = [[heading for heading, _ in columns]]
    for one in agenda.rounds:
        for item in one.items:
            row = [str(one.number), str(item.table), xml(item.title), xml(", ".join(item.sectors))]
            rows.append(row[len(row) - len(columns) :])
    for _ in rows[1:]:
        table.add_row()
    for column, (_, width) in zip(table.columns, columns, strict=True):
        column.width = width
    # Asking a table for one cell at a time takes minutes where it is long.
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value, (_, width) in zip(row.cells, values, columns, strict=True):
            cell.width = width
            cell.paragraphs[0].text = value
            cell.paragraphs[0].style = document.styles[_CELL]
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True


def _rule_rows(table: Table) -> None:
    """A thin line under each row."""
    borders = OxmlElement("w:tblBorders")
    for side in ("bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    table._tbl.tblPr.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def _add_round(document: DocumentObject, one: Round, *, is_named: bool) -> None:
    if is_named:
        document.add_paragraph(f"Ronde {one.number}", style="Heading 1")
    for item in one.items:
        _add_item(document, item)


def _add_item(document: DocumentObject, item: PlanView) -> None:
    n_before = len(document.paragraphs)
    document.add_paragraph(f"Tafel {item.table} – {xml(item.title)}", style="Heading 2")
    if item.opening:
        document.add_paragraph(f"“{xml(item.opening)}”", style=_LEAD)
    for question in item.follow_ups:
        line = document.add_paragraph(xml(question.wording), style="List Bullet")
        if note := follow_up_note(question):
            line.add_run(f" ({note})").font.color.rgb = GREY
    helpers = list(dict.fromkeys(helper.name for helper in item.helpers))[:MAX_HELPERS]
    facts = {
        "Voor": ", ".join((*item.sectors, *item.roles)),
        "Plaatsen": item.seats,
        "Gevoelig": f"{item.sensitive}: {READ_FIRST}" if item.sensitive else "",
        "Waarom": item.reason,
        "Kan helpen": "; ".join(helpers),
    }
    for label, value in facts.items():
        if value:
            line = document.add_paragraph(style=_FACT)
            line.add_run(f"{label}\t").font.color.rgb = GREY
            line.add_run(xml(value))
    # On one page, where that can be.
    for paragraph in document.paragraphs[n_before:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _add_left_out(document: DocumentObject, agenda: Agenda) -> None:
    if agenda.left_out:
        document.add_paragraph("Wat er niet bij paste", style="Heading 1")
    for item in agenda.left_out:
        line = document.add_paragraph(style="List Bullet")
        line.add_run(xml(item.title)).bold = True
        line.add_run(f". {xml(item.reason)}")


def _add_follow_ups(document: DocumentObject, agenda: Agenda) -> None:
    if agenda.follow_ups:
        document.add_paragraph("Vervolgvragen per sector", style="Heading 1")
        said = "Nog open, en aan geen tafel; voor de contactpersonen in de regio."
        document.add_paragraph(said, style=_SMALL)
    for follow_up in agenda.follow_ups:
        document.add_paragraph(xml(follow_up.sector), style="Heading 2")
        for wording, tables in follow_up.first:
            line = document.add_paragraph(f"{xml(wording)} ", style="List Bullet")
            line.add_run(f"({tables})").font.color.rgb = GREY
        if follow_up.others:
            document.add_paragraph(follow_up.others, style=_SMALL)


def _set_styles(document: DocumentObject) -> None:
    styles = document.styles
    set_style(styles["Heading 1"], size=16, before=20, after=4, color=INK, bold=True)
    rule(styles["Heading 1"], "bottom")
    set_style(styles["Heading 2"], size=12.5, before=14, after=2, color=INK, bold=True)
    set_style(styles["List Bullet"], size=11, after=2)
    for name, size, before, after in (
        (_LEAD, 13, 2, 4),
        (_FACT, 10.5, 2, 1),
        (_SMALL, 9.5, 0, 6),
        (_CELL, 10, 2, 2),
    ):
        own = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        color = GREY if name == _SMALL else None
        set_style(own, size=size, before=before, after=after, color=color, italic=name == _LEAD)
    set_style(styles["Subtitle"], size=12, after=6, color=GREY)
    fact = styles[_FACT].paragraph_format
    fact.left_indent, fact.first_line_indent = _LABEL_WIDTH, -_LABEL_WIDTH
    fact.tab_stops.add_tab_stop(_LABEL_WIDTH)
