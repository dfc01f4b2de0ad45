from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from notemine.config import Config, IngestSettings
from notemine.errors import ConfigError
from notemine.ingest import read_sources
from tests.ingest.evenings import read_by_table, write_csv, write_evening


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    return write_evening(tmp_path)


def settings(**notes: dict[str, Any]) -> IngestSettings:
    return IngestSettings.model_validate(
        {"notes": {name.replace("__", "."): said for name, said in notes.items()}}
    )


def said_of(pattern: str, **facts: Any) -> IngestSettings:
    return IngestSettings.model_validate({"notes": {pattern: facts}})


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
    note = read_by_table(evening, settings=said_of(pattern, theme="vervoer"))["gesprek.txt#"]

    assert (note.theme == "vervoer") == (pattern != "dronten*/gesprek.txt")


def test_a_name_with_the_signs_of_a_pattern_is_a_name(evening: Path) -> None:
    (evening / "verslag [def].txt").write_text("- wie zet de koffie?\n", encoding="utf-8")

    assert (
        read_by_table(evening, settings=said_of("verslag [def].txt", table=9))["verslag [def].txt#9"].table
        == "9"
    )


def test_a_name_is_whole_or_no_name(evening: Path) -> None:
    assert read_by_table(evening, settings=said_of("prek.txt", theme="vervoer"))["gesprek.txt#"].theme == ""


def test_settings_speak_of_one_table_of_a_file(evening: Path) -> None:
    notes = read_by_table(evening, settings=said_of("verslag.md#6", sector="mbo", theme="geld"))

    assert (notes["verslag.md#6"].sector, notes["verslag.md#6"].theme) == ("mbo", "geld")
    assert (notes["verslag.md#5"].sector, notes["verslag.md#5"].theme) == ("", "")


def test_the_most_precise_name_speaks_last(evening: Path) -> None:
    given = settings(
        **{"*": {"theme": "alles"}, "verslag__md": {"theme": "bestand"}, "verslag__md#5": {"theme": "tafel"}}
    )

    notes = read_by_table(evening, settings=given)

    assert notes["gesprek.txt#"].theme == "alles"
    assert notes["verslag.md#6"].theme == "bestand"
    assert notes["verslag.md#5"].theme == "tafel"


def test_settings_beat_a_list_and_a_list_beats_the_note(evening: Path) -> None:
    write_csv(evening / "tafels.csv", [("tafel", "sector", "thema"), ("1", "mbo", "lijst")])

    note = read_by_table(evening, settings=said_of("tafel 1.txt", theme="instelling"))["tafel 1.txt#1"]

    assert (note.sector, note.theme) == ("mbo", "instelling")
    told_by = dict(note.metadata_from)
    assert (told_by["table"], told_by["sector"], told_by["theme"]) == (
        "tafels.xlsx",
        "tafels.xlsx",
        "notemine.toml",
    )


def test_a_note_is_left_out_by_skip_and_so_is_one_table(evening: Path) -> None:
    left = read_by_table(
        evening, settings=settings(**{"gesprek__txt": {"skip": True}, "verslag__md#5": {"skip": True}})
    )

    assert sorted(left) == ["tafel 1.txt#1", "verslag.md#6"]


def test_a_place_that_a_person_tells_beats_that_of_the_folder(evening: Path) -> None:
    events = {
        note.event for note in read_by_table(evening, settings=said_of("*", place="Biddinghuizen")).values()
    }

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

    events = {
        note.event for note in read_by_table(folder, settings=said_of("a.txt", date="2025-02-04")).values()
    }

    (event,) = events
    assert event.held_on == date(2025, 2, 4)


def test_two_dates_that_a_person_tells_are_two_evenings(tmp_path: Path) -> None:
    folder = tmp_path / "inloop"
    folder.mkdir()
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"- punt {name}\n", encoding="utf-8")
    given = settings(a__txt={"date": "2025-02-04"}, b__txt={"date": "2025-02-11"})

    held_on = {name[0]: note.event.held_on for name, note in read_by_table(folder, settings=given).items()}

    assert held_on == {"a": date(2025, 2, 4), "b": date(2025, 2, 11), "c": None}


def test_a_date_that_says_what_the_folder_says_makes_no_second_evening(evening: Path) -> None:
    plain = {note.event for note in read_by_table(evening).values()}

    told = {
        note.event
        for note in read_by_table(evening, settings=said_of("gesprek.txt", date="2024-10-08")).values()
    }

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

    notes = read_by_table(evening, settings=Config.read(tmp_path / "notemine.toml").ingest)

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
