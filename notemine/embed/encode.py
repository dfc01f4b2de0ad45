"""One way to call every embedder: each distinct text once, in canonical order, from the cache if it can."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.util import find_spec
from inspect import signature
from typing import Literal, Protocol, get_args

import numpy as np

from notemine import registry
from notemine.errors import MissingModelError, UnknownNameError
from notemine.vectors import Matrix, unit_rows

EMBEDDERS = "notemine.embed.embedders"
THOROUGH, FAST = "dutch", "dutch_fast"
# What the thorough one encodes in about a minute.
MOST_FOR_THOROUGH = 10_000
CHUNK = 1024

Side = Literal["text", "question"]
SIDES: tuple[Side, ...] = get_args(Side)


class Embedder(Protocol):
    """What a file in ``embedders/`` makes with its ``make_embedder()``, or ``make_embedder(source)``.

    Attributes:
        name: Name and version, written into every output.
        is_cacheable: The vector of a text does not depend on the other texts.
        has_question_side: It has learnt what questions ask; for the others both sides are alike.
    """

    name: str
    is_cacheable: bool
    has_question_side: bool

    def encode(self, texts: Sequence[str], side: Side) -> Matrix:
        """Encode ``texts`` as rows of any length, shape (n_texts, n_dims); a side may have its own width."""
        ...


class VectorCache(Protocol):
    """Keeps vectors by key between runs."""

    def get(self, keys: Sequence[str]) -> Mapping[str, Matrix]:
        """Vectors of those ``keys`` that are kept."""
        ...

    def put(self, vectors: Mapping[str, Matrix]) -> None:
        """Keep ``vectors``."""
        ...


def load_embedder(name: str = "auto", *, n_texts: int = 0) -> Embedder:
    """Load an embedder, once.

    Args:
        name: A file in ``embedders/``; behind a colon what it is to load, for those that ask for it. ``auto``
            takes the best one that needs no more than a minute.
        n_texts: How many distinct texts ``auto`` reckons with.

    Raises:
        UnknownNameError: there is no such file.
        MissingModelError: its package or its weights are not installed.
    """
    if name == "auto":
        name = THOROUGH if n_texts <= MOST_FOR_THOROUGH else FAST
    return _load(name)


@lru_cache(maxsize=4)
def _load(name: str) -> Embedder:
    file, _, source = name.partition(":")
    module = registry.find(EMBEDDERS, file)
    if source and not signature(module.make_embedder).parameters:
        raise UnknownNameError(f"embedder {file!r} loads nothing else; leave out {':' + source!r}")
    if find_spec(module.PACKAGE) is None:
        raise MissingModelError(
            f"embedder {file!r} needs the package {module.PACKAGE!r};"
            f" install it with: pip install 'notemine[{file}]'"
        )
    embedder: Embedder = module.make_embedder(source) if source else module.make_embedder()
    return embedder


def embed(
    texts: Sequence[str],
    embedder: Embedder,
    *,
    side: Side = "text",
    cache: VectorCache | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Matrix:
    """Encode texts as unit vectors.

    Each distinct text is encoded once, shortest first, so that neither the order of ``texts`` nor a
    repetition changes a vector.

    Args:
        texts: Any number of texts, empty ones too.
        embedder: See ``load_embedder``.
        side: ``question`` for texts that are compared by what they ask.
        cache: Where vectors are kept; left alone if the embedder's vectors depend on one another.
        progress: Called with the number of texts done and to do.

    Returns:
        Rows in the order of ``texts``, of length 1 (0 for a text the embedder knows nothing of), shape
        (n_texts, n_dims); without texts (0, 1).
    """
    if not texts:
        return np.zeros((0, 1), dtype=np.float32)
    distinct = sorted(set(texts), key=lambda text: (len(text), text))
    if embedder.is_cacheable:
        rows = _encode_missing(distinct, embedder, side=side, cache=cache, progress=progress)
    else:
        rows = embedder.encode(distinct, side)
    row_of = {text: i for i, text in enumerate(distinct)}
    return unit_rows(rows)[[row_of[text] for text in texts]]


def encode_words(words: Sequence[str]) -> Matrix:
    """Unit rows of single words, whichever embedder encodes the texts: the fast one knows words best."""
    return embed(words, load_embedder(FAST))


def encode_questions(texts: Sequence[str]) -> Matrix:
    """Unit rows of what texts ask, whichever embedder encodes them: the fast one costs next to nothing."""
    return embed(texts, load_embedder(FAST), side="question")


def _encode_missing(
    texts: Sequence[str],
    embedder: Embedder,
    *,
    side: Side,
    cache: VectorCache | None,
    progress: Callable[[int, int], None] | None,
) -> Matrix:
    keys = [vector_key(text, embedder.name, side) for text in texts] if cache else list(texts)
    known = dict(cache.get(keys)) if cache else {}
    missing = [(key, text) for key, text in zip(keys, texts, strict=True) if key not in known]
    for first in range(0, len(missing), CHUNK):
        if progress:
            progress(len(texts) - len(missing) + first, len(texts))
        chunk = missing[first : first + CHUNK]
        rows = embedder.encode([text for _, text in chunk], side)
        new = {key: row for (key, _), row in zip(chunk, rows, strict=True)}
        if cache:
            cache.put(new)
        known |= new
    if progress:
        progress(len(texts), len(texts))
    return np.stack([known[key] for key in keys]).astype(np.float32)


def vector_key(text: str, encoder: str, side: Side) -> str:
    """What the vector of a text is kept under; ``encoder`` is the name of an embedder with its version."""
    return hashlib.sha256("\x1f".join((encoder, side, text)).encode()).hexdigest()
