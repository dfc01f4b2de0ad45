"""An evening for which a person knows more than its notes say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from notemine.domain import Note
from notemine.ingest import read_sources


def write_evening(above: Path) -> Path:
    folder = above / "2024-10-08-dronten"
    folder.mkdir()
    (folder / "tafel 1.txt").write_text("Tafel 1 - ouders (vmbo)\n- wie belt ze?\n", encoding="utf-8")
    (folder / "gesprek.txt").write_text("- wie betaalt de bus?\n", encoding="utf-8")
    (folder / "verslag.md").write_text(
        "## Tafel 5\n- te weinig plek\n\n## Tafel 6\n- te weinig geld\n", encoding="utf-8"
    )
    return folder


def read_by_table(folder: Path, **options: Any) -> dict[str, Note]:
    """Notes by file and table."""
    notes = read_sources([folder], **options).notes
    return {f"{n.source.rpartition('/')[2]}#{n.table}": n for n in notes}


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
