"""Two events beside one another: what was spoken of more, and which questions came back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from notemine.domain import Event, Mined, Prevalence, RecurringQuestion
from notemine.dutch.text_keys import key_of
from notemine.errors import UnknownNameError
from notemine.topics import prevalence_of_groups

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShift:
    """How much the tables of two events speak of a topic; ``later`` tells how that differs."""

    label: str
    earlier: Prevalence
    later: Prevalence


@dataclass(frozen=True, slots=True, kw_only=True)
class EventComparison:
    """What changed from one event to another.

    Attributes:
        topics: Largest difference first; empty where one of the two has no table with a topic.
        came_back: Questions that were asked at both, most tables first, ties by wording.
        new: Those that were asked at ``later`` only.
        gone: Those that were asked at ``earlier`` only.
    """

    earlier: Event
    later: Event
    topics: tuple[TopicShift, ...]
    came_back: tuple[RecurringQuestion, ...]
    new: tuple[RecurringQuestion, ...]
    gone: tuple[RecurringQuestion, ...]

    def to_frame(self) -> pd.DataFrame:
        """One row a topic: its share at either event, and the difference with its 95 % interval."""
        import pandas as pd

        rows = [
            {
                "topic": shift.label,
                "topic_id": shift.later.topic_id,
                "share_earlier": shift.earlier.share,
                "share_later": shift.later.share,
                "difference": shift.later.difference,
                "difference_low": shift.later.difference_low,
                "difference_high": shift.later.difference_high,
                "is_change": shift.later.difference_low > 0 or shift.later.difference_high < 0,
            }
            for shift in self.topics
        ]
        return pd.DataFrame(rows, columns=TOPIC_COLUMNS)


TOPIC_COLUMNS = [
    "topic",
    "topic_id",
    "share_earlier",
    "share_later",
    "difference",
    "difference_low",
    "difference_high",
    "is_change",
]


def compare_events(mined: Mined, first: str, second: str) -> EventComparison:
    """Compare two events of a result; the one that was held first is the earlier.

    What the leader asked at every table does not count, nor what is about the evening itself.

    Args:
        mined: What was found.
        first: Day, title, place or id of an event, or a part of it that no other event has.
        second: The same of another.

    Raises:
        UnknownNameError: there is no such event, several are meant, or both names mean the same.
    """
    events = _events_of(mined)
    earlier, later = find_event(events, first), find_event(events, second)
    if earlier == later:
        raise UnknownNameError(f"{first!r} en {second!r} zijn dezelfde bijeenkomst; noem er twee")
    if earlier.held_on and later.held_on and later.held_on < earlier.held_on:
        earlier, later = later, earlier
    asked = [question for question in mined.questions if not question.is_prompt]
    return EventComparison(
        earlier=earlier,
        later=later,
        topics=tuple(
            sorted(_shifts(mined, earlier, later), key=lambda s: (-abs(s.later.difference), s.later.topic_id))
        ),
        came_back=_asked_at(asked, earlier, later),
        new=_asked_at(asked, later, but_not=earlier),
        gone=_asked_at(asked, earlier, but_not=later),
    )


def find_event(events: Sequence[Event], name: str) -> Event:
    """The event of which ``name`` is the day, title, place or id, or else a part of one of these.

    Raises:
        UnknownNameError: there is none, or more than one.
    """
    wanted = key_of(name)
    names_of = {event.id: tuple(map(key_of, _names_of(event))) for event in events}
    found = [event for event in events if wanted in names_of[event.id]]
    found = found or [e for e in events if wanted and any(wanted in known for known in names_of[e.id])]
    if len(found) == 1:
        return found[0]
    known = "; ".join(_described(event) for event in found or events)
    raise UnknownNameError(
        f"meer dan één bijeenkomst heet {name!r}: {known}; noem de dag of de plaats"
        if found
        else f"geen bijeenkomst heet {name!r}; er zijn: {known}"
    )


def describe_event(event: Event) -> str:
    """The day and the title."""
    return " ".join(filter(None, (str(event.held_on or ""), event.title or event.id)))


def _described(event: Event) -> str:
    return ", ".join(filter(None, (describe_event(event), event.place)))


def _names_of(event: Event) -> tuple[str, ...]:
    names = (event.id, event.title, event.place, describe_event(event))
    return (*filter(None, names), *([event.held_on.isoformat()] if event.held_on else ()))


def _events_of(mined: Mined) -> list[Event]:
    events = {note.event.id: note.event for note in mined.notes}.values()
    return sorted(events, key=lambda event: (str(event.held_on or ""), event.id))


def _shifts(mined: Mined, earlier: Event, later: Event) -> list[TopicShift]:
    """Of each subject."""
    group_of = {note.table_id: note.event.id for note in mined.notes if note.event in (earlier, later)}
    found = prevalence_of_groups(
        mined.topics,
        mined.segments,
        mined.notes,
        group_of=group_of,
        facet="event",
        seed=mined.provenance.seed,
    )
    at = {(one.topic_id, one.group): one for one in found}
    return [
        TopicShift(label=topic.label, earlier=at[topic.id, earlier.id], later=at[topic.id, later.id])
        for topic in mined.topics
        if not topic.is_aside and (topic.id, later.id) in at
    ]


def _asked_at(
    questions: Sequence[RecurringQuestion], *events: Event, but_not: Event | None = None
) -> tuple[RecurringQuestion, ...]:
    """Questions that were asked at all of some events, most tables first."""
    found = [
        question
        for question in questions
        if all(event.id in question.events for event in events)
        and (but_not is None or but_not.id not in question.events)
    ]
    return tuple(sorted(found, key=lambda question: (-len(question.tables), question.wording, question.id)))
