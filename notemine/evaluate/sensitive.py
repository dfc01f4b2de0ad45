"""How well lines that tell of one person what is nobody else's business are found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from notemine.evaluate.counts import Counts

NO = frozenset({"", "0", "false", "nee", "-"})


def is_sensitive(label: object) -> bool:
    """Whether a label of a person says yes: everything does but 0, ``nee``, ``-``, false and nothing."""
    return label is not None and str(label).strip().lower() not in NO


def score_sensitivity(gold: Sequence[bool], kinds: Sequence[str]) -> dict[str, Any]:
    """Score what was found.

    Args:
        gold: Whether each line is sensitive.
        kinds: Kind that was found of each, empty for none.

    Returns:
        precision, recall, f1, n, n_sensitive, and of each kind how often it was right and wrong.
    """
    pairs = list(zip(gold, kinds, strict=True))
    counts = Counts(
        hits=sum(1 for g, kind in pairs if g and kind),
        false_hits=sum(1 for g, kind in pairs if kind and not g),
        misses=sum(1 for g, kind in pairs if g and not kind),
    )
    right = Counter(kind for g, kind in pairs if g and kind)
    wrong = Counter(kind for g, kind in pairs if kind and not g)
    return {
        **counts.as_scores(),
        "n": len(pairs),
        "n_sensitive": sum(gold),
        "right_by_kind": {kind: right[kind] for kind in sorted(right)},
        "wrong_by_kind": {kind: wrong[kind] for kind in sorted(wrong)},
    }
