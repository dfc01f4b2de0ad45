"""The only file that knows BERTopic (Grootendorst 2022): our clusters and vocabulary, its model."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from notemine.topics.clustering import Clustering
from notemine.vectors import Matrix, with_fixed_signs

if TYPE_CHECKING:
    from notemine.topics.items import Floats, Indices, Sparse

Model: TypeAlias = Any
# Terms may hold spaces; BERTopic joins the documents of a topic with a space.
SEPARATOR, FILLER = "|", "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedBERTopic:
    """A fitted model and what its methods ask for again.

    Attributes:
        model: A ``bertopic.BERTopic``; its ``custom_labels_`` are the labels of the ``TopicMap``.
        documents: The terms of each segment, for methods that take ``docs``.
        embeddings: Unit rows, one a document.
        reduced_embeddings: Two coordinates for each document, for the plots that else need UMAP.
        probabilities: Share of the ties of each document in each topic, shape (n_documents, n_topics); rows
            sum to 1. They are the model's ``probabilities_``, too.
        segment_ids: Segment of each document.
    """

    model: Model
    documents: list[str]
    embeddings: Matrix
    reduced_embeddings: Floats
    probabilities: Floats
    segment_ids: tuple[str, ...]

    def visualize_topics(self, **options: Any) -> Any:
        """``model.visualize_topics``, with principal components where UMAP is not installed.

        Args:
            options: As it takes them.
        """
        from bertopic.plotting import _topics

        if _topics.HAS_UMAP:
            return self.model.visualize_topics(**options)
        _topics.HAS_UMAP, _topics.UMAP = True, _Flat
        try:
            return self.model.visualize_topics(**options)
        finally:
            _topics.HAS_UMAP = False
            del _topics.UMAP


class _Flat:
    """Two principal components, in the shape of UMAP."""

    def __init__(self, **options: Any) -> None:
        """Take the options of UMAP and need none."""

    def fit_transform(self, rows: Floats) -> Floats:
        """Two coordinates for each row."""
        return in_two_dimensions(np.asarray(rows, dtype=np.float64))


def in_two_dimensions(rows: Floats) -> Floats:
    """The first two principal components of rows, shape (n_rows, 2)."""
    centred = rows - rows.mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    flat = np.zeros((len(rows), 2))
    n = min(2, len(sizes))
    flat[:, :n] = (left * sizes)[:, :n]
    return with_fixed_signs(flat).round(6)


class ClusterSlot:
    """Clusters found beforehand, in the shape BERTopic expects of a cluster model."""

    def __init__(self, clustering: Clustering) -> None:
        self.labels_ = clustering.labels
        self.probabilities_ = clustering.strengths

    def fit(self, rows: Matrix, y: object = None) -> ClusterSlot:  # noqa: ARG002
        """Keep the clusters."""
        return self


def terms_in(document: str) -> list[str]:
    """Take the terms out of a document or several documents that were joined."""
    return [term for part in document.split(SEPARATOR) if (term := part.strip())]


def fit_bertopic(
    terms: Sequence[Sequence[str]], vectors: Matrix, clustering: Clustering, *, vocabulary: Sequence[str]
) -> tuple[Model, list[str]]:
    """Fit BERTopic to clusters that were found beforehand; nothing is downloaded or printed.

    Args:
        terms: Terms of each text.
        vectors: One row a text.
        clustering: One label a text, largest cluster first.
        vocabulary: Terms that count, sorted; at least one.

    Returns:
        The model, and the documents it was fitted on.
    """
    # BERTopic changes the filters of the whole process when it is imported.
    with warnings.catch_warnings():
        from bertopic import BERTopic
        from bertopic.cluster import BaseCluster
        from bertopic.dimensionality import BaseDimensionalityReduction
        from bertopic.vectorizers import ClassTfidfTransformer
    from sklearn.feature_extraction.text import CountVectorizer

    documents = [f"{' | '.join(row)} {SEPARATOR}" for row in terms]
    if len(vocabulary) == 1:
        # Its c-TF-IDF fails on a vocabulary of one term.
        vocabulary = [*vocabulary, FILLER]
        documents = [f"{document} {FILLER} {SEPARATOR}" for document in documents]
    model = BERTopic(
        language="dutch",
        embedding_model=None,
        umap_model=BaseDimensionalityReduction(),
        hdbscan_model=ClusterSlot(clustering),
        vectorizer_model=CountVectorizer(analyzer=terms_in, vocabulary=vocabulary),
        ctfidf_model=ClassTfidfTransformer(reduce_frequent_words=True),
        calculate_probabilities=False,
        verbose=False,
    )
    model.fit(documents, embeddings=np.asarray(vectors))
    # Without the package hdbscan its ``transform`` fails on every cluster model but this one: nearest topic.
    model.hdbscan_model = BaseCluster()
    return model, documents


def class_tfidf(model: Model, labels: Indices, *, n_terms: int) -> Sparse:
    """Weights of the vocabulary in each cluster, shape (n_clusters, n_terms), in the order of ``labels``."""
    topic_of = {int(label): int(topic) for label, topic in zip(labels, model.topics_, strict=True)}
    return model.c_tf_idf_[[topic_of[label] + model._outliers for label in sorted(topic_of)]][:, :n_terms]
