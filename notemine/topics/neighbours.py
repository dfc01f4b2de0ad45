"""The nearest neighbours of each row: among all rows where that is cheap, those of near cells where not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.vectors import Matrix

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices, Sparse

MAX_NEIGHBOURS, MIN_NEIGHBOURS, PART = 18, 3, 8
CHUNK = 1024
# Last bits of a product depend on the machine; neighbours may not.
DIGITS = 6
# From so many rows on it takes longer to compare all pairs than to encode the texts.
MAX_EXACT = 20_000
# Of the nearest cells so many are searched; more find more of the true neighbours and take longer.
N_PROBES, N_ROUNDS = 16, 4
N_SKETCH = 256
# How near the nearest ten are says how crowded it is around a row; among four times as many candidates those
# are chosen that are near for where they are.
N_SCALED, N_CANDIDATES = 10, 4


def nearest_neighbours(rows: Matrix | Sparse) -> Sparse:
    """Tie each row to its nearest ones, ties in canonical order.

    Near is what is nearer than either row is to others (cross-domain similarity local scaling, Conneau et al.
    2018), so that no row is the neighbour of half of them. Above ``MAX_EXACT`` rows the neighbours are sought
    in cells (an inverted file, as in Jégou et al. 2011) and a few are missed.

    Args:
        rows: Unit rows, dense or sparse.

    Returns:
        Symmetric cosines without a diagonal, sparse, shape (n_rows, n_rows).
    """
    from scipy.sparse import csr_matrix

    n = rows.shape[0]
    k = min(MAX_NEIGHBOURS, max(MIN_NEIGHBOURS, n // PART), n - 1)
    if k < 1:
        return csr_matrix((n, n))
    fields = _cells_of(rows) if n > MAX_EXACT else [(np.arange(n), np.arange(n))]
    columns, cosines = _search(rows, fields, min(n - 1, N_CANDIDATES * k))
    columns, weights = _scaled(columns, cosines, k)
    graph = csr_matrix((weights.ravel(), columns.ravel(), np.arange(0, n * k + 1, k)), shape=(n, n))
    graph.eliminate_zeros()
    return (graph + graph.T) / 2


def _search(
    rows: Matrix | Sparse, fields: Sequence[tuple[Indices, Indices]], k: int
) -> tuple[Indices, Floats]:
    """Search the ``k`` rows of most cosine to the first rows of each field among the second.

    Returns:
        Columns and cosines, largest first, ties in order, both of shape (n_rows, k); cosine -1 where a field
        has too few rows.
    """
    columns = np.zeros((rows.shape[0], k), dtype=np.int64)
    cosines = np.full((rows.shape[0], k), -1.0)
    for inside, among in fields:
        for first in range(0, len(inside), CHUNK):
            part = inside[first : first + CHUNK]
            found, near = _nearest(rows, part, among, min(k, len(among) - 1))
            columns[part, : found.shape[1]], cosines[part, : found.shape[1]] = found, near
    return columns, cosines


def _scaled(columns: Indices, cosines: Floats, k: int) -> tuple[Indices, Floats]:
    """Choose ``k`` of the candidates of each row by how much nearer they are than others are to either."""
    crowd = cosines[:, :N_SCALED].mean(axis=1)
    nearness = 2 * cosines - crowd[:, None] - crowd[columns]
    order = np.argsort(-np.round(nearness, DIGITS), axis=1, kind="stable")[:, :k]
    chosen = np.take_along_axis(cosines, order, axis=1)
    return np.take_along_axis(columns, order, axis=1), np.clip(chosen, 0, 1)


def _cells_of(rows: Matrix | Sparse) -> list[tuple[Indices, Indices]]:
    """The rows of each cell, and those of the cells around it, in which their neighbours are sought."""
    sketch: Matrix = (rows if isinstance(rows, np.ndarray) else _sketch(rows)).astype(np.float32)
    cell_of, near = _cells(sketch)
    members = [np.flatnonzero(cell_of == cell) for cell in range(len(near))]
    return [
        (inside, np.sort(np.concatenate([members[other] for other in near[cell]])))
        for cell, inside in enumerate(members)
    ]


def _cells(sketch: Matrix) -> tuple[Indices, Indices]:
    """The cell of each row, by k-means from rows at even distances, and the nearest cells of each cell."""
    n_cells = int(np.sqrt(len(sketch)))
    centres = sketch[np.linspace(0, len(sketch) - 1, n_cells).astype(int)]
    cell_of = _nearest_centre(sketch, centres)
    for _ in range(N_ROUNDS):
        sums = np.zeros_like(centres, dtype=np.float64)
        np.add.at(sums, cell_of, sketch)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(norms > 0, sums / np.where(norms > 0, norms, 1), centres).astype(np.float32)
        cell_of = _nearest_centre(sketch, centres)
    near = np.argsort(-np.round(centres @ centres.T, DIGITS), axis=1, kind="stable")[:, :N_PROBES]
    # A cell is among its own nearest, whatever the rounding.
    near[:, -1] = np.where((near == np.arange(n_cells)[:, None]).any(axis=1), near[:, -1], np.arange(n_cells))
    return cell_of, near


def _nearest_centre(sketch: Matrix, centres: Matrix) -> Indices:
    parts = [
        np.argmax(np.round(sketch[i : i + CHUNK] @ centres.T, DIGITS), axis=1)
        for i in range(0, len(sketch), CHUNK)
    ]
    return np.concatenate(parts)


def _sketch(rows: Sparse) -> Floats:
    """Fewer columns that keep the cosines roughly: a count sketch (Charikar et al. 2002); unit rows."""
    from scipy.sparse import csr_matrix
    from sklearn.preprocessing import normalize

    random = np.random.default_rng(0)
    n = rows.shape[1]
    signs = random.choice([-1.0, 1.0], n)
    buckets = csr_matrix((signs, (np.arange(n), random.integers(0, N_SKETCH, n))), shape=(n, N_SKETCH))
    dense: Floats = normalize(rows @ buckets).toarray()
    return dense


def _nearest(rows: Matrix | Sparse, part: Indices, among: Indices, k: int) -> tuple[Indices, Floats]:
    product = rows[part] @ rows[among].T
    similarity = product if isinstance(product, np.ndarray) else product.toarray()
    ranks = np.rint(similarity * -(10**DIGITS)).astype(np.int64)
    ranks[part[:, None] == among] = 2 * 10**DIGITS
    # The position in the key leaves no ties, so that no way of sorting can break them differently.
    keys = ranks * len(among) + np.arange(len(among))
    nearest = np.sort(np.partition(keys, k - 1, axis=1)[:, :k], axis=1)
    ranks, columns = np.divmod(nearest, len(among))
    return among[columns], -ranks / 10**DIGITS
