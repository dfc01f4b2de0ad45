"""Cuts a note into units: sentences, bullets, turns and headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from notemine.domain import LineUnit, SegmentKind
from notemine.dutch.abbreviations import ends_sentence
from notemine.dutch.lines import Line, read_line
from notemine.dutch.plain_text import NOTHING, clean

MIN_WIDTH, MAX_WIDTH = 40, 132
# A proportional font wraps at a width in millimetres, and a pseudonym is longer or shorter than the name.
WIDTH_SLACK = 12
MIN_VOTES = 3
# A transcript without any final mark would be one unit otherwise.
MAX_JOINED_CHARS = 400
# A pipeline refuses texts of a million characters, and a line without a point may be as long.
MAX_UNIT_CHARS = 5000
_END = re.compile(
    r"[.?!…]+[\"'”’»)\]*_]*(?=\s|$)|[.?!…]+(?:[”»)\]\"*_]+|['’](?=[A-Z]))(?=[A-Z])|[?!]+(?=[A-Z][a-z])"
    # "... van het profiel.Dat is": the space was forgotten.
    r"|(?<=[a-z)][a-z)][a-z)])\.(?=[A-Z][a-z]+ )"
)
_FINAL = re.compile(r"[.?!…:;][\"'”’»)\]*_]*$")
_CUT_WORD = re.compile(r"[^\W\d_]{2}[-\u2010\u00ad]$")
_REPORTED = re.compile(
    r"\W*(?:(?:ver|aan|op)?(?:vroeg|vraagt|vragen|vroegen|zei|zegt|zeggen|zeiden|riep|roept|schreef|schrijft|luidt|luidde|"
    r"klinkt|klonk|merkte|vond|vindt|bracht|leverde)|was|is|en|of|aldus|maar dan|, )\b"
)
_SEPARATOR = re.compile(r"\s\|(?:\s|$)|(?<=\|)\s*\|")
_TRIM_START = " \t\xa0\r\n|*_;,/\\–—→•=>~#`^+-"
_TRIM_END = " \t\xa0\r\n|*_;`~^+–—-=>→"
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a note that says one thing: ``text[start:end]``.

    Attributes:
        speaker: Who says it, as written; empty if nothing says so.
        heading: Words of the nearest heading above it; empty if there is none.
    """

    start: int
    end: int
    kind: SegmentKind
    speaker: str = ""
    heading: str = ""


def split_units(
    text: str, *, meta_lines: Collection[int] = (), speakers: Sequence[str] = (), unit: LineUnit = "line"
) -> list[Unit]:
    """Cut a text into units, in order, without overlap.

    Every letter outside ``meta_lines``, speaker labels, numbering and time stamps is in exactly one
    unit. Line and bullet breaks end a unit, except inside a paragraph that was wrapped at a fixed
    width, in a bullet that goes on in a hanging indent, and in a sentence over cues of one speaker.

    Args:
        text: Lines divided by line feeds.
        meta_lines: 0-based lines to leave out.
        speakers: Speaker of each line; empty: labels such as ``Samira: `` are read from the text.
        unit: What a line is in the file it comes from.
    """
    lines = _read_lines(text, frozenset(meta_lines), speakers)
    units: list[Unit] = []
    headings = _Headings()
    for block in _blocks(text, lines, unit):
        line = block[0]
        words = clean(text[line.start : line.end]).rstrip(":")
        headings.leave(line)
        kind: SegmentKind = "heading" if line.mark == "heading" else "turn" if line.speaker else "sentence"
        if line.mark == "bullet" and kind == "sentence":
            kind = "bullet"
        for start, end in _sentences(text, line.start, block[-1].end, is_heading=kind == "heading"):
            units.append(Unit(start, end, kind, line.speaker, headings.nearest))
        headings.enter(line, words)
    return units


