"""How much the tables of a sector, role, theme or event speak of each topic, and how sure that is.

The table is what was sampled, not the line: ten lines of one table are one voice. So each table counts once,
with the share of its lines, and the intervals come from drawing tables again (a bootstrap).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Facet, Note, Prevalence, Segment, TopicMap
from notemine.dutch.event_names import name_events

if TYPE_CHECKING:
    from notemine.topics.items import Flags, Floats, Indices

N_RESAMPLES = 2000
CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCounts:
    """Lines of each table about each topic.

    Attributes:
        tables: ``Note.table_id``, sorted; only tables with a line that has a topic.
        counts: Shape (n_tables, n_topics).
        total: Lines of each table that have a topic, shape (n_tables,).
    """

    tables: tuple[str, ...]
    counts: Floats
    total: Floats

    @property
    def shares(self) -> Floats:
        """Share of the lines of each table that each topic has, shape (n_tables, n_topics)."""
        shares: Floats = self.counts / self.total[:, None]
        return shares


def count_by_table(
    labels: Sequence[int], segments: Sequence[Segment], notes: Sequence[Note], *, n_topics: int
) -> TableCounts:
    """Count the lines of each topic at each table; impressions of the evening belong to none."""
    table_of = {note.id: note.table_id for note in notes}
    tables = [table_of.get(segment.note_id, "") for segment in segments]
    known = sorted({t for t, label in zip(tables, labels, strict=True) if t and label >= 0})
    row_of = {table: row for row, table in enumerate(known)}
    counts = np.zeros((len(known), n_topics))
    for table, label in zip(tables, labels, strict=True):
        if table in row_of and label >= 0:
            counts[row_of[table], label] += 1
    return TableCounts(tables=tuple(known), counts=counts, total=counts.sum(axis=1))


def groups_of_tables(notes: Sequence[Note], facet: Facet) -> dict[str, str]:
    """Group of each table; where its notes disagree or some are silent, the first that says something."""
    group_of: dict[str, str] = {}
    name_of = name_events(note.event for note in notes)
    for note in sorted(notes, key=lambda note: (note.source, note.id)):
        group = name_of[note.event.id] if facet == "event" else getattr(note, facet)
        if note.table_id and group:
            group_of.setdefault(note.table_id, group)
    return group_of


def find_prevalence(
    topics: TopicMap,
    segments: Sequence[Segment],
    notes: Sequence[Note],
    *,
    facet: Facet = "sector",
    seed: int = 0,
) -> list[Prevalence]:
    """Compare how much each group of tables speaks of each topic.

    Args:
        topics: Topics of ``segments``.
        segments: In the order of ``topics.labels``.
        notes: Their notes.
        facet: What tables are grouped by; a table whose notes do not say it is left out.
        seed: For the resamples.

    Returns:
        For each topic, in order, each group, sorted; empty where fewer than two groups are known.
    """
    return prevalence_of_groups(
        topics, segments, notes, group_of=groups_of_tables(notes, facet), facet=facet, seed=seed
    )


def prevalence_of_groups(
    topics: TopicMap,
    segments: Sequence[Segment],
    notes: Sequence[Note],
    *,
    group_of: Mapping[str, str],
    facet: Facet,
    seed: int = 0,
) -> list[Prevalence]:
    """Like ``find_prevalence``, with the group of each table given; other tables are left out."""
    counted = count_by_table(topics.labels, segments, notes, n_topics=len(topics))
    rows = np.array([row for row, table in enumerate(counted.tables) if table in group_of], dtype=int)
    names = [group_of[counted.tables[row]] for row in rows]
    groups = sorted(set(names))
    if len(groups) < 2 or not len(topics):
        return []
    members = {group: np.array([name == group for name in names]) for group in groups}
    estimates = {
        group: estimate_shares(counted.shares[rows], member, seed=seed) for group, member in members.items()
    }
    return [
        _prevalence(k, topics, counted, facet=facet, group=group, rows=rows[members[group]], of=estimates)
        for k in range(len(topics))
        for group in groups
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Share of each topic in a group of tables, and its difference with the others, with 95 % intervals.

    Attributes:
        share: Shape (n_topics,).
        share_interval: Shape (2, n_topics).
        difference: Shape (n_topics,).
        difference_interval: Shape (2, n_topics).
    """

    share: Floats
    share_interval: Floats
    difference: Floats
    difference_interval: Floats


