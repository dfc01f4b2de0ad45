"""What a reader sees of the tables of the plan, in words and numbers; every exporter shows the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import PlanItem
from notemine.report.evidence import Evidence, Line
from notemine.report.safe import plain
from notemine.report.views import QuestionView


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A table at the next event.

    Attributes:
        round: In which it is held; 0 for what is left out.
        table: Its number; 0 for what is left out.
        lead: None where nobody asked anything, or what was asked may not be shown.
        opening: The words of the lead; where it may not be shown, a sentence about the topic.
        roles: What the people do who asked.
        helpers: For each table that has or may have an answer, the line that says so.
        reason: Why it is in the plan or, for what is left out, first why it is not.
    """

    id: str
    title: str
    topic_id: str
    round: int
    table: int
    lead: QuestionView | None
    opening: str
    follow_ups: tuple[QuestionView, ...]
    sectors: tuple[str, ...]
    roles: tuple[str, ...]
    helpers: tuple[Line, ...]
    demand: int
    reason: str


def view_plan(
    items: Sequence[PlanItem], evidence: Evidence, questions: Sequence[QuestionView]
) -> list[PlanView]:
    """Tables for the next event, in order."""
    question_of = {question.id: question for question in questions}
    return [_view_item(item, evidence, question_of) for item in items]


def _opening(item: PlanItem, lead: QuestionView | None, evidence: Evidence) -> str:
    if lead:
        return lead.wording
    return "" if evidence.shown.quotes else f"Wat speelt er rond “{plain(item.title)}”, en wat helpt?"


def _view_item(item: PlanItem, evidence: Evidence, question_of: Mapping[str, QuestionView]) -> PlanView:
    lead = question_of.get(item.lead_question)
    follow_ups = tuple(question_of[question_id] for question_id in item.questions)
    said: dict[str, Line] = {}
    for question in (lead, *follow_ups):
        for line in (*question.answers, *question.elsewhere) if question else ():
            said.setdefault(evidence.note(line.id).table_id, line)
    return PlanView(
        id=item.id,
        title=plain(item.title),
        topic_id=item.topic_id,
        round=item.round,
        table=item.table,
        lead=lead,
        opening=_opening(item, lead, evidence),
        follow_ups=follow_ups,
        sectors=tuple(plain(sector) for sector in item.sectors),
        roles=tuple(plain(role) for role in item.roles),
        helpers=tuple(said[table] for table in item.helpers if table in said),
        demand=item.demand,
        reason=plain(f"{item.why_not} {item.reason}"),
    )
