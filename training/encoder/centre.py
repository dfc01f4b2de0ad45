"""What taking the mean off the teachers' vectors costs: Spearman on the development pairs.

Usage: centre.py DATA_DIR WORK_DIR
"""

import sys
from pathlib import Path

import numpy as np
from batches import unit
from data import read_pairs
from scipy.stats import spearmanr
from teach import e5_vectors, use_vectors


def main(data_dir: Path, work_dir: Path) -> None:
    """Print each teacher as it is and centred, and both centred together."""
    pairs = read_pairs(data_dir / "sts")
    mean = {
        name: unit(np.load(work_dir / f"{name}.npy").astype(np.float32)).mean(0) for name in ("e5", "use")
    }
    for part in ("sts dev", "sick dev"):
        left, right, gold = (list(column) for column in zip(*pairs[part], strict=True))
        cosines = {}
        for name, encode in (("e5", lambda t: e5_vectors(t, work_dir)), ("use", use_vectors)):
            a, b = (unit(encode(texts).astype(np.float32)) for texts in (left, right))
            cosines[name] = (a * b).sum(1)
            cosines[f"{name} centred"] = (unit(a - mean[name]) * unit(b - mean[name])).sum(1)
        cosines["both centred"] = cosines["e5 centred"] + cosines["use centred"]
        print(part, {name: round(float(spearmanr(c, gold)[0]), 3) for name, c in cosines.items()}, flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
