"""Web pages: a unit is a paragraph, heading, list item or table cell that shows text.

Headings get ``# `` and list items ``- `` in front.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from notemine.errors import ReadError
from notemine.ingest.encoding import read_text
from notemine.ingest.raw import File, RawNote, Unit, make_raw

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SUFFIXES = (".html", ".htm")

MAX_DEPTH = 500
MAX_TAGS = 500_000

_LEFT_OUT = frozenset(
    "head script style nav footer aside form button select noscript template svg math iframe object".split()
)
_SELF_CLOSED = frozenset(
    "area base br col dd dt embed hr img input li link meta option p param rt source tbody td th thead tr "
    "track wbr".split()
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr".split()
)


def read(file: File) -> list[RawNote]:
    """Read the main text as one note; the title of the page counts as a title.

    Raises:
        ReadError: it is no text, or has more tags than ``MAX_TAGS`` or deeper than ``MAX_DEPTH``.
    """
    from selectolax.lexbor import LexborHTMLParser

    text, encoding = read_text(file.data)
    _check_tags(text)
    tree = LexborHTMLParser(text)
    heading = tree.css_first("title")
    title = " ".join(heading.text().split()) if heading else ""
    paragraphs = _paragraphs(tree.body) if tree.body else []
    units = [Unit(number, paragraph) for number, paragraph in enumerate(paragraphs, 1)]
    return [make_raw(units, unit="paragraph", encoding=encoding, titles=(title,) if title else ())]


def _check_tags(text: str) -> None:
    """Refuse what takes a parser of HTML for ever: for each tag it looks at those around it.

    Tags that HTML closes by itself do not make it deeper.
    """
    depth = deepest = 0
    for count, match in enumerate(_TAG.finditer(text), 1):
        if count > MAX_TAGS:
            raise ReadError("webpagina met te veel onderdelen: niet gelezen")
        if match["name"].lower() not in _SELF_CLOSED:
            depth = max(depth - 1, 0) if match["end"] else depth + 1
            deepest = max(deepest, depth)
    if deepest > MAX_DEPTH:
        raise ReadError("webpagina met te veel lagen: niet gelezen")


def _paragraphs(body: LexborNode) -> list[str]:
    paragraphs: list[str] = []
    parts: list[str] = []
    mark = ""

    def end(next_mark: str) -> None:
        nonlocal mark
        lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
        if paragraph := "\n".join(line for line in lines if line):
            paragraphs.append(mark + paragraph)
        parts.clear()
        mark = next_mark

    stack: list[LexborNode | None] = [body]
    while stack:
        node = stack.pop()
        if node is None:
            end("")
        elif node.tag == "-text":
            parts.append(" ".join(f"x{node.text_content or ''}x".split())[1:-1])
        elif node.tag == "br":
            parts.append("\n")
        elif node.tag not in _LEFT_OUT:
            children = list(node.iter(include_text=True))
            if node.tag not in _INLINE:
                # A paragraph that opens a list item is that item.
                kept = "" if "".join(parts).strip() else mark
                end("# " if node.tag in _HEADINGS else "- " if node.tag == "li" else kept)
                stack.append(None)
            stack.extend(reversed(children))
    end("")
    return paragraphs
