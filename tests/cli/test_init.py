from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from notemine.config import Config
from notemine.workspace.beginning import SETTINGS
from tests.cli.calling import call


def test_a_new_folder_has_settings_room_for_notes_and_what_git_leaves_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = call(monkeypatch, "init", tmp_path / "avonden")

    made = sorted(path.name for path in (tmp_path / "avonden").iterdir())
    assert code == 0
    assert made == [".gitignore", "notemine.toml", "notities"]
    assert Config.read(tmp_path / "avonden" / "notemine.toml") == Config()


def test_what_is_there_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notemine.toml").write_text("seed = 3\n", encoding="utf-8")
    (tmp_path / "notities").mkdir()
    (tmp_path / "notities" / "tafel1.txt").write_text("De bus is te duur.", encoding="utf-8")

    code = call(monkeypatch, "init", tmp_path)

    assert code == 0
    assert (tmp_path / "notemine.toml").read_text(encoding="utf-8") == "seed = 3\n"
    assert (tmp_path / "notities" / "tafel1.txt").is_file()


def test_every_explained_setting_can_be_used() -> None:
    used = "\n".join(
        line[2:] if line.startswith("# ") and (" = " in line or line.startswith("# [")) else line
        for line in SETTINGS.split("\n")
    )

    settings = Config.model_validate(tomllib.loads(used))

    assert settings.topics.n_topics == 8
    assert settings.ingest.notes["tafel3.docx"].sector == "mbo"


def test_notes_are_added_from_the_new_folder_and_run_without_naming_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call(monkeypatch, "init", tmp_path)
    monkeypatch.chdir(tmp_path)
    table = tmp_path / "notities" / "2025-03-18-deventer" / "tafel1.txt"
    table.parent.mkdir()
    table.write_text("Tafel 1 - mbo\n- De bus is te duur.\n- Wie betaalt de bus?\n", encoding="utf-8")

    codes = [call(monkeypatch, "add"), call(monkeypatch, "run")]

    assert codes == [0, 0]
    assert (tmp_path / "uitkomst" / "rapport.html").is_file()
    assert (tmp_path / "uitkomst.key.json").is_file()
