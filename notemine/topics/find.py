"""Segments and vectors to topics."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from notemine.config import TopicSettings
from notemine.domain import Note, Segment, Topic, TopicMap, make_id
from notemine.topics.bertopic_frame import FittedBERTopic
from notemine.topics.fit import Fit, fit_topics
from notemine.topics.quotes import typical_members
from notemine.topics.stability import stabilities
from notemine.vectors import Matrix, unit_rows

TOO_FEW, FEW = 20, 60


def find_topic_map(
    segments: Sequence[Segment],
    vectors: Matrix,
    *,
    notes: Sequence[Note] = (),
    settings: TopicSettings | None = None,
    seed: int = 0,
    stop_words: Collection[str] = (),
) -> TopicMap:
    """Find the topics of segments.

    Args:
        segments: Those of one note stand together, in order; the order of the notes does not matter.
        vectors: One row a segment, shape (n_segments, n_dims).
        notes: The notes of the segments: a line is then read with the lines around it. Segments of other
            notes stand on their own.
        settings: The defaults if left out.
        seed: For the restarts of the clusterer and the samples of the refits.
        stop_words: Words that may not name a topic, besides those that are no ``Segment.terms``.

    Returns:
        Topics, largest first, ties by label. Every segment has one but a heading: -1, strength 0.

    Raises:
        ValueError: ``vectors`` has more or fewer rows than ``segments``.
        UnknownNameError: there is no clusterer of the name in ``settings``.
    """
    settings = settings or TopicSettings()
    fit = fit_topics(segments, vectors, notes=notes, settings=settings, seed=seed, stop_words=stop_words)
    labels, strengths = [-1] * len(segments), [0.0] * len(segments)
    if fit is None:
        return TopicMap(topics=(), labels=labels, strengths=strengths, warning=_warning(0))
    stability = stabilities(fit.items, fit.found, settings=settings, seed=seed)
    rows = unit_rows(vectors)
    topics = [_topic(k, fit, segments, rows=rows, stability=float(s)) for k, s in enumerate(stability)]
    order = sorted(range(len(topics)), key=lambda k: (-len(topics[k].segment_ids), topics[k].label))
    place_of = {k: place for place, k in enumerate(order)}
    for i, item, label in zip(fit.members, fit.item_of, fit.labels, strict=True):
        labels[i], strengths[i] = place_of[int(label)], float(fit.found.strengths[item])
    return TopicMap(
        topics=tuple(topics[k] for k in order),
        labels=labels,
        strengths=strengths,
        warning=_warning(len(fit.members)),
    )


def fitted_bertopic(
    segments: Sequence[Segment],
    vectors: Matrix,
    *,
    notes: Sequence[Note] = (),
    settings: TopicSettings | None = None,
    seed: int = 0,
    stop_words: Collection[str] = (),
) -> FittedBERTopic:
    """Find the same topics and hand over the BERTopic model itself, for its plots and tables.

    Its topics are numbered by size; ``model.custom_labels_`` holds our labels in that order.

    Args:
        segments: As for ``find_topic_map``, and so are the others.
        vectors: One row a segment.
        notes: The notes of the segments.
        settings: The defaults if left out.
        seed: For the restarts of the clusterer.
        stop_words: Words that may not name a topic.

    Raises:
        ValueError: there is no segment but headings.
    """
    fit = fit_topics(
        segments,
        vectors,
        notes=notes,
        settings=settings or TopicSettings(),
        seed=seed,
        stop_words=stop_words,
    )
    if fit is None:
        raise ValueError("no topics without text: every segment is a heading, or there is none")
    cluster_of = dict(zip(fit.model.topics_, fit.labels, strict=True))
    fit.model.set_topic_labels([fit.names[cluster_of[topic]] for topic in sorted(cluster_of)])
    return FittedBERTopic(
        model=fit.model,
        documents=fit.documents,
        embeddings=vectors[fit.members],
        segment_ids=tuple(segments[i].id for i in fit.members),
    )


def _topic(k: int, fit: Fit, segments: Sequence[Segment], *, rows: Matrix, stability: float) -> Topic:
    inside = np.flatnonzero(fit.labels == k)
    lines = [segments[i] for i in fit.members[inside]]
    strengths = fit.found.strengths[fit.item_of[inside]]
    order = sorted(range(len(lines)), key=lambda i: (-strengths[i], lines[i].text, lines[i].id))
    return Topic(
        # When notes are added the label changes less than the members do.
        id=make_id("t", fit.names[k].lower()),
        label=fit.names[k],
        terms=fit.words[k],
        segment_ids=tuple(lines[i].id for i in order),
        strength=round(float(strengths.mean()), 4),
        stability=stability,
        quotes=typical_members(
            lines,
            rows[fit.members[inside]],
            strengths=strengths,
            words=[term.text for term in fit.words[k]],
        ),
    )


def _warning(n: int) -> str:
    lines = f"{n} {'regel' if n == 1 else 'regels'}"
    if n < TOO_FEW:
        return f"te weinig tekst voor onderwerpen: {lines}"
    if n < FEW:
        return f"weinig tekst voor onderwerpen: {lines}; met meer notities kunnen ze veranderen"
    return ""
