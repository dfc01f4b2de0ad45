"""Results as data frames, for notebooks and for the command line."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from notemine.domain import Mined, Prevalence, Question, TopicChange

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    "notes",
    "segments",
    "topics",
    "prevalence",
    "changes",
    "questions",
    "mentions",
    "review",
    "plan",
)

# Of frames that are empty where nothing can be compared.
COLUMNS = {
    "prevalence": ["topic", *(field.name for field in fields(Prevalence)), "is_typical"],
    "changes": [field.name for field in fields(TopicChange)],
}


def to_frame(mined: Mined, what: str = "questions") -> pd.DataFrame:
    """Turn a part of a result into a data frame.

    Args:
        mined: What ``mine`` found.
        what: ``notes``, ``segments`` (with topic and strength), ``topics``, ``prevalence`` (a row a
            topic and group of tables), ``changes`` (of topics since the run before), ``questions`` (recurring
            ones, a row a group), ``mentions`` (a row each time a question was asked), ``review`` (what a
            person had better decide) or ``plan``.

    Returns:
        One row an item, in the order of ``mined``; every row of text says its source file and line.

    Raises:
        ValueError: ``what`` is none of these.
    """
    import pandas as pd

    if what not in KINDS:
        raise ValueError(f"no frame {what!r}; choose one of: {', '.join(KINDS)}")
    if what == "topics":
        return mined.topics.to_frame()
    rows = {
        "notes": _notes,
        "segments": _segments,
        "prevalence": _prevalence,
        "changes": _changes,
        "questions": _questions,
        "mentions": _mentions,
        "review": _review,
        "plan": _plan,
    }[what](mined)
    return pd.DataFrame(rows, columns=COLUMNS.get(what))


def _notes(mined: Mined) -> list[dict[str, Any]]:
    return [
        {
            "id": note.id,
            "event": note.event.title,
            "held_on": note.event.held_on,
            "table": note.table,
            "sector": note.sector,
            "theme": note.theme,
            "source": note.source,
            "text": note.text,
        }
        for note in mined.notes
    ]


def _segments(mined: Mined) -> list[dict[str, Any]]:
    note_of = {note.id: note for note in mined.notes}
    rows = []
    for i, segment in enumerate(mined.segments):
        note = note_of[segment.note_id]
        label = mined.topics.labels[i]
        rows.append(
            {
                "id": segment.id,
                "text": segment.text,
                "topic": mined.topics.topics[label].label if label >= 0 else "",
                "strength": mined.topics.strengths[i],
                "table": note.table,
                "sector": note.sector,
                "event": note.event.title,
                "source": note.source,
                "line": segment.line,
                "start": segment.start,
                "end": segment.end,
                "sensitive": segment.sensitive,
            }
        )
    return rows


def _prevalence(mined: Mined) -> list[dict[str, Any]]:
    label_of = {topic.id: topic.label for topic in mined.topics}
    return [
        {"topic": label_of[found.topic_id], **asdict(found), "is_typical": found.is_typical}
        for found in mined.prevalence
    ]


def _changes(mined: Mined) -> list[dict[str, Any]]:
    return [asdict(change) for change in mined.topic_changes]


def _questions(mined: Mined) -> list[dict[str, Any]]:
    label_of = {topic.id: topic.label for topic in mined.topics}
    return [
        {
            "id": question.id,
            "wording": question.wording,
            "n_tables": len(question.tables),
            "n_asked": len(question.asked),
            "tables": question.tables,
            "sectors": question.sectors,
            "roles": question.roles,
            "events": question.events,
            "first_asked": str(question.first_asked or ""),
            "last_asked": str(question.last_asked or ""),
            "trend": question.trend,
            "status": question.status,
            "is_prompt": question.is_prompt,
            "topic": label_of.get(question.topic_id, ""),
        }
        for question in mined.questions
    ]


def _mentions(mined: Mined) -> list[dict[str, Any]]:
    note_of = {note.id: note for note in mined.notes}
    segment_of = {segment.id: segment for segment in mined.segments}
    rows = []
    for group in mined.questions:
        for asked in group.asked:
            segment = segment_of[asked.segment_id]
            note = note_of[segment.note_id]
            rows.append(
                {
                    "question_id": group.id,
                    "text": asked.text,
                    "wording": asked.wording,
                    "kind": asked.kind,
                    "confidence": asked.confidence,
                    "table": note.table,
                    "sector": note.sector,
                    "event": note.event.title,
                    "source": note.source,
                    "line": note.line_at(asked.start),
                    "start": asked.start,
                    "end": asked.end,
                    "sensitive": segment.sensitive,
                }
            )
    return rows


def _review(mined: Mined) -> list[dict[str, Any]]:
    note_of = {note.id: note for note in mined.notes}
    note_of_segment = {segment.id: note_of[segment.note_id] for segment in mined.segments}

    def place(question: Question) -> str:
        note = note_of_segment[question.segment_id]
        return f"{note.source}:{note.line_at(question.start)}"

    return [
        {
            "id": doubt.id,
            "kind": doubt.kind,
            "question": doubt.questions[0].wording,
            "source": place(doubt.questions[0]),
            "other": doubt.questions[-1].wording if len(doubt.questions) > 1 else "",
            "other_source": place(doubt.questions[-1]) if len(doubt.questions) > 1 else "",
            "probability": doubt.probability,
        }
        for doubt in mined.review
    ]


def _plan(mined: Mined) -> list[dict[str, Any]]:
    wording_of = {question.id: question.wording for question in mined.questions}
    return [
        {
            "id": item.id,
            "title": item.title,
            "lead_question": wording_of.get(item.lead_question, ""),
            "questions": [wording_of[q] for q in item.questions],
            "sectors": item.sectors,
            "demand": item.demand,
            "reason": item.reason,
            "round": item.round,
            "table": item.table,
            "roles": item.roles,
            "score": item.score,
        }
        for item in mined.plan.items
    ]
