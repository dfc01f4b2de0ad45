"""Find the word pieces of the encoder that Dutch text is cut into; the teacher keeps only these.

Usage: pieces.py DATA_DIR WORK_DIR

Reads ``raw/*.txt.gz`` and ``train.jsonl``; writes ``pieces.json``.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

from e5 import SPACE, read_file

TOKEN = re.compile(r"\w+|[^\w\s]")
MIN_COUNT = 3
SPECIAL = (0, 1, 2, 3)  # start, filling, end, unknown
# A teacher must know every letter and mark of European text.
LETTERS = [chr(i) for i in range(33, 592)]


def count_words(data_dir: Path, work_dir: Path) -> Counter[str]:
    """Count the words of the raw texts and the treebank."""
    words = Counter(LETTERS * MIN_COUNT)
    for path in sorted((data_dir / "raw").glob("*.txt.gz")):
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                words.update(TOKEN.findall(line))
    with (work_dir / "train.jsonl").open(encoding="utf8") as lines:
        for line in lines:
            words.update(json.loads(line)["words"])
    return words


def main(data_dir: Path, work_dir: Path) -> None:
    """Write the numbers of the pieces, in order."""
    _, tokenizer, _ = read_file()
    counts: Counter[int] = Counter()
    for word, count in count_words(data_dir, work_dir).items():
        for form in (SPACE + word, word):
            for piece in tokenizer.encode(form).ids:
                counts[piece] += count
    kept = sorted({*SPECIAL, *(piece for piece, count in counts.items() if count >= MIN_COUNT)})
    (work_dir / "pieces.json").write_text(json.dumps(kept))
    print(f"{len(kept)} of {tokenizer.get_vocab_size()} pieces")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
