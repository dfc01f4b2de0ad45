"""``notemine.db``: what a workspace keeps; one SQLite file, sound whenever the program is stopped."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np

from notemine.dutch.causes import cannot_write
from notemine.errors import NotemineError, ReadError, WriteError
from notemine.vectors import Matrix
from notemine.workspace.schema import MIGRATIONS

FILE = "notemine.db"
OLD_VECTORS = ".notemine/vectors.db"
MAX_VARIABLES = 500
WAIT_SECONDS = 30
VERSION_KEY = "schema_version"


class Store:
    """The database of a workspace; also a ``VectorCache``. Every method leaves it whole."""

    def __init__(self, path: Path | None) -> None:
        """Open a file, and bring it up to date.

        Args:
            path: Made if it is not there; None for a database in memory.

        Raises:
            ReadError: it is no database of notemine, or one of a newer version; it is left as it is.
            WriteError: it cannot be written.
        """
        self._name = str(path or ":memory:")
        if path is not None:
            _make_folder(path.parent)
        with self._naming_the_file():
            self._db = sqlite3.connect(self._name, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            with self._naming_the_file():
                self._db.execute("PRAGMA journal_mode = WAL")
                self._db.execute("PRAGMA synchronous = FULL")
                self._db.execute("PRAGMA foreign_keys = ON")
                # What was taken out is not to be found in the file either.
                self._db.execute("PRAGMA secure_delete = ON")
            self._migrate()
            if path is not None:
                self._take_over_vectors(path.parent / OLD_VECTORS)
        except NotemineError:
            self._db.close()
            raise

    def _migrate(self) -> None:
        version = self._version()
        if version > len(MIGRATIONS):
            raise ReadError(
                f"{self._name}: gemaakt met een nieuwere notemine (schema {version}, deze kent tot en met "
                f"{len(MIGRATIONS)}); werk notemine bij, of kies een andere map"
            )
        if version == len(MIGRATIONS):
            return
        with self.transaction():
            # Another process may have been first.
            for number, statements in enumerate(MIGRATIONS, 1):
                if number > self._version():
                    for statement in statements:
                        self.execute(statement)
                    self.set_meta(VERSION_KEY, str(number))

    def _version(self) -> int:
        names = {row[0] for row in self.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
        written = self.meta(VERSION_KEY) if "meta" in names else "0"
        if not written.isdigit():
            raise ReadError(f"{self._name}: geen bruikbare database (geen schema); {_ADVICE}")
        return int(written)

    def _take_over_vectors(self, path: Path) -> None:
        """Take what an earlier version kept; it is a cache, so one that is broken is left alone."""
        if not path.is_file():
            return
        try:
            old = sqlite3.connect(path)
            try:
                rows = old.execute("SELECT key, row FROM vector").fetchall()
            finally:
                old.close()
        except sqlite3.Error:
            return
        with self.transaction():
            self.execute_many("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
        for file in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
            with suppress(OSError):
                file.unlink(missing_ok=True)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing; waits for another writer."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise

    def execute(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Write something."""
        with self._naming_the_file():
            self._db.execute(statement, values)

    def execute_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Write several rows."""
        with self._naming_the_file():
            self._db.executemany(statement, rows)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Any]:
        """Read something."""
        with self._naming_the_file():
            return self._db.execute(statement, values).fetchall()

    def rows_in(self, statement: str, values: Sequence[Any]) -> list[Any]:
        """Read something for many values: ``{}`` in the statement stands for a list of them."""
        found: list[Any] = []
        for first in range(0, len(values), MAX_VARIABLES):
            some = values[first : first + MAX_VARIABLES]
            found += self.rows(statement.format(",".join("?" * len(some))), some)
        return found

    def meta(self, key: str) -> str:
        """A value of the workspace; empty if it was never set."""
        found = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(found[0][0]) if found else ""

    def set_meta(self, key: str, value: str) -> None:
        """Set a value of the workspace."""
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def get(self, keys: Sequence[str]) -> Mapping[str, Matrix]:
        """Vectors of those ``keys`` that are kept."""
        rows = self.rows_in("SELECT key, row FROM vectors WHERE key IN ({})", keys)
        return {key: np.frombuffer(blob, dtype="<f4") for key, blob in rows}

    def put(self, vectors: Mapping[str, Matrix]) -> None:
        """Keep ``vectors``, all or none."""
        rows = [(key, np.asarray(row, dtype="<f4").tobytes()) for key, row in vectors.items()]
        with self.transaction():
            self.execute_many("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    @contextmanager
    def _naming_the_file(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise named(self._name, error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_ADVICE = (
    "geef het bestand een andere naam en voeg de notities opnieuw toe: "
    "alles wat erin staat kan er weer uit gemaakt worden"
)


def named(path: str, error: sqlite3.Error) -> NotemineError:
    """What went wrong with the file, and what to do."""
    code = getattr(error, "sqlite_errorname", None) or ""
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return WriteError(f"{path}: hier is een andere notemine bezig; wacht tot die klaar is")
    if code.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return WriteError(
            f"{path}: de schijf is vol of niet te beschrijven ({error}); maak ruimte en draai opnieuw: "
            "wat er al stond, staat er nog"
        )
    if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return WriteError(f"{path}: hier kan niet geschreven worden ({error}); kies een andere map")
    return ReadError(f"{path}: geen bruikbare database ({error}); {_ADVICE}")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
