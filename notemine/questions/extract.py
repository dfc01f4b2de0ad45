"""Questions as exact spans of a text or of the segments of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from notemine.domain import Note, Question, Segment
from notemine.dutch import cues
from notemine.dutch.sentences import split_units
from notemine.questions.detect import Span, spans_of
from notemine.questions.wording import wording_of
from notemine.questions.words import Word, words_of

# How far above an item the line that announces the list may stand, in characters.
LIST_REACH, LONGEST_ITEM = 400, 90


def find_questions(text: str) -> list[Question]:
    """Find every question in a text.

    Returns:
        Questions in order, with offsets in ``text`` and no segment.

    Raises:
        MissingModelError: the models ``nl_lexicon`` or ``nl_questions`` are not installed.
    """
    return _questions_in([(text, unit.start, unit.end, "") for unit in split_units(text)])


def questions_in(notes: Iterable[Note], segments: Sequence[Segment]) -> list[Question]:
    """Find every question in the segments of notes.

    Returns:
        Questions in the order of the segments, with offsets in the text of their note.
    """
    text_of = {note.id: note.text for note in notes}
    return _questions_in([(text_of[s.note_id], s.start, s.end, s.id) for s in segments])


def _questions_in(units: Sequence[tuple[str, int, int, str]]) -> list[Question]:
    """The questions in units, each given by a text, where it starts and ends in it, and its segment."""
    words = [words_of(text[start:end]) for text, start, end, _ in units]
    spans = spans_of(words, [is_listed(text, start) for text, start, _, _ in units])
    return [
        _question(text, start, words=own[span.first : span.last], span=span, segment_id=segment_id)
        for (text, start, _, segment_id), own, found in zip(units, words, spans, strict=True)
        for span in found
    ]


def _question(text: str, offset: int, *, words: list[Word], span: Span, segment_id: str) -> Question:
    start, end = offset + words[0].start, offset + span.end
    wording, is_rewritten = wording_of(words, text[start:end], kind=span.kind)
    return Question(
        segment_id=segment_id,
        start=start,
        end=end,
        text=text[start:end],
        kind=span.kind,
        wording=wording,
        is_rewritten=is_rewritten,
        confidence=span.confidence,
    )


def is_listed(text: str, start: int) -> bool:
    """Whether the line at ``start`` is an item of a list, or stands under a line that announces questions."""
    line_start = text.rfind("\n", 0, start) + 1
    marker = text[line_start:start].strip()
    if marker and cues.BULLET.fullmatch(marker + " "):
        return True
    above = text[max(0, line_start - LIST_REACH) : line_start].rstrip().split("\n")
    for line in reversed(above):
        if line.rstrip().endswith(":"):
            return bool(re.search(cues.ASKING_LABEL, line.lower()))
        if not line.strip() or len(line) > LONGEST_ITEM:
            return False
    return False
