"""What became of each topic over events: new, growing, persistent, shrinking or faded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notemine.domain import Note, Segment, TopicTrend
from notemine.topics.prevalence import count_by_table, estimate_shares

# So many tables must have spoken of a topic before its absence says anything.
MIN_TABLES = 2


def find_trends(
    labels: Sequence[int], segments: Sequence[Segment], notes: Sequence[Note], *, n_topics: int, seed: int
) -> list[TopicTrend]:
    """Compare the tables of the last event with those of all before.

    Args:
        labels: Topic of each segment, -1 for none.
        segments: In the same order.
        notes: Their notes; an event without a date does not count.
        n_topics: Number of topics.
        seed: For the resamples.

    Returns:
        For each topic: ``new`` if only the last event speaks of it, ``faded`` if two tables before did and
        none now, ``growing`` or ``shrinking`` if the 95 % interval of the difference leaves out 0, otherwise
        ``persistent``; empty where fewer than two days are known.
    """
    day_of = {note.table_id: note.event.held_on for note in notes if note.table_id and note.event.held_on}
    days = sorted(set(day_of.values()))
    counted = count_by_table(labels, segments, notes, n_topics=n_topics)
    rows = [row for row, table in enumerate(counted.tables) if table in day_of]
    is_last = np.array([day_of[counted.tables[row]] == days[-1] for row in rows], dtype=bool)
    if len(days) < 2 or is_last.all() or not is_last.any():
        return [""] * n_topics
    counts, shares = counted.counts[rows], counted.shares[rows]
    low, high = estimate_shares(shares, is_last, seed=seed).difference_interval
    return [
        _trend(
            int(np.count_nonzero(counts[~is_last, k])),
            int(np.count_nonzero(counts[is_last, k])),
            low=float(low[k]),
            high=float(high[k]),
        )
        for k in range(n_topics)
    ]


def _trend(n_before: int, n_now: int, *, low: float, high: float) -> TopicTrend:
    if not n_before:
        return "new" if n_now else ""
    if not n_now and n_before >= MIN_TABLES:
        return "faded"
    if low > 0:
        return "growing"
    return "shrinking" if high < 0 else "persistent"
