"""Lines about the evening itself: the opening round, coffee, who types it up, when the next one is.

Every table has them, they are alike everywhere, and no organiser wants them among the topics. They are told
by what they say, what is said around them, and where they stand (logistic regression; ``training/topics``).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notemine.domain import Note, Segment
from notemine.topics.learned import Reading
from notemine.vectors import Matrix

THRESHOLD = 0.5
REACH, DECAY = 2, 0.6
# Scales at which the weights were learnt.
OWN, NEAR = 6.0, 3.0


def find_asides(segments: Sequence[Segment], notes: Sequence[Note], reading: Reading) -> list[bool]:
    """Whether each line of a note is about the evening itself; no heading is.

    Args:
        segments: Those of one note stand together, in order.
        notes: Their notes; a segment of another note is no aside.
        reading: A row for each segment.
    """
    known = {note.id for note in notes}
    learned = reading.learned
    odds = (
        reading.rows @ learned.aside_own * OWN
        + around(segments, reading.rows) @ learned.aside_near * NEAR
        + places_of(segments, notes) @ learned.aside_place
        + learned.aside_bias
    )
    border = np.log(THRESHOLD / (1 - THRESHOLD))
    return [
        bool(round(float(own), 4) > border) and s.kind != "heading" and s.note_id in known
        for own, s in zip(odds, segments, strict=True)
    ]


def around(segments: Sequence[Segment], rows: Matrix) -> Matrix:
    """Mean of the rows of the lines around each line, the nearest weighing most; zeros without any."""
    mean = np.zeros_like(rows)
    for lines in _lines_of_notes(segments):
        for place, line in enumerate(lines):
            near = [
                (lines[other], DECAY ** (abs(other - place) - 1))
                for other in range(max(0, place - REACH), min(len(lines), place + REACH + 1))
                if other != place
            ]
            if near:
                weights = np.array([weight for _, weight in near], dtype=np.float32)
                mean[line] = weights @ rows[[other for other, _ in near]] / weights.sum()
    return mean


def places_of(segments: Sequence[Segment], notes: Sequence[Note]) -> Matrix:
    """Where each line stands: near the start or end, in an impression, and whether it is a question."""
    impressions = {note.id for note in notes if note.is_impression}
    places = np.zeros((len(segments), 8), dtype=np.float32)
    for lines in _lines_of_notes(segments):
        for place, line in enumerate(lines):
            left = len(lines) - 1 - place
            places[line] = [
                np.exp(-place),
                np.exp(-place / 3),
                np.exp(-left),
                np.exp(-left / 3),
                place == 0,
                left == 0,
                segments[line].note_id in impressions,
                segments[line].text.rstrip().endswith("?"),
            ]
    return places


def _lines_of_notes(segments: Sequence[Segment]) -> list[list[int]]:
    """Positions of the lines of each note, headings left out."""
    lines_of: dict[str, list[int]] = {}
    for i, segment in enumerate(segments):
        if segment.kind != "heading":
            lines_of.setdefault(segment.note_id, []).append(i)
    return list(lines_of.values())
