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


def cosine(left: Matrix, right: Matrix) -> Matrix:
    """Cosine of each row of ``left`` with each of ``right``, shape (n_left, n_right)."""
    similarity: Matrix = unit_rows(left) @ unit_rows(right).T
    return similarity
