"""Baseline: HDBSCAN on the encoder vectors; what it leaves out joins the nearest topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.items import Items
from notemine.topics.views import meaning, principal_components

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

N_COMPONENTS = 10


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Indices:  # noqa: ARG001
    """Cluster by density; neither ``n_topics`` nor ``grain`` is used."""
    from sklearn.cluster import HDBSCAN

    rows = principal_components(meaning(items), N_COMPONENTS)
    min_size = max(2, round(np.sqrt(len(items)) / 2))
    labels = np.full(len(items), -1)
    if len(items) > 2 * min_size:
        labels = HDBSCAN(min_cluster_size=min_size, copy=True).fit_predict(rows)
    return _without_outliers(labels, rows)


def _without_outliers(labels: Indices, rows: Floats) -> Indices:
    found = np.unique(labels[labels >= 0])
    if not len(found):
        return np.zeros_like(labels)
    centres = np.stack([rows[labels == label].mean(axis=0) for label in found])
    nearest = found[np.argmax(np.round(rows @ centres.T, 6), axis=1)]
    return np.where(labels < 0, nearest, labels)
