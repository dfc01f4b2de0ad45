"""Scores of clusterers on labelled texts, all on the same vectors."""

from __future__ import annotations

import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from notemine.topics import Task

N_SAMPLES = 3
ALL = "all"


def score_clusterers(
    labels: Sequence[str],
    texts: Sequence[str],
    names: Sequence[str],
    *,
    n_texts: int | None,
    n_topics: int | None,
    embedder: str,
) -> dict[str, dict[str, Any]]:
    """Score each clusterer by itself.

    Args:
        labels: Gold label of each text.
        texts: What is clustered.
        names: Clusterers, or ``all``.
        n_texts: Size of three samples over which scores are averaged; all texts if left out.
        n_topics: Asked of those that can be told; left out, each finds its own number.
        embedder: See ``load_embedder``.

    Returns:
        For each clusterer the scores of ``score_topics``, ``stability`` and ``seconds``.

    Raises:
        UnknownNameError: there is no clusterer of a name.
    """
    from notemine import registry
    from notemine.config import Config
    from notemine.notebook import task_of_texts
    from notemine.topics.clustering import CLUSTERERS, load_clusterer

    wanted = registry.names_in(CLUSTERERS) if ALL in names else list(dict.fromkeys(names))
    for name in wanted:
        load_clusterer(name)
    task = task_of_texts(texts, Config(embedder=embedder))
    size = min(n_texts or len(texts), len(texts))
    n_samples = N_SAMPLES if size < len(texts) else 1
    samples = [random.Random(seed).sample(range(len(texts)), size) for seed in range(n_samples)]
    return {
        name: _mean([_score(labels, task, sample, name=name, n_topics=n_topics) for sample in samples])
        for name in wanted
    }


def _score(
    labels: Sequence[str], task: Task, rows: Sequence[int], *, name: str, n_topics: int | None
) -> dict[str, Any]:
    from notemine.evaluate.topics import score_stability, score_topics
    from notemine.topics import find_topic_map

    settings = task.settings.model_copy(update={"clusterer": name, "n_topics": n_topics, "n_refits": 0})
    sample = replace(task.chosen(rows), settings=settings)
    start = time.perf_counter()
    found = find_topic_map(sample)
    seconds = round(time.perf_counter() - start, 2)
    stability = score_stability(lambda some: find_topic_map(sample.chosen(some)).labels, len(rows))
    scores = score_topics([labels[row] for row in rows], found)
    return {**scores, "stability": stability, "seconds": seconds}


def _mean(scores: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The mean of each score over samples, of inner ones too."""
    return {
        name: _mean([score[name] for score in scores])
        if isinstance(value, Mapping)
        else round(sum(score[name] for score in scores) / len(scores), 4)
        for name, value in scores[0].items()
    }
