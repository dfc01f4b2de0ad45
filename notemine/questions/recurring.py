"""Groups of questions to recurring questions: who asked, in whose words, answered or open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from notemine.domain import Decisions, Note, Question, RecurringQuestion, Segment, make_id
from notemine.dutch.text_keys import key_of, keys_of
from notemine.questions.answers import answers_at_table, answers_elsewhere
from notemine.questions.canonical import clearest
from notemine.questions.decided import names_of
from notemine.questions.group import ask_vectors
from notemine.questions.prompts import find_prompts
from notemine.questions.trend import days_of, find_trend
from notemine.vectors import Matrix


def make_recurring(
    questions: Sequence[Question],
    labels: Sequence[int],
    *,
    notes: Sequence[Note],
    segments: Sequence[Segment],
    prompts: Sequence[str] = (),
    decisions: Decisions | None = None,
    topic_of: Mapping[str, str] | None = None,
    vectors: Matrix | None = None,
    text_vectors: Matrix | None = None,
    segment_vectors: Matrix | None = None,
    encoder: str = "",
) -> list[RecurringQuestion]:
    """Turn groups of questions into recurring questions.

    Args:
        questions: Each of a segment.
        labels: Number of the group of each question; see ``group_questions``.
        notes: The notes of the segments; their tables, sectors and events are counted.
        segments: All segments, in the order of their notes.
        prompts: Questions of the leader that the user knows of.
        decisions: What a person said of prompts, wordings and status; it is final.
        topic_of: Id of the topic of a segment, by id of the segment.
        vectors: Unit rows of the questions as questions; with them the wording is one near to the others.
        text_vectors: Unit rows of the questions as texts, and so near to statements on the same thing.
        segment_vectors: Unit rows in the order of ``segments``; with both of the others they find answers at
            other tables.
        encoder: Name of the embedder that made them all.

    Returns:
        Most tables first, then most events, sectors, times asked, then by wording; prompts last.

    Raises:
        ValueError: ``labels`` or ``vectors`` has another length than ``questions``.
    """
    if len(labels) != len(questions) or (vectors is not None and len(vectors) != len(questions)):
        raise ValueError(f"{len(questions)} questions need as many labels and rows of vectors")
    seen = _Seen.of(notes, segments)
    placed = (
        None if vectors is None else ask_vectors([q.wording for q in questions], vectors, encoder=encoder)
    )
    answers = answers_at_table(questions, segments)
    said = decisions or Decisions()
    is_led = find_prompts(questions, note_of=seen.note_of, segment_of=seen.segment_of, prompts=prompts)
    groups = _groups(questions, labels, seen=seen, placed=placed)
    found = [
        _recurring(members, questions, answers=answers, is_led=is_led, seen=seen, topic_of=topic_of or {})
        for members in groups
    ]
    if said != Decisions():
        found = [_as_decided(recurring, said) for recurring in found]
    if placed is not None and text_vectors is not None and segment_vectors is not None:
        is_open = [r.status == "open" and not r.is_prompt for r in found]
        elsewhere = answers_elsewhere(
            [members for members, open_ in zip(groups, is_open, strict=True) if open_],
            questions,
            answers,
            segments=segments,
            table_of={segment_id: note.table_id for segment_id, note in seen.note_of.items()},
            vectors=text_vectors,
            placed=placed,
            segment_vectors=segment_vectors,
        )
        ranked = iter(elsewhere)
        found = [replace(r, elsewhere=next(ranked)) if o else r for r, o in zip(found, is_open, strict=True)]
    return sorted(found, key=_rank)


@dataclass(frozen=True, slots=True)
class _Seen:
    """Notes and segments, by id of the segment.

    Attributes:
        note_of: Note of each segment, by id of the segment.
        segment_of: Segment by id.
        days: Days of the events, in order.
    """

    note_of: Mapping[str, Note]
    segment_of: Mapping[str, Segment]
    days: Sequence[date]

    @classmethod
    def of(cls, notes: Sequence[Note], segments: Sequence[Segment]) -> Self:
        by_id = {note.id: note for note in notes}
        return cls(
            note_of={segment.id: by_id[segment.note_id] for segment in segments},
            segment_of={segment.id: segment for segment in segments},
            days=days_of(notes),
        )


def _groups(
    questions: Sequence[Question], labels: Sequence[int], *, seen: _Seen, placed: Matrix | None
) -> list[list[int]]:
    """Indices of the members of each group, the clearest first, then in order."""
    members: dict[int, list[int]] = defaultdict(list)
    for i in sorted(range(len(questions)), key=lambda i: _place(questions[i], seen.note_of)):
        members[labels[i]].append(i)
    groups = []
    for group in members.values():
        best = clearest(questions, group, placed)
        groups.append([best, *(i for i in group if i != best)])
    return groups


def _recurring(
    members: Sequence[int],
    questions: Sequence[Question],
    *,
    answers: Sequence[Sequence[str]],
    seen: _Seen,
    is_led: Sequence[bool],
    topic_of: Mapping[str, str],
) -> RecurringQuestion:
    wording = questions[members[0]].wording
    asked = sorted((questions[i] for i in members), key=lambda question: _place(question, seen.note_of))
    notes = [seen.note_of[question.segment_id] for question in asked]
    at_tables = [note for note in notes if note.table_id]
    days = days_of(notes)
    topics = Counter(topic_of[q.segment_id] for q in asked if q.segment_id in topic_of)
    answering = sorted({segment_id for i in members for segment_id in answers[i]})
    return RecurringQuestion(
        id=make_id("q", wording),
        wording=wording,
        asked=tuple(asked),
        tables=tuple(sorted({note.table_id for note in at_tables})),
        sectors=tuple(sorted({note.sector for note in at_tables if note.sector})),
        events=tuple(sorted({note.event.id for note in notes})),
        roles=tuple(sorted({note.role for note in at_tables if note.role})),
        first_asked=days[0] if days else None,
        last_asked=days[-1] if days else None,
        trend=find_trend(days, seen.days),
        status="answered" if answering else "open",
        answers=tuple(answering),
        is_prompt=2 * sum(is_led[i] for i in members) >= len(members),
        topic_id=min(topics, key=lambda topic: (-topics[topic], topic), default=""),
    )


def _as_decided(recurring: RecurringQuestion, decisions: Decisions) -> RecurringQuestion:
    """Status, wording and prompt as a person said, whichever member they named."""
    names = frozenset().union(*map(names_of, recurring.asked))
    changes: dict[str, Any] = {}
    if not names.isdisjoint(keys_of((*decisions.prompts, *decisions.no_prompts))):
        changes["is_prompt"] = not names.isdisjoint(keys_of(decisions.prompts))
    if not names.isdisjoint(keys_of(decisions.answered)):
        changes |= {"status": "answered", "is_decided": True}
    elif not names.isdisjoint(keys_of(decisions.open)):
        changes |= {"status": "open", "answers": (), "is_decided": True}
    for member, wording in decisions.wordings:
        if key_of(member) in names:
            changes["wording"] = wording
    return replace(recurring, **changes) if changes else recurring


def _place(question: Question, note_of: Mapping[str, Note]) -> tuple[str, str, str, str, int, int]:
    note = note_of[question.segment_id]
    held_on = note.event.held_on.isoformat() if note.event.held_on else ""
    return held_on, note.event.id, note.source, note.id, question.start, question.end


def _rank(recurring: RecurringQuestion) -> tuple[bool, int, int, int, int, str]:
    return (
        recurring.is_prompt,
        -len(recurring.tables),
        -len(recurring.events),
        -len(recurring.sectors),
        -len(recurring.asked),
        recurring.wording,
    )
