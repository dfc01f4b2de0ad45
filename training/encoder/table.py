"""The word table in PyTorch; its features are those of ``notemine.embed.word_features``."""

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from notemine.embed.word_features import numbered, pair_numbers, word_numbers

N_BUCKETS, N_DIMS, N_HIDDEN, WIDTH = 2**16, 256, 768, 384


class Table(nn.Module):
    """Sums of rows, then a net with a last layer for each side; see ``notemine/embed/word_table.py``."""

    def __init__(
        self, n_buckets: int = N_BUCKETS, n_dims: int = N_DIMS, n_hidden: int = N_HIDDEN, pairs: bool = True
    ) -> None:
        super().__init__()
        self.n_buckets, self.pairs = n_buckets, pairs
        self.rows = nn.Parameter(torch.randn(n_buckets, n_dims) * 0.3 / n_dims**0.5)
        self.hidden = nn.Linear(n_dims, n_hidden)
        self.skip = nn.Parameter(torch.randn(2, n_dims, WIDTH) / n_dims**0.5)
        self.out = nn.Parameter(torch.randn(2, n_hidden, WIDTH) * 0.3 / n_hidden**0.5)
        self.out_bias = nn.Parameter(torch.zeros(2, WIDTH))

    def forward(self, texts: Sequence[str], side: int) -> Tensor:
        """Unit vectors, shape (n_texts, WIDTH)."""
        words, of_word, starts = numbered(texts)
        features = [word_numbers(word) for word in words]
        sizes = np.array([len(found) for found in features])
        flat = torch.from_numpy(np.concatenate(features) % self.n_buckets)
        offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(sizes)[:-1]]))
        of_words = functional.embedding_bag(flat, self.rows, offsets, mode="sum")
        of_words = of_words / torch.from_numpy(np.sqrt(sizes)).float()[:, None]
        index = torch.from_numpy(of_word)
        text_of = torch.from_numpy(np.repeat(np.arange(len(texts)), np.diff(starts)))
        summed = of_words.new_zeros(len(texts), of_words.shape[1]).index_add(0, text_of, of_words[index])
        if self.pairs:
            own = np.array([found[0] for found in features])[of_word]
            inside = (text_of[:-1] == text_of[1:]).numpy()
            number = torch.from_numpy(pair_numbers(own)[inside] % self.n_buckets)
            summed = summed.index_add(
                0, text_of[:-1][torch.from_numpy(inside)], functional.embedding(number, self.rows)
            )
        n_words = torch.from_numpy(np.maximum(np.diff(starts), 1)).float()
        summed = summed / n_words.sqrt()[:, None]
        hidden = functional.relu(self.hidden(summed))
        return functional.normalize(
            summed @ self.skip[side] + hidden @ self.out[side] + self.out_bias[side], dim=1
        )
