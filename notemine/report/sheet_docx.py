"""A note sheet as a Word file: A4, to print and to type in."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.styles.style import ParagraphStyle

    from notemine.report.sheets import Sheet

_FONT = "Calibri"
_INK, _GREY, _RULE = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x59, 0x59, 0x59), "BFBFBF"
_FIELD_STYLE, _NOTE_STYLE = "Notemine gegeven", "Notemine notitie"
_LABEL_WIDTH = Cm(3.1)
# What fits on one page together with the fields and a question or two.
_LINES, _MIN_BULLETS = 16, 6
# The same bytes today and tomorrow: the earliest moment that a zip archive can hold.
_MADE_AT = datetime(1980, 1, 1)


def render_sheet(sheet: Sheet) -> bytes:
    """Write a sheet."""
    document = Document()
    _set_page(document, sheet)
    _set_styles(document)
    document.add_paragraph(write_title(sheet.table, sheet.theme), style="Title")
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
    return _pack(document)


def _value(sheet: Sheet, key: str) -> str:
    if key == "date":
        return write_date(sheet.held_on) if sheet.held_on else ""
    values = {"event": sheet.event, "place": sheet.place, "theme": sheet.theme}
    return ", ".join(sheet.sectors) if key == "sector" else values.get(key, "")


def _add_question(document: DocumentObject, label: str, question: str) -> None:
    line = document.add_paragraph(style=QUESTION_STYLE)
    line.add_run(f"{label}: ").font.color.rgb = _GREY
    if question:
        line.add_run(quote(question)).bold = label == LEAD


def _set_page(document: DocumentObject, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    section.footer_distance = Cm(0.9)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{FOOTER} · {write_title(sheet.table, sheet.theme)} · bladzijde ")
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    foot._p.append(page)
    properties = document.core_properties
    properties.title = write_title(sheet.table, sheet.theme)
    properties.author = properties.last_modified_by = "notemine"
    properties.created = properties.modified = _MADE_AT
    properties.language, properties.comments = "nl-NL", ""
    package = document.part.package
    for name in [name for name, relation in package.rels.items() if relation.reltype.endswith("/thumbnail")]:
        del package.rels[name]  # a picture of the template


def _set_styles(document: DocumentObject) -> None:
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    _set_style(styles["Normal"], size=11, after=0)
    _set_style(styles["Title"], size=22, after=8, color=_INK, bold=True)
    _remove(styles["Title"], "w:pBdr")
    _set_style(styles["Heading 1"], size=13, before=12, after=3, color=_INK, bold=True)
    _set_style(styles["Footer"], size=8, color=_GREY)
    field = styles.add_style(_FIELD_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    field.base_style = styles["Normal"]
    _set_style(field, size=11, before=3, after=1)
    field.paragraph_format.left_indent, field.paragraph_format.first_line_indent = _LABEL_WIDTH, -_LABEL_WIDTH
    field.paragraph_format.tab_stops.add_tab_stop(_LABEL_WIDTH)
    _rule(field)
    note = styles.add_style(_NOTE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = styles["List Bullet"]
    _set_style(note, size=11, before=8, after=2)
    _rule(note)
    _set_apart(note)
    for name, size, color in ((QUESTION_STYLE, 11, None), (INSTRUCTION_STYLE, 9, _GREY)):
        own = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        own.base_style = styles["Normal"]
        _set_style(own, size=size, after=3 if color is None else 0, color=color, italic=color is not None)
        own.next_paragraph_style = note  # Enter behind a question begins a note


def _set_style(
    style: ParagraphStyle,
    *,
    size: float,
    before: float = 0,
    after: float = 0,
    color: RGBColor | None = None,
    bold: bool = False,
    italic: bool = False,
) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), bold, italic
    fonts = style.element.rPr.rFonts
    # A font of the theme would win over the one named here.
    for attribute in [name for name in fonts.attrib if name.endswith("Theme") or name.endswith("theme")]:
        del fonts.attrib[attribute]
    if color is not None:
        style.font.color.rgb = color
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0


def _rule(style: ParagraphStyle) -> None:
    """A thin line under each paragraph, to write on."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", _RULE)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _set_apart(style: ParagraphStyle) -> None:
    """Keep the room between the items of a list, which its own style takes away: people write in it."""
    contextual = OxmlElement("w:contextualSpacing")
    contextual.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(
        contextual, "w:mirrorIndents", "w:jc", "w:outlineLvl"
    )


def _remove(style: ParagraphStyle, tag: str) -> None:
    for element in style.element.pPr.findall(qn(tag)):
        style.element.pPr.remove(element)


def _pack(document: DocumentObject) -> bytes:
    """Write the document with one date for every member of the archive."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, date_time=_MADE_AT.timetuple()[:6])
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(info, source.read(member))
    return packed.getvalue()
