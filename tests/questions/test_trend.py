from datetime import date

import pytest

from notemine.questions.trend import find_trend

FIRST, SECOND, THIRD = date(2022, 10, 11), date(2023, 5, 23), date(2024, 1, 30)


@pytest.mark.parametrize(
    ("asked_on", "expected"),
    [
        pytest.param([THIRD], "new", id="the last time only"),
        pytest.param([FIRST, THIRD], "persistent", id="the last time and before"),
        pytest.param([FIRST, SECOND], "faded", id="not the last time"),
        pytest.param([], "", id="on no known day"),
    ],
)
def test_the_trend_says_when_it_was_asked(asked_on: list[date], expected: str) -> None:
    assert find_trend(asked_on, [FIRST, SECOND, THIRD]) == expected


def test_one_event_has_no_trend() -> None:
    assert find_trend([FIRST], [FIRST]) == ""
