from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notemine.config import Config, IngestSettings
from notemine.domain import Note
from notemine.errors import ConfigError
from notemine.ingest import read_sources
from tests.ingest.writers import write_sheet

HEAD = ("bestand", "tafel", "sector", "thema", "school", "datum")


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    folder = tmp_path / "2024-10-08-dronten"
    folder.mkdir()
    (folder / "tafel 1.txt").write_text("Tafel 1 - ouders (vmbo)\n- wie belt ze?\n", encoding="utf-8")
    (folder / "gesprek.txt").write_text("- wie betaalt de bus?\n", encoding="utf-8")
    (folder / "verslag.md").write_text(
        "## Tafel 5\n- te weinig plek\n\n## Tafel 6\n- te weinig geld\n", encoding="utf-8"
    )
    return folder


def settings(**notes: dict[str, Any]) -> IngestSettings:
    return IngestSettings.model_validate(
        {"notes": {name.replace("__", "."): said for name, said in notes.items()}}
    )


def said_of(pattern: str, **facts: Any) -> IngestSettings:
    return IngestSettings.model_validate({"notes": {pattern: facts}})


def read(folder: Path, **options: Any) -> dict[str, Note]:
    """Notes by file and table."""
    notes = read_sources([folder], **options).notes
    return {f"{n.source.rpartition('/')[2]}#{n.table}": n for n in notes}


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["tafels.xlsx", "Tafelindeling.xlsx", "gesprekstafels.xlsx", "TAFELOVERZICHT.xlsx"]
)
def test_a_list_of_tables_speaks_of_a_note_by_the_name_of_its_file(evening: Path, name: str) -> None:
    write_sheet(evening / name, [HEAD, ("gesprek.txt", "4", "mbo", "vervoer", "ROC Noordrand", "")])

    note = read(evening)["gesprek.txt#4"]

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

    assert read(evening)["gesprek.txt#4"].table == "4"


@pytest.mark.parametrize("table", ["1", "01", "Tafel 1", "1.0", "tafel een"])
def test_a_list_of_tables_speaks_of_a_note_by_its_table(evening: Path, table: str) -> None:
    write_csv(
        evening / "tafels.csv", [("tafel", "sector", "thema"), (table, "havo", "bijles"), ("7", "mbo", "bpv")]
    )

    note = read(evening)["tafel 1.txt#1"]

    assert (note.table, note.sector, note.theme) == ("1", "havo/vwo", "bijles")


def test_a_list_that_names_the_file_beats_one_that_names_the_table(evening: Path) -> None:
    rows = [("tafel", "bestand", "thema"), ("1", "", "bij tafel"), ("1", "tafel 1.txt", "bij bestand")]
    write_csv(evening / "tafels.csv", rows)

    assert read(evening)["tafel 1.txt#1"].theme == "bij bestand"


def test_an_empty_cell_says_nothing(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector", "thema"), ("1", "", "taal")])

    note = read(evening)["tafel 1.txt#1"]

    assert (note.sector, note.theme) == ("vmbo", "taal")
    assert dict(note.metadata_from)["sector"] == "titel"


def test_the_list_itself_is_no_note_and_is_not_skipped(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector"), ("1", "mbo")])

    ingested = read_sources([evening])

    assert not any("tafels" in note.source for note in ingested.notes)
    assert not ingested.skipped


def test_a_file_of_that_name_that_holds_notes_is_read_as_notes(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "tekst"), ("8", "Wie zet de koffie?")])

    assert "Wie zet de koffie?" in read(evening)["tafels.csv#8"].text


def test_the_nearest_list_speaks_last(tmp_path: Path, evening: Path) -> None:
    write_csv(tmp_path / "tafels.csv", [("tafel", "sector", "thema"), ("1", "mbo", "van boven")])
    write_csv(evening / "tafels.csv", [("tafel", "thema"), ("1", "van dichtbij")])

    note = read(tmp_path)["tafel 1.txt#1"]

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
    before = read(evening)["tafel 1.txt#1"].event
    write_csv(evening / "tafels.csv", [("tafel", "dag"), ("1", "dinsdag")])

    assert read(evening)["tafel 1.txt#1"].event == before


