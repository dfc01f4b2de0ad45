"""Precision, recall and F1, and the overlap of two strings in words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Counts:
    """Hits, false hits and misses."""

    hits: int
    false_hits: int
    misses: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        found = self.hits + self.false_hits
        return self.hits / found if found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is right that was found; 1 where there was nothing to find."""
        there = self.hits + self.misses
        return self.hits / there if there else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.hits + self.false_hits + self.misses
        return 2 * self.hits / total if total else 1.0

    def as_scores(self) -> dict[str, float]:
        """Precision, recall and f1, in four decimals."""
        scores = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: round(value, 4) for name, value in scores.items()}


def token_f1(left: str, right: str) -> float:
    """F1 of the words that two strings share, case ignored, 0 to 1."""
    a, b = (Counter(WORD.findall(text.lower())) for text in (left, right))
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0
