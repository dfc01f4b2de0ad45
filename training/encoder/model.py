"""The sentence encoder in PyTorch: multilingual-e5-small, narrowed, with last layers for each side."""

import json
import unicodedata
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from e5 import SPACE, Encoder, Layer, read_file
from tokenizers import Tokenizer, models
from torch import Tensor, nn
from torch.nn import functional

START, FILLING, END, UNKNOWN = 0, 1, 2, 3
SIDES = ("text", "question")
MAX_PIECES = 128
# The sigmoid of 1.702 x stands close to the Gaussian distribution function (Hendrycks and Gimpel 2016).
GELU_SLOPE = 1.702


class Cutter:
    """Cuts texts into the word pieces that the encoder keeps."""

    def __init__(self, tokenizer: Tokenizer, kept: list[int]) -> None:
        pieces = json.loads(tokenizer.to_str())["model"]["vocab"]
        self.pieces = [tuple(pieces[i]) for i in kept]
        self._tokenizer = Tokenizer(models.Unigram(self.pieces, UNKNOWN, False))
        self._ids_of: dict[str, list[int]] = {}

    def cut(self, text: str, max_pieces: int = MAX_PIECES) -> list[int]:
        """Numbers of the pieces of a text, with those of its start and end."""
        ids: list[int] = []
        for word in unicodedata.normalize("NFKC", text).split():
            if word not in self._ids_of:
                self._ids_of[word] = self._tokenizer.encode(SPACE + word).ids
            ids += self._ids_of[word]
        return [START, *ids[: max_pieces - 2], END]


class SentenceEncoder(nn.Module):
    """Mean of the last states; a side has a vector, added to each piece, and may have own last layers."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        for layer in encoder.layers:
            use_silu(layer)
        self.sides = nn.Embedding(len(SIDES), encoder.norm.weight.shape[0])
        nn.init.zeros_(self.sides.weight)
        self.own = nn.ModuleList(nn.ModuleList() for _ in SIDES)

    def split(self, n_own: int) -> None:
        """Give each side a copy of the last layers."""
        layers = list(self.encoder.layers)
        self.encoder.layers = nn.ModuleList(layers[: len(layers) - n_own])
        self.own = nn.ModuleList(nn.ModuleList(map(deepcopy, layers[len(layers) - n_own :])) for _ in SIDES)

    def forward(self, pieces: Tensor, side: str, dropout: float = 0.1) -> Tensor:
        """Unit vectors of shape (n_texts, width) of pieces of shape (n_texts, n_pieces)."""
        mask = pieces != FILLING
        e, number = self.encoder, SIDES.index(side)
        x = e.norm(e.words(pieces) + e.places.weight[: pieces.shape[1]] + self.sides.weight[number])
        beyond = torch.zeros(mask.shape).masked_fill(~mask, -1e4)
        for layer in [*e.layers, *self.own[number]]:
            x = layer(x, beyond, dropout)
        kept = mask[..., None].to(x.dtype)
        return functional.normalize(((x * kept).sum(1) / kept.sum(1)).float(), dim=-1)


@torch.no_grad()
def use_silu(layer: Layer) -> None:
    """Put x * sigmoid(1.702 x) in the place of GELU, the factor taken into the weights: cheap in NumPy."""
    layer.activation = functional.silu
    layer.up.weight *= GELU_SLOPE
    layer.up.bias *= GELU_SLOPE
    layer.down.weight /= GELU_SLOPE


def load_e5(work_dir: Path) -> tuple[SentenceEncoder, Cutter]:
    """multilingual-e5-small in 4 bits with SiLU for GELU, untrained otherwise, and what cuts texts for it."""
    shape, tokenizer, weights = read_file()
    kept = json.loads((work_dir / "pieces.json").read_text())
    return SentenceEncoder(Encoder(shape, weights, np.array(kept))), Cutter(tokenizer, kept)


def batch_of(cut: list[list[int]], n_pieces: int) -> Tensor:
    """Numbers of shape (n_texts, n_pieces): longer texts are cut off, shorter ones filled."""
    batch = np.full((len(cut), n_pieces), FILLING, dtype=np.int64)
    for row, ids in zip(batch, cut, strict=True):
        row[: min(len(ids), n_pieces)] = ids[:n_pieces]
    return torch.from_numpy(batch)


@torch.no_grad()
def encode(encoder: SentenceEncoder, cut: list[list[int]], side: str) -> np.ndarray:
    """Unit vectors of texts, a batch of about equally long ones at a time."""
    was_training = encoder.training
    encoder.eval()
    order = sorted(range(len(cut)), key=lambda i: len(cut[i]))
    rows = np.zeros((len(cut), encoder.sides.weight.shape[1]), dtype=np.float32)
    for start in range(0, len(order), 64):
        chosen = order[start : start + 64]
        width = -(-max(len(cut[i]) for i in chosen) // 8) * 8
        padded = [cut[i] for i in chosen] + [[START, END]] * (64 - len(chosen))
        with torch.autocast("cpu", torch.bfloat16):
            out = encoder(batch_of(padded, width), side)
        rows[chosen] = out[: len(chosen)].numpy()
    encoder.train(was_training)
    return rows


@torch.no_grad()
def narrow(encoder: SentenceEncoder, cut: list[list[int]], n_inner: int) -> None:
    """Keep the inner units of each layer that say most about texts: activation times outgoing weight."""
    said: dict[int, list[Tensor]] = {}
    layers = list(encoder.encoder.layers)
    hooks = [
        layer.down.register_forward_pre_hook(
            lambda _, given, i=i: said.setdefault(i, []).append(given[0].float().abs().mean((0, 1)))
        )
        for i, layer in enumerate(layers)
    ]
    encode(encoder, cut, "text")
    for hook in hooks:
        hook.remove()
    for i, layer in enumerate(layers):
        weight = torch.stack(said[i]).mean(0) * layer.down.weight.norm(dim=0)
        kept = weight.topk(n_inner).indices.sort().values
        for part, axis in ((layer.up, 0), (layer.down, 1)):
            part.weight = nn.Parameter(part.weight.index_select(axis, kept).clone())
        layer.up.bias = nn.Parameter(layer.up.bias[kept].clone())


def load_trained(work_dir: Path, weights: Path) -> tuple[SentenceEncoder, Cutter]:
    """An encoder that ``train.py`` saved; its sizes are those of its weights."""
    state = torch.load(weights, weights_only=True)
    encoder, cutter = load_e5(work_dir)
    encoder.split(len({name.split(".")[2] for name in state if name.startswith("own.0.")}))
    n_inner, width = state["encoder.layers.0.up.weight"].shape
    for layer in [*encoder.encoder.layers, *(layer for own in encoder.own for layer in own)]:
        layer.up, layer.down = nn.Linear(width, n_inner), nn.Linear(n_inner, width)
    encoder.load_state_dict(state)
    return encoder, cutter
