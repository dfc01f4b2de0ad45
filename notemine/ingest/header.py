"""The top of a note: which lines are metadata, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from notemine.dutch.columns import FIELD_OF, LEFT_OUT
from notemine.dutch.dates import find_date, strip_dates
from notemine.dutch.headings import CREDIT, GREETING, MAIL_KEYS, PEOPLE_KEY, SAY_SO, TAIL, WRITER_KEY
from notemine.dutch.places import known_place
from notemine.dutch.sectors import MIXED, find_sector, is_mixed_group, is_sector
from notemine.ingest.lines import BULLET, MARKS, SENTENCE, is_remark, is_row, is_rule, key_value, parts_of
from notemine.ingest.people import attendance, is_people
from notemine.ingest.titles import TALK, Title, find_place, find_school, find_table, read_title

HEAD_LINES = 15
MAX_LINE = 300  # characters: what is longer is no header, and may be made to keep a pattern busy
_TITLE_LINES = 4
_TAIL_LINES = 4
_MAX_WORDS = 18
_MAX_PART_WORDS = 6
_MAX_TITLE_WORDS = 8

_CAPITALS = re.compile(r"[^a-zà-ÿ\d]*[A-Z]{4}[^a-zà-ÿ]*(?:\([^()]*\))?\W*$")
_FENCE = re.compile(r"^---\s*$")
_LABEL = re.compile(r"^[\s*_#>|-]*(?P<key>[^\W\d_][\w .'-]{0,28}?)[*_]*\s?[:=]")
_EVENT_LINE = re.compile(r"^(?P<place>[A-ZÀ-Þ][\w'’ -]{2,28}),")


class Header(NamedTuple):
    """What the text of a note says about itself.

    Attributes:
        metadata: Explicit values by English key: front matter and "sector: mbo".
        titles: What the title lines say, first line first.
        meta_lines: 0-based numbers of lines that hold nothing but metadata, in order.
        tail: The last line, where it tells whose notes these were and of which table.
        n_mail: How many lines from the top are the header of a mail.
    """

    metadata: dict[str, str]
    titles: list[Title]
    meta_lines: tuple[int, ...]
    tail: str = ""
    n_mail: int = 0


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
        meta.update(attendance(lines, i))
    meta.update(i for i in [*head, *filled[-_TAIL_LINES:]] if is_people(lines[i], labels))
    if "sector" not in metadata and not any(title.sector for title in titles):
        people = " ".join(lines[i] for i in head if i in meta)
        if find_sector(people) == MIXED or any(is_mixed_group(lines[i]) for i in head[:_TITLE_LINES]):
            titles.append(Title(sector=MIXED))
    tail = next((i for i in filled[-_TAIL_LINES:] if i not in meta and TAIL.match(lines[i])), None)
    if tail is not None:
        meta.add(tail)
        titles.append(read_title(TAIL.sub("", lines[tail], count=1), place=place)._replace(theme=""))
    said = lines[tail] if tail is not None else ""
    end_of_mail = filled[n_mail - 1] + 1 if n_mail else 0
    return Header(metadata, titles, tuple(sorted(meta)), said, end_of_mail)


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
        # What stands above a rule names columns, unless it can only be a value: "| Tafel | 4 |".
        names_columns = is_row(lines[i]) and is_rule(lines[min(i + 1, len(lines) - 1)])
        if is_rule(lines[i]) or (names_columns and not {"table", "date"} & values.keys()):
            continue
        for key, value in values.items():
            metadata.setdefault(key, value)
        is_meta = bool(values) or _is_meta(lines[i], labels, place)
        title = _title(lines[i], place) if position < _TITLE_LINES else None
        is_first = position == 0 and (is_meta or _stands_apart(lines, i))
        if title and not (values and not title.table) and (title.table or is_first or is_meta):
            titles.append(title)
        if is_meta:
            meta.append(i)
        elif position > 0 and not (title and title.table) and not _is_labelled(lines[i]):
            break
    return meta, titles


def _is_labelled(line: str) -> bool:
    """Whether a line is a short value behind a label that is not known: "Tafelheer: Sjoerd"."""
    key, value = key_value(line)
    return bool(key and value) and len(line.split()) <= _MAX_PART_WORDS and not re.search(r"[?!.]\s*$", line)


def _stands_apart(lines: Sequence[str], i: int) -> bool:
    """Whether a first line is a title by its form: no sentence, and a blank line or metadata under it."""
    if lines[i].startswith("#") or _CAPITALS.match(lines[i]):
        return True
    is_sentence = re.search(r"[.!,;]\s*$", lines[i]) is not None or len(lines[i].split()) > _MAX_TITLE_WORDS
    below = lines[i + 1] if i + 1 < len(lines) else ""
    return not is_sentence and (not below.strip() or bool(key_value(below)[0]) or bool(find_place(below)))


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
        key, value = key_value(line)
        if item := re.match(r"^\s*-\s+(.*)", line):
            value = f"{metadata.get(field, '')} {item[1]}"
        else:
            field = FIELD_OF.get(key, "")
            field = "author" if field == "speaker" or WRITER_KEY.fullmatch(key) else field
        if field:
            metadata[field] = value.strip("'\"[] ")
    return metadata, end + 1


def _mail_header(lines: Sequence[str], filled: Sequence[int], metadata: dict[str, str]) -> int:
    """How many filled lines are the header of a mail; its subject is added to ``metadata``.

    A blank line ends it, unless there is one behind each of its lines.
    """
    count = 0
    for i in filled:
        key, value = key_value(lines[i])
        is_below = count > 1 and i > filled[count - 1] + 1 and filled[1] == filled[0] + 1
        if key not in MAIL_KEYS or is_below:
            break
        if MAIL_KEYS[key] and value:
            metadata.setdefault(MAIL_KEYS[key], re.sub(r"\s*<[^>]*>", "", value))
        count += 1
    return count if count > 1 else 0


def _title(line: str, place: str) -> Title | None:
    """What a line says if it can be a title: short, and asks nothing."""
    parts = [part for part in SENTENCE.split(line.strip()) if part]
    if not parts or len(parts[0].split()) > _MAX_WORDS or GREETING.match(line):
        return None
    if "?" in line:
        asked = line.strip(MARKS)
        is_heading = line.startswith("#") or asked.isupper()
        return Title(theme=asked) if is_heading and len(asked.split()) <= _MAX_PART_WORDS + 2 else None
    is_list = len(parts) > 2 and max(len(part.split()) for part in parts) <= _MAX_PART_WORDS
    title = read_title(" | ".join(parts) if is_list or " / " in line else parts[0], place=place)
    is_place = not title.table and find_place(line)
    is_label = PEOPLE_KEY.fullmatch(title.theme.lower()) is not None
    is_credit = CREDIT.match(line.strip(MARKS)) is not None
    if is_place or is_label or is_credit or (title.table and not title.is_bare):
        title = title._replace(theme="")
    return title if title.table or not BULLET.match(line) else None


def _values(line: str, labels: Counter[str]) -> dict[str, str]:
    """Explicit values in a line: "sector: mbo", "datum: 5 maart 2019", "TAFEL 5 / sector: mbo"."""
    found: dict[str, str] = {}
    for part in parts_of(line):
        key, value = key_value(part)
        field = FIELD_OF.get(key, "status" if key in LEFT_OUT else "")
        if field in ("", "text", "speaker") or not value or "?" in value or labels[key] > 1:
            continue
        if _fits(field, key, value):
            found[field] = value
    return found


def _fits(field: str, key: str, value: str) -> bool:
    """Whether a value is one: "Plaats: Zwolle", but "Plaats: in de aula is het te druk" is a remark."""
    n_words = len(value.split())
    if field == "date":
        return find_date(value) is not None
    if field == "place":
        return n_words <= 8 and (value[0].isupper() or bool(known_place(value)))
    if field == "school":
        return n_words <= 8 and not value[0].islower() and not is_remark(value)
    if field == "table":
        return bool(find_table(f"tafel {value}")[0])
    if field == "sector":
        return n_words <= 8 and (bool(find_sector(value)) or ("sector" in key and n_words <= 3))
    if field == "status":
        return n_words <= 4 and (any(map(str.isdigit, value)) or (n_words == 1 and "status" not in key))
    if field == "theme":
        return n_words <= _MAX_WORDS and not value.startswith(("te ", "niet ", "geen "))
    return n_words <= _MAX_WORDS and not is_remark(value) and not (field == "role" and n_words > 5)


def _is_meta(line: str, labels: Counter[str], place: str) -> bool:
    """Whether a line at the top holds nothing but metadata."""
    bare = line.strip(MARKS)
    if not bare or "?" in bare or len(bare.split()) > 2 * _MAX_WORDS:
        return False
    if _is_table_line(bare, place) or is_people(line, labels):
        return True
    parts = [part.strip(MARKS + "()") for part in SENTENCE.split(bare)]
    parts = [part for part in parts if part]
    return bool(parts) and all(
        _is_meta_part(part, labels, place) or (at > 0 and len(part.split()) == 1)
        for at, part in enumerate(parts)
    )


def _is_meta_part(part: str, labels: Counter[str], place: str) -> bool:
    n_words = len(part.split())
    is_credit = CREDIT.match(_after_sector(part)) and not TALK.search(part)
    if is_credit or (SAY_SO.search(part) and n_words <= 8):
        return n_words <= _MAX_WORDS
    group, colon, rest = part.partition(":")
    if find_school(part):
        return True
    return (
        (is_sector(group) and len(rest.split()) <= 4 and not is_remark(rest) if colon else is_sector(part))
        or is_people(part, labels)
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
