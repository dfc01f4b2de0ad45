from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from notemine.ingest import read_sources
from tests.cli.calling import call


@pytest.fixture
def asked(notes: Path) -> Path:
    """What two tables ask is theirs; what every table asks is taken for the leader's."""
    (notes / "tafel3.txt").unlink()
    return notes


def first_lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs][:4]


def test_sheets_without_notes_are_numbered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    code = call(
        monkeypatch,
        "sheets",
        "--tables",
        3,
        "--event",
        "LOB-avond",
        "--date",
        "2026-03-17",
        "--place",
        "Breda",
    )

    assert code == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert written == [Path("vellen") / f"tafel 0{n}.docx" for n in (1, 2, 3)]
    assert first_lines(written[1]) == [
        "Tafel 2",
        "Bijeenkomst:\tLOB-avond",
        "Datum:\t17 maart 2026",
        "Plaats:\tBreda",
    ]


def test_sheets_from_notes_hold_the_plan_and_not_the_evening_of_the_notes(
    asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"

    code = call(monkeypatch, "sheets", asked, "--output", into, "--tables", 1, "--event", "Najaar", "--json")

    (row,) = json.loads(capsys.readouterr().out)
    assert code == 0
    assert row["table"] == "1"
    title, event, day, place = first_lines(Path(row["path"]))
    assert title == f"Tafel 1 – {row['theme']}"
    assert (event, day, place) == ("Bijeenkomst:\tNajaar", "Datum:\t", "Plaats:\t")
    text = "\n".join(paragraph.text for paragraph in Document(row["path"]).paragraphs)
    assert "Openingsvraag: “Hoe krijg je ouders op school?”" in text


def test_a_filled_sheet_goes_through_the_main_job_without_its_own_questions(
    asked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "volgende"
    call(monkeypatch, "sheets", asked, "--output", into, "--tables", 1, "--json")
    path = Path(json.loads(capsys.readouterr().out)[0]["path"])
    document = Document(str(path))
    assert "?" in "".join(paragraph.text for paragraph in document.paragraphs)
    document.paragraphs[-1].add_run("Wie haalt de koffie?")
    document.save(str(path))

    code = call(monkeypatch, "questions", into, "--json")

    assert code == 0
    assert [row["wording"] for row in json.loads(capsys.readouterr().out)] == ["Wie haalt de koffie?"]


def test_a_filled_sheet_is_refused_unless_forced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "vellen"
    call(monkeypatch, "sheets", "--tables", 1, "--output", into)
    path = into / "tafel 01.docx"
    document = Document(str(path))
    document.paragraphs[-1].add_run("Een punt.")
    document.save(str(path))

    refused = call(monkeypatch, "sheets", "--tables", 1, "--output", into)

    assert refused == 1
    assert "misschien ingevuld" in capsys.readouterr().err
    assert len(read_sources([path]).notes) == 1
    assert call(monkeypatch, "sheets", "--tables", 1, "--output", into, "--force") == 0
    assert read_sources([path]).notes == ()


def test_sheets_need_notes_or_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert call(monkeypatch, "sheets") == 2
    assert list(tmp_path.iterdir()) == []


def test_a_date_that_is_none_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "sheets", "--tables", 1, "--output", tmp_path, "--date", "morgen") == 1
    assert list(tmp_path.iterdir()) == []
