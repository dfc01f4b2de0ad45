"""Judge what is learnt of topics on domains that were left out of the learning."""

from collections.abc import Sequence

import numpy as np
from train import ASIDE, Corpus, Lines, learn

from notemine.topics.asides import find_asides
from notemine.topics.learned import Learned, Reading


def judge(
    name: str, corpora: Sequence[Corpus], rows: Sequence[np.ndarray], families: Sequence[Lines]
) -> None:
    """Print how well asides are told, and how often the nearest stretch elsewhere has the same topic."""
    print(f"{name:14} asides F1   same topic nearest: themes / vectors alone")
    for left_out, corpus in enumerate(corpora):
        rest = [i for i in range(len(corpora)) if i != left_out]
        learned = learn([corpora[i] for i in rest], [rows[i] for i in rest], families)
        line = f"{corpus.name:14} {_f1(corpus, rows[left_out], learned):9.3f}"
        if corpus.has_topics:
            reading = Reading(rows[left_out], learned)
            line += f"   {_found(corpus, reading.themes):.3f} / {_found(corpus, rows[left_out]):.3f}"
        print(line)


def _f1(corpus: Corpus, rows: np.ndarray, learned: Learned) -> float:
    found = np.array(find_asides(corpus.segments, corpus.notes, Reading(rows, learned)))
    gold = np.array([topic == ASIDE for topic in corpus.topics])
    return float(2 * np.count_nonzero(found & gold) / max(1, found.sum() + gold.sum()))


def _found(corpus: Corpus, rows: np.ndarray) -> float:
    """Share of the stretches on one topic whose nearest stretch at another table is on the same."""
    stretches: list[list[int]] = []
    before = None
    for i, (segment, topic) in enumerate(zip(corpus.segments, corpus.topics, strict=True)):
        key = (segment.note_id, topic)
        if topic == ASIDE or segment.kind == "heading":
            before = None
            continue
        if key != before:
            stretches.append([])
        stretches[-1].append(i)
        before = key
    means = np.array([rows[inside].mean(axis=0) for inside in stretches])
    means -= means.mean(axis=0)
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    notes = np.array([corpus.segments[inside[0]].note_id for inside in stretches])
    topics = np.array([corpus.topics[inside[0]] for inside in stretches])
    near = means @ means.T
    near[notes[:, None] == notes] = -np.inf
    return float(np.mean(topics[near.argmax(axis=1)] == topics))
