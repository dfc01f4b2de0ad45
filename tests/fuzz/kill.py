"""Kills notemine at random moments and looks whether the workspace is sound and the next run ends the same.

    python -m tests.fuzz.kill --kills 200

One round is a workspace with some notes in it, to which others are added (``add``) or mined (``run``) by a
process that gets SIGKILL after a random time; several kills in a row may fall on one workspace before a run
is left to finish. After each kill the database must be whole, each pseudonym in it must have its key, and
when a run finishes at last, its outputs must be those of a run that nobody disturbed, byte by byte.
"""

from __future__ import annotations

import argparse
import random
import signal
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.workplace import faults, finish, fresh, n_notes, outputs, start, stop_after, workplace
from tests.workspace.evenings import BREDA

MAX_KILLS_IN_A_ROW = 4
# One in five is a Ctrl-C.
SIGNALS = (*[signal.SIGKILL] * 4, signal.SIGINT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    began = time.monotonic()
    with workplace() as place:
        counts = kill_many(place, n_kills=arguments.kills, chance=random.Random(arguments.seed))
    for name, count in sorted(counts.items()):
        print(f"{name:<34} {count}")
    print(f"{'seconds':<34} {time.monotonic() - began:.0f}")
    if counts["workspaces unsound"] or counts["other bytes"]:
        raise SystemExit(1)


def kill_many(place: Path, *, n_kills: int, chance: random.Random) -> Counter[str]:
    """Count what became of ``n_kills`` kills."""
    counts: Counter[str] = Counter({"workspaces unsound": 0, "other bytes": 0})
    added = ("add", place / "notities" / BREDA)
    ran = ("run", place / "notities" / BREDA)
    allowed, seconds = undisturbed(place, ran)
    takes = {added: undisturbed_add(place, added), ran: seconds}
    while counts["kills"] < n_kills:
        into = fresh(place, "werk")
        n_before = n_notes(into)
        for _ in range(chance.randint(1, MAX_KILLS_IN_A_ROW)):
            command = chance.choice([added, ran])
            process = start(*command, "--into", into)
            how = chance.choice(SIGNALS)
            if not stop_after(chance.uniform(0, takes[command]), process, how):
                counts["done before the kill"] += 1
                continue
            counts["kills" if how is signal.SIGKILL else "interrupts (Ctrl-C)"] += 1
            is_stored = n_notes(into) > n_before
            counts[f"stopped {'after' if is_stored else 'before'} the notes were stored"] += 1
            if wrong := faults(into):
                counts["workspaces unsound"] += 1
                print(wrong)
        finish(*ran, "--into", into)
        counts["runs that went on to the end"] += 1
        counts["other bytes"] += outputs(into) not in allowed
    return counts


def undisturbed(place: Path, command: tuple[object, ...]) -> tuple[list[dict[str, bytes]], float]:
    """Outputs of a run that nobody disturbed and of two more after it, and the seconds that one takes.

    A run says what changed in the topics since the last one, so a second differs from the first; a process
    that is killed when its topics were written counts as the first.
    """
    into = fresh(place, "rust")
    began = time.monotonic()
    finish(*command, "--into", into)
    seconds = time.monotonic() - began
    allowed = [outputs(into)]
    for _ in range(2):
        finish(*command, "--into", into)
        allowed.append(outputs(into))
    return allowed, seconds


def undisturbed_add(place: Path, command: tuple[object, ...]) -> float:
    """The seconds that adding takes."""
    into = fresh(place, "rust")
    began = time.monotonic()
    finish(*command, "--into", into)
    return time.monotonic() - began


if __name__ == "__main__":
    main()
