"""Five tables of two events, and makers of topics, questions and plans over them."""

from __future__ import annotations

from collections.abc import Sequence

from notemine.config import PlanSettings
from notemine.domain import (
    Note,
    Plan,
    PlanDecision,
    Question,
    RecurringQuestion,
    Term,
    Topic,
    TopicMap,
    make_id,
)
from notemine.plan import make_plan
from tests.builders import event, note, question, segment

SECTORS = {"1": "vmbo", "2": "vmbo", "3": "havo/vwo", "4": "mbo", "5": "mbo"}


def evening_table(table: str) -> Note:
    """Notes of one of them."""
    held = event("Roosendaal") if table == "5" else event()
    return note(
        f"Wat er aan tafel {table} over school gezegd is.", event=held, table=table, sector=SECTORS[table]
    )


NOTES = {table: evening_table(table) for table in SECTORS}
IMPRESSION = note("Een volle zaal.", event=event("Roosendaal"), sector="", is_impression=True)
SEGMENTS = {table: segment(n.text, of=n) for table, n in NOTES.items()}
HEARD = segment(IMPRESSION.text, of=IMPRESSION)


def topic(label: str, tables: str = "1") -> Topic:
    return Topic(
        id=make_id("t", label),
        label=label,
        terms=(Term(text=label.lower(), weight=1.0),),
        segment_ids=tuple(SEGMENTS[table].id for table in tables),
        strength=0.8,
        stability=0.7,
    )


def asked(wording: str, tables: str, about: Topic | None = None, **fields: object) -> RecurringQuestion:
    members: list[Question] = [question(wording, of=SEGMENTS[table]) for table in tables]
    values: dict[str, object] = {
        "id": make_id("q", wording),
        "wording": wording,
        "asked": tuple(members),
        "tables": tuple(sorted(NOTES[table].table_id for table in tables)),
        "sectors": tuple(sorted({SECTORS[table] for table in tables})),
        "events": tuple(sorted({NOTES[table].event.id for table in tables})),
        "topic_id": about.id if about else "",
    }
    return RecurringQuestion(**(values | fields))  # type: ignore[arg-type]


def plan_of(
    topics: Sequence[Topic],
    questions: Sequence[RecurringQuestion],
    settings: PlanSettings | None = None,
    decisions: Sequence[PlanDecision] = (),
) -> Plan:
    topic_map = TopicMap(topics=tuple(topics), labels=[], strengths=[])
    return make_plan(
        topic_map,
        questions,
        notes=[*NOTES.values(), IMPRESSION],
        segments=[*SEGMENTS.values(), HEARD],
        settings=settings or PlanSettings(),
        decisions=decisions,
    )
