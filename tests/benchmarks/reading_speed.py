"""How fast a folder of notes is read, alone and with two processes, and beside plain extraction of text.

Usage: OPENBLAS_NUM_THREADS=1 python tests/benchmarks/reading_speed.py [--files 1000] [--profile]

Writes files of some two pages in every format that is read, of lines of ``corpus/notes``, all different, into
a temporary folder. The peer is what a script of ten lines does: python-docx, pypdf and csv give the text of
the Word files, PDFs and csv files among them, without a word on table, sector, date or who speaks.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from textwrap import wrap
from typing import TypeVar

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)] if str(ROOT) not in sys.path else []

from notemine.ingest import Ingested, read_sources  # noqa: E402 - of this checkout, wherever it is run from
from tests.fuzz.zip_mutators import pack  # noqa: E402
from tests.ingest.writers import WRITERS, write_pdf, write_txt  # noqa: E402

T = TypeVar("T")
N_WORDS = 800
N_PROCESSES = 2
THEMES = ("stage", "ouders", "profielkeuze", "de mentor", "uitval", "het rooster", "geld", "meedoen")


def write_eml(path: Path, lines: Sequence[str]) -> None:
    path.write_text("From: Bo <bo@example.org>\nSubject: " + lines[0] + "\n\n" + "\n".join(lines), "utf8")


def write_zip(path: Path, lines: Sequence[str]) -> None:
    path.write_bytes(pack([(f"{path.stem}.txt", "\n".join(lines).encode())]))


def write_wrapped(path: Path, lines: Sequence[str]) -> None:
    write_pdf(path, [part for line in lines for part in wrap(line, 90)])


ALL_WRITERS: dict[str, Callable[[Path, Sequence[str]], None]] = {
    **WRITERS,
    "pdf": write_wrapped,
    "text": write_txt,
    "eml": write_eml,
    "zip": write_zip,
}


def write_notes(folder: Path, n_files: int) -> int:
    """Write the files, tables in folders of an evening; how many words they hold."""
    notes = read_sources([ROOT / "corpus" / "notes"]).notes
    lines = [(line, i in note.meta_lines) for note in notes for i, line in enumerate(note.text.split("\n"))]
    pool = [line for line, is_meta in lines if len(line.split()) > 3 and not is_meta and "afel" not in line]
    pool = [line.encode("cp1252", "ignore").decode("cp1252").replace('"', "'") for line in pool]
    rng = random.Random(0)
    total = 0
    for i in range(n_files):
        suffix = list(ALL_WRITERS)[i % len(ALL_WRITERS)]
        lines = [f"Tafel {i % 12 + 1} - {rng.choice(THEMES)} ({rng.choice(('vmbo', 'mbo'))})"]
        n_words = 0
        while n_words < N_WORDS:
            lines.append(rng.choice(pool))
            n_words += len(lines[-1].split())
        evening = folder / f"2025-{i // 240 % 12 + 1:02}-18-deventer"
        evening.mkdir(exist_ok=True)
        ALL_WRITERS[suffix](evening / f"tafel {i:04}.{suffix}", lines)
        total += n_words
    return total


def extract(paths: Sequence[Path]) -> int:
    """The peer: the text of the files and nothing else; how many characters."""
    from docx import Document
    from pypdf import PdfReader

    n_chars = 0
    for path in paths:
        if path.suffix == ".docx":
            text = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        elif path.suffix == ".pdf":
            text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
        else:
            with path.open(encoding="utf8", newline="") as file:
                text = "\n".join(" ".join(row) for row in csv.reader(file, delimiter=";"))
        n_chars += len(text)
    return n_chars


def timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def main() -> None:
    """Write, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--profile", action="store_true", help="say where the time goes")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        n_words = write_notes(folder, args.files)
        read_sources(sorted(folder.rglob("*.docx"))[:1])
        if args.profile:
            profile(folder)
            return
        alone, notes = timed(lambda: read_sources([folder]))
        with ProcessPoolExecutor(N_PROCESSES) as executor:
            together, same = timed(lambda: read_sources([folder], executor=executor))
        assert same == notes, "two processes read something else than one"
        assert not notes.skipped, notes.skipped
        some = sorted(path for path in folder.rglob("*") if path.suffix in (".docx", ".pdf", ".csv"))
        ours, _ = timed(lambda: read_sources(some))
        peer, n_chars = timed(lambda: extract(some))
    print(f"{args.files} files, {len(notes.notes)} notes, {n_words} words")
    print(f"one process: {alone:.1f} s, {args.files / alone:.0f} files a second")
    print(f"{N_PROCESSES} processes: {together:.1f} s, {args.files / together:.0f} files a second")
    print(
        f"{len(some)} docx, pdf and csv: {ours:.1f} s, plain extraction {peer:.1f} s ({n_chars} characters)"
    )
    print(f"ratio to plain extraction: {ours / peer:.2f}")


def profile(folder: Path) -> Ingested:
    """Print the functions that take most time."""
    import cProfile
    import pstats

    profiler = cProfile.Profile()
    ingested = profiler.runcall(read_sources, [folder])
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(60)
    return ingested


if __name__ == "__main__":
    main()
