"""How often table, sector, theme, date, place, school and author of a note are read right. Run by hand.

Usage: python tests/benchmarks/note_heads.py [dev|test|fresh] [-v]

``note_heads.jsonl`` holds a path and the first lines of invented notes, messy on purpose, and what a careful
person would fill in. The rules were made while looking at all three parts; the first time, ``test`` scored
(of 45) table 39, sector 35, theme 27, date 42, ``fresh`` (of 60) 52, 38, 36, 51. A theme counts where one of
the two holds the other.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from notemine.ingest import read_sources

GOLD = Path(__file__).parent / "note_heads.jsonl"


def plain(value: object) -> str:
    """As it is compared."""
    return " ".join(str(value or "").lower().replace("’", "'").split())


def is_right(key: str, got: str, wanted: str) -> bool:
    """Whether a value is the one a person would fill in."""
    got, wanted = plain(got), plain(wanted)
    return got == wanted or (key == "theme" and bool(got and wanted) and (got in wanted or wanted in got))


def main() -> None:
    """Write each note into a folder of its own and read it."""
    part = next((a for a in sys.argv[1:] if not a.startswith("-")), "")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    right, total = Counter[str](), 0
    for row in (row for row in rows if part in ("", row["part"])):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / row["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(row["text"], encoding="utf-8")
            (note, *_) = read_sources([Path(folder) / row["path"].partition("/")[0]]).notes
        event = note.event
        got = {"date": str(event.held_on or ""), "place": event.place}
        got |= {key: getattr(note, key) for key in ("table", "sector", "theme", "school", "author")}
        total += 1
        for key, wanted in row["gold"].items():
            right[key] += is_right(key, got[key], wanted)
            if "-v" in sys.argv and not is_right(key, got[key], wanted):
                print(f"{key:7}{row['path']!r}: {got[key]!r}, not {wanted!r}")
    print(", ".join(f"{key} {n} of {total}" for key, n in right.items()))


if __name__ == "__main__":
    main()
