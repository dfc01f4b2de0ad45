from __future__ import annotations

from datetime import date

import pytest

from notemine.dutch.phrases import count, enumerate_words, sort_sectors, write_date


def test_a_date_is_written_out() -> None:
    assert write_date(date(2022, 10, 11)) == "11 oktober 2022"


@pytest.mark.parametrize(("n", "said"), [(0, "0 tafels"), (1, "1 tafel"), (3, "3 tafels")])
def test_one_is_singular(n: int, said: str) -> None:
    assert count(n, "tafel", "tafels") == said


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["vmbo"], "vmbo"), (["vmbo", "mbo"], "vmbo en mbo"), (["a", "b", "c"], "a, b en c")],
    ids=["none", "one", "two", "three"],
)
def test_words_are_joined_as_in_a_sentence(words: list[str], said: str) -> None:
    assert enumerate_words(words) == said


def test_sectors_follow_the_school_career_then_the_alphabet() -> None:
    sectors = sort_sectors(["werk", "mbo", "", "havo/vwo", "gemengd", "vmbo", "mbo"])

    assert sectors == ["vmbo", "havo/vwo", "mbo", "gemengd", "werk"]
