"""Fine-tune the encoder on the treebank, as a teacher that labels raw text.

Usage: train_teacher.py WORK_DIR [N_EPOCHS [START.pt]]

Reads ``train.jsonl``, ``note_lines.jsonl``, ``pieces.json`` and ``monitor.conllu``; writes ``teacher.pt`` and
prints what the teacher gets right of ``test-*.conllu``. With START.pt it goes on from those weights; with no
epochs it only prints.
"""

import json
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from e5 import Encoder, read_file
from prepare import columns_of, labels_of, sentence_starts
from recipe import augment, groups_of, join
from teacher import Cutter, Teacher, batches_of, length_of, padded, run
from torch import Tensor
from torch.nn import functional

LEARN_RATE, LEARN_RATE_HEADS = 1.5e-4, 2e-3
N_NOTE_TEXTS = 700
# Short texts: attention grows with the square of their length.
LONGEST_GROUP = 4


def gold_of(text: dict, labels: dict[str, dict[str, int]]) -> dict[str, list[int]]:
    """Numbers of the gold labels of a text, -1 where nothing is to be learnt."""
    words = range(len(text["words"]))
    entity = [labels["ent"].get(label, -1) for label in text["ents"]]
    if "tags" not in text:
        return {**dict.fromkeys(("tag", "morph", "start", "arc", "dep"), [-1] * len(words)), "ent": entity}
    blank = [text["tags"][i] == "_SP" for i in words]
    starts = sentence_starts(text["heads"])
    return {
        "tag": [-1 if blank[i] else labels["tag"].get(text["tags"][i], -1) for i in words],
        "morph": [
            -1 if blank[i] else labels["morph"].get(f"{text['pos'][i]} {text['morphs'][i]}", -1)
            for i in words
        ],
        "start": [-1 if blank[i] else int(i in starts) for i in words],
        "ent": entity,
        "arc": [-1 if blank[i] else 0 if text["heads"][i] == i else text["heads"][i] + 1 for i in words],
        "dep": [-1 if blank[i] else labels["dep"].get(text["deps"][i], -1) for i in words],
    }


def loss_of(teacher: Teacher, batch: list[dict], labels: dict) -> Tensor:
    """Sum of the cross-entropies of the tasks."""
    scores = run(teacher, batch)
    golds = [gold_of(t, labels) for t in batch]
    gold = {k: padded([g[k] for g in golds], -1, length_of(batch)) for k in golds[0]}
    with torch.autocast("cpu", torch.bfloat16):
        scores["dep"] = teacher.relations(scores, gold["arc"].clamp(min=0))
    # Over the words of the batch, not over those with a label, so that a text with names only weighs no more.
    n_words = sum(len(t["words"]) for t in batch)
    return (
        sum(
            functional.cross_entropy(
                scores[k].float().flatten(0, 1), gold[k].flatten(), ignore_index=-1, reduction="sum"
            )
            for k in gold
        )
        / n_words
    )


def accuracies(teacher: Teacher, texts: list[dict], cutter: Cutter, labels: dict) -> dict[str, float]:
    """Shares of words that get the gold label; ``las`` without punctuation."""
    teacher.eval()
    right, total = dict.fromkeys(("tag", "morph", "start_f", "uas", "las"), 0), 0
    tp = fp = fn = arcs = 0
    with torch.no_grad():
        for batch in batches_of(texts, cutter, None):
            scores = run(teacher, batch)
            heads = scores["arc"].argmax(-1)
            with torch.autocast("cpu", torch.bfloat16):
                deps = teacher.relations(scores, heads).argmax(-1)
            for b, text in enumerate(batch):
                gold = gold_of(text, labels)
                for i in range(len(text["words"])):
                    if gold["start"][i] < 0:
                        continue
                    total += 1
                    for k in ("tag", "morph"):
                        right[k] += int(scores[k][b, i].argmax()) == gold[k][i]
                    s = int(scores["start"][b, i].argmax())
                    tp += s and gold["start"][i]
                    fp += s and not gold["start"][i]
                    fn += (not s) and gold["start"][i]
                    if text["deps"][i] != "punct":
                        arcs += 1
                        ok = int(heads[b, i]) == gold["arc"][i]
                        right["uas"] += ok
                        right["las"] += ok and int(deps[b, i]) == gold["dep"][i]
    teacher.train()
    return {
        "tag": right["tag"] / total,
        "morph": right["morph"] / total,
        "start_f": 2 * tp / (2 * tp + fp + fn),
        "uas": right["uas"] / arcs,
        "las": right["las"] / arcs,
    }


