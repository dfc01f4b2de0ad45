from __future__ import annotations

from datetime import date

import pytest

from notemine.dutch.dates import find_date, strip_dates
from notemine.dutch.sectors import find_sector, read_sector
from notemine.ingest.metadata import Facts, find_facts
from notemine.ingest.raw import RawNote


def facts(*lines: str, stem: str = "notities", place: str = "") -> Facts:
    return find_facts(RawNote(text="\n".join(lines)), stem, place=place)


@pytest.mark.parametrize(
    ("line", "table", "sector", "theme"),
    [
        ("Tafel 3 – Ouderbetrokkenheid (vmbo)", "3", "vmbo", "Ouderbetrokkenheid"),
        ("TAFEL 5 / sector: mbo", "5", "mbo", ""),
        ("Tafelnr. 12: doorstroom, havo-vwo", "12", "havo/vwo", "doorstroom"),
        ("Gesprekstafel vier | het dossier | mbo", "4", "mbo", "dossier"),
        ("Derde tafel: mentoren en decanen (vmbo/havo)", "3", "gemengd", "mentoren en decanen"),
        ("# T7 stage en werk (MBO)", "7", "mbo", "stage en werk"),
        ("**Tafel twaalf** - van vmbo naar mbo", "12", "", "vmbo naar mbo"),
        ("Notulen tafel 6", "6", "", ""),
        ("TAFEL 9 KEUZESTRESS", "9", "", "keuzestress"),
        ("Kansengelijkheid / tafel acht", "8", "", "Kansengelijkheid"),
    ],
)
def test_a_title_gives_table_sector_and_theme(line: str, table: str, sector: str, theme: str) -> None:
    found = facts(line, "", "- eerste punt van de avond")

    assert (found.table, found.sector, found.theme) == (table, sector, theme)
    assert found.meta_lines == (0,)


@pytest.mark.parametrize(
    ("stem", "table", "theme"),
    [
        ("LWD_T1", "1", ""),
        ("AVG_T1", "1", "AVG"),
        ("tafel-2-profielkeuze", "2", "profielkeuze"),
        ("T4_ouderavond", "4", "ouderavond"),
        ("05-tijd-en-geld", "5", "tijd en geld"),
        ("notulen_tafel_6", "6", ""),
        ("Tafel3Verslag", "3", ""),
        ("2024-01-30 tafel 11 def", "11", ""),
        ("L2 dossier", "2", "dossier"),
        ("A4 vel", "", "A4 vel"),
    ],
)
def test_a_file_name_is_the_last_resort(stem: str, table: str, theme: str) -> None:
    found = facts("- wie begint er?", "- wij dus", stem=stem, place="Leeuwarden")

    assert (found.table, found.theme) == (table, theme)


def test_what_the_title_says_beats_the_file_name() -> None:
    assert facts("Tafel 8: stage", "- punt", stem="tafel-7-ouders").table == "8"


def test_front_matter_is_metadata_even_where_it_is_no_yaml() -> None:
    found = facts("---", "tafel: 5", "thema: 'tijd: waar vandaan'", "[kapot", "sector: mbo", "---", "- punt")

    assert (found.table, found.sector, found.theme) == ("5", "mbo", "tijd: waar vandaan")
    assert found.meta_lines == (0, 1, 2, 3, 4, 5)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert facts("---", "wie begint er?", "- wij dus").meta_lines == ()


@pytest.mark.parametrize(
    "line",
    [
        "Aanwezig: Aleks Wolf (bpv), Bas van den Oever, Hatice Yildiz",
        "aanw. Wilma, Yusuf Karaca, 2 ouders, 1 lln",
        "Voorzitter: Maarten d'Olivat. Notulist: Eefje Bloem.",
        "*havo/vwo, genotuleerd door Willemijn op 't Hof*",
        "uitgewerkt door Joyce van Aerde, de avond zelf nog",
        "GL = gespreksleider (Betsy Klaassen), verder: Rinus",
        "datum: 5 maart 2019",
        "Almelo, dinsdag 5 maart 2019",
        "sector: vmbo",
    ],
)
def test_a_line_about_the_note_is_metadata(line: str) -> None:
    assert facts("Tafel 1: ouders", line, "", "- eerste punt").meta_lines == (0, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Samira: Bel ze. Geen mail, geen brief.",
        "Gespreksleider: Welkom. Wat willen jullie vandaag leren?",
        "Voorzitter opent de vergadering om acht uur.",
        "Plekken",
        "Beste allemaal,",
        "- op het vmbo doen ze dat al jaren",
        "Thema van de avond was hoe je ouders bereikt en wat dat kost?",
        "Aan tafel 3 zeiden ze dat het aan de roosters lag. Dat horen wij vaker.",
    ],
)
def test_a_line_with_content_is_kept(line: str) -> None:
    assert 1 not in facts("Tafel 1: ouders", line, "- eerste punt", stem="x").meta_lines


