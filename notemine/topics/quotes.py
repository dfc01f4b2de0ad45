"""Typical members of a topic, to be quoted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from notemine.topics.items import Floats

N_QUOTES = 3
MAX_USED = 3
# Shorter ones say too little by themselves, longer ones are not read.
MIN_CHARS, MAX_CHARS = 25, 220
ODD_LENGTH, SAME_NOTE, SECOND_QUESTION = 0.5, 0.8, 0.5


def typical_members(
    lines: Sequence[Segment], rows: Matrix, *, strengths: Floats, words: Collection[str]
) -> tuple[str, ...]:
    """Choose the members that are strong, near the centre of their topic, and use its words.

    A quote should be long enough to be understood, come from another note than the ones before it, and not
    all of them should be questions. What is sensitive is not quoted.

    Args:
        lines: Members of one topic, in canonical order.
        rows: Their own unit vectors, shape (n_members, n_dims).
        strengths: Their strengths.
        words: Terms of the topic.

    Returns:
        Ids, most typical first, at most three, of distinct texts; none if all of them are sensitive.
    """
    nearness = np.clip(rows @ rows.mean(axis=0), 0, None)
    n_words = np.array([min(MAX_USED, len(set(line.terms) & set(words))) for line in lines])
    scores = np.round(nearness * strengths * (1 + n_words), 4)
    chosen: list[Segment] = []
    while len(chosen) < N_QUOTES:
        said = {line.text for line in chosen}
        left = [i for i, line in enumerate(lines) if not line.sensitive and line.text not in said]
        if not left:
            break
        chosen.append(lines[max(left, key=lambda i: (scores[i] * _fitness(lines[i], chosen), -i))])
    return tuple(line.id for line in chosen)


def _fitness(segment: Segment, quoted: Sequence[Segment]) -> float:
    fitness = 1.0 if MIN_CHARS <= len(segment.text) <= MAX_CHARS else ODD_LENGTH
    if any(segment.note_id == other.note_id for other in quoted):
        fitness *= SAME_NOTE
    if segment.text.endswith("?") and any(other.text.endswith("?") for other in quoted):
        fitness *= SECOND_QUESTION
    return fitness
