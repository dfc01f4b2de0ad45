"""Lines to the clusters that become topics: found, joined to what was there, changed as a person said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment
from notemine.topics.asides import find_asides
from notemine.topics.clustering import Clustering, by_size, find_clusters
from notemine.topics.decided import follow
from notemine.topics.graph import strengths_in, with_graph
from notemine.topics.items import Items, make_items
from notemine.topics.learned import read_lines
from notemine.topics.task import Task
from notemine.topics.update import join, known_labels, match
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from notemine.topics.items import Flags, Indices

# Fewer lines about the evening itself are no topic of their own.
MIN_ASIDES = 3
# A guide names a topic that holds so much of its ties.
MIN_GUIDED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """What is known of a cluster beside its members.

    Attributes:
        topic: Index of the topic of the earlier run that it goes on from; None for a new one.
        name: Label that a person or a guide gives it; empty where its words have to.
        is_named: It was a person.
        is_decided: A person named, merged, split or pinned it.
        is_aside: It is about the evening itself.
    """

    topic: int | None = None
    name: str = ""
    is_named: bool = False
    is_decided: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The clusters of a task.

    Attributes:
        items: What was clustered, with its graph; guides are among them.
        item_of: Item of each segment; -1 for a heading.
        found: Cluster of each item, largest first, and its strength; -1 and 0 for guides and what is dropped.
        known: What is known of each cluster.
        subjects: Items that the clusterer was given: all but the asides.
    """

    items: Items
    item_of: Indices
    found: Clustering
    known: tuple[Cluster, ...]
    subjects: Indices


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """Items of a task, and what they are."""

    items: Items
    item_of: Indices
    guide_items: Indices
    is_aside: Flags
    is_guide: Flags


def find_task_clusters(task: Task) -> Clusters | None:
    """Cluster the lines of a task; None where there is no line."""
    lines = _make_lines(task)
    if lines is None:
        return None
    # A number below that of the topics of the earlier run stands for the topic there.
    n_taken = len(task.previous) if task.previous else 0
    labels = _find_subjects(task, lines)
    aside = _aside_topic(task, labels)
    labels[lines.is_aside] = aside
    if task.previous is not None and not task.refit:
        # A person may have made a subject of them.
        before = known_labels(task.segments, lines.item_of, len(lines.items), task.previous)
        is_subject = lines.is_aside & (before >= 0) & (before != aside)
        labels[is_subject] = before[is_subject]
    texts = [lines.items.texts[row] for row in lines.items.own]
    followed = follow(task.decisions, labels, texts=texts, graph=lines.items.graph, n_taken=n_taken)
    guided = _guided_names(task, lines, followed.labels)
    strengths = strengths_in(lines.items.graph, followed.labels)
    kept = np.where(lines.is_guide | (strengths < task.settings.min_strength), -1, followed.labels)
    labels = by_size(kept)
    number_of = {int(new): int(old) for new, old in zip(labels, kept, strict=True) if new >= 0}
    known = [
        Cluster(
            topic=number if number < n_taken else None,
            name=followed.names.get(number) or guided.get(number, ""),
            is_named=number in followed.names,
            is_decided=number in followed.decided,
            # What a person merged with a subject is one.
            is_aside=number == aside and bool(lines.is_aside[kept == number].all()),
        )
        for _, number in sorted(number_of.items())
    ]
    return Clusters(
        items=lines.items,
        item_of=lines.item_of,
        found=Clustering(labels=labels, strengths=np.where(labels >= 0, strengths, 0.0)),
        known=tuple(known),
        subjects=np.flatnonzero(~lines.is_aside),
    )


def _make_lines(task: Task) -> _Lines | None:
    n_segments = len(task.segments)
    vectors = _stacked(task.vectors, task.guide_vectors)
    reading = None
    if task.asked is not None and task.notes and n_segments:
        asked = _stacked(task.asked, task.guide_asked)
        reading = read_lines(vectors, asked, encoder=task.encoder)
    items, item_of = make_items(
        [*task.segments, *task.guides],
        vectors,
        notes=task.notes,
        themes=reading.themes if reading else None,
        n_guides=len(task.guides),
    )
    own, guide_items = item_of[:n_segments], item_of[n_segments:]
    if not np.any(own >= 0):
        return None
    is_aside = np.zeros(len(items), dtype=bool)
    if reading and task.settings.asides_apart:
        flags = find_asides(task.segments, task.notes, reading.of(n_segments))
        said = [
            flag or segment.id in task.prompts for flag, segment in zip(flags, task.segments, strict=True)
        ]
        is_aside[own[said]] = True
    is_guide = np.ones(len(items), dtype=bool)
    is_guide[own[own >= 0]] = False
    if is_aside.sum() < MIN_ASIDES or (is_aside | is_guide).all():
        is_aside[:] = False
    return _Lines(
        items=with_graph(items), item_of=own, guide_items=guide_items, is_aside=is_aside, is_guide=is_guide
    )


def _stacked(rows: Matrix, of_guides: Matrix | None) -> Matrix:
    return rows if of_guides is None else np.vstack([rows, of_guides])


def _find_subjects(task: Task, lines: _Lines) -> Indices:
    """Cluster of each item that is no aside; numbers as the topics of the earlier run, or above."""
    seen = np.flatnonzero(~lines.is_aside)
    items = lines.items.chosen(seen)
    found = find_clusters(items, settings=task.settings, seed=task.seed).labels
    labels = np.full(len(lines.items), -1, dtype=np.int64)
    labels[seen] = found if task.previous is None else _continued(task, lines, seen, items, found)
    return labels


def _continued(task: Task, lines: _Lines, seen: Indices, items: Items, found: Indices) -> Indices:
    """Number clusters as the topics they go on from; lines stay where they were, unless all is found anew."""
    assert task.previous is not None
    n_taken = len(task.previous)
    subjects = [n for n, topic in enumerate(task.previous) if not topic.is_aside]
    known = known_labels(task.segments, lines.item_of, len(lines.items), task.previous)[seen]
    known = np.where(np.isin(known, subjects), known, -1)
    if not task.refit:
        return join(items.graph, known, found, n_taken=n_taken)
    topic_of = match(known, found)
    return np.array([topic_of.get(int(label), n_taken + int(label)) for label in found])


def _aside_topic(task: Task, labels: Indices) -> int:
    """Number of the topic of the evening itself."""
    topics = task.previous or ()
    known = [number for number, topic in enumerate(topics) if topic.is_aside]
    return known[0] if known else max(int(labels.max()) + 1, len(task.previous or ()))


def _guided_names(task: Task, lines: _Lines, labels: Indices) -> dict[int, str]:
    """The guide that leads each cluster, by its text: of several the one that belongs there most."""
    strengths = strengths_in(lines.items.graph, labels)
    names: dict[int, str] = {}
    order = sorted(
        zip(lines.guide_items.tolist(), task.guides, strict=True),
        key=lambda pair: (-strengths[pair[0]], pair[1].text),
    )
    for item, guide in order:
        if labels[item] >= 0 and strengths[item] >= MIN_GUIDED:
            names.setdefault(int(labels[item]), _capital(guide))
    return names


def _capital(guide: Segment) -> str:
    return guide.text[:1].upper() + guide.text[1:]
