"""Let the sentence encoder encode what the word table learns from.

Usage: label.py DATA_DIR WRITTEN_DIR WORK_DIR ENCODER.pt [N]

Writes ``targets-text`` and ``targets-question`` (.txt, a text a line; .npy, its vector in float16): the raw
sentences and everything written as texts; questions, each also as another hand would write it, as questions.
"""

import random
import sys
from pathlib import Path

import numpy as np
import torch
from data import noisy, split_wordings
from model import encode, load_trained

N_NOISY = 3


def main(data_dir: Path, written: Path, work_dir: Path, weights: Path, n_raw: int = 240_000) -> None:
    """Encode both sides."""
    torch.set_num_threads(2)
    encoder, cutter = load_trained(work_dir, weights)
    raw = (work_dir / "raw.txt").read_text(encoding="utf8").splitlines()[:n_raw]
    wordings, _ = split_wordings(data_dir, written)
    rng = random.Random(0)
    asked = [w.text for w in wordings if w.group]
    asked += [noisy(text, rng) for _ in range(N_NOISY) for text in asked]
    asked += [text for text in raw if text.endswith("?")]
    for side, texts in (("text", raw + [w.text for w in wordings]), ("question", asked)):
        texts = sorted(set(texts))
        rows = encode(encoder, [cutter.cut(text) for text in texts], side)
        (work_dir / f"targets-{side}.txt").write_text("\n".join(texts) + "\n", encoding="utf8")
        np.save(work_dir / f"targets-{side}.npy", rows.astype(np.float16))
        print(side, len(texts), flush=True)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]), *map(int, sys.argv[5:]))
