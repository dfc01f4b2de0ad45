"""OpenDocument text: a unit is a paragraph or heading, also in lists and table cells.

Headings get ``# `` and list items ``- `` in front. A comment stands under its paragraph, said by its author.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from notemine.errors import ReadError
from notemine.ingest.archive import made_by, read_xml
from notemine.ingest.raw import File, RawNote, Unit, make_raw

SUFFIXES = (".odt", ".ott")

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ANNOTATION = f"{_OFFICE}annotation"
_LEFT_OUT = {f"{_T}tracked-changes", f"{_T}note", f"{_T}table-of-content", _ANNOTATION}
_SIGNS = {f"{_T}tab": "\t", f"{_T}line-break": "\n", f"{_T}s": " "}


def read(file: File) -> list[RawNote]:
    """Read the document as one note.

    Raises:
        ReadError: it is no OpenDocument text, or a broken one.
    """
    content, meta = read_xml(file, "content.xml", "meta.xml", kind="OpenDocument-bestand")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise ReadError(f"geen OpenDocument-bestand{file.as_named}")
    units: list[Unit] = []
    for number, (text, comments) in enumerate(_paragraphs(body), 1):
        units.append(Unit(number, text))
        units += (Unit(number, _words(one), one.findtext(f"{_DC}creator", "").strip()) for one in comments)
    return [make_raw(units, unit="paragraph", metadata=made_by(meta))]


def _words(comment: Element) -> str:
    return " ".join(" ".join("".join(one.itertext()) for one in comment.iter(f"{_T}p")).split())


def _inner(element: Element) -> list[Element | str]:
    """What stands in an element, in order: text and elements."""
    inner: list[Element | str] = [element.text or ""]
    for child in element:
        inner += (child, child.tail or "")
    return [one for one in inner if not isinstance(one, str) or one]


def _paragraphs(body: Element) -> list[tuple[str, list[Element]]]:
    """Paragraphs in document order, each with its comments.

    Text before and after an inner element is put back in its place.
    """
    paragraphs: list[tuple[list[str], list[Element]]] = []
    stack: list[tuple[Element | str, list[str], str]] = [(body, [], "")]
    while stack:
        item, text, mark = stack.pop()
        if isinstance(item, str):
            text.append(" ".join(item.split("\n")))
            continue
        if item.tag == _ANNOTATION and paragraphs:
            paragraphs[-1][1].append(item)
        if item.tag in _LEFT_OUT:
            continue
        if item.tag in (f"{_T}p", f"{_T}h"):
            text = ["# " if item.tag == f"{_T}h" else mark]
            paragraphs.append((text, []))
            mark = ""
        elif item.tag == f"{_T}list-item":
            mark = "- "
        elif item.tag in _SIGNS:
            text.append(_SIGNS[item.tag])
        stack += ((inner, text, mark) for inner in reversed(_inner(item)))
    return [("".join(parts), comments) for parts, comments in paragraphs]
