"""Baseline: latent Dirichlet allocation (Blei et al. 2003) of the terms; a text joins its likeliest topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import number_of_topics
from notemine.topics.items import Items

if TYPE_CHECKING:
    from notemine.topics.items import Indices

MAX_ITERATIONS = 30


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Indices:
    """Cluster into ``n_topics`` at most; neither ``grain`` nor vectors are used."""
    from sklearn.decomposition import LatentDirichletAllocation

    # Whether a term is there: items hold weights, not counts, and a line seldom says a word twice.
    rows = (items.mixing @ (items.terms > 0)).tocsr()
    n_topics = min(number_of_topics(items, settings), len(items))
    labels = np.zeros(len(items), dtype=np.int64)
    if n_topics > 1 and rows.nnz:
        model = LatentDirichletAllocation(
            n_topics, max_iter=MAX_ITERATIONS, learning_method="batch", random_state=seed
        )
        labels = np.argmax(np.round(model.fit_transform(rows), 6), axis=1)
    return labels