def test_a_label_that_comes_back_is_a_speaker() -> None:
    found = facts("Tafel 1", "Voorzitter: Welkom.", "Kees: Dag.", "Voorzitter: We gaan beginnen.")

    assert found.meta_lines == (0,)


def test_a_list_of_people_is_metadata_to_its_end() -> None:
    lines = (
        "**Aanwezig:**",
        "* Peter Hansen",
        "",
        "* Lies de Wit (mbo)",
        "",
        "**Opening**",
        "* Peter opent.",
    )

    assert facts("# Verslag", *lines).meta_lines == (1, 2, 3, 4, 5)


def test_a_list_of_people_under_its_own_heading_may_stand_anywhere() -> None:
    content = [f"- punt {n} van de agenda" for n in range(20)]

    found = facts(
        *content, "## Afwezig / Afgemeld", "- Henk Bos", "- Ria Smit (mbo)", "", "## Verslag", "- ja"
    )

    assert found.meta_lines == (20, 21, 22, 23)


def test_the_header_of_a_mail_is_metadata_and_its_subject_speaks() -> None:
    mail = (
        "Van: S. Jansen <s@school.example>",
        "Aan: allen",
        "Onderwerp: FW: tafel 9 kansen - notities",
        "",
        "Hallo,",
    )

    found = facts(*mail)

    assert (found.table, found.theme, found.meta_lines) == ("9", "kansen", (0, 1, 2))


def test_people_of_several_sectors_make_a_table_mixed() -> None:
    assert (
        facts("Tafel 4: ouders", "Deelnemers: Piet (decaan vmbo), Ans (slb mbo)", "- punt").sector
        == "gemengd"
    )


@pytest.mark.parametrize(
    "line", ["Tafel 1 | Fleur ten Broeke | vmbo", "Tafel 1 - notulen Sander Bol", "Jo d'Olivat - tafel 1"]
)
def test_the_name_of_a_person_is_no_theme(line: str) -> None:
    assert facts(line, "- punt", stem="x").theme == ""


def test_a_sentence_on_who_sat_there_makes_a_table_mixed() -> None:
    line = "Aan tafel zaten een decaan van het vmbo en twee slb'ers van het mbo."

    assert facts("Tafel 4: ouders", line, "- punt").sector == "gemengd"
    assert facts("Tafel 4: ouders", "De overstap van vmbo naar mbo zat iedereen hoog.").sector == ""


def test_the_first_words_of_a_transcript_name_the_table() -> None:
    said = RawNote(
        text="Loopt hij? Ja. Tafel zes, mbo, over switchen en uitval.\nWat wil jij leren?", unit="cue"
    )

    found = find_facts(said, "opname")

    assert (found.table, found.sector, found.theme) == ("6", "mbo", "switchen en uitval")
    assert found.meta_lines == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-10-11-zwolle", date(2022, 10, 11)),
        ("20250528", date(2025, 5, 28)),
        ("verslag_2020_08_07", date(2020, 8, 7)),
        ("datum: 05-03-2019", date(2019, 3, 5)),
        ("dinsdag 5 maart 2019", date(2019, 3, 5)),
        ("1e mrt '24", date(2024, 3, 1)),
        ("31 februari 2024, later 1 april 2024", date(2024, 4, 1)),
        ("23 mei", None),
        ("versie 1.12.3 op 10.000 euro", None),
        ("06 2841 7730", None),
    ],
)
def test_dates_are_read_as_dutch_people_write_them(text: str, expected: date | None) -> None:
    assert find_date(text) == expected


def test_a_date_without_year_can_be_stripped() -> None:
    assert strip_dates("Breda 23 mei").split() == ["Breda"]


@pytest.mark.parametrize(
    ("text", "sector"),
    [
        ("VMBO-t", "vmbo"),
        ("mavo", "vmbo"),
        ("havo en vwo", "havo/vwo"),
        ("gymnasium", "havo/vwo"),
        ("vmbo, havo/vwo, mbo en twee vaders", "gemengd"),
        ("gemengde tafel", "gemengd"),
        ("van vmbo naar mbo", ""),
        ("pro en contra", ""),
        ("PO", "po"),
        ("hbo", "hbo"),
    ],
)
def test_sectors_are_named_in_one_way(text: str, sector: str) -> None:
    assert find_sector(text) == sector


def test_an_unknown_sector_stays_as_it_is_written() -> None:
    assert read_sector("welzijn (regio)") == "welzijn"
