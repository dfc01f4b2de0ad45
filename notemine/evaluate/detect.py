"""How well questions are told from other sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from notemine.evaluate.counts import Counts


def score_detection(
    gold: Sequence[bool], predicted: Sequence[bool], *, kinds: Sequence[str] = ()
) -> dict[str, Any]:
    """Score yes/no decisions.

    Args:
        gold: Whether each sentence is a question.
        predicted: The same, as found.
        kinds: Kind of each sentence; adds an accuracy per kind.

    Returns:
        precision, recall, f1, accuracy, n, and accuracy_by_kind.
    """
    pairs = list(zip(gold, predicted, strict=True))
    counts = Counts(
        hits=sum(g and p for g, p in pairs),
        false_hits=sum(p and not g for g, p in pairs),
        misses=sum(g and not p for g, p in pairs),
    )
    right_of: dict[str, list[bool]] = defaultdict(list)
    for kind, (g, p) in zip(kinds, pairs, strict=False):
        right_of[kind].append(g == p)
    return {
        **counts.as_scores(),
        "accuracy": round(sum(g == p for g, p in pairs) / max(1, len(pairs)), 4),
        "n": len(pairs),
        "accuracy_by_kind": {kind: round(sum(r) / len(r), 4) for kind, r in sorted(right_of.items())},
    }
