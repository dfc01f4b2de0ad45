"""Baseline: k-means on the encoder vectors; the number of topics is given or the root of half the items."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import number_of_topics
from notemine.topics.items import Items
from notemine.topics.views import meaning, principal_components

if TYPE_CHECKING:
    from notemine.topics.items import Indices

N_STARTS = 10
N_COMPONENTS = 50


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Indices:
    """Cluster into ``n_topics``; ``grain`` is not used."""
    from sklearn.cluster import KMeans

    rows = principal_components(meaning(items), N_COMPONENTS)
    n_topics = min(number_of_topics(items, settings), len(np.unique(rows, axis=0)))
    labels: Indices = KMeans(n_topics, n_init=N_STARTS, random_state=seed).fit_predict(rows)
    return labels
