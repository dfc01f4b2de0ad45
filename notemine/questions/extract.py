"""Questions as exact spans of a text or of the segments of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from notemine.domain import Note, Question, Segment
from notemine.dutch import cues
from notemine.dutch.sentences import split_units
from notemine.questions.detect import Span, spans_in
from notemine.questions.wording import wording_of
from notemine.questions.words import Sentence, sentences_of


def find_questions(text: str) -> list[Question]:
    """Find every question in a text.

    Returns:
        Questions in order, with offsets in ``text`` and no segment.

    Raises:
        MissingModelError: the models ``nl_lexicon`` or ``nl_questions`` are not installed.
    """
    return [q for unit in split_units(text) for q in _questions_of(text, unit.start, unit.end, segment_id="")]


def questions_in(notes: Iterable[Note], segments: Sequence[Segment]) -> list[Question]:
    """Find every question in the segments of notes.

    Returns:
        Questions in the order of the segments, with offsets in the text of their note.
    """
    text_of = {note.id: note.text for note in notes}
    return [q for s in segments for q in _questions_of(text_of[s.note_id], s.start, s.end, segment_id=s.id)]


def _questions_of(text: str, start: int, end: int, *, segment_id: str) -> Iterator[Question]:
    is_listed = _is_listed(text, start)
    found: list[Span] = []
    for sentence in sentences_of(text[start:end]):
        found = spans_in(sentence, is_listed=is_listed, follows_question=any(s.has_mark for s in found))
        for span in found:
            yield _question(text, start, sentence=sentence, span=span, segment_id=segment_id)


def _question(text: str, offset: int, *, sentence: Sentence, span: Span, segment_id: str) -> Question:
    words = sentence.words[span.first : span.last]
    start = offset + words[0].start
    end = offset + (sentence.end if span.has_mark else words[-1].end)
    wording, is_rewritten = wording_of(words, text[start:end], kind=span.kind)
    return Question(
        segment_id=segment_id,
        start=start,
        end=end,
        text=text[start:end],
        kind=span.kind,
        wording=wording,
        is_rewritten=is_rewritten,
    )


def _is_listed(text: str, start: int) -> bool:
    """Whether the line is an item of a list, or stands under a line that announces questions."""
    line_start = text.rfind("\n", 0, start) + 1
    marker = text[line_start:start].strip()
    if marker and cues.BULLET.fullmatch(marker + " "):
        return True
    above = text[max(0, line_start - 400) : line_start].rstrip().split("\n")
    for line in reversed(above):
        if line.rstrip().endswith(":"):
            return bool(re.search(cues.ASKING_LABEL, line.lower()))
        if not line.strip() or len(line) > 90:
            return False
    return False
