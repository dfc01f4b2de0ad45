"""How well topics agree with labels, how varied and coherent their words are, and whether they come back."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations
from typing import Any

from notemine.domain import TopicMap
from notemine.evaluate.cluster import score_grouping


def score_topics(gold: Sequence[Hashable], topics: TopicMap, *, n_words: int = 10) -> dict[str, Any]:
    """Score topics against labelled texts.

    Args:
        gold: Label of each text, in the order of ``topics.labels``.
        topics: What was found.
        n_words: Words of each topic that count.

    Returns:
        ``ami``, ``ari``, ``pair``, the number of topics and of texts without one, and ``diversity``: the
        share of distinct words among the first ``n_words`` of all topics (Dieng et al. 2020), and ``npmi``:
        the mean coherence of the topics (Bouma 2009).
    """
    from sklearn.metrics import adjusted_rand_score

    scores = score_grouping(gold, topics.labels)
    words = [term.text for topic in topics for term in topic.terms[:n_words]]
    codes = {label: code for code, label in enumerate(dict.fromkeys(gold))}
    return {
        "ami": scores["ami"],
        "ari": round(float(adjusted_rand_score([codes[g] for g in gold], topics.labels)), 4),
        "pair": scores["pair"],
        "n_topics": len(topics),
        "n_labels": len(codes),
        "outliers": sum(label < 0 for label in topics.labels),
        "diversity": round(len(set(words)) / max(1, len(words)), 4),
        "npmi": round(sum(topic.coherence for topic in topics) / max(1, len(topics)), 4),
        "n": len(gold),
    }


def score_stability(
    find: Callable[[Sequence[int]], Sequence[int]], n: int, *, n_samples: int = 4, share: float = 0.9
) -> float:
    """Agreement of topics that were found in samples of the texts.

    Args:
        find: Labels of the texts in those rows.
        n: Number of texts.
        n_samples: Samples; each two are compared.
        share: Share of the texts in each.

    Returns:
        Mean adjusted Rand index over the texts that two samples share, -1 to 1.
    """
    from sklearn.metrics import adjusted_rand_score

    found = []
    for seed in range(n_samples):
        rows = sorted(random.Random(100 + seed).sample(range(n), int(share * n)))
        found.append(dict(zip(rows, find(rows), strict=True)))
    scores = []
    for a, b in combinations(found, 2):
        both = sorted(a.keys() & b.keys())
        scores.append(adjusted_rand_score([a[row] for row in both], [b[row] for row in both]))
    return round(float(sum(scores) / len(scores)), 4)
