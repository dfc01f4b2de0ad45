"""Questions that ask the same: near pairs are judged, and linked while they ask the same on average."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from notemine.questions.pairs import IndexPairs, collect, log_odds, probability, read_model
from notemine.questions.space import file_of, read_space, spell
from notemine.vectors import Matrix

N_CANDIDATES = 20
CHUNK = 2048
# Average linkage sees all pairs of a block, so a block must fit in memory.
MAX_BLOCK = 2000
PLAIN_SIMILARITY = 0.8
# A little above even: a false merge costs more trust than a missed one.
MIN_PROBABILITY = 0.55
DECIMALS = 5

Judge: TypeAlias = Callable[[IndexPairs], Matrix]


def group_questions(
    questions: Sequence[str],
    vectors: Matrix,
    *,
    encoder: str = "",
    min_similarity: float | None = None,
) -> list[int]:
    """Find out which questions ask the same.

    Pairs of near questions are judged by a model trained on paraphrases; questions are then linked as long as
    they ask the same on average (average linkage, Sokal and Michener 1958).

    Args:
        questions: In any order; the groups do not depend on it.
        vectors: Unit rows in the order of ``questions``, shape (n_questions, n_dims).
        encoder: Name of the embedder that made them. Where no model was trained for it, the plain cosine
            decides.
        min_similarity: From here on two questions are one, 0 to 1; left out: a probability of .55 by the
            model, or a cosine of .8.

    Returns:
        Cluster number of each question, from 0 in order of first appearance; equal texts share one.

    Raises:
        ValueError: ``vectors`` has more or fewer rows than ``questions``.
        MissingModelError: the model is not installed.
    """
    if len(questions) != len(vectors):
        raise ValueError(f"{len(questions)} questions but {len(vectors)} rows of vectors")
    if not questions:
        return []
    texts = [" ".join(question.split()) for question in questions]
    first = {text: i for i, text in reversed(list(enumerate(texts)))}
    distinct = sorted(first)
    rows = np.asarray(vectors, dtype=np.float32)[[first[text] for text in distinct]]
    threshold, judge, placed = _judge_for(encoder, distinct, rows)
    if min_similarity is not None:
        threshold = min_similarity
    cluster = _link(judge, _candidates(placed), n=len(distinct), threshold=threshold)
    of_text = dict(zip(distinct, cluster, strict=True))
    number: dict[int, int] = {}
    return [number.setdefault(of_text[text], len(number)) for text in texts]


def ask_vectors(questions: Sequence[str], vectors: Matrix, *, encoder: str) -> Matrix:
    """Place questions where those that ask the same lie close, rather than those on the same subject.

    Args:
        questions: Their texts.
        vectors: Unit rows in the order of ``questions``.
        encoder: Name of the embedder that made them.

    Returns:
        Unit rows; ``vectors`` as they are where no space was learnt for the encoder.
    """
    file = file_of(encoder)
    if file is None or not questions:
        return np.asarray(vectors, dtype=np.float32)
    space = read_space(file)
    texts = [" ".join(question.split()) for question in questions]
    return space.place(spell(texts, space.letter_weights), np.asarray(vectors, dtype=np.float32))


def _judge_for(encoder: str, questions: Sequence[str], vectors: Matrix) -> tuple[float, Judge, Matrix]:
    """The threshold, the judge of pairs (similarity, 0 to 1), and the rows that tell what is near."""
    file = file_of(encoder)
    if file is None:
        return PLAIN_SIMILARITY, lambda pairs: _cosines(vectors, pairs), vectors
    model, seen = read_model(file), collect(questions, vectors, read_space(file))
    return MIN_PROBABILITY, lambda pairs: probability(log_odds(model, seen, pairs)), seen.placed


def _cosines(rows: Matrix, pairs: IndexPairs) -> Matrix:
    cosines: Matrix = np.einsum("ij,ij->i", rows[pairs[:, 0]], rows[pairs[:, 1]])
    return cosines


def _candidates(rows: Matrix) -> IndexPairs:
    """Each row with its nearest ones, shape (n_pairs, 2), smaller index first, sorted."""
    n = min(N_CANDIDATES, len(rows) - 1)
    found = [np.empty((0, 2), dtype=np.int64)]
    for first in range(0, len(rows) if n else 0, CHUNK):
        cosines = np.round(rows[first : first + CHUNK] @ rows.T, DECIMALS)
        here = np.arange(len(cosines))
        cosines[here, first + here] = -np.inf
        nearest = np.argpartition(-cosines, n - 1, axis=1)[:, :n]
        found.append(np.column_stack([np.repeat(first + here, n), nearest.ravel()]))
    return np.unique(np.sort(np.vstack(found), axis=1), axis=0)


def _link(judge: Judge, candidates: IndexPairs, *, n: int, threshold: float) -> list[int]:
    """Number of the group of each of ``n`` questions.

    Groups never reach over a gap where no near pair is similar enough, so each block between the gaps is
    linked on its own.
    """
    if not len(candidates):
        return list(range(n))
    similarity = np.round(judge(candidates), DECIMALS)
    cluster = np.arange(n)
    for block in _blocks(candidates, similarity, n=n, threshold=threshold):
        pairs = np.column_stack([block[side] for side in np.triu_indices(len(block), 1)])
        distances = np.round(1 - judge(pairs), DECIMALS)
        cluster[block] = block[_average_linkage(distances, max_distance=1 - threshold)]
    return [int(c) for c in cluster]


def _blocks(candidates: IndexPairs, similarity: Matrix, *, n: int, threshold: float) -> list[IndexPairs]:
    """Connected questions; where too many hang together, only the most similar pairs connect."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    kept = similarity >= threshold
    i, j = candidates[kept].T
    graph = coo_array((np.ones(len(i)), (i, j)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    order = np.argsort(label, kind="stable")
    members = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    blocks = [block for block in members if 1 < len(block) <= MAX_BLOCK]
    for block in members:
        if len(block) > MAX_BLOCK:
            inside = kept & (label[candidates[:, 0]] == label[block[0]])
            stricter = float(np.median(similarity[inside])) + 10**-DECIMALS
            blocks += _blocks(candidates[inside], similarity[inside], n=n, threshold=stricter)
    return blocks


def _average_linkage(distances: Matrix, *, max_distance: float) -> IndexPairs:
    """Index of the first member of the cluster of each item, from condensed distances."""
    from scipy.cluster.hierarchy import fcluster, linkage

    label = fcluster(linkage(distances, "average"), max_distance, criterion="distance")
    _, first, cluster = np.unique(label, return_index=True, return_inverse=True)
    members: IndexPairs = first[cluster]
    return members
