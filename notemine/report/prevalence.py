"""Which of the numbers about groups of tables may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from notemine.domain import Mined, Prevalence
from notemine.report.cells import hide_counts
from notemine.report.evidence import Evidence

COUNTS = ("n_tables", "n_speaking", "n_segments")
SHARES = ("share", "low", "high")
DIFFERENCES = ("difference", "difference_low", "difference_high")


def hide_prevalence(mined: Mined, evidence: Evidence) -> list[tuple[Prevalence, frozenset[str]]]:
    """Say of each comparison which of its numbers may not be shown; none where every count may be.

    A share goes with the counts it is made of. The shares of a group add up to 1, so a single hidden one
    takes the smallest of the others with it; a difference is made of the shares of all groups.

    Returns:
        Each of ``mined.prevalence``, in order, with the names of its hidden fields.
    """
    hidden: dict[Prevalence, set[str]] = {found: set() for found in mined.prevalence}
    if evidence.shown.min_cell > 1:
        rows = _gather(mined.prevalence, "facet", "topic_id")
        for row in rows:
            _hide_counts(row, hidden, evidence.shown.min_cell)
        _hide_as_in_the_figure(mined, evidence, hidden)
        for found, names in hidden.items():
            if names:
                hidden[found] |= set(SHARES)
        for column in _gather(mined.prevalence, "facet", "group"):
            _hide_a_second(column, hidden)
        for row in rows:
            if any(hidden[found] for found in row):
                for found in row:
                    hidden[found] |= set(DIFFERENCES)
    return [(found, frozenset(hidden[found])) for found in mined.prevalence]


def _gather(found: Iterable[Prevalence], *names: str) -> list[list[Prevalence]]:
    gathered: dict[tuple[str, ...], list[Prevalence]] = defaultdict(list)
    for one in found:
        gathered[tuple(getattr(one, name) for name in names)].append(one)
    return list(gathered.values())


def _hide_counts(row: Sequence[Prevalence], hidden: dict[Prevalence, set[str]], min_cell: int) -> None:
    for name in COUNTS:
        for found, cell in zip(row, hide_counts([getattr(p, name) for p in row], min_cell), strict=True):
            if isinstance(cell, str):
                hidden[found].add(name)


def _hide_as_in_the_figure(mined: Mined, evidence: Evidence, hidden: dict[Prevalence, set[str]]) -> None:
    """Hide what is hidden where lines and tables are counted per sector."""
    lines_of = {topic.id: evidence.lines_by_sector(topic.segment_ids) for topic in mined.topics}
    tables = evidence.tables_by_sector(evidence.sector_of_table)
    for found in hidden:
        if found.facet == "sector":
            if isinstance(lines_of[found.topic_id].get(found.group), str):
                hidden[found].add("n_segments")
            if isinstance(tables.get(found.group), str):
                hidden[found].add("n_tables")


def _hide_a_second(column: Sequence[Prevalence], hidden: dict[Prevalence, set[str]]) -> None:
    shown = [found for found in column if "share" not in hidden[found]]
    if shown and len(column) - len(shown) == 1:
        hidden[min(shown, key=lambda found: (found.share, found.topic_id))] |= set(SHARES)
