"""Makes the plan of the next event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from notemine.config import PlanSettings
from notemine.domain import (
    Note,
    Plan,
    PlanDecision,
    PlanItem,
    RecurringQuestion,
    SectorFollowUp,
    Segment,
    TopicDecision,
    TopicMap,
    make_id,
)
from notemine.dutch.phrases import sort_sectors
from notemine.plan.choose import Choice, choose
from notemine.plan.decided import read_said
from notemine.plan.demand import Candidate, Wish, find_candidates, find_wishes, notes_by_segment
from notemine.plan.reasons import guesses, helpers, why, why_not
from notemine.plan.rounds import assign_rounds
from notemine.plan.seats import share_seats
from notemine.plan.worth import UNIT


def make_plan(
    topics: TopicMap,
    questions: Sequence[RecurringQuestion],
    *,
    notes: Sequence[Note],
    segments: Sequence[Segment],
    settings: PlanSettings,
    decisions: Sequence[PlanDecision] = (),
    topic_decisions: Sequence[TopicDecision] = (),
) -> Plan:
    """Turn topics and open questions into tables for the next event.

    A table has a topic and the questions that participants asked about it and that not every table that
    asked has an answer to; the one most tables wait for leads. What participants did not ask is no table
    unless there is room left, or a person pinned it.

    Args:
        topics: What the tables were about.
        questions: Recurring questions, in any order; those answered wherever they were asked and the
            facilitator's are not planned.
        notes: Notes of ``segments``.
        segments: Every segment that ``topics`` and ``questions`` name.
        settings: How many rounds and tables there are, how many follow-up questions fit, and what counts.
        decisions: What a person pinned and struck.
        topic_decisions: What a person said of topics: a table is known by what its topic was called, too.

    Returns:
        At most ``settings.rounds`` times ``settings.tables`` items, by round, no two with nearly the same
        title; the rest is in ``left_out`` with the reason. See ``choose`` for what is best.
    """
    note_of = notes_by_segment(notes, segments)
    sector_of = _sectors_by_table(notes)
    said = read_said(decisions, topics, segments, topic_decisions=topic_decisions)
    text_of = {segment.id: segment.text for segment in segments}
    wishes, answered = find_wishes(questions, note_of=note_of, text_of=text_of, said=said)
    candidates = find_candidates(
        topics, wishes, answered, note_of=note_of, max_questions=1 + settings.follow_ups, said=said
    )
    choice = choose(
        candidates,
        n_places=settings.rounds * settings.tables,
        sector_of=sector_of,
        weights=settings.weights,
    )
    weak = frozenset(topic.id for topic in topics if "unstable" in topic.flags)
    words = _Words(note_of, sector_of, weak, settings.seats)
    items = _placed(choice, words, n_rounds=settings.rounds)
    return Plan(
        items=items,
        left_out=_left_out(choice, words),
        n_rounds=settings.rounds,
        n_tables=settings.tables,
        seats=settings.seats,
        objective=_units(choice.total),
        is_optimal=choice.is_optimal,
        follow_up_by_sector=_follow_up(wishes, items, sector_of),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What the plan says of candidates.

    Attributes:
        note_of: The note of each segment, by segment id.
        sector_of: Sector of each past table.
        weak: Topics that are not found back.
    """

    note_of: Mapping[str, Note]
    sector_of: Mapping[str, str]
    weak: frozenset[str]
    n_seats: int

    def item(self, candidate: Candidate) -> PlanItem:
        """A candidate as the plan tells of it, without a place."""
        asked = [wish.question for wish in candidate.talk]
        first, *others = [question.id for question in asked] or [""]
        tables = {table for question in asked for table in question.tables} or candidate.tables
        return PlanItem(
            id=_id(candidate),
            title=candidate.title,
            topic_id=candidate.topic_id,
            lead_question=first,
            questions=tuple(others),
            sectors=tuple(sort_sectors(sector for question in asked for sector in question.sectors)),
            helpers=helpers(candidate.talk, self.note_of),
            guesses=guesses(candidate.talk),
            demand=sum(len(question.tables) for question in asked),
            reason=why(
                candidate, self.note_of, is_weak=candidate.topic_id in self.weak, n_seats=self.n_seats
            ),
            roles=tuple(sorted({role for question in asked for role in question.roles})),
            evidence=tuple(
                dict.fromkeys(member.segment_id for question in asked for member in question.asked)
            ),
            is_pinned=candidate.is_pinned and not candidate.is_struck,
            seats=share_seats(self.n_seats, sorted(tables), sector_of=self.sector_of),
        )


def _sectors_by_table(notes: Sequence[Note]) -> dict[str, str]:
    # Two notes of one table rarely name two sectors; the first by name then stands for it.
    pairs = sorted((note.table_id, note.sector) for note in notes)
    named = {table: sector for table, sector in reversed(pairs) if sector}
    return {table: named.get(table, "") for table, _ in pairs}


def _placed(choice: Choice, words: _Words, *, n_rounds: int) -> tuple[PlanItem, ...]:
    """The chosen, by round, what adds most first, and numbered on."""
    rounds = assign_rounds(choice.chosen, n_rounds=n_rounds)
    by_round = sorted(range(len(rounds)), key=lambda i: rounds[i])
    return tuple(
        replace(
            words.item(choice.chosen[i]),
            round=rounds[i],
            table=number,
            score=_units(choice.worths[i]),
        )
        for number, i in enumerate(by_round, start=1)
    )


def _left_out(choice: Choice, words: _Words) -> tuple[PlanItem, ...]:
    return tuple(
        replace(
            words.item(lost.candidate),
            score=_units(lost.worth),
            why_not=why_not(lost),
            double_of=_id(lost.double_of) if lost.double_of else "",
        )
        for lost in choice.lost
    )


def _id(candidate: Candidate) -> str:
    return make_id("p", candidate.topic_id, candidate.wishes[0].question.id if candidate.wishes else "")


def _follow_up(
    wishes: Sequence[Wish], items: Sequence[PlanItem], sector_of: Mapping[str, str]
) -> tuple[SectorFollowUp, ...]:
    """For each sector the questions that its tables wait for and that are at no table."""
    planned = {question for item in items for question in (item.lead_question, *item.questions)}
    waiting: dict[str, Counter[str]] = {}
    for wish in wishes:
        if wish.question.id not in planned and not wish.is_struck:
            for table in wish.waiting:
                waiting.setdefault(sector_of[table], Counter())[wish.question.id] += 1
    # Counted in the order of the wishes, which ties keep.
    return tuple(
        SectorFollowUp(sector=sector, questions=tuple(q for q, _ in waiting[sector].most_common()))
        for sector in sort_sectors(waiting)
    )


def _units(worth: int) -> float:
    return round(worth / UNIT, 3)