def estimate_shares(shares: Floats, member: Flags, *, seed: int) -> Estimate:
    """Estimate the shares of a group of tables against the other tables.

    The means of the group and of the others are drawn again with residuals (Efron and Tibshirani 1993, 9).

    Those of a group itself are used, or those of all tables about their mean where these vary more: three
    tables that all say nothing of a topic do not prove that such tables never do. Groups are small, so the
    interval is widened as Hesterberg (2015) advises: by the t quantile and n / (n - 1).

    Args:
        shares: Share of each topic at each table, shape (n_tables, n_topics).
        member: Which tables are of the group; some are, and some are not.
        seed: For the resamples.
    """
    random = np.random.default_rng(seed)
    inside, outside = shares[member], shares[~member]
    pooled = shares - shares.mean(axis=0)
    n_inside, n_outside = len(inside), len(outside)
    drawn_inside = _draw_means(inside, pooled, random)
    drawn_outside = _draw_means(outside, pooled, random)
    share = inside.mean(axis=0)
    difference = share - outside.mean(axis=0)
    spread = _widening(max(n_inside + n_outside - 2, 1))
    share_interval = share + spread * np.quantile(drawn_inside, _tails(), axis=0)
    difference_interval = difference + spread * np.quantile(drawn_inside - drawn_outside, _tails(), axis=0)
    return Estimate(
        share=share.round(6),
        share_interval=np.clip(share_interval, 0, 1).round(6),
        difference=difference.round(6),
        difference_interval=np.clip(difference_interval, -1, 1).round(6),
    )


def _draw_means(shares: Floats, pooled: Floats, random: np.random.Generator) -> Floats:
    """Resampled deviations of the mean of a group, shape (n_resamples, n_topics)."""
    n = len(shares)
    own = shares - shares.mean(axis=0)
    # Residuals are smaller than errors, the more so the fewer there are.
    own = own * sqrt(n / (n - 1)) if n > 1 else own
    from_pool = pooled * sqrt(len(pooled) / max(1, len(pooled) - 2))
    of_own = random.multinomial(n, np.full(n, 1 / n), N_RESAMPLES) @ own / n
    of_pool = random.multinomial(n, np.full(len(pooled), 1 / len(pooled)), N_RESAMPLES) @ from_pool / n
    drawn: Floats = np.where(own.var(axis=0) >= from_pool.var(axis=0), of_own, of_pool)
    return drawn


def _widening(degrees: int) -> float:
    """How much wider an interval is with so many degrees of freedom than with many."""
    from scipy.stats import norm, t

    upper = (1 + CONFIDENCE) / 2
    return float(t.ppf(upper, degrees) / norm.ppf(upper))


def _tails() -> list[float]:
    return [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2]


def _prevalence(
    k: int,
    topics: TopicMap,
    counted: TableCounts,
    *,
    facet: Facet,
    group: str,
    rows: Indices,
    of: Mapping[str, Estimate],
) -> Prevalence:
    estimate = of[group]
    low, high = estimate.share_interval[:, k]
    difference_low, difference_high = estimate.difference_interval[:, k]
    return Prevalence(
        topic_id=topics.topics[k].id,
        facet=facet,
        group=group,
        n_tables=len(rows),
        n_speaking=int(np.count_nonzero(counted.counts[rows, k])),
        n_segments=int(counted.counts[rows, k].sum()),
        share=float(estimate.share[k]),
        low=float(low),
        high=float(high),
        difference=float(estimate.difference[k]),
        difference_low=float(difference_low),
        difference_high=float(difference_high),
    )
