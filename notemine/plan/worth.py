"""What a choice of tables is worth, in whole numbers, so that equal is equal on every machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from notemine.config import PlanWeights
from notemine.plan.demand import Candidate

# A past table that gets its first question answered; 2520 can be divided by 1 to 10.
UNIT = 2520
# The eleventh question of one past table adds nothing any more.
N_LEVELS = 10
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Worth:
    """Adds up what chosen candidates serve: proportional approval voting (Thiele, 1895), and preferences.

    Every past table counts each question that it waits for and that a chosen candidate takes up, for 1, 1/2,
    1/3, ... of a unit: a loud group of tables cannot fill the agenda. What a candidate has of itself (asked
    at more tables, at more events, at the last one, with an answer to share) is added. What a sector is
    short of its share of the tables is taken off.

    Attributes:
        asks: Questions that each candidate takes up for each past table, shape (n_candidates, n_tables).
        gains: What the first, second, ... question of a past table is worth, falling.
        own: What each candidate has of itself, shape (n_candidates,).
        shares: What each candidate gives each sector, shape (n_candidates, n_sectors); a row adds up to one
            table in the weight of sectors.
        due: What each sector has a right to, shape (n_sectors,), in the same unit.
    """

    asks: Counts
    gains: Counts
    own: Counts
    shares: Counts
    due: Counts

    def of(self, chosen: Iterable[int]) -> int:
        """The worth of candidates, by their places."""
        places = list(chosen)
        served = np.minimum(self.asks[places].sum(axis=0), N_LEVELS)
        short = np.maximum(self.due - self.shares[places].sum(axis=0), 0)
        return int(self._summed[served].sum() + self.own[places].sum() - short.sum())

    def add(self, place: int, chosen: Iterable[int]) -> int:
        """What a candidate adds to others."""
        others = [other for other in chosen if other != place]
        return self.of([*others, place]) - self.of(others)

    def add_each(self, chosen: Iterable[int]) -> Counts:
        """What each candidate would add to ``chosen``, were it not among them, shape (n_candidates,)."""
        places = list(chosen)
        served = self.asks[places].sum(axis=0)
        before, after = np.minimum(served, N_LEVELS), np.minimum(served + self.asks, N_LEVELS)
        short = np.maximum(self.due - self.shares[places].sum(axis=0), 0)
        less_short = short - np.maximum(short - self.shares, 0)
        gained = self._summed[after].sum(axis=1) - self._summed[before].sum()
        added: Counts = gained + self.own + less_short.sum(axis=1)
        return added

    @cached_property
    def _summed(self) -> Counts:
        return np.concatenate([[0], np.cumsum(self.gains)])


def make_worth(
    candidates: Sequence[Candidate], *, n_places: int, sector_of: Mapping[str, str], weights: PlanWeights
) -> Worth:
    """Weigh candidates that have wishes.

    Args:
        candidates: In any order; rows follow it.
        n_places: Tables in all rounds together.
        sector_of: Sector of each ``Note.table_id``; ``""`` where it is not known.
        weights: Of the settings.
    """
    waiting = [Counter(table for wish in c.wishes for table in wish.waiting) for c in candidates]
    tables = sorted(set().union(*waiting))
    sectors = sorted({sector_of[table] for table in tables} - {""})
    n = len(candidates)
    asks = np.array([[of[table] for table in tables] for of in waiting], dtype=np.int64)
    asks = asks.reshape(n, len(tables))
    in_sector = np.array([[sector_of[t] == sector for sector in sectors] for t in tables], dtype=np.float64)
    of_sector = asks @ in_sector.reshape(len(tables), len(sectors))
    table = weights.sectors * UNIT
    demand = of_sector.sum(axis=0)
    n_due = min(n_places, n)
    return Worth(
        asks=asks,
        gains=_whole(np.array([weights.tables * UNIT / k for k in range(1, N_LEVELS + 1)])),
        own=np.array([_own(candidate, weights) for candidate in candidates], dtype=np.int64),
        shares=_whole(table * of_sector / np.maximum(of_sector.sum(axis=1, keepdims=True), 1)),
        due=_whole(table * n_due * demand / max(demand.sum(), 1)),
    )


def _own(candidate: Candidate, weights: PlanWeights) -> int:
    lead = candidate.wishes[0]
    parts = (
        weights.recurrence * max(len(lead.question.tables) - 1, 0),
        weights.events * (lead.n_events > 1),
        weights.trend * (lead.question.trend in ("new", "persistent")),
        weights.helpers * bool(lead.answered or lead.guesses),
    )
    return round(UNIT * sum(parts))


def _whole(values: NDArray[np.float64]) -> Counts:
    # Rounded twice: a last bit that differs between machines must not decide a half.
    return np.floor(np.round(values, 6) + 0.5).astype(np.int64)
