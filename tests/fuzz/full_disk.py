"""Runs notemine where no file may grow beyond some size, as on a full disk, and looks at what is left.

    python -m tests.fuzz.full_disk

For each bound, a run that adds notes to a workspace must end well, or end with exit 1 and one line that says
what is wrong; what was stored before is there still; and with room again, a run ends with the bytes of one
that never lacked any.
"""

from __future__ import annotations

import argparse
import resource
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.fuzz.kill import undisturbed
from tests.fuzz.workplace import faults, finish, fresh, n_notes, outputs, start, wait, workplace
from tests.workspace.evenings import BREDA


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kilobytes", type=int, nargs="+", default=[0, 1, 2, 4, 6, *range(8, 400, 8)])
    with workplace() as place:
        counts = starve(place, parser.parse_args().kilobytes)
    for name, count in sorted(counts.items()):
        print(f"{count:>4}  {name}")
    if any(name.startswith("WRONG") for name in counts):
        raise SystemExit(1)


def starve(place: Path, bounds: list[int]) -> Counter[str]:
    """Count how runs end under bounds on the size of a file, in kilobytes."""
    counts: Counter[str] = Counter()
    ran = ("run", place / "notities" / BREDA)
    allowed, _ = undisturbed(place, ran)
    for kilobytes in bounds:
        into = fresh(place, "vol")
        n_before = n_notes(into)
        code, said = wait(start(*ran, "--into", into, before=_bound(kilobytes * 1024)))
        is_clear = code == 1 and said.startswith("fout: ") and len(said.splitlines()) == 1
        counts["enough room" if code == 0 else said.strip().replace(str(place), "...")] += 1
        if code != 0 and not is_clear:
            counts[f"WRONG: exit {code}: {said}"] += 1
        if faults(into) or n_notes(into) < n_before:
            counts["WRONG: something stored is gone"] += 1
        finish(*ran, "--into", into)
        if outputs(into) not in allowed:
            counts["WRONG: other bytes"] += 1
    return counts


def _bound(n_bytes: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, n_bytes))


if __name__ == "__main__":
    main()
