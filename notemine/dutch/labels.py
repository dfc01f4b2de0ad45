"""Who speaks, where a line of plain text says so ("Samira Ouali: Bel ze.")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notemine.dutch.names import find_names

ROLES = frozenset(
    "gespreksleider gespr.leider gespreksleidster tafelleider tafelvoorzitter dagvoorzitter voorzitter vz "
    "moderator facilitator interviewer begeleider notulist verslaglegger spreker presentator inleider "
    "leerling student ouder moeder vader decaan mentor docent leraar lerares coach conrector rector "
    "directeur schoolleider teamleider bestuurder ondernemer werkgever wethouder deelnemer zaal publiek "
    "iemand allen onbekend speaker host".split()
)
_WORD = r"[^\W\d_][\w.'’-]*|'[ts]|\d{1,3}"
_LABEL = re.compile(
    rf"(?:\*\*|__)?(?P<name>(?:{_WORD})(?: (?:{_WORD})){{0,5}}?)(?: \([^()\n]{{1,30}}\))?"
    r"(?:\*\*|__)?\s?:(?:\*\*|__)?\s+"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label as written, with colon and space, and the name in it."""

    written: str
    name: str


def speaker_label(line: str, *, is_sure: bool = False) -> Label | None:
    """The label of the one who speaks at the start of a line; None where there is none.

    Args:
        line: A line without its bullet.
        is_sure: Something else, such as a time, already says that a speaker follows.
    """
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match["name"]
    if not (is_sure or is_role(name) or is_pseudonym(name) or looks_like_name(name)):
        return None
    return Label(match[0], name)


def is_role(label: str) -> bool:
    """Whether a label names a part that someone plays: "Gespreksleider", "Leerling 2"."""
    words = label.lower().split()
    return words[0] in ROLES and (
        len(words) == 1 or (len(words) == 2 and (words[1].isdigit() or len(words[1]) == 1))
    )


def is_pseudonym(label: str) -> bool:
    """Whether a label is one that ``pseudonymise`` wrote."""
    return re.fullmatch(r"Deelnemer \d+", label) is not None


def looks_like_name(label: str) -> bool:
    """Whether a label is the name of a person, and not "Nadeel" or "De Meenthe"."""
    return any(mention.start == 0 and mention.end == len(label) for mention in find_names(f"{label}: "))
