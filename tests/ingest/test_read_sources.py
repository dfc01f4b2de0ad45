from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path

import pytest

from notemine.domain import Note
from notemine.ingest import Ingested, read_sources, reading

PICTURE = "plaatje: typ over wat erop staat, of maak er tekst van (OCR)"


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def reasons(ingested: Ingested) -> dict[str, str]:
    return {skipped.source: skipped.reason for skipped in ingested.skipped}


def only(ingested: Ingested) -> Note:
    (note,) = ingested.notes
    return note


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    folder = tmp_path / "2022-10-11-zwolle"
    return write(
        folder,
        tafel1__txt="TAFEL 1 - vmbo - thema ouders\n- hoe bereik je ze?\n",
        tafel2__md="# Tafel 2 – Stage (mbo)\n\n- wie belt de bedrijven?\n",
    )


def test_a_folder_of_notes_is_one_event_with_date_and_place(evening: Path) -> None:
    notes = read_sources([evening]).notes

    assert [(n.table, n.sector, n.theme) for n in notes] == [("1", "vmbo", "ouders"), ("2", "mbo", "Stage")]
    assert {n.event for n in notes} == {notes[0].event}
    event = notes[0].event
    assert (event.id, event.held_on, event.place) == ("2022-10-11-zwolle", date(2022, 10, 11), "Zwolle")


def test_a_source_is_named_from_the_folder_above_what_the_user_named(evening: Path) -> None:
    from_folder = read_sources([evening]).notes[0].source
    from_above = read_sources([evening.parent]).notes[0].source
    from_file = read_sources([evening / "tafel1.txt"]).notes[0].source

    assert from_folder == from_file == "2022-10-11-zwolle/tafel1.txt"
    assert from_above == f"{evening.parent.name}/2022-10-11-zwolle/tafel1.txt"


def test_the_order_of_the_paths_changes_nothing(evening: Path) -> None:
    write(evening.parent / "2023-05-23-breda", t3__txt="Tafel 3\nwat nu?\n", leeg__txt="")
    paths: list[str | Path] = [
        *evening.iterdir(),
        *(evening.parent / "2023-05-23-breda").iterdir(),
        "bestaat/niet",
    ]
    expected = read_sources(paths)
    random.Random(0).shuffle(paths)

    assert read_sources(paths) == expected


def test_a_file_named_twice_is_read_once(evening: Path) -> None:
    ingested = read_sources([evening, evening / "tafel1.txt", evening.parent])

    assert len(ingested.notes) == 2
    assert not ingested.skipped


def test_a_copy_of_a_note_is_kept_once_and_named(evening: Path) -> None:
    (evening / "tafel1 (kopie).txt").write_bytes((evening / "tafel1.txt").read_bytes())

    ingested = read_sources([evening])

    assert len(ingested.notes) == 2
    assert reasons(ingested) == {
        "2022-10-11-zwolle/tafel1 (kopie).txt": "zelfde inhoud als 2022-10-11-zwolle/tafel1.txt"
    }


