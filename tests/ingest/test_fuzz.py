from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz import watch
from tests.fuzz.fuzz import run
from tests.fuzz.seeds import make_seeds
from tests.fuzz.watch import all_suffixes, file_of

N_FILES = 224


def test_broken_files_of_every_kind_give_notes_or_a_named_cause_and_touch_nothing(tmp_path: Path) -> None:
    # A machine that is busy with other things is no fault of the readers.
    outcomes = list(run(range(N_FILES), 1, n_workers=1, folder=str(tmp_path), max_seconds=60))

    faults = [(one.index, one.name, one.fault, one.detail) for one in outcomes if one.fault]
    assert faults == []
    assert len(outcomes) == N_FILES
    assert {Path(one.name).suffix for one in outcomes} == set(all_suffixes())
    assert sum(one.n_notes > 0 for one in outcomes) > N_FILES / 4
    assert list(tmp_path.iterdir()) == []


def test_the_same_seed_breaks_files_the_same_way() -> None:
    one, other = make_seeds(), make_seeds()

    broken = [[file_of(2, i, seeds, all_suffixes()) for i in range(60)] for seeds in (one, other)]

    assert one == other
    assert broken[0] == broken[1]
    assert broken[0] != [file_of(3, i, one, all_suffixes()) for i in range(60)]


def _hang(path: Path) -> None:
    while True:
        path.stat()


@pytest.mark.parametrize(
    ("reader", "fault"),
    [
        (lambda path: 1 / 0, "traceback"),
        (lambda path: bytes(10**18), "memory"),
        (_hang, "hang"),
    ],
    ids=["raises", "fills the memory", "hangs"],
)
def test_what_no_reader_may_do_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reader: Callable[[Path], object], fault: str
) -> None:
    (tmp_path / "t.txt").write_text("hoe?", encoding="utf-8")
    monkeypatch.setattr("notemine.ingest.reading._bytes_of", lambda source: reader(source.path))
    before = signal.signal(signal.SIGALRM, watch.stop)

    outcome = watch.read(tmp_path / "t.txt", 0, watch.Watch(), max_seconds=1)

    signal.signal(signal.SIGALRM, before)
    assert outcome.fault == fault


@pytest.mark.parametrize(
    ("event", "args", "is_seen"),
    [
        ("open", ("uit.txt", "wb", 0), True),
        ("open", ("uit.txt", None, os.O_WRONLY | os.O_CREAT), True),
        ("open", ("in.txt", "rb", 0), False),
        ("os.mkdir", ("uit", 511, -1), True),
        ("socket.connect", ("s", "example.org"), True),
    ],
)
def test_what_is_written_or_sent_is_seen(event: str, args: tuple[object, ...], is_seen: bool) -> None:
    own = watch.Watch(is_on=True)

    own.hook(event, args)

    assert bool(own.seen) == is_seen
