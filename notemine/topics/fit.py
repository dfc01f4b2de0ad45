"""One clustering of the lines with its words, labels and BERTopic model: what maps and models are made of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from notemine.config import TopicSettings
from notemine.domain import Note, Segment, Term
from notemine.topics.bertopic_frame import Model, class_tfidf, fit_bertopic
from notemine.topics.clustering import Clustering, load_clusterer
from notemine.topics.context import titles_of
from notemine.topics.items import Items, make_items
from notemine.topics.labels import make_labels
from notemine.topics.words import (
    content_of,
    count_places,
    count_terms,
    terms_of,
    titled_shares,
    topic_words,
    vocabulary_of,
    with_titles,
)
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from notemine.topics.items import Indices


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Lines in canonical order: by text, and by what stands around them.

    Attributes:
        items: What was clustered.
        found: The clustering of the items.
        members: Position in the input of each line; headings are no lines.
        item_of: Item of each line.
        labels: Cluster of each line, largest cluster first.
        words: Terms of each cluster, heaviest first.
        names: Label of each cluster.
        model: A fitted BERTopic.
        documents: What it was fitted on, one a line.
    """

    items: Items
    found: Clustering
    members: Indices
    item_of: Indices
    labels: Indices
    words: list[tuple[Term, ...]]
    names: list[str]
    model: Model
    documents: list[str]


def fit_topics(
    segments: Sequence[Segment],
    vectors: Matrix,
    *,
    notes: Sequence[Note],
    settings: TopicSettings,
    seed: int,
    stop_words: Collection[str],
) -> Fit | None:
    """Cluster the lines and find the words of each cluster; None where there is no line.

    Raises:
        ValueError: ``vectors`` has more or fewer rows than ``segments``.
        UnknownNameError: there is no clusterer of the name in ``settings``.
    """
    if len(vectors) != len(segments):
        raise ValueError(f"{len(segments)} segments need as many vectors, got {len(vectors)}")
    cluster = load_clusterer(settings.clusterer)
    items, item_of = make_items(segments, vectors, notes=notes)
    if not len(items):
        return None
    found = cluster(items, settings=settings, seed=seed)
    # In canonical order, so that no sum over lines depends on the order of the notes.
    order = sorted(range(len(segments)), key=lambda i: (item_of[i], segments[i].id))
    members = np.array(order[np.count_nonzero(item_of < 0) :])
    labels = found.labels[item_of[members]]
    lines = [segments[i] for i in members]
    clustering = Clustering(labels=labels, strengths=found.strengths[item_of[members]])
    words, model, documents = _fit_words(
        lines, vectors[members], clustering, notes=notes, stop_words=stop_words
    )
    return Fit(
        items=items,
        found=found,
        members=members,
        item_of=item_of[members],
        labels=labels,
        words=words,
        names=make_labels(
            words, lines, titles=sorted({note.theme for note in notes} | {line.heading for line in lines})
        ),
        model=model,
        documents=documents,
    )


def _fit_words(
    lines: Sequence[Segment],
    vectors: Matrix,
    clustering: Clustering,
    *,
    notes: Sequence[Note],
    stop_words: Collection[str],
) -> tuple[list[tuple[Term, ...]], Model, list[str]]:
    """The words of each cluster of lines, the BERTopic model that weighs them, and its documents."""
    note_ids = [line.note_id for line in lines]
    titles = content_of(titles_of(lines, notes), stop_words=stop_words)
    terms = with_titles(terms_of(lines, stop_words=stop_words), titles, note_ids)
    vocabulary = vocabulary_of(terms, [line.text for line in lines], titles=titles)
    model, documents = fit_bertopic(terms, vectors, clustering, vocabulary=vocabulary)
    labels = clustering.labels.tolist()
    words = topic_words(
        class_tfidf(model, clustering.labels, n_terms=len(vocabulary)),
        count_terms(terms, labels, vocabulary),
        places=count_places(terms, note_ids, vocabulary),
        titled=titled_shares(titles, labels, vocabulary),
        vocabulary=vocabulary,
    )
    return words, model, documents
