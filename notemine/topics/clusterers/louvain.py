"""Communities in a graph of nearest neighbours over two views: meaning and spelling.

Louvain (Blondel et al. 2008) with modularity and a resolution (Reichardt and Bornholdt 2006), from
scikit-network; its Leiden is not fully repeatable. The best of ten restarts is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.topics.clustering import Clustering, by_size
from notemine.topics.graph import fused_graph, strengths_in
from notemine.topics.items import Items, Sparse

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

N_RESTARTS = 10
MIN_SIZE, MIN_SHARE = 3, 0.008
COARSEST, FINEST, N_BISECTIONS = 0.05, 50.0, 12


def cluster(items: Items, *, settings: TopicSettings, seed: int) -> Clustering:
    """Find communities; ``grain`` is the resolution, ``n_topics`` forces their number."""
    graph = fused_graph(items)
    if graph.nnz == 0:
        return Clustering(labels=np.zeros(len(items), dtype=np.int64), strengths=np.ones(len(items)))
    if settings.n_topics is None:
        labels = _without_crumbs(_communities(graph, settings.grain, seed), graph, settings.grain)
    else:
        labels = _exactly(settings.n_topics, graph, seed)
    labels = by_size(labels)
    return Clustering(labels=labels, strengths=strengths_in(graph, labels))


def _communities(graph: Sparse, resolution: float, seed: int) -> Indices:
    """The best of all restarts, ties by the first."""
    from sknetwork.clustering import Louvain

    def run(state: int) -> Indices:
        louvain = Louvain(resolution=resolution, modularity="newman", random_state=state, shuffle_nodes=True)
        labels: Indices = louvain.fit_predict(graph).astype(np.int64)
        return labels

    # Its random states are small whole numbers: those of two seeds must not overlap.
    states = range(seed * N_RESTARTS, (seed + 1) * N_RESTARTS)
    return max(
        map(run, states), key=lambda labels: round(float(np.trace(_gains(graph, labels, resolution))), 9)
    )


def _gains(graph: Sparse, labels: Indices, resolution: float) -> Floats:
    """Modularity that each pair of communities has (diagonal) or would add if merged, halved."""
    from scipy.sparse import csr_matrix

    n, k = len(labels), int(labels.max()) + 1
    members = csr_matrix((np.ones(n), (labels, np.arange(n))), shape=(k, n))
    ties = (members @ graph @ members.T).toarray()
    total = ties.sum()
    degrees = ties.sum(axis=1)
    gains: Floats = ties / total - resolution * np.outer(degrees, degrees) / total**2
    return gains


def _without_crumbs(labels: Indices, graph: Sparse, resolution: float) -> Indices:
    """Merge each community that is too small to be a topic into the one it fits best."""
    min_size = max(MIN_SIZE, MIN_SHARE * len(labels))
    while True:
        _, labels, sizes = np.unique(labels, return_inverse=True, return_counts=True)
        if len(sizes) == 1 or sizes.min() >= min_size:
            return labels
        smallest = int(np.argmin(sizes))
        gains = np.round(_gains(graph, labels, resolution)[smallest], 12)
        gains[smallest] = -np.inf
        labels = np.where(labels == smallest, int(np.argmax(gains)), labels)


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
        gains = np.round(_gains(graph, labels, resolution), 12)
        np.fill_diagonal(gains, -np.inf)
        into, merged = sorted(divmod(int(np.argmax(gains)), gains.shape[1]))
        labels = np.where(labels == merged, into, labels)
        labels = np.unique(labels, return_inverse=True)[1]
    return labels
