"""Modularity with a resolution (Reichardt and Bornholdt 2006), and what it gains to merge two clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices, Sparse

# Gains that differ in their last bits are the same.
DIGITS = 12


def ties_between(graph: Sparse, labels: Indices) -> Floats:
    """Weight of the ties between clusters, twice that inside each, shape (n_clusters, n_clusters)."""
    from scipy.sparse import csr_matrix

    n = len(labels)
    members = csr_matrix((np.ones(n), (labels, np.arange(n))), shape=(int(labels.max()) + 1, n))
    ties: Floats = (members @ graph @ members.T).toarray()
    return ties


def gains(ties: Floats, resolution: float) -> Floats:
    """Modularity that each cluster has (diagonal), or that each two would add if merged, halved."""
    total = ties.sum()
    degrees = ties.sum(axis=1)
    found: Floats = ties / total - resolution * np.outer(degrees, degrees) / total**2
    return found


def modularity(graph: Sparse, labels: Indices, resolution: float) -> float:
    """How much more the clusters hold together than chance would have it."""
    return round(float(np.trace(gains(ties_between(graph, labels), resolution))), 9)


def best_merger(ties: Floats, resolution: float, *, of: int | None = None) -> tuple[int, int, float]:
    """The two clusters that gain most by merging, and their gain; ties by number.

    Args:
        ties: Between clusters, two or more.
        resolution: The higher, the less is gained.
        of: Look for the best partner of this cluster alone.

    Returns:
        The smaller number, the larger number, the gain.
    """
    found = np.round(gains(ties, resolution), DIGITS)
    np.fill_diagonal(found, -np.inf)
    one = int(np.argmax(found.max(axis=1))) if of is None else of
    other = int(np.argmax(found[one]))
    return min(one, other), max(one, other), float(found[one, other])


def merge(labels: Indices, into: int, merged: int) -> Indices:
    """Give the members of ``merged`` the number ``into``; numbers stay without gaps."""
    moved = np.where(labels == merged, into, labels)
    found: Indices = np.unique(moved, return_inverse=True)[1]
    return found
