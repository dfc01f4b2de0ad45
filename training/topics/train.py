"""Learn the space of themes and the asides from what was written for it; minutes on one core.

Usage: PYTHONPATH=.:training/topics:training/encoder python training/topics/train.py [FOLDER | --held-out]

FOLDER takes ``dutch.npz`` and ``dutch_fast.npz`` (``models/nl_topics``). With ``--held-out`` each domain is
judged by what was learnt from the others, and nothing is written.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from data import read_written
from written import ASIDE, HERE, Corpus, read_corpora

from notemine.embed import embed, load_embedder
from notemine.topics.asides import NEAR, OWN, around, places_of
from notemine.topics.learned import FAST, THOROUGH, Learned
from notemine.vectors import unit_rows

FAMILIES = HERE.parents[1] / "encoder" / "written"
# Directions kept, and how much is added to the scatter of each, in shares of the mean within topics.
N_THEMES, RIDGE = 128, 8.0
# What the families of questions count for beside the evenings.
FAMILY_SHARE = 0.5
# Inverse strength of the ridge of the logistic regression.
C_ASIDES = 0.1


@dataclass(frozen=True)
class Lines:
    """Rows of a corpus, or of one file of families, with topic and place (note, or group of questions)."""

    rows: np.ndarray
    topics: tuple[str, ...]
    places: tuple[str, ...]


def rows_of(texts: Sequence[str], name: str) -> np.ndarray:
    """Rows as ``topics.learned.read_lines`` makes them."""
    asked = embed(texts, load_embedder(FAST), side="question")
    return asked if name == FAST else unit_rows(np.hstack([embed(texts, load_embedder(name)), asked]))


def read_families(name: str) -> list[Lines]:
    """Statements and questions on one subject each, a ``Lines`` for each file."""
    by_file: dict[str, list] = {}
    for wording in read_written(FAMILIES):
        by_file.setdefault(wording.family.partition("/")[0], []).append(wording)
    return [
        Lines(
            rows_of([w.text for w in wordings], name),
            tuple(w.family for w in wordings),
            tuple(w.group or f"statement {i}" for i, w in enumerate(wordings)),
        )
        for wordings in by_file.values()
    ]


def scatter(parts: Sequence[Lines]) -> tuple[np.ndarray, np.ndarray]:
    """Scatter within topics, of the means of places, and of the means of topics; a place weighs its root."""
    within = between = 0.0
    total = 0.0
    for part in parts:
        rows = part.rows.astype(np.float64) - part.rows.mean(axis=0)
        cells: dict[str, dict[str, list[int]]] = {}
        for i, (topic, place) in enumerate(zip(part.topics, part.places, strict=True)):
            cells.setdefault(topic, {}).setdefault(place, []).append(i)
        for places in cells.values():
            means = np.array([rows[inside].mean(axis=0) for inside in places.values()])
            weights = np.sqrt([len(inside) for inside in places.values()])
            centre = weights @ means / weights.sum()
            apart = (means - centre) * np.sqrt(weights)[:, None]
            within = within + apart.T @ apart
            between = between + weights.sum() * np.outer(centre, centre)
            total += weights.sum()
    return within / total, between / total


def learn_themes(evenings: Sequence[Lines], families: Sequence[Lines]) -> np.ndarray:
    """Directions in which topics differ, each scaled by how much (discriminant analysis with a ridge)."""
    own, of_families = scatter(evenings), scatter(families)
    scale = np.trace(own[0]) / np.trace(of_families[0])
    within, between = (
        (1 - FAMILY_SHARE) * a + FAMILY_SHARE * scale * b for a, b in zip(own, of_families, strict=True)
    )
    ridge = RIDGE * np.trace(within) / len(within) * np.eye(len(within))
    values, axes = np.linalg.eigh(within + between + ridge)
    whiten = axes @ np.diag(values**-0.5) @ axes.T
    values, axes = np.linalg.eigh(whiten @ between @ whiten)
    best = slice(-N_THEMES, None)
    return whiten @ axes[:, best] @ np.diag(np.sqrt(np.maximum(values[best], 0)))


def learn_asides(corpora: Sequence[Corpus], rows: Sequence[np.ndarray]) -> tuple[np.ndarray, float]:
    """Weights of a logistic regression and its bias."""
    from sklearn.linear_model import LogisticRegression

    inputs = [_aside_inputs(corpus, own) for corpus, own in zip(corpora, rows, strict=True)]
    keep = [np.array([s.kind != "heading" for s in corpus.segments]) for corpus in corpora]
    labels = [np.array([topic == ASIDE for topic in corpus.topics]) for corpus in corpora]
    model = LogisticRegression(C=C_ASIDES, max_iter=3000).fit(
        np.vstack([x[k] for x, k in zip(inputs, keep, strict=True)]),
        np.concatenate([y[k] for y, k in zip(labels, keep, strict=True)]),
    )
    return model.coef_[0], float(model.intercept_[0])


def _aside_inputs(corpus: Corpus, rows: np.ndarray) -> np.ndarray:
    near = around(corpus.segments, rows)
    return np.hstack([rows * OWN, near * NEAR, places_of(corpus.segments, corpus.notes)])


def learn(corpora: Sequence[Corpus], rows: Sequence[np.ndarray], families: Sequence[Lines]) -> Learned:
    """Learn all of it."""
    evenings = [
        Lines(
            own[[t != ASIDE for t in corpus.topics]],
            tuple(t for t in corpus.topics if t != ASIDE),
            tuple(s.note_id for s, t in zip(corpus.segments, corpus.topics, strict=True) if t != ASIDE),
        )
        for corpus, own in zip(corpora, rows, strict=True)
        if corpus.has_topics
    ]
    weights, bias = learn_asides(corpora, rows)
    n_dims = rows[0].shape[1]
    return Learned(
        themes=learn_themes(evenings, families).astype(np.float32),
        aside_own=weights[:n_dims].astype(np.float32),
        aside_near=weights[n_dims : 2 * n_dims].astype(np.float32),
        aside_place=weights[2 * n_dims :].astype(np.float32),
        aside_bias=np.array([bias], dtype=np.float32),
    )


def write(learned: Learned, path: Path) -> None:
    """Write in 16 bits."""
    arrays = {name: getattr(learned, name).astype(np.float16) for name in Learned.__slots__}
    np.savez_compressed(path, **arrays)


def main(argument: str) -> None:
    """Learn and write, or judge."""
    corpora = read_corpora()
    for name in (THOROUGH, FAST):
        rows = [rows_of([s.text for s in corpus.segments], name) for corpus in corpora]
        families = read_families(name)
        if argument == "--held-out":
            from held_out import judge

            judge(name, corpora, rows, families)
            continue
        path = Path(argument) / f"{name}.npz"
        write(learn(corpora, rows, families), path)
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "models/nl_topics")
