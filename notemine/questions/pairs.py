"""Whether two questions ask the same: features of a pair, and a linear model over them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from notemine.questions.asked import Asked, take_apart, weights_of
from notemine.questions.space import AskSpace, spell
from notemine.vectors import Matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

IndexPairs: TypeAlias = "NDArray[np.int64]"
# Words to unit rows.
WordEncoder: TypeAlias = Callable[[Sequence[str]], Matrix]

N_NEAREST = 10
CHUNK = 2048
PAIR_CHUNK = 50_000
# Log-odds of questions that cannot be understood alone ("Hoe dan?"): what they ask stands elsewhere.
NOTHING_IN_COMMON = -10.0
VIEWS = ("ask", "raw", "spelling", "ask_above_near", "raw_above_near")
FEATURES = (
    *VIEWS, "overlap", "contained", "left_over", "most_left_over", "kinds", "same_kind", "negation",
    "opposites", "numbers", "names", "same_names", "roles", "same_roles", "fewer_words", "length_ratio",
    "shorter", "longer",
    "alignment", "least_alignment", "unaligned", "most_unaligned", "all_unaligned", "all_most_unaligned",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PairModel:
    """Logistic regression over the features of a pair.

    Attributes:
        weights: By name of the feature; a feature that is not named has none.
        kinds: How much sooner two kinds of question go together in mates than in others, as log-odds, by
            both kinds in alphabetical order with a bar in between.
        length: Intercept and slope, by the logarithm of the number of words, of the log-odds that a question
            is as notes put it, long and in images, rather than plain and short.
        style: Slopes of the same by the encoder's vector; empty where only the length tells.
        ease: Log-odds that are added where both are as notes put it: such questions share few words.
        threshold: Log-odds from which on two questions are one.
    """

    weights: Mapping[str, float]
    intercept: float
    kinds: Mapping[str, float]
    length: tuple[float, float]
    ease: float
    threshold: float
    style: Sequence[float] = ()


@cache
def read_model(file: Path) -> PairModel:
    """Read the model that stands beside a space."""
    return PairModel(**json.loads(file.with_suffix(".json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Collection:
    """Distinct questions, seen from all sides; row i of each matrix is question i.

    Attributes:
        vectors: The encoder's.
        placed: In the ask space.
        spelt: Letters.
        asked: Taken apart.
        weights: How much each word tells here.
        word_weights: The same, by row in ``word_vectors``.
        placed_near: Mean cosine in the ask space with the ``N_NEAREST`` of the others and the cohort.
        vectors_near: The same of the encoder's vectors.
        lengths: Logarithm of the number of words.
        content: Rows in ``word_vectors`` of the content words of each question.
        word_vectors: Unit rows of words, so that "herrie" lies near "lawaai".
    """

    vectors: Matrix
    placed: Matrix
    spelt: csr_matrix
    asked: Sequence[Asked]
    weights: Mapping[str, float]
    word_weights: Matrix
    placed_near: Matrix
    vectors_near: Matrix
    lengths: Matrix
    content: Sequence[NDArray[np.int64]]
    word_vectors: Matrix


def collect(
    questions: Sequence[str], vectors: Matrix, space: AskSpace, *, encode_words: WordEncoder
) -> Collection:
    """Look at distinct questions from all sides."""
    spelt = spell(questions, space.letter_weights)
    placed = space.place(spelt, vectors)
    asked = [take_apart(question) for question in questions]
    words = sorted({word for one in asked for word in one.words})
    row_of = {word: i for i, word in enumerate(words)}
    weights = weights_of(asked)
    return Collection(
        vectors=vectors,
        placed=placed,
        spelt=spelt,
        asked=asked,
        weights=weights,
        word_weights=np.array([weights[word] for word in words]),
        placed_near=_near(placed, space.cohort_asked),
        vectors_near=_near(vectors, space.cohort),
        lengths=np.log1p([len(question.split()) for question in questions]),
        content=[np.array(sorted(row_of[word] for word in one.words), dtype=np.int64) for one in asked],
        word_vectors=encode_words(words),
    )


def log_odds(model: PairModel, questions: Collection, pairs: IndexPairs) -> Matrix:
    """Log-odds above the threshold that each pair asks the same, shape (n_pairs,)."""
    chunks = [pairs[first : first + PAIR_CHUNK] for first in range(0, len(pairs), PAIR_CHUNK)]
    return np.concatenate([_log_odds(model, questions, chunk) for chunk in chunks])


def _log_odds(model: PairModel, questions: Collection, pairs: IndexPairs) -> Matrix:
    rows = pair_rows(questions, pairs, kinds=model.kinds)
    ease = model.ease * as_noted(model, questions)[pairs].mean(axis=1)
    weights = np.array([model.weights.get(name, 0.0) for name in FEATURES])
    odds = rows @ weights + model.intercept + ease - model.threshold
    says_nothing = np.array([not len(content) for content in questions.content])
    odds[says_nothing[pairs].any(axis=1)] = NOTHING_IN_COMMON
    return np.asarray(odds, dtype=np.float32)


def as_noted(model: PairModel, questions: Collection) -> Matrix:
    """Probability that each question is put as notes do, long and in images, shape (n_questions,)."""
    intercept, slope = model.length
    odds = intercept + slope * questions.lengths
    if model.style:
        odds = odds + questions.vectors @ np.array(model.style, dtype=np.float32)
    return probability(odds)


def probability(odds: Matrix) -> Matrix:
    """Probability of log-odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)


