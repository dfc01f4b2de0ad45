from __future__ import annotations

from datetime import date

import pytest

from notemine.errors import UnknownNameError
from notemine.event_comparison import find_event
from tests.builders import event

SPRING = event("Deventer")
AUTUMN = event("Roosendaal", date(2025, 11, 11))
AGAIN = event("Deventer", date(2026, 3, 17))


@pytest.mark.parametrize("name", ["Roosendaal", "roosendaal", "2025-11-11", "2025-11", AUTUMN.id])
def test_an_event_is_found_by_its_day_title_place_or_a_part(name: str) -> None:
    assert find_event([SPRING, AUTUMN, AGAIN], name) == AUTUMN


def test_a_whole_name_goes_before_a_part_of_another() -> None:
    whole = event("LOB", date(2025, 1, 1))

    assert find_event([whole, event("LOB en ouders")], "LOB") == whole


@pytest.mark.parametrize("name", ["Deventer", "2025", "Delft", ""])
def test_a_name_of_several_events_or_of_none_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownNameError, match="2025-03-18 Deventer"):
        find_event([SPRING, AUTUMN, AGAIN], name)
