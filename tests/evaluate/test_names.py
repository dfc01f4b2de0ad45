from __future__ import annotations

import json
from pathlib import Path

import pytest

from notemine.cli import main
from notemine.errors import ReadError
from notemine.evaluate.names import score_names
from notemine.ingest import read_sources
from notemine.normalise import pseudonymise

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "Aanwezig: Samira Haddad, Bas Kuipers\nSamira vraagt wie er belt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "avond").mkdir()
    (tmp_path / "avond" / "tafel1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "avond"


def run_names(
    gold: Path, notes: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[object, str, str]:
    command = ["evaluate", "names", str(gold), "--notes", str(notes), "--pipeline", "blank", "--json"]
    monkeypatch.setattr("sys.argv", ["notemine", *command])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code, *capsys.readouterr()


def test_words_of_names_are_counted_by_text_and_by_offset(folder: Path) -> None:
    notes = read_sources([folder]).notes
    gold = [
        {"file": "tafel1.txt", "line": 1, "text": "Samira Haddad"},
        {"file": "tafel1.txt", "line": 1, "start": 25, "end": 36},
        {"file": "tafel1.txt", "line": 2, "text": "Samira"},
    ]

    scores = score_names(notes, pseudonymise(notes).notes, gold)

    assert (scores["recall"], scores["precision"], scores["n_words"]) == (1.0, 1.0, 5)
    assert scores["missed"] == scores["false"] == []


def test_what_is_missed_and_what_is_wrongly_replaced_is_named_by_line_only(folder: Path) -> None:
    notes = read_sources([folder]).notes
    gold = [
        {"file": "tafel1.txt", "line": 1, "text": "Samira Haddad"},
        {"file": "tafel1.txt", "line": 2, "text": "belt"},
    ]

    scores = score_names(notes, pseudonymise(notes).notes, gold)

    assert (scores["recall"], scores["precision"]) == (0.6667, 0.4)
    assert scores["missed"] == ["tafel1.txt:2"]
    assert scores["false"] == ["tafel1.txt:1", "tafel1.txt:2"]


def test_other_kinds_are_left_out_and_names_in_no_line_are_counted(folder: Path) -> None:
    notes = read_sources([folder]).notes
    gold = [
        {"file": "tafel1.txt", "line": 1, "text": "Haddad", "kind": "email"},
        {"file": "tafel1.txt", "line": 1, "text": "Yusuf"},
        {"file": "tafel1.txt", "line": 2, "text": "Samira"},
    ]

    scores = score_names(notes, notes, gold)

    assert (scores["n_words"], scores["n_outside"]) == (1, 1)


def test_files_that_no_note_is_from_are_named_and_their_names_count_nowhere(folder: Path) -> None:
    notes = read_sources([folder]).notes
    gold = [
        {"file": "tafel1.txt", "line": 2, "text": "Samira"},
        {"file": "tafel9.txt", "line": 1, "text": "Yusuf"},
        {"file": "afel1.txt", "line": 1, "text": "Samira"},
    ]

    scores = score_names(notes, notes, gold)

    assert scores["unknown_files"] == ["afel1.txt", "tafel9.txt"]
    assert (scores["n_words"], scores["n_outside"], scores["n_files"]) == (1, 0, 1)


def test_a_file_with_notes_of_several_tables_is_one_file(folder: Path) -> None:
    table = "tafel,notitie\n1,Samira belt.\n2,Wie helpt Bas?\n"
    (folder / "postits.csv").write_text(table, encoding="utf-8")
    notes = read_sources([folder / "postits.csv"]).notes
    gold = [
        {"file": "postits.csv", "line": 2, "text": "Samira"},
        {"file": "postits.csv", "line": 3, "text": "Bas"},
    ]

    scores = score_names(notes, notes, gold)

    assert len(notes) == 2
    assert (scores["n_words"], scores["n_files"], scores["n_outside"]) == (2, 1, 0)


def test_a_file_may_be_named_in_two_ways_and_the_whole_path_is_no_other_file(folder: Path) -> None:
    (folder / "b" / "avond").mkdir(parents=True)
    (folder / "b" / "avond" / "tafel1.txt").write_text("Bas belt.\n", encoding="utf-8")
    notes = read_sources([folder]).notes
    gold = [
        {"file": "avond/tafel1.txt", "line": 1, "text": "Samira Haddad"},
        {"file": "b/avond/tafel1.txt", "line": 1, "text": "Bas"},
        {"file": "avond/b/avond/tafel1.txt", "line": 1, "text": "Bas"},
    ]

    scores = score_names(notes, notes, gold)

    assert (scores["n_words"], scores["n_files"], scores["n_outside"]) == (3, 2, 0)


def test_offsets_past_the_end_of_a_line_stay_in_it(folder: Path) -> None:
    notes = read_sources([folder]).notes
    gold = [{"file": "tafel1.txt", "line": 1, "start": 29, "end": 90}]

    scores = score_names(notes, notes, gold)

    assert (scores["n_words"], scores["missed"]) == (1, ["tafel1.txt:1"])


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"line": 1}, "geen naam; schrijf 'text'"),
        ({"line": 1, "start": 0}, "geen naam; schrijf 'text'"),
        ({"line": 1, "start": "0", "end": "6"}, "geen naam; schrijf 'text'"),
        ({"line": 1, "start": 6, "end": 6}, "geen naam; schrijf 'text'"),
        ({"line": 1, "text": " "}, "'text' is ' '"),
        ({"line": "1", "text": "Samira"}, "'line' is '1'; schrijf een geheel getal"),
        ({"line": True, "text": "Samira"}, "'line' is True"),
        ({"line": 1, "text": "Samira", "file": 3}, "'file' is 3"),
        ({"line": 1, "text": "Samira"}, "'tafel1.txt' past op meer notities (avond/a/tafel1.txt, avond/"),
    ],
    ids=["no name", "no end", "texts", "nothing", "blank", "no number", "true", "no path", "two notes"],
)
def test_the_command_names_the_row_that_cannot_be_scored(
    row: dict[str, object],
    message: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "tafel1.txt").write_text("Bas belt.\n", encoding="utf-8")
    gold = folder.parent / "namen.jsonl"
    good = {"file": "a/tafel1.txt", "line": 1, "text": "Bas"}
    rows = [json.dumps(good), "", json.dumps({"file": "tafel1.txt", **row})]
    gold.write_text("\n".join(rows), encoding="utf-8")

    code, _, err = run_names(gold, folder, monkeypatch, capsys)

    assert code == 1
    assert f"{gold}:3: {message}" in " ".join(err.split())


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"file": "tafel9.txt", "text": "Bas"}, "geen notitie komt uit een bestand dat 'file' noemt, zoals"),
        ({"file": "tafel1.txt", "text": "Yusuf"}, "geen woord van een naam staat in zijn regel"),
        ({"file": "tafel1.txt", "text": "a@b.nl", "kind": "email"}, "geen enkele naam"),
    ],
    ids=["no note", "no words", "no person"],
)
def test_gold_that_measures_nothing_is_an_error(row: dict[str, str], message: str, folder: Path) -> None:
    notes = read_sources([folder]).notes

    with pytest.raises(ReadError, match=message):
        score_names(notes, notes, [{"line": 1, **row}])


def test_the_command_names_what_it_skipped_and_the_gold_that_measures_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "foto.png").write_bytes(b"x")
    gold = folder.parent / "namen.jsonl"
    gold.write_text('{"file": "tafel1.txt", "line": 1, "text": "Yusuf"}', encoding="utf-8")

    code, _, err = run_names(gold, folder, monkeypatch, capsys)

    assert code == 1
    assert "overgeslagen: avond/foto.png: " in err
    assert f"{gold}: geen woord van een naam" in " ".join(err.split())


def test_the_command_scores_the_sample_corpus(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = CORPUS / "gold" / "names.jsonl"
    command = ["notemine", "evaluate", "names", str(gold), "--notes", str(CORPUS / "notes"), "--json"]
    monkeypatch.setattr("sys.argv", command)

    with pytest.raises(SystemExit) as stopped:
        main()

    scores = json.loads(capsys.readouterr().out)
    assert not stopped.value.code
    assert scores["recall"] >= 0.95
    assert scores["precision"] >= 0.9
