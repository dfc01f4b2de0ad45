"""How an encoder does on what it has not learnt from: printed between the steps of a training."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
from data import Wording
from model import Cutter, SentenceEncoder, encode
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr


def mates(rows: np.ndarray, labels: list[str], n: int = 5) -> float:
    """Share of the texts that have mates with one among the ``n`` nearest."""
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -9)
    nearest = np.argsort(-cosines, axis=1)[:, :n]
    size = Counter(labels)
    hits = [
        any(labels[j] == label for j in near)
        for near, label in zip(nearest, labels, strict=True)
        if size[label] > 1
    ]
    return sum(hits) / len(hits)


def purity(rows: np.ndarray, labels: list[str]) -> float:
    """Share of the five nearest that carry the same label."""
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -9)
    nearest = np.argsort(-cosines, axis=1)[:, :5]
    return float(
        np.mean([[labels[j] == label for j in near] for near, label in zip(nearest, labels, strict=True)])
    )


def best_pair_f1(rows: np.ndarray, labels: list[str]) -> float:
    """F1 of pairs put together by average linkage on cosines, at the best of all thresholds."""
    tree = linkage(np.clip(pdist(rows, "cosine"), 0, None), "average")
    left, right = np.triu_indices(len(labels), 1)
    same = np.array(labels)[left] == np.array(labels)[right]
    best = 0.0
    for distance in np.arange(0.01, 0.7, 0.01):
        found = fcluster(tree, distance, "distance")
        together = found[left] == found[right]
        best = max(best, 2 * float((together & same).sum()) / float(together.sum() + same.sum()))
    return best


def look(
    encoder: SentenceEncoder,
    cutter: Cutter,
    data_dir: Path,
    pairs: dict[str, list],
    kept_apart: list[Wording],
) -> dict[str, float]:
    """Look at a sentence encoder; see ``look_with``."""
    return look_with(
        lambda texts, side: encode(encoder, [cutter.cut(text) for text in texts], side),
        data_dir,
        pairs,
        kept_apart,
    )


def look_with(
    vectors: Callable[[list[str], str], np.ndarray],
    data_dir: Path,
    pairs: dict[str, list],
    kept_apart: list[Wording],
) -> dict[str, float]:
    """Scores on the LOB tables, on families kept apart and on the development parts of the pairs."""

    def rows_of(file: str) -> list[dict]:
        return [json.loads(line) for line in (data_dir / file).open(encoding="utf8") if line.strip()]

    gold = [g for g in rows_of("lob/gold/questions.jsonl") if not g["group"].startswith("PROMPT")]
    scores = {"lob mates": mates(vectors([g["text"] for g in gold], "question"), [g["group"] for g in gold])}
    lines = rows_of("lob/gold/topics.jsonl")
    scores["lob topic purity"] = purity(
        vectors([g["text"] for g in lines], "text"), [g["topic"] for g in lines]
    )
    general = rows_of("questions/paraphrase.jsonl")
    plain, groups = vectors([g["text"] for g in general], "question"), [g["group"] for g in general]
    scores["plain mates@1"] = mates(plain, groups, 1)
    scores["plain pair F1"] = best_pair_f1(plain, groups)
    apart = vectors([w.text for w in kept_apart], "question")
    scores["apart mates@1"] = mates(apart, [w.group for w in kept_apart], 1)
    scores["apart mates@5"] = mates(apart, [w.group for w in kept_apart], 5)
    for name in ("sts dev", "sick dev"):
        a, b, s = zip(*pairs[name], strict=True)
        left, right = vectors(list(a), "text"), vectors(list(b), "text")
        scores[name] = float(spearmanr((left * right).sum(1), s)[0])
    return {name: round(score, 3) for name, score in scores.items()}
