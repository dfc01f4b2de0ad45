"""A note sheet as a Word file: A4, to print and to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from notemine.dutch.phrases import write_date
from notemine.dutch.sheets import (
    FIELDS,
    FOLLOW_UP,
    FOOTER,
    INSTRUCTION,
    INSTRUCTION_STYLE,
    LEAD,
    NOTES,
    QUESTION_STYLE,
    QUESTIONS,
    quote,
    write_title,
)
from notemine.report.word import GREY, new_document, pack, rule, set_style

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.styles.style import ParagraphStyle

    from notemine.report.sheets import Sheet

_FIELD_STYLE, _NOTE_STYLE = "Notemine gegeven", "Notemine notitie"
_LABEL_WIDTH = Cm(3.1)
# What fits on one page together with the fields and a question or two.
_LINES, _MIN_BULLETS = 16, 6


def render_sheet(sheet: Sheet) -> bytes:
    """Write a sheet."""
    title = write_title(sheet.table, sheet.theme)
    document = new_document(title, foot=f"{FOOTER} · {title}")
    _set_styles(document)
    document.add_paragraph(title, style="Title")
    for key, label in FIELDS.items():
        line = document.add_paragraph(style=_FIELD_STYLE)
        line.add_run(f"{label}:").bold = True
        line.add_run(f"\t{_value(sheet, key)}")
    document.add_paragraph(QUESTIONS, style="Heading 1")
    _add_question(document, LEAD, sheet.lead)
    for question in sheet.follow_ups:
        _add_question(document, FOLLOW_UP, question)
    document.add_paragraph(NOTES, style="Heading 1")
    for instruction in INSTRUCTION:
        document.add_paragraph(instruction, style=INSTRUCTION_STYLE)
    for _ in range(max(_MIN_BULLETS, _LINES - 2 * len(sheet.follow_ups))):
        document.add_paragraph(style=_NOTE_STYLE)
    return pack(document)


def _value(sheet: Sheet, key: str) -> str:
    if key == "date":
        return write_date(sheet.held_on) if sheet.held_on else ""
    values = {"event": sheet.event, "place": sheet.place, "theme": sheet.theme}
    return ", ".join(sheet.sectors) if key == "sector" else values.get(key, "")


def _add_question(document: DocumentObject, label: str, question: str) -> None:
    line = document.add_paragraph(style=QUESTION_STYLE)
    line.add_run(f"{label}: ").font.color.rgb = GREY
    if question:
        line.add_run(quote(question)).bold = label == LEAD


def _set_styles(document: DocumentObject) -> None:
    styles = document.styles
    field = styles.add_style(_FIELD_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    field.base_style = styles["Normal"]
    set_style(field, size=11, before=3, after=1)
    field.paragraph_format.left_indent, field.paragraph_format.first_line_indent = _LABEL_WIDTH, -_LABEL_WIDTH
    field.paragraph_format.tab_stops.add_tab_stop(_LABEL_WIDTH)
    rule(field, "bottom", "between")
    note = styles.add_style(_NOTE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = styles["List Bullet"]
    set_style(note, size=11, before=8, after=2)
    rule(note, "bottom", "between")  # to write on
    _set_apart(note)
    for name, size, color in ((QUESTION_STYLE, 11, None), (INSTRUCTION_STYLE, 9, GREY)):
        own = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        set_style(own, size=size, after=3 if color is None else 0, color=color, italic=color is not None)
        own.next_paragraph_style = note  # Enter behind a question begins a note


def _set_apart(style: ParagraphStyle) -> None:
    """Keep the room between the items of a list, which its own style takes away: people write in it."""
    contextual = OxmlElement("w:contextualSpacing")
    contextual.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(
        contextual, "w:mirrorIndents", "w:jc", "w:outlineLvl"
    )
