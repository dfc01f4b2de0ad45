"""Into which parts a topic falls, when a person says that it is more than one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from notemine.domain import TopicDecision
from notemine.dutch.text_keys import key_of
from notemine.errors import UnknownNameError
from notemine.topics.clustering import find_clusters
from notemine.topics.decided import N_ANCHORS
from notemine.topics.find import topic_ids
from notemine.topics.fit import fit_topics
from notemine.topics.task import Task


def propose_split(task: Task, name: str, *, n_parts: int = 2) -> TopicDecision:
    """Divide a topic where its lines hang together least.

    Args:
        task: What the topics were found from; decisions that were said before among it.
        name: Label of the topic, capitals and marks aside, or its id.
        n_parts: So many parts; fewer if it has fewer lines.

    Returns:
        A decision that names each part by its strongest lines.

    Raises:
        UnknownNameError: there is no topic of that name.
        ValueError: it has one distinct line, or none hang together.
    """
    fit = fit_topics(task)
    cluster = _cluster_called(name, fit.names, topic_ids(task, fit)) if fit else None
    if fit is None or cluster is None:
        known = ", ".join(fit.names) if fit else "none"
        raise UnknownNameError(f"no topic is called {name!r}; choose one of: {known}")
    items = np.unique(fit.item_of[fit.labels == cluster])
    if len(items) < 2:
        raise ValueError(f"{name!r} has one line and no parts")
    settings = task.settings.model_copy(update={"clusterer": "louvain", "n_topics": min(n_parts, len(items))})
    parts = find_clusters(fit.clusters.items.chosen(items), settings=settings, seed=task.seed)
    if not parts.labels.any():
        raise ValueError(f"{name!r} has no lines that hang together less than the others")
    texts = [fit.clusters.items.texts[row] for row in fit.clusters.items.own[items]]
    order = sorted(range(len(items)), key=lambda i: (-parts.strengths[i], texts[i]))
    return TopicDecision(
        kind="split",
        topics=tuple(
            tuple(dict.fromkeys(texts[i] for i in order if parts.labels[i] == part))[:N_ANCHORS]
            for part in range(int(parts.labels.max()) + 1)
        ),
    )


def _cluster_called(name: str, names: Sequence[str], ids: Sequence[str]) -> int | None:
    wanted = key_of(name)
    pairs = zip(names, ids, strict=True)
    return next((k for k, (label, id_) in enumerate(pairs) if id_ == name or key_of(label) == wanted), None)
