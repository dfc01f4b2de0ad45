"""How well the names of people are kept out of notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, TypeGuard

from notemine.domain import Note
from notemine.dutch.labels import is_pseudonym
from notemine.errors import ReadError
from notemine.evaluate.counts import WORD, Counts

Place = tuple[str, int]


def fault_of(row: Mapping[str, Any], sources: Collection[str]) -> str:
    """What keeps a row of gold from being scored, in Dutch; empty where nothing does.

    Args:
        row: With ``file`` and ``line``; of another ``kind`` than ``person`` it has no faults.
        sources: Of the notes.
    """
    if not _is_person(row):
        return ""
    file, line, text = row["file"], row["line"], row.get("text")
    if not isinstance(file, str) or not file:
        return f"'file' is {file!r}; schrijf het eind van het pad van de notitie"
    if not _is_whole(line) or line < 1:
        return f"'line' is {line!r}; schrijf een geheel getal vanaf 1"
    if text is None:
        start, end = row.get("start"), row.get("end")
        if not (_is_whole(start) and _is_whole(end) and 0 <= start < end):
            return "geen naam; schrijf 'text', of 'start' en 'end' als gehele getallen in die regel"
    elif not isinstance(text, str) or not text.strip():
        return f"'text' is {text!r}; schrijf de naam zoals hij in die regel staat"
    if len(named := _sources_named(file, sources)) > 1:
        return f"{file!r} past op meer notities ({', '.join(named)}); schrijf meer van het pad"
    return ""


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
        do not stand in their line (speakers of a transcript); ``unknown_files``, those that no note is from,
        whose names count nowhere; ``missed`` and ``false``: the lines with words that were missed or wrongly
        replaced, as ``file:line``, without the words.

    Raises:
        ReadError: a row has a fault, or no word of a name stands in the notes; the message is Dutch.
    """
    sources = {note.source for note in notes}
    rows = [row for row in gold if _is_person(row)]
    for row in rows:
        if fault := fault_of(row, sources):
            raise ReadError(fault)
    source_of = _sources_of(rows, sources)
    lines = _Lines(notes, {source: file for file, source in source_of.items()})
    words_of_rows = [lines.words_of(row, source_of[row["file"]]) for row in rows if row["file"] in source_of]
    wanted = {word for words in words_of_rows for word in words}
    if not wanted:
        raise ReadError("geen woord van een naam staat in zijn regel; er valt niets te meten")
    found = {
        word
        for note in safe
        for edit in note.edits
        if is_pseudonym(note.text[edit.start : edit.end])
        for word in lines.words_between(note.id, edit.source_start, edit.source_end)
    }
    counts = Counts(len(wanted & found), len(found - wanted), len(wanted - found))
    return {
        **counts.as_scores(),
        "n_words": len(wanted),
        "n_found": len(found),
        "n_files": len(set(source_of.values())),
        "n_outside": sum(not words for words in words_of_rows),
        "unknown_files": sorted({row["file"] for row in rows} - source_of.keys()),
        "missed": lines.places(wanted - found),
        "false": lines.places(found - wanted),
    }


def _is_person(row: Mapping[str, Any]) -> bool:
    return bool(row.get("kind", "person") == "person")


def _is_whole(value: object) -> TypeGuard[int]:
    # JSON's true is an int to Python.
    return isinstance(value, int) and not isinstance(value, bool)


def _sources_named(file: str, sources: Collection[str]) -> list[str]:
    """The sources whose path ends in ``file``; only the one that it is, where it is one."""
    if file in sources:
        return [file]
    return sorted(source for source in sources if source.endswith(f"/{file}"))


def _sources_of(rows: Sequence[Mapping[str, Any]], sources: Collection[str]) -> dict[str, str]:
    """The source of each file in gold that a note is from."""
    if not rows:
        raise ReadError("geen enkele naam (kind 'person'); er valt niets te meten")
    files = dict.fromkeys(row["file"] for row in rows)
    source_of = {file: source for file in files for source in _sources_named(file, sources)}
    if not source_of:
        raise ReadError(f"geen notitie komt uit een bestand dat 'file' noemt, zoals {next(iter(files))!r}")
    return source_of


class _Lines:
    """The lines of the notes as they were read, and where their words are."""

    def __init__(self, notes: Sequence[Note], file_of: Mapping[str, str]) -> None:
        self._file_of = file_of
        self._notes = {note.id: note for note in notes if note.source in file_of}
        self._spans: dict[Place, list[tuple[str, int, int]]] = defaultdict(list)
        self._starts: dict[str, list[int]] = {}
        for note in self._notes.values():
            starts = [0, *(match.end() for match in re.finditer("\n", note.text))]
            self._starts[note.id] = starts
            for start in starts:
                end = note.text.find("\n", start)
                place = (note.source, note.line_at(start))
                self._spans[place].append((note.id, start, len(note.text) if end < 0 else end))

    def words_of(self, row: Mapping[str, Any], source: str) -> list[tuple[str, int]]:
        """Note and offset of each word of a name."""
        spans = self._spans[source, row["line"]]
        if row.get("text") is None:
            return [
                word
                for note_id, at, end in spans
                for word in self.words_between(note_id, at + row["start"], min(at + row["end"], end))
            ]
        pattern = re.compile(rf"(?<!\w){re.escape(row['text'])}(?!\w)")
        return [
            word
            for note_id, start, end in spans
            for match in pattern.finditer(self._notes[note_id].text, start, end)
            for word in self.words_between(note_id, match.start(), match.end())
        ]

    def words_between(self, note_id: str, start: int, end: int) -> list[tuple[str, int]]:
        """Note and offset of each word in a stretch of a note; none where gold names no file of it."""
        if note_id not in self._notes:
            return []
        return [(note_id, match.start()) for match in WORD.finditer(self._notes[note_id].text, start, end)]

    def places(self, words: Iterable[tuple[str, int]]) -> list[str]:
        """Where words are, in order, as file and line."""
        found = set()
        for note_id, offset in words:
            line_start = self._starts[note_id][bisect_right(self._starts[note_id], offset) - 1]
            note = self._notes[note_id]
            found.add((self._file_of[note.source], note.line_at(line_start)))
        return [f"{file}:{line}" for file, line in sorted(found)]