def test_hidden_files_are_passed_over_without_a_word(evening: Path) -> None:
    write(evening / ".git", config__txt="[core]")
    write(evening, **{"~$tafel1__docx": "lock", ".verborgen__txt": "x"})

    ingested = read_sources([evening])

    assert len(ingested.notes) == 2
    assert not ingested.skipped


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("leeg.txt", b"", "leeg bestand"),
        ("wit.md", b" \n\n ", "leeg bestand"),
        ("README.md", b"uitleg", "uitleg bij de bestanden, geen notitie"),
        ("foto.jpg", b"\xff\xd8", PICTURE),
        ("hulp.py", b"tekst", "onbekend soort bestand (.py)"),
        ("oud.doc", b"\xd0\xcf\x11\xe0", "oud Word-bestand: bewaar het als .docx"),
        ("plaatje.docx", b"\x89PNG\r\n\x1a\n" + bytes(99), PICTURE),
        ("plaatje.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(99)), PICTURE),
        ("plaatje.pdf", b"\x89PNG\r\n\x1a\n" + bytes(99), PICTURE),
        ("plaatje.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), PICTURE),
        ("plaatje.odt", b"PK\x03\x04" + bytes(99), "geen OpenDocument-bestand (wel .odt genoemd)"),
        ("ruis.txt", bytes(range(32)) * 9, "geen leesbare tekst (binair bestand)"),
        ("nep.docx", b"tekst", "geen Word-bestand (wel .docx genoemd)"),
        ("nep.xlsx", b"tekst", "geen rekenblad (wel .xlsx genoemd)"),
        ("nep.pdf", b"tekst", "geen leesbare PDF"),
        ("kapot.json", b'[{"tekst": ', "geen leesbare JSON"),
        (
            "gesprek.vtt",
            b"WEBVTT\n\ngeen tijden",
            "geen ondertitels gevonden (tijden als 00:00:01.000 --> 00:00:04.000)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_named_with_its_cause_and_the_rest_goes_on(
    evening: Path, name: str, content: bytes, reason: str
) -> None:
    (evening / name).write_bytes(content)

    ingested = read_sources([evening])

    assert len(ingested.notes) == 2
    assert reasons(ingested) == {f"2022-10-11-zwolle/{name}": reason}


def test_a_path_that_is_not_there_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()

    ingested = read_sources([tmp_path / "leeg", tmp_path / "weg.txt"])

    assert reasons(ingested) == {"leeg": "map zonder notities", f"{tmp_path.name}/weg.txt": "bestaat niet"}


def test_a_file_that_is_too_big_is_not_opened(evening: Path) -> None:
    with (evening / "groot.txt").open("wb") as file:
        file.truncate(50_000_000)

    ingested = read_sources([evening])

    assert reasons(ingested) == {"2022-10-11-zwolle/groot.txt": "groter dan 20 MB: niet gelezen"}


def test_a_file_without_permission_is_named(evening: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "tafel1.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert reasons(read_sources([evening])) == {"2022-10-11-zwolle/tafel1.txt": "geen leesrechten"}


def test_links_that_run_in_circles_end(evening: Path) -> None:
    (evening / "rond").symlink_to(evening, target_is_directory=True)
    (evening / "dood.txt").symlink_to(evening / "weg.txt")

    ingested = read_sources([evening])

    assert len(ingested.notes) == 2
    assert reasons(ingested) == {
        "2022-10-11-zwolle/rond": "verwijst naar een map erboven",
        "2022-10-11-zwolle/dood.txt": "geen gewoon bestand",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(evening: Path) -> None:
    os.mkfifo(evening / "pijp.txt")

    assert reasons(read_sources([evening])) == {"2022-10-11-zwolle/pijp.txt": "geen gewoon bestand"}


def test_the_user_overrules_title_and_date(evening: Path) -> None:
    event = only(read_sources([evening / "tafel1.txt"], event="LOB-avond", held_on=date(2025, 1, 2))).event

    assert (event.title, event.held_on, event.place) == ("LOB-avond", date(2025, 1, 2), "Zwolle")
    assert event.id == "2025-01-02-zwolle"


def test_without_a_date_in_the_folder_the_notes_must_agree(tmp_path: Path) -> None:
    folder = write(tmp_path / "utrecht", a__txt="datum: 5 maart 2019\nx\n", b__txt="geen datum\ny\n")
    agreed = read_sources([folder]).notes
    write(folder, c__txt="datum: 6 maart 2019\nz\n")
    divided = read_sources([folder]).notes

    assert {n.event.held_on for n in agreed} == {date(2019, 3, 5)}
    assert {n.event.held_on for n in divided} == {None}


def test_minutes_without_tables_are_each_their_own_table(tmp_path: Path) -> None:
    folder = write(tmp_path / "werkgroep", a__md="# Verslag\n- een\n", b__md="# Verslag\n- twee\n")

    notes = read_sources([folder]).notes

    assert [n.table for n in notes] == ["", ""]
    assert len({n.table_id for n in notes}) == 2
    assert {n.event.id for n in notes} == {"werkgroep"}


def test_an_impression_of_the_evening_is_no_table(evening: Path) -> None:
    write(evening, **{"impressie-zwolle__md": "# Volle zaal\n\nAan tafel 1 vroeg iemand wat het kost.\n"})

    impression = next(n for n in read_sources([evening]).notes if "impressie" in n.source)

    assert impression.is_impression
    assert (impression.table, impression.table_id) == ("", "")


def test_an_id_depends_on_event_source_table_and_text_only(evening: Path, tmp_path: Path) -> None:
    twin = tmp_path / "elders" / evening.name
    twin.parent.mkdir()
    evening.rename(twin)
    moved = [n.id for n in read_sources([twin]).notes]
    twin.rename(evening)

    assert [n.id for n in read_sources([evening]).notes] == moved


def test_readers_are_found_by_the_name_of_their_file() -> None:
    suffixes = reading.readers()

    assert {".txt", ".md", ".docx", ".odt", ".pdf", ".xlsx", ".csv", ".vtt", ".srt", ".html", ".json"} <= set(
        suffixes
    )
