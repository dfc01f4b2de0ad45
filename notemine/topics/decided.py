"""A person's word on topics: found back by the lines it names, whatever the clusterer made of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Segment, Topic, TopicDecision, TopicDecisionKind, TopicMap
from notemine.dutch.text_keys import key_of, keys_of
from notemine.errors import UnknownNameError
from notemine.topics.update import spread

if TYPE_CHECKING:
    from notemine.topics.items import Indices, Sparse

# Lines enough to find a topic back when some of its members have gone elsewhere.
N_ANCHORS = 8
# A pinned topic goes on in the cluster of which its lines are so much; in another they found their own.
CORE = 0.5


@dataclass(frozen=True, slots=True)
class Followed:
    """Clusters as a person wants them.

    Attributes:
        labels: Cluster of each item; -1 for what was dropped.
        names: Label that a person gave to a cluster.
        decided: Clusters that a person named, merged, split or pinned.
    """

    labels: Indices
    names: dict[int, str]
    decided: frozenset[int]


def make_decision(
    kind: TopicDecisionKind, topics: Sequence[Topic], segments: Sequence[Segment], *, label: str = ""
) -> TopicDecision:
    """Write down what a person says of topics, in lines that find them back.

    Args:
        kind: ``merge`` takes two topics or more, ``rename``, ``drop`` and ``pin`` one; a split is made with
            ``TopicDecision`` itself, from the lines of each part.
        topics: What is decided on.
        segments: Segments of their map.
        label: The name it gets.

    Raises:
        ValueError: too few or too many topics, or a new name that is empty.
    """
    n_topics = len(topics)
    if kind == "split" or (kind == "merge") != (n_topics > 1) or not n_topics:
        raise ValueError(f"cannot {kind} {n_topics} topics; merge takes two or more, the others one")
    if kind == "rename" and not label.strip():
        raise ValueError("a new name is empty")
    text_of = {segment.id: segment.text for segment in segments}
    most = None if kind in ("drop", "pin") else N_ANCHORS
    return TopicDecision(
        kind=kind,
        topics=tuple(anchors_of(topic.segment_ids, topic.quotes, text_of)[:most] for topic in topics),
        label=label.strip(),
        was=tuple(topic.label for topic in topics) if kind in ("rename", "merge") else (),
    )


def anchors_of(segment_ids: Sequence[str], quotes: Sequence[str], text_of: dict[str, str]) -> tuple[str, ...]:
    """Distinct texts of the members: what is typical first, then the strongest."""
    return tuple(dict.fromkeys(text_of[segment_id] for segment_id in (*quotes, *segment_ids)))


def find_topic(topics: TopicMap, name: str) -> Topic:
    """The topic of that label, capitals and marks aside, or of that id; or the only one with that word in it.

    Raises:
        UnknownNameError: there is none, or several have the word.
    """
    wanted = key_of(name)
    found = next((topic for topic in topics if topic.id == name or key_of(topic.label) == wanted), None)
    with_word = [topic for topic in topics if wanted in key_of(topic.label).split()]
    if found is None and len(with_word) == 1:
        return with_word[0]
    if found is None:
        known = ", ".join(topic.label for topic in topics)
        raise UnknownNameError(f"no topic is called {name!r}; choose one of: {known}")
    return found


def follow(
    decisions: Sequence[TopicDecision],
    labels: Indices,
    *,
    texts: Sequence[str],
    graph: Sparse,
    n_taken: int = 0,
) -> Followed:
    """Change clusters as a person said, in the order it was said.

    A decision of which a topic's lines are nowhere in the notes waits for them.

    Args:
        decisions: What was said.
        labels: Cluster of each item, -1 for none.
        texts: Text of each item.
        graph: Ties between the items.
        n_taken: Numbers below it are not for new clusters.
    """
    keys = [key_of(text) for text in texts]
    labels = labels.copy()
    heard = [(decision, _places(decision, keys)) for decision in decisions]
    heard = [(decision, places) for decision, places in heard if all(len(part) for part in places)]
    for decision, places in heard:
        free = max(n_taken, int(labels.max()) + 1)
        labels = _follow_one(decision.kind, labels, places, graph=graph, free=free)
    names: dict[int, str] = {}
    decided: set[int] = set()
    for decision, places in heard:
        cluster = _cluster_of(np.concatenate(places), labels)
        decided.update(_cluster_of(part, labels) for part in places)
        if decision.label and cluster >= 0:
            names[cluster] = decision.label
    return Followed(labels, names, frozenset(decided))


def _places(decision: TopicDecision, keys: Sequence[str]) -> list[Indices]:
    wanted = [keys_of(lines) for lines in decision.topics]
    return [np.array([i for i, key in enumerate(keys) if key in part], dtype=np.int64) for part in wanted]


def _cluster_of(places: Indices, labels: Indices) -> int:
    """Where most of the lines are, ties by number; -1 where they have no cluster."""
    inside = labels[places][labels[places] >= 0]
    return int(np.argmax(np.bincount(inside))) if len(inside) else -1


def _follow_one(
    kind: TopicDecisionKind, labels: Indices, places: Sequence[Indices], *, graph: Sparse, free: int
) -> Indices:
    clusters = [_cluster_of(part, labels) for part in places]
    if min(clusters) < 0:
        return labels
    if kind == "merge":
        return np.where(np.isin(labels, clusters), min(clusters), labels)
    if kind == "drop":
        return _dropped(labels, places[0], cluster=clusters[0])
    if kind == "pin":
        return _pinned(labels, places[0], cluster=clusters[0], free=free)
    if kind == "split":
        return _split(labels, places, clusters, graph=graph, free=free)
    return labels


def _dropped(labels: Indices, places: Indices, *, cluster: int) -> Indices:
    """Without the cluster whose core the lines are; of another they alone go."""
    is_core = np.count_nonzero(labels[places] == cluster) >= CORE * np.count_nonzero(labels == cluster)
    dropped = np.where(labels == cluster, -1, labels) if is_core else labels.copy()
    dropped[places] = -1
    return dropped


def _pinned(labels: Indices, places: Indices, *, cluster: int, free: int) -> Indices:
    n_inside = np.count_nonzero(labels[places] == cluster)
    is_core = n_inside >= CORE * np.count_nonzero(labels == cluster)
    labels = labels.copy()
    labels[places] = cluster if is_core else free
    return labels


def _split(
    labels: Indices, places: Sequence[Indices], clusters: Sequence[int], *, graph: Sparse, free: int
) -> Indices:
    """Divide the cluster that several parts are in: each other member goes where it is tied most."""
    shared = next((cluster for cluster in clusters if clusters.count(cluster) > 1), None)
    if shared is None:
        return labels
    members = np.flatnonzero(labels == shared)
    parts = np.full(len(labels), -1, dtype=np.int64)
    for number, place in enumerate(places):
        parts[place[labels[place] == shared]] = number
    alone = np.zeros(len(members), dtype=np.int64)
    divided = spread(graph[members][:, members], parts[members], alone, free=len(places))
    # What is tied to no part stays with the first.
    divided = np.where(divided < len(places), divided, 0)
    labels = labels.copy()
    labels[members] = np.where(divided == 0, shared, free - 1 + divided)
    return labels
