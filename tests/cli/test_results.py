"""Commands that show or write results without sources: they are about what was added to a workspace."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest

from notemine.cli.export import export
from notemine.report import EXPORTS
from notemine.report.disclosure import Disclosure, with_disclosure
from notemine.workspace.decisions import read_decisions
from notemine.workspace.store import Store
from tests.cli.calling import call, said
from tests.report.reading import text_of
from tests.report.sample import two_evenings

FAST = ("--embedder", "dutch_fast")
ASKED = ("--next", "Najaarsavond")
EVENINGS = {
    "2025-03-18-deventer": (
        "- Hoe krijg je ouders op school?\n- De stage duurt te kort.\n- Wie betaalt de bus?\n",
        "- Hoe krijg je ouders op school?\n- De docent heeft geen uren voor het gesprek.\n",
        "- De mentor kent de beroepen niet.\n- Het rooster zit vol.\n",
    ),
    "2025-11-11-roosendaal": (
        "- Hoe krijg je ouders op school?\n- De gastles van het bedrijf was mooi.\n",
        "- Wie regelt de gastlessen?\n- De leerling wil zelf een stage zoeken.\n",
    ),
}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two evenings: one of three tables, and one of two."""
    for name, tables in EVENINGS.items():
        (tmp_path / name).mkdir()
        for number, lines in enumerate(tables, 1):
            (tmp_path / name / f"tafel{number}.txt").write_text(f"Tafel {number} - mbo\n{lines}", "utf-8")
    into = tmp_path / "uit"
    call(monkeypatch, "run", *(tmp_path / name for name in EVENINGS), "--into", into, *ASKED, *FAST)
    return into


def labels_of(rows: list[dict[str, Any]]) -> list[str]:
    return [row["label"] for row in rows]


