from __future__ import annotations

from datetime import date

from notemine.domain import Event
from notemine.dutch.event_names import name_events

EVENING, LATER = date(2025, 3, 18), date(2025, 11, 11)


def test_events_of_one_title_are_told_apart_by_day_then_place_then_id() -> None:
    events = [
        Event(id="a", title="Start"),
        Event(id="b", title="LOB-avond", held_on=EVENING, place="Breda"),
        Event(id="c", title="LOB-avond", held_on=EVENING, place="Zwolle"),
        Event(id="d", title="LOB-avond", held_on=LATER, place="Breda"),
        Event(id="e", title="Overleg"),
        Event(id="f", title="Overleg"),
    ]

    assert list(name_events(events).values()) == [
        "Start",
        "LOB-avond (2025-03-18 Breda)",
        "LOB-avond (2025-03-18 Zwolle)",
        "LOB-avond (2025-11-11)",
        "Overleg (e)",
        "Overleg (f)",
    ]
