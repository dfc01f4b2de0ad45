"""Texts to unit vectors: the embedder is chosen by name, its vectors are kept by text."""

from __future__ import annotations

from notemine.embed.encode import (
    Embedder,
    Side,
    VectorCache,
    embed,
    encode_questions,
    encode_words,
    load_embedder,
)

__all__ = ["Embedder", "Side", "VectorCache", "embed", "encode_questions", "encode_words", "load_embedder"]
