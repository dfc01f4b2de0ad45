"""Trains the word table on the vectors of the sentence encoder; slow, not part of CI.

Usage: train_table.py DATA_DIR WRITTEN_DIR WORK_DIR OUT.pt [--epochs N] [--buckets N] [--dims N] [--no-pairs]

Reads ``targets-text`` and ``targets-question`` (see ``label.py``).
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from batches import Pairs, Questions
from data import is_held_out, read_pairs, read_wordings
from look import look_with
from losses import TEMPERATURE, contrast, order_pairs
from table import Table
from torch.nn import functional

N_TEXTS, LEARN_RATE, SHARPNESS = 1024, 2e-3, 0.05


def imitate(own: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """The vectors themselves, and who is near whom."""
    cosines, goal = own @ own.T, target @ target.T
    itself = torch.eye(len(own), dtype=torch.bool)
    near = functional.kl_div(
        functional.log_softmax((cosines / SHARPNESS).masked_fill(itself, -1e4), 1),
        functional.log_softmax((goal / SHARPNESS).masked_fill(itself, -1e4), 1),
        reduction="batchmean",
        log_target=True,
    )
    return 10 * (1 - (own * target).sum(1)).mean() + near + 20 * ((cosines - goal) ** 2).mean()


def main() -> None:
    """Train and save."""
    p = argparse.ArgumentParser()
    p.add_argument("data", type=Path)
    p.add_argument("written", type=Path)
    p.add_argument("work", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--buckets", type=int, default=2**16)
    p.add_argument("--dims", type=int, default=256)
    p.add_argument("--no-pairs", action="store_true")
    a = p.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(2)
    rng = random.Random(0)
    wordings = read_wordings(a.data, a.written)
    seen = [w for w in wordings if not is_held_out(w.family)]
    apart = [w for w in wordings if is_held_out(w.family) and w.group]
    pairs = read_pairs(a.data / "sts")
    targets = {}
    for side in ("text", "question"):
        texts = (a.work / f"targets-{side}.txt").read_text(encoding="utf8").splitlines()
        targets[side] = texts, np.load(a.work / f"targets-{side}.npy")
    sources = {
        "sts": Pairs(pairs["sts train"], rng),
        "sick": Pairs(pairs["sick train"], rng),
        "question": Questions(seen, rng),
    }
    table = Table(a.buckets, a.dims, pairs=not a.no_pairs)
    optimizer = torch.optim.Adam(table.parameters(), lr=LEARN_RATE, betas=(0.9, 0.98))
    n_steps = int(a.epochs * len(targets["text"][0]) / N_TEXTS)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda s: min((s + 1) / 50, 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1, s / n_steps)))),
    )
    started, mean = time.time(), {}
    for step in range(n_steps):
        losses = {}
        for number, side in enumerate(("text", "question")):
            texts, rows = targets[side]
            chosen = rng.sample(range(len(texts)), N_TEXTS if side == "text" else N_TEXTS // 2)
            target = functional.normalize(torch.from_numpy(rows[chosen].astype(np.float32)), dim=1)
            losses[side] = imitate(table([texts[i] for i in chosen], number), target)
        for name in ("sts", "sick"):
            batch = sources[name].draw()
            vectors = table(batch.texts, 0)
            losses[name] = 0.1 * order_pairs(
                (vectors[::2] * vectors[1::2]).sum(1), torch.from_numpy(batch.labels)
            )
        batch = sources["question"].draw()
        _, labels = np.unique(batch.labels, return_inverse=True)
        nothing = torch.zeros(len(labels), len(labels), dtype=torch.bool)
        losses["asked"] = 0.3 * contrast(
            table(batch.texts, 1), torch.from_numpy(labels), nothing, TEMPERATURE
        )
        optimizer.zero_grad()
        sum(losses.values()).backward()
        optimizer.step()
        schedule.step()
        for name, loss in losses.items():
            mean[name] = 0.95 * mean.get(name, loss.item()) + 0.05 * loss.item()
        if step % 200 == 199 or step == n_steps - 1:
            table.eval()
            with torch.no_grad():
                scores = look_with(
                    lambda t, side: table(t, ("text", "question").index(side)).numpy(), a.data, pairs, apart
                )
            table.train()
            print(
                step + 1,
                n_steps,
                {k: round(v, 2) for k, v in mean.items()},
                json.dumps(scores),
                f"{time.time() - started:.0f} s",
                flush=True,
            )
            torch.save(table.state_dict(), a.out)


if __name__ == "__main__":
    main()
