from __future__ import annotations

from pathlib import Path

import pytest


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
