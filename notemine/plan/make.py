"""Makes the plan of the next event."""

from __future__ import annotations

from collections.abc import Sequence

from notemine.config import PlanSettings
from notemine.domain import Note, Plan, PlanItem, RecurringQuestion, Segment, TopicMap, make_id
from notemine.dutch.phrases import count, sort_sectors
from notemine.plan.choose import choose
from notemine.plan.demand import Candidate, find_candidates, tables_by_segment


def make_plan(
    topics: TopicMap,
    questions: Sequence[RecurringQuestion],
    *,
    notes: Sequence[Note],
    segments: Sequence[Segment],
    settings: PlanSettings,
) -> Plan:
    """Turn topics and open questions into tables for the next event.

    A table has a topic and the open questions that participants asked about it; the one asked at most
    tables leads. What participants did not ask is no table unless there is room left.

    Args:
        topics: What the tables were about.
        questions: Recurring questions, in any order; answered ones and the facilitator's are not planned.
        notes: Notes of ``segments``.
        segments: Every segment that ``topics`` and ``questions`` name.
        settings: How many tables there are, and how many follow-up questions fit at each.

    Returns:
        At most ``settings.tables`` items, most wanted first, no two with nearly the same title; the rest
        is in ``left_out`` with the reason. See ``choose`` for how ties fall.
    """
    table_of = tables_by_segment(notes, segments)
    sector_of = _sectors_by_table(notes)
    candidates = find_candidates(topics, questions, table_of=table_of, max_questions=1 + settings.follow_ups)
    chosen, rest = choose(candidates, n_tables=settings.tables, sector_of=sector_of)

    def item(candidate: Candidate, why_not: str = "") -> PlanItem:
        helpers = _helpers(candidate, table_of)
        evidence = _reason(candidate, sectors=_sectors(candidate), n_helpers=len(helpers))
        first, *others = [question.id for question in candidate.questions] or [""]
        return PlanItem(
            id=make_id("p", candidate.topic_id, first),
            title=candidate.title,
            topic_id=candidate.topic_id,
            lead_question=first,
            questions=tuple(others),
            sectors=_sectors(candidate),
            helpers=helpers,
            demand=candidate.demand,
            reason=f"{why_not} {evidence}".strip(),
        )

    room = count(settings.tables, "tafel", "tafels")
    return Plan(
        items=tuple(item(candidate) for candidate in chosen),
        left_out=tuple(
            item(candidate, f"Lijkt op tafel “{double_of}”." if double_of else f"Er is plaats voor {room}.")
            for candidate, double_of in rest
        ),
    )


def _sectors_by_table(notes: Sequence[Note]) -> dict[str, str]:
    # Two notes of one table rarely name two sectors; the first by name then stands for it.
    pairs = sorted((note.table_id, note.sector) for note in notes)
    named = {table: sector for table, sector in reversed(pairs) if sector}
    return {table: named.get(table, "") for table, _ in pairs}


def _sectors(candidate: Candidate) -> tuple[str, ...]:
    return tuple(sort_sectors(sector for question in candidate.questions for sector in question.sectors))


def _helpers(candidate: Candidate, table_of: dict[str, str]) -> tuple[str, ...]:
    """Tables that may have an answer, best first, each once."""
    best_first = [table_of[s] for question in candidate.questions for s in question.elsewhere]
    return tuple(dict.fromkeys(table for table in best_first if table))


def _reason(candidate: Candidate, *, sectors: Sequence[str], n_helpers: int) -> str:
    n_tables = len(candidate.tables)
    if not candidate.questions:
        lines = count(candidate.n_segments, "regel", "regels")
        return f"Veel besproken ({lines}, {count(n_tables, 'tafel', 'tafels')}), geen open vraag."
    asked = f"Aan {count(n_tables, 'tafel', 'tafels')} gevraagd"
    if not n_tables:
        asked = "Alleen gevraagd in een verslag van de avond"
    if sectors:
        asked += f" ({', '.join(sectors)})"
    n_events = len({event for question in candidate.questions for event in question.events})
    if n_events > 1:
        asked += f", op {n_events} bijeenkomsten"
    if not n_helpers:
        return f"{asked}; nog niet beantwoord."
    had = "had" if n_helpers == 1 else "hadden"
    return (
        f"{asked}; nog niet beantwoord, {count(n_helpers, 'tafel', 'tafels')} {had} misschien een antwoord."
    )
