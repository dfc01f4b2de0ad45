from __future__ import annotations

from pathlib import Path

from notemine.ingest import read_sources
from notemine.ingest.raw import RawNote
from notemine.ingest.tables import split_tables

TWO_TABLES = [
    "# Verslag van de avond",
    "",
    "## Tafel 1 - ouders (vmbo)",
    "- hoe bereik je ze?",
    "",
    "## Tafel 2 - stage (mbo)",
    "- wie belt de bedrijven?",
]


def split(*lines: str) -> list[RawNote]:
    return split_tables(RawNote(text="\n".join(lines)))


def test_headings_of_tables_cut_a_file_and_keep_the_line_numbers() -> None:
    one, two = split(*TWO_TABLES)

    assert one.text.split("\n") == TWO_TABLES[:5]
    assert two.text.split("\n") == TWO_TABLES[5:]
    assert (one.line_numbers, two.line_numbers) == ((1, 2, 3, 4, 5), (6, 7))


def test_each_part_knows_its_own_table(tmp_path: Path) -> None:
    (tmp_path / "alles.md").write_text("\n".join(TWO_TABLES), encoding="utf-8")

    notes = read_sources([tmp_path]).notes

    assert [(n.table, n.sector, n.theme) for n in notes] == [("1", "vmbo", "ouders"), ("2", "mbo", "stage")]
    assert notes[1].line_at(notes[1].text.index("wie belt")) == 7


def test_what_stands_above_all_tables_belongs_to_none(tmp_path: Path) -> None:
    lines = ["Het was druk.", "De zaal was vol.", "Er was soep.", "Daarna begonnen we.", *TWO_TABLES[2:]]
    (tmp_path / "alles.txt").write_text("\n".join(lines), encoding="utf-8")

    notes = read_sources([tmp_path]).notes

    assert [(n.table, n.is_impression) for n in notes] == [("", True), ("1", False), ("2", False)]


def test_one_table_is_not_cut() -> None:
    assert len(split("Tafel 1", "- een", "Tafel 1", "- twee")) == 1


def test_a_round_along_the_tables_is_not_cut() -> None:
    lines = [
        "Plenair:",
        "Tafel 1: wij missen tijd",
        "Tafel 2: wij ook, en geld",
        "Tafel 3: sluit zich daarbij aan",
    ]

    assert len(split(*lines)) == 1


def test_sentences_about_tables_are_not_cut() -> None:
    lines = ["Tafel 1 wilde meer tijd.", "- ja", "Tafel 2 wilde meer geld, of was het andersom?", "- nee"]

    assert len(split(*lines)) == 1
