"""What leaving out layers or inner units of multilingual-e5-small costs before any training.

Usage: prune.py DATA_DIR WRITTEN_DIR WORK_DIR
"""

import sys
from pathlib import Path

from data import read_pairs, split_wordings
from look import look
from model import load_e5, narrow
from torch import nn

N_LAYERS, N_INNER = 12, 1536
WHOLE = list(range(N_LAYERS))
TRIALS = (
    (WHOLE, N_INNER),
    (WHOLE, 1280),
    (WHOLE, 1152),
    (WHOLE, 1024),
    ([*range(10), 11], N_INNER),
    ([*range(4), *range(5, 10), 11], N_INNER),
    (list(range(10)), N_INNER),
)


def main(data_dir: Path, written: Path, work_dir: Path) -> None:
    """Print a line of scores for each trial."""
    pairs = read_pairs(data_dir / "sts")
    _, apart = split_wordings(data_dir, written)
    raw = (work_dir / "raw.txt").read_text(encoding="utf8").splitlines()[:3000]
    for layers, n_inner in TRIALS:
        encoder, cutter = load_e5(work_dir)
        encoder.encoder.layers = nn.ModuleList(encoder.encoder.layers[i] for i in layers)
        if n_inner < N_INNER:
            narrow(encoder, [cutter.cut(text) for text in raw], n_inner)
        print(layers, n_inner, look(encoder, cutter, data_dir, pairs, apart), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
