"""The plan as every exporter shows it: rounds of tables, what did not fit, what sectors still ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from notemine.domain import Mined, Plan
from notemine.dutch.phrases import count
from notemine.report.cells import Cell
from notemine.report.evidence import Evidence
from notemine.report.next_event import NextEvent, next_event_of
from notemine.report.plan_views import PlanView, view_plan
from notemine.report.safe import plain
from notemine.report.views import QuestionView

# Of each sector, where a reader has to go through them all; the workbook holds the others.
N_FOLLOW_UPS = 10


@dataclass(frozen=True, slots=True)
class Round:
    """Tables that are held at the same time."""

    number: int
    items: tuple[PlanView, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What the tables of a sector still ask and have no table for.

    Attributes:
        questions: Each with the tables of the sector that asked it.
    """

    sector: str
    questions: tuple[tuple[QuestionView, Cell], ...]

    @property
    def shown(self) -> tuple[tuple[QuestionView, Cell], ...]:
        """Those that most tables of the sector wait for."""
        return self.questions[:N_FOLLOW_UPS]

    @property
    def first(self) -> tuple[tuple[str, str], ...]:
        """Wordings of those, each with how many of the sector asked: ``3 tafels``."""
        return tuple(
            (q.wording, count(n, "tafel", "tafels") if isinstance(n, int) else f"{n} tafels")
            for q, n in self.shown
        )

    @property
    def others(self) -> str:
        """How many more there are: ``en nog 12 vragen``; empty if there are none."""
        n = len(self.questions) - N_FOLLOW_UPS
        return f"en nog {count(n, 'vraag', 'vragen')}" if n > 0 else ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan of the next event.

    Attributes:
        size: In a sentence, how many tables and rounds there are.
    """

    next_event: NextEvent
    size: str
    rounds: tuple[Round, ...]
    left_out: tuple[PlanView, ...]
    follow_ups: tuple[FollowUp, ...]

    @property
    def has_rounds(self) -> bool:
        """Whether there is more than one."""
        return len(self.rounds) > 1


def view_agenda(mined: Mined, evidence: Evidence, questions: Sequence[QuestionView]) -> Agenda:
    """Make the agenda of a result."""
    items = view_plan(mined.plan.items, evidence, questions)
    numbers = sorted({item.round for item in items})
    return Agenda(
        next_event=next_event_of(mined),
        size=describe_size(mined.plan),
        rounds=tuple(Round(r, tuple(item for item in items if item.round == r)) for r in numbers),
        left_out=tuple(view_plan(mined.plan.left_out, evidence, questions)),
        follow_ups=_follow_ups(mined.plan, questions),
    )


def describe_size(plan: Plan) -> str:
    """How many tables there are, in how many rounds.

    >>> describe_size(Plan(items=(), n_rounds=2, n_tables=8, seats=6))
    '0 tafels'
    """
    said = count(len(plan.items), "tafel", "tafels")
    if not plan.items:
        return said
    n_rounds = len({item.round for item in plan.items})
    if n_rounds > 1:
        said += f" in {n_rounds} ronden"
    if not plan.seats:
        return said
    seats = count(plan.seats, "plaats", "plaatsen")
    # Everyone has a seat in every round: the smallest one tells for how many.
    n_people = plan.seats * min(Counter(item.round for item in plan.items).values())
    return f"{said}, {seats} per tafel (voor {count(n_people, 'deelnemer', 'deelnemers')})"


def _follow_ups(plan: Plan, questions: Sequence[QuestionView]) -> tuple[FollowUp, ...]:
    question_of = {question.id: question for question in questions}
    found = []
    for one in plan.follow_up_by_sector:
        sector = plain(one.sector)
        known = [question_of[q] for q in one.questions if q in question_of]
        if sector and known:
            found.append(FollowUp(sector, tuple((q, q.sectors.get(sector, 0)) for q in known)))
    return tuple(found)
