"""Names of schools and towns where they may not be told either: "School 2", "Plaats 1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notemine.domain import Note
from notemine.dutch.institutions import find_schools, is_kind
from notemine.dutch.places import find_known_places, find_written_towns, known_place
from notemine.dutch.words import is_common
from notemine.normalise.known_names import Found

SCHOOL, TOWN = "School", "Plaats"
_JOINT = re.compile(r"[\s_.-]+")


class Aliases:
    """Numbers schools and towns in the order in which they come."""

    def __init__(self, notes: Iterable[Note], *, schools: bool, towns: bool) -> None:
        """Note what the metadata names.

        Args:
            notes: In canonical order.
            schools: Whether schools get a number.
            towns: Whether towns get a number.
        """
        self._schools, self._towns = schools, towns
        self._number_of: dict[tuple[str, str], int] = {}
        notes = list(notes)
        named = _schools_in(notes) if schools else set()
        short_of = {word: name for name in sorted(named) for word in _own_words(name)}
        self._whole_of = {word.lower(): name for word, name in short_of.items()}
        held_in = {note.event.place for note in notes if towns} - {""}
        self._told = ((SCHOOL, _pattern({*named, *short_of})), (TOWN, _pattern(held_in)))

    def find(self, text: str) -> Iterator[Found]:
        """What is to be replaced in a text, and by what."""
        for kind, pattern in self._told:
            for match in pattern.finditer(text):
                yield Found(match.start(), match.end(), self._alias(match[0], kind))
        if self._schools:
            for start, end in find_schools(text):
                yield Found(start, end, self._alias(text[start:end], SCHOOL))
        if self._towns:
            for start, end in find_known_places(text):
                yield Found(start, end, self._alias(text[start:end], TOWN))

    def find_loosely(self, text: str) -> Iterator[Found]:
        """As ``find``, in the name of a file too, where towns need no capital."""
        yield from self.find(text)
        if self._towns:
            for start, end in find_written_towns(text):
                yield Found(start, end, self._alias(text[start:end], TOWN))

    def _alias(self, name: str, kind: str) -> str:
        name = " ".join(_JOINT.split(name.lower()))
        key = (kind, self._whole_of.get(name, name).lower())
        n_before = sum(1 for other, _ in self._number_of if other == kind)
        return f"{kind} {self._number_of.setdefault(key, n_before + 1)}"


def _schools_in(notes: Iterable[Note]) -> set[str]:
    """The schools that notes say they are from, or name."""
    found = {note.text[start:end] for note in notes for start, end in find_schools(note.text)}
    return {" ".join(name.split()) for name in (*found, *(note.school for note in notes)) if name.strip()}


def _own_words(name: str) -> list[str]:
    """The words by which people call a school for short: "Deltion" for Deltion College."""
    words = re.findall(r"[A-ZÀ-Þ][\w'’-]{3,}", name)
    return [word for word in words if not (is_common(word.lower()) or known_place(word) or is_kind(word))]


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, in any case; in the name of a folder words are joined by "-" and "_"."""
    gap = r"[\s_.-]+"
    written = sorted(
        {gap.join(map(re.escape, _JOINT.split(name))) for name in names}, key=lambda name: (-len(name), name)
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(written)})(?![^\W_])" if written else r"(?!)", re.IGNORECASE)
