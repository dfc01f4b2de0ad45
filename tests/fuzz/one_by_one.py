"""Adds the files of a folder one by one, in a random order, and all in one go, and compares what is found.

python -m tests.fuzz.one_by_one corpus/notes --seed 1
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

PSEUDONYM = re.compile(r"\b(deelnemer)[ -]\d+", re.IGNORECASE)
Found = dict[str, list[Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    said = parser.parse_args()
    files = sorted(path for path in said.folder.rglob("*") if path.is_file())
    random.Random(said.seed).shuffle(files)
    with tempfile.TemporaryDirectory() as place:
        for path in files:
            _notemine("add", path, "--into", f"{place}/los")
        _notemine("run", "--refit", "--into", f"{place}/los")
        _notemine("run", said.folder, "--into", f"{place}/alles")
        one_by_one, at_once = (_found(Path(place, into)) for into in ("los", "alles"))
    differing = [name for name, found in one_by_one.items() if found != at_once[name]]
    counts = ", ".join(f"{len(found)} {name}" for name, found in at_once.items())
    print(f"{len(files)} files: {counts}; differing: {', '.join(differing) or 'nothing'}")
    if differing:
        raise SystemExit(1)


def _notemine(*arguments: object) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "notemine", *map(str, arguments)], capture_output=True, text=True
    )
    # 3 says that a file was skipped.
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)


def _found(into: Path) -> Found:
    """What was found, by the end of the file's name, line and text: ids follow the folder that was named."""
    result = json.loads((into / "resultaat.json").read_text(encoding="utf-8"))
    source_of = {note["id"]: Path(note["source"]).name for note in result["notes"]}
    line_of = {s["id"]: (source_of[s["note_id"]], s["line"], _plain(s["text"])) for s in result["segments"]}
    topics = [(t["label"], sorted(line_of[s] for s in t["segment_ids"])) for t in result["topics"]]
    questions = [
        (_plain(q["wording"]), q["status"], sorted(line_of[asked["segment_id"]] for asked in q["asked"]))
        for q in result["questions"]
    ]
    plan = [(item["title"], item["round"], item["table"]) for item in result["plan"]["items"]]
    return {
        "lines": sorted(line_of.values()),
        "topics": sorted(topics),
        "questions": sorted(questions),
        "tables": plan,
    }


def _plain(text: str) -> str:
    return PSEUDONYM.sub(r"\1", text)


if __name__ == "__main__":
    main()