@pytest.mark.parametrize("written", ["2024-10-09", "9 oktober 2024", "09-10-2024"])
def test_a_date_in_a_list_beats_that_of_the_folder(evening: Path, written: str) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "datum"), ("1", written)])

    notes = read(evening)

    first = notes["tafel 1.txt#1"]
    assert (first.event.id, first.event.held_on) == ("2024-10-09-dronten", date(2024, 10, 9))
    assert dict(first.metadata_from)["date"] == "tafels.xlsx"
    assert notes["gesprek.txt#"].event.held_on == date(2024, 10, 8)


@pytest.mark.parametrize(
    "pattern",
    [
        "2024-10-08-dronten/gesprek.txt",
        "gesprek.txt",
        "ges*.txt",
        "*.t?t",
        "dronten*/gesprek.txt",
        "2024-*/gesprek.txt",
        "gesprek.txt#",
    ],
)
def test_settings_speak_of_a_note_by_name_or_pattern(evening: Path, pattern: str) -> None:
    note = read(evening, settings=said_of(pattern, theme="vervoer"))["gesprek.txt#"]

    assert (note.theme == "vervoer") == (pattern != "dronten*/gesprek.txt")


def test_a_name_with_the_signs_of_a_pattern_is_a_name(evening: Path) -> None:
    (evening / "verslag [def].txt").write_text("- wie zet de koffie?\n", encoding="utf-8")

    assert read(evening, settings=said_of("verslag [def].txt", table=9))["verslag [def].txt#9"].table == "9"


def test_a_name_is_whole_or_no_name(evening: Path) -> None:
    assert read(evening, settings=said_of("prek.txt", theme="vervoer"))["gesprek.txt#"].theme == ""


def test_settings_speak_of_one_table_of_a_file(evening: Path) -> None:
    notes = read(evening, settings=said_of("verslag.md#6", sector="mbo", theme="geld"))

    assert (notes["verslag.md#6"].sector, notes["verslag.md#6"].theme) == ("mbo", "geld")
    assert (notes["verslag.md#5"].sector, notes["verslag.md#5"].theme) == ("", "")


def test_the_most_precise_name_speaks_last(evening: Path) -> None:
    given = settings(
        **{"*": {"theme": "alles"}, "verslag__md": {"theme": "bestand"}, "verslag__md#5": {"theme": "tafel"}}
    )

    notes = read(evening, settings=given)

    assert notes["gesprek.txt#"].theme == "alles"
    assert notes["verslag.md#6"].theme == "bestand"
    assert notes["verslag.md#5"].theme == "tafel"


def test_settings_beat_a_list_and_a_list_beats_the_note(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector", "thema"), ("1", "mbo", "lijst")])

    note = read(evening, settings=said_of("tafel 1.txt", theme="instelling"))["tafel 1.txt#1"]

    assert (note.sector, note.theme) == ("mbo", "instelling")
    told_by = dict(note.metadata_from)
    assert (told_by["table"], told_by["sector"], told_by["theme"]) == (
        "tafels.xlsx",
        "tafels.xlsx",
        "notemine.toml",
    )


def test_a_note_is_left_out_by_skip_and_so_is_one_table(evening: Path) -> None:
    left = read(
        evening, settings=settings(**{"gesprek__txt": {"skip": True}, "verslag__md#5": {"skip": True}})
    )

    assert sorted(left) == ["tafel 1.txt#1", "verslag.md#6"]


def test_a_place_that_a_person_tells_beats_that_of_the_folder(evening: Path) -> None:
    events = {note.event for note in read(evening, settings=said_of("*", place="Biddinghuizen")).values()}

    (event,) = events
    assert (event.id, event.title, event.place) == (
        "2024-10-08-biddinghuizen",
        "Biddinghuizen",
        "Biddinghuizen",
    )


def test_a_date_that_a_person_tells_of_one_note_dates_an_evening_that_had_none(tmp_path: Path) -> None:
    folder = tmp_path / "inloop"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"- punt {name}\n", encoding="utf-8")

    events = {note.event for note in read(folder, settings=said_of("a.txt", date="2025-02-04")).values()}

    (event,) = events
    assert event.held_on == date(2025, 2, 4)


