"""The choice of tables as a 0/1 linear programme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from notemine.plan.worth import Worth

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# With more candidates tables are chosen one by one; a search that grows longer ends with the best it found.
MAX_CANDIDATES, MAX_NODES = 400, 100


@dataclass(frozen=True, slots=True)
class Solution:
    """Places of the chosen, sorted, and whether it is proven that nothing is worth more."""

    places: list[int]
    is_optimal: bool


def solve(
    worth: Worth, *, n_places: int, doubles: Sequence[tuple[int, int]], pinned: frozenset[int]
) -> Solution | None:
    """Find the choice of the highest worth.

    Maximise what past tables gain + what candidates have of themselves - what sectors are short, with

    - x[j] = 1 if candidate j is a table; sum x <= n_places; x = 1 if pinned;
    - x[i] + x[j] <= 1 for doubles that are not both pinned;
    - y[t, k] in [0, 1] for the k-th question of past table t: sum_k y[t, k] <= sum_j asks[j, t] x[j]. As the
      gains fall with k, the first are filled first: a concave gain, piecewise linear;
    - short[s] >= due[s] - sum_j shares[j, s] x[j], short >= 0.

    Ties go to the candidate that comes first: x[j] is worth a fraction of the smallest unit more.

    Args:
        worth: Of the candidates in canonical order: equal input gives an equal programme.
        n_places: Most that fit.
        doubles: Pairs of candidates with nearly the same title.
        pinned: Candidates that are always in; not more than fit.

    Returns:
        The best that was found; None where nothing was found within bounds.
    """
    n = len(worth.own)
    if not n or n > MAX_CANDIDATES:
        return None if n else Solution([], is_optimal=True)
    # scipy's optimiser is slow to load, and an empty plan needs none.
    from scipy.optimize import Bounds, LinearConstraint, milp

    asks, n_alike = _merged(worth.asks)
    depth = np.minimum(asks.sum(axis=0), len(worth.gains))
    n_levels, n_sectors = int(depth.sum()), len(worth.due)
    gain = np.concatenate([worth.gains[:d] * alike for d, alike in zip(depth, n_alike, strict=True)] or [[]])
    apart = [pair for pair in doubles if not pinned.issuperset(pair)]
    served, short, places = _rows(asks, depth, worth.shares, apart)
    n_all = places.shape[1]
    lower, upper = np.zeros(n_all), np.ones(n_all)
    lower[list(pinned)], upper[n + n_levels :] = 1, np.inf
    found = milp(
        -np.concatenate([worth.own + _tie_break(n, n_places), gain, -np.ones(n_sectors)]),
        integrality=np.concatenate([np.ones(n), np.zeros(n_levels + n_sectors)]),
        bounds=Bounds(lower, upper),
        constraints=[
            LinearConstraint(served, -np.inf, 0),
            LinearConstraint(short, worth.due, np.inf),
            LinearConstraint(places, -np.inf, np.r_[n_places, np.ones(len(apart))]),
        ],
        options={"node_limit": MAX_NODES, "mip_rel_gap": 0},
    )
    if found.x is None:
        return None
    chosen = [int(j) for j in np.flatnonzero(found.x[:n] > 0.5)]
    return Solution(chosen, is_optimal=found.status == 0)


def _merged(asks: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Past tables that ask the same of every candidate as one, and how many they are."""
    if not asks.size:
        return asks, np.ones(asks.shape[1], dtype=np.int64)
    columns, n_alike = np.unique(asks, axis=1, return_counts=True)
    return columns, n_alike


def _rows(
    asks: NDArray[np.int64],
    depth: NDArray[np.int64],
    shares: NDArray[np.int64],
    apart: Sequence[tuple[int, int]],
) -> tuple[csr_array, csr_array, csr_array]:
    """Left sides of the constraints over x, then y, then short: on tables, on sectors, on places."""
    # Hardly anything is not zero: a past table asks few things.
    from scipy.sparse import csr_array, eye_array, hstack

    (n, n_tables), n_levels, n_sectors = asks.shape, int(depth.sum()), shares.shape[1]
    levels = (np.repeat(np.arange(n_tables), depth), np.arange(n_levels))
    first = np.r_[np.zeros(n), np.repeat(np.arange(1, len(apart) + 1), 2)].astype(np.int64)
    second = np.r_[np.arange(n), np.array(apart, dtype=np.int64).ravel()].astype(np.int64)

    def blocks(*parts: csr_array) -> csr_array:
        return csr_array(hstack(parts))

    def none(n_rows: int, n_columns: int) -> csr_array:
        return csr_array((n_rows, n_columns))

    return (
        blocks(
            csr_array(-asks.T.astype(np.float64)),
            csr_array((np.ones(n_levels), levels), shape=(n_tables, n_levels)),
            none(n_tables, n_sectors),
        ),
        blocks(csr_array(shares.T.astype(np.float64)), none(n_sectors, n_levels), eye_array(n_sectors)),
        blocks(
            csr_array((np.ones(len(first)), (first, second)), shape=(1 + len(apart), n)),
            none(1 + len(apart), n_levels + n_sectors),
        ),
    )


def _tie_break(n: int, n_places: int) -> NDArray[np.float64]:
    """Falls with the place; all that can be chosen together stay below half of the smallest unit."""
    return np.arange(n, 0, -1) / (2.0 * n * min(n, n_places) + 1)
