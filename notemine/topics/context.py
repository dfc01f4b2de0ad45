"""Where a line stands: in notes of one domain a line alone says too little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from notemine.domain import Note, Segment

Window: TypeAlias = tuple[tuple[int, float], ...]

DECAY, REACH = 0.7, 3.0
# Sentences of one line belong together more than lines of one note.
STEP, STEP_IN_LINE = 1.0, 0.5


def windows(segments: Sequence[Segment], notes: Sequence[Note]) -> list[Window]:
    """Find the lines that help to read each line: those around it, up to a heading or the end of the note.

    Without ``notes`` every text stands alone.

    Args:
        segments: Those of one note stand together, in order.
        notes: Notes of which the segments are; those of other notes stand alone.

    Returns:
        Position and weight of each segment in the window of each segment, itself (weight 1) included.
    """
    known = {note.id for note in notes}
    return [
        ((i, 1.0), *_side(segments, i, -1), *_side(segments, i, 1))
        if segment.note_id in known and segment.kind != "heading"
        else ((i, 1.0),)
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
