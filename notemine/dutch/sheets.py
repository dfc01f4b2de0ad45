"""What stands on a note sheet before anyone writes on it, so that its own lines are known when it comes back.

Styles tell them in Word and LibreOffice; fixed words tell them where styles are lost (plain text, PDF).
"""

from __future__ import annotations

import re

FIELDS = {
    "event": "Bijeenkomst",
    "date": "Datum",
    "place": "Plaats",
    "sector": "Sector",
    "theme": "Thema",
    "role": "Rol",
    "school": "School",
    "writer": "Notulist",
    "present": "Aanwezig",
}
"""Labels at the top, by English key, in the order of the sheet."""

LEAD, FOLLOW_UP = "Openingsvraag", "Vervolgvraag"
QUESTIONS, NOTES = "Vragen voor aan tafel", "Notities"
"""The two headings."""

INSTRUCTION = (
    "Schrijf één opmerking per regel.",
    "Schrijf een vraag letterlijk op, zoals die gesteld wordt.",
    "Volledige namen zijn niet nodig.",
)
FOOTER = "Invulvel"

QUESTION_STYLE, INSTRUCTION_STYLE = "Notemine vraag", "Notemine uitleg"
OWN_STYLES = frozenset(name.lower() for name in (QUESTION_STYLE, INSTRUCTION_STYLE))
"""Paragraphs that the sheet itself holds; what is typed under them gets another style."""

_MARKS = r"[\s#*_>|]*"
_TITLE = re.compile(rf"{_MARKS}Tafel\s+(?P<rest>\S.*)")
_DASH = re.compile(r"\s{1,3}[–—-]\s")
_MAX_INSTRUCTION = 100  # characters
# A value may begin with the marks of Markdown itself: they belong to the label only where they touch it.
_FIELD = re.compile(
    rf"{_MARKS}(?P<label>{'|'.join(FIELDS.values())})[*_]*\s?:[*_]*(?P<value>.*)", re.IGNORECASE
)
_QUESTION = re.compile(rf"[\s#*_>|-]*(?:{LEAD}|{FOLLOW_UP})[*_]*\s?:[*_]*(?P<question>.*)", re.IGNORECASE)
_QUOTED = re.compile(r'\W*?[“"][^“”"]*(?:[”"](?P<more>.*)|$)')
_SINGLE = str.maketrans({"“": "‘", "”": "’", "„": "‘", '"': "'"})
_KEY_OF = {label.lower(): key for key, label in FIELDS.items()}


def write_title(table: str, theme: str) -> str:
    """Write the title.

    >>> write_title("3", "Keuzestress"), write_title("4", "")
    ('Tafel 3 – Keuzestress', 'Tafel 4')
    """
    return f"Tafel {table} – {theme}" if theme else f"Tafel {table}"


def read_title(line: str) -> tuple[str, str] | None:
    """Read table and theme; None for a line that is no title."""
    match = _TITLE.fullmatch(line)
    if match is None:
        return None
    table, *theme = _DASH.split(match["rest"].strip(" \t*_|"), maxsplit=1)
    return table.strip(), "".join(theme).strip()


def read_field(line: str) -> tuple[str, str] | None:
    """Read a labelled line: its English key and its value, which may be empty; None for another line.

    >>> read_field("Plaats: Zwolle")
    ('place', 'Zwolle')
    """
    match = _FIELD.fullmatch(line)
    return (_KEY_OF[match["label"].lower()], match["value"].strip()) if match else None


def quote(question: str) -> str:
    """Put a question between the marks that show where it ends.

    >>> quote("Wat is “goed”?")
    '“Wat is ‘goed’?”'
    """
    return f"“{question.translate(_SINGLE)}”"


def is_question_line(line: str) -> bool:
    """Whether a line holds a question of the sheet by its label, and nothing that was said in reply."""
    match = _QUESTION.fullmatch(line)
    return match is not None and is_bare(match["question"])


def is_bare(question: str) -> bool:
    """Whether nothing follows a question, in its marks or up to its question mark.

    >>> is_bare("“Wie belt?”"), is_bare("“Wie belt?” Wij bellen zelf.")
    (True, False)
    """
    quoted = _QUOTED.fullmatch(question)
    more = (quoted["more"] or "") if quoted else question.partition("?")[2]
    return not any(map(str.isalnum, more))


def goes_on(line: str) -> bool:
    """Whether a question was wrapped: its first mark stands in the line and the last one does not."""
    match = _QUESTION.fullmatch(line)
    return match is not None and re.fullmatch(r'\W*?[“"][^”"]*', match["question"]) is not None


def is_instruction(line: str) -> bool:
    """Whether a line is the instruction, or the foot of the page."""
    if len(line) <= _MAX_INSTRUCTION and _bare(line) in _INSTRUCTION:
        return True
    return line.strip().startswith(f"{FOOTER} · Tafel ")


def is_heading(line: str, heading: str) -> bool:
    """Whether a line is one of the two headings."""
    return line.strip(" \t#*_:").lower() == heading.lower()


def _bare(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


_INSTRUCTION = frozenset(map(_bare, INSTRUCTION))
