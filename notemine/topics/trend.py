"""What became of each topic over events: new, growing, persistent, shrinking or faded."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notemine.domain import Note, Segment, TopicTrend
from notemine.topics.prevalence import count_by_table, estimate_shares

# So many tables must have spoken of a topic before its absence says anything.
MIN_TABLES = 2
# A single line may be there by chance: it does not make a topic new, nor does it keep one.
MIN_LINES = 2


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
        ``persistent``; empty where fewer than two days are known, or a single line would have to tell.
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
    n_lines = np.array([counts[~is_last].sum(axis=0), counts[is_last].sum(axis=0)])
    is_chance = [any(0 < n < MIN_LINES for n in of_topic) for of_topic in n_lines.T]
    return [
        _trend(
            int(np.count_nonzero(counts[~is_last, k])),
            int(np.count_nonzero(counts[is_last, k])),
            is_chance=is_chance[k],
            low=float(low[k]),
            high=float(high[k]),
        )
        for k in range(n_topics)
    ]


def _trend(n_before: int, n_now: int, *, is_chance: bool, low: float, high: float) -> TopicTrend:
    """The trend of a topic, from how many tables spoke of it and the interval of the difference.

    Args:
        n_before: Tables of the events before.
        n_now: Tables of the last event.
        is_chance: Before or now there is a single line.
        low: Lower end of the interval.
        high: Upper end.
    """
    if n_before and low > 0:
        return "growing"
    if n_now and high < 0:
        return "shrinking"
    if is_chance:
        return ""
    if not n_before:
        return "new" if n_now else ""
    if n_now:
        return "persistent"
    return "faded" if n_before >= MIN_TABLES else ""
