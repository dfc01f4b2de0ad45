from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.evenings import write_evening


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "2025-03-18-deventer"
    folder.mkdir()
    for table, sector in (("1", "vmbo"), ("2", "mbo"), ("3", "havo/vwo")):
        (folder / f"tafel{table}.txt").write_text(
            f"Tafel {table} - {sector}\n- Hoe krijg je ouders op school?\n- De stage duurt te kort.\n"
            f"- Wie betaalt de bus naar het bedrijf van tafel {table}?\n",
            encoding="utf-8",
        )
    return folder


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    return write_evening(tmp_path)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, so that nothing is found there by chance."""
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
