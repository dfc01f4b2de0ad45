"""Whom the seats of a table are for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.config import PlanSettings
from notemine.domain import SeatAdvice
from notemine.plan.seats import share_seats
from tests.plan.evening import asked, plan_of, topic

SECTORS = ("vmbo", "havo/vwo", "mbo", "gemengd", "")


def shared(n_seats: int, **n_of: int) -> list[tuple[str, int]]:
    sector_of = {f"{sector}/{i}": sector for sector, n in n_of.items() for i in range(n)}
    return [(one.sector, one.n_seats) for one in share_seats(n_seats, sorted(sector_of), sector_of=sector_of)]


@pytest.mark.parametrize(
    ("n_of", "expected"),
    [
        ({"vmbo": 1, "mbo": 1}, [("vmbo", 4), ("mbo", 4)]),
        ({"mbo": 3, "vmbo": 1}, [("vmbo", 2), ("mbo", 6)]),
        ({"vmbo": 1, "havo/vwo": 1, "mbo": 1}, [("vmbo", 3), ("havo/vwo", 3), ("mbo", 2)]),
        ({"vmbo": 40, "mbo": 1}, [("vmbo", 7), ("mbo", 1)]),
        ({"vmbo": 1, "gemengd": 1}, [("vmbo", 4), ("", 4)]),
        ({"gemengd": 3}, []),
        ({}, []),
    ],
    ids=["equal", "by who asked", "ties in order", "one at least", "mixed is free", "only mixed", "nobody"],
)
def test_seats_are_shared_by_who_asked(n_of: dict[str, int], expected: list[tuple[str, int]]) -> None:
    assert shared(8, **n_of) == expected


def test_a_free_seat_goes_to_a_sector_that_has_none() -> None:
    assert shared(2, vmbo=1, mbo=1, gemengd=2) == [("vmbo", 1), ("mbo", 1)]
    assert shared(1, vmbo=1, gemengd=3) == [("vmbo", 1)]


@given(st.integers(1, 12), st.dictionaries(st.sampled_from(SECTORS), st.integers(1, 30)), st.randoms())
def test_laws_of_the_shares(n_seats: int, n_of: dict[str, int], random: object) -> None:
    sector_of = {f"{sector}/{i}": sector for sector, n in n_of.items() for i in range(n)}
    tables = list(sector_of)
    random.shuffle(tables)  # type: ignore[attr-defined]

    seats = share_seats(n_seats, tables, sector_of=sector_of)

    named = set(n_of) - {"", "gemengd"}
    assert sum(one.n_seats for one in seats) == (n_seats if named else 0)
    if n_seats > len(named):
        assert named <= {one.sector for one in seats}
    assert seats == share_seats(n_seats, sorted(tables), sector_of=sector_of)
    total, given_to = sum(n_of.values()), {one.sector: one.n_seats for one in seats}
    for sector in named:
        # Never further from its share than a seat, but for those that others need to have one.
        assert given_to.get(sector, 0) <= n_seats * n_of[sector] / total + 1


def test_a_table_says_how_many_of_each_sector_it_has_a_seat_for() -> None:
    parents = topic("Ouders")
    common = asked("Hoe krijg je ouders mee?", "1245", parents)

    [item] = plan_of([parents], [common], PlanSettings(seats=6)).items

    assert item.seats == (SeatAdvice(sector="vmbo", n_seats=3), SeatAdvice(sector="mbo", n_seats=3))


def test_more_tables_that_wait_than_seats_is_said() -> None:
    parents = topic("Ouders")
    common = asked("Hoe krijg je ouders mee?", "123", parents)

    plans = [plan_of([parents], [common], PlanSettings(seats=n)) for n in (2, 3)]

    assert ["wachten 3 tafels op, meer dan er plaatsen" in p.items[0].reason for p in plans] == [True, False]
