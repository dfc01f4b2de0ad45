"""The whole choice beside one made by trying everything, from what the settings say and not from our sums."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings, PlanWeights
from notemine.domain import PlanDecision, RecurringQuestion, Topic
from notemine.plan.titles import is_same_title
from tests.plan.evening import NOTES, SECTORS, SEGMENTS, asked, plan_of, topic

LABELS = ("Ouders", "Ouder", "Geld", "Stage", "Mentoren", "Tijd")
TOPICS = [topic(label) for label in LABELS]
TABLE_OF = {NOTES[table].table_id: table for table in NOTES}
WEIGHTS = PlanWeights(tables=1, recurrence=0.25, sectors=1, events=0.5, trend=0.5, helpers=0.25)


@st.composite
def questions(draw: st.DrawFn) -> list[RecurringQuestion]:
    made = []
    for i in range(draw(st.integers(1, 9))):
        tables = draw(st.sets(st.sampled_from("12345"), min_size=1))
        answered = sorted(draw(st.sets(st.sampled_from(sorted(tables)), max_size=2)) - {min(tables)})
        made.append(
            asked(
                f"Wie betaalt plan {'abcdefghi'[i]} van de school?",
                "".join(sorted(tables)),
                draw(st.sampled_from(TOPICS)),
                status="answered" if answered else "open",
                answers=tuple(SEGMENTS[t].id for t in answered),
                trend=draw(st.sampled_from(["", "new", "persistent", "faded"])),
                elsewhere=draw(st.sampled_from([(), (SEGMENTS["1"].id,)])),
            )
        )
    return made


def wishes_of(one: Topic, every: list[RecurringQuestion]) -> list[RecurringQuestion]:
    return [q for q in every if q.topic_id == one.id]


def waiting(q: RecurringQuestion) -> list[str]:
    solved = {SEGMENTS[t].id: t for t in SEGMENTS}
    return sorted({TABLE_OF[t] for t in q.tables} - {solved[a] for a in q.answers})


def n_events(q: RecurringQuestion) -> int:
    return len({NOTES[TABLE_OF[t]].event.id for t in q.tables})


def worth(chosen: tuple[Topic, ...], every: list[RecurringQuestion], n_places: int) -> Fraction:
    """As README and ``PlanWeights`` say it, in fractions."""
    served = Counter(t for one in chosen for q in wishes_of(one, every) for t in waiting(q))
    total = sum((sum(Fraction(1, k) for k in range(1, n + 1)) for n in served.values()), Fraction(0))
    for one in chosen:
        lead = min(
            wishes_of(one, every),
            key=lambda q: (-len(waiting(q)), -len(q.tables), -n_events(q), q.wording),
        )
        total += Fraction(1, 4) * (len(lead.tables) - 1)
        total += Fraction(1, 2) * (n_events(lead) > 1)
        total += Fraction(1, 2) * (lead.trend in ("new", "persistent"))
        total += Fraction(1, 4) * bool(lead.answers or lead.elsewhere)
    asking = [one for one in TOPICS if wishes_of(one, every)]
    wanted = {
        one.id: Counter(SECTORS[t] for q in wishes_of(one, every) for t in waiting(q)) for one in asking
    }
    demand = sum(wanted.values(), Counter[str]())
    for sector in demand:
        due = Fraction(demand[sector] * min(n_places, len(asking)), demand.total())
        got = sum((Fraction(wanted[o.id][sector], wanted[o.id].total()) for o in chosen), Fraction(0))
        total -= max(due - got, Fraction(0))
    return total


def fits(chosen: tuple[Topic, ...], pinned: set[str]) -> bool:
    pairs = combinations(chosen, 2)
    return pinned <= {one.label for one in chosen} and all(
        not is_same_title(a.label, b.label) or {a.label, b.label} <= pinned for a, b in pairs
    )


@settings(deadline=None, max_examples=60)
@given(every=questions(), n_tables=st.integers(1, 3), n_rounds=st.integers(1, 2), data=st.data())
def test_no_choice_of_tables_that_fits_is_worth_more(
    every: list[RecurringQuestion], n_tables: int, n_rounds: int, data: st.DataObject
) -> None:
    asking = [one for one in TOPICS if wishes_of(one, every)]
    labels = st.sampled_from([one.label for one in asking])
    n_places = n_tables * n_rounds
    pinned = data.draw(st.sets(labels, max_size=min(2, n_places)))
    struck = data.draw(st.sets(labels, max_size=1)) - pinned
    decisions = [PlanDecision(kind="pin", title=label) for label in sorted(pinned)]
    decisions += [PlanDecision(kind="strike", title=label) for label in sorted(struck)]
    chosen = PlanSettings(tables=n_tables, rounds=n_rounds, follow_ups=20, weights=WEIGHTS)

    plan = plan_of(asking, every, chosen, decisions)

    left = [one for one in asking if one.label not in struck]
    rest = [q for q in every if q.topic_id in {one.id for one in left}]
    choices = [some for n in range(min(n_places, len(left)) + 1) for some in combinations(left, n)]
    best = max((worth(some, rest, n_places) for some in choices if fits(some, pinned)), default=Fraction(0))
    own = tuple(one for one in left if one.id in {item.topic_id for item in plan.items})
    assert plan.is_optimal
    assert fits(own, pinned)
    # Sums are kept in 2520ths, told in thousandths.
    assert float(worth(own, rest, n_places)) == pytest.approx(float(best), abs=0.01)
    assert plan.objective == pytest.approx(float(best), abs=0.01)
    order = data.draw(st.permutations(every))
    assert plan_of(asking[::-1], order, chosen, decisions[::-1]) == plan


def test_what_the_optimum_costs_is_told_of_what_was_left_out() -> None:
    every = [
        asked(f"Wie regelt {one.label} op de school?", "12345"[i % 4 :], one) for i, one in enumerate(TOPICS)
    ]

    plan = plan_of(TOPICS, every, PlanSettings(tables=2, weights=WEIGHTS))

    own = tuple(one for one in TOPICS if one.id in {item.topic_id for item in plan.items})
    for item in plan.left_out:
        other = next(one for one in TOPICS if one.id == item.topic_id)
        added = worth((*own, other), every, 2) - worth(own, every, 2)
        assert item.score == pytest.approx(float(added), abs=0.01)
        assert item.why_not
    assert replace(plan, items=(), left_out=()).objective == pytest.approx(
        float(worth(own, every, 2)), abs=0.01
    )
