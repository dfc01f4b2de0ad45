"""Train the networks of the tagger on marked questions and on what the teacher labelled.

Usage: train.py DATA WORK_DIR OUT [N_EPOCHS]

Reads ``labelled.npz``; writes ``OUT/tagger.npz``. ``scores.py`` prints how many questions they find.
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import numpy as np
import torch
from gold import Item, read_gold, units_of, vary
from schedule import warm_up_and_fall
from torch import Tensor, nn
from torch.nn import functional

from notemine.questions import network, tagger
from notemine.questions.words import words_of

Packed: TypeAlias = tuple[np.ndarray, np.ndarray]

# Width and seed of each network.
NETWORKS = ((96, 0), (112, 2), (104, 3))
ROWS_A_BATCH = 6144
LEARN_RATE = 4e-3
GOLD_TIMES = 2  # how often gold stands in an epoch
GOLD_WEIGHT = 0.5  # of the gold label, beside the teacher's
DROPOUT = 0.15
SIZES = {
    "words": network.N_WORDS,
    "classes": network.N_CLASSES,
    "suffixes": network.N_SUFFIXES,
    "shapes": network.N_SHAPES,
}


class Student(nn.Module):
    """The network of ``notemine.questions.network``, to learn."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.width = width
        self.tables = nn.ParameterDict(
            {name: torch.empty(n, width).normal_(0, 0.3) for name, n in SIZES.items()}
        )
        self.joins = nn.ModuleList(nn.Linear(3 * width, 2 * width) for _ in network.GAPS)
        self.out = nn.Linear(width, len(tagger.LABELS))

    def forward(self, rows: Tensor, is_word: Tensor) -> Tensor:
        """Scores of labels, shape (n_rows, n_labels)."""
        x = sum(functional.embedding(rows[:, i], self.tables[name]) for i, name in enumerate(network.TABLES))
        x = drop_some(x * is_word, training=self.training)
        for join, gap in zip(self.joins, network.GAPS, strict=True):
            normed = functional.layer_norm(x, (self.width,), eps=1e-5)
            edge = x.new_zeros(gap, self.width)
            around = torch.cat([torch.cat([edge, normed[:-gap]]), normed, torch.cat([normed[gap:], edge])], 1)
            a, b = join(around).chunk(2, 1)
            x = x + drop_some(a * torch.sigmoid(b), training=self.training) * is_word
        return self.out(functional.layer_norm(x, (self.width,), eps=1e-5))


