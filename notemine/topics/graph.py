"""The graph of nearest neighbours that clusterings are found and judged in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from notemine.topics.items import Items, Sparse
from notemine.topics.neighbours import DIGITS, nearest_neighbours
from notemine.topics.views import meaning, spelling, theme, wording

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices

# Texts that stand alone differ in domain, which an encoder sees; the lines of notes share one domain, and
# there the words tell topics apart, and what was learnt of such notes.
ALONE = {meaning: 1.0, spelling: 1.0, wording: 0.5}
IN_NOTES = {wording: 1.0, meaning: 0.5, spelling: 0.5, theme: 1.0}


def with_graph(items: Items) -> Items:
    """Tie the items to their nearest neighbours; a graph that is there already is kept."""
    return items if items.graph is not None else replace(items, graph=fused_graph(items))


def fused_graph(items: Items) -> Sparse:
    """Add up the graphs of the views.

    Returns:
        Symmetric weights without a diagonal, sparse, shape (n_items, n_items).
    """
    from scipy.sparse import diags

    views = IN_NOTES if items.in_notes else ALONE
    graph = sum(
        weight * nearest_neighbours(view(items))
        for view, weight in views.items()
        if view is not theme or items.themes is not None
    )
    emphasis = diags(items.emphasis)
    return (emphasis @ graph @ emphasis).tocsr()


def shares_in(graph: Sparse, labels: Indices) -> Floats:
    """Share of the ties of each item that lead into each cluster.

    Args:
        graph: Weights, shape (n_items, n_items).
        labels: Cluster of each item; -1 for none, and what leads there counts for nothing.

    Returns:
        Shape (n_items, n_clusters); rows sum to 1. An item without ties has its whole share in its own.
    """
    from scipy.sparse import csr_matrix

    inside = np.flatnonzero(labels >= 0)
    shape = (len(labels), int(labels.max()) + 1)
    members = csr_matrix((np.ones(len(inside)), (inside, labels[inside])), shape=shape)
    ties = (graph @ members).toarray()
    total = ties.sum(axis=1, keepdims=True)
    shares: Floats = np.where(total > 0, ties / np.where(total > 0, total, 1), members.toarray())
    return shares.round(DIGITS)


def strengths_in(graph: Sparse, labels: Indices) -> Floats:
    """Share of the ties of each item that stay inside its cluster, 0 to 1.

    It is 1 for an item without ties, and 0 for one without a cluster.
    """
    coo = graph.tocoo()
    inside = np.where(labels[coo.row] == labels[coo.col], coo.data, 0.0)
    total = np.bincount(coo.row, weights=coo.data, minlength=len(labels))
    own = np.bincount(coo.row, weights=inside, minlength=len(labels))
    share: Floats = np.divide(own, total, out=np.ones(len(labels)), where=total > 0)
    return np.where(labels >= 0, share, 0.0).round(DIGITS)
