"""OpenDocument text: a unit is a paragraph or heading, also in lists and table cells.

Headings get ``# `` and list items ``- `` in front.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from notemine.errors import ReadError
from notemine.ingest.archive import read_xml
from notemine.ingest.raw import File, RawNote, Unit, make_raw

SUFFIXES = (".odt", ".ott")

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_LEFT_OUT = {f"{_T}tracked-changes", f"{_T}note", f"{_OFFICE}annotation", f"{_T}table-of-content"}
_SIGNS = {f"{_T}tab": "\t", f"{_T}line-break": "\n", f"{_T}s": " "}


def read(file: File) -> list[RawNote]:
    """Read the document as one note.

    Raises:
        ReadError: it is no OpenDocument text, or a broken one.
    """
    (content,) = read_xml(file, "content.xml", kind="OpenDocument-bestand")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise ReadError(f"geen OpenDocument-bestand{file.as_named}")
    units = [Unit(number, text) for number, text in enumerate(_paragraphs(body), 1)]
    return [make_raw(units, unit="paragraph")]


def _paragraphs(body: Element) -> list[str]:
    """Paragraphs in document order; text before and after an inner element is put back in its place."""
    paragraphs: list[list[str]] = []
    stack: list[tuple[Element | str, list[str], str]] = [(body, [], "")]
    while stack:
        item, text, mark = stack.pop()
        if isinstance(item, str):
            text.append(" ".join(item.split("\n")))
            continue
        if item.tag in _LEFT_OUT:
            continue
        if item.tag in (f"{_T}p", f"{_T}h"):
            text = ["# " if item.tag == f"{_T}h" else mark]
            paragraphs.append(text)
            mark = ""
        elif item.tag == f"{_T}list-item":
            mark = "- "
        elif item.tag in _SIGNS:
            text.append(_SIGNS[item.tag])
        for child in reversed(item):
            if child.tail:
                stack.append((child.tail, text, mark))
            stack.append((child, text, mark))
        if item.text:
            stack.append((item.text, text, mark))
    return ["".join(parts) for parts in paragraphs]
