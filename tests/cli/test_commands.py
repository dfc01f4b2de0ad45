from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.calling import call
from tests.report.reading import text_of

ROOT = Path(__file__).resolve().parent.parent.parent
COMMANDS = [
    "init",
    "add",
    "remove",
    "run",
    "search",
    "notes",
    "names",
    "topics",
    "questions",
    "plan",
    "report",
    "export",
    "sheets",
    "compare",
    "decide",
    "evaluate",
    "models",
    "doctor",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, command, "--help")

    said = capsys.readouterr().out
    assert code == 0
    assert len(said.splitlines()) > 3
    assert f"`notemine {command}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_there_are_no_other_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from notemine.cli.app import app

    names = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    groups = [g.typer_instance.info.name for g in app.registered_groups if g.typer_instance]

    assert sorted([*names, *groups]) == sorted(COMMANDS)


def test_questions_as_json_count_the_tables_that_asked(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, "questions", notes, "--json")

    first = json.loads(capsys.readouterr().out)[0]
    assert code == 0
    assert first["n_tables"] == 3
    assert sorted(first["sectors"]) == ["havo/vwo", "mbo", "vmbo"]


def test_a_decision_from_the_shell_is_kept_and_followed(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uitkomst"
    asked = "Hoe krijg je ouders op school?"

    said = call(monkeypatch, "decide", "--into", into, "--no-question", asked)
    call(monkeypatch, "questions", notes, "--decisions", into / "decisions.toml", "--json")

    assert said == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert found
    assert asked not in [row["wording"] for row in found]


def test_doubts_are_decided_with_one_key_each(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uitkomst"
    # Near one another, but is it the same? That is for a person to say.
    (notes / "tafel4.txt").write_text("Tafel 4 - mbo\n- Wie betaalt de bus?\n- Wie regelt de bus?\n", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("?\nj\nn\n"))

    code = call(monkeypatch, "decide", notes, "--into", into)

    written = (into / "decisions.toml").read_text(encoding="utf-8")
    assert code == 0
    assert written.count("[[") == 2
    assert "2 opgeschreven" in capsys.readouterr().err


def test_hostile_notes_do_not_reach_the_terminal_when_deciding(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (notes / "tafel4.txt").write_text(
        "Tafel 4 - mbo\n- Wie betaalt de \x1b[31mbus?\n- Wie regelt de \x1b[31mbus?\n", "utf-8"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO("o\n" * 99))

    call(monkeypatch, "decide", notes, "--into", tmp_path / "uitkomst")

    said = capsys.readouterr().err
    assert "bus?" in said
    assert "\x1b[31m" not in said


def test_one_question_cannot_be_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "decide", "--into", tmp_path, "--same", "Wie betaalt?") == 2


def test_deciding_needs_sources_or_a_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "decide", "--into", tmp_path) == 2


@pytest.mark.parametrize("command", ["topics", "questions", "plan"])
def test_a_table_is_shown_to_people(
    command: str, notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, command, notes)

    assert code == 0
    assert capsys.readouterr().out.strip()


def test_the_run_summary_as_json_counts_and_names_what_was_written(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, "run", notes, "--into", tmp_path / "uit", "--json")

    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (said["notes"], said["tables"], said["events"]) == (3, 3, 1)
    assert all(Path(path).is_file() for path in said["written"])


@pytest.mark.parametrize(
    ("arguments", "cause"),
    [
        (["--embedder", "nope"], "no embedder is called 'nope'"),
        (["--pipeline", "nl_geen_model"], "nl_geen_model"),
        (["--date", "gisteren"], "'gisteren'"),
    ],
    ids=["embedder", "pipeline", "date"],
)
def test_a_wrong_option_is_one_line_on_stderr_and_exit_1(
    arguments: list[str],
    cause: str,
    notes: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = call(monkeypatch, "run", notes, "--into", tmp_path / "uit", *arguments)

    said = capsys.readouterr().err
    assert code == 1
    assert len(said.splitlines()) == 1
    assert cause in said


def test_wrong_use_exits_2(monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "run") == 2


def test_settings_with_an_unknown_key_are_refused_with_file_and_key(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = tmp_path / "notemine.toml"
    toml.write_text("[topics]\ngrian = 2\n", encoding="utf-8")

    code = call(monkeypatch, "topics", notes, "--config", toml)

    assert code == 1
    assert "topics.grian" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("measure", "rows"),
    [
        ("detect", [{"text": "hoe laat begint het", "is_question": 1, "kind": "a"}]),
        ("extract", [{"text": "Goed. Wie komt er?", "questions": [{"text": "Wie komt er?"}]}]),
        ("cluster", [{"text": "Wie komt er?", "group": "a"}, {"text": "Hoe laat is het?", "group": "b"}]),
    ],
)
def test_a_perfect_answer_scores_one(
    measure: str,
    rows: list[dict[str, object]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    code = call(monkeypatch, "evaluate", measure, gold, "--json")

    scores = json.loads(capsys.readouterr().out)
    f1 = {"detect": scores, "extract": scores.get("strict"), "cluster": scores.get("bcubed")}[measure]["f1"]
    assert code == 0
    assert f1 == 1.0


def test_a_gold_line_without_a_field_is_named_with_its_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"text": "hoe laat", "is_question": 1}\n{"text": "geen label"}\n', encoding="utf-8")

    code = call(monkeypatch, "evaluate", "detect", gold)

    assert code == 1
    assert "gold.jsonl:2: veld 'is_question' ontbreekt" in capsys.readouterr().err


def test_a_line_separator_inside_a_text_ends_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {"text": "Goed.\u2028Wie komt er?", "questions": [{"text": "Wie komt er?"}]}
    gold.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")

    code = call(monkeypatch, "evaluate", "extract", gold, "--json")

    assert code == 0
    assert json.loads(capsys.readouterr().out)["strict"]["passages"] == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gold.tsv", "1\tEen meisje uit 3b heeft anorexia.\tdev\n0\tDe zaal was te klein.\tdev\n"),
        (
            "gold.jsonl",
            '{"label": 1, "text": "Niet doorvertellen: hij gaat weg."}\n{"label": 0, "text": "Koffie."}\n',
        ),
    ],
    ids=["tsv", "jsonl"],
)
def test_sensitive_lines_are_scored_from_either_form(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / name
    gold.write_text(text, encoding="utf-8")

    code = call(monkeypatch, "evaluate", "sensitive", gold, "--json")

    scores = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (scores["precision"], scores["recall"], scores["n"], scores["n_sensitive"]) == (1.0, 1.0, 2, 1)


def test_a_labelled_text_without_a_tab_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.tsv"
    gold.write_text("stage\tDe stage is te kort.\n\nzonder tab\n", encoding="utf-8")

    code = call(monkeypatch, "evaluate", "topics", gold)

    assert code == 1
    assert "gold.tsv:3: geen tab" in capsys.readouterr().err


def test_fast_takes_the_fast_encoder_and_the_manifest_says_so(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(monkeypatch, "run", notes, "--into", tmp_path / "uit", "--fast", "--json")

    manifest = json.loads((tmp_path / "uit" / "manifest.json").read_text(encoding="utf-8"))
    assert "dutch_fast 1" in json.dumps(manifest)


def test_fast_and_another_encoder_are_not_asked_for_together(
    notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, "run", notes, "--fast", "--embedder", "tfidf") == 2
    assert "--fast" in capsys.readouterr().err


def test_embeddings_are_scored_on_pairs_with_the_name_of_the_encoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "paren.csv"
    pairs.write_text(
        "een man loopt,een man wandelt,4.5\neen man loopt,de zaal is vol,0.2\n", encoding="utf-8"
    )

    code = call(monkeypatch, "evaluate", "embeddings", pairs, "--json", "--embedder", "dutch_fast")

    scores = json.loads(capsys.readouterr().out)
    assert code == 0
    assert scores["spearman"] == 1.0
    assert scores["n"] == 2
    assert scores["embedder"].startswith("dutch_fast ")


def test_the_doctor_finds_everything_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(monkeypatch, "doctor", "--json")

    assert code == 0
    assert all(check["ok"] for check in json.loads(capsys.readouterr().out).values())


def test_the_doctor_sees_that_questions_are_missed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("notemine.find_questions", lambda text: [], raising=False)

    code = call(monkeypatch, "doctor", "--json")

    checks = json.loads(capsys.readouterr().out)
    assert code == 1
    assert [name for name, check in checks.items() if not check["ok"]] == ["vragen"]


@pytest.mark.parametrize("questions", [["Wie?"], [{"tekst": "Wie?"}], "Wie?", None], ids=str)
def test_gold_questions_of_another_shape_are_refused_in_one_line(
    questions: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"text": "Wie?", "questions": questions}), encoding="utf-8")

    code = call(monkeypatch, "evaluate", "extract", gold)

    assert code == 1
    assert 'schrijf vragen als [{"text": "Wie komt er?"}]' in capsys.readouterr().err


def test_a_report_for_outside_has_no_quotes_and_no_small_counts(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uitkomst"
    alone = "Mag je een dossier zomaar doorgeven?"
    (notes / "tafel4.txt").write_text(f"Tafel 4 - mbo\n- {alone}\n", encoding="utf-8")

    code = call(monkeypatch, "run", notes, "--into", into, "--no-quotes", "--min-cell", "3")

    # The database is what stays at home.
    files = [path for path in into.iterdir() if path.is_file() and path.suffix != ".db"]
    outputs = {path.name: text_of(path) for path in files}
    assert code == 0
    assert "niet de hele map" in capsys.readouterr().err
    assert [name for name, text in outputs.items() if "De stage duurt te kort." in text] == []
    assert [name for name, text in outputs.items() if alone in text] == []
    assert "Hoe krijg je ouders op school?" in outputs["vragen.csv"]
    assert "<3" in outputs["vragen.csv"]
    assert json.loads(outputs["manifest.json"])["config"]["privacy"]["min_cell"] == 3


def test_what_a_report_shows_does_not_change_its_topics(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uitkomst"
    call(monkeypatch, "run", notes, "--into", into)
    kept = (into / ".notemine" / "onderwerpen.json").read_bytes()

    call(monkeypatch, "run", notes, "--into", into, "--no-quotes")

    assert (into / ".notemine" / "onderwerpen.json").read_bytes() == kept
