"""Names in tables that people draw in their notes, such as a list of those present in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from notemine.dutch import name_words as nw
from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.name_runs import MIN_GIVEN, is_function_word, is_ordinary, is_organisation, tokens_of

MAX_NAME_WORDS = 5
# A word that so many people on the list bear last is a family name where a name is due.
MANY_FAMILY = 100
NAME_TITLES = nw.GIVEN_COLUMNS | nw.PARTICLE_COLUMNS | nw.FAMILY_COLUMNS | nw.FULL_NAME_COLUMNS
_CELL = re.compile(r"[^|\t]+")
_RULE = re.compile(r"[\s|:+=-]*")
_NAME = re.compile(r"[^\W\d_][^\d@/:;()]*")
# "Samira Haddad, Bas Kuipers en Kees": people who share a cell.
_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+en\s+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NameCell:
    """A cell, or a part of one, that holds a name or a part of a name: ``line[start:end]``.

    Attributes:
        given: Given name of the person; empty where the table has no column for it.
        family: Family name of the person with its particles; empty where the table has no column for it.
    """

    start: int
    end: int
    given: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds and of which person of the row.

    Attributes:
        kind: ``given``, ``particles``, ``family`` or ``full``.
    """

    kind: str
    person: int


@dataclass(slots=True)
class NameTable:
    """Follows a table over its lines."""

    _columns: Mapping[int, _Column] = field(default_factory=dict)

    def read(self, line: str) -> list[NameCell]:
        """The cells of a line that hold names; none outside a table whose heading names such a column."""
        cells = list(_cells(line))
        if len(cells) < 2 and not (cells and line.lstrip().startswith("|")):
            self._columns = {}
            return []
        titles = {number: line[slice(*span)].lower().rstrip(":") for number, span in cells}
        if not NAME_TITLES.isdisjoint(titles.values()):
            self._columns = _name_columns(titles)
            return []
        if not self._columns or _RULE.fullmatch(line):
            return []
        return sorted(_names_in(line, cells, self._columns), key=lambda cell: cell.start)


def _cells(line: str) -> Iterator[tuple[int, Span]]:
    """Number and trimmed span of the cells; a line that begins with a bar has its first cell behind it."""
    if "|" not in line and "\t" not in line:
        return
    first = 1 if line.lstrip().startswith("|") else 0
    at = [0, *(match.end() for match in re.finditer(r"[|\t]", line))]
    for number, start in enumerate(at):
        match = _CELL.match(line, start)
        if match and match[0].strip(" *_"):
            left = start + len(match[0]) - len(match[0].lstrip(" *_"))
            yield number - first, (left, start + len(match[0].rstrip(" *_")))


def _name_columns(titles: Mapping[int, str]) -> dict[int, _Column]:
    """What stands under the titles; the next person begins where a half comes again after both halves."""
    kinds = {number: kind for number, title in titles.items() if (kind := _kind_of(title, titles))}
    columns: dict[int, _Column] = {}
    person, halves = 0, set[str]()
    for number, kind in kinds.items():
        if kind != "full" and kind in halves and {"given", "family"} <= halves:
            person, halves = person + 1, set()
        halves |= {kind} - {"full"}
        columns[number] = _Column(kind, person)
    return columns


def _kind_of(title: str, titles: Mapping[int, str]) -> str:
    """What stands under a title; empty for what is no name."""
    beside = set(titles.values()) - {title}
    if title in nw.GIVEN_COLUMNS:
        return "given"
    if title in nw.PARTICLE_COLUMNS:
        return "particles"
    if title in nw.FAMILY_COLUMNS:
        return "family"
    if title not in nw.FULL_NAME_COLUMNS:
        return ""
    if title not in nw.BARE_NAME_COLUMNS:
        return "full"
    if not nw.GIVEN_COLUMNS.isdisjoint(beside) and nw.FAMILY_COLUMNS.isdisjoint(beside):
        return "family"
    # Things have names too: "| Naam | Plaats |".
    words = {word for other in beside for word in re.split(r"[\s/]+", other)}
    return "" if words.isdisjoint(nw.COLUMNS_OF_PEOPLE | NAME_TITLES) else "full"


def _names_in(line: str, cells: list[tuple[int, Span]], columns: Mapping[int, _Column]) -> Iterator[NameCell]:
    halves: dict[int, list[tuple[str, Span]]] = {}
    for number, span in cells:
        column = columns.get(number)
        if column is None:
            continue
        if column.kind == "full":
            yield from (NameCell(*part) for part in _parts(line, span) if _is_full_name(line[slice(*part)]))
        elif _is_half(line[slice(*span)], column.kind):
            halves.setdefault(column.person, []).append((column.kind, span))
    for of_person in halves.values():
        # Of "Voornamen" and "Roepnaam" the last is the one in use.
        named = {kind: line[slice(*span)] for kind, span in of_person}
        family = f"{named.get('particles', '')} {named['family']}".strip() if "family" in named else ""
        for kind, span in of_person:
            if kind != "particles" or family:
                yield NameCell(*span, named.get("given", ""), family)


def _parts(line: str, span: Span) -> Iterator[Span]:
    """The people in a cell."""
    left, end = span
    for match in _BETWEEN.finditer(line, left, end):
        yield left, match.start()
        left = match.end()
    yield left, end


def _is_name(cell: str) -> bool:
    return _NAME.fullmatch(cell) is not None and len(cell.split()) <= MAX_NAME_WORDS and not cell.isupper()


def _is_half(cell: str, kind: str) -> bool:
    words = cell.lower().split()
    is_small = all(word in nw.PARTICLES | nw.LEADING_PARTICLES | nw.ARTICLES for word in words)
    if kind == "particles":
        return bool(words) and is_small
    return _is_name(cell) and not is_small and not (cell.islower() and any(map(is_ordinary, words)))


def _is_full_name(cell: str) -> bool:
    """Whether a cell under such a heading as "Deelnemers" holds a name, no "Veel ouders" or "Open dag"."""
    tokens = tokens_of(cell)
    named = [token for token in tokens if token.low.rstrip(".") not in nw.TITLES]
    if not _is_name(cell) or not named or not named[0].is_capital:
        return False
    first, last = named[0], named[-1]
    # "Dhr. Bos"; "Jansen" is a town in few notes.
    if len(named) < len(tokens) or (len(named) == 1 and uses_of(first.low).family >= MANY_FAMILY):
        return True
    # "N.v.t." begins as initials do.
    is_short = first.low.endswith(".") and not last.is_capital
    if is_short or is_organisation(last.low) or is_other_name(cell):
        return False
    if first.low in nw.PARTICLES and len(named) > 1:
        return uses_of(last.low).family > 0
    is_word = is_function_word(first.low) or is_ordinary(first.low)
    return not is_word or uses_of(first.low).given >= MIN_GIVEN
