"""How items look to each other: by meaning, by spelling and by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.topics.items import Items, Sparse

if TYPE_CHECKING:
    from notemine.topics.items import Floats

N_COMPONENTS = 50
# What a theme or a heading says of a line, beside its own words.
TITLE_WEIGHT = 0.2


def meaning(items: Items) -> Floats:
    """Encoder vectors without what all texts share: centred, mixed, the first 50 principal components.

    Returns:
        Unit rows, shape (n_items, at most 50); rows of zeros where nothing is left.
    """
    rows = items.vectors.astype(np.float64)
    rows = items.mixing @ (rows - rows.mean(axis=0))
    rows = rows - rows.mean(axis=0)
    # Exact and without a random start, unlike a truncated SVD.
    _, axes = np.linalg.eigh(rows.T @ rows)
    reduced = rows @ axes[:, ::-1][:, :N_COMPONENTS]
    norms = np.linalg.norm(reduced, axis=1, keepdims=True)
    unit: Floats = np.divide(reduced, norms, out=np.zeros_like(reduced), where=norms > 1e-9)
    return unit


def spelling(items: Items) -> Sparse:
    """Character n-grams, which tie "ouders" to "ouderavond"; unit rows, sparse.

    Not reduced to fewer dimensions: a small overlap then stays a small similarity.
    """
    from sklearn.preprocessing import normalize

    return normalize(items.mixing @ items.ngrams).tocsr()


def wording(items: Items) -> Sparse:
    """Content lemmas and parts of compounds, those of theme and heading among them; unit rows, sparse."""
    from sklearn.preprocessing import normalize

    return normalize(items.mixing @ items.terms + TITLE_WEIGHT * items.titles).tocsr()
