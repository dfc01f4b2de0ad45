"""How well a grouping agrees with a gold grouping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from math import comb
from typing import Any

from notemine.evaluate.counts import Counts


def score_grouping(gold: Sequence[Hashable], found: Sequence[Hashable]) -> dict[str, Any]:
    """Score group labels, item by item in the same order.

    Returns:
        ``pair`` (precision, recall, f1 of pairs put together), ``bcubed`` (the same per item: Bagga and
        Baldwin 1998), ``ami`` (adjusted mutual information), and ``exact``: gold groups of two or more that
        were found exactly, of ``groups``.
    """
    from sklearn.metrics import adjusted_mutual_info_score

    sizes_gold, sizes_found = Counter(gold), Counter(found)
    joint = Counter(zip(gold, found, strict=True))
    hits = sum(comb(n, 2) for n in joint.values())
    pair = Counts(
        hits=hits,
        false_hits=sum(comb(n, 2) for n in sizes_found.values()) - hits,
        misses=sum(comb(n, 2) for n in sizes_gold.values()) - hits,
    )
    exact = sum(n > 1 and n == sizes_gold[g] == sizes_found[f] for (g, f), n in joint.items())
    return {
        "pair": pair.as_scores(),
        "bcubed": _bcubed(joint, sizes_gold, sizes_found),
        "ami": round(float(adjusted_mutual_info_score(_codes(gold), _codes(found))), 4),
        "exact": exact,
        "groups": sum(n > 1 for n in sizes_gold.values()),
        "n": len(gold),
    }


def _bcubed(
    joint: Counter[tuple[Hashable, Hashable]], sizes_gold: Counter[Hashable], sizes_found: Counter[Hashable]
) -> dict[str, float]:
    n = max(1, joint.total())
    precision = sum(k * k / sizes_found[f] for (_, f), k in joint.items()) / n
    recall = sum(k * k / sizes_gold[g] for (g, _), k in joint.items()) / n
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _codes(labels: Sequence[Hashable]) -> list[int]:
    code_of: dict[Hashable, int] = {}
    return [code_of.setdefault(label, len(code_of)) for label in labels]
