"""Compare the shipped encoder with PyTorch's, and time both shipped encoders on sentences of twelve words.

Usage: check.py WORK_DIR ENCODER.pt
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
import time
from pathlib import Path

import numpy as np
import torch
from model import encode, load_trained

from notemine.embed.artefact import SIDES, read_arrays
from notemine.embed.transformer import Transformer
from notemine.embed.word_table import WordTable
from notemine.vectors import unit_rows

N_WORDS, N_TEXTS, N_FAST = 12, 1000, 20_000


def main(work_dir: Path, weights: Path) -> None:
    """Print nearness to PyTorch's vectors, and sentences a second on one core."""
    raw = (work_dir / "raw.txt").read_text(encoding="utf8").splitlines()
    texts = [" ".join(text.split()[:N_WORDS]) for text in raw if len(text.split()) >= N_WORDS]
    encoder, cutter = load_trained(work_dir, weights)
    started = time.perf_counter()
    shipped = Transformer(read_arrays("transformer"))
    print(f"loaded in {time.perf_counter() - started:.2f} s")
    cut = [cutter.cut(text) for text in texts[:N_TEXTS]]
    for number, side in enumerate(SIDES):
        started = time.perf_counter()
        rows = shipped.encode(cut, side=number)
        seconds = time.perf_counter() - started
        cosines = (unit_rows(rows) * encode(encoder, cut, side)).sum(axis=1)
        print(
            f"{side}: {len(cut) / seconds:.0f} sentences/s of {np.mean([len(c) for c in cut]):.1f} pieces;"
            f" cosine with PyTorch {cosines.mean():.4f}, least {cosines.min():.4f}"
        )
    table = WordTable(read_arrays("table"))
    started = time.perf_counter()
    table.encode(texts[:N_FAST], side=0)
    print(f"table: {N_FAST / (time.perf_counter() - started):.0f} sentences/s")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main(*map(Path, sys.argv[1:3]))
