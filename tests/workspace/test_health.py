from __future__ import annotations

from pathlib import Path

import pytest

from notemine.errors import NotemineError
from notemine.workspace.health import checks_of
from notemine.workspace.name_key import key_path
from tests.cli.calling import call


@pytest.fixture
def into(notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    call(monkeypatch, "add", notes, "--into", tmp_path / "uit", "--embedder", "dutch_fast")
    return tmp_path / "uit"


def faults_of(into: Path) -> dict[str, str]:
    faults = {}
    for name, check in checks_of(into, key_path(into)).items():
        try:
            check()
        except NotemineError as error:
            faults[name] = str(error)
    return faults


def test_a_new_workspace_is_sound(into: Path) -> None:
    said = {name: check() for name, check in checks_of(into, key_path(into)).items()}

    assert said["werkmap"] == "1 bijeenkomst, 3 notities, 9 regels"
    assert said["bronnen"] == "3 bronnen"
    assert said["beslissingen"] == "nog geen"


def test_a_database_with_a_broken_page_is_named(into: Path) -> None:
    path = into / "notemine.db"
    content = bytearray(path.read_bytes())
    content[8192:20480] = b"\xff" * 12288
    path.write_bytes(content)

    assert "notemine.db" in faults_of(into)["werkmap"]


def test_a_key_that_is_lost_or_open_to_others_is_named(into: Path) -> None:
    key_path(into).chmod(0o644)
    open_to_others = faults_of(into)
    key_path(into).unlink()

    assert "chmod 600" in open_to_others["sleutel"]
    assert "is er niet" in faults_of(into)["sleutel"]


def test_files_that_are_gone_are_counted(into: Path, notes: Path) -> None:
    (notes / "tafel1.txt").unlink()

    assert "van 1 is het bestand er niet meer" in checks_of(into, key_path(into))["bronnen"]()


def test_decisions_that_cannot_be_read_are_named(into: Path) -> None:
    (into / "decisions.toml").write_text("[[same]\n", encoding="utf-8")

    assert list(faults_of(into)) == ["beslissingen"]


def test_the_doctor_tells_of_the_workspace(
    into: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key_path(into).unlink()

    assert call(monkeypatch, "doctor", "--into", into) == 1
    assert "FOUT  sleutel " in capsys.readouterr().out
