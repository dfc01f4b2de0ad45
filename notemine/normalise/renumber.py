"""Other numbers for the same pseudonyms, so that the order in which notes came decides nothing.

Who was added first has the lowest number, and keeps it. A number is a word to an encoder, and longer numbers
make longer texts; so notes are mined with the numbers that they would have had, had they come all at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from notemine.domain import Note, Question, Segment, Skipped

_PSEUDONYM = re.compile(r"\b([Dd]eelnemer[ -])(\d{1,6})(?!\d)")
T = TypeVar("T")
Move = Callable[[int], int]


def canonical_numbers(notes: Sequence[Note], skipped: Iterable[Skipped] = ()) -> dict[str, str]:
    """The number that each pseudonym would have had in notes that were added all at once.

    Args:
        notes: Without names, in canonical order.
        skipped: Without names.

    Returns:
        A permutation of the numbers that differ; empty if none does.
    """
    literal = [int(m[2]) for note in notes for m in _PSEUDONYM.finditer(note.text) if not _is_edit(note, m)]
    first = 1 + max(literal, default=0)
    written = [*_in_notes(notes), *(n for one in skipped for n in _numbers_in(one.source, one.reason))]
    own = [number for number in dict.fromkeys(written) if int(number) not in literal]
    wanted = [str(first + i) for i in range(len(own))]
    # What is left over changes places too, so that the way back is known.
    missing = sorted(set(wanted) - set(own), key=int)
    free = sorted(set(own) - set(wanted), key=int)
    both = dict(zip([*own, *missing], [*wanted, *free], strict=True))
    return {old: new for old, new in both.items() if old != new}


class Renumbering:
    """Puts other numbers in everything that holds pseudonyms."""

    def __init__(self, numbers: Mapping[str, str]) -> None:
        """Take a permutation of numbers."""
        self._numbers = numbers

    def inverse(self) -> Renumbering:
        """The way back."""
        return Renumbering({new: old for old, new in self._numbers.items()})

    def text(self, text: str) -> str:
        """A text with other numbers."""
        return _PSEUDONYM.sub(self._other, text)

    def all_in(self, value: T) -> T:
        """Anything made of texts, tuples, lists and dataclasses; offsets in it stay as they are."""
        return self._all_in(value)  # type: ignore[no-any-return]

    def notes(self, notes: Iterable[Note]) -> tuple[Note, ...]:
        """Notes, with their edits where they belong."""
        return tuple(map(self._note, notes))

    def segments(self, segments: Iterable[Segment], notes: Iterable[Note]) -> tuple[Segment, ...]:
        """Segments of these notes, which have their old numbers."""
        move_in = self._moves(notes)
        return tuple(
            replace(
                segment,
                start=move_in[segment.note_id](segment.start),
                end=move_in[segment.note_id](segment.end),
                text=self.text(segment.text),
                speaker=self.text(segment.speaker),
                heading=self.text(segment.heading),
                lemmas=self._lemmas(segment.lemmas),
            )
            for segment in segments
        )

    def with_questions(self, value: T, segments: Iterable[Segment], notes: Iterable[Note]) -> T:
        """Like ``all_in``, with the places of questions in the notes, which have their old numbers."""
        moves = self._moves(notes)
        move_of = {segment.id: moves[segment.note_id] for segment in segments}

        def moved(question: Question) -> Question:
            move = move_of[question.segment_id]
            return replace(question, start=move(question.start), end=move(question.end))

        return self._all_in(value, moved)  # type: ignore[no-any-return]

    def _all_in(self, value: Any, moved: Callable[[Question], Question] = lambda question: question) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, tuple | list):
            return type(value)(self._all_in(one, moved) for one in value)
        if is_dataclass(value) and not isinstance(value, type):
            changes = {f.name: self._all_in(getattr(value, f.name), moved) for f in fields(value) if f.init}
            other = replace(value, **changes)
            return moved(other) if isinstance(other, Question) else other
        return value

    def _note(self, note: Note) -> Note:
        move = self._move(note.text)
        edits = tuple(replace(edit, start=move(edit.start), end=move(edit.end)) for edit in note.edits)
        return replace(self.all_in(note), edits=edits)

    def _moves(self, notes: Iterable[Note]) -> dict[str, Move]:
        return {note.id: self._move(note.text) for note in notes}

    def _move(self, text: str) -> Move:
        """From an offset in a text to that in the text with other numbers; no offset is inside a number."""
        ends, shifts = [0], [0]
        for match in _PSEUDONYM.finditer(text):
            ends.append(match.end())
            shifts.append(shifts[-1] + len(self._other(match)) - len(match[0]))
        return lambda offset: offset + shifts[bisect_right(ends, offset) - 1]

    def _lemmas(self, lemmas: Sequence[str]) -> tuple[str, ...]:
        before = ("", *lemmas)
        return tuple(
            self._numbers.get(lemma, lemma) if before[i] == "deelnemer" else lemma
            for i, lemma in enumerate(lemmas)
        )

    def _other(self, match: re.Match[str]) -> str:
        return match[1] + self._numbers.get(match[2], match[2])


def _in_notes(notes: Sequence[Note]) -> Iterator[str]:
    """Numbers in the order in which pseudonyms are given out."""
    seen: set[str] = set()
    for note in notes:
        event = note.event
        of_event = () if event.id in seen else (event.id, event.title, event.place)
        seen.add(event.id)
        yield from _numbers_in(*of_event)
        yield from (m[2] for m in _PSEUDONYM.finditer(note.text) if _is_edit(note, m))
        yield from _numbers_in(note.source, note.table, note.role, note.theme, note.school)
        yield from _numbers_in(*note.speakers, note.author)


def _numbers_in(*texts: str) -> Iterator[str]:
    return (match[2] for text in texts for match in _PSEUDONYM.finditer(text))


def _is_edit(note: Note, match: re.Match[str]) -> bool:
    """Whether a pseudonym was put there, and was not in the note as it was read."""
    i = bisect_right(note.edits, match.start(), key=lambda edit: edit.start)
    return i > 0 and match.start() < note.edits[i - 1].end
