"""What a clusterer is, and how one is found by the name of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from notemine import registry
from notemine.config import TopicSettings
from notemine.topics.items import Items

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

CLUSTERERS = "notemine.topics.clusterers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """A cluster for each item.

    Attributes:
        labels: From 0, largest cluster first, ties by the first item.
        strengths: Share of the ties of each item inside its cluster, 0 to 1.
    """

    labels: Indices
    strengths: Floats


class Clusterer(Protocol):
    """What a file in ``clusterers/`` calls ``cluster``: each item gets a cluster, the same one every time."""

    def __call__(self, items: Items, *, settings: TopicSettings, seed: int) -> Clustering:
        """Cluster any number of items."""
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


def by_size(labels: Indices) -> Indices:
    """Number clusters from 0, largest first, ties by the first item."""
    _, first, codes, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -sizes))
    return np.argsort(order)[codes]
