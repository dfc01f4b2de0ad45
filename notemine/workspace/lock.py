"""One writer at a time in a workspace; a lock dies with the process that holds it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from notemine.dutch.causes import cannot_write
from notemine.errors import WriteError
from notemine.workspace.store import named

LOCK = ".notemine/slot"
PATIENCE_SECONDS = 600.0
_PAUSE_SECONDS = 0.1


@contextmanager
def writing_in(
    folder: Path, *, on_wait: Callable[[], None], patience_seconds: float = PATIENCE_SECONDS
) -> Iterator[None]:
    """Be the only one who writes in a workspace.

    The lock is that of SQLite on an empty file, which the system releases when a process is killed, on every
    system.

    Args:
        folder: The workspace; made if it is not there.
        on_wait: Called once if another is at work.
        patience_seconds: How long to wait for it.

    Raises:
        WriteError: another is still at work, or the folder cannot be made.
    """
    path = folder / LOCK
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise named(str(path), error) from error
    except OSError as error:
        raise cannot_write(folder, error) from error
    with closing(db):
        until = time.monotonic() + patience_seconds
        is_told = False
        while not _is_taken(db, path):
            if time.monotonic() > until:
                raise WriteError(f"{folder}: een andere notemine is hier bezig; wacht tot die klaar is")
            if not is_told:
                on_wait()
                is_told = True
            time.sleep(_PAUSE_SECONDS)
        yield


def _is_taken(db: sqlite3.Connection, path: Path) -> bool:
    """Take the lock if it is free."""
    try:
        db.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if (error.sqlite_errorname or "").startswith("SQLITE_BUSY"):
            return False
        raise named(str(path), error) from error
    except sqlite3.DatabaseError as error:
        raise WriteError(f"{path}: is geen slot van notemine ({error}); verwijder het bestand") from error
    return True
