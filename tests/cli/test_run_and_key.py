"""The key of pseudonyms that a run keeps beside its folder, and what no output tells."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.calling import call, said
from tests.cli.evenings import NAMES

pytestmark = pytest.mark.usefixtures("elsewhere")


def ran(monkeypatch: pytest.MonkeyPatch, folder: Path, into: Path, *options: object) -> int:
    return call(monkeypatch, "run", folder, "--into", into, "--embedder", "tfidf", *options)


def outputs(into: Path) -> dict[str, str]:
    """Everything that a run wrote into its folder, hidden files too."""
    files = (path for path in into.rglob("*") if path.is_file())
    return {path.relative_to(into).as_posix(): path.read_bytes().decode("utf-8", "replace") for path in files}


def forms_of(path: Path) -> dict[str, list[str]]:
    people = json.loads(path.read_text(encoding="utf-8"))["people"]
    return {person["pseudonym"]: person["forms"] for person in people}


@pytest.mark.skipif(os.name == "nt", reason="no such modes there")
def test_a_run_keeps_the_key_beside_its_folder_and_no_name_in_it(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"

    code = ran(monkeypatch, evening, into)

    key = tmp_path / "uit.key.json"
    assert code == 0
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert {form for forms in forms_of(key).values() for form in forms} >= {"Gerda ter Horst", "Kees Kok"}
    written = outputs(into)
    assert len(written) > 5
    assert [(name, word) for name, text in written.items() for word in NAMES if word in text] == []
    assert not [word for word in NAMES if word in "".join(capsys.readouterr())]


def test_a_second_run_with_more_notes_keeps_the_pseudonyms(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into, key = tmp_path / "uit", tmp_path / "uit.key.json"
    ran(monkeypatch, evening, into)
    before = forms_of(key)
    (evening / "tafel0.txt").write_text("Tafel 0\n- Sjoukje Adema zei dat Kees dat weet.\n", encoding="utf-8")

    ran(monkeypatch, evening, into)

    now = forms_of(key)
    assert {pseudonym: set(forms) - {"Kees"} for pseudonym, forms in now.items() if pseudonym in before} == {
        pseudonym: set(forms) for pseudonym, forms in before.items()
    }
    assert [forms for pseudonym, forms in now.items() if pseudonym not in before] == [["Sjoukje Adema"]]


def test_a_run_in_the_folder_of_the_notes_reads_no_key(
    evening: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(evening)
    call(monkeypatch, "run", ".", "--embedder", "tfidf", "--json")
    first = said(capsys)

    code = call(monkeypatch, "run", ".", "--embedder", "tfidf", "--json")

    assert code == 0
    assert said(capsys)["notes"] == first["notes"] == 3
    assert (evening / "uitkomst.key.json").is_file()


def test_the_key_may_lie_elsewhere(evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = tmp_path / "kluis" / "avond.json"

    ran(monkeypatch, evening, tmp_path / "uit", "--key", key)

    assert "Gerda ter Horst" in key.read_text(encoding="utf-8")
    assert not (tmp_path / "uit.key.json").exists()


def test_a_key_that_cannot_be_read_stops_a_run_before_it_writes(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "uit.key.json").write_text("kapot", encoding="utf-8")

    code = ran(monkeypatch, evening, tmp_path / "uit")

    assert code == 1
    assert "uit.key.json: geen leesbare sleutel" in capsys.readouterr().err
    assert (tmp_path / "uit.key.json").read_text(encoding="utf-8") == "kapot"
    assert not (tmp_path / "uit" / "rapport.html").exists()


def test_a_question_on_the_notes_writes_no_key(
    evening: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    toml = Path("notemine.toml")
    toml.write_text('embedder = "tfidf"\n', encoding="utf-8")

    call(monkeypatch, "questions", evening, "--json")
    call(monkeypatch, "notes", evening, "--json")

    assert sorted(path.name for path in Path().iterdir()) == ["notemine.toml"]


def test_schools_and_places_are_hidden_in_all_that_a_run_writes(
    evening: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "uit"

    code = ran(monkeypatch, evening, into, "--hide-schools", "--hide-places")

    written = outputs(into)
    assert code == 0
    told = [
        (name, word)
        for name, text in written.items()
        for word in ("Linde", "Breda", "eventer")
        if word in text
    ]
    assert told == []
    assert any("Plaats 1" in text for text in written.values())
    assert "eventer" not in "".join(capsys.readouterr())
