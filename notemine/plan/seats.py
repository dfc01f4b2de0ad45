"""Whom the seats of a table are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from notemine.domain import SeatAdvice
from notemine.dutch.phrases import sort_sectors
from notemine.dutch.sectors import MIXED


def share_seats(
    n_seats: int, tables: Iterable[str], *, sector_of: Mapping[str, str]
) -> tuple[SeatAdvice, ...]:
    """Share the seats of a table among the sectors that asked, by the number of past tables of each.

    By largest remainder (Hamilton); ties go to the sector that comes first. A sector that asked gets one seat
    at least, as long as there are seats. A table of mixed sectors, or of one that is not known, stands for
    seats that are free.

    Args:
        n_seats: People at the table.
        tables: Past tables that asked, each once.
        sector_of: Sector of each; ``""`` where it is not known.

    Returns:
        In the order of a school career, free seats last under ``""``; together ``n_seats``. None where the
        notes name no sector.
    """
    sectors = (sector_of[table] for table in tables)
    n_of = Counter("" if sector == MIXED else sector for sector in sectors)
    named = sort_sectors(n_of)
    if not named:
        return ()
    order = [*named, *([""] if n_of[""] else [])]
    seats = _largest_remainder(n_seats, [n_of[sector] for sector in order])
    for place in range(len(named)):
        # A sector keeps one; what is free need not.
        spare = [i for i, n in enumerate(seats) if n > (1 if i < len(named) else 0)]
        if not seats[place] and spare:
            most = max(spare, key=lambda i: (seats[i], -i))
            seats[place], seats[most] = 1, seats[most] - 1
    return tuple(SeatAdvice(sector=s, n_seats=n) for s, n in zip(order, seats, strict=True) if n)


def _largest_remainder(n_seats: int, counts: list[int]) -> list[int]:
    total = sum(counts)
    seats = [n_seats * n // total for n in counts]
    by_rest = sorted(range(len(counts)), key=lambda i: (-(n_seats * counts[i] % total), i))
    for i in by_rest[: n_seats - sum(seats)]:
        seats[i] += 1
    return seats
