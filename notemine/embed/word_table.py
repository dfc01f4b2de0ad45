"""A static encoder in NumPy: rows of a table are summed, and a small net turns the sum into a vector.

After Model2Vec (static vectors distilled from a sentence encoder) and fastText (Bojanowski et al. 2017: a
word is the sum of its character n-grams).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from notemine.embed.word_features import Numbers, numbered, pair_numbers, word_numbers
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

Arrays: TypeAlias = "Mapping[str, NDArray[np.generic]]"

# Always so many, the last ones idle: what is multiplied beside a row then never changes its last bit.
N_ROWS = 256


class WordTable:
    """Texts to vectors, thousands a second."""

    def __init__(self, arrays: Arrays) -> None:
        """Unpack the weights.

        Args:
            arrays: As ``training/encoder/export.py`` writes them: ``rows`` in 8 bits with a scale each, the
                rest in 16 bits.
        """
        self._rows = arrays["rows"].astype(np.float32) * arrays["rows.scale"].astype(np.float32)[:, None]
        wide = {
            name: arrays[name].astype(np.float32)
            for name in ("hidden", "hidden_bias", "skip", "out", "out_bias")
        }
        self._hidden, self._hidden_bias = wide["hidden"], wide["hidden_bias"]
        self._skip, self._out, self._out_bias = wide["skip"], wide["out"], wide["out_bias"]

    def encode(self, texts: Sequence[str], *, side: int) -> Matrix:
        """Encode texts; the row of a text does not depend on the others.

        Args:
            texts: Any number of texts.
            side: Number of the last layer.

        Returns:
            Shape (n_texts, n_dims), of any length; zeros for a text without words.
        """
        words, of_word, starts = numbered(texts)
        if not len(of_word):
            return np.zeros((len(texts), self._out.shape[2]), dtype=np.float32)
        n_buckets = len(self._rows)
        n_words = np.diff(starts)
        in_text = _counts(of_word, starts, len(words))
        features = [word_numbers(word) for word in words]
        of_feature = np.fromiter((f for found in features for f in found), dtype=np.int64) % n_buckets
        ends = np.cumsum([0, *map(len, features)])
        summed = in_text @ (_scaled(of_feature, ends, n_buckets) @ self._rows)
        own = np.array([found[0] for found in features], dtype=np.int64)[of_word]
        summed += _pairs(own, starts, n_buckets) @ self._rows
        summed /= np.sqrt(np.maximum(n_words, 1))[:, None]
        return self._turn(summed, side) * (n_words > 0)[:, None]

    def _turn(self, summed: Matrix, side: int) -> Matrix:
        """Turn sums into vectors, a fixed number of rows at a time."""
        vectors = np.empty((len(summed), self._out.shape[2]), dtype=np.float32)
        rows = np.zeros((N_ROWS, summed.shape[1]), dtype=np.float32)
        for first in range(0, len(summed), N_ROWS):
            chunk = summed[first : first + N_ROWS]
            rows[: len(chunk)] = chunk
            hidden = np.maximum(rows @ self._hidden + self._hidden_bias, 0)
            turned = rows @ self._skip[side] + hidden @ self._out[side] + self._out_bias[side]
            vectors[first : first + N_ROWS] = turned[: len(chunk)]
        return vectors


def _counts(columns: Numbers, starts: Numbers, n_columns: int) -> csr_array:
    """A row for each stretch of ``columns``: how often each column stands in it."""
    from scipy.sparse import csr_array

    ones = np.ones(len(columns), dtype=np.float32)
    return csr_array((ones, columns, starts), shape=(len(starts) - 1, n_columns))


def _scaled(columns: Numbers, starts: Numbers, n_columns: int) -> csr_array:
    """The same as ``_counts``, divided by the root of the length of each stretch."""
    counts = _counts(columns, starts, n_columns)
    counts.data /= np.sqrt(np.repeat(np.diff(starts), np.diff(starts)))
    return counts


def _pairs(words: Numbers, starts: Numbers, n_buckets: int) -> csr_array:
    """Pairs of neighbours in one text."""
    is_inside = np.ones(len(words), dtype=bool)
    is_inside[starts[1:] - 1] = False
    is_inside[-1] = False
    numbers = pair_numbers(words)[is_inside[:-1]] % n_buckets
    n_pairs = np.maximum(np.diff(starts) - 1, 0)
    return _counts(numbers, np.concatenate([[0], np.cumsum(n_pairs)]), n_buckets)
