"""Counts too small to show, and the others that would give them away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

# A count, or the mark of a hidden one.
Cell: TypeAlias = int | str
Name = TypeVar("Name")
HIDDEN = "×"


def small(min_cell: int) -> str:
    """How a count below ``min_cell`` is shown.

    >>> small(3)
    '<3'
    """
    return f"<{min_cell}"


def show(n: int, min_cell: int) -> Cell:
    """A count that stands alone: itself, or the mark of a small one."""
    return small(min_cell) if 0 < n < min_cell else n


def hide_row(row: Mapping[Name, int], min_cell: int) -> dict[Name, Cell]:
    """Hide the small counts of a row whose total is known; see ``hide_counts``."""
    return dict(zip(row, hide_counts(list(row.values()), min_cell), strict=True))


def hide_counts(counts: Sequence[int], min_cell: int) -> list[Cell]:
    """Hide what is below ``min_cell``, and what else would give it away, in counts whose total is known.

    In a row with a small count every count below ``min_cell`` is shown as ``<n``, 0 too, so that the total
    fits more than one row. Where it would not (a single one is hidden, or all are as large as they can be),
    the smallest of the others is hidden too, as ``×``. So even a reader who knows this rule and the total
    cannot tell a hidden count below ``min_cell``: complementary suppression (Hundepool et al. 2012, chapter
    4) for one row. A row of one count is its total, which cannot be hidden.

    Args:
        counts: Of groups that share the total.
        min_cell: Smallest count that may be shown; 1 hides nothing.

    Returns:
        Each count, or its mark: ``<n`` says that it is below ``min_cell``, ``×`` says nothing.
    """
    low = [n < min_cell for n in counts]
    if len(counts) > 1 and 0 < sum(counts) == len(counts) * (min_cell - 1):
        # All as large as a small one can be is one of the rows with this total: the others hide it.
        return [HIDDEN] * len(counts)
    if not any(0 < n < min_cell for n in counts):
        return list(counts)
    hidden = sum(n for n in counts if n < min_cell)
    least = min((n for n in counts if n >= min_cell), default=None)
    if least is None or (sum(low) > 1 and hidden < sum(low) * (min_cell - 1)):
        return [small(min_cell) if is_low else n for n, is_low in zip(counts, low, strict=True)]
    is_plain = sum(low) == 1 and counts.count(least) == 1 and _is_open(counts, hidden + least, min_cell)
    mark = small(min_cell) if is_plain else HIDDEN
    return [mark if is_low else (HIDDEN if n == least else n) for n, is_low in zip(counts, low, strict=True)]


def _is_open(counts: Sequence[int], both: int, min_cell: int) -> bool:
    """Whether any split of ``both`` into a small and a larger count would be shown alike."""
    shown = sorted(n for n in counts if n >= min_cell)[1:]
    return min_cell > 2 and both >= 2 * min_cell - 1 and all(both - 1 < n for n in shown)
