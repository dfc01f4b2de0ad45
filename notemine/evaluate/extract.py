"""How well the spans of questions are found in running text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from notemine.evaluate.counts import Counts, token_f1

# Gold, found and optional spans.
_Passage: TypeAlias = tuple[Sequence[str], Sequence[str], Sequence[str]]

SOFT, STRICT = 0.7, 0.9
# From here on a found span looks like an optional one.
SAME = 0.5


def score_extraction(
    gold: Sequence[Sequence[str]],
    found: Sequence[Sequence[str]],
    *,
    optional: Sequence[Sequence[str]] = (),
) -> dict[str, Any]:
    """Score spans, passage by passage.

    A found span is a hit if its words overlap those of a gold span (token F1) by .7 (soft) or .9 (strict);
    each span is used once, best pairs first, ties by the last in the passage. A found span that shares half
    its words with an optional one is never a false hit.

    Args:
        gold: Question texts of each passage.
        found: The same, as found.
        optional: Spans of each passage that may be found or left.

    Returns:
        ``soft`` and ``strict``, each precision, recall, f1 and the share of passages without a fault.
    """
    optional = optional or [()] * len(gold)
    return {
        name: _score_at(threshold, list(zip(gold, found, optional, strict=True)))
        for name, threshold in (("soft", SOFT), ("strict", STRICT))
    }


def _score_at(threshold: float, passages: Sequence[_Passage]) -> dict[str, Any]:
    per_passage = [_count(*passage, threshold=threshold) for passage in passages]
    total = Counts(
        hits=sum(c.hits for c in per_passage),
        false_hits=sum(c.false_hits for c in per_passage),
        misses=sum(c.misses for c in per_passage),
    )
    perfect = sum(not (c.false_hits or c.misses) for c in per_passage)
    return {**total.as_scores(), "perfect_passages": perfect, "passages": len(per_passage)}


def _count(gold: Sequence[str], found: Sequence[str], optional: Sequence[str], *, threshold: float) -> Counts:
    pairs = sorted(
        ((token_f1(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for score, i, j in pairs:
        if score >= threshold and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
    free = [f for j, f in enumerate(found) if j not in taken_found]
    false_hits = sum(all(token_f1(f, o) < SAME for o in optional) for f in free)
    return Counts(hits=len(taken_gold), false_hits=false_hits, misses=len(gold) - len(taken_gold))
