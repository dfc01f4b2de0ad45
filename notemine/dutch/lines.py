"""What a line of a note is: bullet or heading, who speaks, which characters are only marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notemine.dutch.dates import STAMP
from notemine.dutch.labels import speaker_label

_STAMPED = re.compile(
    rf"[\[(]{STAMP}(?:[, ]+\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{2,4}})?[\])]\s*(?:[-–]\s*)?|{STAMP}\s*[-–]\s+"
)
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_TREE = re.compile(r"[\s|│├└┌─┬+`\\]*(?:--+|──+|─)\s*|[\s|│]+$")
_BULLET = re.compile(
    r"\s*(?:[-*+•·▪▫◦‣●○■□➢➤→\uf0b7\uf0a7\uf0d8](?:\s+|(?=[^\W\d_])(?<!\*))|[-=]+>\s*|[–—]\s+)"
    r"(?:\[[ xX]\]\s+)?"
)
_NUMBER = re.compile(
    r"\s*\(?(?:\d{1,3}(?:\.\d{1,2})*[a-z]?[.)]|[a-zA-Z]\)|[ivx]{1,4}[.)])\s+|\s*\d{1,2}(?:\.\d{1,2})+\s+(?=[A-Z])"
)
_HASHES = re.compile(r"\s*#{1,6}\s+")
_RULE = re.compile(r"\s*(?:[-=*_~]\s*){3,}$|[\s|:+=-]+$")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(?!\s)(?:(?!\1).)+\1\s*:?\s*$")
_SHOUT = re.compile(r"[^a-zà-ÿ]*[A-ZÀ-Ý]{3}[^a-zà-ÿ]*(?:\([^()]*\))?\W*")
# A line that ends in a colon is a heading unless it says something by itself.
_VERB = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|had|wordt|worden|werd|kan|kunnen|moet|moeten|mag|wil|willen|zou|zal|gaat|gaan|"
    r"doet|doen|komt|komen|vindt|vinden|vraagt|vroeg|zegt|zei|geeft|noemt|blijft|blijkt|ging|kwam|laat|ziet|staat)\b",
    re.IGNORECASE,
)
MAX_HEADING_WORDS = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its marks.

    Attributes:
        first: Offset of the whole line.
        start: Offset where its words start; ``start == end`` for a line without words.
        indent: Columns before the first mark or word.
        mark: ``bullet``, ``heading``, ``quote`` or empty.
        level: Depth of a markdown heading, from 1; 0 for another heading.
    """

    first: int
    start: int
    end: int
    indent: int
    mark: str = ""
    level: int = 0
    speaker: str = ""


def read_line(line: str, first: int, *, finds_speaker: bool = True) -> Line:
    """Take the marks from a line.

    Args:
        line: The line without its break.
        first: Offset of the line in the text.
        finds_speaker: Take a label such as ``Samira: `` from it.
    """
    indent = len(line) - len(line.lstrip(" \t\xa0|│"))
    if not any(map(str.isalnum, line)) or (_RULE.fullmatch(line) and not re.search(r"[^\W\d_]", line)):
        return Line(first, first + len(line), first + len(line), indent)
    start, mark, level = _skip_marks(line)
    speaker = ""
    if finds_speaker and mark != "heading":
        start, speaker = _skip_speaker(line, start)
    start += len(line[start:]) - len(line[start:].lstrip())
    if not any(map(str.isalnum, line[start:])):
        return Line(first, first + len(line), first + len(line), indent, speaker=speaker)
    if mark in ("", "bullet") and not speaker and _is_heading(line[start:], is_bullet=bool(mark)):
        mark = "heading"
    return Line(first, first + start, first + len(line.rstrip()), indent, mark, level, speaker)


def _skip_marks(line: str) -> tuple[int, str, int]:
    if match := _HASHES.match(line):
        number = _NUMBER.match(line, match.end())
        return (number or match).end(), "heading", match[0].count("#")
    start, mark = 0, ""
    if match := _QUOTE.match(line):
        start, mark = match.end(), "quote"
    if match := _TREE.match(line, start):
        return match.end(), "bullet", 0
    for pattern in (_BULLET, _NUMBER, _BULLET):
        if match := pattern.match(line, start):
            start, mark = match.end(), "bullet"
    return start, mark, 0


def _skip_speaker(line: str, start: int) -> tuple[int, str]:
    stamp = _STAMPED.match(line, start)
    label = speaker_label(line[stamp.end() if stamp else start :], is_sure=stamp is not None)
    if stamp and (label or stamp[0][0] in "[("):
        start = stamp.end()
    if label:
        start += len(label.written)
    return start, label.name if label else ""


def _is_heading(words: str, *, is_bullet: bool) -> bool:
    n_words = len(words.split())
    if n_words > MAX_HEADING_WORDS or re.search(r"[?!]\W*$", words):
        return False
    if _BOLD_LINE.fullmatch(words):
        return True
    if is_bullet:
        return False
    if _SHOUT.fullmatch(words) and len(words) > 4:
        return True
    return words.rstrip(" *_").endswith(":") and not _VERB.search(words)