def pair_rows(questions: Collection, pairs: IndexPairs, *, kinds: Mapping[str, float]) -> Matrix:
    """Features of pairs of questions, shape (n_pairs, n_features), columns as in ``FEATURES``.

    Args:
        questions: The questions that the indices count in.
        pairs: Rows of two indices, shape (n_pairs, 2).
        kinds: See ``PairModel``.
    """
    i, j = pairs.T
    ask = np.einsum("ij,ij->i", questions.placed[i], questions.placed[j])
    raw = np.einsum("ij,ij->i", questions.vectors[i], questions.vectors[j])
    spelling = np.asarray(questions.spelt[i].multiply(questions.spelt[j]).sum(axis=1)).ravel()
    ask_near = (questions.placed_near[i] + questions.placed_near[j]) / 2
    raw_near = (questions.vectors_near[i] + questions.vectors_near[j]) / 2
    views = np.column_stack([ask, raw, spelling, ask - ask_near, raw - raw_near])
    words = [
        word_features(questions.asked[a], questions.asked[b], weights=questions.weights, kinds=kinds)
        for a, b in pairs.tolist()
    ]
    lengths = np.sort(questions.lengths[pairs], axis=1)
    aligned = [alignment(questions, a, b) for a, b in pairs.tolist()]
    columns = (np.array(rows).reshape(len(pairs), -1) for rows in (words, aligned))
    return np.column_stack([views, next(columns), lengths, next(columns)])


def word_features(
    a: Asked, b: Asked, *, weights: Mapping[str, float], kinds: Mapping[str, float]
) -> list[float]:
    """Features of a pair that need no vectors: those of ``FEATURES`` from ``overlap`` to ``length_ratio``.

    Args:
        a: A question.
        b: Another.
        weights: How much each word tells; see ``weights_of``.
        kinds: See ``PairModel``.
    """
    common = sum(weights[word] for word in sorted(a.words & b.words))
    only_a, only_b = _sorted_weights(a.words - b.words, weights), _sorted_weights(b.words - a.words, weights)
    less, more = sorted((sum(only_a), sum(only_b)))
    fewer_words, more_words = sorted((len(a.words), len(b.words)))
    lightest, heaviest = sorted((max(only_a, default=0.0), max(only_b, default=0.0)))
    return [
        2 * common / (2 * common + less + more) if common else 0.0,
        common / (common + less) if common else 0.0,
        lightest,
        heaviest,
        kinds.get("|".join(sorted((a.kind, b.kind))), 0.0),
        float(a.kind == b.kind),
        float(a.is_negated != b.is_negated),
        float(_is_opposite(a, b)),
        _clash(a.numbers, b.numbers),
        _clash(a.names, b.names),
        float(not a.names.isdisjoint(b.names)),
        float(bool(a.roles) and bool(b.roles) and a.roles.isdisjoint(b.roles)),
        float(not a.roles.isdisjoint(b.roles)),
        math.log1p(fewer_words),
        math.log1p(more_words) - math.log1p(fewer_words),
    ]


def alignment(questions: Collection, a: int, b: int) -> list[float]:
    """How well the content words of two questions go together, those of ``FEATURES`` from ``alignment`` on.

    Each word is aligned with the word of the other question that means most nearly the same; what it says
    beyond that is left unaligned (Corley and Mihalcea 2005).
    """
    rows = questions.content[a], questions.content[b]
    if not (len(rows[0]) and len(rows[1])):
        return [0.0] * 6
    cosines = questions.word_vectors[rows[0]] @ questions.word_vectors[rows[1]].T
    shares, most, total = [], [], []
    for own, nearest in zip(rows, (cosines.max(axis=1), cosines.max(axis=0)), strict=True):
        weights = questions.word_weights[own]
        left = weights * (1 - nearest)
        shares.append(float(weights @ nearest / weights.sum()))
        most.append(float(left.max()))
        total.append(float(left.sum()))
    return [sum(shares) / 2, min(shares), *sorted(most), *sorted(total)]


def _sorted_weights(words: frozenset[str], weights: Mapping[str, float]) -> list[float]:
    """Sorted, so that their sum does not depend on the order of a set."""
    return sorted(weights[word] for word in words)


def _is_opposite(a: Asked, b: Asked) -> bool:
    """Whether one question has one side of a pair of opposites and the other only the other side."""
    return any(
        (pair, side) not in b.sides and any(p == pair for p, _ in b.sides) for pair, side in a.sides
    ) and any((pair, side) not in a.sides and any(p == pair for p, _ in a.sides) for pair, side in b.sides)


def _clash(a: frozenset[str], b: frozenset[str]) -> float:
    """1 where each has something the other lacks, .5 where only one has, 0 where both have the same."""
    return (bool(a - b) + bool(b - a)) / 2


def _near(rows: Matrix, cohort: Matrix) -> Matrix:
    """Mean cosine of each row with its nearest, itself left out, shape (n_rows,)."""
    near = np.empty(len(rows), dtype=np.float32)
    others = np.vstack([rows, cohort])
    n = min(N_NEAREST, len(others) - 1)
    for first in range(0, len(rows), CHUNK):
        cosines = rows[first : first + CHUNK] @ others.T
        here = np.arange(len(cosines))
        cosines[here, first + here] = -np.inf
        near[first : first + CHUNK] = np.partition(cosines, -n, axis=1)[:, -n:].mean(axis=1)
    return near
