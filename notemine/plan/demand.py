"""What could be a table at the next event, and who asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import Note, RecurringQuestion, Segment, Topic, TopicMap

# Enough for a reader to recognise a question that has to serve as a title.
MAX_TITLE_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A topic or a loose question that could be a table.

    Attributes:
        questions: Open questions it would serve, most asked first; empty where none is open.
        tables: Distinct tables that asked one of ``questions``, sorted; where none is open, the tables
            that spoke of the topic.
        n_segments: Size of the topic.
    """

    title: str
    topic_id: str
    questions: tuple[RecurringQuestion, ...]
    tables: tuple[str, ...]
    n_segments: int

    @property
    def demand(self) -> int:
        """Tables that asked, summed over the questions."""
        return sum(len(question.tables) for question in self.questions)


def find_candidates(
    topics: TopicMap,
    questions: Sequence[RecurringQuestion],
    *,
    table_of: Mapping[str, str],
    max_questions: int,
) -> list[Candidate]:
    """List what could be a table: each topic, and each open question without a topic.

    A question is wanted while nobody answered it; what the facilitator asked at every table is not what
    participants want to know, and is left out.

    Args:
        topics: Topics; those without an open question are candidates too.
        questions: Recurring questions, in any order.
        table_of: ``Note.table_id`` of each segment, by segment id.
        max_questions: Questions that fit at one table.
    """
    known = {topic.id for topic in topics}
    wanted = sorted((q for q in questions if q.status == "open" and not q.is_prompt), key=_rank)
    of_topic: dict[str, list[RecurringQuestion]] = {topic.id: [] for topic in topics}
    for question in wanted:
        if question.topic_id in known:
            of_topic[question.topic_id].append(question)
    candidates = [_topic_candidate(t, of_topic[t.id][:max_questions], table_of=table_of) for t in topics]
    candidates += [_loose_candidate(q) for q in wanted if q.topic_id not in known]
    return candidates


def tables_by_segment(notes: Sequence[Note], segments: Sequence[Segment]) -> dict[str, str]:
    """``Note.table_id`` of each segment, by segment id."""
    table_of_note = {note.id: note.table_id for note in notes}
    return {segment.id: table_of_note[segment.note_id] for segment in segments}


def _rank(question: RecurringQuestion) -> tuple[int, int, int, str]:
    """Most tables first, then most events, most often, and by wording."""
    return (-len(question.tables), -len(question.events), -len(question.asked), question.wording)


def _topic_candidate(
    topic: Topic, questions: Sequence[RecurringQuestion], *, table_of: Mapping[str, str]
) -> Candidate:
    asked_at = {table for question in questions for table in question.tables}
    spoke = {table_of[segment_id] for segment_id in topic.segment_ids} - {""}
    return Candidate(
        title=topic.label,
        topic_id=topic.id,
        questions=tuple(questions),
        tables=tuple(sorted(asked_at if questions else spoke)),
        n_segments=len(topic.segment_ids),
    )


def _loose_candidate(question: RecurringQuestion) -> Candidate:
    title = question.wording
    if len(title) > MAX_TITLE_CHARS:
        title = title[:MAX_TITLE_CHARS].rpartition(" ")[0] + " …"
    return Candidate(
        title=title, topic_id="", questions=(question,), tables=tuple(sorted(question.tables)), n_segments=0
    )
