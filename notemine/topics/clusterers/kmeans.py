"""Baseline: k-means on the encoder vectors; the number of topics is given or the root of half the items."""

from __future__ import annotations

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import Clustering, by_size
from notemine.topics.graph import fused_graph, strengths_in
from notemine.topics.items import Items
from notemine.topics.views import meaning

N_STARTS = 10


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Clustering:
    """Cluster into ``n_topics``; ``grain`` is not used."""
    from sklearn.cluster import KMeans

    rows = np.round(meaning(items), 6)
    n_topics = settings.n_topics or round(np.sqrt(len(items) / 2))
    n_topics = max(1, min(n_topics, len(np.unique(rows, axis=0))))
    labels = by_size(KMeans(n_topics, n_init=N_STARTS, random_state=seed).fit_predict(rows))
    return Clustering(labels=labels, strengths=strengths_in(fused_graph(items), labels))