def test_two_dates_that_a_person_tells_are_two_evenings(tmp_path: Path) -> None:
    folder = tmp_path / "inloop"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"- punt {name}\n", encoding="utf-8")
    given = settings(a__txt={"date": "2025-02-04"}, b__txt={"date": "2025-02-11"})

    held_on = {name[0]: note.event.held_on for name, note in read(folder, settings=given).items()}

    assert held_on == {"a": date(2025, 2, 4), "b": date(2025, 2, 11), "c": None}


def test_a_date_that_says_what_the_folder_says_makes_no_second_evening(evening: Path) -> None:
    plain = {note.event for note in read(evening).values()}

    told = {note.event for note in read(evening, settings=said_of("gesprek.txt", date="2024-10-08")).values()}

    assert told == plain


def test_own_names_of_columns_are_known_and_may_be_left_out(tmp_path: Path) -> None:
    write_csv(
        tmp_path / "kaarten.csv",
        [
            ("Kringnummer", "Geeltje", "Waardering van de kaart"),
            ("3", "Wie belt?", "erg goed gezegd, vind ik"),
        ],
    )
    columns = {"kringnummer": "table", "geeltje": "text", "waardering van de kaart": ""}

    (note,) = read_sources([tmp_path], settings=IngestSettings.model_validate({"columns": columns})).notes

    assert (note.table, note.text.strip()) == ("3", "Wie belt?")
    assert dict(note.metadata_from)["table"] == "kolom"


def test_what_told_each_fact_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "2025-04-01-epe" / "mbo"
    folder.mkdir(parents=True)
    (folder / "tafel4.txt").write_text(
        "Verslag over overstappen\nNotulist: Kees Brandsma\nschool: Linde College\n\n- een punt\n",
        encoding="utf-8",
    )

    (note,) = read_sources([tmp_path / "2025-04-01-epe"]).notes

    assert dict(note.metadata_from) == {
        "author": "kop",
        "date": "map",
        "place": "map",
        "school": "kop",
        "sector": "map",
        "table": "bestandsnaam",
        "theme": "titel",
    }


TOML = """
[ingest.columns]
"waar zat je" = "table"

[ingest.notes."gesprek.txt"]
table = 4
sector = "mbo"
date = 2024-10-09
author = "Ans Kuiper"

[ingest.notes."verslag.md#5"]
skip = true
"""


def test_settings_in_a_file_are_followed_to_the_end(evening: Path, tmp_path: Path) -> None:
    (tmp_path / "notemine.toml").write_text(TOML, encoding="utf-8")
    write_csv(evening / "kaarten.csv", [("Waar zat je?", "tekst"), ("8", "Wie zet de koffie?")])

    notes = read(evening, settings=Config.read(tmp_path / "notemine.toml").ingest)

    assert sorted(notes) == ["gesprek.txt#4", "kaarten.csv#8", "tafel 1.txt#1", "verslag.md#6"]
    corrected = notes["gesprek.txt#4"]
    assert (corrected.sector, corrected.author, corrected.event.held_on) == (
        "mbo",
        "Ans Kuiper",
        date(2024, 10, 9),
    )


@pytest.mark.parametrize(
    ("toml", "fault"),
    [
        ('[ingest.notes."a.txt"]\ndate = "ergens in mei"', "ingest.notes.a.txt.date"),
        ('[ingest.notes."a.txt"]\nthemaa = "x"', "ingest.notes.a.txt.themaa: onbekende instelling"),
        ('[ingest.columns]\nkring = "tafel"', "ingest.columns.kring"),
    ],
    ids=["date", "key", "column"],
)
def test_a_setting_that_is_wrong_is_named(tmp_path: Path, toml: str, fault: str) -> None:
    (tmp_path / "notemine.toml").write_text(toml, encoding="utf-8")

    with pytest.raises(ConfigError) as raised:
        Config.read(tmp_path / "notemine.toml")

    assert fault in str(raised.value)
