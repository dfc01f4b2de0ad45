"""Fine-tune the encoder on the treebank: a large model that labels raw text for the small one.

Usage: teacher.py WORK_DIR [N_EPOCHS [START.pt]]

Reads ``train.jsonl``, ``note_lines.jsonl``, ``pieces.json`` and ``monitor.conllu``; writes ``teacher.pt``.
With START.pt it goes on from those weights.
"""

import json
import math
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from e5 import SPACE, Encoder, drop, read_file
from prepare import columns_of
from recipe import augment, groups_of, join
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

START, END, UNKNOWN = 0, 2, 3
PIECES_A_BATCH = 3072
# Each new shape costs seconds of compiling, so batches come in these.
LENGTHS = (32, 48, 64, 96, 128, 192, 256, 384)
ARC_WIDTH, LABEL_WIDTH = 256, 128
LEARN_RATE, LEARN_RATE_HEADS = 1.0e-4, 1e-3
DROPOUT = 0.15
WORD_TASKS = ("tag", "morph", "start", "ent")
N_NOTE_TEXTS = 700
# Short texts: attention grows with the square of their length.
LONGEST_GROUP = 4


class Cutter:
    """Cuts words into pieces, with the numbers they have in a model that keeps only some."""

    def __init__(self, tokenizer: Tokenizer, kept: Sequence[int] | None = None) -> None:
        self.tokenizer = tokenizer
        self.number = {piece: i for i, piece in enumerate(kept)} if kept is not None else None
        self.known: dict[str, list[int]] = {}

    def pieces(self, word: str, *, after_space: bool) -> list[int]:
        """Pieces of one word; a line end is the end mark."""
        if word.isspace():
            return [END]
        key = SPACE + word if after_space else word
        if key not in self.known:
            ids = self.tokenizer.encode(key).ids[:16] or [UNKNOWN]
            if self.number is not None:
                ids = [self.number.get(i, UNKNOWN) for i in ids]
            self.known[key] = ids
        return self.known[key]

    def text(self, words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[int], list[int], list[int]]:
        """Pieces of a text between start and end mark; places of the first and last piece of each word."""
        pieces, firsts, lasts = [START], [], []
        before = True
        for word, space in zip(words, spaces, strict=True):
            firsts.append(len(pieces))
            pieces += self.pieces(word, after_space=before)
            lasts.append(len(pieces) - 1)
            before = bool(space) or word.isspace()
        return [*pieces, END], firsts, lasts


class Biaffine(nn.Module):
    """Scores each pair of words (Dozat and Manning, 2017)."""

    def __init__(self, width: int, inner: int, n_out: int) -> None:
        super().__init__()
        self.dependent, self.head = nn.Linear(width, inner), nn.Linear(width, inner)
        self.weight = nn.Parameter(torch.zeros(n_out, inner + 1, inner + 1))

    def forward(self, dependents: Tensor, heads: Tensor) -> tuple[Tensor, Tensor]:
        """Project words to what they are as a dependent and as a head, with a one for the bias."""
        both = functional.gelu(self.dependent(dependents)), functional.gelu(self.head(heads))
        both = (drop(x, 0.25, training=self.training) for x in both)
        return tuple(functional.pad(x, (0, 1), value=1.0) for x in both)


class Teacher(nn.Module):
    """Tags, features, sentence starts, arcs and relations over one encoder."""

    def __init__(self, encoder: Encoder, n_labels: dict[str, int]) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.norm.normalized_shape[0]
        # The last piece holds the ending.
        self.last = nn.Linear(width, width, bias=False)
        nn.init.zeros_(self.last.weight)
        self.mix = nn.Parameter(torch.zeros(len(encoder.layers) + 1))
        self.of_words = nn.ModuleDict({task: nn.Linear(width, n_labels[task]) for task in WORD_TASKS})
        self.arc, self.label = Biaffine(width, ARC_WIDTH, 1), Biaffine(width, LABEL_WIDTH, n_labels["dep"])
        self.root = nn.Parameter(torch.zeros(width))

    def words(self, pieces: Tensor, mask: Tensor, ends: tuple[Tensor, Tensor]) -> Tensor:
        """States of the words, shape (n_texts, n_words, width), from all layers."""
        states = self.encoder(pieces, mask, DROPOUT)
        weights = self.mix.softmax(0)
        mixed = sum(w * s.float() for w, s in zip(weights, states, strict=True))
        first, last = (mixed.gather(1, end[..., None].expand(-1, -1, mixed.shape[-1])) for end in ends)
        return first + self.last(last)

    def forward(self, pieces: Tensor, mask: Tensor, ends: tuple[Tensor, Tensor]) -> dict[str, Tensor]:
        """Scores of each label for each word; ``arc[b, i, j]`` that word j-1 heads word i, 0 the root."""
        x = drop(self.words(pieces, mask, ends), DROPOUT, training=self.training)
        heads = torch.cat([self.root.expand(len(x), 1, -1), x], 1)
        dependent, head = self.arc(x, heads)
        arc = torch.einsum("bic,ocd,bjd->boij", dependent, self.arc.weight.to(dependent.dtype), head)[:, 0]
        return {
            **{task: score(x) for task, score in self.of_words.items()},
            "arc": arc.float(),
            "relation": self.label(x, heads),
        }

    def relations(self, scores: dict[str, Tensor], heads: Tensor) -> Tensor:
        """Scores of the relations of each word with the head given for it."""
        dependent, head = scores["relation"]
        chosen = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum("bic,ocd,bid->bio", dependent, self.label.weight.to(dependent.dtype), chosen)


