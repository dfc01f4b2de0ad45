"""Trains the sentence encoder; slow, not part of CI.

Usage: train.py DATA_DIR WRITTEN_DIR WORK_DIR OUT.pt [--steps N] [--look N] [--inner N] [--own N]
"""

import argparse
import random
import time
from itertools import cycle
from pathlib import Path

import numpy as np
import torch
from batches import Batch, Pairs, Questions, Sentences, Source, Subjects
from data import Wording, read_pairs, split_wordings
from look import look
from losses import TEMPERATURE, TOPIC_TEMPERATURE, contrast, follow, order_pairs
from model import Cutter, SentenceEncoder, batch_of, encode, load_e5, narrow
from schedule import warm_up_and_fall
from torch import Tensor

LEARN_RATE, N_WARM = 5e-5, 100
# One shape for all: a new one costs seconds.
N_PIECES = 28
PLAN = "question sentence sts question subject question sentence sick question sentence \
question sts sentence question sick question subject sts question sentence".split()
# Centred cosine of two groups, or of two families, from which on they may well be one.
TWIN_GROUPS, TWIN_FAMILIES = 0.7, 0.6
SUBJECT_WEIGHT = 0.5


class Twins:
    """Groups (or families) that different hands wrote about one thing: no strangers to each other."""

    def __init__(self, names: list[str], rows: np.ndarray, least: float) -> None:
        centred = rows - rows.mean(0)
        centred /= np.linalg.norm(centred, axis=1, keepdims=True)
        self.number = {name: i for i, name in enumerate(names)}
        self.alike = centred @ centred.T > least

    def among(self, labels: np.ndarray) -> Tensor:
        """Pairs to be left alone, shape (n_texts, n_texts)."""
        rows = [self.number[label] for label in labels]
        return torch.from_numpy(self.alike[np.ix_(rows, rows)])


def find_twins(encoder: SentenceEncoder, cutter: Cutter, wordings: list[Wording]) -> dict[str, Twins]:
    """Look for them with the encoder as it was."""
    rows = encode(encoder, [cutter.cut(f"query: {w.text}") for w in wordings], "text")
    twins = {}
    for task, of, least in (("question", "group", TWIN_GROUPS), ("subject", "family", TWIN_FAMILIES)):
        labels = np.array([getattr(w, of) for w in wordings])
        names = sorted(set(labels) - {""})
        twins[task] = Twins(names, np.stack([rows[labels == name].mean(0) for name in names]), least)
        if task == "question":  # sister groups are near-misses by design
            family = [next(w.family for w in wordings if w.group == name) for name in names]
            sisters = np.array(family)[:, None] == np.array(family)[None]
            twins[task].alike &= ~sisters
        found = [(names[i], names[j]) for i, j in np.argwhere(np.triu(twins[task].alike, 1))]
        print(task, len(found), "twins, such as", found[:: 1 + len(found) // 12], flush=True)
    return twins


def loss_of(vectors: Tensor, batch: Batch, twins: dict[str, Twins]) -> Tensor:
    """The loss of a batch, by its task."""
    if batch.task == "sentence":
        return follow(vectors, torch.from_numpy(batch.labels))
    if batch.task == "pair":
        return order_pairs((vectors[::2] * vectors[1::2]).sum(1), torch.from_numpy(batch.labels))
    _, labels = np.unique(batch.labels, return_inverse=True)
    temperature = TEMPERATURE if batch.task == "question" else TOPIC_TEMPERATURE
    weight = 1.0 if batch.task == "question" else SUBJECT_WEIGHT
    ignored = twins[batch.task].among(batch.labels)
    return weight * contrast(vectors, torch.from_numpy(labels), ignored, temperature)


def read_arguments() -> argparse.Namespace:
    """What stands on the command line."""
    p = argparse.ArgumentParser()
    for name in ("data", "written", "work", "out"):
        p.add_argument(name, type=Path)
    p.add_argument("--steps", type=int, default=2400)
    p.add_argument("--look", type=int, default=250, help="steps between two looks")
    p.add_argument("--inner", type=int, default=1152, help="inner units that stay in a layer")
    p.add_argument("--own", type=int, default=3, help="last layers that each side has for itself")
    return p.parse_args()


def make_sources(
    seen: list[Wording], pairs: dict[str, list], work_dir: Path, rng: random.Random
) -> dict[str, Source]:
    """What each word of the plan draws its batches from."""
    return {
        "question": Questions(seen, rng),
        "subject": Subjects(seen, rng),
        "sts": Pairs(pairs["sts train"], rng),
        "sick": Pairs(pairs["sick train"], rng),
        "sentence": Sentences(work_dir, rng),
    }


def main() -> None:
    """Train and save."""
    a = read_arguments()
    torch.manual_seed(0)
    torch.set_num_threads(2)
    encoder, cutter = load_e5(a.work)
    seen, apart = split_wordings(a.data, a.written)
    print(len(seen), "wordings,", len(apart), "kept apart", flush=True)
    twins = find_twins(encoder, cutter, seen)
    pairs = read_pairs(a.data / "sts")
    sources = make_sources(seen, pairs, a.work, random.Random(0))
    if a.inner < encoder.encoder.layers[0].up.out_features:
        narrow(encoder, [cutter.cut(text) for text in sources["sentence"].texts[:4000]], a.inner)
    encoder.split(a.own)
    trained = [q for q in encoder.parameters() if q.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=LEARN_RATE, weight_decay=0.01, betas=(0.9, 0.98))
    schedule = warm_up_and_fall(optimizer, N_WARM, a.steps)
    encoder.train()
    mean: dict[str, float] = {}
    started = time.time()
    for step, name in zip(range(1, a.steps + 1), cycle(PLAN)):
        batch = sources[name].draw()
        pieces = batch_of([cutter.cut(text) for text in batch.texts], N_PIECES)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = encoder(pieces, batch.side)
        loss = loss_of(vectors, batch, twins)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        mean[name] = round(0.95 * mean.get(name, loss.item()) + 0.05 * loss.item(), 4)
        if step % a.look == 0 or step == a.steps:
            print(step, mean, f"{time.time() - started:.0f} s", flush=True)
            print("   ", look(encoder, cutter, a.data, pairs, apart), flush=True)
            torch.save(encoder.state_dict(), a.out)


if __name__ == "__main__":
    main()
