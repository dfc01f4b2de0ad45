"""Sectors of Dutch education as notes name them."""

from __future__ import annotations

import re

MIXED = "gemengd"

_NAMES = {
    "vmbo": r"vmbo(?:-(?:t|tl|gl|bb|kb|basis|kader))?(?:'ers?)?|mavo",
    "havo/vwo": r"havo(?:'ers?)?|vwo(?:'ers?)?|gymnasium|atheneum",
    "mbo": r"mbo(?:-[1-4])?(?:'ers?)?",
    "hbo": r"hbo",
    "po": r"basisonderwijs|basisscholen",
    "pro": r"praktijkonderwijs",
    "vso": r"vso",
    "vavo": r"vavo",
}
_BESIDE = (
    "en", "tafel", "sector", "groep", "bovenbouw", "onderbouw", "entree", "niveau",
    "samen", "mensen", "alleen", "allemaal", "vooral", "we", "waren", "met",
)  # fmt: skip
# Words of their own ("pro en contra", "wo 12 maart"), so a sector only where nothing else is said.
_ALONE = ("po", "pro", "so", "vo", "wo")
_SECTOR = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<s{i}>{form})" for i, form in enumerate(_NAMES.values())) + r")(?![a-z])",
    re.I,
)
_MIXED = re.compile(
    r"\b(?:gemengde?|gemixte?|mix|alle sectoren|sectoroverstijgende?|door elkaar)\b", re.IGNORECASE
)
_MIXED_GROUP = re.compile(
    r"\b(?:uit|van) (?:alle|twee|drie|verschillende) sectoren\b|\bgemengde? (?:tafel|groep|gezelschap)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\b(?:aanw(?:ezig(?:en)?)?|deelnemers|aan (?:deze |onze )?tafel|zat|zaten|schoven|gezelschap)\b",
    re.IGNORECASE,
)
_ANY = "(?:" + "|".join(_NAMES.values()) + ")"
_STATED = re.compile(
    rf"\b(?:(?:groep|tafel) (?:van|met|uit) (?:het )?|(?:wij|we) (?:zijn|komen) (?:allemaal )?"
    rf"(?:van|uit) het |(?:zaten|zitten) (?:hier )?met )(?P<sector>{_ANY})(?=[\s,.-]|$)"
    rf"|(?P<group>{_ANY})-?tafel\b",
    re.IGNORECASE,
)
# "van vmbo naar mbo" is what the table is about; it does not say who sat there.
_TRANSITION = re.compile(
    rf"(?:van\s+)?(?:het\s+)?\b{_ANY}\s*(?:-*>+|→|\bnaar\b(?:\s+het)?)\s*{_ANY}\b|\bvmbo[-–]mbo\b|\bmbo[-–]hbo\b",
    re.I,
)
_TWO = re.compile(rf"\b{_ANY}(?:\s*(?:[/+&,-]|\ben\b|\s)\s*{_ANY})*(?![\w'’])", re.IGNORECASE)


def find_sector(text: str) -> str:
    """The sector named in a short line: ``vmbo``, ``havo/vwo``, ``mbo``, ``gemengd``, ...; empty if none.

    Two sectors are ``gemengd``; a step from one to another ("van vmbo naar mbo") is none.
    """
    if _MIXED.search(text):
        return MIXED
    bare = text.strip(" .,;:|/-()*_#").lower()
    if bare in _ALONE:
        return bare
    found = {str(match.lastgroup) for match in _SECTOR.finditer(_TRANSITION.sub(" ", text))}
    if len(found) > 1:
        return MIXED
    return list(_NAMES)[int(found.pop()[1:])] if found else ""


def read_sector(value: str) -> str:
    """The sector in an explicit value ("sector: ..."): normalised where it is known, else as written."""
    return find_sector(value) or value.partition("(")[0].strip(" .,;:[]'\"")


def find_stated_sector(line: str) -> str:
    """The sector that a part of a first line is, or of the people it speaks of ("wij zijn van het mbo")."""
    parts = re.split(r"[,;|/]\s|[()]|\s[·–—-]\s|\.\s|\.$", f"{line} ")
    stated = next((part for part in parts if is_sector(part)), "")
    match = _STATED.search(line)
    if stated or match is None:
        return find_sector(stated)
    return find_sector(match["sector"] or match["group"])


def is_mixed_group(text: str) -> bool:
    """Whether a sentence says that people of several sectors sat together."""
    return bool(_MIXED_GROUP.search(text) or (_GROUP.search(text) and find_sector(text) == MIXED))


def is_sector(text: str) -> bool:
    """Whether ``text`` names sectors and nothing else ("havo/vwo", "vmbo en mbo", "gemengd")."""
    bare = _TWO.sub(" ", _MIXED.sub(" ", text)).strip(" .,;:|/-()*_#[]+&")
    return bool(find_sector(text)) and {*_ALONE, *_BESIDE}.issuperset(bare.lower().split())


def strip_sectors(text: str) -> str:
    """``text`` without a sector that opens or closes it; one in the middle of a phrase stays."""
    if _TRANSITION.search(text):
        return text
    bare = _MIXED.sub(" ", text).strip()
    bare = re.sub(
        rf"^(?:sector:?\s+)?{_TWO.pattern}(?!\s+(?:en|na|naar|of)\b)\s*", "", bare, flags=re.IGNORECASE
    )
    return re.sub(
        rf"(?<!\ben )(?<!\bna )(?<!\bnaar )(?<!\bhet )(?<!\bin )(?<!\bop ){_TWO.pattern}\s*$",
        "",
        bare,
        flags=re.IGNORECASE,
    ).strip()
