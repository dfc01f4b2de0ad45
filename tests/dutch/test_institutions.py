from __future__ import annotations

import pytest

from notemine.dutch.institutions import find_schools
from notemine.dutch.places import find_known_place, find_known_places, find_town, known_place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het Ichthus College deed mee.", ["Ichthus College"]),
        ("ROC van Twente en het Graafschap College", ["ROC van Twente", "Graafschap College"]),
        ("Zij kwam van basisschool De Regenboog.", ["De Regenboog"]),
        ("Op school De Brug lukt dat wel.", ["De Brug"]),
        ("Het Dromenlandlyceum begon ermee.", ["Dromenlandlyceum"]),
        ("CSG Het Baken, RSG Tromp", ["CSG Het Baken", "RSG Tromp"]),
        ("Titus van den Berg Mavo", ["Titus van den Berg Mavo"]),
        (
            "- Linde College\n- Thorbecke Scholengemeenschap",
            ["Linde College", "Thorbecke Scholengemeenschap"],
        ),
    ],
)
def test_schools_are_found_by_name(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_schools(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "een school in de wijk",
        "Onze School vindt dat ook, de hele school.",
        "mijn college en het lyceum",
        "Het LOB-college van dinsdag",
        "De vmbo-school en de mbo-school praten",
        "Basisscholen doen dat anders.",
        "College: dinsdag om drie uur",
    ],
)
def test_a_kind_of_school_is_no_school(text: str) -> None:
    assert list(find_schools(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Breda en Bergen op Zoom", ["Breda", "Bergen op Zoom"]),
        ("'s-Hertogenbosch of Den Bosch", ["'s-Hertogenbosch", "Den Bosch"]),
        ("Gouda's aanpak, en Tiel’s aanpak", ["Gouda", "Tiel"]),
        ("UTRECHT: ja", ["UTRECHT"]),
        ("breda", []),
        ("Zwolsche en Bredase scholen", []),
        ("Oud-Zwolle", []),
    ],
)
def test_towns_are_found_where_they_have_a_capital(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_known_places(text)] == expected
    assert bool(find_known_place(text)) == bool(expected)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("avond_gouda_2024", "Gouda"),
        ("bergen_op_zoom", "Bergen op Zoom"),
        ("DEN BOSCH", "Den Bosch"),
        ("Best", "Best"),
        ("best practice 2024", ""),
        ("echt leuk verslag", ""),
        ("verslag", ""),
    ],
)
def test_the_name_of_a_folder_names_a_town_and_no_word(name: str, town: str) -> None:
    assert find_town(name) == town


def test_a_town_is_written_in_one_way() -> None:
    assert known_place("capelle_aan_den ijssel") == "Capelle aan den IJssel"
    assert known_place("stage") == ""
