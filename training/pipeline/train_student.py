"""Teach the embedding and convolution layers of the pipeline, before spaCy trains the rest.

Usage: train_student.py WORK_DIR [N_EPOCHS]

Reads ``train.jsonl`` and ``labelled.jsonl``; writes ``tok2vec.bin`` and the folder ``vectors``.
"""

import json
import math
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import spacy
import torch
from label_raw import WEIGHT
from prepare import labels_of, sentence_starts
from recipe import augment, groups_of, join
from spacy.util import load_config
from spacy.vectors import Mode, Vectors
from student import FLORET, TASKS, Student, Words
from torch import Tensor
from torch.nn import functional

ROWS_A_BATCH = 6144
MAX_WORDS = 300
LEARN_RATE = 3e-3
GOLD_TIMES = 2
CONFIG = Path(__file__).with_name("config.cfg")


class Texts:
    """Texts as arrays of numbers: of words, of labels (-1 for none) and of heads."""

    def __init__(self, words: Words, labels: dict[str, dict[str, int]]) -> None:
        self.words, self.labels = words, labels

    def pack(self, text: dict) -> dict[str, np.ndarray]:
        """Turn a text into arrays."""
        blank = np.array([tag == "_SP" for tag in text["tags"]])
        starts = np.zeros(len(blank), np.int64)
        starts[sorted(sentence_starts(text["heads"]))] = 1
        morphs = [f"{pos} {morph}" for pos, morph in zip(text["pos"], text["morphs"], strict=True)]
        columns = {"tag": text["tags"], "morph": morphs, "dep": text["deps"], "ent": text["ents"]}
        packed = {
            task: np.array([self.labels[task].get(x, -1) for x in column]) for task, column in columns.items()
        }
        heads = np.array([0 if head == i else head + 1 for i, head in enumerate(text["heads"])])
        packed |= {"start": starts, "arc": heads}
        packed = {task: np.where(blank, -1, values).astype(np.int16) for task, values in packed.items()}
        return packed | {"words": np.array(self.words.numbers(text["words"]), np.int32)}

    def read(self, path: Path, rng: random.Random, n_epochs: int, weight: float) -> list[list[dict]]:
        """Read sentences, group them and make them look like notes; anew for each epoch."""
        with path.open(encoding="utf8") as lines:
            sentences = [json.loads(line) for line in lines]
        for sentence in sentences:
            sentence["weight"] *= weight
        return [
            [
                self.pack(join([augment(s, rng, as_list=as_list) for s in group], rng, as_list=as_list))
                for group, as_list in groups_of(sentences, rng)
            ]
            for _ in range(n_epochs)
        ]


def batches_of(texts: list[dict], rng: random.Random, depth: int) -> Iterator[list[dict]]:
    """Put texts together, up to ``ROWS_A_BATCH`` rows with what stands between them."""
    texts = [t for t in texts if len(t["words"]) <= MAX_WORDS]
    rng.shuffle(texts)
    batch, n_rows = [], depth
    for text in texts:
        if n_rows + len(text["words"]) + depth > ROWS_A_BATCH:
            yield batch
            batch, n_rows = [], depth
        batch.append(text)
        n_rows += len(text["words"]) + depth
    if batch:
        yield batch


def loss_of(student: Student, batch: list[dict], depth: int) -> Tensor:
    """Sum of the mean cross-entropies of the tasks."""
    numbers = torch.zeros(ROWS_A_BATCH, dtype=torch.long)
    is_word = torch.zeros(ROWS_A_BATCH)
    golds = {task: torch.full((ROWS_A_BATCH,), -1) for task in TASKS}
    longest = max(len(t["words"]) for t in batch)
    where, heads = (torch.full((len(batch), longest), -1) for _ in range(2))
    at = depth
    for i, text in enumerate(batch):
        n = len(text["words"])
        numbers[at : at + n] = torch.from_numpy(text["words"].astype(np.int64))
        is_word[at : at + n] = 1
        for task, gold in golds.items():
            gold[at : at + n] = torch.from_numpy(text[task].astype(np.int64))
        where[i, :n] = torch.arange(at, at + n)
        heads[i, :n] = torch.from_numpy(text["arc"].astype(np.int64))
        at += n + depth
    with torch.autocast("cpu", torch.bfloat16):
        x = student(numbers, is_word)
        scores = {task: student.of_words[task](x).float() for task in TASKS}
    losses = [functional.cross_entropy(scores[task], golds[task], ignore_index=-1) for task in TASKS]
    arcs = student.arcs(x.float(), where)
    return sum(losses) + functional.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-1)


