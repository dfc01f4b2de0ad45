"""Read thousands of broken files; each must give notes or a named cause, in time, and touch nothing.

Usage: OPENBLAS_NUM_THREADS=1 python tests/fuzz/fuzz.py --files 10000 --seed 0 [--workers 2] [--json FILE]

The files are made from whole ones of every kind (``seeds.py``) by breaking them (``mutators.py``,
``zip_mutators.py``): the same ones for the same seed. They are read in processes of their own with 2 GB of
memory, 10 seconds a file, no network and an eye on everything that is opened for writing (``watch.py``).
Prints a table, one line a format; exits with 1 if a file failed. What failed is kept in a folder that is
named; ``--only 4212`` makes and reads one file again.
Not run with the tests; ``tests/ingest/test_fuzz.py`` reads a few hundred of these files.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from multiprocessing import connection, get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from tests.fuzz.seeds import make_seeds  # noqa: E402 - of this checkout, wherever it is run from
from tests.fuzz.watch import MAX_SECONDS, Outcome, serve  # noqa: E402

# Native code hears no alarm: some seconds later its process is ended.
_GRACE, _START = 8, 120


class Worker:
    """A process that reads, started again where a file ends it."""

    def __init__(self, seed: int, seeds: dict[str, bytes], folder: str, max_seconds: int) -> None:
        self._args = (seed, seeds, folder, max_seconds)
        self.index = -1
        self.deadline = 0.0
        self.start()

    def start(self) -> None:
        context = get_context("spawn")
        self.channel, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, *self._args), daemon=True)
        self._process.start()
        theirs.close()
        if not self.channel.poll(_START) or self.channel.recv() != "ready":
            raise RuntimeError("a process that reads does not start")

    def give(self, index: int | None) -> None:
        self.channel.send(index)
        self.index = -1 if index is None else index
        self.deadline = time.monotonic() + self._args[-1] + _GRACE

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self.channel.close()

    def take(self) -> Outcome:
        """What came of the file that was given; the process is a new one if that ended or hung it."""
        fault = "hang"
        try:
            if self.channel.poll():
                outcome: Outcome = self.channel.recv()
                return outcome
        except EOFError:
            fault = "crash"
        self.stop()
        code = self._process.exitcode
        self.start()
        return Outcome(index=self.index, name="", fault=fault, detail=f"the process ended with {code}")


def run(
    indices: Sequence[int], seed: int, *, n_workers: int, folder: str, max_seconds: int = MAX_SECONDS
) -> Iterator[Outcome]:
    """Read the files with these numbers, in no fixed order."""
    seeds = make_seeds()
    workers = [Worker(seed, seeds, folder, max_seconds) for _ in range(min(n_workers, len(indices)))]
    waiting = iter(indices)
    for worker in workers:
        worker.give(next(waiting))
    busy = list(workers)
    while busy:
        timeout = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = connection.wait([worker.channel for worker in busy], timeout)
        for worker in list(busy):
            if worker.channel not in ready and time.monotonic() < worker.deadline:
                continue
            yield worker.take()
            index = next(waiting, None)
            worker.give(index)
            if index is None:
                busy.remove(worker)
    for worker in workers:
        worker.stop()


def table_of(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    """A row a suffix: files, files read, notes, causes, faults, the longest time."""
    by_suffix = defaultdict(list)
    for one in outcomes:
        by_suffix[Path(one.name).suffix or "(none)"].append(one)
    return [
        {
            "format": suffix,
            "files": len(own),
            "read": sum(one.n_notes > 0 for one in own),
            "notes": sum(one.n_notes for one in own),
            "causes": sum(len(one.causes) for one in own),
            "kinds": len({cause for one in own for cause in one.causes}),
            **{fault: sum(one.fault == fault for one in own) for fault in FAULTS},
            "max s": round(max(one.seconds for one in own), 2),
        }
        for suffix, own in [*sorted(by_suffix.items()), ("all", list(outcomes))]
    ]


FAULTS = ("traceback", "hang", "memory", "crash", "side effect", "bad note")


def main() -> int:
    """Read, print, and say whether all went well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int, help="number of one file to read again")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="notemine-fuzz-")
    started = time.perf_counter()
    indices = [args.only] if args.only is not None else range(args.files)
    outcomes = sorted(
        run(indices, args.seed, n_workers=args.workers, folder=folder), key=lambda one: one.index
    )
    rows = table_of(outcomes)
    print("  ".join(f"{key:>9}" for key in rows[0]))
    for row in rows:
        print("  ".join(f"{value:>9}" for value in row.values()))
    faults = [one for one in outcomes if one.fault]
    for (fault, detail), count in Counter((one.fault, one.detail) for one in faults).most_common(20):
        numbers = [one.index for one in faults if (one.fault, one.detail) == (fault, detail)]
        print(f"\n{count} x {fault}, files {numbers[:5]}\n{detail.strip()}")
    peak = max(one.peak for one in outcomes) / 1e6
    print(f"\n{len(outcomes)} files in {time.perf_counter() - started:.0f} s; at most {peak:.0f} MB")
    if args.json:
        args.json.write_text(
            json.dumps({"seed": args.seed, "table": rows, "faults": list(map(asdict, faults))})
        )
    if faults:
        print(f"{len(faults)} failed; they are kept in {folder}")
        return 1
    Path(folder).rmdir()
    return 0


if __name__ == "__main__":
    sys.exit(main())
