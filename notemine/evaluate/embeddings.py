"""How well the nearness of sentence vectors follows what people find alike, and how fast they are made."""

from __future__ import annotations

import csv
import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from notemine.errors import ReadError
from notemine.vectors import Matrix


class ScoredPair(NamedTuple):
    """Two sentences and how alike people find them, on any scale."""

    left: str
    right: str
    similarity: float


def read_pairs(path: Path) -> list[ScoredPair]:
    """Read pairs: two sentences and a number a row, more columns are left alone; a first row may name them.

    Args:
        path: Separated by commas, or by tabs where the name ends in ``.tsv``.

    Raises:
        ReadError: a row has no two sentences and a number, or there are fewer than two rows.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            # Tab-separated files quote nothing: a quotation mark in them is one.
            is_tabbed = path.suffix == ".tsv"
            reader = csv.reader(
                lines,
                delimiter="\t" if is_tabbed else ",",
                quoting=csv.QUOTE_NONE if is_tabbed else csv.QUOTE_MINIMAL,
            )
            rows = [(reader.line_num, row) for row in reader if row]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReadError(f"{path}: {error}") from error
    if rows and len(rows[0][1]) > 2 and _number(rows[0][1][2]) is None:
        del rows[0]
    pairs = []
    for line, row in rows:
        similarity = _number(row[2]) if len(row) > 2 else None
        if similarity is None:
            raise ReadError(f"{path}:{line}: schrijf zin, zin, getal (met een punt: 4.5)")
        pairs.append(ScoredPair(row[0], row[1], similarity))
    if len(pairs) < 2:
        raise ReadError(f"{path}: minder dan twee paren; er valt niets te meten")
    return pairs


def _number(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def score_embeddings(
    encode: Callable[[Sequence[str]], Matrix], pairs: Sequence[ScoredPair]
) -> dict[str, Any]:
    """Score an embedder on pairs.

    Args:
        encode: Makes unit rows of texts, each distinct one once.
        pairs: At least two.

    Returns:
        ``spearman`` (rank correlation of cosine and similarity; None where all are alike), ``n`` pairs and
        ``sentences_per_second``, by the clock.
    """
    from scipy.stats import spearmanr

    texts = [*(p.left for p in pairs), *(p.right for p in pairs)]
    # What is loaded or compiled at first use is not the speed of reading.
    encode(texts[:1])
    started = time.perf_counter()
    rows = encode(texts)
    seconds = time.perf_counter() - started
    cosines = (rows[: len(pairs)] * rows[len(pairs) :]).sum(axis=1)
    gold = [p.similarity for p in pairs]
    is_flat = np.ptp(cosines) == 0 or len(set(gold)) == 1
    return {
        "spearman": None if is_flat else round(float(spearmanr(cosines, gold)[0]), 4),
        "n": len(pairs),
        "sentences_per_second": round(len(set(texts)) / seconds),
    }
