"""Keeps vectors in a SQLite file, so that a second run encodes only what is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from notemine.errors import ReadError, WriteError
from notemine.vectors import Matrix

MAX_VARIABLES = 500


class VectorStore:
    """A ``VectorCache`` on disk: key (a hash) and float32 blob; holds no text."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError(
                f"{path.parent}: hier kan geen map gemaakt worden ({error.strerror}); kies een andere"
            ) from error
        with self._naming_the_file():
            self._db = sqlite3.connect(path)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("CREATE TABLE IF NOT EXISTS vector (key TEXT PRIMARY KEY, row BLOB NOT NULL)")

    def get(self, keys: Sequence[str]) -> Mapping[str, Matrix]:
        """Vectors of those ``keys`` that are kept."""
        found: dict[str, Matrix] = {}
        with self._naming_the_file():
            for first in range(0, len(keys), MAX_VARIABLES):
                some = keys[first : first + MAX_VARIABLES]
                marks = ",".join("?" * len(some))
                rows = self._db.execute(f"SELECT key, row FROM vector WHERE key IN ({marks})", some)
                found |= {key: np.frombuffer(blob, dtype="<f4") for key, blob in rows}
        return found

    def put(self, vectors: Mapping[str, Matrix]) -> None:
        """Keep ``vectors``, all or none."""
        rows = [(key, np.asarray(row, dtype="<f4").tobytes()) for key, row in vectors.items()]
        with self._naming_the_file(), self._db:
            self._db.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?)", rows)

    @contextmanager
    def _naming_the_file(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise WriteError(
                f"{self._path}: hier kan nu niet gewerkt worden ({error}); kies een andere map of wacht even"
            ) from error
        except sqlite3.DatabaseError as error:
            raise ReadError(
                f"{self._path}: geen bruikbare database ({error}); verwijder het bestand"
            ) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
