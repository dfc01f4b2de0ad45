"""Makes the plan of the next event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notemine.config import PlanSettings
from notemine.domain import Note, Plan, PlanItem, RecurringQuestion, Segment, TopicMap, make_id
from notemine.dutch.phrases import count, sort_sectors
from notemine.plan.choose import choose
from notemine.plan.demand import Candidate, Wish, find_candidates, notes_by_segment

# Said of a topic that is not found back in refits.
WEAK = "Het onderwerp is zwak: met iets andere notities was het anders uitgevallen."


def make_plan(
    topics: TopicMap,
    questions: Sequence[RecurringQuestion],
    *,
    notes: Sequence[Note],
    segments: Sequence[Segment],
    settings: PlanSettings,
) -> Plan:
    """Turn topics and open questions into tables for the next event.

    A table has a topic and the questions that participants asked about it and that not every table that
    asked has an answer to; the one most tables wait for leads. What participants did not ask is no table
    unless there is room left.

    Args:
        topics: What the tables were about.
        questions: Recurring questions, in any order; those answered wherever they were asked and the
            facilitator's are not planned.
        notes: Notes of ``segments``.
        segments: Every segment that ``topics`` and ``questions`` name.
        settings: How many tables there are, and how many follow-up questions fit at each.

    Returns:
        At most ``settings.tables`` items, most wanted first, no two with nearly the same title; the rest
        is in ``left_out`` with the reason. See ``choose`` for how ties fall.
    """
    note_of = notes_by_segment(notes, segments)
    sector_of = _sectors_by_table(notes)
    candidates = find_candidates(topics, questions, note_of=note_of, max_questions=1 + settings.follow_ups)
    chosen, rest = choose(candidates, n_tables=settings.tables, sector_of=sector_of)

    def item(candidate: Candidate, why_not: str = "") -> PlanItem:
        first, *others = [wish.question.id for wish in candidate.wishes] or [""]
        return PlanItem(
            id=make_id("p", candidate.topic_id, first),
            title=candidate.title,
            topic_id=candidate.topic_id,
            lead_question=first,
            questions=tuple(others),
            sectors=tuple(sort_sectors(s for wish in candidate.wishes for s in wish.question.sectors)),
            helpers=_helpers(candidate.wishes, note_of),
            demand=candidate.demand,
            reason=" ".join(
                filter(
                    None, [why_not, _reason(candidate, note_of), WEAK if candidate.topic_id in weak else ""]
                )
            ),
        )

    weak = {topic.id for topic in topics if "unstable" in topic.flags}
    room = _tables(settings.tables)
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


def _helpers(wishes: Sequence[Wish], note_of: Mapping[str, Note]) -> tuple[str, ...]:
    """Tables with an answer to their own question, then those that may have one, best first."""
    answered = [table for wish in wishes for table in wish.answered]
    elsewhere = [note_of[segment_id].table_id for wish in wishes for segment_id in wish.question.elsewhere]
    return tuple(table for table in dict.fromkeys(answered + elsewhere) if table)


def _reason(candidate: Candidate, note_of: Mapping[str, Note]) -> str:
    if not candidate.wishes:
        lines = count(candidate.n_segments, "regel", "regels")
        return f"Veel besproken ({lines}, {_tables(len(candidate.tables))}), geen open vraag."
    lead, *others = candidate.wishes
    reason = f"{_asked(lead)}; {_answered(lead, note_of)}."
    with_others = {table for wish in candidate.wishes for table in wish.question.tables}
    if others and len(with_others) > len(lead.question.tables):
        reason += f" Met de vervolgvragen erbij: {_tables(len(with_others))}."
    return reason


def _asked(wish: Wish) -> str:
    question = wish.question
    asked = "Alleen gevraagd in een verslag van de avond"
    if question.tables:
        asked = f"Aan {_tables(len(question.tables))} gevraagd"
    if question.sectors:
        asked += f" ({', '.join(sort_sectors(question.sectors))})"
    return f"{asked}, op {wish.n_events} bijeenkomsten" if wish.n_events > 1 else asked


def _answered(wish: Wish, note_of: Mapping[str, Note]) -> str:
    if wish.answered:
        return f"aan {len(wish.answered)} daarvan beantwoord"
    n_elsewhere = len({note_of[segment_id].table_id for segment_id in wish.question.elsewhere} - {""})
    if not n_elsewhere:
        return "nog niet beantwoord"
    others = "1 andere tafel" if n_elsewhere == 1 else f"{n_elsewhere} andere tafels"
    return f"nog niet beantwoord, aan {others} misschien wel"


def _tables(n: int) -> str:
    return count(n, "tafel", "tafels")
