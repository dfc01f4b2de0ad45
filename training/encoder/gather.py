"""Gather the sentences that the teachers encode: raw text, weighed by kind.

Usage: gather.py DATA_DIR WORK_DIR

Reads ``raw/*.txt.gz``; writes ``raw.txt``, a distinct sentence a line, shuffled.
"""

import gzip
import random
import sys
from pathlib import Path

# So many sentences of each file at most: laws and debates are half of all text, and far from notes.
AT_MOST = {
    "boeken": 4000,
    "kamer-be": 24000,
    "laws": 4000,
    "moodle-nl": 8000,
    "ms-docs": 5000,
    "software-docs": 8000,
    "spelteksten": 2000,
    "tatoeba": 40000,
    "tldr": 2000,
    "wetten": 9000,
}
OTHERS_AT_MOST = 18000
N_WORDS = range(3, 31)


def sample(path: Path) -> list[str]:
    """Distinct sentences of a file, drawn without order."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        sentences = sorted({" ".join(line.split()) for line in lines})
    fitting = [s for s in sentences if len(s.split()) in N_WORDS]
    n = min(len(fitting), AT_MOST.get(path.name.partition(".")[0], OTHERS_AT_MOST))
    return random.Random(path.name).sample(fitting, n)


def main(data_dir: Path, work_dir: Path) -> None:
    """Write the sample."""
    texts = sorted({text for path in sorted((data_dir / "raw").glob("*.txt.gz")) for text in sample(path)})
    random.Random(0).shuffle(texts)
    (work_dir / "raw.txt").write_text("\n".join(texts) + "\n", encoding="utf8")
    print(len(texts), "sentences")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
