"""Starts notemine in processes that can be killed or starved, and looks at what they leave behind.

A process is a fork of this one, in which everything is loaded, so that a run of a small workspace takes a
second and hundreds of them can be disturbed.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path

from tests.workspace.evenings import ZWOLLE, write_notes

# Without the manifest, which holds the time, and the database, whose pages may lie otherwise.
OUTPUTS = ("rapport.html", "plan.md", "vragen.csv", "nalopen.csv", "onderwerpen.csv", "resultaat.json")
TOPICS = ".notemine/onderwerpen.json"
DATABASE = "notemine.db"
_ears: dict[int, int] = {}


@contextmanager
def workplace() -> Iterator[Path]:
    """A folder with notes, and a workspace to which those of the first evening were added."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        write_notes(place / "notities")
        _load(place)
        finish("run", place / "notities" / ZWOLLE, "--into", place / "begin")
        yield place


def _load(place: Path) -> None:
    """Load in this process what every run needs."""
    from notemine.cli.app import app

    notes = str(place / "notities" / ZWOLLE)
    into = str(place / "warm")
    with redirect_stdout(StringIO()):
        app(["run", notes, "--into", into, "--embedder", "dutch_fast"], standalone_mode=False)


def start(*arguments: object, before: Callable[[], None] = lambda: None) -> int:
    """Start ``notemine`` with the fast encoder, after ``before``; the id of its process, for ``wait``."""
    sys.stdout.flush()
    ear, mouth = os.pipe()
    process = os.fork()
    if process:
        os.close(mouth)
        _ears[process] = ear
        return process
    code = 99
    try:
        os.dup2(mouth, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        before()
        code = _main([*map(str, arguments), "--embedder", "dutch_fast"])
    finally:
        os._exit(code)


def _main(arguments: list[str]) -> int:
    from notemine.cli import main

    sys.argv = ["notemine", *arguments]
    try:
        main()
    except SystemExit as stopped:
        sys.stderr.flush()
        return int(stopped.code or 0)
    return 0


def wait(process: int) -> tuple[int, str]:
    """Wait for a process: its exit code (negative for a signal), and what it said."""
    with os.fdopen(_ears.pop(process), encoding="utf-8") as ear:
        said = ear.read()
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), said


def stop_after(seconds: float, process: int, how: signal.Signals) -> bool:
    """Send a signal to a process after some time; False if it was done before."""
    time.sleep(seconds)
    # Until it is waited for, its id is its own.
    os.kill(process, how)
    return wait(process)[0] != 0


def finish(*arguments: object) -> None:
    """Run ``notemine`` to its end, which must be good."""
    code, said = wait(start(*arguments))
    if code != 0:
        raise AssertionError(f"{arguments}: exit {code}: {said}")


def fresh(place: Path, name: str) -> Path:
    """A copy of the workspace to begin with, and of its key."""
    into = place / name
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(place / "begin", into)
    shutil.copy(place / "begin.key.json", place / f"{name}.key.json")
    return into


def outputs(into: Path) -> dict[str, bytes]:
    """What a run wrote."""
    return {name: (into / name).read_bytes() for name in (*OUTPUTS, TOPICS)}


def n_notes(into: Path) -> int:
    """Notes that are stored."""
    db = sqlite3.connect(f"file:{into / DATABASE}?mode=ro", uri=True)
    try:
        return int(db.execute("SELECT count(*) FROM notes").fetchone()[0])
    finally:
        db.close()


def faults(into: Path) -> list[str]:
    """What is wrong with a workspace."""
    from notemine.workspace.name_key import key_path, read_key

    db = sqlite3.connect(into / DATABASE)
    try:
        found = [row[0] for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"no parent: {row}" for row in db.execute("PRAGMA foreign_key_check")]
        db.execute("INSERT INTO segments_fts (segments_fts) VALUES ('integrity-check')")
        texts = [row[0] for row in db.execute("SELECT text FROM notes")]
    finally:
        db.close()
    known = {person.pseudonym for person in read_key(key_path(into)).people}
    used = {name for text in texts for name in re.findall(r"Deelnemer \d+", text)}
    return [*found, *(f"no key: {name}" for name in sorted(used - known))]
