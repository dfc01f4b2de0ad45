"""How a line of metadata is built: marks, a key and its value, sentences."""

from __future__ import annotations

import re

from notemine.dutch.columns import FIELD_OF, plain_name
from notemine.dutch.verbs import FINITE, word_classes

MARKS = " \t*_#>|~-–—=+•·"
SENTENCE = re.compile(r"(?<=[.!])\s+(?=[A-ZÀ-Þ(])|\s+/\s+")
BULLET = re.compile(r"^\s*(?:[-*•+·]|\d+[.)])\s+")
RULE = re.compile(r"[\s|:=+-]+")

_KEY = re.compile(
    r"^[\s*_#>|-]*(?P<key>[^\W\d_][\w .'()-]{0,28}?)[\s*_.]*(?:[:=]|\t|\||\s{2,})"
    r"[\s*_:|]*(?P<value>.*?)[\s*_|]*$"
)
_ROW = re.compile(r"^\s*\|[^|]{1,30}\|[^|]*\|?\s*$")
_PART = re.compile(r"\s+[/|;–-]+\s+|;\s+")
_WIDE = re.compile(r"\t+|\s{3,}")
_NOTHING = frozenset("- – — . ... … ? n.v.t n.v.t. nvt geen onbekend x".split())


def key_value(line: str) -> tuple[str, str]:
    """The key in lower case and the value of "Sector: mbo", "Thema = stage" or "| Tafel | 4 |".

    A value that says that there is none ("-", "n.v.t.") is empty.
    """
    match = _KEY.match(line)
    if match is None:
        return "", ""
    key = re.sub(r"\([^)]*\)|[_-]", " ", match["key"].lower()).replace("'", "")
    value = match["value"].strip()
    return " ".join(key.split()), "" if value.lower() in _NOTHING else value


def parts_of(line: str) -> list[str]:
    """The stretches of a line that can each hold a key and a value: "TAFEL 5 / sector: mbo"."""
    if is_row(line):
        return [line]
    cells = re.split(r"\s*[|;]\s*", line.strip())
    if len(cells) == 2 and FIELD_OF.get(plain_name(cells[0]), "text") != "text":
        return [f"{cells[0]}: {cells[1]}"]
    cells = _WIDE.split(line.strip())
    n_keys = sum(1 for cell in cells if re.search(r"[:=]", cell))
    return [part for cell in (cells if n_keys > 1 else [line]) for part in _PART.split(cell)]


def is_remark(text: str) -> bool:
    """Whether a value says something rather than naming it: "te vaag", "Leerlingen vonden het fijn"."""
    words = re.findall(r"[^\W\d_]+", text)
    verbs = (w for w in words if w.islower() and word_classes(w)[:1] in FINITE and len(w) > 1)
    return re.search(r"(?:^|\s)(?:te|niet|geen|meer)\s", text) is not None or any(verbs)


def is_row(line: str) -> bool:
    """Whether a line is a row of two cells as Markdown draws it."""
    return _ROW.match(line) is not None


def is_rule(line: str) -> bool:
    """Whether a line draws a rule or the frame of a table."""
    return RULE.fullmatch(line) is not None
