"""The plan on the command line: its size, what a person says of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import call
from tests.report.reading import text_of

ASKED = "Hoe krijg je ouders op school?"
FAST = 'embedder = "dutch_fast"\n'


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    path = tmp_path / "notemine.toml"
    path.write_text(FAST, encoding="utf-8")
    return path


def planned(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> list[dict[str, Any]]:
    assert call(monkeypatch, "plan", *arguments, "--json") == 0
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def test_the_plan_has_as_many_rounds_and_tables_as_were_asked_for(
    notes: Path, settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    size = ("--tables", 1, "--rounds", 2, "--config", settings)

    rows = planned(monkeypatch, capsys, notes, *size)

    assert [(row["round"], row["table"]) for row in rows] == [(1, 1), (2, 2)]


def test_what_is_pinned_is_in_the_plan_and_what_is_struck_is_not(
    notes: Path,
    tmp_path: Path,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    into = tmp_path / "uit"
    before = planned(monkeypatch, capsys, notes, "--config", settings)
    chosen = ("--pin-table", ASKED, "--strike-table", before[0]["title"])

    code = call(monkeypatch, "decide", "--into", into, *chosen)
    capsys.readouterr()
    kept = ("--decisions", into / "decisions.toml", "--config", settings)
    rows = planned(monkeypatch, capsys, notes, "--tables", 1, *kept)

    assert code == 0
    # What every table asks is taken for the leader's, and would not be planned.
    assert [row["lead_question"] for row in rows] == [ASKED]
    assert before[0]["title"] not in [row["title"] for row in rows]


def test_pinning_and_striking_one_table_is_refused_and_the_first_word_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(monkeypatch, "decide", "--into", tmp_path, "--pin-table", "Ouders")

    assert call(monkeypatch, "decide", "--into", tmp_path, "--strike-table", "ouders") == 1
    assert "doorgestreept" in capsys.readouterr().err
    assert "strike" not in (tmp_path / "decisions.toml").read_text(encoding="utf-8")


def test_a_table_without_a_name_is_not_pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    others = ("--answered", "Is er koffie?", "--pin-table", "Ouders")

    assert call(monkeypatch, "decide", "--into", tmp_path, *others, "--pin-table", " ") == 2
    assert not (tmp_path / "decisions.toml").exists()


def test_the_main_job_takes_the_size_of_the_next_event(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "uit"

    size = ("--tables", 1, "--rounds", 2, "--seats", 6)
    code = call(monkeypatch, "run", notes, "--into", into, "--fast", *size, "--next-date", "2026-03-17")

    result = json.loads((into / "resultaat.json").read_text(encoding="utf-8"))
    plan = result["plan"]
    assert code == 0
    assert (plan["n_rounds"], plan["n_tables"], plan["seats"], len(plan["items"])) == (2, 1, 6, 2)
    assert result["provenance"]["config"]["plan"]["date"] == "2026-03-17"


def test_a_next_date_that_is_none_is_refused_in_one_line(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "plan", notes, "--next-date", "morgen") == 1

    error = capsys.readouterr().err
    assert "plan.date: 'morgen'" in error
    assert len(error.splitlines()) == 1


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx", "plan.md", "uitnodiging.ics"])
def test_the_plan_is_written_in_the_form_that_the_suffix_names(
    name: str,
    notes: Path,
    tmp_path: Path,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / name
    next_event = ("--next", "Najaarsavond", "--next-date", "2026-11-10", "--config", settings)

    code = call(monkeypatch, "plan", notes, "--output", path, *next_event, "--json")

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {"written": [path.as_posix()]}
    assert "Najaarsavond" in text_of(path)


def test_an_invitation_without_a_date_is_refused_in_one_line(
    notes: Path,
    tmp_path: Path,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "uitnodiging.ics"

    assert call(monkeypatch, "plan", notes, "--output", path, "--config", settings) == 1
    assert "--next-date 2026-03-17" in capsys.readouterr().err
    assert not path.exists()


def test_the_plan_is_what_is_written_whatever_the_file_is_called(
    notes: Path,
    tmp_path: Path,
    settings: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    written = tmp_path / "impressie-en-meer.docx"

    assert call(monkeypatch, "plan", notes, "--config", settings, "--output", written) == 0
    assert call(monkeypatch, "plan", notes, "--config", settings, "--output", tmp_path / "plan.html") == 1

    assert "Een voorstel voor" in text_of(written)
    assert "of schrijf het als: csv, docx, ics, md, xlsx" in capsys.readouterr().err


def test_what_is_pinned_and_struck_holds_after_a_rename_more_notes_and_a_refit(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "uit"
    size = ("--fast", "--topics", 3, "--tables", 1)

    def ran(*more: object) -> dict[str, Any]:
        assert call(monkeypatch, "run", notes, "--into", into, *size, *more) == 0
        result: dict[str, Any] = json.loads((into / "resultaat.json").read_text(encoding="utf-8"))
        return result

    first = ran()
    table = first["plan"]["items"][0]["title"]
    other = next(t["label"] for t in first["topics"] if t["label"] != table and not t["is_aside"])
    assert call(monkeypatch, "decide", "--into", into, "--pin-table", other, "--strike-table", table) == 0
    for old, new in ((other, "Vast"), (table, "Weg")):
        assert call(monkeypatch, "decide", "--into", into, "--rename", old, new) == 0
    some = next(notes.rglob("*.txt"))
    some.with_name("tafel 77.txt").write_text(
        "Tafel 77\n\nWie betaalt de bus naar de open dag?\nDe bus is duur.\n", encoding="utf-8"
    )

    for options in ((), ("--refit",)):
        plan = ran(*options)["plan"]
        assert [(item["title"], item["is_pinned"]) for item in plan["items"]] == [("Vast", True)]
        assert ("Weg", "Doorgestreept.") in [(i["title"], i["why_not"]) for i in plan["left_out"]]


def test_a_name_that_is_no_topic_is_pinned_by_its_name_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(monkeypatch, "decide", "--into", tmp_path, "--pin-table", "Ouders") == 0

    assert 'title = "Ouders"\n' in (tmp_path / "decisions.toml").read_text(encoding="utf-8")
    assert "lines" not in (tmp_path / "decisions.toml").read_text(encoding="utf-8")
