"""What could be a table at the next event, and who asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import Note, RecurringQuestion, Segment, Topic, TopicMap
from notemine.dutch.content import says_by_itself

# Enough for a reader to recognise a question that has to serve as a title.
MAX_TITLE_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A question that a table still waits for an answer to.

    Attributes:
        waiting: Tables that asked and have no answer of their own, sorted.
        answered: Tables that asked and have one, sorted.
        n_events: Events of these tables.
    """

    question: RecurringQuestion
    waiting: tuple[str, ...]
    answered: tuple[str, ...]
    n_events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A topic or a loose question that could be a table.

    Attributes:
        wishes: Questions it would serve, those with most tables waiting first.
        tables: Distinct tables it would serve, sorted: those that wait for one of ``wishes``, and where
            there are none, those that spoke of the topic.
        n_segments: Size of the topic.
    """

    title: str
    topic_id: str
    wishes: tuple[Wish, ...]
    tables: tuple[str, ...]
    n_segments: int

    @property
    def demand(self) -> int:
        """Tables that asked, summed over the questions."""
        return sum(len(wish.question.tables) for wish in self.wishes)


def find_candidates(
    topics: TopicMap,
    questions: Sequence[RecurringQuestion],
    *,
    note_of: Mapping[str, Note],
    max_questions: int,
) -> list[Candidate]:
    """List what could be a table: each topic, and each wish without a topic.

    A question is wished for while a table that asked it has no answer; the tables that do have one can
    help. What the facilitator asked at every table is not what participants want to know, and what has no
    content word of its own ("En wanneer dan?") says nothing at another table. What is about the evening
    itself is no topic for a table.

    Args:
        topics: Topics; those without a wish are candidates too.
        questions: Recurring questions, in any order.
        note_of: The note of each segment, by segment id.
        max_questions: Questions that fit at one table.
    """
    subjects = [topic for topic in topics if not topic.is_aside]
    known = {topic.id for topic in subjects}
    wishes = [_wish(question, note_of) for question in questions if not question.is_prompt]
    wanted = sorted((wish for wish in wishes if _is_wanted(wish)), key=_rank)
    of_topic: dict[str, list[Wish]] = {topic.id: [] for topic in subjects}
    for wish in wanted:
        if wish.question.topic_id in known:
            of_topic[wish.question.topic_id].append(wish)
    candidates = [_topic_candidate(t, of_topic[t.id][:max_questions], note_of=note_of) for t in subjects]
    candidates += [_loose_candidate(w) for w in wanted if w.question.topic_id not in known]
    return candidates


def notes_by_segment(notes: Sequence[Note], segments: Sequence[Segment]) -> dict[str, Note]:
    """The note of each segment, by segment id."""
    note_of = {note.id: note for note in notes}
    return {segment.id: note_of[segment.note_id] for segment in segments}


def _wish(question: RecurringQuestion, note_of: Mapping[str, Note]) -> Wish:
    answered = {note_of[segment_id].table_id for segment_id in question.answers} & set(question.tables)
    if question.is_decided and question.status == "answered":
        answered = set(question.tables)
    asked_in = [note_of[asked.segment_id] for asked in question.asked]
    return Wish(
        question=question,
        waiting=tuple(sorted(set(question.tables) - answered)),
        answered=tuple(sorted(answered)),
        n_events=len({note.event.id for note in asked_in if note.table_id}),
    )


def _is_wanted(wish: Wish) -> bool:
    waits = bool(wish.waiting) or wish.question.status == "open"
    return waits and says_by_itself(wish.question.wording) > 0


def _rank(wish: Wish) -> tuple[int, int, int, int, int, str]:
    """Most tables waiting first, then most that asked; then what says most by itself, and is asked most."""
    asked = wish.question
    return (
        -len(wish.waiting),
        -len(asked.tables),
        -says_by_itself(asked.wording),
        -wish.n_events,
        -len(asked.asked),
        asked.wording,
    )


def _topic_candidate(topic: Topic, wishes: Sequence[Wish], *, note_of: Mapping[str, Note]) -> Candidate:
    waiting = {table for wish in wishes for table in wish.waiting}
    spoke = {note_of[segment_id].table_id for segment_id in topic.segment_ids} - {""}
    return Candidate(
        title=topic.label,
        topic_id=topic.id,
        wishes=tuple(wishes),
        tables=tuple(sorted(waiting if wishes else spoke)),
        n_segments=len(topic.segment_ids),
    )


def _loose_candidate(wish: Wish) -> Candidate:
    title = wish.question.wording
    if len(title) > MAX_TITLE_CHARS:
        title = title[:MAX_TITLE_CHARS].rpartition(" ")[0] + " …"
    return Candidate(title=title, topic_id="", wishes=(wish,), tables=wish.waiting, n_segments=0)
