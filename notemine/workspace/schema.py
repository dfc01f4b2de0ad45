"""The tables of ``notemine.db``, by version; ``docs/workspace.md`` describes them."""

from __future__ import annotations

_FIRST = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE sources (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('read', 'overview', 'skipped')),
        reason TEXT NOT NULL DEFAULT ''
    )""",
    """CREATE TABLE skipped (
        source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        reason TEXT NOT NULL
    )""",
    "CREATE INDEX skipped_source ON skipped (source_id)",
    """CREATE TABLE ties (
        source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        PRIMARY KEY (source_id, key)
    ) WITHOUT ROWID""",
    "CREATE INDEX ties_key ON ties (key)",
    """CREATE TABLE fingerprints (
        id INTEGER PRIMARY KEY,
        source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        shingles BLOB NOT NULL
    )""",
    "CREATE INDEX fingerprints_source ON fingerprints (source_id)",
    """CREATE TABLE sketches (
        hash INTEGER NOT NULL,
        fingerprint_id INTEGER NOT NULL REFERENCES fingerprints (id) ON DELETE CASCADE,
        PRIMARY KEY (hash, fingerprint_id)
    ) WITHOUT ROWID""",
    "CREATE INDEX sketches_fingerprint ON sketches (fingerprint_id)",
    """CREATE TABLE events (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        held_on TEXT,
        place TEXT NOT NULL
    )""",
    """CREATE TABLE notes (
        id TEXT PRIMARY KEY,
        source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        event_id TEXT NOT NULL REFERENCES events (id),
        source TEXT NOT NULL,
        table_name TEXT NOT NULL,
        sector TEXT NOT NULL,
        role TEXT NOT NULL,
        theme TEXT NOT NULL,
        school TEXT NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        unit TEXT NOT NULL,
        is_impression INTEGER NOT NULL,
        encoding TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        metadata_from TEXT NOT NULL,
        line_numbers TEXT NOT NULL,
        speakers TEXT NOT NULL,
        meta_lines TEXT NOT NULL,
        foreign_lines TEXT NOT NULL,
        repeated_lines TEXT NOT NULL,
        edits TEXT NOT NULL
    )""",
    "CREATE INDEX notes_source ON notes (source_id)",
    "CREATE INDEX notes_event ON notes (event_id)",
    """CREATE TABLE segments (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        line INTEGER NOT NULL,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        speaker TEXT NOT NULL,
        heading TEXT NOT NULL,
        lemmas TEXT NOT NULL,
        tags TEXT NOT NULL,
        terms TEXT NOT NULL,
        sensitive TEXT NOT NULL,
        words TEXT NOT NULL
    )""",
    "CREATE INDEX segments_note ON segments (note_id)",
    """CREATE VIRTUAL TABLE segments_fts USING fts5 (
        text, words, content = 'segments', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
    )""",
    """CREATE TRIGGER segments_added AFTER INSERT ON segments BEGIN
        INSERT INTO segments_fts (rowid, text, words) VALUES (new.seq, new.text, new.words);
    END""",
    """CREATE TRIGGER segments_removed AFTER DELETE ON segments BEGIN
        INSERT INTO segments_fts (segments_fts, rowid, text, words)
        VALUES ('delete', old.seq, old.text, old.words);
    END""",
    """CREATE TABLE readings (
        key TEXT PRIMARY KEY,
        pipeline TEXT NOT NULL,
        lemmas TEXT NOT NULL,
        tags TEXT NOT NULL,
        terms TEXT NOT NULL
    ) WITHOUT ROWID""",
    "CREATE TABLE entities (key TEXT PRIMARY KEY, pipeline TEXT NOT NULL, spans TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE vectors (key TEXT PRIMARY KEY, row BLOB NOT NULL)",
)

# Until an update that has the secret veils them.
FINGERPRINTS, PLAIN = "fingerprints", "plain"
_VEILED = (f"INSERT OR REPLACE INTO meta VALUES ('{FINGERPRINTS}', '{PLAIN}')",)

# Statements that bring a database from the version before to the next; a new file has version 0.
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _VEILED)
