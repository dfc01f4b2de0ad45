"""Where a line stands: in notes of one domain a line alone says too little."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from notemine.domain import Note, Segment
from notemine.dutch.compounds import split_compound
from notemine.dutch.lemmas import lemma_of
from notemine.dutch.stop_words import is_stop_word

Window: TypeAlias = tuple[tuple[int, float], ...]

# A line itself counts for nearly half of what is read.
OWN, DECAY, REACH = 2.7, 0.7, 3.0
# Sentences of one line belong together more than lines of one note.
STEP, STEP_IN_LINE = 1.0, 0.5
WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")


def windows(segments: Sequence[Segment], notes: Sequence[Note]) -> list[Window]:
    """Find the lines that help to read each line: those around it, up to a heading or the end of the note.

    Without ``notes`` every text stands alone.

    Args:
        segments: Those of one note stand together, in order.
        notes: Notes of which the segments are; those of other notes stand alone.

    Returns:
        Position and weight of each segment in the window of each segment, itself included.
    """
    known = {note.id for note in notes}
    return [
        ((i, OWN), *_side(segments, i, -1), *_side(segments, i, 1))
        if segment.note_id in known and segment.kind != "heading"
        else ((i, OWN),)
        for i, segment in enumerate(segments)
    ]


def _side(segments: Sequence[Segment], start: int, step: int) -> list[tuple[int, float]]:
    found = []
    distance, i = 0.0, start
    while 0 <= i + step < len(segments):
        here, there = segments[i], segments[i + step]
        if there.note_id != here.note_id or there.kind == "heading":
            break
        distance += STEP_IN_LINE if there.line == here.line else STEP
        if distance > REACH:
            break
        i += step
        found.append((i, DECAY**distance))
    return found


def titles_of(segments: Sequence[Segment], notes: Sequence[Note]) -> list[tuple[str, ...]]:
    """Content words of the theme and the heading above each segment; nothing for one that stands alone."""
    theme_of = {note.id: note.theme for note in notes}
    return [
        title_terms(theme_of[segment.note_id], segment.heading) if segment.note_id in theme_of else ()
        for segment in segments
    ]


@lru_cache(maxsize=4096)
def title_terms(*titles: str) -> tuple[str, ...]:
    """Lemmas of the content words of titles and the parts of their compounds, sorted, with repeats."""
    words = [word for title in titles for word in WORD.findall(title.lower())]
    lemmas = [lemma_of(word) for word in words if not is_stop_word(word)]
    kept = [lemma for lemma in lemmas if not is_stop_word(lemma)]
    parts = [lemma_of(part) for lemma in kept if len(found := split_compound(lemma)) > 1 for part in found]
    return tuple(sorted(kept + parts))
