"""The network that scores which words ask, in NumPy.

Gated convolutions (Dauphin et al. 2017) with growing gaps between the words that they join (Yu and Koltun
2016), on sums of rows of hashed tables (Svenstrup et al. 2017).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

N_WORDS, N_CLASSES, N_SUFFIXES, N_SHAPES = 2**14, 2**10, 2**11, 4
TABLES = ("words", "words", "classes", "suffixes", "shapes")
# How far away the words are that a layer joins to each word.
GAPS = (1, 2, 4, 1, 2, 4, 1, 2)
EPSILON = np.float32(1e-5)


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of a network.

    Attributes:
        tables: In the order of ``TABLES``, shape (n_rows, width).
        joins: For each layer the maps of the word before, the word and the word behind, side by side, shape
            (width, 3 * 2 * width), and its offset, shape (2 * width,).
        out: Map to the labels, shape (width, n_labels), and its offset.
    """

    tables: tuple[Matrix, ...]
    joins: tuple[tuple[Matrix, Matrix], ...]
    out: tuple[Matrix, Matrix]

    def log_probabilities(self, rows: NDArray[np.int64], is_word: Matrix) -> Matrix:
        """Log-probabilities of labels, shape (n_rows, n_labels).

        To three decimals, so that the last bit of a product decides nothing.

        Args:
            rows: Rows in the tables, shape (n_rows, n_tables).
            is_word: 1 where there is a word, 0 between units, shape (n_rows, 1).
        """
        x = sum((table[rows[:, i]] for i, table in enumerate(self.tables)), np.float32(0)) * is_word
        for (weights, offset), gap in zip(self.joins, GAPS, strict=True):
            x += _gated(_joined(_normed(x) @ weights, gap) + offset) * is_word
        return np.round(log_softmax(_normed(x) @ self.out[0] + self.out[1]), 3)


@lru_cache(maxsize=2**17)
def rows_of(low: str, classes: str, is_capital: bool) -> tuple[int, ...]:
    """Rows of a word in the tables.

    Args:
        low: The word in lower case.
        classes: See ``dutch.verbs``; empty for a sign.
        is_capital: Whether it begins with a capital.
    """
    shape = 0 if not classes else 1 if is_capital else 2 if any(c.isdigit() for c in low) else 3
    return (
        crc32(low.encode()) % N_WORDS,
        crc32(b"2" + low.encode()) % N_WORDS,
        crc32(classes.encode()) % N_CLASSES,
        crc32(low[-3:].encode()) % N_SUFFIXES,
        shape,
    )


@cache
def read_networks(file: Path) -> tuple[Network, ...]:
    """Read the networks of a file; tables are stored in eight bits, with a scale for each row."""
    with np.load(file) as arrays:
        of = {name: arrays[name] for name in arrays.files}
    numbers = sorted({name.partition("/")[0] for name in of})
    return tuple(
        _network({k[len(n) + 1 :]: v for k, v in of.items() if k.startswith(f"{n}/")}) for n in numbers
    )


def _network(of: Mapping[str, NDArray[np.generic]]) -> Network:
    tables = {
        name: of[name].astype(np.float32) * of[f"{name}_scale"].astype(np.float32)[:, None]
        for name in dict.fromkeys(TABLES)
    }
    wide = {name: array.astype(np.float32) for name, array in of.items()}
    joins = []
    for i in range(len(GAPS)):
        before, here, behind = np.split(wide[f"join{i}"], 3)
        joins.append((np.hstack([before, here, behind]), wide[f"join{i}_offset"]))
    return Network(
        tables=tuple(tables[name] for name in TABLES),
        joins=tuple(joins),
        out=(wide["out"], wide["out_offset"]),
    )


def _joined(mapped: Matrix, gap: int) -> Matrix:
    """Add to what each word gives itself what the words before and behind it give."""
    before, here, behind = np.split(mapped, 3, axis=1)
    here = here.copy()
    here[gap:] += before[:-gap]
    here[:-gap] += behind[gap:]
    return here


def _gated(both: Matrix) -> Matrix:
    """The first half, as far as the second lets it through; tanh is faster than exp and a division."""
    value, gate = np.split(both, 2, axis=1)
    gated: Matrix = value * (np.tanh(gate * np.float32(0.5)) + 1) * np.float32(0.5)
    return gated


def _normed(x: Matrix) -> Matrix:
    """Rows with mean 0 and variance 1; an empty row stays empty."""
    x = x - x.mean(1, keepdims=True)
    normed: Matrix = x / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(x.shape[1]) + EPSILON)
    return normed


def log_softmax(scores: Matrix) -> Matrix:
    """Scores of each row as log-probabilities."""
    below_top = scores - scores.max(1, keepdims=True)
    found: Matrix = below_top - np.log(np.exp(below_top).sum(1, keepdims=True))
    return found
