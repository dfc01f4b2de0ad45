"""Everything as tables: the same ones in the workbook and as csv."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from notemine.domain import Mined, Prevalence, TopicChange
from notemine.report import for_outside
from notemine.report.exporters import csv as csv_exporter
from notemine.report.exporters import xlsx as xlsx_exporter
from notemine.report.tables.listing import TABLES
from notemine.report.tables.table import PLACE
from tests.report.hostile import TABLE
from tests.report.planned import planned
from tests.report.test_exporters import EMPTY

ROOT = Path(__file__).resolve().parent.parent.parent
PLACES = {column.name for column in PLACE}


def full(*tables: object) -> Mined:
    """The sample with something in every table."""
    mined = planned(*tables)
    topic = mined.topics.topics[0]
    first = replace(mined.segments[0], sensitive="gezondheid")
    found = Prevalence(
        topic_id=topic.id,
        facet="sector",
        group="vmbo",
        n_tables=3,
        n_speaking=2,
        n_segments=12,
        share=0.4,
        low=0.1,
        high=0.7,
        difference=0.3,
        difference_low=0.05,
        difference_high=0.5,
    )
    change = TopicChange(
        topic_id=topic.id, kind="grown", label=topic.label, n_before=3, n_now=15, n_joined=12
    )
    return replace(mined, segments=(first, *mined.segments[1:]), prevalence=(found,), topic_changes=(change,))


def rows_of(mined: Mined, name: str) -> list[dict[str, str]]:
    text = csv_exporter.render(mined, name=f"{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def sheets_of(mined: Mined) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_exporter.render(mined, name="resultaat.xlsx")))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_workbook_has_the_sheets_columns_and_rows_that_csv_has() -> None:
    mined = full()

    sheets = sheets_of(mined)

    assert list(sheets) == [table.title for table in TABLES.values()]
    for name, table in TABLES.items():
        [heading, *rows] = sheets[table.title]
        assert heading == [column.name for column in table.columns]
        assert len(rows) == len(rows_of(mined, name)) > 0, name


def test_every_row_has_a_value_for_every_column() -> None:
    for mined in (full(), for_outside(full(), quotes=False), for_outside(full(), min_cell=3)):
        for name, table in TABLES.items():
            for row in rows_of(mined, name):
                assert None not in row, name
                assert len(row) == len(table.columns), name


@pytest.mark.parametrize(
    ("table", "said"),
    [("regels", "tekst"), ("vermeldingen", "zoals het er staat"), ("antwoorden", "antwoord")],
)
def test_every_text_stands_in_its_file_at_its_characters(table: str, said: str) -> None:
    mined = full()

    rows = rows_of(mined, table)

    text_of = {note.source: note.text for note in mined.notes}
    for row in rows:
        [text] = [text for source, text in text_of.items() if source.endswith(row["bestand"])]
        assert text[int(row["van teken"]) : int(row["tot teken"])] == row[said].removeprefix("'")
        assert text.count("\n", 0, int(row["van teken"])) + 1 == int(row["nummer"])


def test_every_table_of_findings_says_where_they_stand() -> None:
    mined = full()

    for name in ("vragen", "onderwerpen", "plan", "afgevallen", "vervolgvragen", "nalopen", "gevoelig"):
        for row in rows_of(mined, name):
            assert re.search(r", regel \d+|\d", " ".join(row.values())), name
    for row in rows_of(mined, "plan"):
        assert ", regel " in row["bronnen"]


def test_numbers_are_numbers_and_texts_are_texts_in_the_workbook() -> None:
    sheets = sheets_of(full())

    [heading, row, *_] = sheets["Vragen"]
    value_of = dict(zip(heading, row, strict=True))
    assert value_of["tafels"] == 4.0
    assert value_of["sectoren"] == "vmbo 2, havo/vwo 1, mbo 1"
    [heading, row] = sheets["Vergelijking"]
    assert dict(zip(heading, row, strict=True))["aandeel %"] == 40.0


def test_csv_writes_numbers_as_the_dutch_do() -> None:
    [row] = rows_of(full(), "vergelijking")

    assert (row["aandeel %"], row["verschil van"], row["duidelijk"]) == ("40,00", "5,00", "meer")


def test_a_number_below_zero_is_a_number_in_csv() -> None:
    mined = full()
    loose = replace(mined.topics.topics[0], coherence=-0.39)
    topics = replace(mined.topics, topics=(loose, *mined.topics.topics[1:]))

    [row, *_] = rows_of(replace(mined, topics=topics), "onderwerpen")

    assert row["woorden bijeen"] == "-0,39"


def test_hostile_notes_are_inert_in_every_table() -> None:
    mined = full(TABLE)

    for name in TABLES:
        for row in rows_of(mined, name):
            assert not any(value.startswith(("=", "+", "@", "\t")) for value in row.values()), name
            assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069]", "".join(row.values())), name
    cells = [str(cell) for sheet in sheets_of(mined).values() for row in sheet for cell in row]
    assert any(cell.startswith("=HYPERLINK") for cell in cells)
    assert not any(re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", cell) for cell in cells)


def test_without_quotes_no_table_quotes() -> None:
    mined = full()
    kept = " | ".join(q.wording for q in mined.questions if len(q.tables) > 1)

    shown = for_outside(mined, quotes=False)

    for name in TABLES:
        text = csv_exporter.render(shown, name=f"{name}.csv").decode("utf-8-sig")
        said = [s.text for s in mined.segments if len(s.text) > 25 and s.text not in kept and s.text in text]
        assert said == [], name
    assert rows_of(shown, "gevoelig") == []
    assert {row["tekst"] for row in rows_of(shown, "regels")} == {""}
    assert all(row["gevoelig"] == "" for row in rows_of(shown, "regels"))


@pytest.mark.parametrize("quotes", [True, False])
def test_where_counts_are_hidden_no_table_can_be_counted_by_place(quotes: bool) -> None:
    shown = for_outside(full(), quotes=quotes, min_cell=3)

    for name in ("regels", "bronnen", "gevoelig"):
        assert rows_of(shown, name) == [], name
    for name, table in TABLES.items():
        for row in rows_of(shown, name):
            places = {row[column.name] for column in table.columns if column.name in PLACES - {"sector"}}
            if name in ("vermeldingen", "antwoorden"):
                assert places | {row["sector"], row["regel-id"]} == {""}, name
            assert not re.search(r"\.txt|\.md|\.docx|\.vtt", " ".join(row.values())), name


def test_hidden_counts_are_hidden_in_the_comparison_too() -> None:
    [row] = rows_of(for_outside(full(), min_cell=3), "vergelijking")

    assert (
        row["tafels die erover spraken"] == row["aandeel %"] == row["verschil %"] == row["duidelijk"] == "×"
    )


def test_an_empty_result_gives_every_table() -> None:
    sheets = sheets_of(EMPTY)

    assert len(sheets) == len(TABLES)
    assert rows_of(EMPTY, "regels") == []


def test_rows_that_no_sheet_can_hold_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_exporter, "MAX_ROWS", 5)

    rows = sheets_of(full())["Regels"]

    assert len(rows) == 5
    assert rows[-1][0] == f"en nog {len(full().segments) - 3} rijen; zie de csv"


def test_every_table_and_column_stands_in_the_manual() -> None:
    manual = (ROOT / "docs" / "outputs.md").read_text(encoding="utf-8")

    for table in TABLES.values():
        [line] = [line for line in manual.splitlines() if line.startswith(f"| `{table.name}` |")]
        assert f"| {table.title} |" in line
        assert line.rstrip(" |").endswith(", ".join(column.name for column in table.columns))
