"""The top of a note: which lines are metadata, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notemine.dutch.columns import FIELD_OF, LEFT_OUT
from notemine.dutch.dates import find_date, strip_dates
from notemine.dutch.headings import (
    AUTHOR,
    CREDIT,
    LEGEND,
    MAIL_KEYS,
    PEOPLE_KEY,
    PRESENT,
    PRESENT_LINE,
    SAY_SO,
)
from notemine.dutch.sectors import MIXED, find_sector, is_mixed_group, is_sector
from notemine.ingest.titles import Title, find_table, read_title

HEAD_LINES = 15
MAX_LINE = 300  # characters: what is longer is no header, and may be made to keep a pattern busy
_TITLE_LINES = 4
_TAIL_LINES = 4
_MAX_WORDS = 18
_MAX_NAME_WORDS = 6

_MARKS = " \t*_#>|~-–—=+•·"
_FENCE = re.compile(r"^---\s*$")
_KEY = re.compile(
    r"^[\s*_#>|-]*(?P<key>[^\W\d_][\w .'-]{0,28}?)[\s*_]*(?:[:=]|\t|\|)[\s*_:|]*(?P<value>.*?)[\s*_|]*$"
)
_LABEL = re.compile(r"^[\s*_#>|-]*(?P<key>[^\W\d_][\w .'-]{0,28}?)[*_]*\s?[:=]")
_SENTENCE = re.compile(r"(?<=[.!])\s+(?=[A-ZÀ-Þ(])|\s+/\s+")
_NAME = re.compile(r"^[\W\d_]*(?:[A-ZÀ-Þ]|(?:de|van|ten|ter|op|in|el|den|der|'t|’t)\b|[dl]['’][A-ZÀ-Þ])")
_BULLET = re.compile(r"^\s*(?:[-*•+·]|\d+[.)])\s+")
_EVENT_LINE = re.compile(r"^(?P<place>[A-ZÀ-Þ][\w'’ -]{2,28}),")


class Header(NamedTuple):
    """What the text of a note says about itself.

    Attributes:
        metadata: Explicit values by English key: front matter and "sector: mbo".
        titles: What the title lines say, first line first.
        meta_lines: 0-based numbers of lines that hold nothing but metadata, in order.
    """

    metadata: dict[str, str]
    titles: list[Title]
    meta_lines: tuple[int, ...]


def read_header(lines: Sequence[str], *, place: str = "") -> Header:
    """Find the metadata lines of a note and what they say.

    Args:
        lines: Of the note.
        place: Of the evening: no theme, and its first letter may code a table ("R4").
    """
    lines = [line[:MAX_LINE] for line in lines]
    metadata, fence_end = _front_matter(lines)
    meta = set(range(fence_end))
    filled = [i for i in range(fence_end, len(lines)) if lines[i].strip()]
    n_mail = _mail_header(lines, filled, metadata)
    meta.update(filled[:n_mail])
    head = filled[n_mail : n_mail + HEAD_LINES]
    labels = Counter(match["key"].strip().lower() for match in map(_LABEL.match, lines) if match)
    n_top, titles = _read_top(lines, head, labels=labels, place=place, metadata=metadata)
    meta.update(n_top)
    # A list of people under a heading of its own may stand anywhere.
    for i in sorted({*head, *(i for i in filled if lines[i].startswith("#"))}):
        meta.update(_attendance(lines, i))
    meta.update(i for i in [*head, *filled[-_TAIL_LINES:]] if _is_people(lines[i], labels))
    if "sector" not in metadata and not any(title.sector for title in titles):
        people = " ".join(lines[i] for i in head if i in meta)
        if find_sector(people) == MIXED or any(is_mixed_group(lines[i]) for i in head[:_TITLE_LINES]):
            titles.append(Title(sector=MIXED))
    return Header(metadata, titles, tuple(sorted(meta)))


def _read_top(
    lines: Sequence[str], head: Sequence[int], *, labels: Counter[str], place: str, metadata: dict[str, str]
) -> tuple[list[int], list[Title]]:
    """Read the title and the metadata lines under it, down to the first line that is neither.

    Returns:
        The metadata lines, and what they and the title say; explicit values are added to ``metadata``.
    """
    meta: list[int] = []
    titles: list[Title] = []
    for position, i in enumerate(head):
        values = _values(lines[i], labels)
        for key, value in values.items():
            metadata.setdefault(key, value)
        is_meta = bool(values) or _is_meta(lines[i], labels, place)
        title = _title(lines[i], place) if position < _TITLE_LINES else None
        if title and (title.table or position == 0 or (is_meta and not values)):
            titles.append(title)
        if is_meta:
            meta.append(i)
        elif position > 0 and not (title and title.table):
            break
    return meta, titles


def _front_matter(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """Values between two ``---`` at the top, and the number of lines that takes.

    Read line by line rather than as YAML, so that one odd line does not lose the others.
    """
    start = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if not lines or not _FENCE.match(lines[start]):
        return {}, 0
    end = next(
        (
            i
            for i in range(start + 1, min(len(lines), start + 60))
            if re.match(r"^(?:---|\.\.\.)\s*$", lines[i])
        ),
        0,
    )
    if not end:
        return {}, 0
    metadata: dict[str, str] = {}
    field = ""
    for line in lines[start + 1 : end]:
        key, value = _key_value(line)
        if item := re.match(r"^\s*-\s+(.*)", line):
            value = f"{metadata.get(field, '')} {item[1]}"
        else:
            field = FIELD_OF.get(key, "")
            field = "author" if field == "speaker" else field
        if field:
            metadata[field] = value.strip("'\"[] ")
    return metadata, end + 1


def _key_value(line: str) -> tuple[str, str]:
    match = _KEY.match(line)
    return (" ".join(match["key"].lower().split()), match["value"].strip()) if match else ("", "")


def _mail_header(lines: Sequence[str], filled: Sequence[int], metadata: dict[str, str]) -> int:
    """How many lines from the top are the header of a mail; its subject is added to ``metadata``."""
    count = 0
    for i in filled:
        key, value = _key_value(lines[i])
        if key not in MAIL_KEYS:
            break
        if MAIL_KEYS[key] == "subject":
            metadata.setdefault("subject", value)
        count += 1
    return count if count > 1 else 0


def _title(line: str, place: str) -> Title | None:
    """What a line says if it can be a title: short, and asks nothing."""
    first = _SENTENCE.split(line.strip())[0]
    if "?" in line or len(first.split()) > _MAX_WORDS:
        return None
    title = read_title(line if " / " in line else first, place=place)
    return title if title.table or not _BULLET.match(line) else None


def _values(line: str, labels: Counter[str]) -> dict[str, str]:
    """Explicit values in a line: "sector: mbo", "datum: 5 maart 2019", "TAFEL 5 / sector: mbo"."""
    found: dict[str, str] = {}
    for part in re.split(r"\s+[/|;–-]\s+|;\s+", line):
        key, value = _key_value(part)
        field = FIELD_OF.get(key, "status" if key in LEFT_OUT else "")
        if field in ("", "text", "speaker") or not value or "?" in value or labels[key] > 1:
            continue
        if _fits(field, value):
            found[field] = value
    return found


def _fits(field: str, value: str) -> bool:
    if field == "date":
        return find_date(value) is not None
    if field == "place":
        return len(value.split()) <= 4
    if field == "table":
        return bool(find_table(f"tafel {value}")[0])
    return len(value.split()) <= (8 if field in ("sector", "status") else _MAX_WORDS)


def _is_meta(line: str, labels: Counter[str], place: str) -> bool:
    """Whether a line at the top holds nothing but metadata."""
    bare = line.strip(_MARKS)
    if not bare or "?" in bare or len(bare.split()) > 2 * _MAX_WORDS:
        return False
    if _is_table_line(bare, place) or _is_people(line, labels):
        return True
    parts = [part.strip(_MARKS + "()") for part in _SENTENCE.split(bare)]
    parts = [part for part in parts if part]
    return bool(parts) and all(
        _is_meta_part(part, labels, place) or (at > 0 and len(part.split()) == 1)
        for at, part in enumerate(parts)
    )


def _is_meta_part(part: str, labels: Counter[str], place: str) -> bool:
    n_words = len(part.split())
    if CREDIT.match(_after_sector(part)) or (SAY_SO.search(part) and n_words <= 8):
        return n_words <= _MAX_WORDS
    group, colon, _ = part.partition(":")
    return (
        is_sector(group if colon else part)
        or _is_people(part, labels)
        or _is_event_line(part)
        or _is_table_line(part, place)
    )


def _is_table_line(part: str, place: str) -> bool:
    title = read_title(part, place=place)
    return bool(title.table and title.is_bare)


def _after_sector(part: str) -> str:
    head, comma, rest = part.partition(",")
    return rest.strip() if comma and is_sector(head) else part


def _is_event_line(part: str) -> bool:
    """A date, with or without the place: "Zwolle, 11 oktober 2022"."""
    bare = strip_dates(part)
    return bare != part and not re.search(r"\w", _EVENT_LINE.sub("", bare))


def _is_people(line: str, labels: Counter[str]) -> bool:
    """Whether every part of a line is a label with names: "Voorzitter: Maarten. Notulist: Eefje"."""
    bare = line.strip(_MARKS + "()")
    if _is_people_part(bare, labels):
        return True
    parts = [part for part in _SENTENCE.split(bare) if part.strip()]
    return bool(parts) and all(_is_people_part(part, labels) for part in parts)


def _is_people_part(part: str, labels: Counter[str]) -> bool:
    if LEGEND.match(part):
        return True
    key, value = _key_value(part)
    if not key and (match := PRESENT_LINE.match(part)):
        key, value = match["key"].lower(), match["names"]
    key = key.rstrip(".")
    if not PEOPLE_KEY.fullmatch(key) or "?" in value or labels[key] > 1:
        return False
    return not value or _is_names(value, is_list=PRESENT.fullmatch(key) is not None)


def find_author(lines: Sequence[str], meta_lines: Sequence[int]) -> str:
    """Who wrote a note, as one of its metadata lines says: "Notulist: Kees de Wit", "verslag door Anja"."""
    for i in meta_lines:
        match = AUTHOR.search(lines[i]) if i < len(lines) else None
        if match and is_author(match["name"]):
            return match["name"].strip(" .*_")
    return ""


def is_author(name: str) -> bool:
    """Whether a stretch behind "notulist" can be a name: short, with a capital or a particle first."""
    words = name.split()
    return 0 < len(words) <= _MAX_NAME_WORDS and _NAME.match(words[0]) is not None


def _is_names(value: str, *, is_list: bool) -> bool:
    """Names, functions and numbers of people, separated by commas; the first is a name if it is no list."""
    bare = re.sub(r"\([^)]*\)?", "", value)
    parts = [part.split() for part in re.split(r"[,;/+]|\ben\b", bare) if part.strip(" .")]
    if not parts:
        return True
    n_capitals = sum(1 for words in parts if _NAME.match(words[0]) or words[0][0].isdigit())
    if not is_list:
        return all(map(_NAME.match, parts[0])) and max(map(len, parts)) <= 9 and len(parts) <= 4
    return n_capitals * 2 >= len(parts) and max(map(len, parts)) <= 7


def _attendance(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines of a list of people under "Aanwezig:", and that line."""
    label = re.sub(r"\s*\([^)]*\)", "", lines[at]).strip(_MARKS + ":.")
    if len(label) < 5 or not all(map(PRESENT.fullmatch, re.split(r"\s*/\s*|\s+en\s+", label))):
        return
    yield at
    shape = ""
    for i in range(at + 1, len(lines)):
        line = lines[i]
        if not line.strip() or re.fullmatch(r"[\s|:=-]+", line):
            if shape == "plain":
                return
            yield i
            continue
        kind = "bullet" if _BULLET.match(line) else "row" if line.lstrip().startswith("|") else "plain"
        if line.startswith("#") or (shape and kind != shape) or not _is_person(_BULLET.sub("", line)):
            return
        shape = kind
        yield i


def _is_person(line: str) -> bool:
    bare = re.sub(r"\([^)]*\)", "", line).strip(_MARKS)
    if "," in bare:
        return not re.search(r"[?!]", bare) and _is_names(bare, is_list=True)
    return bool(_NAME.match(bare)) and len(bare.split()) <= 10 and not re.search(r"[?!]|[a-z]\.$", bare)
