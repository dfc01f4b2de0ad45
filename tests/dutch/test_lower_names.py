from __future__ import annotations

import pytest

from notemine.dutch.lower_names import is_telegram, with_capitals
from notemine.dutch.names import find_names

# As typed on a phone: so many letters that the lack of capitals says something.
TELEGRAM = (
    "we praten over de stage en de ouders en de bus naar het bedrijf en het rooster van de school.\n"
    "- het rooster zit vol en iedereen is moe, zegt de mentor van klas drie.\n"
    "- niemand weet wie de bedrijven belt en wie dat betaalt als het erop aankomt.\n"
    "- de leerlingen willen wel, maar er is geen plek en geen geld voor de reis.\n"
)


def names(text: str) -> list[str]:
    return [text[m.start : m.end] for m in find_names(text)]


def in_telegram(line: str) -> list[str]:
    return names(TELEGRAM + line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("vlgs jelmer kan dat anders", ["jelmer"]),
        ("dat zegt samira ook", ["samira"]),
        ("dhr smit komt erbij", ["smit"]),
        ("mevr. jansen belt terug", ["jansen"]),
        ("juf anke weet het", ["anke"]),
        ("@samira kun jij dat doen?", ["samira"]),
        ("@mark kun jij dat doen?", ["mark"]),
    ],
)
def test_a_name_that_can_be_nothing_else_needs_no_capital(line: str, expected: list[str]) -> None:
    assert names(line) == expected
    assert in_telegram(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("roos vindt van niet", ["roos"]),
        ("wil zegt ja", ["wil"]),
        ("storm: dat is te duur", ["storm"]),
        ("volgens roos is het te duur", ["roos"]),
        ("aanw: roos, storm en wil", ["roos", "storm", "wil"]),
    ],
)
def test_a_word_that_is_a_name_too_counts_in_a_text_without_capitals(line: str, expected: list[str]) -> None:
    assert in_telegram(line) == expected
    assert names(line) == [] or line.startswith("aanw")


@pytest.mark.parametrize(
    "line",
    [
        "een roos voor elke mentor",
        "de storm is voorbij",
        "de wil is er wel",
        "hij wil dat niet",
        "het was in mei en in jan 2024",
        "de school van onze jan",
        "wie kan dat en wie mag dat",
        "mail naar info@mark.example of a.b@samira.example",
        "www.jelmer.example",
        "stuur het @school",
    ],
)
def test_an_ordinary_word_stays_in_a_text_without_capitals(line: str) -> None:
    assert in_telegram(line) == []


def test_a_text_is_without_capitals_where_it_is_long_enough_to_tell() -> None:
    assert is_telegram(TELEGRAM)
    assert not is_telegram(TELEGRAM[:60])
    assert not is_telegram(TELEGRAM.replace("- n", "- N").replace("we ", "We ").replace("het ", "Het "))


@pytest.mark.parametrize("line", [*TELEGRAM.split("\n"), "ölçü ßamira ŉ ǰan", "samira\tïris", "dhr ß zegt"])
def test_each_character_stays_in_its_place(line: str) -> None:
    raised = with_capitals(line, is_telegram=True, is_roll=True)

    assert len(raised) == len(line)
    assert raised.lower() == line.lower()
