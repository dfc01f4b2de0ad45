"""The choice of tables: nothing that fits is worth more, and a person's word holds."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings, PlanWeights
from notemine.plan.choose import choose_in_turn
from notemine.plan.programme import MAX_CANDIDATES, Solution, solve
from notemine.plan.titles import find_doubles, is_same_title
from notemine.plan.worth import N_LEVELS, UNIT, Worth


def worth_of(
    asks: list[list[int]], own: list[int] | None = None, *, sectors: list[int] | None = None
) -> Worth:
    """Two sectors, with equal rights to half of the tables; each candidate serves one of them."""
    n = len(asks)
    serves = np.eye(2, dtype=np.int64)[sectors or [0] * n] * UNIT
    return Worth(
        asks=np.array(asks, dtype=np.int64),
        gains=np.array([UNIT // k for k in range(1, N_LEVELS + 1)]),
        own=np.array(own or [0] * n, dtype=np.int64),
        shares=serves if sectors else np.zeros((n, 0), dtype=np.int64),
        due=np.array([UNIT, UNIT] if sectors else [], dtype=np.int64),
    )


@st.composite
def worths(draw: st.DrawFn) -> tuple[Worth, int, list[tuple[int, int]], list[int]]:
    n, n_tables = draw(st.integers(1, 7)), draw(st.integers(0, 4))
    row = st.lists(st.integers(0, 3), min_size=n_tables, max_size=n_tables)
    asks = draw(st.lists(row, min_size=n, max_size=n))
    own = draw(st.lists(st.integers(0, UNIT), min_size=n, max_size=n))
    sectors = draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))
    pairs = st.sampled_from([(i, j) for i in range(n) for j in range(i + 1, n)] or [(0, 0)])
    doubles = sorted({pair for pair in draw(st.lists(pairs, max_size=3)) if pair[0] != pair[1]})
    n_places = draw(st.integers(1, n))
    pinned = sorted(draw(st.sets(st.integers(0, n - 1), max_size=n_places)))
    return worth_of(asks, own, sectors=sectors), n_places, doubles, pinned


def allowed(chosen: tuple[int, ...], doubles: list[tuple[int, int]], pinned: list[int]) -> bool:
    apart = all(not set(pair) <= set(chosen) or set(pair) <= set(pinned) for pair in doubles)
    return apart and set(pinned) <= set(chosen)


@settings(deadline=None, max_examples=60)
@given(worths())
def test_no_other_choice_is_worth_more(case: tuple[Worth, int, list[tuple[int, int]], list[int]]) -> None:
    worth, n_places, doubles, pinned = case
    every = [
        chosen
        for size in range(n_places + 1)
        for chosen in combinations(range(len(worth.own)), size)
        if allowed(chosen, doubles, pinned)
    ]

    found = solve(worth, n_places=n_places, doubles=doubles, pinned=frozenset(pinned))

    assert found is not None
    assert found.is_optimal
    assert len(found.places) <= n_places
    assert allowed(tuple(found.places), doubles, pinned)
    assert worth.of(found.places) == max(map(worth.of, every))


@settings(deadline=None, max_examples=60)
@given(worths())
def test_what_is_chosen_in_turn_fits_and_is_worth_no_more_than_the_optimum(
    case: tuple[Worth, int, list[tuple[int, int]], list[int]],
) -> None:
    worth, n_places, doubles, pinned = case

    in_turn = choose_in_turn(worth, n_places=n_places, doubles=doubles, pinned=pinned)

    found = solve(worth, n_places=n_places, doubles=doubles, pinned=frozenset(pinned))
    assert found is not None
    assert len(in_turn) <= n_places
    assert allowed(tuple(in_turn), doubles, pinned)
    assert worth.of(in_turn) <= worth.of(found.places)
    added = worth.add_each(in_turn)
    others = [j for j in range(len(worth.own)) if j not in in_turn]
    assert [int(added[j]) for j in others] == [worth.add(j, in_turn) for j in others]


def test_all_at_once_is_better_than_in_turn_where_the_first_stands_in_the_way() -> None:
    # The other two serve all eight between them.
    worth = worth_of([[1, 1, 1, 1, 0, 0, 0, 0], [1, 1, 0, 0, 1, 1, 0, 0], [0, 0, 1, 1, 0, 0, 1, 1]])

    in_turn = choose_in_turn(worth, n_places=2, doubles=())
    found = solve(worth, n_places=2, doubles=(), pinned=frozenset())

    assert (in_turn, worth.of(in_turn)) == ([0, 1], 7 * UNIT)
    assert found is not None
    assert (found.places, worth.of(found.places)) == ([1, 2], 8 * UNIT)


def test_a_question_of_a_table_that_is_served_counts_for_half() -> None:
    worth = worth_of([[2], [1]])

    assert [worth.of([0]), worth.of([1]), worth.of([0, 1])] == [
        UNIT + UNIT // 2,
        UNIT,
        UNIT + UNIT // 2 + UNIT // 3,
    ]


def test_a_sector_that_is_short_of_its_share_costs_a_table() -> None:
    worth = worth_of([[1, 0, 0], [0, 1, 0], [0, 0, 1]], own=[10, 10, 0], sectors=[0, 0, 1])

    found = solve(worth, n_places=2, doubles=(), pinned=frozenset())

    assert found == Solution([0, 2], is_optimal=True)
    assert worth.of([0, 1]) == worth.of([0, 2]) + 10 - UNIT


def test_of_equals_the_first_are_chosen() -> None:
    worth = worth_of([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]])

    found = [solve(worth, n_places=2, doubles=pairs, pinned=frozenset()) for pairs in ((), [(0, 1)])]

    assert found == [Solution([0, 1], is_optimal=True), Solution([0, 2], is_optimal=True)]


def test_too_many_candidates_are_left_to_be_chosen_in_turn() -> None:
    worth = worth_of([[1]] * (MAX_CANDIDATES + 1))

    assert solve(worth, n_places=2, doubles=(), pinned=frozenset()) is None
    assert choose_in_turn(worth, n_places=2, doubles=()) == [0, 1]


@given(st.lists(st.text("aeoprst ", max_size=9), max_size=6))
def test_doubles_are_the_pairs_with_the_same_title(titles: list[str]) -> None:
    pairs = combinations(range(len(titles)), 2)

    assert find_doubles(titles) == [(i, j) for i, j in pairs if is_same_title(titles[i], titles[j])]


@pytest.mark.parametrize("name", PlanWeights.model_fields)
def test_every_weight_is_described(name: str) -> None:
    assert PlanWeights.model_fields[name].description


def test_weights_in_a_file_change_only_what_they_name() -> None:
    chosen = PlanSettings.model_validate({"weights": {"trend": 2}})

    assert chosen.weights == PlanWeights(trend=2)
    assert chosen.weights.tables == 1
