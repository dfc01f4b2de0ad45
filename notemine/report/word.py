"""What the Word files of notemine have in common: A4, Dutch, one style, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.styles.style import ParagraphStyle

FONT = "Calibri"
INK, GREY, RULE = RGBColor(0x1F, 0x3A, 0x5F), RGBColor(0x59, 0x59, 0x59), "BFBFBF"
# The same bytes today and tomorrow: the earliest moment that a zip archive can hold.
MADE_AT = datetime(1980, 1, 1)


def new_document(title: str, *, foot: str) -> DocumentObject:
    """An empty document of A4 pages, in Dutch, that does not say who made it or when.

    Args:
        title: In its properties.
        foot: At the foot of each page, before the number of the page.
    """
    document = Document()
    _set_page(document, foot)
    _set_properties(document, title)
    styles = document.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
    set_style(styles["Normal"], size=11, after=0)
    set_style(styles["Title"], size=22, after=8, color=INK, bold=True)
    remove(styles["Title"], "w:pBdr")
    for spacing in styles["Subtitle"].element.rPr.findall(qn("w:spacing")):
        styles["Subtitle"].element.rPr.remove(spacing)  # between letters
    set_style(styles["Heading 1"], size=13, before=12, after=3, color=INK, bold=True)
    set_style(styles["Footer"], size=8, color=GREY)
    return document


def set_style(
    style: ParagraphStyle,
    *,
    size: float,
    before: float = 0,
    after: float = 0,
    color: RGBColor | None = None,
    bold: bool = False,
    italic: bool = False,
) -> None:
    """Give a style our letter, and room before and after a paragraph in points."""
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, italic
    fonts = style.element.rPr.rFonts
    # A font of the theme would win over the one named here.
    for attribute in [name for name in fonts.attrib if name.endswith("Theme") or name.endswith("theme")]:
        del fonts.attrib[attribute]
    if color is not None:
        style.font.color.rgb = color
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.0


def rule(style: ParagraphStyle, *sides: str) -> None:
    """A thin line at ``sides`` of each paragraph."""
    borders = OxmlElement("w:pBdr")
    for side in sides:
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", RULE)):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def remove(style: ParagraphStyle, tag: str) -> None:
    """Take a property of paragraphs out of a style."""
    for element in style.element.pPr.findall(qn(tag)):
        style.element.pPr.remove(element)


def pack(document: DocumentObject) -> bytes:
    """Write the document with one date for every member of the archive."""
    saved, packed = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for member in source.infolist():
            info = zipfile.ZipInfo(member.filename, date_time=MADE_AT.timetuple()[:6])
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(info, source.read(member))
    return packed.getvalue()


def _set_page(document: DocumentObject, foot: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(1.8), Cm(1.8)
    section.footer_distance = Cm(0.9)
    line = section.footer.paragraphs[0]
    line.add_run(f"{foot} · bladzijde ")
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), "PAGE")
    line._p.append(page)


def _set_properties(document: DocumentObject, title: str) -> None:
    properties = document.core_properties
    # What Word takes.
    properties.title = title[:255]
    properties.author = properties.last_modified_by = "notemine"
    properties.created = properties.modified = MADE_AT
    properties.language, properties.comments = "nl-NL", ""
    package = document.part.package
    for name in [name for name, relation in package.rels.items() if relation.reltype.endswith("/thumbnail")]:
        del package.rels[name]  # a picture of the template
