"""Row-vector algebra that several rooms need."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Matrix: TypeAlias = "NDArray[np.float32]"


def unit_rows(matrix: Matrix) -> Matrix:
    """Scale each row to length 1; a row of zeros stays zero."""
    matrix = np.asarray(matrix, dtype=np.float32)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    scaled: Matrix = np.divide(matrix, norms, out=np.zeros_like(matrix), where=norms > 0)
    return scaled


def with_fixed_signs(columns: NDArray[np.float64]) -> NDArray[np.float64]:
    """Turn each column so that its largest entry is positive: axes come with either sign."""
    largest = np.argmax(np.abs(columns).round(6), axis=0)
    turned: NDArray[np.float64] = columns * np.where(
        columns[largest, np.arange(columns.shape[1])] < 0, -1.0, 1.0
    )
    return turned


def cosine(left: Matrix, right: Matrix) -> Matrix:
    """Cosine of each row of ``left`` with each of ``right``, shape (n_left, n_right)."""
    similarity: Matrix = unit_rows(left) @ unit_rows(right).T
    return similarity
