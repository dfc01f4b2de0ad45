"""Cuts text into the word pieces of an encoder: the most likely pieces by a unigram model (Kudo 2018)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

SPACE = "\u2581"
# As in SentencePiece: an unknown letter is worse by this much than the least likely piece.
UNKNOWN_PENALTY = 10.0
LONGEST_WORD = 200
CACHE_SIZE = 100_000


class WordPieces:
    """Cuts words, and remembers how it cut them."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], *, unknown: int) -> None:
        """Take the pieces of a model.

        Args:
            pieces: In the order of their numbers; one that opens a word begins with ``SPACE``.
            scores: Log-probability of each.
            unknown: Number that stands for a run of letters in no piece.
        """
        # Control pieces such as "</s>" have a score of 0; a text that spells one must not steer the encoder.
        self._number_of = {p: i for i, (p, score) in enumerate(zip(pieces, scores, strict=True)) if score < 0}
        self._scores = scores
        self._unknown = unknown
        self._unknown_score = min(scores) - UNKNOWN_PENALTY
        self._longest = max(map(len, pieces))
        self._cut_word_once = lru_cache(CACHE_SIZE)(self._cut_word)

    def cut(self, text: str) -> list[int]:
        """Numbers of the pieces of a text, in order."""
        words = unicodedata.normalize("NFKC", text).split()
        return [number for word in words for number in self._cut_word_once(word)]

    def _cut_word(self, word: str) -> tuple[int, ...]:
        letters = SPACE + word[:LONGEST_WORD]
        best = [0.0] + [float("-inf")] * len(letters)
        chosen = [(0, self._unknown)] * len(best)
        for end in range(1, len(best)):
            for start in range(max(0, end - self._longest), end):
                number = self._number_of.get(letters[start:end])
                if number is not None and best[start] + self._scores[number] > best[end]:
                    best[end] = best[start] + self._scores[number]
                    chosen[end] = (start, number)
            if best[end - 1] + self._unknown_score > best[end]:
                best[end], chosen[end] = best[end - 1] + self._unknown_score, (end - 1, self._unknown)
        numbers: list[int] = []
        end = len(letters)
        while end:
            end, number = chosen[end]
            # A run of unknown letters is one piece.
            if number != self._unknown or numbers[-1:] != [self._unknown]:
                numbers.append(number)
        return tuple(reversed(numbers))
