"""Nobody who has the database alone can try names against the hashes of words in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notemine.ingest.copies import shingles_of
from notemine.workspace.name_key import KeyFile, key_path
from notemine.workspace.store import FILE, Store
from notemine.workspace.ties import fingerprints_of
from notemine.workspace.veil import unveil, veil
from tests.cli.calling import call

HASHES = st.frozensets(st.integers(0, 2**32 - 1), max_size=60)
LONG = (
    "Tafel 5 - mbo\n- Linde Hendriks belt elke maandag alle ouders van haar eigen klas.\n"
    "- Daarna spreekt Karim met de bedrijven in de haven over plekken voor de stage van volgend jaar.\n"
    "- Wie betaalt eigenlijk de bus naar het bedrijf als de school dat zelf niet meer kan doen?\n"
)


@given(HASHES, st.text(max_size=8))
def test_what_is_veiled_is_turned_back_with_the_secret_alone(hashes: frozenset[int], secret: str) -> None:
    veiled = veil(hashes, secret)

    assert len(veiled) == len(hashes)
    assert unveil(veiled, secret) == hashes


@given(HASHES, HASHES)
def test_two_share_as_much_veiled_as_plain(one: frozenset[int], other: frozenset[int]) -> None:
    assert veil(one, "s") & veil(other, "s") == veil(one & other, "s")


def test_another_secret_veils_otherwise_and_the_same_one_everywhere_alike() -> None:
    hashes = frozenset(range(1000))

    assert len(veil(hashes, "a") & veil(hashes, "b")) < 3
    assert len(veil(hashes, "a") & hashes) < 3
    assert sorted(veil({0, 1, 2}, "geheim")) == [2579237054, 2690948552, 3119567393]


def stored(into: Path) -> set[int]:
    """Every hash of words in the database."""
    with Store(into / FILE) as store:
        blobs = store.rows("SELECT shingles FROM fingerprints")
        sketched = {row[0] for row in store.rows("SELECT hash FROM sketches")}
    return sketched.union(*(np.frombuffer(row[0], dtype="<u4").tolist() for row in blobs))


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    note = tmp_path / "avond" / "tafel5.txt"
    note.parent.mkdir()
    note.write_text(LONG, encoding="utf-8")
    assert call(monkeypatch, "add", note, "--into", tmp_path / "uit", "--embedder", "dutch_fast") == 0
    return tmp_path / "uit"


def test_words_of_a_note_with_the_names_in_them_are_not_found_in_the_database(added: Path) -> None:
    plain = shingles_of([LONG])

    assert len(plain) > 30
    assert not plain & stored(added)
    secret = KeyFile(key_path(added)).secret
    assert unveil(stored(added), secret) == plain


def test_a_database_of_before_is_veiled_at_the_next_add_and_knows_its_copies(
    added: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = shingles_of([LONG])
    db = sqlite3.connect(added / FILE)
    blob = np.array(sorted(plain), dtype="<u4").tobytes()
    db.execute("UPDATE fingerprints SET shingles = ?", (blob,))
    db.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    db.execute("DELETE FROM meta WHERE key = 'fingerprints'")
    db.commit()
    db.close()
    note = added.parent / "avond" / "tafel5.txt"
    # The one that was added is gone: of it only what the database holds is known.
    note.unlink()
    copy = note.with_name("nog eens.txt")
    copy.write_text(LONG.replace("elke maandag", "iedere maandag"), encoding="utf-8")

    assert call(monkeypatch, "add", copy, "--into", added, "--embedder", "dutch_fast") in (0, 3)

    assert not plain & stored(added)
    data = b"".join(path.read_bytes() for path in added.glob(f"{FILE}*"))
    assert blob[:24] not in data
    with Store(added / FILE) as store:
        ids = [row[0] for row in store.rows("SELECT id FROM sources ORDER BY status")]
        statuses = [row[0] for row in store.rows("SELECT status FROM sources ORDER BY status")]
        secret = KeyFile(key_path(added)).secret
        kept = [shingles for id_ in ids for _, shingles in fingerprints_of(store, id_, secret=secret)]
    assert statuses == ["read", "skipped"]
    assert plain in kept