def result_of(into: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads((into / "resultaat.json").read_text(encoding="utf-8"))
    return result


def test_topics_questions_and_plan_are_those_of_the_last_run(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    result = result_of(workspace)
    capsys.readouterr()
    shown = {}

    for command in ("topics", "questions", "plan"):
        assert call(monkeypatch, command, "--into", workspace, "--json") == 0
        shown[command] = said(capsys)

    assert labels_of(shown["topics"]) == labels_of(result["topics"])
    assert [q["wording"] for q in shown["questions"]] == [q["wording"] for q in result["questions"]]
    assert [item["id"] for item in shown["plan"]] == [item["id"] for item in result["plan"]["items"]]


def test_what_the_run_was_asked_holds_until_something_else_is_asked(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again, other = tmp_path / "plan.md", tmp_path / "plan2.md"

    call(monkeypatch, "plan", "--into", workspace, "--output", again)
    call(monkeypatch, "plan", "--into", workspace, "--output", other, "--next", "Winteravond")

    assert again.read_bytes() == (workspace / "plan.md").read_bytes()
    assert "Najaarsavond" in text_of(again)
    assert "Winteravond" in text_of(other)


def test_looking_changes_nothing(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {p.name: p.read_bytes() for p in workspace.rglob("*") if p.suffix in (".json", ".html", ".toml")}

    for command in ("topics", "questions", "plan", "compare"):
        call(monkeypatch, command, "--into", workspace)

    after = {p.name: p.read_bytes() for p in workspace.rglob("*") if p.suffix in (".json", ".html", ".toml")}
    assert after == before
    assert capsys.readouterr().out


def test_the_report_of_a_workspace_is_that_of_its_run(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "elders" / "rapport.html"

    code = call(monkeypatch, "report", "--into", workspace, "--output", path)

    assert code == 0
    assert path.read_bytes() == (workspace / "rapport.html").read_bytes()


def test_a_report_is_no_word_file(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "report", "--into", workspace, "--output", tmp_path / "rapport.docx") == 1
    assert "html" in capsys.readouterr().err


def test_a_run_for_outside_is_kept_to_when_the_report_is_written_again(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into, path = tmp_path / "uit", tmp_path / "rapport.html"
    call(monkeypatch, "run", notes, "--into", into, "--no-quotes", *FAST)

    call(monkeypatch, "report", "--into", into, "--output", path)

    assert "De stage duurt te kort." not in text_of(path)


def test_sheets_hold_the_plan_of_the_workspace_unless_they_are_to_be_blank(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    call(monkeypatch, "sheets", "--into", workspace, "--output", tmp_path / "vellen", "--json")
    call(monkeypatch, "sheets", "--into", workspace, "--output", tmp_path / "leeg", "--blank", "--tables", 3)

    themes = [row["theme"] for row in json.loads(capsys.readouterr().out.splitlines()[0])]
    assert themes == [item["title"] for item in result_of(workspace)["plan"]["items"]]
    assert [path.name for path in sorted((tmp_path / "leeg").iterdir())] == [
        f"tafel 0{n}.docx" for n in (1, 2, 3)
    ]


def test_two_events_are_compared(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    code = call(monkeypatch, "compare", "roosendaal", "2025-03-18", "--into", workspace, "--json")

    found = said(capsys)
    assert code == 0
    assert (found["earlier"]["place"], found["later"]["place"]) == ("Deventer", "Roosendaal")
    assert [q["wording"] for q in found["came_back"]] == ["Hoe krijg je ouders op school?"]
    assert [q["wording"] for q in found["new"]] == ["Wie regelt de gastlessen?"]
    assert [q["wording"] for q in found["gone"]] == ["Wie betaalt de bus?"]


def test_two_events_are_shown_to_people(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    call(monkeypatch, "compare", "Deventer", "Roosendaal", "--into", workspace)

    shown = capsys.readouterr().out
    assert "Opnieuw gevraagd: 1 vraag\n  Hoe krijg je ouders op school? (3 tafels, open)" in shown
    assert "Nieuw: 1 vraag" in shown


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (("compare", "Deventer", "Delft"), 1, "geen bijeenkomst heet 'Delft'"),
        (("compare", "2025", "Deventer"), 1, "meer dan één bijeenkomst heet '2025'"),
        (("compare", "Deventer", "2025-03"), 1, "zijn dezelfde bijeenkomst"),
        (("compare", "Deventer"), 2, "twee bijeenkomsten of geen"),
        (("compare", "", "Deventer"), 2, "een bron of bijeenkomst is leeg"),
        (("compare", "Deventer", "x" * 300), 1, "geen bijeenkomst heet 'xxx"),
        (("report", "--output", "verslag.docx"), 1, "'rapport' past niet in een bestand .docx"),
        (("topics", "--date", "2025-03-18"), 2, "horen bij bronnen"),
        (("compare", "--topic", "Zeilen"), 1, "geen onderwerp heet 'Zeilen'; kies uit"),
    ],
    ids=["none", "several", "twice", "one", "empty", "long", "no report", "date", "topic"],
)
def test_what_cannot_be_shown_is_said(
    arguments: tuple[str, ...],
    code: int,
    error: str,
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(monkeypatch, *arguments, "--into", workspace) == code
    assert error in " ".join(capsys.readouterr().err.replace("│", " ").split())


@pytest.mark.parametrize(
    "command", ["topics", "questions", "plan", "report", "export", "compare", "decide", "sheets"]
)
def test_without_notes_it_says_what_to_do(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, command, "--into", tmp_path / "nergens") == 2
    assert "noem" in capsys.readouterr().err
    assert not (tmp_path / "nergens").exists()


def test_doubts_of_a_workspace_are_put_before_a_person(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    n_doubts = len((workspace / "nalopen.csv").read_text("utf-8-sig").splitlines()) - 1
    capsys.readouterr()

    assert call(monkeypatch, "decide", "--into", workspace, "--json") == 0
    assert len(said(capsys)) == n_doubts


def test_a_topic_of_a_workspace_is_split_without_its_sources(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    topics = result_of(workspace)["topics"]
    largest = max(topics, key=lambda topic: len(set(topic["segment_ids"])))

    assert call(monkeypatch, "decide", "--into", workspace, "--split", largest["label"]) == 0
    assert "split" in (workspace / "decisions.toml").read_text(encoding="utf-8")


def test_everything_is_exported_in_the_forms_that_are_asked_for(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    code = call(monkeypatch, "export", "--into", workspace, "--to", "json, MD", "--json")

    written = [Path(path) for path in said(capsys)["written"]]
    assert code == 0
    assert [path.name for path in written] == ["resultaat.json", "resultaat.schema.json", "plan.md"]
    assert written[0].read_bytes() == (workspace / "resultaat.json").read_bytes()


def test_a_form_that_is_not_known_is_refused_before_anything_is_mined(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "export", "--into", workspace, "--to", "xlsx,pdf") == 2
    assert "kent geen 'pdf'" in capsys.readouterr().err
    assert not (workspace / "export").exists()


def test_the_help_names_every_form(monkeypatch: pytest.MonkeyPatch) -> None:
    assert inspect.signature(export, eval_str=True).parameters["to"].annotation.__metadata__[0].help == (
        f"Een of meer van {', '.join(EXPORTS)}."
    )


def test_the_plan_for_others_is_for_others_as_data_too(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for_others = ("--no-quotes", "--min-cell", 3)
    call(monkeypatch, "export", "--into", workspace, "--to", "json", *for_others)
    exported = json.loads((workspace / "export" / "resultaat.json").read_text(encoding="utf-8"))
    capsys.readouterr()

    call(monkeypatch, "plan", "--into", workspace, "--json", *for_others)

    items = exported["plan"]["items"]
    assert items
    assert [row["reason"] for row in said(capsys)] == [item["reason"] for item in items]


def test_a_result_of_the_workspace_does_not_say_that_names_were_kept(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = [workspace.parent / name for name in EVENINGS]
    call(monkeypatch, "run", *notes, "--into", workspace, "--keep-names", *FAST)
    assert result_of(workspace)["provenance"]["config"]["privacy"]["keep_names"] is True

    call(monkeypatch, "export", "--into", workspace, "--to", "json")

    exported = json.loads((workspace / "export" / "resultaat.json").read_text(encoding="utf-8"))
    assert exported["provenance"]["config"]["privacy"]["keep_names"] is False


def test_a_topic_is_decided_on_after_a_run_for_outside(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = result_of(workspace)["topics"][0]["label"]
    lines = {segment["text"] for segment in result_of(workspace)["segments"]}

    for number, shown in enumerate([("--no-quotes",), ("--min-cell", 3), ("--no-quotes", "--min-cell", 3)]):
        call(monkeypatch, "run", "--into", workspace, *shown, *FAST)
        assert call(monkeypatch, "decide", "--into", workspace, "--pin-table", label) == 0
        said = read_decisions(workspace / "decisions.toml").plan[number]
        assert said.lines
        assert lines.issuperset(said.lines)


def test_lines_that_are_nowhere_are_asked_for_in_one_line(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    label = result_of(workspace)["topics"][0]["label"]
    call(monkeypatch, "run", "--into", workspace, "--min-cell", 3, *FAST)
    (workspace / "notemine.db").unlink()

    assert call(monkeypatch, "decide", "--into", workspace, "--rename", label, "Anders") == 1
    assert "zonder de regels van" in capsys.readouterr().err


def test_who_decides_sees_where_it_stands_whatever_others_may_see(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mined = with_disclosure(two_evenings(), Disclosure(quotes=False, min_cell=3))
    monkeypatch.setattr("notemine.cli.results.mine_asked", lambda *_: mined)
    monkeypatch.setattr("notemine.cli.decide.read_key", lambda: "q")

    call(monkeypatch, "decide", tmp_path, "--into", tmp_path)

    assert ", regel " in capsys.readouterr().err


def test_a_file_of_settings_that_the_run_was_pointed_at_is_kept_to(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, again = tmp_path / "anders.toml", tmp_path / "plan.md"
    settings.write_text('[plan]\nseats = 5\ntitle = "Zomeravond"\n', encoding="utf-8")
    call(monkeypatch, "run", "--into", workspace, "--config", settings, *ASKED, *FAST)

    call(monkeypatch, "plan", "--into", workspace, "--output", again)

    assert "5 plaatsen per tafel" in text_of(again)
    # What was said on the command line went over the file then, and does so now.
    assert "Najaarsavond" in text_of(again)


def test_what_was_remembered_of_a_run_and_is_of_no_use_is_named(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Store(workspace / "notemine.db") as store:
        store.set_meta("run_options", '{"plan": {"chairs": 3}}')

    assert call(monkeypatch, "topics", "--into", workspace) == 1
    assert "draai 'notemine run' opnieuw" in capsys.readouterr().err


def test_what_was_removed_is_said_to_stand_in_what_was_written(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(monkeypatch, "export", "--into", workspace, "--to", "csv")

    code = call(monkeypatch, "remove", "TAFEL1*", "--into", workspace)

    error = capsys.readouterr().err
    assert code == 0
    assert "'notemine run' maakt ze opnieuw" in error
    assert "export zelf weg" in error


def test_a_name_that_nothing_has_is_written_down_and_said(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = ("--pin-table", "Hoe krijg je ouders op school?")

    assert call(monkeypatch, "decide", "--into", workspace, *known, "--strike-table", "Oudrs") == 0
    error = capsys.readouterr().err
    assert "heet niets 'Oudrs'" in error
    assert "ouders op school" not in error


@pytest.mark.parametrize(
    ("options", "said_of_it"),
    [
        (("--next-date", "31-10-2026"), "geen datum; schrijf 2026-03-17"),
        (("--output", "plan.txt"), "geen vorm '.txt'"),
    ],
)
def test_a_slip_is_answered_in_dutch(
    options: tuple[str, str],
    said_of_it: str,
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(monkeypatch, "plan", "--into", workspace, *options) == 1
    assert said_of_it in capsys.readouterr().err
