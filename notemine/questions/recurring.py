"""Groups of questions to recurring questions: who asked, in whose words, answered or open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from notemine.domain import Note, Question, RecurringQuestion, Segment, make_id
from notemine.questions.answers import Encode, answers_at_table, answers_elsewhere
from notemine.questions.canonical import clearest
from notemine.questions.prompts import is_prompt
from notemine.vectors import Matrix


def make_recurring(
    questions: Sequence[Question],
    labels: Sequence[int],
    *,
    notes: Sequence[Note],
    segments: Sequence[Segment],
    prompts: Sequence[str] = (),
    topic_of: Mapping[str, str] | None = None,
    vectors: Matrix | None = None,
    segment_vectors: Matrix | None = None,
    encode: Encode | None = None,
) -> list[RecurringQuestion]:
    """Turn groups of questions into recurring questions.

    Args:
        questions: Each of a segment.
        labels: Number of the group of each question; see ``group_questions``.
        notes: The notes of the segments; what they say of table, sector and event is counted.
        segments: The segments of the questions and, for their answers, all others.
        prompts: Questions of the leader that the user knows of.
        topic_of: Id of the topic of a segment, by id of the segment.
        vectors: Unit rows in the order of ``questions``; with them the wording is the one nearest to the others.
        segment_vectors: Unit rows in the order of ``segments``; with ``encode`` they find answers at other tables.
        encode: Makes the rows of the wordings that are compared with ``segment_vectors``.

    Returns:
        Most tables first, then most events, sectors, times asked, then by wording; prompts last.

    Raises:
        ValueError: ``labels`` or ``vectors`` has another length than ``questions``.
    """
    if len(labels) != len(questions) or (vectors is not None and len(vectors) != len(questions)):
        raise ValueError(f"{len(questions)} questions need as many labels and rows of vectors")
    notes_by_id = {note.id: note for note in notes}
    note_of = {segment.id: notes_by_id[segment.note_id] for segment in segments}
    segment_of = {segment.id: segment for segment in segments}
    n_tables = _count_tables(notes)
    answers = answers_at_table(questions, segments)
    members: dict[int, list[int]] = defaultdict(list)
    for i in sorted(range(len(questions)), key=lambda i: _place(questions[i], note_of)):
        members[labels[i]].append(i)
    found = [
        _recurring(
            [questions[i] for i in group],
            wording=questions[clearest(questions, group, vectors)].wording,
            answers=[s for i in group for s in answers[i]],
            note_of=note_of,
            topic_of=topic_of or {},
            is_led=is_prompt(
                [questions[i] for i in group],
                note_of=note_of,
                segment_of=segment_of,
                n_tables=n_tables,
                prompts=prompts,
            ),
        )
        for group in members.values()
    ]
    if segment_vectors is not None and encode is not None:
        found = _with_elsewhere(found, segments, segment_vectors, encode=encode, note_of=note_of)
    return sorted(found, key=_rank)


def _recurring(
    asked: Sequence[Question],
    *,
    wording: str,
    answers: Sequence[str],
    note_of: Mapping[str, Note],
    topic_of: Mapping[str, str],
    is_led: bool,
) -> RecurringQuestion:
    notes = [note_of[question.segment_id] for question in asked]
    at_tables = [note for note in notes if note.table_id]
    topics = Counter(topic_of[q.segment_id] for q in asked if q.segment_id in topic_of)
    return RecurringQuestion(
        id=make_id("q", wording),
        wording=wording,
        asked=tuple(asked),
        tables=tuple(sorted({note.table_id for note in at_tables})),
        sectors=tuple(sorted({note.sector for note in at_tables if note.sector})),
        events=tuple(sorted({note.event.id for note in notes})),
        status="answered" if answers else "open",
        answers=tuple(dict.fromkeys(answers)),
        is_prompt=is_led,
        topic_id=min(topics, key=lambda topic: (-topics[topic], topic), default=""),
    )


def _with_elsewhere(
    found: Sequence[RecurringQuestion],
    segments: Sequence[Segment],
    segment_vectors: Matrix,
    *,
    encode: Encode,
    note_of: Mapping[str, Note],
) -> list[RecurringQuestion]:
    """Add what other tables said to the questions that are open."""
    is_open = [recurring.status == "open" and not recurring.is_prompt for recurring in found]
    wanted = [recurring for recurring, open_ in zip(found, is_open, strict=True) if open_]
    if not wanted:
        return list(found)
    asked = {question.segment_id for recurring in found for question in recurring.asked}
    answers = iter(
        answers_elsewhere(
            wanted,
            [segment.id not in asked and segment.kind != "heading" for segment in segments],
            segments=segments,
            segment_vectors=segment_vectors,
            vectors=np.asarray(encode([recurring.wording for recurring in wanted])),
            table_of={segment_id: note.table_id for segment_id, note in note_of.items()},
        )
    )
    return [
        replace(recurring, elsewhere=next(answers)) if open_ else recurring
        for recurring, open_ in zip(found, is_open, strict=True)
    ]


def _place(question: Question, note_of: Mapping[str, Note]) -> tuple[str, str, str, str, int, int]:
    note = note_of[question.segment_id]
    held_on = note.event.held_on.isoformat() if note.event.held_on else ""
    return held_on, note.event.id, note.source, note.id, question.start, question.end


def _count_tables(notes: Sequence[Note]) -> dict[str, int]:
    tables: dict[str, set[str]] = defaultdict(set)
    for note in notes:
        if note.table_id:
            tables[note.event.id].add(note.table_id)
    return {event: len(ids) for event, ids in tables.items()}


def _rank(recurring: RecurringQuestion) -> tuple[bool, int, int, int, int, str]:
    return (
        recurring.is_prompt,
        -len(recurring.tables),
        -len(recurring.events),
        -len(recurring.sectors),
        -len(recurring.asked),
        recurring.wording,
    )
