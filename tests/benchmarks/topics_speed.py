"""Seconds and memory of finding topics, vectors given, beside k-means on the same vectors. Run by hand.

Usage: python tests/benchmarks/topics_speed.py [N_TEXTS]

Texts are drawn: sixty subjects with words and a direction of their own, and noise.
"""

from __future__ import annotations

import resource
import sys
import time

import numpy as np

from notemine.domain import Segment
from notemine.topics import Task, find_topic_map
from notemine.vectors import unit_rows

N_SUBJECTS, N_DIMS, N_WORDS, NOISE = 60, 384, 40, 1.2


def drawn_task(n_texts: int) -> Task:
    """Texts of five words, three of them of their subject."""
    random = np.random.default_rng(0)
    subjects = random.integers(0, N_SUBJECTS, n_texts)
    rows = random.standard_normal((N_SUBJECTS, N_DIMS))[subjects]
    vectors = unit_rows((rows + NOISE * random.standard_normal(rows.shape)).astype(np.float32))
    segments = []
    for i, subject in enumerate(subjects):
        own = [f"woord{subject}x{word}" for word in random.integers(0, N_WORDS, 3)]
        other = [f"woord{s}x{w}" for s, w in random.integers(0, N_WORDS, (2, 2))]
        terms = (*own, *other)
        text = f"{' '.join(terms)} {i}"
        segments.append(Segment(id=f"s{i}", note_id="", start=0, end=len(text), text=text, terms=terms))
    return Task(segments=segments, vectors=vectors)


def main(n_texts: int) -> None:
    """Print both, and whether a second search gives the same labels."""
    from sklearn.cluster import KMeans

    find_topic_map(drawn_task(50))
    task = drawn_task(n_texts)
    start = time.perf_counter()
    found = find_topic_map(task)
    ours = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    start = time.perf_counter()
    KMeans(N_SUBJECTS, n_init=1, random_state=0).fit(task.vectors)
    peer = time.perf_counter() - start
    print(f"{n_texts} texts: {len(found)} topics in {ours:.1f} s, {memory:.1f} GB")
    print(f"{ours / peer:.1f} times k-means")
    if n_texts <= 20_000:
        print(f"the same again: {find_topic_map(task).labels == found.labels}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
