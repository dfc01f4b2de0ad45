"""What a person pins and strikes, and the laws of every plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings
from notemine.domain import Plan, PlanDecision
from notemine.errors import ConfigError
from notemine.plan.decided import check_plan
from tests.plan.evening import SEGMENTS, asked, plan_of, topic

LABELS = ("Ouders", "Geld", "Stage", "Mentoren", "Tijd", "Reflectie", "Ouder")
TOPICS = [topic(label, "12345"[: 1 + i % 5]) for i, label in enumerate(LABELS)]
QUESTIONS = [
    *(asked(f"Wat doen we met {t.label}?", "12345"[i % 3 : 3 + i % 2], t) for i, t in enumerate(TOPICS[:4])),
    asked("Wie betaalt de bus?", "45"),
    asked("Wie leert de docent praten?", "4", TOPICS[0]),
]


def pin(title: str) -> PlanDecision:
    return PlanDecision(kind="pin", title=title)


def strike(title: str) -> PlanDecision:
    return PlanDecision(kind="strike", title=title)


def titles(plan: Plan) -> list[str]:
    return [item.title for item in plan.items]


def test_a_pinned_topic_is_a_table_though_nobody_asks_about_it() -> None:
    plan = plan_of(TOPICS, QUESTIONS, PlanSettings(tables=1), [pin("reflectie!")])

    assert titles(plan) == ["Reflectie"]
    assert plan.items[0].is_pinned
    assert plan.items[0].reason.startswith("Vastgezet. Veel besproken")


def test_a_pinned_question_leads_its_table() -> None:
    plan = plan_of(
        TOPICS, QUESTIONS, PlanSettings(tables=1, follow_ups=0), [pin("Wie leert de docent praten")]
    )

    [item] = plan.items
    assert (item.title, item.lead_question) == ("Ouders", QUESTIONS[-1].id)


def test_a_pinned_question_is_a_table_though_it_was_answered() -> None:
    answered = asked("Is er koffie?", "1", status="answered", answers=(SEGMENTS["1"].id,))

    plan = plan_of([], [answered], decisions=[pin("Is er koffie?")])

    assert titles(plan) == ["Is er koffie?"]
    assert plan.items[0].reason == "Vastgezet. Aan 1 tafel gevraagd (vmbo); overal beantwoord."


def test_a_topic_about_the_evening_is_a_table_only_if_it_is_pinned() -> None:
    aside = replace(topic("Koffie"), is_aside=True)

    assert titles(plan_of([aside], [])) == []
    assert titles(plan_of([aside], [], decisions=[pin("Koffie")])) == ["Koffie"]


def test_what_is_struck_is_named_as_such_and_its_question_stays_for_the_sector() -> None:
    plan = plan_of(TOPICS, QUESTIONS, decisions=[strike("Geld")])

    assert "Geld" not in titles(plan)
    [item] = [item for item in plan.left_out if item.title == "Geld"]
    assert item.why_not == "Doorgestreept."
    assert any(item.lead_question in sector.questions for sector in plan.follow_up_by_sector)


def test_a_struck_question_leaves_its_topic_and_the_lists_of_sectors() -> None:
    plan = plan_of(TOPICS, QUESTIONS, decisions=[strike("Wie leert de docent praten?")])

    struck = QUESTIONS[-1].id
    assert "Ouders" in titles(plan)
    assert all(struck not in (item.lead_question, *item.questions) for item in plan.items)
    assert all(struck not in sector.questions for sector in plan.follow_up_by_sector)


def test_a_pinned_question_of_a_struck_topic_is_a_table_of_its_own() -> None:
    plan = plan_of(TOPICS, QUESTIONS, decisions=[strike("Ouders"), pin("Wie leert de docent praten?")])

    assert "Ouders" not in titles(plan)
    assert "Wie leert de docent praten?" in titles(plan)


def test_two_that_double_are_both_tables_if_both_are_pinned() -> None:
    plan = plan_of(TOPICS, QUESTIONS, decisions=[pin("Ouders"), pin("Ouder")])

    assert {"Ouders", "Ouder"} <= set(titles(plan))


def test_more_pinned_than_fits_is_said() -> None:
    plan = plan_of(TOPICS, QUESTIONS, PlanSettings(tables=1), [pin("Ouders"), pin("Geld")])

    assert len(plan.items) == 1
    [other] = [item for item in plan.left_out if item.is_pinned]
    assert other.why_not == "Vastgezet, maar er is meer vastgezet dan er past."


def test_one_table_cannot_be_pinned_and_struck() -> None:
    with pytest.raises(ConfigError, match="'Ouders' staat in het plan vast én is doorgestreept"):
        check_plan([strike("Ouders"), pin("ouders")])


def test_what_names_nothing_changes_nothing() -> None:
    assert plan_of(TOPICS, QUESTIONS, decisions=[pin("Weer"), strike("...")]) == plan_of(TOPICS, QUESTIONS)


def test_open_questions_without_a_table_are_listed_for_their_sectors() -> None:
    plan = plan_of(TOPICS, QUESTIONS, PlanSettings(tables=1))

    planned = {q for item in plan.items for q in (item.lead_question, *item.questions)}
    listed = {found.sector: found.questions for found in plan.follow_up_by_sector}
    assert list(listed) == ["vmbo", "havo/vwo", "mbo"]
    assert not planned & {q for questions in listed.values() for q in questions}
    for question in QUESTIONS:
        if question.id not in planned:
            assert {s for s, questions in listed.items() if question.id in questions} == set(question.sectors)


def test_why_a_table_lost_tells_whether_its_people_are_served() -> None:
    loud, echo, small = topic("Ouders"), topic("Mentoren"), topic("Geld")
    questions = [
        asked("Hoe krijg je ouders mee?", "1234", loud),
        asked("Wat doet een mentor?", "123", echo),
        asked("Wie betaalt de bus?", "5", small),
    ]

    plan = plan_of([loud, echo, small], questions, PlanSettings(tables=1))

    assert {item.title: item.why_not for item in plan.left_out} == {
        "Mentoren": "Geen plaats: de tafels die dit vroegen komen al aan bod.",
        "Geld": "Geen plaats: de gekozen tafels voegen meer toe.",
    }
    assert all(item.score <= plan.items[0].score for item in plan.left_out)


@settings(deadline=None, max_examples=60)
@given(
    order=st.permutations(range(len(TOPICS))),
    n_tables=st.integers(1, 5),
    n_rounds=st.integers(1, 3),
    pinned=st.sets(st.sampled_from(LABELS), max_size=3),
    struck=st.sets(st.sampled_from([*LABELS, "Wie betaalt de bus?"]), max_size=3),
)
def test_laws_of_every_plan(
    order: list[int], n_tables: int, n_rounds: int, pinned: set[str], struck: set[str]
) -> None:
    pinned -= struck
    decisions = [*map(pin, sorted(pinned)), *map(strike, sorted(struck))]
    chosen = PlanSettings(tables=n_tables, rounds=n_rounds)
    shuffled = [QUESTIONS[i] for i in order if i < len(QUESTIONS)]

    plan = plan_of([TOPICS[i] for i in order], shuffled, chosen, decisions[::-1])

    assert plan == plan_of(TOPICS, QUESTIONS, chosen, decisions)
    assert all(sum(item.round == r for item in plan.items) <= n_tables for r in {i.round for i in plan.items})
    assert all(1 <= item.round <= n_rounds for item in plan.items)
    assert len(pinned & set(titles(plan))) == min(len(pinned), n_tables * n_rounds)
    assert not struck & set(titles(plan))
    assert plan.is_optimal
    assert all(item.why_not for item in plan.left_out)
