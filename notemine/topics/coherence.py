"""How well the words of a topic go together: normalised pointwise mutual information (Bouma 2009)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import log

from notemine.domain import Segment, Term
from notemine.topics.context import Window

N_WORDS = 6


def coherences(
    words: Sequence[Sequence[Term]], segments: Sequence[Segment], windows: Sequence[Window]
) -> list[float]:
    """Mean NPMI of each pair of the first words of each topic.

    Words meet where they stand in one line or the lines around it. On few lines this says little.

    Args:
        words: Terms of each topic, heaviest first.
        segments: All lines.
        windows: Positions around each line.

    Returns:
        For each topic -1 (its words never meet) to 1 (they always do); 0 for a topic of one word.
    """
    first = [[term.text for term in row[:N_WORDS]] for row in words]
    wanted = {word for row in first for word in row}
    places: dict[str, set[int]] = {word: set() for word in wanted}
    for place, window in enumerate(windows):
        for position, _ in window:
            for word in wanted.intersection(segments[position].terms):
                places[word].add(place)
    return [round(_mean_npmi(row, places, len(windows)), 4) for row in first]


def _mean_npmi(words: Sequence[str], places: dict[str, set[int]], n: int) -> float:
    pairs = [_npmi(places[a], places[b], n) for a, b in combinations(words, 2)]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _npmi(first: set[int], second: set[int], n: int) -> float:
    both = len(first & second)
    if both == 0:
        return -1.0
    if both == n:
        return 1.0
    return log(both * n / (len(first) * len(second))) / -log(both / n)
