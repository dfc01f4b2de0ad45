"""The plan for who was not there: no question of one table, no small count, in no form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from notemine.domain import Mined, Note, PlanDecision
from notemine.report import write_report
from notemine.report.outside import for_outside
from tests.report.planned import planned
from tests.report.reading import text_of
from tests.report.sample import two_evenings


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.md", "uitnodiging.ics"])
def test_for_outside_no_form_of_the_plan_holds_a_question_of_one_table(name: str, tmp_path: Path) -> None:
    single = next(q for q in two_evenings().questions if len(q.tables) == 1 and not q.is_prompt).wording
    mined = planned(decisions=(PlanDecision(kind="pin", title=single),))

    inside = flat(text_of(write_report(mined, tmp_path / f"binnen-{name}")))
    outside = flat(text_of(write_report(mined, tmp_path / name, quotes=False)))

    assert single in inside
    assert single not in outside
    assert single[:30] not in outside


def flat(text: str) -> str:
    return " ".join((text.replace("\n ", "") if text.startswith("BEGIN:") else text).split())


def test_for_outside_nothing_of_the_plan_tells_a_small_count() -> None:
    mined = planned()

    shown = for_outside(mined, min_cell=3).plan

    asked = {question.id: question for question in for_outside(mined, min_cell=3).questions}
    assert {item.score for item in (*shown.items, *shown.left_out)} == {0.0}
    assert shown.objective == 0.0
    assert {item.evidence for item in (*shown.items, *shown.left_out)} == {()}
    for found in shown.follow_up_by_sector:
        assert all(found.sector in asked[q].sectors for q in found.questions)
    assert (shown.n_rounds, shown.n_tables, shown.seats) == (2, 2, 6)


def with_roles(mined: Mined) -> Mined:
    def role_of(note: Note) -> str:
        return "decaan" if note.sector == "mbo" else "mentor"

    notes = tuple(replace(note, role=role_of(note)) for note in mined.notes)
    questions = [replace(question, roles=("decaan", "mentor")) for question in mined.questions]
    items = tuple(replace(item, roles=("decaan", "mentor")) for item in mined.plan.items)
    return replace(mined, notes=notes, questions=questions, plan=replace(mined.plan, items=items))


def test_for_outside_roles_of_few_tables_are_left_out_of_the_plan() -> None:
    shown = for_outside(with_roles(planned()), min_cell=3)

    asked = {question.id: question for question in shown.questions}
    for item in shown.plan.items:
        told = {r for q in (item.lead_question, *item.questions) if q for r in asked[q].roles}
        assert set(item.roles) <= told
    assert any("decaan" not in item.roles for item in shown.plan.items)


def test_for_outside_a_double_names_its_other_only_if_that_is_shown() -> None:
    mined = planned()
    first, *_ = mined.plan.items
    lost = replace(first, id="p-x", why_not=f"Dubbel met “{first.title}”.", double_of=first.id, round=0)
    gone = replace(lost, id="p-y", why_not="Dubbel met “Mag je dat zomaar?”.", double_of="p-weg")
    plan = replace(mined.plan, left_out=(lost, gone))

    one, other = for_outside(replace(mined, plan=plan), quotes=False).plan.left_out

    assert (one.why_not, one.double_of) == (f"Dubbel met “{first.title}”.", first.id)
    assert (other.why_not, other.double_of) == ("Dubbel met een andere tafel.", "")


def test_a_pinned_table_says_so_outside_too() -> None:
    label = two_evenings().topics.topics[-1].label
    mined = planned(decisions=(PlanDecision(kind="pin", title=label),))

    [pinned] = [item for item in for_outside(mined, quotes=False).plan.items if item.is_pinned]

    assert pinned.title == label
    assert pinned.reason.startswith("Vastgezet. ")
