"""How items look to each other: by meaning, by spelling and by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from notemine.topics.items import Items, Sparse
from notemine.vectors import Matrix, unit_rows

if TYPE_CHECKING:
    from notemine.topics.items import Floats

NOTHING = 1e-6
# What a theme or a heading says of a line, beside its own words.
TITLE_WEIGHT = 0.2


def meaning(items: Items) -> Matrix:
    """Encoder vectors without what all texts share: centred, mixed, centred again.

    Returns:
        Unit rows, shape (n_items, n_dims); rows of zeros where nothing is left.
    """
    return _centred(items.mixing @ (items.vectors - items.vectors.mean(axis=0)))


def theme(items: Items) -> Matrix:
    """Place in the learnt space of themes, mixed and centred; unit rows, shape (n_items, n_themes)."""
    return _centred(items.mixing @ items.themes)


def _centred(rows: Matrix) -> Matrix:
    rows = rows - rows.mean(axis=0)
    # What is left of equal texts is rounding, not meaning.
    rows[np.linalg.norm(rows, axis=1) < NOTHING] = 0
    return unit_rows(rows)


def principal_components(rows: Matrix, n_components: int) -> Floats:
    """The first principal components of centred rows, shape (n_rows, at most n_components)."""
    whole = rows.astype(np.float64)
    # Exact and without a random start, unlike a truncated SVD.
    _, axes = np.linalg.eigh(whole.T @ whole)
    components: Floats = whole @ axes[:, ::-1][:, :n_components]
    return components.round(6)


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
