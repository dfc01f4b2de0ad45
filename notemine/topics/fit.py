"""One clustering of the lines with its words, labels and BERTopic model: what maps and models are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment, Term
from notemine.topics.bertopic_frame import Model, class_tfidf, fit_bertopic
from notemine.topics.clustering import Clustering
from notemine.topics.clusters import Clusters, find_task_clusters
from notemine.topics.context import titles_of
from notemine.topics.labels import make_labels
from notemine.topics.task import Task
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
from notemine.vectors import Matrix, cosine, unit_rows

if TYPE_CHECKING:
    from notemine.topics.items import Indices


# Lines that hold a word before it counts in full as a name.
MANY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Lines in canonical order: by text, and by what stands around them.

    Attributes:
        clusters: What the lines were put in.
        members: Position in the input of each line that has a topic.
        item_of: Item of each of these.
        labels: Cluster of each of these, largest cluster first.
        words: Terms of each cluster, heaviest first.
        names: Label of each cluster.
        model: A fitted BERTopic.
        documents: What it was fitted on, one a line.
    """

    clusters: Clusters
    members: Indices
    item_of: Indices
    labels: Indices
    words: list[tuple[Term, ...]]
    names: list[str]
    model: Model
    documents: list[str]


def fit_topics(task: Task) -> Fit | None:
    """Cluster the lines and find the words of each cluster; None where no line has a cluster.

    Raises:
        UnknownNameError: there is no clusterer of the name in the settings.
    """
    clusters = find_task_clusters(task)
    if clusters is None or not len(clusters.known):
        return None
    item_of = clusters.item_of
    # In canonical order, so that no sum over lines depends on the order of the notes.
    order = sorted(range(len(item_of)), key=lambda i: (item_of[i], task.segments[i].id))
    members = np.array([i for i in order if item_of[i] >= 0 and clusters.found.labels[item_of[i]] >= 0])
    items = item_of[members]
    lines = [task.segments[i] for i in members]
    labels = clusters.found.labels[items]
    found = Clustering(labels=labels, strengths=clusters.found.strengths[items])
    words, model, documents = _fit_words(lines, task.vectors[members], found, task)
    return Fit(
        clusters=clusters,
        members=members,
        item_of=items,
        labels=labels,
        words=words,
        names=_name(task, clusters, words, lines, labels=labels),
        model=model,
        documents=documents,
    )


def _name(
    task: Task,
    clusters: Clusters,
    words: Sequence[Sequence[Term]],
    lines: Sequence[Segment],
    *,
    labels: Indices,
) -> list[str]:
    """Names a person or a guide gave, then those of the earlier run, then those the words make."""
    given = [cluster.name for cluster in clusters.known]
    if task.previous and not task.refit:
        before = [topic.label for topic in task.previous]
        taken = {name.lower() for name in given}
        before = ["" if label.lower() in taken else label for label in before]
        given = [
            name or (before[cluster.topic] if cluster.topic is not None else "")
            for name, cluster in zip(given, clusters.known, strict=True)
        ]
    is_aside = [cluster.is_aside for cluster in clusters.known]
    titles = sorted({note.theme for note in task.notes} | {line.heading for line in lines})
    return make_labels(
        words,
        lines,
        titles=titles,
        aptness=_aptness(task, words, lines, labels),
        given=given,
        is_aside=is_aside,
    )


def _aptness(
    task: Task, words: Sequence[Sequence[Term]], lines: Sequence[Segment], labels: Indices
) -> list[dict[str, float]]:
    """How apt each term of each cluster is as its name, 0 to 1.

    It is if many of its lines hold it, or stand under it as a title, and it lies near to what they say.
    """
    near = _nearness(task, words, lines, labels)
    titles = titles_of(lines, task.notes)
    found = []
    for k, row in enumerate(words):
        held = Counter(
            t for i in np.flatnonzero(labels == k) for t in {*lines[int(i)].terms, *titles[int(i)]}
        )
        found.append({t.text: near[k].get(t.text, 1.0) * min(1.0, held[t.text] / MANY) for t in row})
    return found


def _nearness(
    task: Task, words: Sequence[Sequence[Term]], lines: Sequence[Segment], labels: Indices
) -> list[dict[str, float]]:
    """How near each term of each cluster lies to the mean of its lines, the nearest one 1."""
    if task.asked is None or task.encode_words is None:
        return [{} for _ in words]
    row_of = {segment.id: row for row, segment in enumerate(task.segments)}
    texts = unit_rows(task.asked[:, : task.asked.shape[1] // 2])[[row_of[line.id] for line in lines]]
    middle = texts.mean(axis=0)
    found: list[dict[str, float]] = []
    for k, row in enumerate(words):
        terms = [term.text for term in row]
        if not terms:
            found.append({})
            continue
        centre = texts[labels == k].mean(axis=0) - middle
        near = np.clip(cosine(task.encode_words(terms) - middle, centre[None])[:, 0], 0, None)
        top = near.max(initial=0)
        found.append({t: round(float(n / top), 4) if top else 1.0 for t, n in zip(terms, near, strict=True)})
    return found


def _fit_words(
    lines: Sequence[Segment], vectors: Matrix, found: Clustering, task: Task
) -> tuple[list[tuple[Term, ...]], Model, list[str]]:
    """The words of each cluster of lines, the BERTopic model that weighs them, and its documents."""
    note_ids = [line.note_id for line in lines]
    titles = content_of(titles_of(lines, task.notes), stop_words=task.stop_words)
    terms = with_titles(terms_of(lines, stop_words=task.stop_words), titles, note_ids)
    vocabulary = vocabulary_of(terms, [line.text for line in lines], titles=titles)
    model, documents = fit_bertopic(terms, vectors, found, vocabulary=vocabulary)
    labels = found.labels.tolist()
    words = topic_words(
        class_tfidf(model, found.labels, n_terms=len(vocabulary)),
        count_terms(terms, labels, vocabulary),
        places=count_places(terms, note_ids, vocabulary),
        titled=titled_shares(titles, labels, vocabulary),
        vocabulary=vocabulary,
    )
    return words, model, documents