def train(student: Student, epochs: list[list[dict]], depth: int) -> None:
    """Train with one cycle of the learning rate."""
    rng = random.Random(0)
    optimizer = torch.optim.AdamW(student.parameters(), LEARN_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    n_steps = sum(len(list(batches_of(texts, random.Random(0), depth))) for texts in epochs)

    def rate(step: int) -> float:
        return min((step + 1) / 500, 0.5 + 0.5 * math.cos(math.pi * min(1, step / n_steps)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)
    total, step, started = 0.0, 0, time.time()
    student.train()
    for texts in epochs:
        for batch in batches_of(texts, rng, depth):
            loss = loss_of(student, batch, depth)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total, step = total + loss.item(), step + 1
            if step % 100 == 0:
                print(
                    f"{step} of {n_steps}: loss {total / 100:.3f}, {time.time() - started:.0f} s", flush=True
                )
                total = 0.0


def export(student: Student, config: dict, work_dir: Path) -> None:
    """Write the weights as spaCy reads them, and check that spaCy computes the same."""
    nlp = spacy.blank("nl")
    data = student.vectors.detach().numpy().copy()
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=data, mode=Mode.floret, attr="LOWER", **FLORET
    )
    nlp.to_disk(work_dir / "vectors")
    tok2vec = nlp.add_pipe("tok2vec", config={"model": config})
    doc = nlp.make_doc("De leerlingen van de derde klas kiezen hun profiel. Wie helpt?")
    tok2vec.initialize(lambda: [spacy.training.Example(doc, doc)], nlp=nlp)
    nodes = list(tok2vec.model.walk())
    fill(nodes, "hashembed", "E", [table.detach() for table in student.tables])
    fill(nodes, "static_vectors", "W", [student.project.weight.detach()])
    layers = [student.mix, *student.layers]
    width = config["embed"]["width"]
    fill(nodes, "maxout", "W", [m.linear.weight.detach().view(width, m.n_pieces, -1) for m in layers])
    fill(nodes, "maxout", "b", [m.linear.bias.detach().view(width, m.n_pieces) for m in layers])
    fill(nodes, "layernorm", "G", [m.norm.weight.detach() for m in layers])
    fill(nodes, "layernorm", "b", [m.norm.bias.detach() for m in layers])
    (work_dir / "tok2vec.bin").write_bytes(tok2vec.model.to_bytes())
    check(student, tok2vec.model.predict([doc])[0], [token.text for token in doc], config["encode"]["depth"])


def fill(nodes: list, name: str, param: str, values: list[Tensor]) -> None:
    """Set a parameter of the layers with a name, in the order in which they stand in the model."""
    layers = [node for node in nodes if node.name == name]
    for layer, value in zip(layers, values, strict=True):
        if layer.get_param(param).shape != tuple(value.shape):
            raise SystemExit(
                f"{name}.{param} is {layer.get_param(param).shape} in spaCy, {tuple(value.shape)} here"
            )
        layer.set_param(param, value.numpy().astype("float32").copy())


def check(student: Student, expected: np.ndarray, words: list[str], depth: int) -> None:
    """Compare what both make of a text whose words were all seen in training."""
    student.eval()
    numbers = torch.zeros(len(words) + 2 * depth, dtype=torch.long)
    is_word = torch.zeros(len(numbers))
    numbers[depth:-depth] = torch.tensor([student.number[word] for word in words])
    is_word[depth:-depth] = 1
    with torch.no_grad():
        ours = student(numbers, is_word)[depth:-depth].numpy()
    if not np.allclose(ours, expected, atol=1e-3):
        raise SystemExit(f"spaCy computes something else: {np.abs(ours - expected).max()}")


def main(work_dir: Path, n_epochs: int) -> None:
    """Train and export."""
    torch.manual_seed(0)
    torch.set_num_threads(2)
    config = load_config(CONFIG)["components"]["tok2vec"]["model"]
    depth = config["encode"]["depth"]
    words, rng = Words(config["embed"]["rows"]), random.Random(0)
    with (work_dir / "train.jsonl").open(encoding="utf8") as lines:
        labels = labels_of([json.loads(line) for line in lines])
    texts = Texts(words, labels)
    (labelled,) = texts.read(work_dir / "labelled.jsonl", rng, 1, 1 / WEIGHT)
    gold = texts.read(work_dir / "train.jsonl", rng, n_epochs, GOLD_TIMES)
    print(f"{len(words.number)} words, {len(labelled)} labelled texts, {len(gold[0])} texts of the treebank")
    student = Student(config, words, {**{task: len(names) for task, names in labels.items()}, "start": 2})
    student.number = words.number
    train(student, [labelled + of_epoch for of_epoch in gold], depth)
    export(student, config, work_dir)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