def _read_lines(text: str, meta_lines: frozenset[int], speakers: Sequence[str]) -> list[Line | None]:
    lines: list[Line | None] = []
    first = 0
    for i, written in enumerate(text.split("\n")):
        line: Line | None = None
        if i not in meta_lines:
            line = read_line(written, first, finds_speaker=not speakers)
            if i < len(speakers) and speakers[i]:
                line = Line(line.first, line.start, line.end, line.indent, line.mark, line.level, speakers[i])
        lines.append(line)
        first += len(written) + 1
    return lines


def _blocks(text: str, lines: Sequence[Line | None], unit: LineUnit) -> Iterator[list[Line]]:
    """Lines that hold words, those of one sentence or wrapped paragraph together."""
    width = _wrap_width(text, lines) if unit == "line" else 0
    block: list[Line] = []
    for line in lines:
        if line is None or line.start == line.end:
            # A blank line ends a paragraph; a blank cue is nothing said.
            if block and unit != "cue":
                yield block
                block = []
            continue
        if block and _goes_on(text, block, line, unit=unit, width=width):
            block.append(line)
            continue
        if block:
            yield block
        block = [line]
    if block:
        yield block


def _goes_on(text: str, block: Sequence[Line], line: Line, *, unit: LineUnit, width: int) -> bool:
    last = block[-1]
    before, after = text[last.start : last.end], text[line.start : line.end]
    if unit == "cue":
        is_short = line.end - block[0].start <= MAX_JOINED_CHARS
        return line.speaker == last.speaker and is_short and not line.mark and _is_unfinished(before, after)
    if unit != "line" or line.speaker or "heading" in (line.mark, last.mark):
        return False
    if line.mark == "quote" and last.mark == "quote":
        return _is_unfinished(before, after) and after[:1].islower()
    if line.mark:
        return False
    if width and _is_full(text, last, line, width):
        return True
    if _CUT_WORD.search(before) and after[:1].islower():
        return True
    if not after[:1].islower() or _FINAL.search(before):
        return False
    is_hanging = block[0].mark == "bullet" and line.indent > block[0].indent
    return is_hanging or before.endswith(",") or before.rsplit(maxsplit=1)[-1].lower() in _OPENS_PHRASE


def _is_unfinished(before: str, after: str) -> bool:
    if _FINAL.search(before):
        return False
    return (
        after[:1].islower() or not before[-1:].isalnum() or before.rsplit(maxsplit=1)[-1].lower() in _LEADS_ON
    )


# No line of a note ends in one of these; in speech a cue breaks off after more words.
_OPENS_PHRASE = frozenset(
    "de het een 'n en of van voor met bij naar door te omdat zodat terwijl dat als".split()
)
_LEADS_ON = _OPENS_PHRASE | frozenset(
    "'t maar die om tot ze we je hun mijn zijn haar ons onze dit deze wat wie hoe waar wanneer want dus ook "
    "niet geen heel erg veel meer".split()
)


def _wrap_width(text: str, lines: Sequence[Line | None]) -> int:
    """Width at which a text was wrapped: the one most line breaks agree with; 0 for a text that was not."""
    pairs = [
        (last, line)
        for last, line in pairwise(lines)
        if last
        and line
        and last.start < last.end
        and line.start < line.end
        and not line.mark
        and not line.speaker
    ]
    # More line breaks than chance would fill: half of all, and at least a few.
    width = _agreed_width(text, pairs, min_share=0.5)
    if not width:
        # A short note with many bullets and headings: each sentence that goes on must do so at one width.
        width = _agreed_width(text, [pair for pair in pairs if _is_in_sentence(text, *pair)], min_share=1)
    longest = max((last.end - last.first for last, _ in pairs), default=0)
    return width if longest <= width + WIDTH_SLACK else 0


def _agreed_width(text: str, pairs: Sequence[tuple[Line, Line]], *, min_share: float) -> int:
    """The largest of the widths that explain most line breaks; 0 where they explain too few."""
    votes: Counter[int] = Counter()
    for last, line in pairs:
        length = last.end - last.first
        for width in range(max(length, MIN_WIDTH), min(length + 1 + _first_word(text, line), MAX_WIDTH)):
            votes[width] += 1
    most = max(votes.values(), default=0)
    if most < max(MIN_VOTES, min_share * len(pairs)):
        return 0
    return max(width for width in votes if votes[width] == most)


