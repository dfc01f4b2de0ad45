"""What sources have to do with one another: a change in one is a change in all that it is tied to.

Notes of one event share their pseudonyms, a folder agrees on its date, of two copies one is kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.ingest.copies import MIN_SHARED, enough_of, sketch_of
from notemine.workspace.schema import FINGERPRINTS, PLAIN
from notemine.workspace.store import Store
from notemine.workspace.veil import unveil, veil

if TYPE_CHECKING:
    from notemine.ingest.reading import Contents


def tie(kind: str, value: str, *, secret: str) -> str:
    """A key that two sources share which have the same folder, event or content; folders may bear names."""
    return hashlib.blake2b(f"{kind}\x1f{value}".encode(), key=secret.encode(), digest_size=16).hexdigest()


def tied_to(store: Store, ids: Iterable[str], keys: Iterable[str]) -> set[str]:
    """Sources that share a tie with some sources in the store, or have one of ``keys``."""
    own = store.rows_in("SELECT key FROM ties WHERE source_id IN ({})", sorted(ids))
    every = sorted({*(row[0] for row in own), *keys})
    return {row[0] for row in store.rows_in("SELECT source_id FROM ties WHERE key IN ({})", every)}


def nearly_same(store: Store, ids: Iterable[str], contents: Iterable[Contents], *, secret: str) -> set[str]:
    """Sources in the store with nearly the words of some sources there, or of what was read just now."""
    kept = store.rows_in("SELECT shingles FROM fingerprints WHERE source_id IN ({})", sorted(ids))
    # Compared as they are stored, veiled.
    every = [_shingles(row[0]) for row in kept] + [veil(one.shingles, secret) for one in contents]
    found: set[str] = set()
    for own in set(every) - {frozenset()}:
        sketch = sketch_of(own)
        others = store.rows(
            "SELECT f.source_id, f.shingles FROM sketches AS s "
            "JOIN fingerprints AS f ON f.id = s.fingerprint_id "
            f"WHERE s.hash IN ({','.join('?' * len(sketch))}) AND length(f.shingles) BETWEEN ? AND ? "
            "GROUP BY f.id HAVING count(*) >= ?",
            (*sketch, *_sizes(len(own)), enough_of(sketch)),
        )
        for source_id, blob in others:
            other = _shingles(blob)
            if len(own & other) >= MIN_SHARED * len(own | other):
                found.add(source_id)
    return found


def write_ties(
    store: Store, source_id: str, keys: Iterable[str], contents: Sequence[Contents], *, secret: str
) -> None:
    """Write what a source is tied by, inside a transaction."""
    store.execute_many("INSERT INTO ties VALUES (?, ?)", ((source_id, key) for key in sorted(set(keys))))
    for one in contents:
        shingles = veil(one.shingles, secret)
        row = (source_id, one.sha256, _blob(shingles))
        store.execute("INSERT INTO fingerprints (source_id, sha256, shingles) VALUES (?, ?, ?)", row)
        ((number,),) = store.rows("SELECT last_insert_rowid()")
        _write_sketch(store, number, shingles)


def veil_fingerprints(store: Store, *, secret: str) -> None:
    """Veil what a version wrote that did not yet; once."""
    if store.meta(FINGERPRINTS) != PLAIN:
        return
    with store.transaction():
        store.execute("DELETE FROM sketches")
        for number, blob in store.rows("SELECT id, shingles FROM fingerprints ORDER BY id"):
            shingles = veil(_shingles(blob), secret)
            store.execute("UPDATE fingerprints SET shingles = ? WHERE id = ?", (_blob(shingles), number))
            _write_sketch(store, number, shingles)
        store.set_meta(FINGERPRINTS, "veiled")


def fingerprints_of(store: Store, source_id: str, *, secret: str) -> list[tuple[str, frozenset[int]]]:
    """Hash and shingles of each content of a source."""
    rows = store.rows(
        "SELECT sha256, shingles FROM fingerprints WHERE source_id = ? ORDER BY id", (source_id,)
    )
    return [(sha256, unveil(_shingles(blob), secret)) for sha256, blob in rows]


def _write_sketch(store: Store, number: int, shingles: frozenset[int]) -> None:
    store.execute_many(
        "INSERT INTO sketches VALUES (?, ?)", ((hash_, number) for hash_ in sketch_of(shingles))
    )


def _sizes(n_shingles: int) -> tuple[int, int]:
    """The least and the most bytes of something that can be a copy."""
    return int(4 * n_shingles * MIN_SHARED), int(4 * n_shingles / MIN_SHARED) + 1


def _blob(shingles: Iterable[int]) -> bytes:
    return np.array(sorted(shingles), dtype="<u4").tobytes()


def _shingles(blob: bytes) -> frozenset[int]:
    return frozenset(np.frombuffer(blob, dtype="<u4").tolist())
