"""In which round each table is held: someone can sit at only one a round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from notemine.plan.demand import Candidate

# With more tables times rounds the programme takes seconds; swaps come near what it finds.
MAX_CELLS, MAX_NODES = 60, 20


def assign_rounds(chosen: Sequence[Candidate], *, n_rounds: int) -> list[int]:
    """Spread tables over rounds so that past tables find something of theirs in as many rounds as can be.

    A 0/1 linear programme: maximise the sum of found[t, r] in [0, 1] with found[t, r] <= the number of
    tables in round r that take up a question of past table t, each table in one round, and rounds of equal
    size but for one. Ties put what comes first in an early round. For many tables they are spread one by one
    instead, and swapped while that helps.

    Args:
        chosen: What adds most first.
        n_rounds: Rounds there are; with fewer tables, fewer are used.

    Returns:
        A round for each, from 1; the first of the chosen is in round 1.
    """
    n_rounds = min(n_rounds, len(chosen))
    if n_rounds < 2:
        return [1] * len(chosen)
    asks = _asks(chosen)
    found = _swapped(asks, _in_turn(asks, n_rounds))
    if asks.shape[1] and asks.shape[0] * n_rounds <= MAX_CELLS:
        solved = _solve(asks, n_rounds)
        if solved is not None and _n_found(asks, solved) >= _n_found(asks, found):
            found = solved
    label_of = {r: label for label, r in enumerate(dict.fromkeys(found), start=1)}
    return [label_of[r] for r in found]


def _asks(chosen: Sequence[Candidate]) -> NDArray[np.int64]:
    """Whether each of the chosen takes up a question of each past table, shape (n_chosen, n_tables)."""
    waiting = [{table for wish in candidate.wishes for table in wish.waiting} for candidate in chosen]
    tables = sorted(set().union(*waiting))
    return np.array([[t in some for t in tables] for some in waiting], dtype=np.int64).reshape(
        len(chosen), -1
    )


def _n_found(asks: NDArray[np.int64], rounds: Sequence[int]) -> int:
    """In how many rounds each past table finds something, added up."""
    return sum(
        int((asks[[i for i, other in enumerate(rounds) if other == r]].sum(axis=0) > 0).sum())
        for r in set(rounds)
    )


def _in_turn(asks: NDArray[np.int64], n_rounds: int) -> list[int]:
    """Each table in the round where fewest of its past tables find something already."""
    room = _sizes(len(asks), n_rounds)
    covered = np.zeros((n_rounds, asks.shape[1]), dtype=bool)
    rounds: list[int] = []
    for row in asks.astype(bool):
        r = min(
            (r for r in range(n_rounds) if room[r]),
            key=lambda r: (int((covered[r] & row).sum()), -room[r], r),
        )
        room[r] -= 1
        covered[r] |= row
        rounds.append(r)
    return rounds


def _swapped(asks: NDArray[np.int64], rounds: Sequence[int]) -> list[int]:
    """Swap two tables as long as past tables find something in more rounds."""
    best, most = list(rounds), _n_found(asks, rounds)
    improves = True
    while improves:
        improves = False
        for i, j in combinations(range(len(best)), 2):
            if best[i] == best[j]:
                continue
            tried = [*best]
            tried[i], tried[j] = best[j], best[i]
            n_found = _n_found(asks, tried)
            if n_found > most:
                best, most, improves = tried, n_found, True
    return best


def _sizes(n: int, n_rounds: int) -> list[int]:
    return [n // n_rounds + (r < n % n_rounds) for r in range(n_rounds)]


def _solve(asks: NDArray[np.int64], n_rounds: int) -> list[int] | None:
    from scipy.optimize import Bounds, LinearConstraint, milp

    n = len(asks)
    columns, n_alike = np.unique(asks, axis=1, return_counts=True)
    n_tables = len(n_alike)
    n_in = n * n_rounds
    # x[j, r] stands at j * n_rounds + r; found[t, r] behind them in the same way.
    one_each = np.hstack([np.kron(np.eye(n), np.ones(n_rounds)), np.zeros((n, n_tables * n_rounds))])
    sizes = np.hstack([np.kron(np.ones(n), np.eye(n_rounds)), np.zeros((n_rounds, n_tables * n_rounds))])
    finds = np.hstack([np.kron(-columns.T, np.eye(n_rounds)), np.eye(n_tables * n_rounds)])
    upper = np.ones(n_in + n_tables * n_rounds)
    # Rounds are alike: the j-th table may as well be in one of the first j.
    upper[[j * n_rounds + r for j in range(n) for r in range(j + 1, n_rounds)]] = 0
    early = np.outer(np.arange(n, 0, -1), np.arange(n_rounds, 0, -1)).ravel() / (2.0 * n * n * n_rounds + 1)
    solved = milp(
        -np.concatenate([early, np.repeat(n_alike, n_rounds)]),
        integrality=np.concatenate([np.ones(n_in), np.zeros(n_tables * n_rounds)]),
        bounds=Bounds(np.zeros(len(upper)), upper),
        constraints=[
            LinearConstraint(one_each, 1, 1),
            LinearConstraint(sizes, n // n_rounds, -(-n // n_rounds)),
            LinearConstraint(finds, -np.inf, 0),
        ],
        options={"node_limit": MAX_NODES, "mip_rel_gap": 0},
    )
    if solved.x is None:
        return None
    return [int(r) for r in solved.x[:n_in].reshape(n, n_rounds).argmax(axis=1)]
