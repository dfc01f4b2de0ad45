"""A model on disk, through sentence-transformers; an extra, for those who have one.

Chosen as ``sentence_transformers:/path/to/model``.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from notemine.embed.encode import Embedder, Side
from notemine.errors import MissingModelError
from notemine.vectors import Matrix

PACKAGE = "sentence_transformers"


class _SentenceTransformer:
    is_cacheable = True
    has_question_side = False

    def __init__(self, folder: Path) -> None:
        # Its libraries ask a hub for news of a model even when they are given a folder.
        os.environ["HF_HUB_OFFLINE"] = "1"
        from sentence_transformers import SentenceTransformer

        self.name = f"sentence_transformers {folder.name} {_digest(folder)}"
        try:
            self._model = SentenceTransformer(str(folder), local_files_only=True, device="cpu")
        except (OSError, ValueError) as error:
            raise MissingModelError(f"{folder} holds no model of sentence-transformers: {error}") from error

    def encode(self, texts: Sequence[str], side: Side) -> Matrix:  # noqa: ARG002  both sides are alike
        # One at a time: what is filled up beside a longer text has other last bits.
        rows = self._model.encode(list(texts), batch_size=1, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(rows, dtype=np.float32)


def make_embedder(source: str = "") -> Embedder:
    """Load the model in the folder ``source``.

    Raises:
        MissingModelError: there is no such folder, or no model in it.
    """
    folder = Path(source).expanduser()
    if not source or not folder.is_dir():
        raise MissingModelError(
            f"no model in {source!r}; write the folder behind a colon: sentence_transformers:/path/to/model"
        )
    return _SentenceTransformer(folder.resolve())


def _digest(folder: Path) -> str:
    """Tells one model from another of the same name."""
    digest = sha256()
    for path in sorted(
        path for path in folder.rglob("*") if path.suffix in (".safetensors", ".bin", ".json")
    ):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:8]