def _is_in_sentence(text: str, last: Line, line: Line) -> bool:
    return text[line.start].islower() and not _FINAL.search(text[last.start : last.end])


def _is_full(text: str, last: Line, line: Line, width: int) -> bool:
    length = last.end - last.first
    return length + 1 + _first_word(text, line) > width - WIDTH_SLACK


def _first_word(text: str, line: Line) -> int:
    return len(text[line.start : line.end].split(maxsplit=1)[0])


def _sentences(text: str, start: int, end: int, *, is_heading: bool) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the sentences, cells and items of a list in a stretch of text."""
    for cell_start, cell_end in _cut(text, start, end, _SEPARATOR):
        breaks = [] if is_heading else _list_breaks(text, cell_start, cell_end)
        breaks = breaks or ([] if is_heading else list(_breaks(text, cell_start, cell_end)))
        pending = cell_start
        for left, right in pairwise([cell_start, *breaks, cell_end]):
            # What holds no letter (a smiley, "10 %") belongs to what stands before it, or after it.
            if _WORD.search(text, left, right) or right == cell_end:
                yield from _short_spans(text, pending, right)
                pending = right


def _short_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The trimmed span, if it holds a word; what no one reads as one sentence is cut between words."""
    while start < end:
        edge = end
        if end - start > MAX_UNIT_CHARS:
            space = text.rfind(" ", start + 1, start + MAX_UNIT_CHARS)
            edge = space if space > 0 else start + MAX_UNIT_CHARS
        span = _trim(text, start, edge)
        if span and re.search(r"\w", text[span[0] : span[1]]):
            yield span
        start = edge


def _cut(text: str, start: int, end: int, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    left = start
    for match in pattern.finditer(text, start, end):
        yield left, match.start()
        left = match.end()
    yield left, end


def _list_breaks(text: str, start: int, end: int) -> list[int]:
    """Semicolons of an enumeration; one by itself joins two clauses of a sentence."""
    breaks = [match.end() for match in re.compile(r";\s").finditer(text, start, end)]
    return breaks if len(breaks) > 1 and not list(_breaks(text, start, end)) else []


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    for match in _END.finditer(text, start, end):
        if match.end() < end and _is_end(text, match, start, end):
            yield match.end()


def _is_end(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark = match[0]
    after = _WORD.search(text, match.end(), min(end, match.end() + 80)) or re.compile(r"\d").search(
        text, match.end(), end
    )
    if after is None:
        return False
    gap = text[match.end() : after.start()]
    is_capital = text[after.start()].isupper()
    is_closed = mark[-1] not in ".?!…*_"
    if "?" in mark:
        if is_capital:
            return True
        return not is_closed and gap.strip() != "," and _REPORTED.match(text, match.end(), end) is None
    if "!" in mark:
        return is_capital
    if "…" in mark or ".." in mark or is_closed:
        return is_capital
    if after.group().isdigit():
        is_capital = True
    before = text[max(start, match.start() - 40) : match.start()]
    if before[-1:].isdigit():
        return is_capital and not after.group().isdigit()
    return ends_sentence(before, is_capital_next=is_capital)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start] in _TRIM_START or text[start] in NOTHING):
        start += 1
    while start < end and text[end - 1] in _TRIM_END:
        end -= 1
    return (start, end) if start < end else None


class _Headings:
    """The headings above a line, and the bullets it hangs under."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._plain = ""

    @property
    def nearest(self) -> str:
        return self._open[-1][1] if self._open else self._plain

    def leave(self, line: Line) -> None:
        is_bullet = line.mark == "bullet"
        while self._open and (not is_bullet or self._open[-1][0] >= line.indent):
            self._open.pop()

    def enter(self, line: Line, words: str) -> None:
        if line.mark == "heading" and line.indent == 0:
            self._plain, self._open = words, []
        elif line.mark in ("heading", "bullet") and len(words.split()) <= 6 and not words.endswith("?"):
            self._open.append((line.indent, words))