def drop_some(x: Tensor, *, training: bool) -> Tensor:
    """Drop features, the same ones for runs of 32 words: cheap to draw."""
    if not training:
        return x
    mask = functional.dropout(x.new_ones(-(-len(x) // 32), x.shape[1]), DROPOUT)
    return x * mask.repeat_interleave(32, 0)[: len(x)]


def rows_of(text: str, n_words: int, *, is_listed: bool) -> np.ndarray | None:
    """Rows of a unit in the tables, the first that of a bullet or of nothing; None if it is cut otherwise."""
    words = words_of(text)
    if len(words) != n_words:
        return None
    head = network.rows_of(tagger.LISTED if is_listed else "", "", False)
    return np.array([head, *(network.rows_of(w.low, w.classes, w.is_capital) for w in words)], np.int32)


def pack_gold(items: list[Item]) -> Iterator[Packed]:
    """Units with a one for the label of each word; a nothing for its first row."""
    for item in items:
        rows = rows_of(item.text, len(item.words), is_listed=item.is_listed)
        gold = np.zeros((len(item.words) + 1, len(tagger.LABELS)), np.float16)
        gold[np.arange(1, len(gold)), item.labels] = 1
        if rows is not None:
            yield rows, gold


def read_labelled(path: Path) -> Iterator[Packed]:
    """Units with the teacher's probabilities."""
    with np.load(path) as arrays:
        units, lengths, labels = arrays["units"], arrays["lengths"], arrays["rows"]
    at = 0
    for unit, length in zip(units, lengths, strict=True):
        text, is_listed = json.loads(str(unit))
        rows = rows_of(text, length, is_listed=is_listed)
        gold = np.zeros((length + 1, len(tagger.LABELS)), np.float16)
        gold[1:] = labels[at : at + length]
        at += length
        if rows is not None:
            yield rows, gold


def batches_of(texts: list[Packed], rng: random.Random) -> Iterator[list]:
    """Units put together, up to ``ROWS_A_BATCH`` rows with the gaps between them."""
    rng.shuffle(texts)
    gap = max(network.GAPS)
    batch, n_rows = [], gap
    for text in texts:
        if n_rows + len(text[0]) + gap > ROWS_A_BATCH:
            yield batch
            batch, n_rows = [], gap
        if len(text[0]) < tagger.N_ROWS - 2 * gap:
            batch.append(text)
            n_rows += len(text[0]) + gap
    if batch:
        yield batch


def loss_of(student: Student, batch: list) -> Tensor:
    """Mean cross-entropy over the words."""
    gap = max(network.GAPS)
    rows = np.zeros((ROWS_A_BATCH, len(network.TABLES)), np.int64)
    is_word = np.zeros((ROWS_A_BATCH, 1), np.float32)
    golds = np.zeros((ROWS_A_BATCH, len(tagger.LABELS)), np.float32)
    at = gap
    for some, gold in batch:
        rows[at : at + len(some)] = some
        is_word[at : at + len(some)] = 1
        golds[at : at + len(some)] = gold
        at += len(some) + gap
    with torch.autocast("cpu", torch.bfloat16):
        scores = student(torch.from_numpy(rows), torch.from_numpy(is_word))
    gold = torch.from_numpy(golds)
    return -(scores.float().log_softmax(-1) * gold).sum() / gold.sum()


def train(student: Student, gold: list[Item], labelled: list[Packed], n_epochs: int) -> None:
    """Train with one cycle of the learning rate; gold is varied anew each time."""
    rng = random.Random(0)
    optimizer = torch.optim.AdamW(student.parameters(), LEARN_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    n_rows = sum(len(r) + 4 for r, _ in labelled) + GOLD_TIMES * sum(len(i.words) + 5 for i in gold)
    n_steps = n_epochs * (n_rows // ROWS_A_BATCH + 1)
    schedule = warm_up_and_fall(optimizer, 300, n_steps)
    total, step, started = 0.0, 0, time.time()
    student.train()
    for _ in range(n_epochs):
        varied = pack_gold([vary(item, rng) for _ in range(GOLD_TIMES) for item in gold])
        for batch in batches_of([*labelled, *varied], rng):
            loss = loss_of(student, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            if step % 200 == 0:
                print(
                    f"{step} of {n_steps}: loss {total / 200:.4f}, {time.time() - started:.0f} s", flush=True
                )
                total = 0.0


def arrays_of(student: Student) -> dict[str, np.ndarray]:
    """Tables in eight bits, maps in sixteen."""
    arrays = {}
    for name, table in student.tables.items():
        scale = table.detach().abs().amax(1).numpy() / 127 + 1e-8
        arrays[name] = np.round(table.detach().numpy() / scale[:, None]).astype(np.int8)
        arrays[f"{name}_scale"] = scale.astype(np.float16)
    for i, join in enumerate(student.joins):
        arrays[f"join{i}"] = join.weight.detach().numpy().T.astype(np.float16)
        arrays[f"join{i}_offset"] = join.bias.detach().numpy().astype(np.float16)
    arrays["out"] = student.out.weight.detach().numpy().T.astype(np.float16)
    arrays["out_offset"] = student.out.bias.detach().numpy().astype(np.float16)
    return arrays


def main(data: Path, work_dir: Path, out: Path, n_epochs: int) -> None:
    """Train and write."""
    torch.set_num_threads(2)
    gold = units_of(t for t in read_gold(data) if not t.is_held_out)
    labelled = list(read_labelled(work_dir / "labelled.npz"))
    print(len(gold), "units by hand,", len(labelled), "by the teacher", flush=True)
    arrays = {}
    for n, (width, seed) in enumerate(NETWORKS):
        torch.manual_seed(seed)
        student = Student(width)
        train(student, gold, labelled, n_epochs)
        arrays |= {f"{n}/{name}": array for name, array in arrays_of(student).items()}
    np.savez_compressed(out / tagger.FILE, **arrays)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 5
    )
