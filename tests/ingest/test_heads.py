"""Heads of notes as people write them: in running words, as rows, in the last line, in names of files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from notemine.ingest import read_sources
from notemine.ingest.metadata import Facts, find_facts
from notemine.ingest.raw import RawNote

NOTES = ("", "- eerste punt van de avond", "- tweede punt van de avond")


def facts(*lines: str, stem: str = "x", folders: Sequence[str] = ()) -> Facts:
    return find_facts(RawNote(text="\n".join(lines)), stem, folders=folders)


@pytest.mark.parametrize(
    ("line", "table", "sector", "theme"),
    [
        ("We zaten met z'n zessen aan tafel 4, allemaal mbo. Het ging over verzuim.", "4", "mbo", "verzuim"),
        ("Hierbij het verslag van tafel 3, thema ouders.", "3", "", "ouders"),
        ("Tafel 2. Wij zijn van het vmbo. We hadden het over stages.", "2", "vmbo", "stages"),
        ("Aantekeningen van tafel vijf (havo), het ging over bijbanen", "5", "havo/vwo", "bijbanen"),
        ("Hoi, ik ben Sander, ik schreef mee aan tafel 6.", "6", "", ""),
        ("Wij zaten aan tafel 9. Thema: 'Wie kiest er eigenlijk?'", "9", "", "Wie kiest er eigenlijk?"),
        ("Welkom aan tafel elf, we spraken over de open dag.", "11", "", "open dag"),
    ],
)
def test_a_head_in_running_words_gives_table_sector_and_theme(
    line: str, table: str, sector: str, theme: str
) -> None:
    found = facts(line, *NOTES)

    assert (found.table, found.sector, found.theme) == (table, sector, theme)


@pytest.mark.parametrize(
    "line",
    [
        "Aan tafel een vader en twee moeders.",
        "Van een andere tafel kwam iemand kijken.",
        "We hebben geen tafel gezien.",
    ],
)
def test_a_sentence_without_a_number_names_no_table(line: str) -> None:
    assert facts(line, *NOTES).table == ""


@pytest.mark.parametrize(
    "rows",
    [
        ("Tafel    4", "Sector   mbo", "Thema    verzuim"),
        ("Tafel\t4", "Sector\tmbo", "Thema\tverzuim"),
        ("Tafel | 4", "Sector | mbo", "Thema | verzuim"),
        ("Tafel; 4", "Sector; mbo", "Thema; verzuim"),
        ("Tafel = 4", "Sector = mbo", "Thema = verzuim"),
        ("**Tafel:** 4", "**Sector:** mbo", "**Thema:** verzuim"),
        ("| Tafel | 4 |", "|---|---|", "| Sector | mbo |", "| Thema | verzuim |"),
        ("| Veld | Waarde |", "|---|---|", "| Tafel | 4 |", "| Sector | mbo |", "| Thema | verzuim |"),
        ("Tafel: 4   Sector: mbo   Thema: verzuim",),
        ("tafel: 4 / sector: mbo / thema: verzuim",),
        ("Tafel 4; sector: mbo; thema: verzuim",),
    ],
    ids=[
        "spaces",
        "tabs",
        "bars",
        "semicolons",
        "equals",
        "bold",
        "table",
        "table with a head",
        "wide",
        "slashes",
        "one line",
    ],
)
def test_rows_of_keys_and_values_are_metadata(rows: tuple[str, ...]) -> None:
    found = facts(*rows, *NOTES)

    assert (found.table, found.sector, found.theme) == ("4", "mbo", "verzuim")
    told = {i for i, row in enumerate(rows) if "---" not in row and "Veld" not in row}
    assert told <= set(found.meta_lines)
    assert not {len(rows) + 1, len(rows) + 2} & set(found.meta_lines)


@pytest.mark.parametrize("nothing", ["-", "n.v.t.", "onbekend", "..."])
def test_a_value_that_says_that_there_is_none_is_none(nothing: str) -> None:
    assert facts("Tafel: 4", f"Sector: {nothing}", f"Thema: {nothing}", *NOTES).sector == ""


@pytest.mark.parametrize(
    ("line", "table", "sector", "author"),
    [
        ("-- verslag: Ruud, tafel 4 (havo)", "4", "havo/vwo", "Ruud"),
        ("(tafel 4, vmbo, genoteerd door Anja)", "4", "vmbo", "Anja"),
        ("Notulist: Ruud, tafel 4", "4", "", "Ruud"),
        ("Dit waren de notities van tafel 4, verslag door Anja", "4", "", "Anja"),
    ],
)
def test_the_last_line_may_tell_whose_notes_these_were(
    line: str, table: str, sector: str, author: str
) -> None:
    found = facts("- eerste punt", "- tweede punt", "", line)

    assert (found.table, found.sector, found.author) == (table, sector, author)
    assert found.theme == ""
    assert found.meta_lines == (3,)


def test_a_last_line_about_another_table_tells_nothing() -> None:
    found = facts("Tafel 3", *NOTES, "- bij tafel 4 ging het ook over geld")

    assert (found.table, found.meta_lines) == ("3", (0,))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Breda, dinsdag 23 mei 2023", "Breda"),
        ("Tafel 1 in Hoogeveen, 14 maart 2024", "Hoogeveen"),
        ("Gesprekstafels Ommen - 14 maart 2024", "Ommen"),
        ("Tafel 1 (Bergen op Zoom)", "Bergen op Zoom"),
        ("Plaats: Theater De Kring, Roosendaal", "Roosendaal"),
        ("Locatie: Kulturhus", "Kulturhus"),
        ("Tafel 1 – het Best in de klas", ""),
        ("Tafel 1 – de trein naar de stad", ""),
        ("- in Meppel doen ze dat anders", ""),
    ],
)
def test_a_head_names_the_town(line: str, place: str) -> None:
    found = facts(line, *NOTES)

    assert found.place == place
    assert not place or place not in found.theme


@pytest.mark.parametrize(
    ("lines", "school"),
    [
        (("Tafel 3", "Ichthus College"), "Ichthus College"),
        (("Tafel 3, Linde Lyceum, vmbo",), "Linde Lyceum"),
        (("Tafel 3 - Regius College (havo)",), "Regius College"),
        (("Tafel 3 (Grote Beer College)",), "Grote Beer College"),
        (("Tafel 3", "ROC van Noordrand"), "ROC van Noordrand"),
        (("School: CSG Het Baken", "Tafel: 3"), "CSG Het Baken"),
        (("Tafel 3 - MBO Utrecht",), "MBO Utrecht"),
        (("Tafel 3 - MBO Stage",), ""),
        (("Tafel 3", "Mijn school"), ""),
        (("Tafel 3", "een college over stage"), ""),
    ],
)
def test_a_head_names_the_school(lines: tuple[str, ...], school: str) -> None:
    assert facts(*lines, *NOTES).school == school


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Notulist: Kees de Wit", "Kees de Wit"),
        ("Verslag door Anja", "Anja"),
        ("Verslag Math Janssen", "Math Janssen"),
        ("notulist Adri de Nooijer", "Adri de Nooijer"),
        ("Aantekeningen: mw. J. van Dam", "J. van Dam"),
        ("Genotuleerd door Willemijn op 't Hof", "Willemijn op 't Hof"),
        ("Freek noteerde", "Freek"),
        ("Verslag: Werkgroep Architectuur 2020", ""),
        ("Verslag ouders", ""),
        ("Verslag Tafel Noord", ""),
        ("Notulen Gemeente Vos", ""),
    ],
)
def test_a_head_names_its_author_and_no_theme_does(line: str, author: str) -> None:
    found = facts("Tafel 3", line, *NOTES)

    assert found.author == author
    assert not author or found.theme == ""


def test_a_letter_is_signed_by_its_author() -> None:
    assert facts("Hoi, hierbij tafel 3.", *NOTES, "", "Groet, Peter Stultiens").author == "Peter Stultiens"


@pytest.mark.parametrize(
    ("stem", "table", "theme", "author", "held_on"),
    [
        ("05-tijd", "5", "tijd", "", None),
        ("12 ouders", "12", "ouders", "", None),
        ("07", "7", "", "", None),
        ("05-tafel 3", "3", "", "", None),
        ("123-x", "", "", "", None),
        ("2024-05-01 verslag", "", "", "", date(2024, 5, 1)),
        ("240418", "", "", "", date(2024, 4, 18)),
        ("notities_240418_tafel3", "3", "", "", date(2024, 4, 18)),
        ("12dec24", "", "", "", date(2024, 12, 12)),
        ("tafel3-5apr25", "3", "", "", date(2025, 4, 5)),
        ("tafel 3 (12 dec '24)", "3", "", "", date(2024, 12, 12)),
        ("241350", "", "", "", None),
        ("tafel8_aantekeningen_gerrit", "8", "", "Gerrit", None),
        ("tafel8_stage", "8", "stage", "", None),
    ],
)
def test_the_name_of_a_file_tells_what_the_note_does_not(
    stem: str, table: str, theme: str, author: str, held_on: date | None
) -> None:
    found = facts(*NOTES, stem=stem)

    assert (found.table, found.theme, found.author, found.held_on) == (table, theme, author, held_on)


def test_folders_tell_what_note_and_name_do_not_the_nearest_first() -> None:
    found = facts(*NOTES, stem="verslag", folders=("tafel 6", "mbo", "havo"))

    assert (found.table, found.sector) == ("6", "mbo")
    assert dict(found.told_by) == {"table": "map", "sector": "map"}
    assert facts(*NOTES, stem="tafel 2", folders=("tafel 6",)).table == "2"
    assert facts("Tafel 1", *NOTES, stem="tafel 2", folders=("tafel 6",)).table == "1"


@pytest.mark.parametrize(
    ("parts", "held_on", "place"),
    [
        (("240418 Purmerend",), date(2024, 4, 18), "Purmerend"),
        (("Purmerend 12dec24",), date(2024, 12, 12), "Purmerend"),
        (("Purmerend", "2024_02_06"), date(2024, 2, 6), "Purmerend"),
        (("2024", "14 mei Tiel"), date(2024, 5, 14), "Tiel"),
        (("Assen", "2025", "01", "16"), date(2025, 1, 16), "Assen"),
        (("2025-04-01-epe", "mbo"), date(2025, 4, 1), "Epe"),
    ],
)
def test_folders_name_the_evening(tmp_path: Path, parts: tuple[str, ...], held_on: date, place: str) -> None:
    folder = tmp_path.joinpath(*parts)
    folder.mkdir(parents=True)
    (folder / "verslag.txt").write_text("- een punt\n", encoding="utf-8")

    (note,) = read_sources([tmp_path / parts[0]]).notes

    assert (note.event.held_on, note.event.place) == (held_on, place)


MAIL = ("Onderwerp: tafel 2 - notities", "Van: Ans Kuiper <a@x.nl>", "Verzonden: 3 april 2025", "")


@pytest.mark.parametrize(
    ("below", "stem", "held_on", "told_by"),
    [
        ((), "x", date(2025, 4, 3), "kop"),
        ((), "tafel2-20250401", date(2025, 4, 1), "bestandsnaam"),
        (("Zwolle, 2 april 2025",), "tafel2-20250401", date(2025, 4, 2), "titel"),
        (("datum: 1 april 2025",), "x", date(2025, 4, 1), "kop"),
    ],
    ids=["nothing else", "name of the file", "title", "said outright"],
)
def test_the_day_on_which_a_mail_was_sent_comes_last(
    below: tuple[str, ...], stem: str, held_on: date, told_by: str
) -> None:
    found = facts(*MAIL, *below, *NOTES, stem=stem)

    assert (found.held_on, found.told_by["date"]) == (held_on, told_by)
    assert (found.table, found.author) == ("2", "Ans Kuiper")


def test_a_date_of_another_time_is_not_that_of_the_evening() -> None:
    assert facts("Tafel 1", "Vorige keer: 3 mei 2024", *NOTES).held_on is None
