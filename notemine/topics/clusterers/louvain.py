"""Communities in the graph of nearest neighbours.

Louvain (Blondel et al. 2008) from scikit-network; its Leiden is not fully repeatable. The best of several
restarts is kept; then each item may choose again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.graph import shares_in
from notemine.topics.items import Items, Sparse
from notemine.topics.modularity import best_merger, merge, modularity, ties_between
from notemine.topics.neighbours import DIGITS
from notemine.topics.views import meaning
from notemine.vectors import unit_rows

if TYPE_CHECKING:
    from notemine.topics.items import Indices

# Restarts differ more on a small graph.
N_RESTARTS, N_RESTARTS_LARGE, LARGE = 10, 4, 1000
MIN_SIZE, MIN_SHARE = 3, 0.008
# Enough to settle; the nearness to the centre decides where the ties do not.
N_CHOICES, CENTRE_WEIGHT = 3, 0.5
COARSEST, FINEST, N_BISECTIONS = 0.05, 50.0, 12


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Indices:
    """Find communities; ``grain`` is the resolution, ``n_topics`` forces their number."""
    graph = items.graph
    if graph.nnz == 0:
        return np.zeros(len(items), dtype=np.int64)
    if settings.n_topics is None:
        labels = _without_crumbs(_communities(graph, settings.grain, seed), graph, settings.grain)
    else:
        labels = _exactly(settings.n_topics, graph, seed)
    return _refined(labels, items)


def _refined(labels: Indices, items: Items) -> Indices:
    """Let each item choose again, by its ties and the centre of each community; none may lose all members."""
    rows = meaning(items)
    for _ in range(N_CHOICES):
        members = np.eye(int(labels.max()) + 1, dtype=np.float32)[labels]
        centres = unit_rows(members.T @ rows)
        appeal = shares_in(items.graph, labels) + CENTRE_WEIGHT * (rows @ centres.T)
        chosen = np.argmax(np.round(appeal, DIGITS), axis=1)
        if len(np.unique(chosen)) <= labels.max() or (chosen == labels).all():
            break
        labels = chosen
    return labels


def _communities(graph: Sparse, resolution: float, seed: int) -> Indices:
    """The best of all restarts, ties by the first."""
    from sknetwork.clustering import Louvain

    def run(state: int) -> Indices:
        louvain = Louvain(resolution=resolution, modularity="newman", random_state=state, shuffle_nodes=True)
        labels: Indices = louvain.fit_predict(graph).astype(np.int64)
        return labels

    # Its random states are small whole numbers: those of two seeds must not overlap.
    n_restarts = N_RESTARTS if graph.shape[0] <= LARGE else N_RESTARTS_LARGE
    states = range(seed * N_RESTARTS, seed * N_RESTARTS + n_restarts)
    return max(map(run, states), key=lambda labels: modularity(graph, labels, resolution))


def _without_crumbs(labels: Indices, graph: Sparse, resolution: float) -> Indices:
    """Merge each community that is too small to be a topic into the one it fits best."""
    min_size = max(MIN_SIZE, MIN_SHARE * len(labels))
    while True:
        _, labels, sizes = np.unique(labels, return_inverse=True, return_counts=True)
        if len(sizes) == 1 or sizes.min() >= min_size:
            return labels
        into, merged, _ = best_merger(ties_between(graph, labels), resolution, of=int(np.argmin(sizes)))
        labels = merge(labels, into, merged)


def _exactly(n_topics: int, graph: Sparse, seed: int) -> Indices:
    """Bisect on the resolution for the fewest communities that are enough; merge what is too many."""
    low, high = COARSEST, FINEST
    labels = np.arange(graph.shape[0], dtype=np.int64)
    for _ in range(N_BISECTIONS):
        resolution = float(np.sqrt(low * high))
        found = _without_crumbs(_communities(graph, resolution, seed), graph, resolution)
        if found.max() + 1 >= n_topics:
            labels, high = found, resolution
        else:
            low = resolution
        if found.max() + 1 == n_topics:
            return found
    return _merged(labels, n_topics, graph=graph, resolution=high)


def _merged(labels: Indices, n_topics: int, *, graph: Sparse, resolution: float) -> Indices:
    while labels.max() + 1 > n_topics:
        into, merged, _ = best_merger(ties_between(graph, labels), resolution)
        labels = merge(labels, into, merged)
    return labels
