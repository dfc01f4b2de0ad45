"""What a reader sees of the tables of the plan, in words and numbers; every exporter shows the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import PlanItem, SeatAdvice
from notemine.dutch import plan_words
from notemine.dutch.phrases import enumerate_words
from notemine.report.evidence import Evidence, Line
from notemine.report.safe import plain
from notemine.report.views import QuestionView

READ_FIRST = "lees de vragen na voor je dit deelt"


@dataclass(frozen=True, slots=True)
class Helper:
    """A table that has or may have an answer.

    Attributes:
        line: That says so.
        question: The follow-up question that it answers; empty if it is the lead.
        is_sure: The table asked the question, too, and answered it; otherwise it is a guess.
    """

    line: Line
    question: str
    is_sure: bool

    @property
    def name(self) -> str:
        """The table, or its file: ``misschien tafel 2 Breda`` where it is a guess."""
        name = self.line.table or self.line.file
        return name if self.is_sure else f"misschien {name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A table at the next event.

    Attributes:
        round: In which it is held; 0 for what is left out.
        table: Its number; 0 for what is left out.
        lead: None where nobody asked anything, or what was asked may not be shown.
        opening: The words of the lead; where it may not be shown, a sentence about the topic.
        roles: What the people do who asked.
        helpers: Tables with an answer, then those that may have one.
        seats: Whom the seats are for: ``ongeveer 3 vmbo, 3 mbo en 2 vrij``; empty where that is not known.
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
    helpers: tuple[Helper, ...]
    seats: str
    demand: int
    reason: str

    @property
    def sensitive(self) -> str:
        """Kinds of what its questions tell of somebody, or in confidence."""
        asked = [question for question in (self.lead, *self.follow_ups) if question and question.sensitive]
        return ", ".join(dict.fromkeys(question.sensitive for question in asked))


def view_plan(
    items: Sequence[PlanItem], evidence: Evidence, questions: Sequence[QuestionView]
) -> list[PlanView]:
    """Tables for the next event, in order."""
    question_of = {question.id: question for question in questions}
    return [_view_item(item, evidence, question_of) for item in items]


def describe_seats(seats: Sequence[SeatAdvice]) -> str:
    """Whom the seats of a table are for.

    >>> describe_seats([SeatAdvice(sector="vmbo", n_seats=5), SeatAdvice(sector="", n_seats=3)])
    'ongeveer 5 vmbo en 3 vrij'
    """
    parts = [f"{one.n_seats} {plain(one.sector) or 'vrij'}" for one in seats]
    return f"ongeveer {enumerate_words(parts)}" if parts else ""


def follow_up_note(question: QuestionView) -> str:
    """What to know of a follow-up question: that it has its answer already; mostly nothing."""
    return "al beantwoord" if question.status == "beantwoord" else ""


def _helpers(
    lead: QuestionView | None,
    follow_ups: Sequence[QuestionView],
    evidence: Evidence,
    may_answer: frozenset[str],
) -> dict[str, Helper]:
    """By table: its answer, or else the first that may be one."""
    asked = [*([("", lead)] if lead else []), *((question.wording, question) for question in follow_ups)]
    sure = [Helper(line, about, is_sure=True) for about, q in asked for line in q.answers]
    guesses = [Helper(line, about, is_sure=False) for about, q in asked for line in q.elsewhere]
    found: dict[str, Helper] = {}
    for helper in (*sure, *(one for one in guesses if one.line.id in may_answer)):
        found.setdefault(evidence.note(helper.line.id).table_id, helper)
    return found


def _opening(item: PlanItem, lead: QuestionView | None, evidence: Evidence) -> str:
    if lead:
        return lead.wording
    return "" if evidence.shown.quotes else plan_words.about(plain(item.title))


def _view_item(item: PlanItem, evidence: Evidence, question_of: Mapping[str, QuestionView]) -> PlanView:
    lead = question_of.get(item.lead_question)
    follow_ups = tuple(question_of[question_id] for question_id in item.questions)
    helper_of = _helpers(lead, follow_ups, evidence, frozenset(item.guesses))
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
        helpers=tuple(helper_of[table] for table in item.helpers if table in helper_of),
        seats=describe_seats(item.seats),
        demand=item.demand,
        reason=plain(f"{item.why_not} {item.reason}"),
    )
