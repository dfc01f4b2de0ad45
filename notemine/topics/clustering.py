"""What a clusterer is, and how one is found by the name of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from notemine import registry
from notemine.config import TopicSettings
from notemine.topics.graph import strengths_in
from notemine.topics.items import Items

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

CLUSTERERS = "notemine.topics.clusterers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """A cluster for each item.

    Attributes:
        labels: From 0, largest cluster first, ties by the first item; -1 for none.
        strengths: Share of the ties of each item inside its cluster, 0 to 1.
    """

    labels: Indices
    strengths: Floats


class Clusterer(Protocol):
    """What a file in ``clusterers/`` calls ``cluster``: each item gets a cluster, the same one every time."""

    def __call__(self, items: Items, *, settings: TopicSettings, seed: int) -> Indices:
        """Cluster one item or more, which have their graph; the numbers of the clusters mean nothing."""
        ...


def load_clusterer(name: str) -> Clusterer:
    """Find a clusterer.

    Args:
        name: A file in ``clusterers/``.

    Raises:
        UnknownNameError: there is no such file.
    """
    clusterer: Clusterer = registry.find(CLUSTERERS, name).cluster
    return clusterer


def find_clusters(items: Items, *, settings: TopicSettings, seed: int) -> Clustering:
    """Cluster items that have their graph with the clusterer that the settings name."""
    labels = load_clusterer(settings.clusterer)(items, settings=settings, seed=seed)
    return measured(items, by_size(labels))


def measured(items: Items, labels: Indices) -> Clustering:
    """Say how strongly each item belongs to its cluster."""
    return Clustering(labels=labels, strengths=strengths_in(items.graph, labels))


def by_size(labels: Indices) -> Indices:
    """Number clusters from 0, largest first, ties by the first item; -1 stays."""
    numbered = np.full(len(labels), -1, dtype=np.int64)
    inside = labels >= 0
    _, first, codes, sizes = np.unique(
        labels[inside], return_index=True, return_inverse=True, return_counts=True
    )
    order = np.lexsort((first, -sizes))
    numbered[inside] = np.argsort(order)[codes]
    return numbered


def number_of_topics(items: Items, settings: TopicSettings) -> int:
    """What was asked, or for methods that must be told: the root of half the items."""
    return settings.n_topics or max(1, round(np.sqrt(len(items) / 2)))
