from __future__ import annotations

import pytest

from notemine.dutch.name_tables import NameCell, NameTable


def cells(table: str) -> list[str]:
    """The names in a table whose rows stand one below the other."""
    follow = NameTable()
    return [line[c.start : c.end] for line in table.split("\n") for c in follow.read(line)]


def last_row(table: str) -> list[NameCell]:
    follow = NameTable()
    return [follow.read(line) for line in table.split("\n")][-1]


def test_a_person_beside_the_halves_of_another_has_a_cell_of_their_own() -> None:
    table = "| Voornaam | Achternaam | Contactpersoon |\n|---|---|---|\n| Samira | Haddad | Bas Kuipers |"

    samira, haddad, bas = last_row(table)

    assert (samira.given, samira.family) == (haddad.given, haddad.family) == ("Samira", "Haddad")
    assert (bas.given, bas.family) == ("", "")


def test_two_columns_of_full_names_both_hold_people() -> None:
    assert cells("| Deelnemer | Contactpersoon |\n| Samira Haddad | Bas Kuipers |") == [
        "Samira Haddad",
        "Bas Kuipers",
    ]


def test_halves_that_come_twice_are_two_people() -> None:
    table = "| Voornaam | Achternaam | Voornaam | Achternaam |\n| Samira | Haddad | Bas | Kuipers |"

    people = [(cell.given, cell.family) for cell in last_row(table)]

    assert people == [("Samira", "Haddad")] * 2 + [("Bas", "Kuipers")] * 2


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "| Voornaam | Tussenvoegsel | Achternaam |\n| Soraya | el | Idrissi |",
            ("Soraya", "el Idrissi"),
            id="in between",
        ),
        pytest.param(
            "Achternaam\tVoornaam\ttv\nOever\tBas\tvan den", ("Bas", "van den Oever"), id="behind, with tabs"
        ),
        pytest.param("| Voornaam | Naam |\n| Samira | Haddad |", ("Samira", "Haddad"), id="naam"),
        pytest.param(
            "| Voornamen | Roepnaam | Achternaam |\n| Johanna Maria | Joke | Bos |",
            ("Joke", "Bos"),
            id="the name in use",
        ),
    ],
)
def test_the_halves_of_a_name_are_one_person(table: str, expected: tuple[str, str]) -> None:
    row = last_row(table)

    assert len(row) == len(table.split("\n")[0].strip("|").replace("\t", "|").split("|"))
    assert {(cell.given, cell.family) for cell in row} == {expected}


def test_a_row_with_one_cell_does_not_end_the_table() -> None:
    table = "| Voornaam | Achternaam |\n| Samira | |\n| Bas | Kuipers |"

    assert cells(table) == ["Samira", "Bas", "Kuipers"]


def test_people_who_share_a_cell_are_told_apart() -> None:
    assert cells("| Tafel | Deelnemers |\n| 3 | Samira Haddad, Bas en Qo Li |") == [
        "Samira Haddad",
        "Bas",
        "Qo Li",
    ]


@pytest.mark.parametrize(
    "beside", ["Functie", "Rol", "School", "Organisatie / afdeling", "E-mail", "Telefoon", "Aanwezig"]
)
def test_a_column_called_name_is_of_people_where_another_column_says_so(beside: str) -> None:
    assert cells(f"| Naam | {beside} |\n| Qo Li | x |") == ["Qo Li"]


@pytest.mark.parametrize("beside", ["Plaats", "Thema"])
def test_a_column_called_name_is_not_of_people_by_itself(beside: str) -> None:
    assert cells(f"| Naam | {beside} |\n| Qo Li | x |") == []


@pytest.mark.parametrize(
    "cell",
    [
        "Thorbecke Scholengemeenschap",
        "Open dag",
        "Zwolle",
        "nog onbekend",
        "geen",
        "Geen",
        "N.v.t.",
        "Veel ouders",
        "Ouders en leerlingen",
    ],
)
def test_a_cell_that_is_no_name_stays_in_a_column_of_people(cell: str) -> None:
    assert cells(f"| Deelnemers | School |\n| {cell} | x |") == []


@pytest.mark.parametrize("cell", ["dhr. Bos", "Roos", "De Vries", "Qo", "Jansen"])
def test_a_cell_that_could_be_a_name_is_one_in_a_column_of_people(cell: str) -> None:
    assert cells(f"| Deelnemers | School |\n| {cell} | x |") == [cell]


def test_a_half_that_was_left_open_is_no_name() -> None:
    assert cells("| Voornaam | Tussenvoegsel | Achternaam |\n| nog onbekend | van | |") == []
