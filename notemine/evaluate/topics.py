"""How well topics agree with labels, and how varied their words are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
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
        share of distinct words among the first ``n_words`` of all topics (Dieng et al. 2020).
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
        "n": len(gold),
    }
