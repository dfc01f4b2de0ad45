"""What a title line, a file name or a spoken opening says: table, sector, theme."""

from __future__ import annotations

import re
from typing import NamedTuple

from notemine.dutch.dates import MONTHS, WEEKDAYS, find_date, strip_dates, strip_dates_in_name
from notemine.dutch.headings import ABOUT, CLERICAL, CODE, IMPRESSION, NAME_PARTICLES, NUMBER_OF, TABLE
from notemine.dutch.places import find_known_place, known_place
from notemine.dutch.sectors import find_sector, is_sector, strip_sectors
from notemine.dutch.words import is_common
from notemine.ingest.people import is_given_name

_MARKS = " \t\"'*_#>|~=+•·,.;:/–—-"
_PARTS = re.compile(r"\s*[|:;/\t·]\s*|\s+[-–—+]+\s+|\s*[–—]\s*|[()\[\]]|,\s*(?=,)")
_ABOUT = re.compile(r"\b(?:over|thema|onderwerp|met als thema)\s+(?P<theme>[^.!?]{3,60})", re.IGNORECASE)
_SCHOOL = re.compile(r"(?:college|lyceum|gymnasium|atheneum|scholengemeenschap|mavo|school)$", re.IGNORECASE)
_SCHOOL_KINDS = ("ROC", "AOC", "SG", "CSG", "RSG", "OSG")
_MAX_SCHOOL_LINE = 12
_HELD = re.compile(r"\b(?:(?:gespreks)?tafels?|tafelgesprek\w*|in)\b", re.IGNORECASE)
# "Welkom aan tafel 2", not "iemand van tafel 2 kwam erbij" or "Tafel 1 had een beter idee".
_OWN_TABLE = re.compile(
    r"^\W*(?:\w+\W+){0,2}$|:\s*$|\b(?:welkom|dit (?:is|was)|wij|we|ons|onze|mijn|ik|verslag\w*|notulen"
    r"|aantekeningen|punten|zat|zaten|gezeten|opname|hier|hierbij)\b",
    re.IGNORECASE,
)
_OTHER_TABLE = re.compile(
    r"^\W*(?:en tafel \w+ )?(?:had|hadden|kwam|kwamen|zei|zeiden|was|waren|ook|vond|vonden)\b"
)
_QUOTED = re.compile(
    r"^\W{0,4}(?:(?:gespreks)?tafel\W+)?[\"“‘'](?P<theme>[^\"”’']{4,60})[\"”’']", re.IGNORECASE
)
_LABELLED = re.compile(
    r"^\W*(?:thema+|onderwerp|gespreksonderwerp|waarover)\W*[:=]\W*(?P<theme>.{3,80})$", re.IGNORECASE
)
_NO_THEME = re.compile(r"(?:van|waar|dat|voor|is|was|in|op|aan|kiezen|hebben)\b", re.IGNORECASE)
TALK = re.compile(
    r"\b(?:ik|we|wij|jullie|je|jij|u|hij|zij|ze|er|dit|dat|is|zijn|was|waren|zat|zaten|heb|hebben|had|hadden|welkom)\b",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"(?:[dl]\W)?[A-ZÀ-Þ][a-zß-ÿ]+(?:[-'’]\w+)*\.?$|[A-Z]\.$")
# "verslag door Anja"
_BY = re.compile(r"\bdoor\s+[A-ZÀ-Þ]")
_MAX_THEME_WORDS = 8
_DATE_WORDS = frozenset({*WEEKDAYS, *(name for names in MONTHS for name in names)})


class Title(NamedTuple):
    """What a line says.

    Attributes:
        is_bare: The line holds a table, a sector and a theme and no more.
    """

    table: str = ""
    sector: str = ""
    theme: str = ""
    is_bare: bool = False


def read_title(line: str, *, place: str = "") -> Title:
    """Read a title such as "Tafel 3 – Ouderbetrokkenheid (vmbo)".

    Args:
        line: The title.
        place: Of the evening: no theme, and with its first letter "R4" is a table.
    """
    text = strip_dates(line)
    table, start, end = find_table(text, initial=place[:1])
    rest = text[:start] + " | " + text[end:] if table else text
    sector = find_sector(rest)
    parts = [part.strip(_MARKS) for part in _PARTS.split(rest)]
    themes = [theme for part in parts if (theme := _theme(part, place))]
    words = len(rest.split())
    is_bare = (
        words <= 14 and not re.search(r"[.!]\s+[A-ZÀ-Þ]", rest) and not TALK.search(rest) and len(themes) <= 2
    )
    return Title(table, sector, themes[0] if themes else "", is_bare)


def read_file_name(stem: str, *, place: str = "") -> Title:
    """Read the name of a file, without its suffix; a number in front orders files and is no table."""
    spaced = re.sub(r"^\s*\d{1,3}(?=[\s_.-])", " ", strip_dates_in_name(stem))
    spaced = re.sub(r"[_.]+|(?<=\w)-(?=\w)", " ", spaced)
    return read_title(spaced, place=place)


def read_order(stem: str) -> str:
    """The number that the name of a file begins with: a table where nothing else names one ("05-tijd")."""
    match = re.match(r"\s*0?(\d{1,2})(?=[\s_.-]|$)", stem)
    return match[1] if match and not find_date(stem) else ""


def read_opening(line: str) -> Title:
    """Read a sentence that opens a conversation: "Tafel zes, mbo, over switchen en uitval."."""
    for sentence in re.split(r"(?<=[.!?])\s+", line):
        table, start, end = find_table(sentence)
        if not table or _OTHER_TABLE.search(sentence[end:]) or not _OWN_TABLE.search(sentence[:start]):
            continue
        rest = sentence[end:]
        about = _ABOUT.search(rest)
        theme = about["theme"] if about else _first_phrase(rest)
        return Title(table, find_sector(rest), _theme(theme.strip(_MARKS), ""))
    return Title()


