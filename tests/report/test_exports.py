"""What can be written, and how a caller says which of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from notemine.errors import UnknownNameError, WriteError
from notemine.registry import find, names_in
from notemine.report import EXPORTS, write_exports, write_report
from notemine.report.choices import EXPORTERS, chosen
from notemine.report.schema import read_schema
from tests.report.planned import planned
from tests.report.sample import two_evenings


@pytest.mark.parametrize("name", EXPORTS)
def test_each_export_writes_its_files_and_no_others(name: str, tmp_path: Path) -> None:
    written = write_exports(planned(), tmp_path / "uit", [name])

    assert [path.name for path in written] == list(EXPORTS[name].files)
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == sorted(EXPORTS[name].files)
    assert all(path.stat().st_size for path in written)
    assert EXPORTS[name].holds


def test_every_exporter_is_an_export() -> None:
    assert sorted(EXPORTS) == names_in(EXPORTERS)


def test_several_exports_come_in_the_order_in_which_they_were_asked_for(tmp_path: Path) -> None:
    written = write_exports(two_evenings(), tmp_path, ["json", "md", "json"])

    assert [path.name for path in written] == ["resultaat.json", "resultaat.schema.json", "plan.md"]
    assert written[1].read_bytes() == read_schema()


def test_an_unknown_export_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="'wpd'; kies uit: csv, docx, html, ics, json, md, xlsx"):
        write_exports(two_evenings(), tmp_path / "uit", ["json", "wpd"])
    with pytest.raises(WriteError, match="--next-date"):
        write_exports(two_evenings(), tmp_path / "uit", ["json", "ics"])

    assert not (tmp_path / "uit").exists()


def test_exports_show_no_more_than_may_be_shown(tmp_path: Path) -> None:
    write_exports(two_evenings(), tmp_path, ["json"], quotes=False, min_cell=3)

    data = json.loads((tmp_path / "resultaat.json").read_text(encoding="utf-8"))
    assert data["notes"] == data["segments"] == []
    assert all("asked" in question and question["asked"] == [] for question in data["questions"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plan.docx", "plan"),
        ("avond.docx", "plan"),
        ("Impressie Breda.docx", "impressie"),
        ("plan-2.xlsx", "plan"),
        ("avond.xlsx", "resultaat"),
        ("regels.csv", "regels"),
        ("niet-gelezen.csv", "niet-gelezen"),
        ("avond.csv", "vragen"),
        ("uitnodiging.ics", "uitnodiging"),
    ],
)
def test_the_name_of_the_file_chooses_among_what_a_suffix_can_hold(name: str, expected: str) -> None:
    holds = find(EXPORTERS, name.rpartition(".")[2]).HOLDS

    assert chosen(name, holds) == expected


def test_what_a_caller_says_beats_the_name_of_the_file(tmp_path: Path) -> None:
    plan = write_report(planned(), tmp_path / "impressie-lijkt-het.docx", what="plan")
    page = write_report(planned(), tmp_path / "mijn-avond.docx", what="impressie")
    table = write_report(planned(), tmp_path / "mijn-avond.csv", what="plan")

    assert "Tafel 1" in "\n".join(p.text for p in Document(str(plan)).paragraphs)
    assert Document(str(page)).paragraphs[0].text == "Aan tafel in Zwolle en Breda"
    assert table.read_text(encoding="utf-8-sig").startswith("ronde;tafel;onderwerp;")


def test_what_a_suffix_cannot_hold_is_refused_with_where_it_can_go(tmp_path: Path) -> None:
    with pytest.raises(
        UnknownNameError,
        match=r"'plan' past niet in een bestand \.html; kies uit: rapport, of schrijf het als: csv, docx",
    ):
        write_report(planned(), tmp_path / "plan.html", what="plan")
    with pytest.raises(
        UnknownNameError, match=r"'regel' past niet in .*; kies uit: vragen, samenvatting, .*regels"
    ):
        write_report(planned(), tmp_path / "x.csv", what="regel")

    assert list(tmp_path.iterdir()) == []
