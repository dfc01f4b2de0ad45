"""Segments and vectors to topics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment, Topic, TopicFlag, TopicMap, make_id
from notemine.topics.bertopic_frame import FittedBERTopic, in_two_dimensions
from notemine.topics.coherence import coherences
from notemine.topics.context import windows
from notemine.topics.fit import Fit, fit_topics
from notemine.topics.graph import shares_in
from notemine.topics.hierarchy import group_clusters, make_groups
from notemine.topics.quotes import typical_members
from notemine.topics.stability import stabilities
from notemine.topics.task import Task
from notemine.topics.trend import find_trends
from notemine.vectors import unit_rows

if TYPE_CHECKING:
    from notemine.topics.items import Indices

TOO_FEW, FEW = 20, 60
# Below half its members found back, a topic is another one in the next run (Hennig 2007).
MIN_STABILITY, MIN_STRENGTH = 0.5, 0.5


def find_topic_map(task: Task) -> TopicMap:
    """Find the topics of segments.

    Returns:
        Topics, largest first, ties by label. Every segment has one but a heading, what a person dropped, and
        what is weaker than ``settings.min_strength``: -1, strength 0.

    Raises:
        UnknownNameError: there is no clusterer of the name in the settings.
    """
    fit = fit_topics(task)
    n_lines = sum(segment.kind != "heading" for segment in task.segments)
    labels, strengths = [-1] * len(task.segments), [0.0] * len(task.segments)
    if fit is None:
        shares = np.zeros((len(task.segments), 0), dtype=np.float32)
        return TopicMap(
            topics=(), labels=labels, strengths=strengths, warning=_warning(n_lines), shares=shares
        )
    topics = _make_topics(task, fit)
    order = sorted(range(len(topics)), key=lambda k: (-len(topics[k].segment_ids), topics[k].label))
    place_of = {k: place for place, k in enumerate(order)}
    for i, item, label in zip(fit.members, fit.item_of, fit.labels, strict=True):
        labels[i], strengths[i] = place_of[int(label)], float(fit.clusters.found.strengths[item])
    shares = np.zeros((len(task.segments), len(topics)), dtype=np.float32)
    found = fit.clusters.found
    shares[fit.members] = shares_in(fit.clusters.items.graph, found.labels)[fit.item_of][:, order]
    groups = group_clusters(fit.clusters.items.graph, found.labels, grain=task.settings.grain)
    return TopicMap(
        topics=tuple(topics[k] for k in order),
        labels=labels,
        strengths=strengths,
        warning=_warning(n_lines),
        groups=make_groups([topics[k] for k in order], [int(groups[k]) for k in order]),
        shares=shares,
    )


def fitted_bertopic(task: Task) -> FittedBERTopic:
    """Find the same topics and hand over the BERTopic model itself, for its plots and tables.

    Its topics are numbered by size; ``model.custom_labels_`` holds our labels in that order.

    Raises:
        ValueError: no segment has a topic.
    """
    fit = fit_topics(task)
    if fit is None:
        raise ValueError("no topics without text: every segment is a heading, or there is none")
    cluster_of = dict(zip(fit.model.topics_, fit.labels, strict=True))
    clusters = [int(cluster_of[topic]) for topic in sorted(cluster_of)]
    fit.model.set_topic_labels([fit.names[cluster] for cluster in clusters])
    shares = shares_in(fit.clusters.items.graph, fit.clusters.found.labels)[fit.item_of][:, clusters]
    fit.model.probabilities_ = shares
    embeddings = task.vectors[fit.members]
    return FittedBERTopic(
        model=fit.model,
        documents=fit.documents,
        embeddings=embeddings,
        reduced_embeddings=in_two_dimensions(embeddings.astype(np.float64)),
        probabilities=shares,
        segment_ids=tuple(task.segments[i].id for i in fit.members),
    )


def _make_topics(task: Task, fit: Fit) -> list[Topic]:
    """The topic of each cluster."""
    n_topics = len(fit.names)
    stability = stabilities(fit.clusters, settings=task.settings, seed=task.seed)
    lines = [task.segments[i] for i in fit.members]
    coherent = coherences(fit.words, task.segments, windows(task.segments, task.notes))
    trends = find_trends(fit.labels.tolist(), lines, task.notes, n_topics=n_topics, seed=task.seed)
    ids = topic_ids(task, fit)
    table_of = {note.id: note.table_id for note in task.notes}
    topics = []
    for k in range(n_topics):
        inside = np.flatnonzero(fit.labels == k)
        strengths = fit.clusters.found.strengths[fit.item_of[inside]]
        strength = round(float(strengths.mean()), 4)
        tables = {table_of.get(lines[i].note_id, "") for i in inside} - {""}
        cluster = fit.clusters.known[k]
        topics.append(
            Topic(
                id=ids[k],
                label=fit.names[k],
                terms=fit.words[k],
                segment_ids=_by_strength(lines, inside, strengths.tolist()),
                strength=strength,
                stability=float(stability[k]),
                quotes=_quotes(task, fit, k),
                coherence=coherent[k],
                flags=_flags(
                    strength,
                    # A person's word is firm.
                    1.0 if cluster.is_decided else float(stability[k]),
                    is_alone=len(tables) == 1 and len(set(table_of.values()) - {""}) > 1,
                ),
                trend=trends[k],
                is_named=cluster.is_named,
                is_aside=cluster.is_aside,
            )
        )
    return topics


def topic_ids(task: Task, fit: Fit) -> list[str]:
    """Ids of the topics they go on from; those of new topics are made of their labels."""
    topics = task.previous.topics if task.previous else ()
    taken = {topic.id for topic in topics}
    ids = []
    for name, cluster in zip(fit.names, fit.clusters.known, strict=True):
        if cluster.topic is not None:
            ids.append(topics[cluster.topic].id)
            continue
        # When notes are added the label changes less than the members do.
        found, n = make_id("t", name.lower()), 2
        while found in taken:
            found, n = make_id("t", name.lower(), str(n)), n + 1
        taken.add(found)
        ids.append(found)
    return ids


def _by_strength(lines: Sequence[Segment], inside: Indices, strengths: Sequence[float]) -> tuple[str, ...]:
    strongest = sorted(
        zip(inside.tolist(), strengths, strict=True), key=lambda p: (-p[1], lines[p[0]].text, lines[p[0]].id)
    )
    return tuple(lines[i].id for i, _ in strongest)


def _quotes(task: Task, fit: Fit, k: int) -> tuple[str, ...]:
    inside = np.flatnonzero(fit.labels == k)
    members = fit.members[inside]
    return typical_members(
        [task.segments[i] for i in members],
        unit_rows(task.vectors[members]),
        strengths=fit.clusters.found.strengths[fit.item_of[inside]],
        words=[term.text for term in fit.words[k]],
    )


def _flags(strength: float, stability: float, *, is_alone: bool) -> tuple[TopicFlag, ...]:
    flags: list[TopicFlag] = []
    if stability < MIN_STABILITY:
        flags.append("unstable")
    if strength < MIN_STRENGTH:
        flags.append("loose")
    if is_alone:
        flags.append("one_table")
    return tuple(flags)


def _warning(n: int) -> str:
    lines = f"{n} {'regel' if n == 1 else 'regels'}"
    if n < TOO_FEW:
        return f"te weinig tekst voor onderwerpen: {lines}"
    if n < FEW:
        return f"weinig tekst voor onderwerpen: {lines}; met meer notities kunnen ze veranderen"
    return ""