def _first_phrase(rest: str) -> str:
    """In ", mbo, begeleiding en switchen." the first part that is neither a sector nor talk."""
    parts = map(str.strip, rest.split(",")[1:])
    return next((part for part in parts if part and not is_sector(part) and not TALK.search(part)), "")


def read_remark(line: str) -> Title:
    """Read what a first line says in running words: "het ging over stress", "thema ouders"."""
    if match := _LABELLED.match(line) or _QUOTED.match(line):
        return Title(theme=match["theme"].split(". ")[0].strip(_MARKS))
    for match in ABOUT.finditer(line):
        words = (match["theme"] or match["about"]).strip(_MARKS + "‘’“”")
        theme = "" if _NO_THEME.match(words) else _theme(words, "")
        if theme:
            return Title(theme=theme)
    return Title()


def find_table(text: str, *, initial: str = "") -> tuple[str, int, int]:
    """The number of the table named in ``text`` and where that stands; empty if none."""
    match = TABLE.search(text)
    if match:
        word = (match["n"] or match["o"]).lower()
        return NUMBER_OF.get(word) or word.lstrip("0") or word, match.start(), match.end()
    for match in CODE.finditer(text):
        at_start = not text[: match.start()].strip(_MARKS)
        letter = match["letter"].upper()
        if letter == "T" or (letter == initial.upper() and at_start):
            return match["n"].lstrip("0") or "0", match.start(), match.end()
    return "", 0, 0


def is_impression(name: str) -> bool:
    """Whether a file name or title announces a report about the evening."""
    return IMPRESSION.search(name.replace("_", " ")) is not None


def is_name(text: str) -> bool:
    """Whether a phrase looks like the full name of a person: a theme must not tell who wrote the note."""
    words = re.sub(r"\(.*", "", text).split()
    own = [word for word in words if word not in NAME_PARTICLES]
    return 2 <= len(words) <= 6 and len(own) >= 2 and all(map(_CAPITALISED.match, own))


def find_school(text: str) -> str:
    """The school that a short stretch is the name of: "Ichthus College", "ROC van Twente"."""
    words = text.strip(_MARKS).split()
    if not 1 <= len(words) <= 5 or not (words[0][:1].isupper() and words[-1][:1].isupper()):
        return ""
    is_kind = len(words) > 1 and words[0] in _SCHOOL_KINDS
    # "MBO Utrecht" is a school, "MBO Stage" is none.
    is_kind = is_kind or (words[0] == "MBO" and known_place(" ".join(words[1:])) != "")
    is_school = _SCHOOL.search(words[-1]) is not None or is_kind
    is_name = all(word[:1].isupper() or word in NAME_PARTICLES for word in words)
    return " ".join(words) if is_school and is_name else ""


def find_schools(line: str) -> list[str]:
    """The schools that the parts of a line are the names of."""
    parts = re.split(r"\s*[,|/;()]\s*|\.\s+|\s[-–—]\s", line) if len(line.split()) <= _MAX_SCHOOL_LINE else []
    return [school for part in parts if (school := find_school(part))]


def find_place(line: str) -> str:
    """The place in a line that is place and date: "Breda, dinsdag 23 mei 2023"."""
    bare = line.strip(_MARKS)
    place, comma, rest = bare.partition(",")
    is_place = bool(comma) and not find_table(place)[0]
    if is_place and find_date(rest) and not strip_dates(rest).strip(_MARKS) and len(place.split()) <= 4:
        return place
    parts = (
        known_place(part.strip(_MARKS))
        for part in _PARTS.split(bare.replace(",", " / ").replace(". ", " / "))
    )
    named = next(filter(None, parts), "")
    if not named and _HELD.search(bare):
        named = find_known_place(bare)
        # "Tafel 1 – het Best in de klas"
        named = "" if is_common(named.lower()) else named
    return named if strip_dates(bare) != bare or find_table(bare)[0] else ""


def _theme(part: str, place: str) -> str:
    """The part of a title that says what it was about, or nothing: "Verslag" and "vmbo" do not."""
    if is_sector(part) or known_place(part) or find_school(part) or _BY.search(part):
        return ""
    words = strip_sectors(part).split()
    while words and _is_clerical(words[0], place):
        words.pop(0)
    while words and _is_clerical(words[-1], place):
        words.pop()
    theme = " ".join(words).strip(_MARKS)
    if not strip_dates(theme).strip(_MARKS) or theme.lower() in _DATE_WORDS:
        return ""
    if is_name(theme) or known_place(theme) or (len(words) == 1 and is_given_name(theme)):
        return ""
    if len(re.findall(r"[^\W\d_]", theme)) < 2 or len(words) > _MAX_THEME_WORDS:
        return ""
    return theme.lower() if theme.isupper() and len(theme) > 4 else theme


def _is_clerical(word: str, place: str) -> bool:
    bare = word.strip(_MARKS)
    if bare.lower() in CLERICAL or bare.lower() in place.lower().split() or not re.search(r"[^\W\d_]", bare):
        return True
    return 2 <= len(bare) <= 4 and bare.isupper() and _abbreviates(bare, place.upper())


def _abbreviates(code: str, place: str) -> bool:
    """Whether the letters of ``code`` stand in ``place`` in order, from its first: LWD in Leeuwarden."""
    letters = iter(place)
    return place.startswith(code[0]) and all(letter in letters for letter in code)
