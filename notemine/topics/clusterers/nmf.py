"""Baseline: non-negative matrix factorisation of the tf-idf of terms; a text joins its heaviest component."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import number_of_topics
from notemine.topics.items import Items

if TYPE_CHECKING:
    from notemine.topics.items import Indices

MAX_ITERATIONS = 400


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Indices:
    """Cluster into ``n_topics`` at most; neither ``grain`` nor vectors are used."""
    from sklearn.decomposition import NMF

    rows = items.mixing @ items.terms
    n_topics = min(number_of_topics(items, settings), min(rows.shape))
    labels = np.zeros(len(items), dtype=np.int64)
    if n_topics > 1 and rows.nnz:
        # nndsvda starts without a random state; it needs more rows and columns than topics.
        start = "nndsvda" if n_topics < min(rows.shape) else "random"
        model = NMF(n_topics, init=start, max_iter=MAX_ITERATIONS, random_state=seed, tol=1e-3)
        # Where the fit is perfect, scikit-learn takes the root of a hair less than nothing.
        with np.errstate(invalid="ignore"):
            labels = np.argmax(np.round(model.fit_transform(rows), 6), axis=1)
    return labels
