from __future__ import annotations

import errno
from pathlib import Path

import pytest

from notemine.dutch.causes import cannot_write, cause_of


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "de schijf is vol"), (errno.EACCES, "geen toestemming"), (errno.ENOTDIR, "geen map")],
)
def test_a_cause_is_named_in_dutch(number: int, said: str) -> None:
    assert said in cause_of(OSError(number, "in English"))


def test_a_cause_that_is_not_known_is_told_in_the_words_of_the_system() -> None:
    assert cause_of(OSError(errno.ENOLINK, "Link has been severed")) == "Link has been severed"


def test_a_full_disk_asks_for_room_and_not_for_another_place() -> None:
    assert "maak ruimte" in str(cannot_write(Path("plan.md"), OSError(errno.ENOSPC, "")))
    assert "kies een andere plaats" in str(cannot_write(Path("plan.md"), OSError(errno.EACCES, "")))
