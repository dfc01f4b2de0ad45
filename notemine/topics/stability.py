"""Whether a topic is found again when a part of the notes is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import find_clusters
from notemine.topics.clusters import Clusters
from notemine.topics.graph import with_graph

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

SHARE = 0.9


def stabilities(clusters: Clusters, *, settings: TopicSettings, seed: int) -> Floats:
    """Refit on samples and find each cluster back (Hennig 2007).

    Returns:
        For each cluster the Jaccard overlap with its best match among the items that are left, averaged
        over those of ``settings.n_refits`` samples of 90 % of the texts that hold some of it; 1 where nothing
        was refitted and for a cluster of asides, which no refit looks for; 0 for one that no sample holds.
    """
    items = clusters.items.chosen(clusters.subjects)
    labels = clusters.found.labels[clusters.subjects]
    n_clusters = len(clusters.known)
    texts = np.unique(items.own)
    size = round(SHARE * len(texts))
    if settings.n_refits == 0 or size in (0, len(texts)):
        return np.ones(n_clusters)
    random = np.random.default_rng(seed)
    found = []
    for _ in range(settings.n_refits):
        sample, rows = items.with_texts(random.choice(texts, size, replace=False))
        refit = find_clusters(with_graph(sample), settings=settings, seed=seed)
        kept = labels[rows] >= 0
        found.append(_best_overlaps(labels[rows][kept], refit.labels[kept], n_clusters))
    n_samples = np.count_nonzero(~np.isnan(found), axis=0)
    mean: Floats = np.nansum(found, axis=0) / np.maximum(1, n_samples)
    is_aside = np.array([cluster.is_aside for cluster in clusters.known])
    return np.where(is_aside, 1.0, mean).round(4)


def _best_overlaps(labels: Indices, others: Indices, n_clusters: int) -> Floats:
    """Jaccard overlap of each cluster with its best match; nan for a cluster that the sample misses."""
    both = np.zeros((n_clusters, int(others.max(initial=0)) + 1))
    np.add.at(both, (labels, others), 1)
    sizes, other_sizes = both.sum(axis=1), both.sum(axis=0)
    overlap: Floats = (both / np.maximum(1, sizes[:, None] + other_sizes - both)).max(axis=1)
    return np.where(sizes > 0, overlap, np.nan)
