from __future__ import annotations

from pathlib import Path

import pytest

from notemine.ingest import read_sources
from notemine.ingest.mojibake import repaired
from notemine.ingest.raw import RawNote

DUTCH = "Zoë vroeg: hoe krijg je één idee naar België, coördinatie inbegrepen?"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1", "mac_roman"])
def test_text_that_was_read_in_a_wrong_encoding_is_put_right(wrong: str) -> None:
    broken = DUTCH.encode("utf-8").decode(wrong)

    raw = repaired(RawNote(text=f"- eerst\n{broken}\n- later"))

    assert raw.text == f"- eerst\n{DUTCH}\n- later"
    assert raw.encoding == "utf-8 (hersteld)"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("de leerling zei â€œdat weet ikâ€\x9d", "de leerling zei “dat weet ik”"),
        ("zoâ€™n avond kost € 20", "zo’n avond kost € 20"),
        ("stage â€“ of toch niet", "stage – of toch niet"),
    ],
    ids=["quotes", "apostrophe", "dash"],
)
def test_quotes_and_dashes_are_put_right_too(broken: str, whole: str) -> None:
    assert repaired(RawNote(text=broken)).text == whole


@pytest.mark.parametrize(
    "text",
    [
        DUTCH,
        "FRANÇOIS EN ÂNGELO zeiden ja",
        "Ångström en Ägypten staan op de kaart",
        "de som is √9 en niet √8",
        "- geen accent te zien",
    ],
)
def test_text_that_is_right_is_the_same_note(text: str) -> None:
    raw = RawNote(text=text)

    assert repaired(raw) is raw


def test_lines_speakers_and_numbers_stay_where_they_were() -> None:
    raw = RawNote(
        text="cafÃ©\n\nideeÃ«n",
        line_numbers=(3, 4, 9),
        speakers=("A", "", "B"),
        meta_lines=(0,),
        encoding="cp1252",
    )

    now = repaired(raw)

    assert now.text == "café\n\nideeën"
    assert (now.line_numbers, now.speakers, now.meta_lines) == (
        raw.line_numbers,
        raw.speakers,
        raw.meta_lines,
    )
    assert now.encoding == "cp1252 (hersteld)"


def test_a_file_says_that_it_was_put_right(tmp_path: Path) -> None:
    (tmp_path / "tafel1.txt").write_text("Tafel 1\n- de ideeÃ«n van RenÃ©e\n", encoding="utf-8")

    (note,) = read_sources([tmp_path]).notes

    assert note.text == "Tafel 1\n- de ideeën van Renée"
    assert note.encoding == "utf-8 (hersteld)"
