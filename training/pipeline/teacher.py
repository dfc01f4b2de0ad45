"""The teacher: a large model over one encoder that labels raw text for the small one.

``train_teacher.py`` trains it, ``label_raw.py`` uses it.
"""

import random
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from e5 import SPACE, Encoder, drop
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

START, END, UNKNOWN = 0, 2, 3
PIECES_A_BATCH = 3072
# Each new shape costs seconds of compiling, so batches come in these.
LENGTHS = (32, 48, 64, 96, 128, 192, 256, 384)
ARC_WIDTH, LABEL_WIDTH = 256, 128
DROPOUT = 0.15
WORD_TASKS = ("tag", "morph", "start", "ent")


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


class WordEncoder(nn.Module):
    """States of words: those of their first and last piece, mixed from all layers of an encoder."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.width = encoder.norm.normalized_shape[0]
        # The last piece holds the ending.
        self.last = nn.Linear(self.width, self.width, bias=False)
        nn.init.zeros_(self.last.weight)
        self.mix = nn.Parameter(torch.zeros(len(encoder.layers) + 1))

    def words(self, pieces: Tensor, mask: Tensor, ends: tuple[Tensor, Tensor]) -> Tensor:
        """States of the words, shape (n_texts, n_words, width), from all layers."""
        states = self.encoder(pieces, mask, DROPOUT)
        weights = self.mix.softmax(0)
        mixed = sum(w * s.float() for w, s in zip(weights, states, strict=True))
        first, last = (mixed.gather(1, end[..., None].expand(-1, -1, mixed.shape[-1])) for end in ends)
        return first + self.last(last)


class Teacher(WordEncoder):
    """Tags, features, sentence starts, arcs and relations over one encoder."""

    def __init__(self, encoder: Encoder, n_labels: dict[str, int]) -> None:
        super().__init__(encoder)
        width = self.width
        self.of_words = nn.ModuleDict({task: nn.Linear(width, n_labels[task]) for task in WORD_TASKS})
        self.arc, self.label = Biaffine(width, ARC_WIDTH, 1), Biaffine(width, LABEL_WIDTH, n_labels["dep"])
        self.root = nn.Parameter(torch.zeros(width))

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
