from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest

from notemine.report.cells import HIDDEN, Cell, hide_counts, hide_row, show


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([5, 1, 1], [5, "<3", "<3"]),
        ([5, 2, 0], [5, "<3", "<3"]),
        ([1, 0, 0], ["<3", "<3", "<3"]),
        ([6, 7, 2], [HIDDEN, 7, HIDDEN]),
        ([2, 9, 30], ["<3", HIDDEN, 30]),
        ([2, 2, 2], [HIDDEN, HIDDEN, HIDDEN]),
        ([2, 2, 9], [HIDDEN, HIDDEN, HIDDEN]),
        ([3, 0, 9], [3, 0, 9]),
        ([0, 0], [0, 0]),
    ],
    ids=["two", "with-zero", "zeros", "with-least", "with-far-least", "all-full", "full", "none", "nothing"],
)
def test_a_small_count_takes_another_with_it(counts: list[int], shown: list[Cell]) -> None:
    assert hide_counts(counts, 3) == shown


@pytest.mark.parametrize("min_cell", [2, 3, 4, 5])
@pytest.mark.parametrize(("n_cells", "most"), [(2, 26), (3, 20), (4, 14)])
def test_no_reader_who_knows_the_rule_and_the_total_can_tell_a_small_count(
    n_cells: int, most: int, min_cell: int
) -> None:
    fits: dict[tuple[int, tuple[Cell, ...]], list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most), repeat=n_cells):
        if sum(counts) < most:
            fits[sum(counts), tuple(hide_counts(counts, min_cell))].append(counts)

    for (_, shown), rows in fits.items():
        for i, cell in enumerate(shown):
            is_small = any(0 < row[i] < min_cell for row in rows)
            assert not is_small or isinstance(cell, str), rows
            assert not is_small or len({row[i] for row in rows}) > 1, (shown, rows)
    assert any(isinstance(cell, str) for _, shown in fits for cell in shown)


def test_what_is_marked_as_small_is_small() -> None:
    for counts in product(range(9), repeat=3):
        cells = hide_counts(counts, 4)

        assert all(n < 4 for n, cell in zip(counts, cells, strict=True) if cell == "<4")
        assert all(n == cell for n, cell in zip(counts, cells, strict=True) if isinstance(cell, int))


def test_one_hides_nothing() -> None:
    assert hide_row({"vmbo": 1, "mbo": 0, "hbo": 7}, 1) == {"vmbo": 1, "mbo": 0, "hbo": 7}
    assert [show(n, 1) for n in (0, 1, 2)] == [0, 1, 2]


def test_a_count_that_stands_alone_is_hidden_if_it_is_small() -> None:
    assert [show(n, 3) for n in (0, 1, 2, 3)] == [0, "<3", "<3", 3]
