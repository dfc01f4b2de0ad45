"""What is clustered, in an order of its own, so that the order of the input can decide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from notemine.domain import Note, Segment
from notemine.topics.context import Window, windows
from notemine.vectors import Matrix, unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indices: TypeAlias = NDArray[np.int64]
    Floats: TypeAlias = NDArray[np.float64]

Sparse: TypeAlias = Any
CHARACTER_NGRAMS = (3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Distinct texts and the distinct places where they stand.

    Attributes:
        texts: Distinct texts, sorted.
        vectors: Unit rows, one a text, shape (n_texts, n_dims).
        ngrams: Tf-idf of character n-grams, one row a text, sparse, shape (n_texts, n_ngrams).
        mixing: What an item is made of: rows that sum to 1, sparse, shape (n_items, n_texts). A text that
            stands alone is an item by itself; a line of a note is mixed with the lines around it.
    """

    texts: tuple[str, ...]
    vectors: Matrix
    ngrams: Sparse
    mixing: Sparse

    def __len__(self) -> int:
        return int(self.mixing.shape[0])

    def take(self, rows: Indices) -> Items:
        """Some of the items."""
        return replace(self, mixing=self.mixing[rows])


def make_items(
    segments: Sequence[Segment], vectors: Matrix, *, notes: Sequence[Note] = ()
) -> tuple[Items, Indices]:
    """Put segments in canonical order; segments alike in text and surroundings are one item.

    Args:
        segments: In the order of the notes; those of one note stand together, in order.
        vectors: One row a segment.
        notes: Their notes, for what is known of a whole note.

    Returns:
        The items, and the item of each segment (-1 for a heading).
    """
    from scipy.sparse import csr_matrix

    texts = sorted({segment.text for segment in segments})
    row_of_text = {text: row for row, text in enumerate(texts)}
    first = {segment.text: i for i, segment in reversed(list(enumerate(segments)))}
    around = windows(segments, notes)
    keys = [
        None if segment.kind == "heading" else (segment.text, _by_text(window, segments))
        for segment, window in zip(segments, around, strict=True)
    ]
    distinct = sorted({key for key in keys if key is not None})
    number = {key: item for item, key in enumerate(distinct)}
    mixing = csr_matrix((len(distinct), len(texts)))
    if distinct:
        entries = [(item, row_of_text[t], w) for item, (_, mix) in enumerate(distinct) for t, w in mix]
        rows, columns, weights = zip(*entries, strict=True)
        mixing = csr_matrix((weights, (rows, columns)), shape=mixing.shape)
    items = Items(
        texts=tuple(texts),
        vectors=unit_rows(vectors)[[first[text] for text in texts]] if texts else vectors,
        ngrams=weigh_ngrams(texts),
        mixing=mixing,
    )
    return items, np.array([-1 if key is None else number[key] for key in keys], dtype=np.int64)


def weigh_ngrams(texts: Sequence[str]) -> Sparse:
    """Weigh the character n-grams within words that two texts or more share; tf-idf, unit rows."""
    from scipy.sparse import csr_matrix
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    nothing = csr_matrix((len(texts), 1))
    if not any(map(str.strip, texts)):
        return nothing
    ngrams = CountVectorizer(analyzer="char_wb", ngram_range=CHARACTER_NGRAMS, dtype=np.float64)
    counts = ngrams.fit_transform(texts)
    shared = counts[:, np.asarray((counts > 0).sum(axis=0)).ravel() > 1]
    return TfidfTransformer(sublinear_tf=True).fit_transform(shared) if shared.shape[1] else nothing


def _by_text(window: Window, segments: Sequence[Segment]) -> tuple[tuple[str, float], ...]:
    """The window with texts for positions; weights of one text are added up, heaviest first."""
    weight_of: dict[str, float] = {}
    for position, weight in sorted(window, key=lambda part: (segments[part[0]].text, part[1])):
        text = segments[position].text
        weight_of[text] = weight_of.get(text, 0.0) + weight
    total = sum(weight_of.values())
    return tuple((text, round(weight / total, 9)) for text, weight in weight_of.items())
