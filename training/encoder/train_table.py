"""Trains the word table on the vectors of the sentence encoder; slow, not part of CI.

Usage: train_table.py DATA_DIR WRITTEN_DIR WORK_DIR OUT.pt [--epochs N] [--buckets N] [--dims N] [--no-pairs]

Reads ``targets-text`` and ``targets-question`` (see ``label.py``).
"""

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from batches import Pairs, Questions, Source
from data import read_pairs, split_wordings
from look import look_with
from losses import TEMPERATURE, contrast, follow, order_pairs
from model import SIDES
from schedule import warm_up_and_fall
from table import N_BUCKETS, N_DIMS, Table
from torch import Tensor
from torch.nn import functional

# Texts of each side in a step.
N_TEXTS = {"text": 1024, "question": 512}
LEARN_RATE, N_WARM, LOOK = 2e-3, 50, 200
VECTOR_WEIGHT, COSINE_WEIGHT, PAIR_WEIGHT, QUESTION_WEIGHT = 10.0, 20.0, 0.1, 0.3

Targets = dict[str, tuple[list[str], np.ndarray]]


def imitate(own: Tensor, target: Tensor) -> Tensor:
    """The vectors themselves, and who is near whom."""
    apart = (1 - (own * target).sum(1)).mean()
    return VECTOR_WEIGHT * apart + follow(own, target @ target.T, COSINE_WEIGHT)


def losses_of(
    table: Table, targets: Targets, sources: dict[str, Source], rng: random.Random
) -> dict[str, Tensor]:
    """The losses of one step, by task."""
    losses = {}
    for number, side in enumerate(SIDES):
        texts, rows = targets[side]
        chosen = rng.sample(range(len(texts)), N_TEXTS[side])
        target = functional.normalize(torch.from_numpy(rows[chosen].astype(np.float32)), dim=1)
        losses[side] = imitate(table([texts[i] for i in chosen], number), target)
    for name in ("sts", "sick"):
        batch = sources[name].draw()
        vectors = table(batch.texts, SIDES.index(batch.side))
        cosines = (vectors[::2] * vectors[1::2]).sum(1)
        losses[name] = PAIR_WEIGHT * order_pairs(cosines, torch.from_numpy(batch.labels))
    batch = sources["question"].draw()
    vectors = table(batch.texts, SIDES.index(batch.side))
    _, labels = np.unique(batch.labels, return_inverse=True)
    nothing = torch.zeros(len(labels), len(labels), dtype=torch.bool)
    losses["asked"] = QUESTION_WEIGHT * contrast(vectors, torch.from_numpy(labels), nothing, TEMPERATURE)
    return losses


def read_targets(work_dir: Path) -> Targets:
    """Texts of each side and the vectors that the sentence encoder gave them."""
    return {
        side: (
            (work_dir / f"targets-{side}.txt").read_text(encoding="utf8").splitlines(),
            np.load(work_dir / f"targets-{side}.npy"),
        )
        for side in SIDES
    }


def read_arguments() -> argparse.Namespace:
    """What stands on the command line."""
    p = argparse.ArgumentParser()
    for name in ("data", "written", "work", "out"):
        p.add_argument(name, type=Path)
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--buckets", type=int, default=N_BUCKETS)
    p.add_argument("--dims", type=int, default=N_DIMS)
    p.add_argument("--no-pairs", action="store_true", help="leave out pairs of words")
    return p.parse_args()


def main() -> None:
    """Train and save."""
    a = read_arguments()
    torch.manual_seed(0)
    torch.set_num_threads(2)
    rng = random.Random(0)
    seen, apart = split_wordings(a.data, a.written)
    pairs, targets = read_pairs(a.data / "sts"), read_targets(a.work)
    sources: dict[str, Source] = {
        "sts": Pairs(pairs["sts train"], rng),
        "sick": Pairs(pairs["sick train"], rng),
        "question": Questions(seen, rng),
    }
    table = Table(a.buckets, a.dims, pairs=not a.no_pairs)
    optimizer = torch.optim.Adam(table.parameters(), lr=LEARN_RATE, betas=(0.9, 0.98))
    n_steps = int(a.epochs * len(targets["text"][0]) / N_TEXTS["text"])
    schedule = warm_up_and_fall(optimizer, N_WARM, n_steps)
    started, mean = time.time(), {}
    for step in range(1, n_steps + 1):
        losses = losses_of(table, targets, sources, rng)
        optimizer.zero_grad()
        sum(losses.values()).backward()
        optimizer.step()
        schedule.step()
        for name, loss in losses.items():
            mean[name] = round(0.95 * mean.get(name, loss.item()) + 0.05 * loss.item(), 4)
        if step % LOOK == 0 or step == n_steps:
            with torch.no_grad():
                scores = look_with(lambda t, side: table(t, SIDES.index(side)).numpy(), a.data, pairs, apart)
            print(step, n_steps, mean, json.dumps(scores), f"{time.time() - started:.0f} s", flush=True)
            torch.save(table.state_dict(), a.out)


if __name__ == "__main__":
    main()
