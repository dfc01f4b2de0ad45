from __future__ import annotations

import json
from pathlib import Path

import pytest

from notemine.cli import main
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
    ]

    scores = score_names(notes, notes, gold)

    assert (scores["n_words"], scores["n_outside"]) == (0, 1)


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
