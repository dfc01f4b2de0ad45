"""Forgets what was kept of texts that are no longer in any note."""

from __future__ import annotations

import json

from notemine.embed.encode import SIDES, vector_key
from notemine.workspace.memories import reading_key
from notemine.workspace.store import Store

_ENCODERS = "encoders"


def remember_encoder(store: Store, name: str) -> None:
    """Note that vectors of this encoder are kept."""
    known = encoders_of(store)
    if name not in known:
        with store.transaction():
            store.set_meta(_ENCODERS, json.dumps(sorted({*known, name})))


def encoders_of(store: Store) -> list[str]:
    """The encoders whose vectors are kept."""
    return list(json.loads(store.meta(_ENCODERS) or "[]"))


def purge(store: Store) -> None:
    """Drop words and vectors of texts that no segment has; what is dropped too many is made again."""
    texts = [row[0] for row in store.rows("SELECT DISTINCT text FROM segments")]
    pipelines = [row[0] for row in store.rows("SELECT DISTINCT pipeline FROM readings")]
    readings = (reading_key(pipeline, text) for pipeline in pipelines for text in texts)
    vectors = (
        vector_key(text, encoder, side) for encoder in encoders_of(store) for side in SIDES for text in texts
    )
    with store.transaction():
        for table, keys in (("readings", readings), ("vectors", vectors)):
            store.execute("CREATE TEMP TABLE kept (key TEXT PRIMARY KEY) WITHOUT ROWID")
            store.execute_many("INSERT OR IGNORE INTO kept VALUES (?)", ((key,) for key in keys))
            store.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT key FROM kept)")
            store.execute("DROP TABLE kept")
        # The index of words keeps those of removed lines until it is merged.
        store.execute("INSERT INTO segments_fts (segments_fts) VALUES ('optimize')")