def batches_of(texts: list[dict], cutter: Cutter, rng: random.Random | None) -> Iterator[list[dict]]:
    """Put texts of about one length together, ``PIECES_A_BATCH`` pieces a batch with padding."""
    by_length: dict[int, list[dict]] = {length: [] for length in LENGTHS}
    for text in texts:
        text["pieces"], text["firsts"], text["lasts"] = cutter.text(text["words"], text["spaces"])
        if len(text["pieces"]) <= LENGTHS[-1]:
            by_length[next(n for n in LENGTHS if n >= len(text["pieces"]))].append(text)
    batches = []
    for length, alike in by_length.items():
        n_texts = PIECES_A_BATCH // length
        batches += [alike[i : i + n_texts] for i in range(0, len(alike), n_texts)]
    if rng:
        rng.shuffle(batches)
    yield from batches


def padded(rows: Sequence[Sequence[int]], value: int, length: int) -> Tensor:
    """Make a matrix of rows of different lengths, with as many empty rows as fill a batch."""
    out = np.full((PIECES_A_BATCH // length, length), value, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def length_of(batch: list[dict]) -> int:
    """Number of pieces that the texts of a batch are filled up to."""
    longest = max(len(t["pieces"]) for t in batch)
    return next(n for n in LENGTHS if n >= longest)


def run(teacher: Teacher, batch: list[dict]) -> dict[str, Tensor]:
    """Score the words of a batch."""
    length = length_of(batch)
    pieces = padded([t["pieces"] for t in batch], 1, length)
    mask = padded([[1] * len(t["pieces"]) for t in batch], 0, length).bool()
    ends = tuple(padded([t[end] for t in batch], 0, length) for end in ("firsts", "lasts"))
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher(pieces, mask, ends)
        n_words = padded([[len(t["firsts"])] for t in batch], 1, length)[:, :1]
        beyond = torch.arange(length + 1)[None, :] > n_words
        scores["arc"] = scores["arc"].masked_fill(beyond[:, None, :], -1e4)
    return scores


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


def sentence_starts(heads: Sequence[int]) -> set[int]:
    """First words of the trees that stand behind one another."""
    starts, root_of = set(), {}

    def root(i: int) -> int:
        path = []
        while i not in root_of and heads[i] != i:
            path.append(i)
            i = heads[i]
        top = root_of.get(i, i)
        root_of.update(dict.fromkeys([*path, i], top))
        return top

    before = None
    for i in range(len(heads)):
        if root(i) != before:
            before = root(i)
            starts.add(i)
    return starts


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


def labels_of(sentences: list[dict]) -> dict[str, dict[str, int]]:
    """Number the labels that the treebank uses."""
    names = {
        "tag": {t for s in sentences for t in s["tags"]},
        "morph": {f"{p} {m}" for s in sentences for p, m in zip(s["pos"], s["morphs"], strict=True)},
        "dep": {d for s in sentences for d in s["deps"]},
        "ent": {e for s in sentences for e in s["ents"]},
    }
    return {k: {name: i for i, name in enumerate(sorted(v))} for k, v in names.items()}


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


def read_conllu(path: Path) -> list[dict]:
    """Texts of ten sentences."""
    sentences = [columns_of(b, "") for b in path.read_text(encoding="utf8").split("\n\n") if b.strip()]
    return [join(sentences[i : i + 10], None, as_list=False) for i in range(0, len(sentences), 10)]


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
    monitor = read_conllu(work_dir / "monitor.conllu")
    rng = random.Random(0)
    n_steps = n_epochs * len(list(batches_of(texts_of(sentences, rng) + note_texts(lines, rng), cutter, rng)))
    step, started = 0, time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min((s + 1) / 200, 0.5 * (1 + math.cos(math.pi * min(1, s / n_steps))))
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
    print(f"{time.time() - started:.0f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 8, *sys.argv[3:])
