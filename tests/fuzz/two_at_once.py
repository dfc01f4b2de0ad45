"""Lets two processes add different notes to one workspace at once; nothing may be lost.

python -m tests.fuzz.two_at_once --pairs 20
"""

from __future__ import annotations

import argparse
import shutil
from collections import Counter
from pathlib import Path

from tests.fuzz.workplace import faults, finish, n_notes, start, wait, workplace
from tests.workspace.evenings import BREDA, NOTES, ZWOLLE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=20)
    with workplace() as place:
        counts = add_in_pairs(place, parser.parse_args().pairs)
    for name, count in sorted(counts.items()):
        print(f"{name:<34} {count}")
    if any(name.startswith("WRONG") for name in counts):
        raise SystemExit(1)


def add_in_pairs(place: Path, n_pairs: int) -> Counter[str]:
    """Count what became of pairs of processes; the second of which may also mine."""
    counts: Counter[str] = Counter()
    events = [place / "notities" / event for event in (ZWOLLE, BREDA)]
    for number in range(n_pairs):
        into = place / "samen"
        shutil.rmtree(into, ignore_errors=True)
        (place / "samen.key.json").unlink(missing_ok=True)
        second = "run" if number % 2 else "add"
        both = [start("add", events[0], "--into", into), start(second, events[1], "--into", into)]
        ended = [wait(process) for process in both]
        counts["pairs"] += 1
        counts["one waited and said so"] += sum("ik wacht tot die klaar is" in said for _, said in ended) == 1
        if [code for code, _ in ended] != [0, 0]:
            counts[f"WRONG: {ended}"] += 1
        if faults(into) or n_notes(into) != len(NOTES):
            counts["WRONG: something is lost"] += 1
        finish("run", "--into", into)
    return counts


if __name__ == "__main__":
    main()
