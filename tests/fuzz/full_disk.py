"""Runs notemine where there is no more room than so much, and looks at what is left.

    python -m tests.fuzz.full_disk                      # no file may grow beyond some size
    unshare -rm python -m tests.fuzz.full_disk --disk   # a disk of its own with so much room (Linux)

For each bound, a run that adds notes to a workspace must end well, or end with exit 1 and one line that says
what is wrong; what was stored before is there still; and with room again, a run ends with the bytes of one
that never lacked any.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuzz.kill import undisturbed
from tests.fuzz.workplace import faults, finish, fresh, n_notes, outputs, start, wait, workplace
from tests.workspace.evenings import BREDA

OF_FILES = [0, 1, 2, 4, 6, *range(8, 400, 8)]
OF_DISKS = range(0, 2000, 20)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kilobytes", type=int, nargs="+")
    parser.add_argument(
        "--disk", action="store_true", help="mount a disk with so much room; needs the right to"
    )
    said = parser.parse_args()
    with workplace() as place:
        starve = _on_a_full_disk if said.disk else _with_small_files
        counts = starve_all(place, starve, said.kilobytes or (OF_DISKS if said.disk else OF_FILES))
    for name, count in sorted(counts.items()):
        print(f"{count:>4}  {name}")
    if any(name.startswith("WRONG") for name in counts):
        raise SystemExit(1)


def starve_all(place: Path, starve: Callable[..., Counter[str]], bounds: list[int] | range) -> Counter[str]:
    """Count how runs end under bounds in kilobytes."""
    ran = ("run", place / "notities" / BREDA)
    allowed, _ = undisturbed(place, ran)
    counts: Counter[str] = Counter()
    for kilobytes in bounds:
        counts += starve(place, ran, kilobytes, allowed=allowed)
    return counts


def _with_small_files(
    place: Path, ran: tuple[object, ...], kilobytes: int, *, allowed: list[dict[str, bytes]]
) -> Counter[str]:
    into = fresh(place, "vol")
    n_bytes = kilobytes * 1024
    bound = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))  # noqa: E731
    counts = _starved(place, into, start(*ran, "--into", into, before=bound), n_notes(into))
    return counts + _with_room_again(into, ran, allowed)


def _on_a_full_disk(
    place: Path, ran: tuple[object, ...], kilobytes: int, *, allowed: list[dict[str, bytes]]
) -> Counter[str]:
    with _disk(place / "schijf") as resize:
        into = fresh(place, "schijf/vol")
        n_before = n_notes(into)
        resize(kilobytes)
        counts = _starved(place, into, start(*ran, "--into", into), n_before)
        resize(100_000)
        return counts + _with_room_again(into, ran, allowed)


@contextmanager
def _disk(folder: Path) -> Iterator[Callable[[int], None]]:
    """A disk in memory, and a function that leaves so many kilobytes free on it."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100M", "tmpfs", folder], check=True)

    def resize(kilobytes: int) -> None:
        state = os.statvfs(folder)
        used = (state.f_blocks - state.f_bfree) * state.f_frsize
        size = f"remount,size={used + kilobytes * 1024}"
        subprocess.run(["mount", "-o", size, folder], check=True)

    try:
        yield resize
    finally:
        subprocess.run(["umount", folder], check=True)


def _starved(place: Path, into: Path, process: int, n_before: int) -> Counter[str]:
    """How a run ended that may have lacked room, and what it left."""
    code, said = wait(process)
    counts = Counter({"enough room" if code == 0 else said.strip().replace(str(place), "..."): 1})
    if code != 0 and not (code == 1 and said.startswith("fout: ") and len(said.splitlines()) == 1):
        counts[f"WRONG: exit {code}: {said}"] += 1
    if n_notes(into) < n_before:
        counts["WRONG: something stored is gone"] += 1
    return counts


def _with_room_again(into: Path, ran: tuple[object, ...], allowed: list[dict[str, bytes]]) -> Counter[str]:
    wrong = Counter({f"WRONG: {fault}": 1 for fault in faults(into)})
    finish(*ran, "--into", into)
    return wrong + Counter({"WRONG: other bytes": int(outputs(into) not in allowed)})


if __name__ == "__main__":
    main()
