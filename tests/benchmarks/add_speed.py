"""How long it takes to add one note to a workspace, and how that grows with what is there.

    python -m tests.benchmarks.add_speed --lines 1000 10000 100000

The workspace is filled with lines of the sample corpus in which words were exchanged: events of ten tables
with twenty lines each, read by the light pipeline, which is quicker and leaves the same tables. Then notes
are added by ``notemine add`` with the full one. Each time is that of a new process, start-up and all; beside
the seconds on the clock stand those of the processor, which others on the machine change less.

Columns: the first note added to an event, whose other notes are then tagged anew; the median of three more;
nothing new; a search.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from notemine.cleaning import clean_notes
from notemine.cli.workspace import open_workspace
from notemine.config import Config
from notemine.embed import embed, load_embedder
from notemine.ingest.files import list_files
from notemine.ingest.sources import read_files
from notemine.workspace.update import update

ROOT = Path(__file__).resolve().parent.parent.parent
TABLES, LINES = 10, 20
SECTORS = ("vmbo", "mbo", "havo/vwo")
REPEATS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--embedder", default="dutch_fast")
    arguments = parser.parse_args()
    options = ("--embedder", arguments.embedder)
    writer = Writer(random.Random(0))
    with tempfile.TemporaryDirectory() as folder:
        notes, into = Path(folder) / "notities", Path(folder) / "uit"
        heads = ("first", "cpu", "more", "cpu", "nothing", "cpu", "search", "cpu")
        print(f"{'lines':>8}", *(f"{head:>7}" for head in heads), f"{'MB':>5}")
        n_lines = 0
        for wanted in sorted(arguments.lines):
            while n_lines < wanted:
                n_lines += writer.write_event(notes)
            fill(notes, into, arguments.embedder)
            adds = []
            for _ in range(1 + REPEATS):
                writer.write_table(notes / writer.events[len(writer.events) // 2])
                adds.append(timed("add", notes, "--into", into, *options))
                n_lines += LINES
            more = tuple(median(column) for column in zip(*adds[1:], strict=True))
            nothing = timed("add", notes, "--into", into, *options)
            search = timed("search", "ouders", "--into", into)
            size = (into / "notemine.db").stat().st_size / 1e6
            seconds = [*adds[0], *more, *nothing, *search]
            print(f"{n_lines:>8}", *(f"{one:>7.2f}" for one in seconds), f"{size:>5.0f}", flush=True)


def fill(notes: Path, into: Path, embedder: str) -> None:
    """Add notes with the light pipeline, and encode their lines."""
    config, light = Config(embedder=embedder), Config(embedder=embedder, pipeline="blank")
    with open_workspace(into) as workspace:
        done = update(
            workspace.store,
            workspace.names,
            list_files([notes])[0],
            config=config,
            clean=lambda notes, *, skipped, first: clean_notes(
                notes, light, skipped=skipped, names=workspace.names, first=first
            ),
            read_files=lambda files: read_files(files, settings=config.ingest),
        )
        embed([one.text for one in done.segments], load_embedder(embedder), cache=workspace.store)


def timed(*arguments: object) -> tuple[float, float]:
    """The seconds a command takes in a process of its own, by the clock and of the processor."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from notemine.cli import main; main()", *map(str, arguments)]
    began, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime
    return time.monotonic() - began, cpu


class Writer:
    """Writes notes; no two lines are alike."""

    def __init__(self, chance: random.Random) -> None:
        self.events: list[str] = []
        self._chance = chance
        self._n_tables = 0
        files = [
            path for path in sorted((ROOT / "corpus" / "notes").rglob("*")) if path.suffix in (".md", ".txt")
        ]
        lines = [line.strip("-*• \t") for path in files for line in path.read_text("utf-8").split("\n")]
        self._lines = [line for line in lines if len(line.split()) > 4 and not line.startswith(("#", "|"))]
        self._words = sorted({word for line in self._lines for word in line.split() if word.islower()})

    def write_event(self, notes: Path) -> int:
        """Write the notes of an evening; the number of lines."""
        number = len(self.events)
        name = f"{2000 + number // 200}-{1 + number // 20 % 10:02}-{1 + number % 20:02}-zwolle"
        self.events.append(name)
        for _ in range(TABLES):
            self.write_table(notes / name)
        return TABLES * LINES

    def write_table(self, folder: Path) -> Path:
        """Write the notes of one more table."""
        folder.mkdir(parents=True, exist_ok=True)
        self._n_tables += 1
        number = len(list(folder.iterdir())) + 1
        lines = "".join(f"- {self._line()}\n" for _ in range(LINES))
        path = folder / f"tafel{number}.txt"
        path.write_text(f"Tafel {number} - {SECTORS[number % 3]}\n{lines}", encoding="utf-8")
        return path

    def _line(self) -> str:
        words = self._chance.choice(self._lines).split()
        for _ in range(2):
            words[self._chance.randrange(1, len(words))] = self._chance.choice(self._words)
        return " ".join(words)


if __name__ == "__main__":
    main()
