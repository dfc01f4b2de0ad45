"""New lines beside topics that are there: they join one, or found one of their own; what was there stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment, TopicMap

if TYPE_CHECKING:
    from notemine.topics.items import Indices, Sparse

# A community of the whole founds a topic if so much of it is new.
MOSTLY_NEW = 0.6
MIN_FOUNDERS = 3
# Two clusterings hold one topic if so much of both together is in both.
MIN_OVERLAP = 0.3
DIGITS = 9


def known_labels(segments: Sequence[Segment], item_of: Indices, n_items: int, previous: TopicMap) -> Indices:
    """Topic of each item in an earlier run, as an index in ``previous.topics``; -1 for a new item."""
    topic_of = {segment_id: place for place, topic in enumerate(previous) for segment_id in topic.segment_ids}
    known = np.full(n_items, -1, dtype=np.int64)
    for segment, item in sorted(zip(segments, item_of, strict=True), key=lambda pair: pair[0].id):
        if item >= 0 and known[item] < 0:
            known[item] = topic_of.get(segment.id, -1)
    return known


def join(graph: Sparse, known: Indices, found: Indices, *, n_taken: int) -> Indices:
    """Keep what is known and place what is new.

    Args:
        graph: Ties between all items.
        known: Topic of each item that has one; -1 for a new item.
        found: Clustering of all items together, made without looking at what is known.
        n_taken: Numbers below it belong to known topics.

    Returns:
        Topic of each item; those from ``n_taken`` on are new. An item without ties to any topic goes with
        the items it was found with.
    """
    labels = known.copy()
    free = n_taken
    for cluster in range(int(found.max()) + 1):
        new = np.flatnonzero((found == cluster) & (known < 0))
        is_mostly_new = len(new) >= MOSTLY_NEW * np.count_nonzero(found == cluster)
        if len(new) >= MIN_FOUNDERS and is_mostly_new and _hold_together(graph, new, known):
            labels[new] = free
            free += 1
    return spread(graph, labels, found, free=free)


def spread(graph: Sparse, labels: Indices, found: Indices, *, free: int) -> Indices:
    """Give each item without a label that of most of its ties, the nearest first; without ties a new one."""
    from scipy.sparse import csr_matrix

    labels = labels.copy()
    while (left := np.flatnonzero(labels < 0)).size:
        inside = np.flatnonzero(labels >= 0)
        shape = (len(labels), int(labels.max()) + 1)
        members = csr_matrix((np.ones(len(inside)), (inside, labels[inside])), shape=shape)
        ties = np.round((graph[left] @ members).toarray(), DIGITS)
        tied = ties.max(axis=1, initial=0) > 0
        if not tied.any():
            labels[left] = free + np.unique(found[left], return_inverse=True)[1]
            break
        labels[left[tied]] = np.argmax(ties[tied], axis=1)
    return labels


def _hold_together(graph: Sparse, new: Indices, known: Indices) -> bool:
    """Whether new items are tied more to one another than to any one topic that is known."""
    rows = graph[new]
    inside = rows[:, new].sum()
    old = np.flatnonzero(known >= 0)
    ties = np.asarray(rows[:, old].sum(axis=0)).ravel()
    to_known = np.bincount(known[old], weights=ties, minlength=1)
    return bool(inside > to_known.max())


def match(known: Indices, labels: Indices) -> dict[int, int]:
    """Find each known topic back among clusters that were found anew.

    Returns:
        Known topic of each cluster that has one: each pair overlaps (Jaccard, among the items that were
        known) by ``MIN_OVERLAP`` at least, and no better pair has one of the two; ties by number.
    """
    both = np.flatnonzero((known >= 0) & (labels >= 0))
    if not len(both):
        return {}
    counts = np.zeros((int(labels.max()) + 1, int(known.max()) + 1))
    np.add.at(counts, (labels[both], known[both]), 1)
    union = counts.sum(axis=1)[:, None] + counts.sum(axis=0) - counts
    overlaps = np.round(counts / np.maximum(union, 1), DIGITS)
    pairs = sorted(zip(*np.nonzero(overlaps >= MIN_OVERLAP), strict=True), key=lambda p: (-overlaps[p], p))
    found: dict[int, int] = {}
    for cluster, topic in pairs:
        if int(cluster) not in found and int(topic) not in found.values():
            found[int(cluster)] = int(topic)
    return found
