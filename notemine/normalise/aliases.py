"""Names of schools and towns where they may not be told either: "School 2", "Plaats 1"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from notemine.domain import Note
from notemine.dutch.institutions import find_schools
from notemine.dutch.places import find_known_places
from notemine.normalise.known_names import Found

SCHOOL, TOWN = "School", "Plaats"


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
        told = {note.school: SCHOOL for note in notes if note.school} if schools else {}
        told |= {note.event.place: TOWN for note in notes if note.event.place} if towns else {}
        self._told = {name.lower(): kind for name, kind in told.items()}
        written = sorted((re.escape(name) for name in told), key=lambda name: (-len(name), name))
        # In the name of a folder words are joined by "-" and "_".
        self._pattern = re.compile(
            rf"(?<![^\W_])(?:{'|'.join(written)})(?![^\W_])" if written else r"(?!)", re.I
        )

    def find(self, text: str) -> Iterator[Found]:
        """What is to be replaced in a text, and by what."""
        for match in self._pattern.finditer(text):
            yield Found(match.start(), match.end(), self._alias(match[0], self._told[match[0].lower()]))
        if self._schools:
            for start, end in find_schools(text):
                yield Found(start, end, self._alias(text[start:end], SCHOOL))
        if self._towns:
            for start, end in find_known_places(text):
                yield Found(start, end, self._alias(text[start:end], TOWN))

    def _alias(self, name: str, kind: str) -> str:
        key = (kind, " ".join(name.lower().split()))
        n_before = sum(1 for other, _ in self._number_of if other == kind)
        return f"{kind} {self._number_of.setdefault(key, n_before + 1)}"
