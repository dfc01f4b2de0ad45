"""Links what is similar: average linkage within blocks that no near pair joins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from notemine.questions.pairs import IndexPairs
from notemine.vectors import Matrix

# Average linkage sees all pairs of a block, so a block must fit in memory.
MAX_BLOCK = 2000
DECIMALS = 5

Judge: TypeAlias = Callable[[IndexPairs], Matrix]


def link(judge: Judge, candidates: IndexPairs, similarity: Matrix, *, n: int, threshold: float) -> list[int]:
    """Find groups by average linkage (Sokal and Michener 1958).

    Groups never reach over a gap where no near pair is similar enough, so each block between the gaps is
    linked on its own.

    Args:
        judge: Similarity of pairs, at most 1; far below 0 for what must never be one.
        candidates: Near pairs, shape (n_pairs, 2), smaller index first.
        similarity: What the judge says of them, shape (n_pairs,).
        n: Number of items.
        threshold: Similarity from which on two groups are one.

    Returns:
        Number of the group of each item, that of its first member.
    """
    if not len(candidates):
        return list(range(n))
    cluster = np.arange(n)
    for block in _blocks(candidates, similarity, n=n, threshold=threshold):
        pairs = np.column_stack([block[side] for side in np.triu_indices(len(block), 1)])
        distances = np.round(1 - judge(pairs), DECIMALS)
        cluster[block] = block[_average_linkage(distances, max_distance=1 - threshold)]
    return [int(c) for c in cluster]


def _blocks(candidates: IndexPairs, similarity: Matrix, *, n: int, threshold: float) -> list[IndexPairs]:
    """Connected items; where too many hang together, only the most similar pairs connect."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    kept = similarity >= threshold
    i, j = candidates[kept].T
    graph = coo_array((np.ones(len(i)), (i, j)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    blocks = [block for block in members if 1 < len(block) <= MAX_BLOCK]
    for block in members:
        if len(block) > MAX_BLOCK:
            inside = kept & (label[candidates[:, 0]] == label[block[0]])
            stricter = float(np.median(similarity[inside])) + 10**-DECIMALS
            blocks += _blocks(candidates[inside], similarity[inside], n=n, threshold=stricter)
    return blocks


def _average_linkage(distances: Matrix, *, max_distance: float) -> IndexPairs:
    """Index of the first member of the cluster of each item, from condensed distances."""
    from scipy.cluster.hierarchy import fcluster, linkage

    label = fcluster(linkage(distances, "average"), max_distance, criterion="distance")
    _, first, cluster = np.unique(label, return_index=True, return_inverse=True)
    members: IndexPairs = first[cluster]
    return members
