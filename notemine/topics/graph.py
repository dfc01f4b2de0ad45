"""The graph of nearest neighbours that clusterings are found and judged in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.topics.items import Items, Sparse
from notemine.topics.views import meaning, spelling, wording

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

# Texts that stand alone differ in domain, which an encoder sees; the lines of notes share one domain, and
# there the words tell topics apart.
ALONE = {meaning: 1.0, spelling: 1.0}
IN_NOTES = {wording: 1.0, meaning: 0.5, spelling: 0.5}
CHUNK = 1024
# Last bits of a product depend on the machine; neighbours may not.
DIGITS = 6


def fused_graph(items: Items) -> Sparse:
    """Add up the graphs of the views.

    Returns:
        Symmetric weights without a diagonal, sparse, shape (n_items, n_items).
    """
    views = IN_NOTES if items.in_notes else ALONE
    return sum(weight * nearest_neighbours(view(items)) for view, weight in views.items()).tocsr()


def nearest_neighbours(rows: Floats | Sparse) -> Sparse:
    """Tie each row to its nearest ones, by cosine; ties in canonical order.

    Args:
        rows: Unit rows, dense or sparse.
    """
    from scipy.sparse import csr_matrix

    n = rows.shape[0]
    k = min(15, max(3, n // 8), n - 1)
    if k < 1:
        return csr_matrix((n, n))
    parts = [_nearest(rows, slice(first, min(n, first + CHUNK)), k) for first in range(0, n, CHUNK)]
    columns = np.concatenate([part[0] for part in parts]).ravel()
    weights = np.concatenate([part[1] for part in parts]).ravel()
    graph = csr_matrix((weights, columns, np.arange(0, n * k + 1, k)), shape=(n, n))
    graph.eliminate_zeros()
    return (graph + graph.T) / 2


def _nearest(rows: Floats | Sparse, chunk: slice, k: int) -> tuple[Indices, Floats]:
    product = rows[chunk] @ rows.T
    similarity = product if isinstance(product, np.ndarray) else product.toarray()
    ranks = np.rint(similarity * -(10**DIGITS)).astype(np.int64)
    ranks[np.arange(len(ranks)), np.arange(chunk.start, chunk.stop)] = 2 * 10**DIGITS
    # The position in the key leaves no ties, so that no way of sorting can break them differently.
    keys = ranks * rows.shape[0] + np.arange(rows.shape[0])
    nearest = np.sort(np.partition(keys, k - 1, axis=1)[:, :k], axis=1)
    ranks, columns = np.divmod(nearest, rows.shape[0])
    return columns, np.clip(-ranks / 10**DIGITS, 0, 1)


def strengths_in(graph: Sparse, labels: Indices) -> Floats:
    """Share of the ties of each item that stay inside its cluster, 0 to 1; 1 for an item without ties."""
    coo = graph.tocoo()
    inside = np.where(labels[coo.row] == labels[coo.col], coo.data, 0.0)
    total = np.bincount(coo.row, weights=coo.data, minlength=len(labels))
    own = np.bincount(coo.row, weights=inside, minlength=len(labels))
    share: Floats = np.divide(own, total, out=np.ones(len(labels)), where=total > 0)
    return share.round(DIGITS)
