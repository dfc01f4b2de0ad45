"""How well the names of people are kept out of notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from notemine.domain import Note
from notemine.evaluate.counts import WORD, Counts

Place = tuple[str, int]
PERSON = re.compile(r"Deelnemer \d+")


def score_names(
    notes: Sequence[Note], safe: Sequence[Note], gold: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Score pseudonyms word by word against names marked by hand.

    Args:
        notes: As they were read.
        safe: The same notes with pseudonyms, in any order.
        gold: The names: ``file`` (the end of the path of its note), ``line`` (number of the unit in the
            file), and ``text``, or ``start`` and ``end`` in that line; a text counts wherever it stands in
            the line. Of a file that is named here every name must be; rows of another ``kind`` than
            ``person`` are left out.

    Returns:
        ``precision``, ``recall`` and ``f1`` over words, the numbers of words; ``n_outside``, the names that
        stand in no line of a note (speakers of a transcript); ``missed`` and ``false``: the lines with words
        that were missed or wrongly replaced, as ``file:line``, without the words.
    """
    rows = [row for row in gold if row.get("kind", "person") == "person"]
    files = sorted({str(row["file"]) for row in rows})
    source_of = {note.id: file for note in notes for file in files if _is_from(note, file)}
    lines = _Lines(notes, source_of)
    words_of_rows = [lines.words_of(row) for row in rows]
    wanted = {word for words in words_of_rows for word in words}
    found = {
        word
        for note in safe
        if note.id in source_of
        for edit in note.edits
        if PERSON.fullmatch(note.text[edit.start : edit.end])
        for word in lines.words_between(note.id, edit.source_start, edit.source_end)
    }
    counts = Counts(len(wanted & found), len(found - wanted), len(wanted - found))
    return {
        **counts.as_scores(),
        "n_words": len(wanted),
        "n_found": len(found),
        "n_files": len(set(source_of.values())),
        "n_outside": sum(not words for words in words_of_rows),
        "missed": lines.places(wanted - found),
        "false": lines.places(found - wanted),
    }


def _is_from(note: Note, file: str) -> bool:
    return f"/{note.source}".endswith(f"/{file}")


class _Lines:
    """The lines of the notes as they were read, and where their words are."""

    def __init__(self, notes: Sequence[Note], source_of: Mapping[str, str]) -> None:
        self._source_of = source_of
        self._notes = {note.id: note for note in notes if note.id in source_of}
        self._spans: dict[Place, list[tuple[str, int, int]]] = defaultdict(list)
        self._starts: dict[str, list[int]] = {}
        for note in self._notes.values():
            starts = [0, *(match.end() for match in re.finditer("\n", note.text))]
            self._starts[note.id] = starts
            for start in starts:
                end = note.text.find("\n", start)
                place = (source_of[note.id], note.line_at(start))
                self._spans[place].append((note.id, start, len(note.text) if end < 0 else end))

    def words_of(self, row: Mapping[str, Any]) -> list[tuple[str, int]]:
        """Note and offset of each word of a name."""
        spans = self._spans[str(row["file"]), int(row["line"])]
        if "text" not in row:
            left, right = row["start"], row["end"]
            return [word for note, at, _ in spans for word in self.words_between(note, at + left, at + right)]
        pattern = re.compile(rf"(?<!\w){re.escape(str(row['text']))}(?!\w)")
        return [
            word
            for note_id, start, end in spans
            for match in pattern.finditer(self._notes[note_id].text, start, end)
            for word in self.words_between(note_id, match.start(), match.end())
        ]

    def words_between(self, note_id: str, start: int, end: int) -> list[tuple[str, int]]:
        """Note and offset of each word in a stretch of a note."""
        return [(note_id, match.start()) for match in WORD.finditer(self._notes[note_id].text, start, end)]

    def places(self, words: Iterable[tuple[str, int]]) -> list[str]:
        """Where words are, in order, as file and line."""
        found = set()
        for note_id, offset in words:
            line_start = self._starts[note_id][bisect_right(self._starts[note_id], offset) - 1]
            found.add((self._source_of[note_id], self._notes[note_id].line_at(line_start)))
        return [f"{file}:{line}" for file, line in sorted(found)]
