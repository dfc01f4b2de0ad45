from __future__ import annotations

import pytest

from notemine.evaluate.sensitive import is_sensitive, score_sensitivity


def test_what_is_found_and_what_is_missed_are_counted() -> None:
    gold = [True, True, True, False, False]
    found = ["gezondheid", "geld", "", "geld", ""]

    scores = score_sensitivity(gold, found)

    assert (scores["precision"], scores["recall"]) == (0.6667, 0.6667)
    assert (scores["n"], scores["n_sensitive"]) == (5, 3)
    assert scores["right_by_kind"] == {"geld": 1, "gezondheid": 1}
    assert scores["wrong_by_kind"] == {"geld": 1}


@pytest.mark.parametrize("label", [1, "1", True, "gezondheid", "ja"])
def test_a_label_says_yes(label: object) -> None:
    assert is_sensitive(label)


@pytest.mark.parametrize("label", [0, "0", False, None, "", "nee", "-", " Nee "])
def test_a_label_says_no(label: object) -> None:
    assert not is_sensitive(label)
