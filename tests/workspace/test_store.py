from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from notemine.errors import ReadError, WriteError
from notemine.workspace import schema
from notemine.workspace import store as store_module
from notemine.workspace.store import Store


def test_vectors_come_back_after_reopening(tmp_path: Path) -> None:
    rows = {f"k{i}": np.full(3, i, dtype=np.float32) for i in range(1200)}
    with Store(tmp_path / "deep" / "notemine.db") as store:
        store.put(rows)

    with Store(tmp_path / "deep" / "notemine.db") as store:
        found = store.get([*rows, "unknown"])

    assert found.keys() == rows.keys()
    assert all(np.array_equal(found[key], rows[key]) for key in rows)


@pytest.mark.parametrize("damage", ["text", "head", "middle"])
def test_a_broken_database_is_named_with_what_to_do_and_left_alone(damage: str, tmp_path: Path) -> None:
    path = tmp_path / "notemine.db"
    with Store(path) as store:
        store.put({f"k{i}": np.full(300, i, dtype=np.float32) for i in range(300)})
    data = bytearray(path.read_bytes())
    broken = {
        "text": b"dit is geen database, maar een notitie van een tafel " * 50,
        "head": b"\0" * 100 + bytes(data[100:]),
        "middle": bytes(data[:4096]) + b"\xff" * (len(data) - 4096),
    }[damage]
    path.write_bytes(broken)

    def use() -> None:
        with Store(path) as store:
            store.rows("SELECT count(*) FROM vectors WHERE key > 'k1'")
            store.rows("SELECT * FROM segments")

    with pytest.raises(ReadError, match=r"notemine\.db: geen bruikbare database .* andere naam"):
        use()
    assert path.read_bytes() == broken


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(WriteError, match=r"hier staat al iets met die naam"):
        Store(tmp_path / "bestand" / "notemine.db")


def test_a_database_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "notemine.db"
    old = sqlite3.connect(path)
    old.executescript("CREATE TABLE sources (name TEXT); DROP TABLE sources;")
    old.close()

    with Store(path) as store:
        version = store.meta("schema_version")
        tables = {row[0] for row in store.rows("SELECT name FROM sqlite_master")}

    assert version == str(len(schema.MIGRATIONS))
    assert {"sources", "notes", "segments", "segments_fts", "vectors"} <= tables


def test_a_migration_keeps_what_was_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "notemine.db"
    with Store(path) as store:
        store.put({"k": np.ones(2, dtype=np.float32)})
    newer = (*schema.MIGRATIONS, ("ALTER TABLE vectors ADD COLUMN used TEXT NOT NULL DEFAULT 'nooit'",))
    monkeypatch.setattr(store_module, "MIGRATIONS", newer)

    with Store(path) as store:
        rows = store.rows("SELECT key, used FROM vectors")
        version = store.meta("schema_version")

    assert rows == [("k", "nooit")]
    assert version == str(len(newer))


def test_a_migration_that_fails_halfway_leaves_the_old_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notemine.db"
    with Store(path) as store:
        store.put({"k": np.ones(2, dtype=np.float32)})
    fails = ("ALTER TABLE vectors ADD COLUMN used TEXT", "DIT IS GEEN SQL")
    monkeypatch.setattr(store_module, "MIGRATIONS", (*schema.MIGRATIONS, fails))

    with pytest.raises(ReadError):
        Store(path)

    monkeypatch.undo()
    with Store(path) as store:
        assert store.meta("schema_version") == str(len(schema.MIGRATIONS))
        assert [row[1] for row in store.rows("PRAGMA table_info(vectors)")] == ["key", "row"]


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notemine.db"
    with Store(path) as store:
        store.set_meta("schema_version", "99")
    before = path.read_bytes()

    with pytest.raises(ReadError, match=r"nieuwere notemine \(schema 99.*werk notemine bij"):
        Store(path)
    assert path.read_bytes() == before


def test_vectors_of_before_there_was_a_database_are_taken_over(tmp_path: Path) -> None:
    old = tmp_path / ".notemine" / "vectors.db"
    old.parent.mkdir()
    db = sqlite3.connect(old)
    db.execute("CREATE TABLE vector (key TEXT PRIMARY KEY, row BLOB NOT NULL)")
    db.execute("INSERT INTO vector VALUES ('k', ?)", (np.arange(3, dtype="<f4").tobytes(),))
    db.commit()
    db.close()

    with Store(tmp_path / "notemine.db") as store:
        found = store.get(["k"])

    assert found["k"].tolist() == [0, 1, 2]
    assert not old.exists()


def test_what_fails_inside_a_transaction_leaves_nothing(tmp_path: Path) -> None:
    def fail(store: Store) -> None:
        with store.transaction():
            store.set_meta("a", "1")
            raise KeyboardInterrupt

    with Store(tmp_path / "notemine.db") as store:
        with pytest.raises(KeyboardInterrupt):
            fail(store)

        assert store.meta("a") == ""
