"""What could be a table at the next event, and who asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from notemine.domain import Note, RecurringQuestion, Segment, Topic, TopicMap
from notemine.dutch.content import leans, says_by_itself
from notemine.plan.decided import Said
from notemine.plan.words import content_of, nearness_to

# Fewer follow-up questions than this make a short talk.
MIN_FOLLOW_UPS = 2
# Enough for a reader to recognise a question that has to serve as a title.
MAX_TITLE_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A question that a table still waits for an answer to.

    Attributes:
        waiting: Tables that asked and have no answer of their own, sorted.
        answered: Tables that asked and have one, sorted.
        n_events: Events of these tables.
        guesses: Segments at other tables that may answer it, best first.
        is_pinned: A person said that it is a table, or at one.
        is_struck: A person said that it is not.
    """

    question: RecurringQuestion
    waiting: tuple[str, ...]
    answered: tuple[str, ...]
    n_events: int
    guesses: tuple[str, ...] = ()
    is_pinned: bool = False
    is_struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A topic or a loose question that could be a table.

    Attributes:
        wishes: Questions it would serve, those with most tables waiting first.
        answered: Questions about it that were answered wherever they were asked: for the talk, where few are
            open. They count for nothing in the choice.
        tables: Distinct tables it would serve, sorted: those that wait for one of ``wishes``, and where
            there are none, those that spoke of the topic.
        n_segments: Size of the topic.
        is_pinned: A person said that it is a table.
        is_struck: A person said that it is not.
    """

    title: str
    topic_id: str
    wishes: tuple[Wish, ...]
    tables: tuple[str, ...]
    n_segments: int
    answered: tuple[Wish, ...] = ()
    is_pinned: bool = False
    is_struck: bool = False

    @property
    def talk(self) -> tuple[Wish, ...]:
        """All that it would talk about, the question that leads first."""
        return (*self.wishes, *self.answered)

    @property
    def demand(self) -> int:
        """Tables that asked, summed over the questions."""
        return sum(len(wish.question.tables) for wish in self.wishes)


def find_wishes(
    questions: Sequence[RecurringQuestion],
    *,
    note_of: Mapping[str, Note],
    text_of: Mapping[str, str],
    said: Said,
) -> tuple[list[Wish], list[Wish]]:
    """Find the questions that a table could take up, most wanted first; struck ones too.

    A question is wished for while a table that asked it has no answer; the tables that do have one can
    help. What the facilitator asked at every table is not what participants want to know, and what has no
    content word of its own ("En wanneer dan?") says nothing at another table. What a person pinned is wished
    for whatever it is.

    Args:
        questions: Recurring questions, in any order.
        note_of: The note of each segment, by segment id.
        text_of: Its text.
        said: What a person said.

    Returns:
        What is wished for, and what was answered at every table that asked it.
    """
    wishes = sorted((_wish(question, note_of, text_of, said) for question in questions), key=_rank)
    wanted = [w for w in wishes if w.is_pinned or (_is_waited_for(w) and _tells(w))]
    answered = [w for w in wishes if w.answered and not (w.is_pinned or w.is_struck or _is_waited_for(w))]
    return wanted, [w for w in answered if _tells(w)]


def find_candidates(
    topics: TopicMap,
    wishes: Sequence[Wish],
    answered: Sequence[Wish] = (),
    *,
    note_of: Mapping[str, Note],
    max_questions: int,
    said: Said,
) -> list[Candidate]:
    """List what could be a table: each topic, and each wish without a topic.

    What is about the evening itself is no topic for a table, unless a person pinned it; nor is a question
    about it that one table asked ("Komt er nog koffie?").

    Args:
        topics: Topics; those without a wish are candidates too.
        wishes: Most wanted first.
        answered: What was answered, in the same order.
        note_of: The note of each segment, by segment id.
        max_questions: Questions that fit at one table; pinned ones always do.
        said: What a person said.
    """
    subjects = [topic for topic in topics if not topic.is_aside or said.topics.get(topic.id) == "pin"]
    struck = {topic.id for topic in subjects if said.topics.get(topic.id) == "strike"}
    asides = {topic.id for topic in topics} - {topic.id for topic in subjects}
    of_topic: dict[str, list[Wish]] = {topic.id: [] for topic in subjects}
    loose = []
    for wish in wishes:
        topic_id = wish.question.topic_id
        if topic_id in of_topic and not wish.is_struck and not (wish.is_pinned and topic_id in struck):
            of_topic[topic_id].append(wish)
        elif topic_id not in asides or wish.is_pinned or wish.is_struck or wish.question.recurs:
            loose.append(wish)
    candidates = [
        _topic_candidate(
            topic,
            of_topic[topic.id],
            [wish for wish in answered if wish.question.topic_id == topic.id],
            max_questions=max_questions,
            note_of=note_of,
            said=said,
        )
        for topic in subjects
    ]
    return candidates + [_loose_candidate(wish) for wish in loose]


def notes_by_segment(notes: Sequence[Note], segments: Sequence[Segment]) -> dict[str, Note]:
    """The note of each segment, by segment id."""
    note_of = {note.id: note for note in notes}
    return {segment.id: note_of[segment.note_id] for segment in segments}


def _wish(
    question: RecurringQuestion, note_of: Mapping[str, Note], text_of: Mapping[str, str], said: Said
) -> Wish:
    names = (question.wording, *(name for asked in question.asked for name in (asked.wording, asked.text)))
    answered = {note_of[segment_id].table_id for segment_id in question.answers} & set(question.tables)
    if question.is_decided and question.status == "answered":
        answered = set(question.tables)
    asked_in = [note_of[asked.segment_id] for asked in question.asked]
    return Wish(
        question=question,
        waiting=tuple(sorted(set(question.tables) - answered)),
        answered=tuple(sorted(answered)),
        n_events=len({note.event.id for note in asked_in if note.table_id}),
        guesses=_guesses(question, text_of),
        is_pinned=said.pins(*names),
        is_struck=said.strikes(*names),
    )


def _guesses(question: RecurringQuestion, text_of: Mapping[str, str]) -> tuple[str, ...]:
    """What may answer a question and has a word of it: the others hardly ever do."""
    words = frozenset[str]().union(*(content_of(asked.wording) for asked in question.asked))
    return tuple(s for s in question.elsewhere if not words.isdisjoint(content_of(text_of[s])))


def _tells(wish: Wish) -> bool:
    return not wish.question.is_prompt and says_by_itself(wish.question.wording) > 0


def _is_waited_for(wish: Wish) -> bool:
    return bool(wish.waiting) or wish.question.status == "open"


def _rank(wish: Wish) -> tuple[bool, bool, int, int, int, int, int, str, str]:
    """Most tables waiting first, then most that asked; then what says most by itself, and is asked most.

    What a person pinned comes before all that, and what nobody understands in another place ("Wie betaalt
    dat?") after it.
    """
    asked = wish.question
    return (
        not wish.is_pinned,
        leans(asked.wording),
        -len(wish.waiting),
        -len(asked.tables),
        -says_by_itself(asked.wording),
        -wish.n_events,
        -len(asked.asked),
        asked.wording,
        asked.id,
    )


def _rank_in(topic: Topic, wish: Wish) -> tuple[bool, bool, int, int, int]:
    """As ``_rank``, but of two that as many tables wait for and asked, the one nearer to the topic first."""
    terms = tuple(term.text for term in topic.terms)
    near = nearness_to(topic.label, terms, wish.question.wording)
    asked = wish.question
    return (not wish.is_pinned, leans(asked.wording), -len(wish.waiting), -len(asked.tables), -near)


def _topic_candidate(
    topic: Topic,
    wishes: Sequence[Wish],
    answered: Sequence[Wish],
    *,
    max_questions: int,
    note_of: Mapping[str, Note],
    said: Said,
) -> Candidate:
    ranked = sorted(wishes, key=lambda wish: _rank_in(topic, wish))
    wishes = [wish for i, wish in enumerate(ranked) if i < max_questions or wish.is_pinned]
    n_more = min(1 + MIN_FOLLOW_UPS, max_questions) - len(wishes) if wishes else 0
    waiting = {table for wish in wishes for table in wish.waiting}
    spoke = {note_of[segment_id].table_id for segment_id in topic.segment_ids} - {""}
    return Candidate(
        title=topic.label,
        topic_id=topic.id,
        wishes=tuple(wishes),
        answered=tuple(answered[: max(n_more, 0)]),
        tables=tuple(sorted(waiting if wishes else spoke)),
        n_segments=len(topic.segment_ids),
        is_pinned=said.topics.get(topic.id) == "pin" or any(wish.is_pinned for wish in wishes),
        is_struck=said.topics.get(topic.id) == "strike",
    )


def _loose_candidate(wish: Wish) -> Candidate:
    title = wish.question.wording
    if len(title) > MAX_TITLE_CHARS:
        title = title[:MAX_TITLE_CHARS].rpartition(" ")[0] + " …"
    return Candidate(
        title=title,
        topic_id="",
        wishes=(wish,),
        tables=wish.waiting,
        n_segments=0,
        is_pinned=wish.is_pinned,
        is_struck=wish.is_struck,
    )
