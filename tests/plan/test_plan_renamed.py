"""A word on a table holds, whatever its topic is called later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notemine.config import PlanSettings
from notemine.domain import Plan, PlanDecision, PlanDecisionKind, Topic, TopicDecision, TopicMap
from notemine.plan import make_plan
from tests.plan.evening import NOTES, SEGMENTS, topic

OTHER = topic("Geld", "45")
LINES = tuple(SEGMENTS[table].text for table in "123")


def plan_of(
    topics: Sequence[Topic],
    decisions: Sequence[PlanDecision],
    topic_decisions: Sequence[TopicDecision] = (),
    *,
    n_tables: int = 1,
) -> Plan:
    return make_plan(
        TopicMap(topics=tuple(topics), labels=[], strengths=[]),
        [],
        notes=list(NOTES.values()),
        segments=list(SEGMENTS.values()),
        settings=PlanSettings(tables=n_tables),
        decisions=decisions,
        topic_decisions=topic_decisions,
    )


def said(kind: PlanDecisionKind, *lines: str, title: str = "Ouders") -> PlanDecision:
    return PlanDecision(kind=kind, title=title, lines=lines)


def renamed(*was: str, lines: Sequence[str] = LINES, label: str = "Thuis") -> TopicDecision:
    kind = "merge" if len(was) > 1 else "rename"
    return TopicDecision(kind=kind, topics=(tuple(lines),), label=label, was=was)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["pin", "strike"])
@pytest.mark.parametrize(
    ("lines", "topic_decisions"),
    [
        (LINES, ()),
        (LINES[:1], ()),
        ((), (renamed("Ouders"),)),
        ((), (renamed("Ouders", label="Gezin"), renamed("Gezin"))),
        ((), (renamed("Ouders", "School", label=""),)),
    ],
    ids=["found anew", "with a line left", "renamed", "renamed twice", "merged"],
)
def test_a_word_on_a_table_holds_when_its_topic_is_called_otherwise(
    kind: PlanDecisionKind, lines: tuple[str, ...], topic_decisions: tuple[TopicDecision, ...]
) -> None:
    home = topic("Thuis", "123")

    plan = plan_of([OTHER, home], [said(kind, *lines)], topic_decisions, n_tables=1 if kind == "pin" else 2)

    titles = [item.title for item in plan.items]
    assert titles == (["Thuis"] if kind == "pin" else ["Geld"])
    if kind == "strike":
        assert [(item.title, item.why_not) for item in plan.left_out] == [("Thuis", "Doorgestreept.")]


def test_a_topic_that_is_called_so_comes_before_one_that_has_the_lines() -> None:
    plan = plan_of([topic("Thuis", "123"), topic("Ouders", "45")], [said("pin", *LINES)])

    assert [item.title for item in plan.items] == ["Ouders"]


def test_the_topic_that_has_most_of_the_lines_is_meant() -> None:
    plan = plan_of([topic("Thuis", "1"), topic("School", "234")], [said("pin", *LINES)])

    assert [item.title for item in plan.items] == ["School"]


def test_of_two_words_on_topics_that_became_one_the_last_counts() -> None:
    whole = topic("Thuis", "12345")
    decisions = [said("strike", LINES[0]), said("pin", LINES[1], title="School")]

    assert [item.is_pinned for item in plan_of([whole], decisions).items] == [True]
    assert plan_of([whole], decisions[::-1]).items == ()


def test_a_word_of_which_name_and_lines_are_gone_changes_nothing() -> None:
    topics = [OTHER, topic("Thuis", "123")]
    decisions = [said("pin", "deze regel is er niet meer"), said("strike", title="Weer")]

    assert plan_of(topics, decisions, [renamed("Zon", lines=["nergens"])]) == plan_of(topics, [])


@settings(deadline=None, max_examples=80)
@given(
    home=st.lists(st.sampled_from("12345"), min_size=5, max_size=5),
    chosen=st.permutations(["Ouders", "Geld", "Stage", "Mentoren", "Tijd"]),
    n_pinned=st.integers(0, 3),
    n_tables=st.integers(1, 4),
)
def test_what_is_pinned_is_a_table_after_every_topic_got_another_name(
    home: list[str], chosen: list[str], n_pinned: int, n_tables: int
) -> None:
    # Each topic has one line of its own, wherever the tables are.
    before = [topic(label, str(i)) for i, label in enumerate(chosen, start=1)]
    pins = [said("pin", SEGMENTS[str(i)].text, title=t.label) for i, t in enumerate(before, 1)][:n_pinned]
    after = [replace(t, label=f"{t.label} {home[i]} anders", id=f"t-{i}") for i, t in enumerate(before)]

    plan = plan_of(after, pins, n_tables=n_tables)

    n_there = sum(item.is_pinned for item in plan.items)
    assert n_there == min(n_pinned, n_tables)
    assert {i.topic_id for i in plan.items if i.is_pinned} <= {f"t-{i}" for i in range(n_pinned)}
