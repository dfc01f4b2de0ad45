"""Marks lines that are not mined: those in another language, and what a table wrote down before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from notemine.domain import Note
from notemine.dutch.languages import is_dutch
from notemine.dutch.plain_text import clean
from notemine.dutch.text_keys import key_of
from notemine.normalise.order import in_order

# "Goed punt" may well be said twice.
MIN_WORDS, MAX_WORDS = 5, 60
# In a word of so many letters a difference may be a slip of the hand; "geen" and "een" say different things.
MIN_LETTERS = 5
MIN_ALIKE = 0.8


def mark_lines(notes: Iterable[Note]) -> list[Note]:
    """Mark foreign and repeated lines of notes.

    A line is repeated where an earlier one of the same table has its words, but for marks, capitals and a
    slip of the hand in one long word; turns of a transcript are never.

    Returns:
        In canonical order, in which the first of two lines is the one that counts.
    """
    said_at: dict[str, _Said] = defaultdict(_Said)
    return [_marked(note, said_at[note.table_id or note.id]) for note in in_order(notes)]


class _Said:
    """The lines of a table, found by all their words but one."""

    def __init__(self) -> None:
        self._other_word: dict[tuple[int, int], set[str]] = defaultdict(set)

    def is_repeat(self, words: list[str]) -> bool:
        """Whether an earlier line has these words; one may differ as a slip of the hand does."""
        return any(
            _is_same(words[i], other) for i, key in _keys(words) for other in self._other_word.get(key, ())
        )

    def add(self, words: list[str]) -> None:
        """Remember a line."""
        for i, key in _keys(words):
            self._other_word[key].add(words[i])


def _keys(words: list[str]) -> Iterator[tuple[int, tuple[int, int]]]:
    return ((i, (i, hash((*words[:i], "", *words[i + 1 :])))) for i in range(len(words)))


def _is_same(word: str, other: str) -> bool:
    if word == other:
        return True
    if min(len(word), len(other)) < MIN_LETTERS or not (word.isalpha() and other.isalpha()):
        return False
    # "mogelijk" and "onmogelijk", "instroom" and "uitstroom" are no slips.
    is_opposite = word[0] != other[0] or word.endswith(other) or other.endswith(word)
    return not is_opposite and SequenceMatcher(None, word, other, autojunk=False).ratio() >= MIN_ALIKE


def _marked(note: Note, said: _Said) -> Note:
    foreign: list[int] = []
    repeated: list[int] = []
    for i, line in _lines(note):
        if not is_dutch(line):
            foreign.append(i)
            continue
        # A bullet is no word.
        words = [word for word in key_of(clean(line)).split() if any(map(str.isalnum, word))]
        if note.unit == "cue" or not MIN_WORDS <= len(words) <= MAX_WORDS:
            continue
        if said.is_repeat(words):
            repeated.append(i)
        else:
            said.add(words)
    return replace(note, foreign_lines=tuple(foreign), repeated_lines=tuple(repeated))


def _lines(note: Note) -> Iterator[tuple[int, str]]:
    meta = set(note.meta_lines)
    return ((i, line) for i, line in enumerate(note.text.split("\n")) if i not in meta and line.strip())
