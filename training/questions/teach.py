"""Fine-tune a large encoder on marked questions, as a teacher that labels raw text for the tagger that ships.

Usage: teach.py DATA WORK_DIR ENCODER_DIR ENCODER.pt [N_EPOCHS]

Starts from the question side of the project's encoder (``training/encoder``). Writes ``teacher.pt``
and prints how many questions of the held-out parts it finds.
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from e5 import Encoder, drop, read_file
from gold import NO_LABEL, Item, read_gold, silver, units_of, vary
from model import SIDES, load_trained
from schedule import warm_up_and_fall
from scores import print_scores
from teacher import DROPOUT, Cutter, WordEncoder, batches_of, length_of, padded
from torch import Tensor, nn
from torch.nn import functional

from notemine.questions.tagger import LABELS, LISTED, best_paths

LEARN_RATE, LEARN_RATE_HEADS = 1.5e-4, 2e-3
SILVER_SHARE = 0.35


class Tagger(WordEncoder):
    """Scores of labels over the states of words."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self.out = nn.Linear(self.width, len(LABELS))

    def forward(self, pieces: Tensor, mask: Tensor, ends: tuple[Tensor, Tensor]) -> Tensor:
        """Scores of shape (n_texts, n_words, n_labels)."""
        return self.out(drop(self.words(pieces, mask, ends), DROPOUT, training=self.training))


def text_of(item: Item) -> dict:
    """A unit as ``batches_of`` takes it; a bullet stands before an item of a list."""
    head = ["\n" if not item.is_listed else LISTED]
    return {
        "words": [*head, *item.words],
        "spaces": [True, *item.spaces],
        "labels": [NO_LABEL, *item.labels],
        "weight": item.weight,
        "item": item,
    }


def run(tagger: Tagger, batch: list[dict]) -> Tensor:
    """Score the words of a batch."""
    length = length_of(batch)
    pieces = padded([t["pieces"] for t in batch], 1, length)
    mask = padded([[1] * len(t["pieces"]) for t in batch], 0, length).bool()
    ends = tuple(padded([t[end] for t in batch], 0, length) for end in ("firsts", "lasts"))
    with torch.autocast("cpu", torch.bfloat16):
        return tagger(pieces, mask, ends).float()


def label(tagger: Tagger, items: list[Item], cutter: Cutter) -> Iterator[tuple[int, np.ndarray]]:
    """Number of each item and the log-probabilities of the labels of its words."""
    texts = [{**text_of(item), "number": n} for n, item in enumerate(items)]
    tagger.eval()
    with torch.no_grad():
        for batch in batches_of(texts, cutter, None):
            scores = run(tagger, batch).log_softmax(-1).numpy()
            for row, text in zip(scores, batch, strict=False):
                yield text["number"], row[1 : len(text["words"])]
    tagger.train()


def labels_of(tagger: Tagger, items: list[Item], cutter: Cutter) -> list[list[int]]:
    """The likeliest labels of each item."""
    found = [[0] * len(item.words) for item in items]
    for n, scores in label(tagger, items, cutter):
        found[n] = best_paths([scores])[0].tolist()
    return found


def train(tagger: Tagger, gold: list[Item], extra: list[Item], cutter: Cutter, n_epochs: int) -> None:
    """Train with one cycle of the learning rate; ``extra`` is dealt out over the epochs."""
    rng = random.Random(0)
    heads = [p for name, p in tagger.named_parameters() if not name.startswith("encoder")]
    body = [p for p in tagger.encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": LEARN_RATE}, {"params": heads, "lr": LEARN_RATE_HEADS}], weight_decay=0.01
    )
    epochs = []
    for n in range(n_epochs):
        items = [*(vary(i, rng) for i in gold), *(vary(i, rng) for i in extra[n::n_epochs])]
        epochs.append(list(batches_of([text_of(i) for i in items], cutter, rng)))
    n_steps = sum(map(len, epochs))
    schedule = warm_up_and_fall(optimizer, 100, n_steps)
    total, step, started = 0.0, 0, time.time()
    tagger.train()
    for batches in epochs:
        for batch in batches:
            scores = run(tagger, batch)
            length = length_of(batch)
            golds = padded([t["labels"] for t in batch], NO_LABEL, length)
            weights = torch.zeros(len(golds))
            weights[: len(batch)] = torch.tensor([t["weight"] for t in batch])
            losses = functional.cross_entropy(
                scores.flatten(0, 1),
                golds.flatten(),
                ignore_index=NO_LABEL,
                reduction="none",
                label_smoothing=0.02,
            )
            is_word = (golds.flatten() >= 0).float() * weights.repeat_interleave(length)
            loss = (losses * is_word).sum() / is_word.sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            if step % 50 == 0:
                print(
                    f"{step} of {n_steps}: loss {total / 50:.4f}, {time.time() - started:.0f} s", flush=True
                )
                total = 0.0


@torch.no_grad()
def load_start(encoder_dir: Path, weights: Path) -> tuple[Tagger, Cutter]:
    """A tagger over the question side of a trained sentence encoder."""
    sentences, _ = load_trained(encoder_dir, weights)
    encoder = sentences.encoder
    encoder.layers = nn.ModuleList([*encoder.layers, *sentences.own[SIDES.index("question")]])
    encoder.places.weight += sentences.sides.weight[SIDES.index("question")]
    _, tokenizer, _ = read_file()
    return Tagger(encoder), Cutter(tokenizer, json.loads((encoder_dir / "pieces.json").read_text()))


def main(data: Path, work_dir: Path, start: tuple[Path, Path], n_epochs: int) -> None:
    """Train, print, write."""
    torch.manual_seed(0)
    torch.set_num_threads(2)
    texts = read_gold(data)
    gold = units_of(t for t in texts if not t.is_held_out)
    extra = list(silver(data))
    random.Random(0).shuffle(extra)
    extra = extra[: int(SILVER_SHARE * len(gold) * n_epochs)]
    print(len(gold), "units,", len(extra), "of silver")
    tagger, cutter = load_start(*start)
    train(tagger, gold, extra, cutter, n_epochs)
    print_scores(data, texts, lambda items: labels_of(tagger, items, cutter))
    torch.save(tagger.state_dict(), work_dir / "teacher.pt")


if __name__ == "__main__":
    data, work_dir, *start = map(Path, sys.argv[1:5])
    main(data, work_dir, tuple(start), int(sys.argv[5]) if len(sys.argv) > 5 else 4)
