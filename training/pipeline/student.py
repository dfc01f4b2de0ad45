"""spaCy's MultiHashEmbed and MaxoutWindowEncoder, written again in PyTorch.

There they learn from millions of words in minutes (``train_student.py``), and the subword vectors, which
spaCy takes as they are, are learnt along.
"""

import numpy as np
import spacy
import torch
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.tokens import Doc
from spacy.vectors import Mode, Vectors
from teacher import Biaffine
from thinc.api import NumpyOps
from torch import Tensor, nn
from torch.nn import functional

ATTRS = (NORM, PREFIX, SUFFIX, SHAPE)
N_HASHES = 4
ARC_WIDTH = 96
DROPOUT = 0.1
TASKS = ("tag", "morph", "start", "ent", "dep")
FLORET = {"minn": 4, "maxn": 5, "hash_count": 2, "hash_seed": 2166136261}
N_VECTORS, VECTOR_WIDTH = 12_000, 72


class Words:
    """Numbers the words of the training text and finds the rows that spaCy looks up for each."""

    def __init__(self, rows: list[int]) -> None:
        self.nlp = spacy.blank("nl")
        self.rows, self.number = rows, {"": 0}
        self.ops = NumpyOps()
        self.vectors = Vectors(
            strings=self.nlp.vocab.strings,
            data=np.zeros((N_VECTORS, 1), "f"),
            mode=Mode.floret,
            attr="LOWER",
            **FLORET,
        )
        self._in_tables, self._grams = [np.zeros((0, len(rows), N_HASHES), np.int32)], [[]]

    def numbers(self, words: list[str]) -> list[int]:
        """Numbers of words; those not seen before get the next."""
        return [self.number.setdefault(word, len(self.number)) for word in words]

    def look_up(self) -> tuple[Tensor, Tensor, Tensor]:
        """Find the rows of all words.

        Returns:
            Rows of the tables, shape (n_words, n_tables, 4); rows of the subwords, one word after the other;
            where each word begins in these.
        """
        doc = Doc(self.nlp.vocab, words=[word or "x" for word in self.number])
        values = doc.to_array(ATTRS).astype("uint64")
        # Seeds count from 8 in MultiHashEmbed.
        tables = [self.ops.hash(self.ops.as_contig(values[:, i]), 8 + i) % n for i, n in enumerate(self.rows)]
        grams = [self._subwords(word.lower()) for word in self.number]
        starts = np.cumsum([0, *map(len, grams)][:-1])
        flat = np.fromiter((row for rows in grams for row in rows), np.int64)
        stacked = np.stack(tables, 1).astype(np.int64)
        return torch.from_numpy(stacked), torch.from_numpy(flat), torch.from_numpy(starts)

    def _subwords(self, word: str) -> list[int]:
        v = self.vectors
        return (
            [h % N_VECTORS for gram in v._get_ngrams(word) for h in v._get_ngram_hashes(gram)]
            if word
            else [0]
        )


class Maxout(nn.Module):
    """The largest of several linear maps, normed (Goodfellow et al., 2013)."""

    def __init__(self, n_in: int, n_out: int, n_pieces: int) -> None:
        super().__init__()
        self.linear = nn.Linear(n_in, n_out * n_pieces)
        nn.init.xavier_uniform_(self.linear.weight, gain=1.4)
        nn.init.zeros_(self.linear.bias)
        self.n_pieces, self.norm = n_pieces, nn.LayerNorm(n_out, eps=1e-8)

    def forward(self, x: Tensor) -> Tensor:
        """Map (n, n_in) to (n, n_out)."""
        return self.norm(self.linear(x).view(len(x), -1, self.n_pieces).amax(-1))


class Student(nn.Module):
    """spaCy's tok2vec, with a classifier for each task on top."""

    def __init__(self, config: dict, words: Words, n_labels: dict[str, int]) -> None:
        super().__init__()
        embed, encode = config["embed"], config["encode"]
        width, pieces = embed["width"], encode["maxout_pieces"]
        self.in_tables, self.grams, self.gram_starts = words.look_up()
        self.gram_ends = torch.cat([self.gram_starts[1:], torch.tensor([len(self.grams)])])
        self.tables = nn.ParameterList(torch.empty(n, width).uniform_(-0.1, 0.1) for n in embed["rows"])
        self.vectors = nn.Parameter(torch.empty(N_VECTORS, VECTOR_WIDTH).normal_(0, 0.3))
        self.project = nn.Linear(VECTOR_WIDTH, width, bias=False)
        self.mix = Maxout((len(embed["rows"]) + 1) * width, width, 3)
        self.layers = nn.ModuleList(Maxout(3 * width, width, pieces) for _ in range(encode["depth"]))
        self.of_words = nn.ModuleDict({task: nn.Linear(width, n_labels[task]) for task in TASKS})
        self.arc = Biaffine(width, ARC_WIDTH, 1)
        self.root = nn.Parameter(torch.zeros(width))

    def embed(self, numbers: Tensor) -> Tensor:
        """Embed words by their number."""
        in_tables = self.in_tables[numbers]
        parts = [table[in_tables[:, i]].sum(1) for i, table in enumerate(self.tables)]
        starts, lengths = self.gram_starts[numbers], self.gram_ends[numbers] - self.gram_starts[numbers]
        offsets = torch.cat([torch.zeros(1, dtype=torch.long), lengths.cumsum(0)[:-1]])
        flat = torch.arange(int(lengths.sum())) + (starts - offsets).repeat_interleave(lengths)
        subwords = functional.embedding_bag(self.grams[flat], self.vectors, offsets, mode="mean")
        return self.mix(torch.cat([*parts, self.project(subwords)], 1))

    def forward(self, numbers: Tensor, is_word: Tensor) -> Tensor:
        """States of words, shape (n, width); between texts stand rows of zeros, as spaCy pads them."""
        x = drop_some(self.embed(numbers) * is_word[:, None], training=self.training)
        for layer in self.layers:
            edge = x.new_zeros(1, x.shape[1])
            around = torch.cat([torch.cat([edge, x[:-1]]), x, torch.cat([x[1:], edge])], 1)
            x = x + drop_some(layer(around), training=self.training)
        return x

    def arcs(self, x: Tensor, where: Tensor) -> Tensor:
        """Score for each word of a text the root and each word as its head.

        Args:
            x: States of all rows.
            where: Row of each word, shape (n_texts, n_words), -1 where a text is shorter.

        Returns:
            Shape (n_texts, n_words, 1 + n_words); the root comes first.
        """
        words = x[where.clamp(min=0)]
        heads = torch.cat([self.root.expand(len(where), 1, -1), words], 1)
        dependent, head = self.arc(words, heads)
        scores = dependent @ self.arc.weight[0] @ head.transpose(1, 2)
        beyond = torch.cat([torch.zeros(len(where), 1, dtype=torch.bool), where < 0], 1)
        return scores.masked_fill(beyond[:, None], -1e4)


def drop_some(x: Tensor, *, training: bool) -> Tensor:
    """Drop features, the same ones for runs of 64 words: cheap to draw."""
    if not training:
        return x
    mask = functional.dropout(x.new_ones(-(-len(x) // 64), x.shape[1]), DROPOUT)
    return x * mask.repeat_interleave(64, 0)[: len(x)]
