"""Lines that name people: who was there, who led the table, who wrote the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from notemine.dutch.gazetteers import is_other_name, uses_of
from notemine.dutch.headings import (
    AUTHOR,
    BARE_AUTHOR,
    LEGEND,
    NAME_PARTICLES,
    PEOPLE_KEY,
    PRESENT,
    PRESENT_LINE,
    SELF,
    SIGNED,
    WROTE,
)
from notemine.dutch.name_runs import MIN_FAMILY, MIN_GIVEN, is_organisation
from notemine.dutch.name_words import ROLES, TITLES
from notemine.dutch.words import is_common
from notemine.ingest.lines import BULLET, MARKS, SENTENCE, is_remark, key_value

_NAME = re.compile(
    r"^[\W\d_]*(?:[A-ZÀ-Þ]|(?:de|van|ten|ter|op|in|el|den|der|'t|’t)\b|v\.?d\.|[dl]['’][A-ZÀ-Þ])"
)
_MAX_NAME_WORDS = 6


def is_people(line: str, labels: Counter[str]) -> bool:
    """Whether every part of a line is a label with names: "Voorzitter: Maarten. Notulist: Eefje"."""
    bare = line.strip(MARKS + "()")
    if _is_people_part(bare, labels):
        return True
    parts = [part for part in SENTENCE.split(bare) if part.strip()]
    return bool(parts) and all(_is_people_part(part, labels) for part in parts)


def _is_people_part(part: str, labels: Counter[str]) -> bool:
    if LEGEND.match(part):
        return True
    key, value = key_value(part)
    if not key and (match := PRESENT_LINE.match(part)):
        key, value = match["key"].lower(), match["names"]
    key = key.rstrip(".")
    if not PEOPLE_KEY.fullmatch(key) or "?" in value or labels[key] > 1:
        return False
    return not value or _is_names(value, is_list=PRESENT.fullmatch(key) is not None)


def find_author(lines: Sequence[str]) -> str:
    """Who wrote a note, as one of its first lines or its last says; empty where none does.

    "Notulist: Kees de Wit", "verslag door Anja", "Verslag Math Janssen", "ik ben Sander, ik schrijf mee".
    """
    for line in lines:
        match = AUTHOR.search(line)
        if match and _is_author(match["name"]):
            return match["name"].strip(" .*_")
        match = BARE_AUTHOR.search(line)
        if match and _is_full_name(match["name"].split()):
            return match["name"].strip(" .*_")
        match = SIGNED.search(line)
        if match and is_given_name(match["name"].split()[0]):
            return match["name"]
        match = SELF.search(line) if WROTE.search(line) else None
        if match and is_given_name(name := match["name"] or match["other"]):
            return name
    return ""


def find_author_in_name(stem: str) -> str:
    """Who wrote a note, where the name of the file ends in a name: "tafel8_aantekeningen_gerrit"."""
    words = re.sub(r"[_\s.()-]+", " ", stem).split()
    if not words or not is_given_name(words[-1]):
        return ""
    return words[-1] if words[-1] != words[-1].lower() else words[-1].capitalize()


def is_given_name(word: str) -> bool:
    """Whether a word is a given name and little else."""
    return uses_of(word).given >= MIN_GIVEN and not is_common(word) and not is_other_name(word)


def _is_full_name(words: Sequence[str]) -> bool:
    """Whether a given name opens a name, or one that is on no list with a family name behind it."""
    first, last = words[0], words[-1].strip(" .*_")
    is_family = len(words) > 1 and uses_of(last).family > 0 and not is_common(last.lower())
    is_other = is_common(first.lower()) or is_other_name(first) or is_organisation(last.lower())
    return is_given_name(first) or (is_family and not is_other)


def _is_author(name: str) -> bool:
    words = name.split()
    # "Verslag: Werkgroep Architectuur 2020"
    is_title = any(map(str.isdigit, name)) or any(is_organisation(word.lower()) for word in words)
    has_capital = any(word[:1].isupper() for word in words)
    return has_capital and len(words) <= _MAX_NAME_WORDS and bool(_NAME.match(words[0])) and not is_title


def _is_names(value: str, *, is_list: bool) -> bool:
    """Names, functions and numbers of people, separated by commas; the first is a name if it is no list."""
    bare = re.sub(r"\([^)]*\)?", "", value)
    parts = [part.split() for part in re.split(r"[,;/+]|\ben\b", bare) if part.strip(" .")]
    if not parts:
        return True
    if is_remark(bare):
        return False
    n_capitals = sum(1 for words in parts if _NAME.match(words[0]) or words[0][0].isdigit())
    if not is_list:
        return all(map(_NAME.match, parts[0])) and max(map(len, parts)) <= 9 and len(parts) <= 4
    return n_capitals * 2 >= len(parts) and max(map(len, parts)) <= 7


def attendance(lines: Sequence[str], at: int) -> Iterator[int]:
    """The lines of a list of people under "Aanwezig:", and that line."""
    label = re.sub(r"\s*\([^)]*\)", "", lines[at]).strip(MARKS + ":.")
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
        kind = "bullet" if BULLET.match(line) else "row" if line.lstrip().startswith("|") else "plain"
        if line.startswith("#") or (shape and kind != shape) or not _is_person(BULLET.sub("", line)):
            return
        shape = kind
        yield i


def _is_person(line: str) -> bool:
    bare = re.sub(r"\([^)]*\)", "", line).strip(MARKS)
    if "," in bare:
        return not re.search(r"[?!]", bare) and _is_names(bare, is_list=True)
    is_short = len(bare.split()) <= 10 and not re.search(r"[?!]|[a-z]\.$", bare)
    return bool(_NAME.match(bare)) and is_short and _may_be_someone(bare) and not is_remark(bare)


def _may_be_someone(bare: str) -> bool:
    """Whether an item of a list may be a person: "Leerlingen kiezen te vroeg" and "Ouders" are not."""
    word = re.sub(r"^\W+", "", bare.split()[0]).rstrip(".,:;").lower()
    uses = uses_of(word)
    is_title = word in ROLES | TITLES | NAME_PARTICLES
    return is_title or not is_common(word) or uses.given >= MIN_GIVEN or uses.family >= MIN_FAMILY
