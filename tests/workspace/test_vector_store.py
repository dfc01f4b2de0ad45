from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from notemine.errors import ReadError, WriteError
from notemine.workspace.vector_store import VectorStore


def test_what_was_put_comes_back_after_reopening(tmp_path: Path) -> None:
    rows = {f"k{i}": np.full(3, i, dtype=np.float32) for i in range(1200)}
    with VectorStore(tmp_path / "deep" / "vectors.db") as store:
        store.put(rows)

    with VectorStore(tmp_path / "deep" / "vectors.db") as store:
        found = store.get([*rows, "unknown"])

    assert found.keys() == rows.keys()
    assert all(np.array_equal(found[key], rows[key]) for key in rows)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    path.write_text("dit is geen database, maar een notitie van een tafel " * 50)

    with pytest.raises(ReadError, match=r"vectors\.db: geen bruikbare database"):
        VectorStore(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(WriteError, match=r"hier kan geen map gemaakt worden"):
        VectorStore(tmp_path / "bestand" / "vectors.db")
