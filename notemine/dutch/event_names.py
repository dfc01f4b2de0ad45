"""Names of events by which no two are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from notemine.domain import Event


def name_events(events: Iterable[Event]) -> dict[str, str]:
    """Name of each event, by its id: its title, and behind it in brackets what tells it from others."""
    events = tuple(events)
    apart = tell_apart(events)
    return {e.id: f"{e.title} ({apart[e.id]})" if apart[e.id] else e.title for e in events}


def tell_apart(
    events: Iterable[Event], *, write_day: Callable[[date], str] = date.isoformat
) -> dict[str, str]:
    """Say of each event, by its id, what it has besides its title that the others do not have.

    Nothing where no other has its title; otherwise its day, with its place where that is not enough, and its
    id where these say nothing or the same.
    """

    def day(event: Event) -> str:
        return write_day(event.held_on) if event.held_on else ""

    def day_and_place(event: Event) -> str:
        return " ".join(filter(None, (day(event), event.place)))

    distinct = list({event.id: event for event in events}.values())
    said = dict.fromkeys((event.id for event in distinct), "")
    for say in (day, day_and_place, lambda event: event.id):
        n_alike = Counter((event.title, said[event.id]) for event in distinct)
        said |= {e.id: say(e) for e in distinct if n_alike[e.title, said[e.id]] > 1}
    return said