def texts_of(sentences: list[dict], rng: random.Random) -> list[dict]:
    """Group and augment the treebank for one epoch."""
    return [
        join([augment(s, rng, as_list=as_list) for s in group], rng, as_list=as_list)
        for group, as_list in groups_of(sentences, rng, longest=LONGEST_GROUP)
    ]


def note_texts(lines: list[dict], rng: random.Random) -> list[dict]:
    """Draw lines of notes and put them below one another."""
    texts = []
    for _ in range(N_NOTE_TEXTS):
        text: dict = {"words": [], "spaces": [], "ents": []}
        for line in rng.sample(lines, rng.randint(1, LONGEST_GROUP)):
            for name, blank in zip(text, ("\n", False, "O"), strict=True):
                text[name] += [*line[name], blank]
        texts.append({name: values[:-1] for name, values in text.items()})
    return texts


def read_conllu(path: Path, n_sentences: int) -> list[dict]:
    """Texts of so many sentences."""
    sentences = [columns_of(b, "") for b in path.read_text(encoding="utf8").split("\n\n") if b.strip()]
    starts = range(0, len(sentences), n_sentences)
    return [join(sentences[i : i + n_sentences], None, as_list=False) for i in starts]


def main(work_dir: Path, n_epochs: int, start: str = "") -> None:
    """Train and save."""
    torch.manual_seed(0)
    torch.set_num_threads(2)
    sentences = [json.loads(line) for line in (work_dir / "train.jsonl").open(encoding="utf8")]
    labels = labels_of(sentences)
    shape, tokenizer, weights = read_file()
    kept = np.array(json.loads((work_dir / "pieces.json").read_text()))
    cutter = Cutter(tokenizer, kept.tolist())
    teacher = Teacher(Encoder(shape, weights, kept), {**{k: len(v) for k, v in labels.items()}, "start": 2})
    if start:
        print(teacher.load_state_dict(torch.load(start, weights_only=True)["weights"], strict=False))
    body = [p for p in teacher.encoder.parameters() if p.requires_grad]
    heads = [p for name, p in teacher.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": LEARN_RATE}, {"params": heads, "lr": LEARN_RATE_HEADS}],
        weight_decay=0.01,
        betas=(0.9, 0.98),
    )
    lines = [json.loads(line) for line in (work_dir / "note_lines.jsonl").open(encoding="utf8")]
    monitor = read_conllu(work_dir / "monitor.conllu", 10)
    rng = random.Random(0)
    n_steps = n_epochs * len(list(batches_of(texts_of(sentences, rng) + note_texts(lines, rng), cutter, rng)))
    step, started = 0, time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / 200, 0.5 * (1 + math.cos(math.pi * min(1, s / max(1, n_steps)))))
    )
    teacher.train()
    for epoch in range(n_epochs):
        total, n = 0.0, 0
        for batch in batches_of(texts_of(sentences, rng) + note_texts(lines, rng), cutter, rng):
            loss = loss_of(teacher, batch, labels)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total, n, step = total + loss.item(), n + 1, step + 1
            if step % 50 == 0:
                print(step, n_steps, round(total / n, 3), f"{time.time() - started:.0f} s", flush=True)
        print(epoch, accuracies(teacher, monitor, cutter, labels), flush=True)
        torch.save(
            {"weights": teacher.state_dict(), "labels": labels, "kept": kept.tolist()},
            work_dir / "teacher.pt",
        )
    for path in sorted(work_dir.glob("test-*.conllu")):
        # Raw text comes a sentence at a time.
        print(path.stem, accuracies(teacher, read_conllu(path, 1), cutter, labels))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 7, *sys.argv[3:])
