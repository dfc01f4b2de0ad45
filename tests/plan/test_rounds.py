from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings
from notemine.plan.demand import Candidate, Wish
from notemine.plan.rounds import _asks, _n_found, assign_rounds
from tests.plan.evening import asked, plan_of, topic


def candidate(title: str, tables: str) -> Candidate:
    waiting = tuple(sorted(set(tables)))
    wish = Wish(question=asked(title, ""), waiting=waiting, answered=(), n_events=1)
    return Candidate(title=title, topic_id="", wishes=(wish,), tables=waiting, n_segments=0)


def test_two_tables_that_the_same_people_asked_for_fall_in_two_rounds() -> None:
    chosen = [candidate("a", "123"), candidate("b", "123"), candidate("c", "45"), candidate("d", "45")]

    rounds = assign_rounds(chosen, n_rounds=2)

    assert rounds[0] == 1
    assert rounds[0] != rounds[1]
    assert rounds[2] != rounds[3]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text("12345678", max_size=4), min_size=1, max_size=9), st.integers(1, 4))
def test_rounds_are_of_equal_size_and_no_worse_than_in_order(tables: list[str], n_rounds: int) -> None:
    chosen = [candidate(str(i), some) for i, some in enumerate(tables)]

    rounds = assign_rounds(chosen, n_rounds=n_rounds)

    sizes = Counter(rounds)
    assert len(rounds) == len(chosen)
    assert set(rounds) == set(range(1, min(n_rounds, len(chosen)) + 1))
    assert max(sizes.values()) - min(sizes.values()) <= 1
    in_order = [i % min(n_rounds, len(chosen)) for i in range(len(chosen))]
    assert _n_found(_asks(chosen), rounds) >= _n_found(_asks(chosen), in_order)


def test_many_tables_over_many_rounds_are_spread_without_the_programme() -> None:
    chosen = [candidate(f"{i:02}", "12345678"[i % 8] + "12345678"[i // 8]) for i in range(48)]

    rounds = assign_rounds(chosen, n_rounds=6)

    assert set(Counter(rounds).values()) == {8}
    assert _n_found(_asks(chosen), rounds) == 6 * 8


def test_tables_are_numbered_on_over_the_rounds() -> None:
    topics = [topic(label) for label in ("Ouders", "Geld", "Stage", "Mentoren", "Tijd")]
    questions = [asked(f"Wat doen we met {t.label}?", "12345"[: 5 - i], t) for i, t in enumerate(topics)]

    plan = plan_of(topics, questions, PlanSettings(tables=2, rounds=2, seats=6))

    assert [(item.round, item.table) for item in plan.items] == [(1, 1), (1, 2), (2, 3), (2, 4)]
    assert (plan.n_rounds, plan.n_tables, plan.seats) == (2, 2, 6)
    assert {item.round for item in plan.left_out} == {0}
