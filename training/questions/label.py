"""Label raw sentences by the teacher, who sees their marks, and write them as note-takers would, without.

Usage: label.py DATA WORK_DIR ENCODER_DIR ENCODER.pt

Reads ``teacher.pt``; writes ``labelled.npz``: texts, and probabilities of the labels of their words.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from gold import ASKS, Item, Text, items_of, plain, scored, vary
from teach import label, load_start

from notemine.dutch import cues
from notemine.questions.tagger import LABELS
from notemine.questions.words import words_of

# Sentences with a question mark, with a word of asking, and others, at most.
N_SENTENCES = {
    "kamer-be": (16000, 12000, 6000), "tatoeba": (16000, 5000, 6000), "verenigingen": (6000, 5000, 4000),
    "overheid-docs": (6000, 6000, 5000), "common-voice": (6000, 2500, 2500), "varia": (5000, 3000, 3000),
    "samenvattingen": (1500, 1500, 2500), "onderwijs-teksten": (1500, 2500, 2500),
    "standaarden-docs": (1500, 2500, 2500), "covid-voorlichting": (500, 300, 300),
    "moodle-nl": (1500, 1500, 500), "ms-docs": (1500, 1500, 500), "software-docs": (1500, 1500, 500),
    "boeken": (2500, 1500, 1000),
    "hedy": (500, 300, 200), "wetten": (0, 1500, 800),
}  # fmt: skip
MAX_CHARS = 220
# What stands behind a pronoun that is the subject of a main clause.
SUBJECT = re.compile(
    r"(?:Ik|We|Wij|Ze|Zij|Hij|Het|Dat|Dit|Deze|Die|Er) ([a-z]+ (?!(?:ik|we|wij|ze|zij|hij|je)\b).*)\.$"
)
ENCODER_TEXTS = Path(__file__).parent.parent / "encoder" / "written"
HEADS = (
    "Vraag: ", "Vraag 2: ", "V: ", "Tafel 3: ", "Voorzitter: ", "Decaan: ", "Samira: ", "- Peter: ",
    "Punt 4: ", "Rondvraag: ", "Actie: ", "Reactie: ", "JB: ", "1. ", "- ", "* ", "- [ ] ", "Tom, ",
    "Hij zei: ", "Ouders: ",
    "Conclusie: ", "opm. ", "Nog open: ", "Discussie - ", "Idee: ", "Besluit: ", "Tip: ", "A: ", "Antw: ",
)  # fmt: skip
FILLERS = (
    "en ",
    "maar ",
    "ja maar ",
    "dus ",
    "want ",
    "uh ",
    "nou ",
    "en uh ",
    "oké ",
    "ja ",
    "nee ",
    "verder ",
)
GLUES = (
    ", ",
    ", en ",
    ", maar ",
    ", dus ",
    "; ",
    " - ",
    ": ",
    " (",
    " en ",
    ". ",
    " / ",
    " + ",
    " -> ",
    "? ",
)


@dataclass(frozen=True)
class Labelled:
    """A unit with the probabilities of its labels, shape (n_words, n_labels)."""

    item: Item
    rows: np.ndarray


def sentences(data: Path, rng: random.Random) -> list[tuple[str, bool]]:
    """Raw sentences, and whether their marks can be relied on."""
    leave_out = scored(data)
    texts = [
        (text, True)
        for name, n in N_SENTENCES.items()
        for text in _drawn(data, name, n, leave_out=leave_out, rng=rng)
    ]
    texts += [(text, False) for text in _of_encoder()]
    rng.shuffle(texts)
    return texts


def as_marked(item: Item, rows: np.ndarray) -> np.ndarray | None:
    """What the mark knows better than the teacher; None where they contradict one another."""
    if "?" in item.words:
        return rows if (rows.argmax(1) > 0).any() else None
    rows = rows.copy()
    asked = [i for i, label in enumerate(LABELS) if label.endswith("asked")]
    rows[:, 0] += rows[:, asked].sum(1)
    rows[:, asked] = 0
    return rows


def _drawn(
    data: Path, name: str, n: tuple[int, int, int], *, leave_out: set[str], rng: random.Random
) -> Iterator[str]:
    with gzip.open(data / f"raw/{name}.txt.gz", "rt", encoding="utf8") as file:
        lines = sorted({x.strip() for x in file if 8 < len(x.strip()) < MAX_CHARS})
    lines = [x for x in lines if plain(x) not in leave_out]
    kinds: tuple[list[str], ...] = ([], [], [])
    for line in lines:
        kinds[0 if "?" in line else 1 if ASKS.search(line.lower()) else 2].append(line)
    for some, limit in zip(kinds, n, strict=True):
        yield from rng.sample(some, min(limit, len(some)))


def _of_encoder() -> list[str]:
    """Questions and statements written for the encoder, without what marks their groups."""
    files = sorted(ENCODER_TEXTS.glob("*.txt"))
    lines = [x.lstrip("#~ ").strip() for file in files for x in file.read_text("utf8").splitlines()]
    return [x for x in lines if len(x) > 8 and x[0].isalpha()]


def disguised(one: Labelled, other: Labelled, rng: random.Random) -> Labelled:
    """Put a unit behind a label, a filler or another unit, as notes do."""
    way = rng.random()
    if way < 0.5:
        head = rng.choice(HEADS if way < 0.35 else FILLERS)
        return joined(_plain(head), one if rng.random() < 0.4 else _in_lower_case(one))
    first, second = (one, other) if rng.random() < 0.5 else (other, one)
    if first.item.words[-1] in ".?!":
        first = _cut(first)
    second = second if rng.random() < 0.4 else _in_lower_case(second)
    return joined(joined(first, _plain(rng.choice(GLUES))), second)


def joined(one: Labelled, other: Labelled) -> Labelled:
    """Two units as one."""
    labels = tuple(range(len(one.rows) + len(other.rows)))
    words, spaces = one.item.words + other.item.words, one.item.spaces + other.item.spaces
    return Labelled(Item(words, spaces, labels), np.vstack([one.rows, other.rows]))


def _plain(text: str) -> Labelled:
    """Words that ask nothing; what stands before their first space goes to the word before."""
    words = [(w.start, w.end) for w in words_of(text)]
    rows = np.zeros((len(words), len(LABELS)), np.float32)
    rows[:, 0] = 1
    spaces = tuple(text[b : b + 1] == " " for _, b in words)
    return Labelled(Item(tuple(text[a:b] for a, b in words), spaces, tuple(range(len(words)))), rows)


def _cut(one: Labelled) -> Labelled:
    """Without its last word."""
    item = replace(one.item, words=one.item.words[:-1], spaces=(*one.item.spaces[:-2], False))
    return Labelled(item, one.rows[:-1])


def _in_lower_case(one: Labelled) -> Labelled:
    first, *rest = one.item.words
    return Labelled(replace(one.item, words=(first[:1].lower() + first[1:], *rest)), one.rows)


def noted(found: list[Labelled], rng: random.Random) -> Iterator[Labelled]:
    """The units as notes would have them, half of them behind or before something else."""
    short = [one for one in found if 1 < len(one.rows) < 18]
    for one in found:
        if rng.random() < 0.45 and len(one.rows) > 1:
            one = disguised(one, rng.choice(short), rng)
        item = vary(replace(one.item, labels=tuple(range(len(one.rows)))), rng)
        item = replace(item, is_listed=one.item.is_listed or rng.random() < 0.08)
        yield Labelled(item, one.rows[list(item.labels)])


def telegrams(texts: list[str], rng: random.Random) -> Iterator[Labelled]:
    """Statements cut short as notes do: without their subject, or the last words alone. They ask nothing."""
    told = [
        x for x in texts if x.endswith(".") and not ASKS.search(x.lower()) and "," not in x and "?" not in x
    ]
    for text in told:
        match = SUBJECT.match(text)
        words = text.rstrip(".").split()
        if match and rng.random() < 0.6:
            cut = match[1]
        elif len(words) > 5 and rng.random() < 0.35:
            cut = " ".join(words[-rng.randint(2, 5) :])
        else:
            continue
        if cues.QUESTION_WORDS.isdisjoint(cut.lower().split()):
            head = rng.choice(("", "", "", "[ ] ", "**", rng.choice(HEADS)))
            written = head + rng.choice((cut, cut[0].upper() + cut[1:]))
            yield Labelled(replace(_plain(written).item, is_listed=rng.random() < 0.4), _plain(written).rows)


def main(data: Path, work_dir: Path, start: tuple[Path, Path]) -> None:
    """Label and write."""
    torch.set_num_threads(2)
    rng = random.Random(3)
    tagger, cutter = load_start(*start)
    tagger.load_state_dict(torch.load(work_dir / "teacher.pt", weights_only=True))
    texts = sentences(data, rng)
    units = [(item, marked) for text, marked in texts for item in items_of(Text(text, (), "raw"))]
    print(len(units), "units", flush=True)
    found: list[Labelled | None] = [None] * len(units)
    for done, (n, row) in enumerate(label(tagger, [item for item, _ in units], cutter)):
        item, is_marked = units[n]
        rows = as_marked(item, np.exp(row)) if is_marked else np.exp(row)
        found[n] = Labelled(item, rows) if rows is not None else None
        if done % 20000 == 0:
            print(done, flush=True)
    written = list(noted([one for one in found if one], rng))
    written += [one for one in telegrams([text for text, _ in texts], rng) if one.item.words]
    np.savez(
        work_dir / "labelled.npz",
        units=np.array([json.dumps([one.item.text, one.item.is_listed]) for one in written]),
        lengths=np.array([len(one.rows) for one in written]),
        rows=np.concatenate([one.rows for one in written]).astype(np.float16),
    )


if __name__ == "__main__":
    data, work_dir, *start = map(Path, sys.argv[1:5])
    main(data, work_dir, tuple(start))
