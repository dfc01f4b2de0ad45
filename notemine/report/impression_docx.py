"""The impression as a Word file: a page of prose, with its sources in comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from notemine.domain import Mined
from notemine.report.impression import Paragraph, view_impression
from notemine.report.safe import xml
from notemine.report.word import GREY, INK, new_document, pack, set_style

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

_REMARK = "Notemine opmerking"
_AUTHOR, _INITIALS = "notemine", "nm"


def render_impression(mined: Mined) -> bytes:
    """Write the impression of the evening as a Word file; the same bytes for the same result."""
    told = view_impression(mined)
    document = new_document(xml(told.title), foot="notemine · impressie")
    _set_styles(document)
    document.add_paragraph(xml(told.title), style="Title")
    if told.when:
        document.add_paragraph(xml(told.when), style="Subtitle")
    for remark in told.remarks:
        document.add_paragraph(xml(remark), style=_REMARK)
    document.add_paragraph(xml(told.opening))
    for section in told.sections:
        document.add_paragraph(section.title, style="Heading 1")
        for paragraph in section.paragraphs:
            _add(document, paragraph)
        for item in section.items:
            _add(document, item, style="List Bullet")
    for comment in document.comments:
        # The moment of making would make every file another one.
        comment._comment_elm.attrib.pop(qn("w:date"), None)
    return pack(document)


def _add(document: DocumentObject, paragraph: Paragraph, *, style: str = "Normal") -> None:
    added = document.add_paragraph(style=style)
    for piece in paragraph:
        # Spaces at the ends of a run part it from its neighbours.
        text = xml(f"|{piece.text}|")[1:-1]
        run = added.add_run(text)
        run.bold = piece.is_bold or None
        if piece.source:
            source = "\n".join(xml(line) for line in piece.source.split("\n"))
            document.add_comment(run, text=source, author=_AUTHOR, initials=_INITIALS)


def _set_styles(document: DocumentObject) -> None:
    styles = document.styles
    set_style(styles["Normal"], size=10.5, after=4)
    set_style(styles["Title"], size=20, after=2, color=INK, bold=True)
    set_style(styles["Subtitle"], size=11, after=4, color=GREY)
    set_style(styles["Heading 1"], size=12.5, before=8, after=2, color=INK, bold=True)
    set_style(styles["List Bullet"], size=10.5, after=2)
    remark = styles.add_style(_REMARK, WD_STYLE_TYPE.PARAGRAPH)
    remark.base_style = styles["Normal"]
    set_style(remark, size=9, after=4, color=GREY, italic=True)
