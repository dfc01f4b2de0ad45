"""Train small floret vectors on the raw texts of the data folder.

Usage: train_vectors.py DATA_DIR WORK_DIR
"""

import gzip
import re
import sys
from pathlib import Path

import floret

# Older spelling and the texts of copyleft software (GPL, AGPL, MPL) are left out.
SOURCES = [
    "wetten",
    "laws",
    "kamer-be",
    "wikipedia-sentences",
    "tatoeba",
    "common-voice",
    "onderwijs-teksten",
    "samenvattingen",
    "verenigingen",
    "varia",
    "overheid-docs",
    "covid-voorlichting",
    "standaarden-docs",
    "ms-docs",
    "tldr",
]
TOKEN = re.compile(r"\w+(?:['’\-.]\w+)*|[^\w\s]")
SETTINGS = {
    "model": "cbow",
    "mode": "floret",
    "dim": 64,
    "ws": 3,
    "minn": 4,
    "maxn": 5,
    "bucket": 10_000,
    "hashCount": 2,
    "minCount": 5,
    "epoch": 8,
    "neg": 6,
    "lr": 0.05,
    "thread": 1,
    "verbose": 2,
}


def write_text(data_dir: Path, path: Path) -> int:
    """Write the raw texts tokenised and lower-cased, a sentence a line; return the number of lines."""
    n_lines = 0
    with path.open("w", encoding="utf8") as out:
        for name in SOURCES:
            with gzip.open(data_dir / "raw" / f"{name}.txt.gz", "rt", encoding="utf8") as lines:
                for line in lines:
                    out.write(" ".join(TOKEN.findall(line.lower())) + "\n")
                    n_lines += 1
    return n_lines


if __name__ == "__main__":
    data_dir, work_dir = Path(sys.argv[1]), Path(sys.argv[2])
    work_dir.mkdir(parents=True, exist_ok=True)
    text = work_dir / "raw.txt"
    print(write_text(data_dir, text), "lines")
    floret.train_unsupervised(str(text), **SETTINGS).save_floret_vectors(str(work_dir / "vectors.floret"))
    text.unlink()
