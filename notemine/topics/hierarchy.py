"""The broad level above the topics: topics whose members are tied to one another."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Topic, TopicGroup, make_id
from notemine.topics.modularity import best_merger, merge, ties_between

if TYPE_CHECKING:
    from notemine.topics.items import Indices, Sparse

# Of the grain at which the topics were found.
COARSER = 0.4
MIN_TOPICS, MIN_GROUPS = 4, 2
N_NAMES = 2


def group_clusters(graph: Sparse, labels: Indices, *, grain: float) -> Indices:
    """Merge clusters while that gains modularity at a coarser grain, and until there are half as many.

    Args:
        graph: Ties between the items.
        labels: Cluster of each item; -1 for none.
        grain: Resolution at which the clusters were found.

    Returns:
        Number of the group of each cluster, shape (n_clusters,). Fewer than four clusters stay apart.
    """
    kept = np.flatnonzero(labels >= 0)
    n_clusters = int(labels.max()) + 1
    groups = np.arange(n_clusters)
    inside = graph[kept][:, kept]
    if n_clusters < MIN_TOPICS or not inside.nnz:
        return groups
    most = max(MIN_GROUPS, ceil(n_clusters / 2))
    while groups.max() + 1 > MIN_GROUPS:
        ties = ties_between(inside, groups[labels[kept]])
        into, merged, gained = best_merger(ties, grain * COARSER)
        if gained <= 0 and groups.max() + 1 <= most:
            break
        groups = merge(groups, into, merged)
    return groups


def make_groups(topics: Sequence[Topic], group_of: Sequence[int]) -> tuple[TopicGroup, ...]:
    """Name groups after their largest topics.

    Args:
        topics: Largest first.
        group_of: Number of the group of each topic.

    Returns:
        The groups, in the order of their largest topics.
    """
    members: dict[int, list[Topic]] = {}
    for topic, group in zip(topics, group_of, strict=True):
        members.setdefault(group, []).append(topic)
    return tuple(
        TopicGroup(
            id=make_id("g", *sorted(topic.id for topic in inside)),
            label=" · ".join(topic.label for topic in inside[:N_NAMES]),
            topic_ids=tuple(topic.id for topic in inside),
        )
        for inside in members.values()
    )
