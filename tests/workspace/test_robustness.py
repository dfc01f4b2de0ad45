from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from notemine.errors import WriteError
from notemine.workspace.lock import writing_in
from notemine.workspace.store import FILE, Store

ROOT = Path(__file__).resolve().parent.parent.parent
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")


def fuzz(*arguments: str) -> str:
    """Run a fuzzer, which fails if it finds something."""
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@needs_fork
def test_a_kill_leaves_a_sound_workspace_and_the_next_run_ends_with_the_same_bytes() -> None:
    found = fuzz("tests.fuzz.kill", "--kills", "4", "--seed", "3")

    assert re.search(r"^kills +[4-9]$", found, re.MULTILINE)
    assert re.search(r"^workspaces unsound +0$", found, re.MULTILINE)
    assert re.search(r"^other bytes +0$", found, re.MULTILINE)


@needs_fork
def test_on_a_full_disk_the_message_is_clear_and_what_was_stored_is_there() -> None:
    found = fuzz("tests.fuzz.full_disk", "--kilobytes", "0", "4", "100")

    assert "maak ruimte en draai opnieuw: wat er al stond, staat er nog" in found
    assert "WRONG" not in found


@needs_fork
def test_of_two_processes_one_waits_and_nothing_is_lost() -> None:
    found = fuzz("tests.fuzz.two_at_once", "--pairs", "2")

    assert re.search(r"^pairs +2$", found, re.MULTILINE)
    assert "WRONG" not in found


def test_who_cannot_wait_longer_is_told_that_another_is_at_work(tmp_path: Path) -> None:
    told: list[str] = []
    hold = "import sys; from pathlib import Path; from notemine.workspace.lock import writing_in\n"
    hold += "with writing_in(Path(sys.argv[1]), on_wait=print): print('klaar', flush=True); input()"
    holder = subprocess.Popen(
        [sys.executable, "-c", hold, tmp_path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    holder.stdout.readline()

    with (
        pytest.raises(WriteError, match="een andere notemine is hier bezig"),
        writing_in(tmp_path, on_wait=lambda: told.append("wacht"), patience_seconds=0.3),
    ):
        pass
    holder.kill()
    holder.communicate()

    assert told == ["wacht"]
    # The lock died with its process.
    with writing_in(tmp_path, on_wait=lambda: told.append("wacht"), patience_seconds=5):
        pass
    assert told == ["wacht"]


def test_a_full_disk_is_called_that(tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.execute("PRAGMA max_page_count = 60")

        with pytest.raises(WriteError, match=r"notemine\.db: de schijf is vol .* maak ruimte"):
            store.put({str(i): np.zeros(1000, dtype=np.float32) for i in range(999)})

        assert store.rows("SELECT count(*) FROM vectors") == [(0,)]


def test_while_another_writes_reading_goes_on(tmp_path: Path) -> None:
    with Store(tmp_path / FILE) as store:
        store.set_meta("a", "1")
        other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE meta SET value = '2' WHERE key = 'a'")

        seen = store.meta("a")
        other.close()

    assert seen == "1"
