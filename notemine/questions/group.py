"""Questions that ask the same: near pairs are judged, and linked while they ask the same on average."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from notemine.domain import Decisions
from notemine.questions.decided import Ties, learn_shift, ties_of
from notemine.questions.linkage import DECIMALS, Judge, link
from notemine.questions.pairs import IndexPairs, WordEncoder, collect, log_odds, probability, read_model
from notemine.questions.space import file_of, read_space, spell
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

N_CANDIDATES = 20
CHUNK = 2048
PLAIN_SIMILARITY = 0.8
# A little above even, by the log-odds that ``PairModel.threshold`` corrects.
MIN_PROBABILITY = 0.55
# So near to the border it is a matter of taste whether two questions are one.
MARGIN = 0.25
# What a person said is different outweighs any number of other pairs.
NEVER = -1e6


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two questions close to the border between one question and two.

    Attributes:
        first: Index of one, the first with its text.
        second: Index of the other, larger.
        probability: That both ask the same.
        is_joined: Whether they are in one group.
    """

    first: int
    second: int
    probability: float
    is_joined: bool


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which questions ask the same, and where that was a near thing.

    Attributes:
        labels: Cluster number of each question, from 0 in order of first appearance; equal texts share one.
        near: Pairs by index, undecided ones only.
    """

    labels: list[int]
    near: tuple[NearPair, ...] = ()


def group_questions(
    questions: Sequence[str],
    vectors: Matrix,
    *,
    encoder: str = "",
    encode_words: WordEncoder | None = None,
    min_similarity: float | None = None,
    decisions: Decisions | None = None,
) -> Grouping:
    """Find out which questions ask the same.

    Pairs of near questions are judged by a model trained on paraphrases; questions are then linked as long as
    they ask the same on average.

    Args:
        questions: In any order; the groups do not depend on it.
        vectors: Unit rows in the order of ``questions``, shape (n_questions, n_dims).
        encoder: Name of the embedder that made them. Where no model was trained for it, the plain cosine
            decides.
        encode_words: Words to unit rows, so that words of one meaning lie close; left out, the plain cosine
            decides, too.
        min_similarity: From here on two questions are one, 0 to 1; left out: a probability of .55 by the
            model, or a cosine of .8.
        decisions: What a person said, which is final, and from which the model learns how strict to be.

    Raises:
        ValueError: ``vectors`` has more or fewer rows than ``questions``.
        MissingModelError: the model is not installed.
    """
    if len(questions) != len(vectors):
        raise ValueError(f"{len(questions)} questions but {len(vectors)} rows of vectors")
    if not questions:
        return Grouping([])
    texts = [" ".join(question.split()) for question in questions]
    first = {text: i for i, text in reversed(list(enumerate(texts)))}
    distinct = sorted(first)
    rows = np.asarray(vectors, dtype=np.float32)[[first[text] for text in distinct]]
    ties = ties_of(decisions or Decisions(), distinct)
    judging = _judging(encoder, distinct, rows, encode_words=encode_words, ties=ties)
    threshold = judging.threshold if min_similarity is None else min_similarity
    near = _candidates(judging.rows)
    similarity = np.round(judging.judge(near), DECIMALS) if len(near) else np.zeros(0, dtype=np.float32)
    allowed = np.where(_is_in(near, ties.different), NEVER, similarity)
    cluster = link(_bound(judging.judge, ties), near, allowed, n=len(distinct), threshold=threshold)
    cluster = _joined(cluster, ties)
    of_text = dict(zip(distinct, cluster, strict=True))
    number: dict[int, int] = {}
    undecided = ~_is_in(near, np.vstack([ties.same, ties.different]))
    return Grouping(
        labels=[number.setdefault(of_text[text], len(number)) for text in texts],
        near=_near_pairs(
            near[undecided],
            similarity[undecided],
            cluster,
            threshold=threshold,
            places=[first[text] for text in distinct],
        ),
    )


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


@dataclass(frozen=True, slots=True)
class _Judging:
    """How pairs are judged.

    Attributes:
        threshold: Similarity from which on two questions are one.
        judge: Similarity of pairs, 0 to 1.
        rows: Rows that tell what is near.
    """

    threshold: float
    judge: Judge
    rows: Matrix


def _judging(
    encoder: str, questions: Sequence[str], vectors: Matrix, *, encode_words: WordEncoder | None, ties: Ties
) -> _Judging:
    file = file_of(encoder)
    if file is None or encode_words is None:
        return _Judging(PLAIN_SIMILARITY, lambda pairs: _cosines(vectors, pairs), vectors)
    model, seen = read_model(file), collect(questions, vectors, read_space(file), encode_words=encode_words)
    shift = 0.0
    if ties.said:
        said = np.array([(i, j) for i, j, _ in ties.said])
        shift = learn_shift(log_odds(model, seen, said).tolist(), [is_same for *_, is_same in ties.said])
    return _Judging(
        MIN_PROBABILITY, lambda pairs: probability(log_odds(model, seen, pairs) + shift), seen.placed
    )


def _bound(judge: Judge, ties: Ties) -> Judge:
    """A judge that never takes two questions for one of which a person said that they differ."""
    if not len(ties.different):
        return judge
    return lambda pairs: np.where(_is_in(pairs, ties.different), NEVER, judge(pairs))


def _joined(cluster: Sequence[int], ties: Ties) -> list[int]:
    """Join the groups of questions that a person said are the same.

    Where that would bring two together that are said to differ, only those that were named are joined.
    """
    joined = list(cluster)
    for n, group in enumerate(ties.groups):
        labels = {joined[i] for i in group}
        clash = any(joined[i] in labels and joined[j] in labels for i, j in ties.different.tolist())
        members = group if clash else [i for i, label in enumerate(joined) if label in labels]
        for i in members:
            joined[i] = -1 - n
    return joined


def _near_pairs(
    pairs: IndexPairs, similarity: Matrix, cluster: Sequence[int], *, threshold: float, places: Sequence[int]
) -> tuple[NearPair, ...]:
    """Pairs that the judge is not sure of; or sure of, where linkage overruled it."""
    found = []
    for (i, j), chance in zip(pairs.tolist(), similarity.tolist(), strict=True):
        is_joined = cluster[i] == cluster[j]
        if abs(chance - threshold) < MARGIN or is_joined != (chance >= threshold):
            first, second = sorted((places[i], places[j]))
            found.append(NearPair(first, second, round(chance, 3), is_joined))
    return tuple(found)


def _is_in(pairs: IndexPairs, others: IndexPairs) -> NDArray[np.bool_]:
    """Whether each pair is one of the others, whichever of the two comes first."""
    if not len(others):
        return np.zeros(len(pairs), dtype=bool)
    known = {frozenset(pair) for pair in others.tolist()}
    return np.array([frozenset(pair) in known for pair in pairs.tolist()], dtype=bool)


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
