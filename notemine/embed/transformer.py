"""A small transformer encoder (Vaswani et al. 2017) in NumPy, for inference only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

Arrays: TypeAlias = "Mapping[str, NDArray[np.generic]]"

NORM_EPSILON = 1e-12
# So many rows stay in the cache of one core. Always so many, the last ones idle: the row of a text then does
# not depend, not even in its last bit, on the texts beside it.
N_ROWS = 384


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of a layer: attention and a feed-forward net, each added to what goes in, and normed.

    Queries are scaled already; ``norm`` and ``last_norm`` hold a weight and a bias.
    """

    qkv: Matrix
    qkv_bias: Matrix
    out: Matrix
    out_bias: Matrix
    norm: Matrix
    up: Matrix
    up_bias: Matrix
    down: Matrix
    down_bias: Matrix
    last_norm: Matrix


class _Buffers:
    """Arrays that every layer writes over: making them anew costs more than filling them."""

    def __init__(self, layer: Layer) -> None:
        n_dims, n_inner = layer.up.shape
        self.states, self.other, self.context = np.zeros((3, N_ROWS, n_dims), dtype=np.float32)
        self.projected = np.empty((N_ROWS, 3 * n_dims), dtype=np.float32)
        self.inner, self.gate = np.empty((2, N_ROWS, n_inner), dtype=np.float32)


class Transformer:
    """Numbers of word pieces to vectors: the mean of the last states."""

    def __init__(self, arrays: Arrays) -> None:
        """Unpack the weights.

        Args:
            arrays: As ``training/encoder/export.py`` writes them: matrices in 8 bits with a scale a column
                (``words``: a row), the rest in 16; first the layers that all sides share, then each side's.
        """
        self._words, self._word_scales = arrays["words"], _wide(arrays["words.scale"])
        self._positions, self._sides = _wide(arrays["positions"]), _wide(arrays["sides"])
        self._first_norm = _wide(arrays["first_norm"])
        self._n_heads = int(arrays["n_heads"])
        layers = [
            Layer(**{name: _unpack(arrays, name, i) for name in Layer.__slots__})
            for i in range(len(arrays["qkv"]))
        ]
        n_shared = int(arrays["n_shared"])
        n_own = (len(layers) - n_shared) // len(self._sides)
        self._layers_of = [
            layers[:n_shared] + layers[n_shared + side * n_own :][:n_own] for side in range(len(self._sides))
        ]
        self.n_dims = int(self._words.shape[1])
        self.max_pieces = min(len(self._positions), N_ROWS)

    def encode(self, texts: Sequence[Sequence[int]], *, side: int) -> Matrix:
        """Encode texts; the row of a text does not depend on the others.

        Args:
            texts: Numbers of the pieces of each, those of start and end included, at most ``max_pieces``.
            side: Number of the side, which has a vector for each piece and last layers of its own.

        Returns:
            Shape (n_texts, n_dims), of any length.

        Raises:
            ValueError: a text is too long.
        """
        if any(len(text) > self.max_pieces for text in texts):
            raise ValueError(f"a text has more than {self.max_pieces} pieces")
        rows = np.empty((len(texts), self.n_dims), dtype=np.float32)
        buffers = _Buffers(self._layers_of[side][0])
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for length, same in groupby(order, key=lambda i: len(texts[i])):
            chosen = list(same)
            n_texts = N_ROWS // length
            for first in range(0, len(chosen), n_texts):
                batch = chosen[first : first + n_texts]
                rows[batch] = self._encode(np.array([texts[i] for i in batch]), side, buffers)
        return rows

    def _encode(self, pieces: NDArray[np.int64], side: int, buffers: _Buffers) -> Matrix:
        """Encode texts of one length, shape (n_texts, length)."""
        n_texts, length = pieces.shape
        flat, states = pieces.ravel(), buffers.states
        buffers.context[:] = states[:] = 0
        np.multiply(self._words[flat], self._word_scales[flat, None], out=states[: len(flat)])
        states[: len(flat)] += np.tile(self._positions[:length] + self._sides[side], (n_texts, 1))
        _norm(states, self._first_norm)
        for layer in self._layers_of[side]:
            _attend(layer, buffers, shape=(n_texts, length, 3, self._n_heads, -1))
            _feed_forward(layer, buffers)
        mean: Matrix = states[: len(flat)].reshape(n_texts, length, -1).mean(axis=1)
        return mean


def _attend(layer: Layer, buffers: _Buffers, *, shape: tuple[int, ...]) -> None:
    """Let each piece look at all pieces of its text."""
    n = shape[0] * shape[1]
    np.matmul(buffers.states, layer.qkv, out=buffers.projected)
    buffers.projected += layer.qkv_bias
    q, k, v = buffers.projected[:n].reshape(shape).transpose(2, 0, 3, 1, 4)
    seen = _softmax(q @ k.swapaxes(-1, -2)) @ v
    buffers.context[:n].reshape(*shape[:2], *shape[3:])[:] = seen.swapaxes(1, 2)
    np.matmul(buffers.context, layer.out, out=buffers.other)
    _add(buffers.states, buffers.other, layer.out_bias)
    _norm(buffers.states, layer.norm)


def _feed_forward(layer: Layer, buffers: _Buffers) -> None:
    np.matmul(buffers.states, layer.up, out=buffers.inner)
    buffers.inner += layer.up_bias
    # SiLU of 2 x; tanh is faster than exp and a division.
    np.tanh(buffers.inner, out=buffers.gate)
    buffers.gate += 1
    buffers.gate *= buffers.inner
    np.matmul(buffers.gate, layer.down, out=buffers.other)
    _add(buffers.states, buffers.other, layer.down_bias)
    _norm(buffers.states, layer.last_norm)


def _add(states: Matrix, change: Matrix, bias: Matrix) -> None:
    states += change
    states += bias


def _norm(rows: Matrix, weight_and_bias: Matrix) -> None:
    """Give each row mean 0 and variance 1, then the learnt weight and bias, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows *= (1 / np.sqrt(variance + NORM_EPSILON))[:, None]
    rows *= weight_and_bias[0]
    rows += weight_and_bias[1]


def _softmax(scores: Matrix) -> Matrix:
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


def _wide(array: NDArray[np.generic]) -> Matrix:
    return array.astype(np.float32)


def _unpack(arrays: Arrays, name: str, layer: int) -> Matrix:
    matrix, scale = _wide(arrays[name][layer]), f"{name}.scale"
    return matrix * _wide(arrays[scale][layer]) if scale in arrays else matrix
