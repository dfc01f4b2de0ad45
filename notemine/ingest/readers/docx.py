"""Word: a unit is a paragraph, wherever it stands (body, table cell, text box, content control).

Read from the XML itself: python-docx leaves out tracked insertions, content controls and text boxes.
Headings get ``# `` and list items ``- `` in front. A comment stands under its paragraph, said by its author.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from notemine.dutch.columns import FIELD_OF, LEFT_OUT, plain_name
from notemine.dutch.sheets import OWN_STYLES, is_bare
from notemine.errors import ReadError
from notemine.ingest.archive import made_by, read_xml
from notemine.ingest.columns import is_header
from notemine.ingest.raw import File, RawNote, Unit, make_raw

SUFFIXES = (".docx", ".docm")

_MEMBERS = (
    "word/document.xml",
    "word/styles.xml",
    "word/header1.xml",
    "word/comments.xml",
    "docProps/core.xml",
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A text box is written twice, the second time for old readers; what moved away is not there any more.
_LEFT_OUT = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    f"{_W}moveFrom",
    f"{_W}del",
    f"{_W}pPr",
    f"{_W}rPr",
}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


class _Style(NamedTuple):
    is_heading: bool
    is_list: bool
    parent: str
    is_own: bool = False


def read(file: File) -> list[RawNote]:
    """Read the document as one note; the page header counts as a title, who made the file as its author.

    Raises:
        ReadError: it is no Word file, or a broken one.
    """
    document, styles, header, remarks, core = read_xml(file, *_MEMBERS, kind="Word-bestand")
    if document is None:
        raise ReadError(f"geen Word-bestand{file.as_named}")
    style_of = _styles(styles)
    speaker_of, beside = _columns(document)
    comment_of = _comments(remarks)
    units, is_sheet = [], False
    for number, (one, text) in enumerate(_paragraphs(document), 1):
        looks = _looks(one, style_of)
        is_own = any(look.is_own for look in looks)
        is_sheet = is_sheet or is_own
        # What was typed behind a question, or under it with Shift+Enter, is a note.
        is_meta = one in beside or (is_own and "\n" not in text and is_bare(text))
        units.append(Unit(number, _mark(looks) + text, speaker_of.get(one, ""), is_meta))
        said = (comment_of.get(mark.get(f"{_W}id", "")) for mark in one.iter(f"{_W}commentReference"))
        units += (Unit(number, comment, author) for author, comment in filter(None, said))
    titles = tuple(text for _, text in _paragraphs(header) if text.strip()) if header is not None else ()
    metadata = made_by(core)
    return [make_raw(units, unit="paragraph", titles=titles, is_sheet=is_sheet, metadata=metadata)]


def _comments(root: Element | None) -> dict[str, tuple[str, str]]:
    """Author and text of each comment, by its id."""
    found = root.iter(f"{_W}comment") if root is not None else ()
    comments = ((one.get(f"{_W}id", ""), one.get(f"{_W}author", ""), _text(one)) for one in found)
    return {number: (author.strip(), text) for number, author, text in comments if text}


def _paragraphs(root: Element) -> Iterator[tuple[Element, str]]:
    """Paragraphs in document order, each with its own text and not that of one inside it."""
    texts: dict[Element, list[str]] = {}
    stack: list[tuple[Element, list[str]]] = [(root, [])]
    while stack:
        element, text = stack.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_W}p":
            text = texts.setdefault(element, [])
        elif element.tag == f"{_W}t":
            text.append((element.text or "").replace("\n", " "))
        elif element.tag in _SIGNS:
            text.append(_SIGNS[element.tag])
        stack.extend((child, text) for child in reversed(element))
    for paragraph, parts in texts.items():
        yield paragraph, "".join(parts)


def _columns(document: Element) -> tuple[dict[Element, str], set[Element]]:
    """In tables with a header ("Nr | Wie | Besproken"): who said a paragraph, and what stands beside it."""
    speaker_of: dict[Element, str] = {}
    beside: set[Element] = set()
    for table in document.iter(f"{_W}tbl"):
        rows = [row.findall(f"{_W}tc") for row in table.findall(f"{_W}tr")]
        names = [_text(cell) for cell in rows[0]] if rows else []
        if len(names) < 2 or not is_header(names):
            continue
        fields = [plain_name(name) for name in names]
        fields = ["" if name in LEFT_OUT else FIELD_OF.get(name, "text") for name in fields]
        beside.update(one for cell in rows[0] for one in cell.iter(f"{_W}p"))
        for row in rows[1:]:
            cells = list(zip(fields, row, strict=False))
            speaker = " ".join(_text(cell) for field, cell in cells if field == "speaker")
            for field, cell in cells:
                for one in cell.iter(f"{_W}p"):
                    if field == "text":
                        speaker_of[one] = speaker
                    else:
                        beside.add(one)
    return speaker_of, beside


def _text(element: Element) -> str:
    return " ".join(" ".join(text for _, text in _paragraphs(element)).split())


def _looks(paragraph: Element, style_of: dict[str, _Style]) -> list[_Style]:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    own = _own(paragraph.find(f"{_W}pPr"))
    return [own, *_chain(style.get(f"{_W}val", "") if style is not None else "", style_of)]


def _mark(looks: list[_Style]) -> str:
    if any(look.is_heading for look in looks):
        return "# "
    return "- " if any(look.is_list for look in looks) else ""


def _chain(name: str, style_of: dict[str, _Style]) -> Iterator[_Style]:
    seen: set[str] = set()
    while name in style_of and name not in seen:
        seen.add(name)
        yield style_of[name]
        name = style_of[name].parent


def _styles(root: Element | None) -> dict[str, _Style]:
    styles = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        # The name of a built-in style is English in every language; its id is not ("Kop1").
        name = _value(style, "name").lower()
        own = _own(style.find(f"{_W}pPr"), name.startswith("heading") or name in ("title", "subtitle"))
        styles[style.get(f"{_W}styleId", "")] = own._replace(
            parent=_value(style, "basedOn"), is_own=name in OWN_STYLES
        )
    return styles


def _own(properties: Element | None, is_heading: bool = False) -> _Style:
    if properties is None:
        return _Style(is_heading, False, "")
    level = _value(properties, "outlineLvl")
    number = properties.find(f"{_W}numPr")
    is_list = number is not None and _value(number, "numId") != "0"
    return _Style(is_heading or (len(level) == 1 and level in "012345678"), is_list, "")


def _value(element: Element, tag: str) -> str:
    child = element.find(f"{_W}{tag}")
    return child.get(f"{_W}val", "") if child is not None else ""
