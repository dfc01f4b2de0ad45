"""When a question was asked, and whether it is new, came back, or faded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from notemine.domain import Note, QuestionTrend


def days_of(notes: Iterable[Note]) -> list[date]:
    """Days of the events of notes, in order; an event without a date has none."""
    return sorted({note.event.held_on for note in notes if note.event.held_on})


def find_trend(asked_on: Sequence[date], held_on: Sequence[date]) -> QuestionTrend:
    """Whether a question is new, persistent or faded.

    Args:
        asked_on: Days on which it was asked, in order.
        held_on: Days of all events, in order.

    Returns:
        ``new`` if the last event is the first to ask it; ``persistent`` if the last event and an earlier one
        did; ``faded`` if the last did not; empty where fewer than two days are known.
    """
    if len(held_on) < 2 or not asked_on:
        return ""
    if asked_on[-1] < held_on[-1]:
        return "faded"
    return "new" if asked_on[0] == held_on[-1] else "persistent"
