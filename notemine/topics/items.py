"""What is clustered, in an order of its own, so that the order of the input can decide nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from notemine.domain import Note, Segment
from notemine.topics.context import Window, titles_of, windows
from notemine.vectors import Matrix, unit_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indices: TypeAlias = NDArray[np.int64]
    Floats: TypeAlias = NDArray[np.float64]
    Flags: TypeAlias = NDArray[np.bool_]

Sparse: TypeAlias = Any
_Key: TypeAlias = tuple[str, tuple[tuple[str, float], ...], tuple[str, ...]]

CHARACTER_NGRAMS = (3, 5)
MAX_RETIED = 1000
# A guide draws as much as several lines.
GUIDE_EMPHASIS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """Distinct texts and the distinct places where they stand.

    Attributes:
        texts: Distinct texts, sorted.
        vectors: Unit rows, one a text, shape (n_texts, n_dims).
        ngrams: Tf-idf of character n-grams, unit rows, one a text, sparse, shape (n_texts, n_ngrams).
        terms: Tf-idf of ``Segment.terms``, unit rows, one a text, sparse, shape (n_texts, n_terms).
        mixing: What an item is made of: rows that sum to 1, sparse, shape (n_items, n_texts). A text that
            stands alone is an item by itself; a line of a note is mixed with the lines around it.
        own: Row of the text of each item itself, shape (n_items,).
        titles: Tf-idf of the words of the theme and the heading above an item, shape (n_items, n_terms).
        emphasis: What the ties of each item count for, shape (n_items,): more than 1 for a guide.
        themes: Place of each text in the learnt space of themes, shape (n_texts, n_themes); None without.
        in_notes: Some item is a line of a note.
        graph: Ties of each item to its nearest neighbours, shape (n_items, n_items); None before.
    """

    texts: tuple[str, ...]
    vectors: Matrix
    ngrams: Sparse
    terms: Sparse
    mixing: Sparse
    own: Indices
    titles: Sparse
    emphasis: Floats
    themes: Matrix | None = None
    in_notes: bool = False
    graph: Sparse = None

    def __len__(self) -> int:
        return int(self.mixing.shape[0])

    def chosen(self, rows: Indices) -> Items:
        """Some of the items, with the ties among them; texts around them stay."""
        return replace(
            self,
            mixing=self.mixing[rows],
            own=self.own[rows],
            titles=self.titles[rows],
            emphasis=self.emphasis[rows],
            graph=None if self.graph is None else self.graph[rows][:, rows],
        )

    def with_texts(self, kept: Indices) -> tuple[Items, Indices]:
        """The items that are left when only some texts are kept, and which of the items they are.

        They are tied anew; where that takes long, the ties among them are kept as they are.
        """
        from sklearn.preprocessing import normalize

        rows = np.flatnonzero(np.isin(self.own, kept))
        if len(self) > MAX_RETIED:
            return self.chosen(rows), rows
        is_kept = np.isin(np.arange(len(self.texts)), kept).astype(np.float64)
        mixing = normalize(self.mixing[rows].multiply(is_kept).tocsr(), norm="l1")
        return replace(self.chosen(rows), mixing=mixing, graph=None), rows


def make_items(
    segments: Sequence[Segment],
    vectors: Matrix,
    *,
    notes: Sequence[Note] = (),
    themes: Matrix | None = None,
    n_guides: int = 0,
) -> tuple[Items, Indices]:
    """Put segments in canonical order; segments alike in text and surroundings are one item.

    Args:
        segments: In the order of the notes; those of one note stand together, in order.
        vectors: One row a segment.
        notes: Their notes: a line is then mixed with the lines around it.
        themes: Place of each segment in the space of themes.
        n_guides: So many of the last segments are guides.

    Returns:
        The items, and the item of each segment (-1 for a heading).
    """
    keys = _keys(segments, notes)
    distinct = sorted({key for key in keys if key is not None})
    number = {key: item for item, key in enumerate(distinct)}
    # Of equal texts the one with the smallest id, whatever the order of the notes.
    by_id = sorted(range(len(segments)), key=lambda i: segments[i].id, reverse=True)
    first = {segments[i].text: i for i in by_id}
    texts = tuple(sorted(first))
    rows = [first[text] for text in texts]
    terms, titles = weigh_terms([segments[row].terms for row in rows], [titles for _, _, titles in distinct])
    item_of = np.array([-1 if key is None else number[key] for key in keys], dtype=np.int64)
    emphasis = np.ones(len(distinct))
    emphasis[item_of[len(segments) - n_guides :]] = GUIDE_EMPHASIS
    items = Items(
        texts=texts,
        vectors=unit_rows(vectors)[rows] if texts else vectors,
        ngrams=weigh_ngrams(texts),
        terms=terms,
        mixing=_mixing([mix for _, mix, _ in distinct], texts),
        own=np.searchsorted(np.array(texts, dtype=object), [text for text, _, _ in distinct]),
        titles=titles,
        emphasis=emphasis,
        themes=None if themes is None else themes[rows],
        in_notes=bool(notes),
    )
    return items, item_of


def weigh_ngrams(texts: Sequence[str]) -> Sparse:
    """Weigh the character n-grams within words that two texts or more share; tf-idf, unit rows."""
    from sklearn.feature_extraction.text import CountVectorizer

    counter = CountVectorizer(analyzer="char_wb", ngram_range=CHARACTER_NGRAMS, dtype=np.float64)
    return _weigh_shared(counter, texts, [])[0] if any(map(str.strip, texts)) else _nothing(texts)


def weigh_terms(terms: Sequence[Sequence[str]], titles: Sequence[Sequence[str]]) -> tuple[Sparse, Sparse]:
    """Weigh the terms that two texts or more share, and those of titles by the same measure; unit rows."""
    from sklearn.feature_extraction.text import CountVectorizer

    counter = CountVectorizer(analyzer=list, dtype=np.float64)
    return _weigh_shared(counter, terms, titles) if any(terms) else (_nothing(terms), _nothing(titles))


def _weigh_shared(counter: Any, texts: Sequence[Any], others: Sequence[Any]) -> tuple[Sparse, Sparse]:
    from sklearn.feature_extraction.text import TfidfTransformer

    counts = counter.fit_transform(texts)
    shared = np.flatnonzero(np.asarray((counts > 0).sum(axis=0)).ravel() > 1)
    if not len(shared):
        return _nothing(texts), _nothing(others)
    weigh = TfidfTransformer(sublinear_tf=True).fit(counts[:, shared])
    weighted = weigh.transform(counts[:, shared])
    return weighted, weigh.transform(counter.transform(others)[:, shared]) if others else _nothing(others)


def _nothing(rows: Sequence[Any]) -> Sparse:
    from scipy.sparse import csr_matrix

    return csr_matrix((len(rows), 1))


def _keys(segments: Sequence[Segment], notes: Sequence[Note]) -> list[_Key | None]:
    """What makes each segment the item it is; None for a heading."""
    parts = zip(segments, windows(segments, notes), titles_of(segments, notes), strict=True)
    return [
        None if segment.kind == "heading" else (segment.text, _by_text(window, segments), titles)
        for segment, window, titles in parts
    ]


def _by_text(window: Window, segments: Sequence[Segment]) -> tuple[tuple[str, float], ...]:
    """The window with texts for positions, sorted; the weights of one text are added up."""
    weight_of: dict[str, float] = {}
    for position, weight in sorted(window, key=lambda part: (segments[part[0]].text, part[1])):
        text = segments[position].text
        weight_of[text] = weight_of.get(text, 0.0) + weight
    total = sum(weight_of.values())
    return tuple((text, round(weight / total, 9)) for text, weight in weight_of.items())


def _mixing(mixes: Sequence[Sequence[tuple[str, float]]], texts: Sequence[str]) -> Sparse:
    from scipy.sparse import csr_matrix

    row_of = {text: row for row, text in enumerate(texts)}
    rows = [item for item, mix in enumerate(mixes) for _ in mix]
    columns = [row_of[text] for mix in mixes for text, _ in mix]
    weights = [weight for mix in mixes for _, weight in mix]
    return csr_matrix((weights, (rows, columns)), shape=(len(mixes), len(texts)), dtype=np.float64)
