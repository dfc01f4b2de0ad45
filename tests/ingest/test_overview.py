from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from notemine.ingest import read_sources
from tests.ingest.evenings import read_by_table, write_csv, write_evening
from tests.ingest.writers import write_sheet

HEAD = ("bestand", "tafel", "sector", "thema", "school", "datum")


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    return write_evening(tmp_path)


@pytest.mark.parametrize(
    "name", ["tafels.xlsx", "Tafelindeling.xlsx", "gesprekstafels.xlsx", "TAFELOVERZICHT.xlsx"]
)
def test_a_list_of_tables_speaks_of_a_note_by_the_name_of_its_file(evening: Path, name: str) -> None:
    write_sheet(evening / name, [HEAD, ("gesprek.txt", "4", "mbo", "vervoer", "ROC Noordrand", "")])

    note = read_by_table(evening)["gesprek.txt#4"]

    assert (note.sector, note.theme, note.school) == ("mbo", "vervoer", "ROC Noordrand")
    assert dict(note.metadata_from) | {"date": "", "place": ""} == {
        "table": "tafels.xlsx",
        "sector": "tafels.xlsx",
        "theme": "tafels.xlsx",
        "school": "tafels.xlsx",
        "date": "",
        "place": "",
    }


@pytest.mark.parametrize("named", ["gesprek", "GESPREK.TXT", "gesprek.txt"])
def test_a_file_may_be_named_without_its_suffix_and_in_any_case(evening: Path, named: str) -> None:
    write_csv(evening / "tafels.csv", [("notitie", "tafel"), (named, "4"), ("elders", "9")])

    assert read_by_table(evening)["gesprek.txt#4"].table == "4"


@pytest.mark.parametrize("table", ["1", "01", "Tafel 1", "1.0", "tafel een"])
def test_a_list_of_tables_speaks_of_a_note_by_its_table(evening: Path, table: str) -> None:
    write_csv(
        evening / "tafels.csv", [("tafel", "sector", "thema"), (table, "havo", "bijles"), ("7", "mbo", "bpv")]
    )

    note = read_by_table(evening)["tafel 1.txt#1"]

    assert (note.table, note.sector, note.theme) == ("1", "havo/vwo", "bijles")


def test_a_list_that_names_the_file_beats_one_that_names_the_table(evening: Path) -> None:
    rows = [("tafel", "bestand", "thema"), ("1", "", "bij tafel"), ("1", "tafel 1.txt", "bij bestand")]
    write_csv(evening / "tafels.csv", rows)

    assert read_by_table(evening)["tafel 1.txt#1"].theme == "bij bestand"


def test_an_empty_cell_says_nothing(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector", "thema"), ("1", "", "taal")])

    note = read_by_table(evening)["tafel 1.txt#1"]

    assert (note.sector, note.theme) == ("vmbo", "taal")
    assert dict(note.metadata_from)["sector"] == "titel"


def test_the_list_itself_is_no_note_and_is_not_skipped(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector"), ("1", "mbo")])

    ingested = read_sources([evening])

    assert not any("tafels" in note.source for note in ingested.notes)
    assert not ingested.skipped


def test_a_file_of_that_name_that_holds_notes_is_read_as_notes(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "tekst"), ("8", "Wie zet de koffie?")])

    assert "Wie zet de koffie?" in read_by_table(evening)["tafels.csv#8"].text


def test_the_nearest_list_speaks_last(tmp_path: Path, evening: Path) -> None:
    write_csv(tmp_path / "tafels.csv", [("tafel", "sector", "thema"), ("1", "mbo", "van boven")])
    write_csv(evening / "tafels.csv", [("tafel", "thema"), ("1", "van dichtbij")])

    note = read_by_table(tmp_path)["tafel 1.txt#1"]

    assert (note.sector, note.theme) == ("mbo", "van dichtbij")


def test_a_list_says_nothing_of_notes_beside_its_folder(tmp_path: Path, evening: Path) -> None:
    other = tmp_path / "2024-10-08-dronten-2"
    other.mkdir()
    (other / "tafel 1.txt").write_text("Tafel 1 - mentoren\n- wie zijn dat?\n", encoding="utf-8")
    write_csv(evening / "tafels.csv", [("tafel", "thema"), ("1", "taal")])

    themes = {
        note.source.split("/")[1]: note.theme for note in read_sources([tmp_path]).notes if note.table == "1"
    }

    assert themes == {"2024-10-08-dronten": "taal", "2024-10-08-dronten-2": "mentoren"}


def test_a_day_in_a_list_that_is_no_date_stops_nothing(evening: Path) -> None:
    before = read_by_table(evening)["tafel 1.txt#1"].event
    write_csv(evening / "tafels.csv", [("tafel", "dag"), ("1", "dinsdag")])

    assert read_by_table(evening)["tafel 1.txt#1"].event == before


@pytest.mark.parametrize("written", ["2024-10-09", "9 oktober 2024", "09-10-2024"])
def test_a_date_in_a_list_beats_that_of_the_folder(evening: Path, written: str) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "datum"), ("1", written)])

    notes = read_by_table(evening)

    first = notes["tafel 1.txt#1"]
    assert (first.event.id, first.event.held_on) == ("2024-10-09-dronten", date(2024, 10, 9))
    assert dict(first.metadata_from)["date"] == "tafels.xlsx"
    assert notes["gesprek.txt#"].event.held_on == date(2024, 10, 8)
