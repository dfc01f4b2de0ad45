"""Agreement of topics with labels, ours beside those of BERTopic, on the same vectors. Run by hand.

Usage: python tests/benchmarks/topics_ami.py FOLDER [N_TEXTS]

FOLDER holds ``*.tsv`` files with a label and a text a line. BERTopic runs with its default settings; install
umap-learn and hdbscan for the real ones, without them it falls back on PCA and scikit-learn's HDBSCAN and
finds far less. Second, BERTopic with k-means and the true number of topics, which nobody has in practice. AMI
is the mean over three samples; a text that BERTopic leaves out counts as one of a cluster of outliers.
"""

from __future__ import annotations

import random
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from notemine.config import TopicSettings
from notemine.domain import Segment
from notemine.dutch.pipeline import load_nlp
from notemine.embed import embed, load_embedder
from notemine.normalise import segments_of_texts
from notemine.topics import Task, find_topic_map
from notemine.vectors import Matrix

N_SAMPLES = 3
Method = Callable[[Sequence[Segment], Matrix, int], list[int]]


def ours(segments: Sequence[Segment], vectors: Matrix, n_labels: int) -> list[int]:
    """As shipped."""
    task = Task(segments=segments, vectors=vectors, settings=TopicSettings(n_refits=0))
    return find_topic_map(task).labels


def bertopic(segments: Sequence[Segment], vectors: Matrix, n_labels: int) -> list[int]:
    """BERTopic's defaults, as far as they are installed."""
    return _bertopic(segments, vectors)


def bertopic_kmeans(segments: Sequence[Segment], vectors: Matrix, n_labels: int) -> list[int]:
    """BERTopic with k-means and the true number of topics."""
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA

    return _bertopic(
        segments, vectors, umap_model=PCA(50), hdbscan_model=KMeans(n_labels, n_init=10, random_state=0)
    )


def _bertopic(segments: Sequence[Segment], vectors: Matrix, **models: Any) -> list[int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from bertopic import BERTopic

        model = BERTopic(language="multilingual", **models)
        return list(model.fit_transform([s.text for s in segments], embeddings=vectors)[0])


METHODS: dict[str, Method] = {"notemine": ours, "bertopic": bertopic, "bertopic, true k": bertopic_kmeans}


def main(folder: Path, n_texts: int) -> None:
    """Print a line for each file and method."""
    from sklearn.metrics import adjusted_mutual_info_score

    embedder = load_embedder()
    for path in sorted(folder.glob("*.tsv")):
        rows = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
        segments = segments_of_texts([text for _, text in rows], load_nlp())
        vectors = embed([s.text for s in segments], embedder)
        samples = [
            random.Random(seed).sample(range(len(rows)), min(n_texts, len(rows))) for seed in range(N_SAMPLES)
        ]
        for name, find in METHODS.items():
            scores, counts, left_out, seconds = [], [], [], []
            for sample in samples[: 1 if n_texts >= len(rows) else N_SAMPLES]:
                start = time.perf_counter()
                labels = find(
                    [segments[i] for i in sample], vectors[sample], len({rows[i][0] for i in sample})
                )
                seconds.append(time.perf_counter() - start)
                scores.append(adjusted_mutual_info_score([rows[i][0] for i in sample], labels))
                counts.append(len(set(labels) - {-1}))
                left_out.append(labels.count(-1) / len(labels))
            n = len(scores)
            print(
                f"{path.stem:24} {name:16} AMI {sum(scores) / n:.3f}  topics {sum(counts) / n:4.1f}"
                f"  left out {sum(left_out) / n:.2f}  {sum(seconds) / n:.1f} s"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 300)
